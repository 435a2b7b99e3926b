"""Convergence that a claim takes for granted: that the ratio of the terms of its series is less than one."""

from __future__ import annotations

from ..integrability import ratios_below_one
from ..language import Binder, Claim, Neg, Node, Number, Relation, Statement, Sum, Var, is_scalar
from ..language.facts import Facts
from ..language.membership import is_endless


def convergence_wanted(claim: Claim) -> tuple[Statement, ...]:
    """The conditions on free names under which the series of a claim converge, where that is not known."""
    wanted = dict.fromkeys(_wanted(claim.statement, Facts(claim.hypotheses), frozenset()))
    return tuple(c for c in wanted if not any(_goes_further(h, c) for h in claim.hypotheses))


def _goes_further(hypothesis: Node, condition: Statement) -> bool:
    """Whether it is said of x how far it goes, and that is beyond the x < 1 or |x| < 1 that is wanted: 0 < x < 2."""
    if not isinstance(hypothesis, Relation):
        return False
    for relation in (hypothesis, hypothesis.flipped()):
        match relation:
            case Relation(Var() as x, "<" | "<=", Number(end)):
                return end > 1 and condition in (x < 1, abs(x) < 1)
            case Relation(Var() as x, ">" | ">=", Number(end) | Neg(Number(end))):
                return abs(end) > 1 and condition is (abs(x) < 1)
    return False


def _wanted(t: Node, facts: Facts, bound: frozenset[Var]) -> list[Statement]:
    found: list[Statement] = []
    for child in t.children():
        inside = isinstance(t, Binder) and child is t.body
        found += _wanted(child, facts.under(t) if inside else facts, bound | {t.var} if inside else bound)
    if isinstance(t, Sum) and is_endless(t.var.space) and is_scalar(t.body):
        found += [c for c in ratios_below_one(t, facts) or () if not c.free & bound]
    return found


__all__ = ["convergence_wanted"]
