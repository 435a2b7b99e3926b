"""Convergence that a claim takes for granted: that the ratio of the terms of its series is less than one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..algebra import is_number
from ..integrability import ratios_below_one
from ..language import (
    Apply,
    Binder,
    Claim,
    Elementary,
    Limit,
    Node,
    Number,
    Power,
    Relation,
    Statement,
    Sum,
    Term,
    Var,
    is_scalar,
    oo,
    substitute,
)
from ..language.facts import Facts
from ..language.membership import is_endless


def convergence_wanted(claim: Claim) -> tuple[Statement, ...]:
    """The conditions on free names under which the series of a claim converge, where that is not known."""
    wanted = dict.fromkeys(_wanted(claim.statement, Facts(claim.hypotheses), frozenset()))
    return tuple(c for c in wanted if not goes_further(claim, c))


def convergence_of_powers_wanted(claim: Claim) -> tuple[tuple[Var, Statement], ...]:
    """The names x of powers x^n within limits as n grows, and the condition |x| < 1 under which these tend to a number,
    where that is not known: for where the sides have values, 1 - x^n over 1 - x."""
    facts = Facts(claim.hypotheses)
    bases = dict.fromkeys(
        node.base
        for limit in claim.statement.walk()
        if isinstance(limit, Limit) and limit.to is oo
        for node in limit.body.walk()
        if isinstance(node, Power) and isinstance(node.base, Var) and limit.var in node.exponent.free
    )
    wanted = ((x, abs(x) < 1) for x in bases if x in claim.statement.free and is_scalar(x))
    return tuple((x, c) for x, c in wanted if not facts.proves(c) and not goes_further(claim, c))


def goes_further(claim: Claim, condition: Statement) -> bool:
    """Whether a claim is made also for values at which a condition for convergence fails, which is then not granted."""
    return any(_goes_further(h, condition) for h in claim.hypotheses)


def _goes_further(hypothesis: Node, condition: Statement) -> bool:
    """Whether it is said of x how far it goes, and that is beyond the r < 1 or |r| < 1 that is wanted of a ratio r made
    of x: |x| < 2 of |x|.  That r is 1 at an end, as in |x| <= 1, everyone takes to be left out."""
    match condition:
        case Relation(Apply(Elementary("abs"), (ratio,)), "<", Number(value=1)):
            least: Fraction | None = Fraction(-1)
        case Relation(ratio, "<", Number(value=1)):
            least = None
        case _:
            return False
    for x, end in _ends(hypothesis):
        at_end = is_number(substitute(ratio, {x: end}), Facts()) if ratio.free == {x} else None
        if at_end is not None and (at_end > 1 or (least is not None and at_end < least)):
            return True
    return False


def _ends(hypothesis: Node) -> Iterator[tuple[Var, Term]]:
    """Up to where, or from where on, a name is said to lie."""
    if not isinstance(hypothesis, Relation) or hypothesis.symbol not in ("<", "<=", ">", ">="):
        return
    for relation in (hypothesis, hypothesis.flipped()):
        match relation:
            case Relation(Var() as x, _, end) if not end.free:
                yield x, end


def _wanted(t: Node, facts: Facts, bound: frozenset[Var]) -> list[Statement]:
    found: list[Statement] = []
    for child in t.children():
        inside = isinstance(t, Binder) and child is t.body
        found += _wanted(child, facts.under(t) if inside else facts, bound | {t.var} if inside else bound)
    if isinstance(t, Sum) and is_endless(t.var.space) and is_scalar(t.body):
        found += [c for c in ratios_below_one(t, facts) or () if not c.free & bound]
    return found


__all__ = ["convergence_of_powers_wanted", "convergence_wanted", "goes_further"]
