"""Powers whose exponent is an integer with a name: r^n, (-1)^k, of a base of any sign.

The laws of powers hold for such exponents where the base is not 0; where it may be, as long as no exponent on the way
is negative (0^0 is 1).
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from ..language import Term
from ..language.masks import NEGATIVE, POSITIVE, ZERO
from .elementary import exponential, logarithm, power
from .ring import Frac, Key, Poly, Ring, rational
from .scope import Scope


class Exponent(NamedTuple):
    """An integer: whole multiples of products of integer names, and a constant."""

    multiples: list[tuple[Frac, int]]
    constant: int


def integer_power(scope: Scope, base: Frac, exponent: Term, above: Frac) -> Frac | None:
    """A power with such an exponent by its parts, or None where the laws of powers are not known to hold."""
    ring = scope.ring
    split = _exponent(scope, exponent, ring.lowest(above))
    if split is None or base.num == 0 or base.unproved:
        return None
    if not _never_zero(scope, base) and not _never_negative(scope, split):
        return None
    done = ring.number(1)
    for side, p in ((1, base.num), (-1, base.den)):
        content, factors = ring.factored(p)
        done = ring.mul(done, _of_factor(scope, ring.constant(content), side, split, above))
        for f, n in factors:
            done = ring.mul(done, _of_factor(scope, f, side * n, split, above))
    return done


def _exponent(scope: Scope, exponent: Term, above: Frac) -> Exponent | None:
    """The exponent taken apart; None where its parts are no integers, as in n (n + 1) / 2."""
    ring = scope.ring
    if above.den != 1 or not scope.facts.integer(exponent):
        return None
    multiples, constant = [], 0
    for powers, c in above.num.to_dict().items():
        coefficient = rational(c)
        if coefficient.denominator != 1:
            return None
        if any(powers):
            terms = [ring.gens[k].term for k, n in enumerate(powers) if n]
            if not all(t is not None and scope.facts.integer(t) for t in terms):
                return None
            product = ring.context.from_dict({powers: 1})
            multiples.append((Frac(product, ring.one), int(coefficient)))
        else:
            constant = int(coefficient)
    return Exponent(multiples, constant)


def _never_zero(scope: Scope, base: Frac) -> bool:
    return not scope.factored_sign(base.num) & ZERO


def _never_negative(scope: Scope, split: Exponent) -> bool:
    return split.constant >= 0 and all(c > 0 and not scope.frac_sign(m) & NEGATIVE for m, c in split.multiples)


def _of_factor(scope: Scope, f: Poly, times: int, split: Exponent, above: Frac) -> Frac:
    """(f^times) to the exponent: by exp and log where the sign of f is known, else by a generator for each part."""
    ring = scope.ring
    sign, done = scope.sign(f), ring.number(1)
    if sign == NEGATIVE:
        f, done = -f, _by_parts(scope, ring.constant(-1), times, split)
    if sign in (POSITIVE, NEGATIVE):
        scaled = ring.scaled(above, times)
        return ring.mul(done, exponential(scope, ring.mul(scaled, logarithm(scope, Frac(f, ring.one)))))
    return _by_parts(scope, f, times, split)


def _by_parts(scope: Scope, f: Poly, times: int, split: Exponent) -> Frac:
    ring = scope.ring
    done = power(scope, Frac(f, ring.one), Fraction(split.constant * times), proved=True)
    for m, c in split.multiples:
        done = ring.mul(done, power(scope, _generator(ring, f, m), Fraction(c * times), proved=True))
    return done


def _generator(ring: Ring, f: Poly, exponent: Frac) -> Frac:
    """f to a product of integer names."""
    base = Frac(f, ring.one)
    above, below = ring.key(exponent), ring.key(base)
    key = Key((below.what, above.what), below.bound | above.bound, max(below.height, above.height))
    k = ring.gen("power", key, None, (base, exponent))
    if f == -1:
        ring.relations[k] = (2, ring.one)
    return ring.of(k)
