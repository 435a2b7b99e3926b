"""Powers and elementary functions of terms, as fractions."""

from __future__ import annotations

from fractions import Fraction

from ..language import Neg, Plus, Term
from ..language.masks import NEGATIVE, POSITIVE, ZERO
from . import reading
from .elementary import absolute, exponential, function, gamma, log_gamma, logarithm, polygamma, power
from .integer_powers import integer_power
from .ring import Frac, Key, Ring
from .scope import Scope


def power_of(scope: Scope, base: Term, exponent: Term) -> Frac:
    """A power by what is known of its base and its exponent."""
    ring = scope.ring
    above = reading.value(scope, exponent)
    n = ring.is_number(above)
    if n is not None:
        return power(scope, reading.value(scope, base), n, scope.facts.nonzero(base))
    below = reading.value(scope, base)
    if scope.facts.positive(base) or scope.frac_sign(below) == POSITIVE:
        return exponential(scope, ring.mul(above, logarithm(scope, below)))
    done = integer_power(scope, below, exponent, above)
    if done is not None:
        return done
    above = ring.lowest(above)
    return _symbolic(ring, below, above)


def _symbolic(ring: Ring, base: Frac, exponent: Frac) -> Frac:
    above, below = ring.key(exponent), ring.key(base)
    key = Key((below.what, above.what), below.bound | above.bound, max(below.height, above.height))
    return ring.of(ring.gen("power", key, None, (base, exponent)))


_ODD = {"sin", "tan", "arctan", "erf"}


def elementary_of(scope: Scope, name: str, args: tuple[Term, ...]) -> Frac | None:
    """A function by its arguments, or None where nothing is known to do with it."""
    ring = scope.ring
    a = reading.value(scope, args[0])
    match name:
        case "exp":
            return exponential(scope, a)
        case "log":
            return logarithm(scope, a)
        case "sqrt":
            return power(scope, a, Fraction(1, 2))
        case "abs":
            return absolute(scope, a)
        case "sinh" | "cosh" | "tanh" | "sigmoid" | "softplus":
            return _hyperbolic(scope, name, exponential(scope, a))
        case "sin" | "cos" | "tan" | "arctan" | "erf":
            return _even_or_odd(scope, name, a)
        case "max" | "min":
            b = reading.value(scope, args[1])
            gap = absolute(scope, ring.add(a, ring.neg(b)))
            return ring.scaled(ring.add(ring.add(a, b), gap if name == "max" else ring.neg(gap)), Fraction(1, 2))
        case "sign":
            mask = scope.frac_sign(a)
            if mask in (NEGATIVE, ZERO, POSITIVE):
                return Frac(ring.constant({NEGATIVE: -1, ZERO: 0, POSITIVE: 1}[mask]), ring.one, a.unproved)
            return None if mask & ZERO else scope.divided(absolute(scope, a), a, proved=True)
        case "gamma":
            return gamma(scope, a)
        case "factorial" if scope.facts.nonnegative(args[0]):
            return gamma(scope, ring.add(a, ring.number(1)))
        case "loggamma":
            return log_gamma(scope, a)
        case "digamma":
            return polygamma(scope, 0, a)
        case "polygamma" if (n := ring.is_number(a)) is not None and n.denominator == 1 and 0 <= n <= 8:
            return polygamma(scope, int(n), reading.value(scope, args[1]))
        case "beta":
            b = reading.value(scope, args[1])
            if scope.facts.positive(args[0]) and scope.facts.positive(args[1]):
                above = ring.mul(gamma(scope, a), gamma(scope, b))
                return scope.divided(above, gamma(scope, ring.add(a, b)), proved=True)
        case "binomial":
            whole, chosen = args
            if scope.facts.nonnegative(chosen) and scope.facts.nonnegative(Plus((whole, Neg(chosen)))):
                one, b = ring.number(1), reading.value(scope, chosen)
                below = ring.mul(gamma(scope, ring.add(b, one)), gamma(scope, ring.add(ring.add(a, ring.neg(b)), one)))
                return scope.divided(gamma(scope, ring.add(a, one)), below, proved=True)
    return None


def _hyperbolic(scope: Scope, name: str, e: Frac) -> Frac:
    """Functions of x as functions of e = exp(x)."""
    ring = scope.ring
    one = ring.number(1)
    if name == "sigmoid":
        return scope.divided(e, ring.add(one, e), proved=True)
    if name == "softplus":
        return logarithm(scope, ring.add(one, e))
    square = ring.mul(e, e)
    if name == "tanh":
        return scope.divided(ring.add(square, ring.number(-1)), ring.add(square, one), proved=True)
    above = ring.add(square, one if name == "cosh" else ring.number(-1))
    return scope.divided(above, ring.scaled(e, 2), proved=True)


def _even_or_odd(scope: Scope, name: str, a: Frac) -> Frac:
    ring = scope.ring
    a = ring.lowest(a)
    if a.num == 0:
        return Frac(ring.constant(name == "cos"), ring.one, a.unproved)
    flipped = a.num.leading_coefficient() < 0
    inner = ring.neg(a) if flipped else a
    if name == "tan":
        done = scope.divided(function(ring, "sin", inner), function(ring, "cos", inner))
    else:
        done = function(ring, name, inner)
    if name in ("sin", "cos"):
        sine, cosine = (function(ring, each, inner).num for each in ("sin", "cos"))
        ring.cosines[ring.used(cosine)[0]] = ring.used(sine)[0]
    return ring.neg(done) if flipped and name in _ODD else done
