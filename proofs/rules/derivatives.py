"""Derivatives of scalars by a real variable, and of means by what their integrands depend on."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    Derivative,
    Expectation,
    ForAll,
    Interval,
    Lambda,
    Node,
    Relation,
    Term,
    Var,
    alpha_equal,
    differentiable_under,
    substitute,
)
from ..language.facts import Facts
from ..registry import rule
from ..slopes import derivative


@rule("differentiating")
def differentiation(t: Term, facts: Facts) -> Iterator[Term]:
    r"""(f + g)' = f' + g', \quad (f g)' = f' g + f g', \quad \left(\tfrac{f}{g}\right)' = \tfrac{f' g - f g'}{g^2}, \quad f(g(x))' = f'(g(x))\, g'(x), and the derivatives of the elementary functions"""
    match t:
        case Derivative(body, x, at):
            slope = derivative(body, x, keep=True)
            assert slope is not None
            found = substitute(slope, {x: at})
            if not alpha_equal(found, t):
                yield found


@rule("differentiating under the expectation")
def differentiation_under_the_mean(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\frac{\partial}{\partial \theta} \mathbb{E}_{x \sim p}[f(x, \theta)] = \mathbb{E}_{x \sim p}\left[\frac{\partial f}{\partial \theta}(x, \theta)\right], \quad \left|\frac{\partial f}{\partial \theta}(x, \cdot)\right| \le h(x) \text{ near } \theta, \; \mathbb{E}_{x \sim p}[h(x)] < \infty"""
    match t:
        case Derivative(Expectation(body, x, law) as mean, theta, at) if theta not in law.free and x not in at.free:
            if facts.states(differentiable_under(Lambda(mean, theta), at)):
                yield Expectation(Derivative(body, theta, at), x, law)


@rule("since the equation holds on an interval")
def derivative_of_equal(t: Term, facts: Facts, known: Node) -> Iterator[Term]:
    r"""\frac{\mathrm{d} f}{\mathrm{d} t}(t) = \frac{\mathrm{d} g}{\mathrm{d} t}(t), \quad f(u) = g(u) \text{ for all } u \in [a, b], \; a < b, \; t \in [a, b], \; f, g \text{ differentiable in } t"""
    match t, known:
        case Derivative(body, x, at), ForAll(Relation(f, "=", g), Var(_, Interval(low, high) as home) as u):
            here = facts.positive(high - low) and facts.within(at, home)
            if here and facts.states(known) and x not in known.free and alpha_equal(substitute(f, {u: x}), body):
                yield Derivative(substitute(g, {u: x}), x, at)
