"""Powers, logarithms, exponentials, absolute values and the gamma family of fractions."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import Any

from flint import fmpq

from ..language import pi
from ..language.masks import NEGATIVE, POSITIVE, ZERO
from .ring import Frac, Key, Poly, Ring, TooLarge, Undefined, primes, rational
from .scope import Scope

_LARGEST_EXPONENT = 2**16
_LARGEST_SHIFT = 20


def factors_of(ring: Ring, a: Frac) -> tuple[Fraction, list[tuple[Poly, int]]]:
    """A fraction as a constant and integer powers of irreducible polynomials."""
    a = ring.lowest(a)
    above, up = ring.factored(a.num)
    below, down = ring.factored(a.den)
    return above / below, up + [(f, -n) for f, n in down]


# ---------------------------------------------------------------------------------------------------------------------
# powers and absolute values


def power(scope: Scope, a: Frac, exponent: Fraction, proved: bool = False) -> Frac:
    """a ** exponent.  For a fraction as exponent, a >= 0 is taken for granted, but a root is taken apart only into
    factors of known sign and even powers."""
    ring = scope.ring
    if exponent.denominator == 1:
        n = int(exponent)
        if n < 0:
            a = scope.divided(ring.number(1), a, proved)
        return Frac(ring.raised(a.num, abs(n)), ring.raised(a.den, abs(n)), a.unproved)
    if exponent < 0:
        a = scope.divided(ring.number(1), a, proved)
        exponent = -exponent
    if ring.reduce(a.num) == 0:
        return Frac(ring.zero, ring.one, a.unproved)
    content, factors = factors_of(ring, a)
    done, rest = number_power(ring, abs(content), exponent), ring.constant(1 if content > 0 else -1)
    for f, n in factors:
        mask = scope.sign(f)
        if not mask & POSITIVE and mask & NEGATIVE:
            f, mask, rest = -f, POSITIVE, rest * (-1) ** (n % 2)
        if not mask & NEGATIVE:
            done = ring.mul(done, root(scope, f, n * exponent))
        else:
            even = n - n % 2
            if even:
                done = ring.mul(done, root(scope, absolute_factor(scope, f), even * exponent))
            if n % 2:
                rest *= f
    if rest == -1:
        raise Undefined
    if rest != 1:
        done = ring.mul(done, root(scope, rest, exponent))
    return Frac(done.num, done.den, done.unproved | a.unproved)


def number_power(ring: Ring, value: Fraction, exponent: Fraction) -> Frac:
    """A positive rational number to a rational power, by its primes."""
    done = ring.number(1)
    for n, side in ((value.numerator, 1), (value.denominator, -1)):
        for p, k in primes(n):
            done = ring.mul(done, _plain_root(ring, ring.constant(p), side * k * exponent))
    return done


def root(scope: Scope, f: Poly, exponent: Fraction) -> Frac:
    """f ** exponent for a polynomial f >= 0 that is not taken apart any further."""
    ring = scope.ring
    gen = ring.single(f)
    if gen is not None and gen.kind == "root":
        base, order = gen.data
        return _plain_root(ring, base, exponent / order)
    if gen is not None and gen.kind == "exp":
        part, order = gen.data
        return _exponential(ring, part, exponent / order)
    return _plain_root(ring, f, exponent)


def _plain_root(ring: Ring, f: Poly, exponent: Fraction) -> Frac:
    """f to the whole part of the exponent, which may be negative, times a power of a root below the first."""
    whole = floor(exponent)
    part = exponent - whole
    up, down = (f**whole, ring.one) if whole >= 0 else (ring.one, f**-whole)
    if part:
        k, order = ring.ordered("root", ring.poly_key(f), part.denominator, f)
        up = up * ring.poly(k) ** int(part * order)
    return Frac(ring.reduce(up), ring.reduce(down))


def absolute_factor(scope: Scope, f: Poly) -> Poly:
    """|f| of an irreducible polynomial."""
    ring = scope.ring
    mask = scope.sign(f)
    if not mask & NEGATIVE:
        return f
    if not mask & POSITIVE:
        return -f
    k = ring.gen("abs", ring.poly_key(f), None, f)
    ring.relations.setdefault(k, (2, f * f))
    return ring.poly(k)


def absolute(scope: Scope, a: Frac) -> Frac:
    ring = scope.ring
    if ring.reduce(a.num) == 0:
        return a
    content, factors = factors_of(ring, a)
    done = ring.number(abs(content))
    for f, n in factors:
        part = ring.raised(absolute_factor(scope, f), abs(n))
        done = ring.mul(done, Frac(part, ring.one) if n > 0 else Frac(ring.one, part))
    return Frac(done.num, done.den, a.unproved)


# ---------------------------------------------------------------------------------------------------------------------
# logarithms and exponentials


def logarithm(scope: Scope, a: Frac) -> Frac:
    """log a, a > 0 taken for granted, split into factors of known sign, and even powers of what is not zero."""
    ring = scope.ring
    if ring.reduce(a.num) == 0:
        raise Undefined
    content, factors = factors_of(ring, a)
    open_ones = [n for f, n in factors if n % 2 and scope.sign(f) & POSITIVE and scope.sign(f) & NEGATIVE]
    if open_ones and max(open_ones) < 0:  # log(1/f) = -log f: of the two, one is the form that is kept
        return ring.neg(logarithm(scope, Frac(a.den, a.num, a.unproved)))
    done, rest = ring.number(0), ring.number(1 if content > 0 else -1)
    for n, side in ((abs(content).numerator, 1), (abs(content).denominator, -1)):
        for p, k in primes(n):
            done = ring.add(done, ring.scaled(_log_of_factor(scope, ring.constant(p)), side * k))
    for f, n in factors:
        mask = scope.sign(f)
        if mask & ZERO or (mask & POSITIVE and mask & NEGATIVE and n % 2):
            apart = 0 if mask & ZERO else n - n % 2
            rest = ring.mul(rest, power(scope, Frac(f, ring.one), Fraction(n - apart), proved=True))
        else:
            apart = n
            if mask == NEGATIVE and n % 2:
                rest = ring.neg(rest)
        if apart:
            done = ring.add(done, ring.scaled(_log_of_factor(scope, f), apart))
    if not (rest.num.is_constant() and rest.den.is_constant()):
        done = ring.add(done, _log_of_rest(ring, rest))
    elif rest.num != rest.den:
        raise Undefined
    return Frac(done.num, done.den, done.unproved | a.unproved)


def _log_of_factor(scope: Scope, f: Poly) -> Frac:
    """log|f| of an irreducible polynomial, a prime or one generator."""
    ring = scope.ring
    gen = ring.single(f)
    if gen is not None:
        match gen.kind:
            case "root":
                base, order = gen.data
                return ring.scaled(_log_of_factor(scope, base), Fraction(1, order))
            case "abs":
                return _log_of_factor(scope, gen.data)
            case "exp":
                part, order = gen.data
                return ring.scaled(part, Fraction(1, order))
    return ring.of(ring.gen("log", ring.poly_key(f), None, f))


def _log_of_rest(ring: Ring, rest: Frac) -> Frac:
    """The logarithm of what has no known sign, kept whole."""
    gen = ring.single(rest.num) if rest.den == 1 else None
    if gen is not None and gen.kind == "abs":
        return ring.of(ring.gen("log", ring.poly_key(gen.data), None, gen.data))
    return ring.of(ring.gen("rawlog", ring.key(rest), None, rest))


def exponential(scope: Scope, a: Frac) -> Frac:
    """exp a, as a product over the terms of a."""
    ring = scope.ring
    a = ring.lowest(a)
    done = Frac(ring.one, ring.one, a.unproved)
    for part in _by_logarithms(ring, a):
        for exponents, c in part.num.to_dict().items():
            monomial = ring.lowest(Frac(ring.context.from_dict({exponents: 1}), part.den))
            gen = ring.single(monomial.num) if monomial.den == 1 else None
            if gen is not None and gen.kind == "log":
                done = ring.mul(done, _power_of_logarithm(scope, gen.data, rational(c)))
            else:
                done = ring.mul(done, _exponential(ring, monomial, rational(c)))
    return done


def _by_logarithms(ring: Ring, a: Frac) -> list[Frac]:
    """The fraction as a sum, by the logarithms in its terms: over a common denominator none would be seen alone."""
    if len(a.den) == 1:
        return [a]
    logs = [k for k, gen in enumerate(ring.gens) if gen.kind == "log"]
    parts: dict[tuple[int, ...], dict[tuple[int, ...], Any]] = {}
    for exponents, c in a.num.to_dict().items():
        parts.setdefault(tuple(exponents[k] for k in logs), {})[exponents] = c
    return [ring.lowest(Frac(ring.context.from_dict(part), a.den)) for part in parts.values()]


def _power_of_logarithm(scope: Scope, f: Poly, exponent: Fraction) -> Frac:
    """exp(exponent * log|f|)."""
    if f.is_constant():
        return _plain_root(scope.ring, f, exponent)
    return root(scope, absolute_factor(scope, f), exponent)


def _exponential(ring: Ring, part: Frac, times: Fraction) -> Frac:
    """exp(times * part) for a part that is not taken apart any further."""
    k, order = ring.ordered("exp", ring.key(part), times.denominator, part)
    n = int(times * order)
    if abs(n) > _LARGEST_EXPONENT:
        raise TooLarge
    value = ring.poly(k) ** abs(n)
    return Frac(value, ring.one) if n >= 0 else Frac(ring.one, value)


# ---------------------------------------------------------------------------------------------------------------------
# the gamma family


def shifted(scope: Scope, a: Frac) -> tuple[Frac, int] | None:
    """(r, n) with a = r + n and r > 0 chosen by the constant term of a alone, or None where no such r is found.

    For n < 0 the numbers from a to r are positive as well.
    """
    ring = scope.ring
    a = ring.lowest(a)
    if a.den != 1:
        return None
    constant = rational(a.num.to_dict().get((0,) * ring.size, fmpq(0)))
    base = ring.add(a, ring.number(-floor(constant)))
    for start in range(4):
        r = ring.add(base, ring.number(start))
        if scope.frac_sign(r) == POSITIVE:
            n = floor(constant) - start
            if abs(n) <= _LARGEST_SHIFT and (n >= 0 or scope.frac_sign(a) == POSITIVE):
                return r, n
            return None
    return None


def gamma(scope: Scope, a: Frac) -> Frac:
    ring = scope.ring
    found = shifted(scope, a)
    if found is None:
        return ring.of(ring.gen("gamma", ring.key(a), None, a))
    r, n = found
    value = ring.is_number(r)
    if value == 1:
        done = ring.number(1)
    elif value == Fraction(1, 2):
        done = power(scope, constant_pi(ring), Fraction(1, 2))
    else:
        done = ring.of(ring.gen("gamma", ring.key(r), None, r))
    for k in range(n):
        done = ring.mul(done, ring.add(r, ring.number(k)))
    for k in range(n, 0):
        done = scope.divided(done, ring.add(r, ring.number(k)), proved=True)
    return Frac(done.num, done.den, done.unproved | a.unproved)


def log_gamma(scope: Scope, a: Frac) -> Frac | None:
    """log of gamma(a), or None where a > 0 is not known."""
    return logarithm(scope, gamma(scope, a)) if scope.frac_sign(scope.ring.lowest(a)) == POSITIVE else None


def polygamma(scope: Scope, order: int, a: Frac) -> Frac:
    """The derivative of log gamma of order + 1, by psi(r + 1) = psi(r) + (-1)^order order! / r^(order + 1)."""
    ring = scope.ring
    found = shifted(scope, a)
    if found is None:
        return function(ring, "polygamma", ring.number(order), a)
    r, n = found
    done = function(ring, "polygamma", ring.number(order), r)
    factorial = 1
    for k in range(2, order + 1):
        factorial *= k
    for k in range(min(n, 0), max(n, 0)):
        step = power(scope, ring.add(r, ring.number(k)), Fraction(-order - 1), proved=True)
        done = ring.add(done, ring.scaled(step, (1 if n > 0 else -1) * (-1) ** order * factorial))
    return Frac(done.num, done.den, done.unproved | a.unproved)


def function(ring: Ring, name: str, *args: Frac) -> Frac:
    """An elementary function that is not looked into."""
    keys = [ring.key(a) for a in args]
    bound = frozenset().union(*(k.bound for k in keys))
    key = Key((name, *(k.what for k in keys)), bound, max(k.height for k in keys))
    return ring.of(ring.gen("function", key, None, (name, args)))


def constant_pi(ring: Ring) -> Frac:
    return ring.of(ring.gen("term", Key(pi), pi))
