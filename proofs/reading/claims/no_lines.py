"""Formulas that relate something and are no line: what they suppose, what was not read of them, or that they are only
spoken of.

Whoever reads a report takes what it does not show for fine; so these are counted, and shown to who asks for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import zip_longest

from ... import language as L
from ..lines import MENTIONED, NOT_READ, SUPPOSED, Line, NoLine
from ..meaning import Meaning
from ..names import name_of
from ..pieces import Piece
from ..relations import RELATES
from ..syntax import Statement, Unread
from ..told import orders
from ..words import denied
from .statements import begins_list, claims_of


@dataclass
class NoLines:
    """Those of a stretch, in the order in which they are read."""

    m: Meaning
    found: list[NoLine] = field(default_factory=list)
    _before: frozenset[L.Node] = frozenset()  # what was supposed before the formula at hand

    def begin(self) -> None:
        """The next formula is read."""
        self._before = self._supposed()

    def end(self, piece: Piece, lines: Sequence[Line], left_out: Sequence[Unread], elsewhere: bool) -> None:
        """It was read, with these lines; what was left out of them, and whether it was said ``elsewhere`` what it
        supposes."""
        if not self._relates(piece):
            return
        maths = piece.formula.maths
        at = maths.place(len(maths.text) - len(maths.text.lstrip()))
        if left_out:
            self.found.append(NoLine(at, maths.text.strip(), NOT_READ, left_out[0].reason))
        elif not lines:
            supposed = elsewhere or self._is_supposed(piece)
            self.found.append(NoLine(at, maths.text.strip(), SUPPOSED if supposed else MENTIONED))

    def _relates(self, piece: Piece) -> bool:
        """Whether a formula says anything: a map, ``f: A \\to B``, and what a name runs over, ``i = 1, \\dots, n``, do
        not."""
        if piece.row is None:
            return RELATES.search(piece.formula.maths.text) is not None
        running = self.m.context.survey.running
        for statement, following in zip_longest(statements := piece.row.statements, statements[1:]):
            symbols = [sign.symbol for sign in statement.relations]
            ranges = name_of(statement.expressions[0]) in running or begins_list(statement, following)
            if symbols and not ranges and {":", "mapsto"}.isdisjoint(symbols):
                return True
        return False

    def _is_supposed(self, piece: Piece) -> bool:
        if piece.row is None or denied.claims_nothing(piece.formula):
            return False
        return self._supposed() != self._before or any(map(self._is_in_force, claims_of(piece.row, self.m)))

    def _is_in_force(self, statement: Statement) -> bool:
        """Whether what a statement says is supposed where it stands; a declaration that was read is."""
        if {sign.symbol for sign in statement.relations} <= {"in", "~"}:
            return True
        said: list[L.Relation | L.ForAll] = []
        with suppress(Unread):
            said = orders.order(self.m, statement)
        return bool(said) and self._supposed().issuperset(said)

    def _supposed(self) -> frozenset[L.Node]:
        context = self.m.context
        said = {h for h in (*context.hypotheses, *context.assumed) if not _is_of_notation(h)}
        return frozenset(said - context.wanted)


def _is_of_notation(statement: L.Node) -> bool:
    """Whether it only says what letters that were used are: p(x) and E[X] are of a density."""
    return isinstance(statement, L.Fact) and statement.predicate == "density"


__all__ = ["NoLines"]
