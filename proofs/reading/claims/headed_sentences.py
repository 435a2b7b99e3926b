r"""A case that heads a sentence which claims something: "If $x > 0$, then $|x| = x$."

Said in full, it ends with its paragraph.  A case that a display follows is of what comes after it, until the next one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from ... import language as L
from ..context import Context
from ..lines import Line
from ..pieces import Piece
from ..syntax import Bracket, RowSyntax, Sign, Statement
from ..words import cases_in_words, prose


def interval(piece: Piece) -> Statement | None:
    r"""What a formula says at the head of a sentence, if that is in which interval a number is: If $x \in (0, 1)$."""
    if piece.formula.display or not cases_in_words.is_conditional_sentence(piece.formula.words):
        return None
    match piece.row:
        case RowSyntax(
            (Statement((_, Bracket("[" | "(", (_, _), "]" | ")", None)), (Sign(symbol="in"),)) as statement,)
        ):
            return statement
    return None


@dataclass
class HeadedSentence:
    """What the sentence at hand supposes at its head, and what those of its paragraph supposed and claimed."""

    paragraph: int = 0
    head: set[L.Node] = field(default_factory=set)
    said_in_full: set[L.Node] = field(default_factory=set)
    within: set[L.Node] = field(default_factory=set)  # supposed in the middle of the sentence, and up to its end

    def begin(self, piece: Piece, context: Context, kept: Collection[L.Node]) -> None:
        """Before a piece is read: what was said in full in an earlier paragraph holds of nothing more, but for the case
        of the part, which is ``kept``."""
        if piece.paragraph != self.paragraph:
            context.lingering |= self.said_in_full.intersection(context.assumed).difference(kept)
            self.said_in_full.clear()
            self.paragraph = piece.paragraph
        if prose.FORMULA not in prose.sentence(piece.formula.words):
            self.head.clear()
            context.lingering |= self.within.intersection(context.assumed).difference(kept)
            self.within.clear()

    def end(self, piece: Piece, assumed: Iterable[L.Node], context: Context, lines: Iterable[Line]) -> None:
        """After a piece is read: it supposed what was not ``assumed`` before it, or claims these lines."""
        formula = piece.formula
        if formula.display:
            self.head.clear()
        elif cases_in_words.is_conditional_sentence(formula.words):
            new = set(context.assumed).difference(assumed)
            self.head |= new
            self.within |= new if cases_in_words.is_within(formula.words) else set()
            if any(line.kind == "step" for line in lines):
                self.said_in_full |= self.head
