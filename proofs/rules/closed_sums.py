"""Sums in closed form: of powers, geometric and binomial ones."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import comb

from ..language import (
    Apply,
    Elementary,
    Number,
    Plus,
    Power,
    Quotient,
    Range,
    Sum,
    Term,
    Times,
    Var,
    exp,
    fold,
)
from ..language.facts import Facts
from ..registry import rule
from ..views import coefficients, split, times, without_factor
from .sums import LONGEST, ONE, ZERO, count

_HIGHEST = 6


def _is_short(space: Range) -> bool:
    """Whether the sum can be written out: then there is no need for a closed form."""
    low, high = space.low, space.high
    return isinstance(low, Number) and isinstance(high, Number) and high.value - low.value < LONGEST


@rule("by the formula for sums of powers")
def sum_of_powers(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{k=1}^{n} k = \frac{n (n + 1)}{2}, \quad \sum_{k=1}^{n} k^2 = \frac{n (n + 1) (2 n + 1)}{6}, \quad likewise for polynomials in k and other ranges"""
    match t:
        case Sum(body, Var(_, Range(low, high) as space) as k) if k in body.free and not _is_short(space):
            found = coefficients(body, k, _HIGHEST)
            if found is not None and count(space, facts) is not None:
                before = Number(low.value - 1) if isinstance(low, Number) else low - 1
                parts = [(c, m) for m, c in enumerate(found) if c is not ZERO]
                yield fold(Plus, [times(c, faulhaber(m, high) - faulhaber(m, before)) for c, m in parts], 0)


def faulhaber(m: int, n: Term) -> Term:
    """The polynomial P in n with P(n) - P(n - 1) = n^m and P(0) = 0."""
    bernoulli: list[Fraction] = []
    for j in range(m + 1):
        bernoulli.append(Fraction(j == 0) - sum(comb(j, i) * b / (j - i + 1) for i, b in enumerate(bernoulli)))
    signed = [(-1) ** j * b for j, b in enumerate(bernoulli)]
    powers = [(comb(m + 1, j) * b / (m + 1), m + 1 - j) for j, b in enumerate(signed)]
    return fold(Plus, [times(Number(c), n if e == 1 else Power(n, Number(e))) for c, e in powers if c], 0)


@rule("by the formula for geometric sums")
def geometric_sum(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{k=m}^{n} r^k = \frac{r^m - r^{n+1}}{1 - r}, \quad r \neq 1, \; m \le n + 1"""
    match t:
        case Sum(body, Var(_, Range(low, high) as space) as k) if k in body.free and not _is_short(space):
            found = powers_of(body, k, facts)
            if found is not None and count(space, facts) is not None:
                coefficient, rest, ratio = found
                if rest is ONE and facts.nonzero(1 - ratio):
                    yield times(coefficient, (ratio**low - ratio ** (high + 1)) / (1 - ratio))


@rule("by the binomial theorem")
def binomial_theorem(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{k=0}^{n} \binom{n}{k} a^k b^{n-k} = (a + b)^n, \quad \sum_{k=0}^{n} k \binom{n}{k} x^k = n x (1 + x)^{n-1}, \quad a, b, x > 0"""
    match t:
        case Sum(body, Var(_, Range(low, n)) as k) if low is ZERO and facts.integer(n) and facts.nonnegative(n):
            choices = Apply(Elementary("binomial"), (n, k))
            rest = without_factor(body, choices)
            found = None if rest is None else powers_of(rest, k, facts)
            if found is not None:
                coefficient, polynomial, x = found
                for c, m in _single_power(polynomial, k):
                    yield times(coefficient, _binomial_moment(c, m, n, x))


def _single_power(polynomial: Term, k: Var) -> Iterator[tuple[Term, int]]:
    """(c, m) for a polynomial that is c k^m."""
    found = coefficients(polynomial, k, 2)
    if found is not None and sum(c is not ZERO for c in found) == 1:
        yield found[-1], len(found) - 1


def _binomial_moment(c: Term, m: int, n: Term, x: Term) -> Term:
    """c times the sum over k from 0 to n of k^m binom(n, k) x^k."""
    match m:
        case 0:
            return times(c, (1 + x) ** n)
        case 1:
            return times(c, n, x, (1 + x) ** (n - 1))
    return times(c, n, x, 1 + n * x, (1 + x) ** (n - 2))


def powers_of(t: Term, k: Var, facts: Facts) -> tuple[Term, Term, Term] | None:
    """(c, p, r) with t = c p r^k, c and r free of ``k``, p a polynomial in k; None where t is not seen as such."""
    coefficient, rest = split(t, k)
    factors = rest.args if isinstance(rest, Times) else (rest,)
    ratios, polynomial = list[Term](), list[Term]()
    for factor in factors:
        match factor:
            case Quotient(num, den) if k in den.free:
                above, below = powers_of(num, k, facts), powers_of(den, k, facts)
                if above is None or below is None or below[1] is not ONE:
                    return None
                coefficient = times(coefficient, above[0] / below[0])
                polynomial.append(above[1])
                ratios.append(above[2] / below[2])
            case Power(base, exponent) if k in exponent.free and k not in base.free:
                start, slope = _linear(exponent, k)
                if slope is None or not _laws_of_powers_hold(base, start, slope, facts):
                    return None
                coefficient = times(coefficient, ONE if start is ZERO else base**start)
                ratios.append(_raised(base, slope))
            case Apply(Elementary("exp"), (exponent,)):
                start, slope = _linear(exponent, k)
                if slope is None:
                    return None
                coefficient = times(coefficient, ONE if start is ZERO else exp(start))
                ratios.append(exp(slope))
            case _:
                polynomial.append(factor)
    return coefficient, times(*polynomial), times(*ratios)


def _laws_of_powers_hold(base: Term, start: Term, slope: Term, facts: Facts) -> bool:
    """Whether base^(start + slope k) is base^start (base^slope)^k for integers k: 0^0 is 1."""
    if facts.positive(base):
        return True
    whole = facts.integer(start) and facts.integer(slope)
    return whole and (facts.nonzero(base) or (facts.nonnegative(start) and facts.nonnegative(slope)))


def _raised(base: Term, exponent: Term) -> Term:
    """base^exponent, worked out for numbers."""
    if isinstance(base, Number) and isinstance(exponent, Number) and exponent.value.denominator == 1:
        return Number(base.value ** int(exponent.value)) if abs(exponent.value) <= _HIGHEST else base**exponent
    return base if exponent is ONE else base**exponent


def _linear(t: Term, k: Var) -> tuple[Term, Term | None]:
    """(a, b) with t = a + b k, or b None."""
    found = coefficients(t, k, 1)
    return (ZERO, None) if found is None or len(found) != 2 else (found[0], found[1])
