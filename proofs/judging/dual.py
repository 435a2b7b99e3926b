"""Dual numbers: a value and its slope in one direction, over any scalars (rationals, balls, polynomials, dual numbers).

This is how derivatives get a numeric meaning that no rule of differentiation on terms takes part in.
"""

from __future__ import annotations

from typing import Any

from flint import arb, fmpq

from .elementary import call, power
from .scalars import HALF, ONE, ZERO, Lifted, Undefined, Unknown, divide, is_zero, sign_of

NEARBY = 2.0**-30


class Dual(Lifted):
    """value + slope * eps with eps**2 = 0; ``level`` keeps the eps of nested derivatives apart."""

    __slots__ = ("slope", "value")

    def __init__(self, level: int, value: Any, slope: Any) -> None:
        self.level, self.value, self.slope = level, value, slope

    def parts(self, other: Any) -> tuple[Any, Any]:
        """Value and slope of any scalar, in this object's direction."""
        return split(other, self.level)

    def add(self, other: Any) -> Dual:
        value, slope = self.parts(other)
        return Dual(self.level, self.value + value, self.slope + slope)

    def multiply(self, other: Any) -> Dual:
        value, slope = self.parts(other)
        return Dual(self.level, self.value * value, self.slope * value + _times(self.value, slope))

    def reciprocal(self) -> Dual:
        value = divide(ONE, self.value)
        return Dual(self.level, value, -self.slope * value * value)

    def is_exact_zero(self) -> bool:
        return is_zero(self.value) and is_zero(self.slope)

    def sign(self) -> int:
        sign = sign_of(self.value)
        if sign == 0 and not is_zero(self.slope):
            raise Unknown("a case distinction at the very point of a derivative")
        return sign

    def raised(self, exponent: Any) -> Any:
        """For a value that is not positive and whole exponents, as in a series with changing signs."""
        if sign_of(self.value) > 0:
            return None
        slope = exponent * power(self.value, exponent - ONE, False) * self.slope
        return Dual(self.level, power(self.value, exponent, False), slope)

    def call(self, name: str, args: tuple, analytic: bool) -> Any:
        pairs = [self.parts(x) for x in args]
        values = tuple(value for value, _ in pairs)
        if name in ("max", "min"):
            return args[0] if (sign_of(args[0] - args[1]) >= 0) == (name == "max") else args[1]
        value = call(name, values, analytic)
        slope: Any = ZERO
        for place, (_, direction) in enumerate(pairs):
            if not is_zero(direction):
                slope = slope + direction * _slope(name, place, values, value, analytic)
        return Dual(self.level, value, slope)


def _times(a: Any, b: Any) -> Any:
    return ZERO if is_zero(b) else a * b


def split(x: Any, level: int) -> tuple[Any, Any]:
    """Value and slope of ``x`` in the direction of ``level``."""
    return (x.value, x.slope) if isinstance(x, Dual) and x.level == level else (x, ZERO)


def _slope(name: str, place: int, args: tuple, value: Any, analytic: bool) -> Any:
    """The partial derivative of ``name`` by the argument at ``place``, where its value is ``value``."""

    def f(inner: str, *at: Any) -> Any:
        return call(inner, at, analytic)

    x = args[place]
    match name:
        case "log":
            return divide(ONE, x)
        case "exp":
            return value
        case "sqrt":
            return divide(HALF, value)
        case "abs":
            if is_zero(x):
                raise Undefined("abs has no derivative at 0")
            return f("sign", x)
        case "sign" | "floor":
            if is_zero(x - f("floor", x) if name == "floor" else x):
                raise Undefined(f"{name} has no derivative at a jump")
            if isinstance(x, arb):
                sign_of(x if name == "sign" else x - f("floor", x))
            return ZERO
        case "sin":
            return f("cos", x)
        case "cos":
            return -f("sin", x)
        case "tan":
            return 1 + value * value
        case "sinh":
            return f("cosh", x)
        case "cosh":
            return f("sinh", x)
        case "tanh":
            return ONE - value * value
        case "arctan":
            return divide(ONE, 1 + x * x)
        case "arcsin":
            return divide(ONE, f("sqrt", 1 - x * x))
        case "arccos":
            return -divide(ONE, f("sqrt", 1 - x * x))
        case "gamma":
            return value * f("digamma", x)
        case "factorial":
            return value * f("digamma", x + 1)
        case "loggamma":
            return f("digamma", x)
        case "digamma":
            return f("polygamma", ONE, x)
        case "polygamma" if place == 1:
            return f("polygamma", args[0] + 1, x)
        case "beta":
            return value * (f("digamma", x) - f("digamma", args[0] + args[1]))
        case "binomial":
            n, k = args
            rest = f("digamma", n - k + 1)
            return value * (f("digamma", n + 1) - rest if place == 0 else rest - f("digamma", k + 1))
        case "erf" | "erfc":
            return fmpq(2 if name == "erf" else -2) * f("exp", -(x * x)) / arb.pi().sqrt()
        case "sigmoid":
            return value * (ONE - value)
        case "softplus":
            return f("sigmoid", x)
    raise Unknown(f"no derivative of {name} by its argument {place + 1}")


def around(x: Any) -> Any:
    """A ball around a number, of a dual one around its value."""
    if isinstance(x, Dual):
        return Dual(x.level, around(x.value), x.slope)
    if isinstance(x, fmpq | arb):
        return arb(x) + arb(0, NEARBY)
    raise Unknown("a derivative of a series at what is no number")


def seed(level: int, value: Any) -> Dual:
    """The value, moving with slope 1."""
    return Dual(level, value, fmpq(1))
