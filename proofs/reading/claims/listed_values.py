r"""Values that a sentence lists: "$x = 2$ or $x = 3$", "$x = 2$ or $3$", "$2$ and $3$", $x \in \{2, 3\}$."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..names import name_of
from ..pieces import Piece
from ..syntax import Bracket, Multiply, Sign, Statement, Syntax
from ..words import prose
from .called import is_rounded

NOUN = r"(solutions?|roots?|zeros?)"
SOLUTIONS = re.compile(
    rf"\b(the|both|its|two|three)\b[^.;:{prose.ONE}]*\b{NOUN}( of (the|this) \w+)?"
    r" (is|are)( (thus|therefore|then|also|so))?( given by)?\s*$"
)
SET = re.compile(r"\bsolution[ -]?set( is)?( then)?\s*$")
OR = re.compile(r"\bor\b")
MORE = 6  # values that are looked for
_BETWEEN = re.compile(r"\s*(,|or|and|or else|, ?(or|and)|resp\.)\s*")


@dataclass(frozen=True)
class Value:
    """One of the values: the place where it stands, and what is equal to what there."""

    piece: Piece
    left: Syntax | None  # None where only the value is written
    right: Syntax

    @property
    def head(self) -> str:
        """What has the value, as it is written; nothing where that is not."""
        return "" if self.left is None else name_of(self.left) or self.piece.formula.written(self.left)

    @property
    def written(self) -> tuple[str, str]:
        """That, and the value as it is written."""
        return self.head, self.piece.formula.written(self.right)


def values(pieces: Sequence[Piece], at: int, alone: bool) -> Iterator[Value]:
    """The values that begin at a formula and are listed from there on, joined by words; ``alone``: also such that stand
    there without the number that has them."""
    first: str | None = None
    for k, piece in enumerate(pieces[at : at + MORE]):
        joins = prose.since(piece.formula.words)
        if piece.row is None or piece.formula.display or (k and not _BETWEEN.fullmatch(joins)):
            return
        found = list(_in_row(piece, first is not None or alone))
        heads = {value.head for value in found if value.head} | ({first} if first else set())
        if not found or (len(heads) > 1 and not OR.search(joins)):
            return
        first = first or next(iter(heads), "")
        yield from found


def _in_row(piece: Piece, alone: bool) -> Iterator[Value]:
    """The values in one formula."""
    assert piece.row is not None
    whole = SET.search(prose.sentence(piece.formula.words)) is not None
    found: list[Value] = []
    for k, statement in enumerate(each for s in piece.row.statements for each in _apart(s)):
        if k and statement.words not in ("", "or", "and"):
            return
        match statement:
            case Statement((Syntax() as left, Bracket("{", items, "}", None)), (Sign("in"),)) if name_of(left):
                found += [Value(piece, left, item) for item in items if isinstance(item, Syntax)]
            case Statement((*_, Bracket("{", items, "}", None)), () | (Sign("="),)) if whole:
                found += [Value(piece, None, item) for item in items if isinstance(item, Syntax)]
            case Statement((Syntax() as left, Syntax() as right), (Sign("="),)) if not is_rounded(right):
                found.append(Value(piece, left, right))
            case Statement((Syntax() as right,), ()) if (alone or found) and not is_rounded(right):
                found.append(Value(piece, found[-1].left if found else None, right))
            case _:
                return
    yield from found


def _apart(statement: Statement) -> Iterator[Statement]:
    r"""The two equations of $x = 2 \lor x = 3$, which are read as one chain; another statement as it is."""
    match statement:
        case Statement((left, Multiply((*before, _), (*_, r"\vee")) as middle, right), (first, second)):
            one = before[0] if len(before) == 1 else replace(middle, factors=tuple(before), signs=middle.signs[:-1])
            yield replace(statement, expressions=(left, one), relations=(first,))
            yield replace(statement, expressions=(middle.factors[-1], right), relations=(second,))
        case _:
            yield statement


__all__ = ["MORE", "NOUN", "OR", "SET", "SOLUTIONS", "Value", "values"]
