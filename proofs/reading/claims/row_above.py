"""The row above: the equation that it says, what the row below may follow from, and what it was written under."""

from __future__ import annotations

from dataclasses import dataclass

from ... import language as L
from ..lines import Line
from ..syntax import Sign, Syntax
from ..threads import Formula
from ..told import left_sides
from ..words import claiming

_RATES = (L.Derivative, L.Gradient)


@dataclass
class RowAbove:
    """What the last row that was read tells the next one."""

    equation: L.Relation | None = None
    beside: L.Relation | None = None  # what that row may follow from itself
    slope: L.Term | None = None  # what its chain, which began with a derivative, made of it
    claims: bool = False  # it says what follows, and gives no name a value
    solves: bool = False  # it says where something is zero, or follows from a row that does
    goes_on: bool = False  # it goes on with a chain
    under: frozenset[L.Node] = frozenset()  # what was stated when it was written

    def learn(self, line: Line, sign: Sign, right: Syntax, under: frozenset[L.Node]) -> None:
        """Let this line be the row above; nothing goes on with what is to be shown, or follows from it.

        What a sentence abbreviates leaves an equation that is to be solved where it is: "with $c = a + b$ we get".
        """
        if self.solves and line.kind == "definition" and line.inline:
            return
        self.equation = None if line.kind == "goal" else _told_by(line, sign, right)
        if line.first and not (self.equation is not None and isinstance(self.equation.left, _RATES)):
            self.slope = None
        elif line.first or self.slope is not None:
            self.slope = None if self.equation is None or _is_zero(self.equation.right) else self.equation.right
        self.claims, self.goes_on = line.kind == "step", not line.first
        at_zero = line.kind == "condition" and line.relation is not None and _is_zero(line.relation.right)
        self.solves = at_zero or (self.solves and (line.premise is not None or not line.first))
        self.under = under

    def premise(self, formula: Formula, hypotheses: tuple[L.Node, ...]) -> L.Relation | None:
        """The equation that a row may follow from, where all that it was written under is still supposed: that of the
        row above, or that a derivative is to be zero."""
        if not self.under <= frozenset(hypotheses):
            return None
        if self.slope is not None and self.is_set_to_zero(formula):
            self.solves = True
            space = L.space_of(self.slope)
            return L.Relation(self.slope, "=", L.Number(0) if L.is_scalar(self.slope) else L.Zero(space))
        if not formula.display and claiming.stands_beside(formula.words):
            return self.beside
        sets = self.solves and claiming.is_where_derivative_vanishes(formula.words)
        return self.equation if sets or formula.display or claiming.goes_on(formula.words) else None

    def is_set_to_zero(self, formula: Formula) -> bool:
        """Whether the words before a formula set a derivative that was worked out to zero."""
        return self.slope is not None and claiming.is_where_derivative_vanishes(formula.words)


def _is_zero(t: L.Term) -> bool:
    return t is L.Number(0) or isinstance(t, L.Zero)


def _told_by(line: Line, sign: Sign, right: Syntax) -> L.Relation | None:
    """The equation that the row below may follow from; numbers alone, and laws, tell it nothing."""
    match line.claim:
        case L.Claim(_, L.Relation(_, "=", _) as equation) if equation.free and sign.symbol not in ("~", "propto"):
            return None if left_sides.law_written(right) else equation
    return None


__all__ = ["RowAbove"]
