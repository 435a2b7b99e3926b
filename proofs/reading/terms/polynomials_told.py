"""Polynomials with rational coefficients in the names of a term: whether two formulas are the same one, read off them.

What a page says in two ways, p + (1 - p) and 1, k - 1 and -1 + k, is recognised by this, and nothing is decided about
claims.
"""

from __future__ import annotations

from fractions import Fraction
from math import comb

from ... import language as L

Polynomial = dict[frozenset[tuple[L.Term, int]], Fraction]  # coefficients by monomial, without zeros
_LARGEST = 6  # powers that are multiplied out
_MOST = 64  # monomials
_ONE: frozenset[tuple[L.Term, int]] = frozenset()


def polynomial(t: L.Term) -> Polynomial | None:
    """The polynomial that a term is, in whatever stands in it that is no sum or product; None of what is too large."""
    match t:
        case L.Number(value):
            return {_ONE: value} if value else {}
        case L.Neg(inner):
            return _times(polynomial(inner), {_ONE: Fraction(-1)})
        case L.Plus(summands):
            total: Polynomial | None = {}
            for each in summands:
                total = _plus(total, polynomial(each))
            return total
        case L.Times(factors):
            product: Polynomial | None = {_ONE: Fraction(1)}
            for each in factors:
                product = _times(product, polynomial(each))
            return product
        case L.Power(base, L.Number(n)) if n.denominator == 1 and 0 <= n <= _LARGEST:
            return polynomial(L.Times((base,) * int(n))) if n else {_ONE: Fraction(1)}
        case L.Power(L.Number(base), L.Number(n)) if n.denominator == 1 and base and -20 <= n <= 20:
            return {_ONE: base ** int(n)}
        case L.Power(base, exponent) if not isinstance(exponent, L.Number) and (n := number(exponent)) is not None:
            return polynomial(L.Power(base, L.Number(n)))
        case L.Apply(L.Elementary("max" | "min" as which), (one, other)):
            first, last = number(one), number(other)
            if first is not None and last is not None:
                return polynomial(L.Number(max(first, last) if which == "max" else min(first, last)))
        case L.Apply(L.Elementary("binomial"), (upper, lower)) if (
            ways := _ways(number(upper), number(lower))
        ) is not None:
            return {_ONE: Fraction(ways)} if ways else {}
        case L.Quotient(above, below) if (divisor := number(below)) is not None and divisor:
            return _times(polynomial(above), {_ONE: 1 / divisor})
        case L.Apply(L.Elementary("abs"), (inner,)) if (value := number(inner)) is not None:
            return {_ONE: abs(value)} if value else {}
    return {frozenset({(t, 1)}): Fraction(1)} if L.is_scalar(t) else None


def _ways(upper: Fraction | None, lower: Fraction | None) -> int | None:
    """A binomial coefficient of whole numbers."""
    if upper is None or lower is None or upper.denominator != 1 or lower.denominator != 1:
        return None
    return comb(int(upper), int(lower)) if 0 <= lower <= upper <= _MOST else None


def number(t: L.Term) -> Fraction | None:
    """The rational number that a term is, whatever its names stand for; None of any other."""
    found = polynomial(t)
    if found is None or found.keys() - {_ONE}:
        return None
    return found.get(_ONE, Fraction(0))


def same(one: L.Term, other: L.Term) -> bool:
    """Whether two terms are the same polynomial."""
    difference = polynomial(L.Plus((one, L.Neg(other))))
    return difference == {}


def _plus(one: Polynomial | None, other: Polynomial | None) -> Polynomial | None:
    if one is None or other is None or len(one) + len(other) > _MOST:
        return None
    total = dict(one)
    for monomial, coefficient in other.items():
        total[monomial] = total.get(monomial, Fraction(0)) + coefficient
    return {monomial: c for monomial, c in total.items() if c}


def _times(one: Polynomial | None, other: Polynomial | None) -> Polynomial | None:
    if one is None or other is None or len(one) * len(other) > _MOST:
        return None
    total: Polynomial = {}
    for a, c in one.items():
        for b, d in other.items():
            powers: dict[L.Term, int] = dict(a)
            for base, n in b:
                powers[base] = powers.get(base, 0) + n
            monomial = frozenset(powers.items())
            total[monomial] = total.get(monomial, Fraction(0)) + c * d
    return {monomial: c for monomial, c in total.items() if c}


__all__ = ["number", "polynomial", "same"]
