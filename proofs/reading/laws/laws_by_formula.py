r"""Laws of data by the formulas of their densities: p(x_i \mid \theta) = \theta^{x_i} (1 - \theta)^{1 - x_i} is what
Bernoulli's law is, however its factors are ordered.

Two products are compared by their bases and what the exponents of each add up to, as polynomials; a formula that is no
product of a table here has no name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import permutations
from typing import TYPE_CHECKING, Any

from ... import language as L
from ..names import name_of
from ..syntax import Script, Symbol, Syntax
from ..uses.uses import Applied

if TYPE_CHECKING:
    from ..meaning import Meaning

Key = Any  # what stands for a part of a term: itself, or a function with the polynomials of its arguments
Polynomial = dict[frozenset[tuple[Key, Fraction]], Fraction]
_MOST_TERMS = 12


def _normals(x: L.Term, m: L.Term, s: L.Term) -> L.Term:
    return L.exp(-((x - m) ** 2) / (2 * s**2)) / L.sqrt(2 * L.pi * s**2)


_Written = Callable[..., tuple[L.Term, L.Family]]
_OF_ONE: tuple[_Written, ...] = (
    lambda x, p: (p**x * (1 - p) ** (1 - x), L.Bernoulli(p)),
    lambda x, p: (p * (1 - p) ** x, L.Geometric(p)),
    lambda x, r: (r**x * L.exp(-r) / L.factorial(x), L.Poisson(r)),
    lambda x, r: (r * L.exp(-r * x), L.Exponential(r)),
    lambda x, s: (L.exp(-x / s) / s, L.Exponential(1 / s)),
    lambda x, m: (_normals(x, m, L.Number(1)), L.Normal(m, 1)),
)
_OF_TWO: tuple[_Written, ...] = (
    lambda x, m, s: (_normals(x, m, s), L.Normal(m, s)),
    lambda x, n, p: (L.binomial(n, x) * p**x * (1 - p) ** (n - x), L.Binomial(n, p)),
    lambda x, a, b: (b**a / L.gamma(a) * x ** (a - 1) * L.exp(-b * x), L.Gamma(a, b)),
    lambda x, a, b: (x ** (a - 1) * (1 - x) ** (b - 1) / L.beta(a, b), L.Beta(a, b)),
    lambda x, a, b: (
        L.gamma(a + b) / (L.gamma(a) * L.gamma(b)) * x ** (a - 1) * (1 - x) ** (b - 1),
        L.Beta(a, b),
    ),
)


def of_member(m: Meaning, applied: Applied, right: Syntax) -> tuple[L.Term, L.Family] | None:
    """One of the data, x_i, at which a density is taken, and the law whose density the formula behind it is."""
    match applied.items:
        case (Script(base, Symbol() as below, None, 0) as item,) if (stem := name_of(base)) is not None:
            home = m.family(stem)
        case _:
            return None
    name = name_of(below)
    known: dict[str, L.Term] = {}
    if home is not None and name is not None and name not in m.bound:
        known = {name: L.Var(name, L.Range(L.Number(1), home.space.dimension))}
    with m.binding(known):
        found = _law(m.term(item), m.scalar(right))
        if found is not None and L.is_counted(L.support(found)):
            m.context.survey.counted.add(stem)  # from here on its members are integers
            found = _law(m.term(item), m.scalar(right))
        return None if found is None else (m.term(item), found)


def _law(point: L.Term, body: L.Term) -> L.Family | None:
    """The named law whose density at a point is written so."""
    written = factored(body)
    inside = sorted((n for n in body.free - point.free if isinstance(n, L.Var)), key=lambda n: n.name)
    if written is None or not all(map(L.is_scalar, inside)):
        return None
    laws = (
        law
        for count, table in ((1, _OF_ONE), (2, _OF_TWO))
        if len(inside) == count
        for names in permutations(inside)
        for formula, law in (each(point, *names) for each in table)
        if factored(formula) == written
    )
    return next(laws, None)


def factored(t: L.Term) -> dict[Key, frozenset[tuple[frozenset[tuple[Key, Fraction]], Fraction]]] | None:
    """The exponent of each base of a product; None for what is no product of powers."""
    found: dict[Key, Polynomial] = {}
    for base, exponent in _powers(t):
        one = polynomial(exponent)
        if base is None or one is None:
            return None
        found[base] = _sum(found.get(base, {}), one)
    return {base: frozenset(exponent.items()) for base, exponent in found.items() if exponent}


def _powers(t: L.Term) -> Iterator[tuple[Key | None, L.Term]]:
    """The bases of a product, and their exponents; a base of None is one that is not read."""
    match t:
        case L.Number(value) if value == 1:
            return
        case L.Times(parts):
            for part in parts:
                yield from _powers(part)
        case L.Quotient(top, below):
            yield from _powers(top)
            yield from ((base, L.Neg(exponent)) for base, exponent in _powers(below))
        case L.Apply(L.Elementary("exp"), (exponent,)) | L.Power(L.Constant("e"), exponent):
            yield "e", exponent
        case L.Apply(L.Elementary("sqrt"), (inner,)):
            yield from ((base, exponent / 2) for base, exponent in _powers(inner))
        case L.Power(inner, outer):
            yield from ((base, exponent * outer) for base, exponent in _powers(inner))
        case L.Neg():
            yield None, L.Number(1)
        case _:
            base = polynomial(t)
            yield (None if base is None else frozenset(base.items())), L.Number(1)


def polynomial(t: L.Term) -> Polynomial | None:
    """A term as a sum of products of powers of its parts, which are no sums or products; None for one that is long."""
    match t:
        case L.Number(value):
            return {frozenset(): value} if value else {}
        case L.Plus(parts):
            return _fold(_sum, parts, {})
        case L.Times(parts):
            return _fold(_product, parts, {frozenset(): Fraction(1)})
        case L.Neg(part):
            return _fold(_product, (part,), {frozenset(): Fraction(-1)})
        case L.Quotient(top, below):
            one, other = polynomial(top), polynomial(below)
            if one is None or other is None or len(other) != 1:
                return None
            ((monomial, factor),) = other.items()
            return _product(one, {frozenset((key, -power) for key, power in monomial): 1 / factor})
        case L.Power(base, L.Number(power)) if power.denominator == 1 and 0 < power <= 4:
            return _fold(_product, (base,) * int(power), {frozenset(): Fraction(1)})
        case L.Apply(L.Elementary(name), args):
            inside = [polynomial(arg) for arg in args]
            if any(each is None for each in inside):
                return None
            key = name, tuple(frozenset(each.items()) for each in inside if each is not None)
            return {frozenset({(key, Fraction(1))}): Fraction(1)}
    return {frozenset({(t, Fraction(1))}): Fraction(1)}


def _fold(
    combine: Callable[[Polynomial, Polynomial], Polynomial], parts: tuple[L.Term, ...], first: Polynomial
) -> Polynomial | None:
    for part in parts:
        one = polynomial(part)
        if one is None or len(one) * max(len(first), 1) > _MOST_TERMS:
            return None
        first = combine(first, one)
    return first


def _sum(a: Polynomial, b: Polynomial) -> Polynomial:
    whole = {key: a.get(key, Fraction(0)) + b.get(key, Fraction(0)) for key in {**a, **b}}
    return {key: factor for key, factor in whole.items() if factor}


def _product(a: Polynomial, b: Polynomial) -> Polynomial:
    found: Polynomial = {}
    for one, times in a.items():
        for other, again in b.items():
            powers = dict(one)
            for key, power in other:
                powers[key] = powers.get(key, Fraction(0)) + power
            found = _sum(found, {frozenset((k, p) for k, p in powers.items() if p): times * again})
    return found


__all__ = ["factored", "of_member", "polynomial"]
