"""A claim about what is given by cases, as one claim for each: f(x) = 0 where x < 0, and f(x) = e^{-x} where x >= 0."""

from __future__ import annotations

from ..language import Cases, Claim, Node, Relation
from ..language.facts import Facts


def case_by_case(claim: Claim) -> tuple[Claim, ...]:
    """The claims, each under its case; without those that the hypotheses exclude; none where no side has cases."""
    match claim.statement:
        case Relation(Cases() as cases, symbol, other):
            return tuple(Claim(under, Relation(value, symbol, other)) for under, value in _parts(claim, cases))
        case Relation(other, symbol, Cases() as cases):
            return tuple(Claim(under, Relation(other, symbol, value)) for under, value in _parts(claim, cases))
    return ()


def _parts(claim: Claim, cases: Cases) -> list[tuple[tuple[Node, ...], Node]]:
    """The values of the cases, and under what each of them is meant."""
    found = []
    known = claim.hypotheses
    for value, condition in zip(cases.values, cases.conditions, strict=True):
        assert isinstance(condition, Relation)
        if not Facts(known).excludes(condition):
            found.append(((*known, condition), value))
        contrary = condition.contrary()
        if Facts(known).excludes(contrary):
            return found
        known = (*known, contrary)
    return [*found, (known, cases.otherwise)]


__all__ = ["case_by_case"]
