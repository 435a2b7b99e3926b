"""What follows from the shape of a function: convex, concave, increasing, decreasing, even, odd, as it is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..algebra import equal
from ..definedness import unmet
from ..language import (
    Apply,
    Derivative,
    Dot,
    Expectation,
    Fact,
    Function,
    Gradient,
    Neg,
    Node,
    Number,
    Plus,
    Quotient,
    Range,
    Relation,
    Sum,
    Term,
    Times,
    Var,
    canonical,
    fold,
    fresh_beside,
    is_scalar,
    is_scalar_space,
    shaped,
)
from ..language.facts import Facts
from ..language.relations import SHAPES_IN_WORDS
from ..registry import rule
from ..views import negated, opened, summands, tidied, times, without_factor

ZERO, ONE = Number(0), Number(1)


@rule("since the function is convex", relation="<=")
def convex_combination(t: Term, facts: Facts, bound: Term) -> Iterator[Term]:
    r"""f(s_1 x_1 + \dots + s_n x_n) \le s_1 f(x_1) + \dots + s_n f(x_n), \quad s_i \ge 0, \; s_1 + \dots + s_n = 1, \; f \text{ convex}"""
    match t:
        case Apply(Function() as f, (a,)) if is_scalar(bound) and facts.proves(shaped("convex", f)):
            parts, rest = weighted_values(bound, f, facts)
            if rest is ZERO and _are_shares(parts, facts) and equal(a, _mean(parts), facts):
                yield bound


@rule("since the function is concave", relation="<=")
def concave_combination(t: Term, facts: Facts) -> Iterator[Term]:
    r"""s_1 f(x_1) + \dots + s_n f(x_n) \le f(s_1 x_1 + \dots + s_n x_n), \quad s_i \ge 0, \; s_1 + \dots + s_n = 1, \; f \text{ concave}"""
    if not isinstance(t, Plus | Quotient | Times | Sum) or not shapes_are_told(facts):
        return
    for f in functions_in(t):
        if facts.proves(shaped("concave", f)):
            parts, rest = weighted_values(t, f, facts)
            if _are_shares(parts, facts):
                value = Apply(f, (_mean(parts),))
                yield value if rest is ZERO else Plus((value, rest))


@rule("by Jensen's inequality", relation="<=")
def jensen_of_told_shape(t: Term, facts: Facts) -> Iterator[Term]:
    r"""f(\mathbb{E}[g]) \le \mathbb{E}[f(g)], \; f \text{ convex}, \quad \mathbb{E}[f(g)] \le f(\mathbb{E}[g]), \; f \text{ concave}"""
    match t:
        case Apply(Function() as f, (Expectation(g, x, law),)) if facts.proves(shaped("convex", f)):
            yield Expectation(Apply(f, (g,)), x, law)
        case Expectation(Apply(Function() as f, (g,)), x, law) if facts.proves(shaped("concave", f)):
            yield Apply(f, (Expectation(g, x, law),))


@rule("since the graph lies on one side of its tangents", relation="<=")
def tangent_of_told_shape(t: Term, facts: Facts, f: Function, a: Term, x: Term) -> Iterator[Term]:
    r"""f(a) + f'(a)\,(x - a) \le f(x), \; f \text{ convex}, \quad f(x) \le f(a) + f'(a)\,(x - a), \; f \text{ concave}, \text{ likewise with } \nabla f(a)^\top (x - a)"""
    if not (isinstance(f, Function) and is_scalar(t) and len(f.domain) == 1):
        return
    u = fresh_beside(Var("u", f.domain[0]), a, x)
    slope = (Derivative if is_scalar_space(u.space) else Gradient)(Apply(f, (u,)), u, a)
    if all(facts.within(each, u.space) for each in (a, x)) and not unmet(slope, facts):
        rise = times(slope, x - a) if is_scalar_space(u.space) else Dot(slope, x - a)
        gap = Plus((Apply(f, (a,)), rise, Neg(Apply(f, (x,)))))
        if facts.proves(shaped("convex", f)):
            yield Plus((t, Neg(gap)))
        if facts.proves(shaped("concave", f)):
            yield Plus((t, gap))


@rule("since the function is monotone", relation="<=")
def monotone_function(t: Term, facts: Facts, bound: Term) -> Iterator[Term]:
    r"""a \le b \implies f(a) \le f(b), \; f \text{ increasing}, \quad a \ge b \implies f(a) \le f(b), \; f \text{ decreasing}"""
    for gap, f in _gaps(t, facts, bound, strictly=False):
        if facts.nonnegative(gap) or facts.nonnegative(opened(gap, facts)):
            yield Apply(f, (bound,))


@rule("since the function is strictly monotone", relation="<")
def strictly_monotone_function(t: Term, facts: Facts, bound: Term) -> Iterator[Term]:
    r"""a < b \implies f(a) < f(b), \; f \text{ strictly increasing}, \quad a > b \implies f(a) < f(b), \; f \text{ strictly decreasing}"""
    for gap, f in _gaps(t, facts, bound, strictly=True):
        if facts.positive(gap) or facts.positive(opened(gap, facts)):
            yield Apply(f, (bound,))


@rule("since the function is even, or odd")
def reflection(t: Term, facts: Facts) -> Iterator[Term]:
    r"""f(-x) = f(x), \; f \text{ even}, \quad f(-x) = -f(x), \; f(0) = 0, \; f \text{ odd}"""
    match t:
        case Apply(Function() as f, (a,)):
            mirrored = Apply(f, (tidied(opened(negated(a), facts)),))
            if facts.proves(shaped("even", f)):
                yield mirrored
            if facts.proves(shaped("odd", f)):
                yield ZERO if is_scalar(a) and equal(a, ZERO, facts) else Neg(mirrored)


def shapes_are_told(facts: Facts) -> bool:
    """Whether a hypothesis says what the graph of any function is like."""
    return any(isinstance(h, Fact) and h.predicate in SHAPES_IN_WORDS for h in facts.hypotheses)


def functions_in(t: Term) -> tuple[Function, ...]:
    """The unknown functions of one argument that are applied in a term."""
    heads = (node.head for node in t.walk() if isinstance(node, Apply))
    return tuple(dict.fromkeys(f for f in heads if isinstance(f, Function) and len(f.domain) == 1))


@dataclass(frozen=True)
class Weighted:
    """A weight times the value of a function at a point; with an index, the sum of such over it, times ``factor``."""

    weight: Term
    point: Term
    index: Var | None = None
    factor: Term = ONE

    def over(self, t: Term) -> Term:
        """What stands in the place of the value, with its weight."""
        weighted = t if self.weight is ONE else self.weight if t is ONE else Times((self.weight, t))
        if self.index is not None:
            weighted = Sum(weighted, self.index)
        return weighted if self.factor is ONE else Times((self.factor, weighted))

    def total(self, facts: Facts) -> Term:
        """The sum of its weights."""
        match self.index:
            case Var(_, Range(low, high)) as i if i not in self.weight.free and facts.integer(low):
                if facts.integer(high) and facts.nonnegative(high - low + 1):
                    return times(self.factor, high - low + 1, self.weight)
        return self.over(ONE)

    def nonnegative(self, facts: Facts) -> bool:
        inner = facts if self.index is None else facts.under(Sum(self.weight, self.index))
        return facts.nonnegative(self.factor) and inner.nonnegative(self.weight)


def weighted_values(t: Term, f: Function, facts: Facts) -> tuple[list[Weighted], Term]:
    """A term as a sum of weights times values of the function, each point once, and the rest without these."""
    at: dict[Node, list[Weighted]] = {}
    rest: list[Term] = []
    for part in summands(t, facts):
        found = _weighted(part, f)
        if found is None:
            rest.append(part)
        else:
            at.setdefault(part if found.index is not None else canonical(found.point), []).append(found)
    merged = [
        each[0] if len(each) == 1 else Weighted(tidied(fold(Plus, [one.weight for one in each], 0)), each[0].point)
        for each in at.values()
    ]
    return merged, fold(Plus, rest, 0)


def _weighted(part: Term, f: Function) -> Weighted | None:
    for node in part.walk():
        match node:
            case Sum(body, Var(_, Range()) as i) if f in body.free:
                factor, inner = without_factor(part, node), _weighted(body, f)
                if factor is None or inner is None or inner.index is not None or f in factor.free:
                    return None
                return Weighted(inner.weight, inner.point, i, factor)
            case Apply(head, (point,)) if head is f:
                weight = without_factor(part, node)
                return None if weight is None or f in weight.free else Weighted(weight, point)
    return None


def _are_shares(parts: list[Weighted], facts: Facts) -> bool:
    """Whether weights are not negative, and their sum is one."""
    total = fold(Plus, [part.total(facts) for part in parts], 0)
    return all(part.nonnegative(facts) for part in parts) and (
        equal(total, ONE, facts) or facts.proves(Relation(total, "=", ONE))
    )


def _mean(parts: list[Weighted]) -> Term:
    return fold(Plus, [part.over(part.point) for part in parts], 0)


def _gaps(t: Term, facts: Facts, bound: Term, strictly: bool) -> Iterator[tuple[Term, Function]]:
    """How far the bound lies in the direction in which the function rises."""
    match t:
        case Apply(Function() as f, (a,)) if is_scalar(a) and is_scalar(bound):
            if facts.proves(shaped("increasing", f, strictly)):
                yield Plus((bound, Neg(a))), f
            if facts.proves(shaped("decreasing", f, strictly)):
                yield Plus((a, Neg(bound))), f


__all__ = [
    "concave_combination", "convex_combination", "jensen_of_told_shape", "monotone_function", "reflection",
    "strictly_monotone_function", "tangent_of_told_shape",
]  # fmt: skip
