"""The order of two sums, or of two integrals, where the range of the inner variable ends or begins at the outer one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..algebra import equal
from ..language import (
    R_POSITIVE,
    Int,
    Interval,
    Number,
    PositiveReals,
    Range,
    Space,
    Sum,
    Term,
    Var,
    fresh_beside,
    oo,
    rename,
    substitute,
)
from ..language.facts import Facts
from ..registry import rule
from ..views import tidied, times
from .fubini import absolutely_together, with_one_binder

ZERO = Number(0)
Ends = tuple[Term, Term]


@rule("changing the order")
def exchange_on_triangle(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{n=a}^{N} \sum_{k=b}^{n+c} f(n, k) = \sum_{k=b}^{N+c} \sum_{n=k-c}^{N} f(n, k), \quad b \ge a + c, \quad likewise for integrals with b = a + c, and from right to left; without an end where f \ge 0 or \sum \sum |f| < \infty"""
    match t:
        case Sum(body, x) | Int(body, x):
            coefficient, inner = with_one_binder(body)
            if type(inner) is not type(t) or not (inner.var.space.free & {x}):
                return
            inner = rename(inner, fresh_beside(inner.var, coefficient, x))
            whole, y = times(coefficient, inner.body), inner.var
            turned = _turned(t, y, facts)
            if turned is None:
                return
            (low, high), between = turned
            if high is oo and not absolutely_together(t, inner, whole, facts):
                return
            first = fresh_beside(Var(y.name, _space(t, low, high)), t)
            ends = (substitute(end, {y: first}) for end in between)
            second = fresh_beside(Var(x.name, _space(t, *ends)), t, first)
            yield type(t)(type(t)(substitute(whole, {x: second, y: first}), second), first)


def _turned(t: Any, y: Var, facts: Facts) -> tuple[Ends, Ends] | None:
    """The ends of y, and then those of x by y, on the triangle in which t runs over x first; None for other sets.

    A sum over a range that is reversed is empty; an integral is not, so its inner range closes where the outer one does.
    """
    x, outer, inner = t.var, _ends(t.var.space), _ends(y.space)
    if outer is None or inner is None:
        return None
    (a, top), (b, high) = outer, inner
    if x in high.free:  # b <= y <= x + c, so that a <= x follows from a <= b - c
        c = tidied(high - x)
        more, less, ends = tidied(b - c), a, ((b, _further(top, c)), (tidied(y - c), top))
    else:  # x + c <= y <= high, so that x <= top follows from high - c <= top
        c = tidied(b - x)
        more, less, ends = top, _further(high, -c), ((tidied(a + c), high), (a, tidied(y - c)))
    if any(x in end.free for end in (c, *ends[0])):
        return None
    if isinstance(t, Sum):
        within = more is oo or (less is not oo and facts.nonnegative(more - less))
        return ends if within and facts.integer(a) and facts.integer(c) else None
    closes = more is less or (oo not in (more, less) and equal(more, less, facts))
    return ends if closes and (top is oo or facts.nonnegative(top - a)) else None


def _ends(space: Space) -> Ends | None:
    match space:
        case Range(low, high) | Interval(low, high):
            return low, high
        case PositiveReals():
            return ZERO, oo
    return None


def _space(t: Any, low: Term, high: Term) -> Space:
    """The range between two ends, of what t sums or integrates over."""
    if isinstance(t, Sum):
        return Range(low, high)
    return R_POSITIVE if low is ZERO and high is oo else Interval(low, high)


def _further(end: Term, by: Term) -> Term:
    return end if end is oo else tidied(end + by)


__all__ = ["exchange_on_triangle"]
