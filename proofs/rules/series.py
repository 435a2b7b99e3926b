"""Infinite series: those that telescope, the powers of the integers, the derivative of a series."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import comb, factorial
from typing import Any

from ..algebra import equal
from ..convergence import limit_of
from ..language import (
    Derivative,
    Limit,
    Neg,
    Node,
    Number,
    Plus,
    Power,
    Quotient,
    Range,
    Sum,
    Term,
    Times,
    Var,
    fold,
    fresh_beside,
    oo,
    pi,
    substitute,
)
from ..language.facts import Facts
from ..registry import rule
from ..slopes import derivative
from ..summability import is_power_series
from ..validity import endless
from ..views import coefficients, negated, split, summands, tidied, times

ZERO, ONE = Number(0), Number(1)
_FURTHEST = 8  # terms that a series may lack at its beginning, or telescope over


@rule("by the values of the zeta function")
def zeta_series(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{k=1}^{\infty} \frac{1}{k^2} = \frac{\pi^2}{6}, \quad \sum_{k=1}^{\infty} \frac{1}{k^{2n}} = \frac{|B_{2n}| (2 \pi)^{2n}}{2 (2n)!}, \quad \sum_{k=0}^{\infty} \frac{1}{(2 k + 1)^{2n}} = (1 - 2^{-2n}) \sum_{k=1}^{\infty} \frac{1}{k^{2n}}"""
    match t:
        case Sum(body, Var(_, Range(Number(low), high)) as k) if high is oo and low.denominator == 1:
            coefficient, rest = split(body, k)
            match rest:
                case Quotient(one, Power(place, Number(n))) if one is ONE and n in range(2, 13, 2):
                    match coefficients(place, k, 1):
                        case [Number(start), Number(step)] if start.denominator == 1 and step in (1, 2):
                            first, share = start + step * low, 1 if step == 1 else 1 - Fraction(1, 2 ** int(n))
                            if 1 <= first <= _FURTHEST and (step == 1 or first % 2 == 1):
                                before = sum((Fraction(1, j**n) for j in range(1, int(first), int(step))), Fraction(0))
                                yield times(coefficient, tidied(_zeta(int(n), share) - Number(before)))


def _zeta(n: int, share: Fraction | int) -> Term:
    """A share of zeta(n) of an even n > 0, by Bernoulli's numbers."""
    bernoulli: list[Fraction] = []
    for j in range(n + 1):
        bernoulli.append(Fraction(j == 0) - sum(comb(j, i) * b / (j - i + 1) for i, b in enumerate(bernoulli)))
    return Number(share * abs(bernoulli[n]) * 2 ** (n - 1) / factorial(n)) * pi ** Number(n)


@rule("since the series telescopes")
def telescoping_series(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{k=m}^{\infty} (a_k - a_{k+d}) = a_m + \dots + a_{m+d-1} - d \lim_{k \to \infty} a_k, \quad d = 1, 2, \dots, \quad with \frac{1}{(k + b) \cdots (k + c)} = \frac{1}{c - b} \left(\frac{1}{(k + b) \cdots} - \frac{1}{\cdots (k + c)}\right)"""
    match t:
        case Sum(body, Var(_, Range(low, high)) as k) if high is oo and facts.integer(low):
            parts, inner = _parted(body, k, facts), facts.under(t)
            for a, b in (parts, parts[::-1]) if len(parts) == 2 else ():
                for d in range(1, _FURTHEST):
                    if equal(substitute(a, {k: k + d}), negated(b), inner):
                        limit = limit_of(Limit(a, k, oo), facts)
                        if limit is not None and not endless(limit):
                            first = [substitute(a, {k: low + j if j else low}) for j in range(d)]
                            yield tidied(fold(Plus, [*first, Neg(times(Number(d), limit))], 0))
                        return


def _parted(body: Term, k: Var, facts: Facts) -> list[Term]:
    """The summands of a term of a series, one over a product of k + b, .., k + c as two with a factor less."""
    coefficient, rest = split(body, k)
    match rest:
        case Quotient(one, Times(factors)) if one is ONE:
            places = [coefficients(factor, k, 1) for factor in factors]
            starts = [found[0] for found in places if found is not None and len(found) == 2 and found[1] is ONE]
            gap = tidied(starts[-1] - starts[0]) if len(starts) == len(factors) else ZERO
            if facts.nonzero(gap):
                return [times(coefficient, 1 / gap, 1 / times(*factors[:-1])),
                        Neg(times(coefficient, 1 / gap, 1 / times(*factors[1:])))]  # fmt: skip
    return summands(body, facts)


@rule("since the terms that follow are not negative", relation="<=")
def partial_sum(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{k=m}^{n} a_k \le \sum_{k=m}^{\infty} a_k, \quad a_k \ge 0 \text{ for all } k \ge m"""
    match t:
        case Sum(body, Var(name, Range(low, high)) as k) if high is not oo and facts.integer(low):
            further = fresh_beside(Var(name, Range(low, oo)), t)
            series = Sum(substitute(body, {k: further}), further)
            if facts.under(series).nonnegative(series.body):
                yield series


@rule("differentiating term by term")
def term_by_term(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\frac{\mathrm{d}}{\mathrm{d}x} \sum_{k=m}^{\infty} a_k r(x)^k = \sum_{k=m}^{\infty} \frac{\mathrm{d}}{\mathrm{d}x}\, a_k r(x)^k, within the disc of convergence; what is constant leaves the sum"""
    match t:
        case Derivative(Sum(_, Var(_, Range(low, high))) as whole, x, Var() as at) if high is oo:
            there = substitute(whole, {x: at})
            body, k = there.body, there.var
            if at not in k.space.free and is_power_series(body, at, k, facts.under(there)):
                slope = derivative(body, at)
                if slope is not None:
                    yield Sum(tidied(slope), k)
                    first = derivative(_simplest(substitute(body, {k: low})), at)
                    if isinstance(low, Number) and first is not None:
                        rest = fresh_beside(Var(k.name, Range(Number(low.value + 1), oo)), there)
                        yield tidied(Plus((first, Sum(substitute(slope, {k: rest}), rest))))


def _simplest(t: Term) -> Term:
    """The term with what stands to the power 0 left out."""

    def put(node: Any) -> Any:
        done = node.map_children(put) if isinstance(node, Node) else node
        return ONE if isinstance(done, Power) and done.exponent is ZERO else done

    simpler: Term = tidied(put(t))
    return simpler
