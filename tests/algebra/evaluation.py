"""Terms at a point, in mpmath: an evaluator of its own, to hold the algebra against.  Raises ``Undefined``."""

from __future__ import annotations

from collections.abc import Mapping

import mpmath
from mpmath import mpf

from proofs.language import (
    Apply,
    Bernoulli,
    Constant,
    Elementary,
    Expectation,
    Neg,
    Number,
    Plus,
    Power,
    Prod,
    Quotient,
    Range,
    Sum,
    Term,
    Times,
    Var,
)

ZERO = mpf(10) ** -25


class Undefined(ArithmeticError):
    """The term has no real value at the point."""


def nonzero(value: mpf) -> mpf:
    if abs(value) < ZERO:
        raise Undefined
    return value


def positive(value: mpf) -> mpf:
    if value < ZERO:
        raise Undefined
    return value


def at_least_zero(value: mpf) -> mpf:
    if value < -ZERO:
        raise Undefined
    return max(value, mpf(0))


def within_one(value: mpf) -> mpf:
    if abs(value) > 1:
        raise Undefined
    return value


FUNCTIONS = {
    "log": lambda a: mpmath.log(positive(a)),
    "exp": mpmath.exp,
    "sqrt": lambda a: mpmath.sqrt(at_least_zero(a)),
    "abs": abs,
    "sign": mpmath.sign,
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "tan": mpmath.tan,
    "sinh": mpmath.sinh,
    "cosh": mpmath.cosh,
    "tanh": mpmath.tanh,
    "arctan": mpmath.atan,
    "erf": mpmath.erf,
    "erfc": mpmath.erfc,
    "arcsin": lambda a: mpmath.asin(within_one(a)),
    "arccos": lambda a: mpmath.acos(within_one(a)),
    "sigmoid": lambda a: 1 / (1 + mpmath.exp(-a)),
    "softplus": lambda a: mpmath.log(1 + mpmath.exp(a)),
    "max": max,
    "min": min,
    "gamma": lambda a: mpmath.gamma(positive(a)),
    "loggamma": lambda a: mpmath.loggamma(positive(a)),
    "digamma": lambda a: mpmath.digamma(positive(a)),
    "beta": lambda a, b: mpmath.beta(positive(a), positive(b)),
    "polygamma": lambda n, a: mpmath.polygamma(int(n), positive(a)),
    "factorial": lambda a: mpmath.factorial(at_least_zero(a)),
}


def value(t: Term, point: Mapping[Var, mpf]) -> mpf:
    """The value of a scalar term; of binders it knows finite sums and products, and the mean under Bernoulli."""
    match t:
        case Number(q):
            return mpf(q.numerator) / q.denominator
        case Constant(name):
            return {"pi": mpmath.pi, "e": mpmath.e}[name] * 1
        case Var():
            return point[t]
        case Plus(args):
            return mpmath.fsum(value(a, point) for a in args)
        case Neg(arg):
            return -value(arg, point)
        case Times(args):
            return mpmath.fprod(value(a, point) for a in args)
        case Quotient(num, den):
            return value(num, point) / nonzero(value(den, point))
        case Power(base, exponent):
            return _power(value(base, point), value(exponent, point), exponent)
        case Apply(Elementary(name), args):
            return FUNCTIONS[name](*(value(a, point) for a in args))
        case Sum(body, Var(_, Range(low, high)) as i) | Prod(body, Var(_, Range(low, high)) as i):
            ends = int(value(low, point)), int(value(high, point))
            parts = [value(body, {**point, i: mpf(k)}) for k in range(ends[0], ends[1] + 1)]
            return mpmath.fsum(parts) if isinstance(t, Sum) else mpmath.fprod(parts)
        case Expectation(body, i, Bernoulli(p, _)):
            weight = value(p, point)
            return weight * value(body, {**point, i: mpf(1)}) + (1 - weight) * value(body, {**point, i: mpf(0)})
    raise TypeError(f"expected a scalar whose value is known here, found {t!r}")


def _power(base: mpf, exponent: mpf, written: Term) -> mpf:
    if isinstance(written, Number) and written.value.denominator == 1:
        n = int(written.value)
        return nonzero(base) ** n if n < 0 else base**n
    return (at_least_zero(base) if exponent > 0 else positive(base)) ** exponent
