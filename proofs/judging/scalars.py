"""Scalars: exact rationals (``fmpq``), real and complex balls (``arb``, ``acb``), the two infinities, lifted values.

A rational stays a rational for as long as it can, so that "is this 0" has an answer.  A ball is never rounded to one.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flint import acb, arb, fmpq

ZERO, ONE, HALF = fmpq(0), fmpq(1), fmpq(1, 2)
_NOUGHT = arb(0)  # a ball is compared with a ball faster than with an integer
MOST_BITS = 100_000  # of a power that is kept exact
LARGEST_EXPONENT = 10**100


class Undefined(Exception):
    """The expression has no value: 0/0, the logarithm of a negative number, oo - oo."""


class OutsideDomain(Undefined):
    """A function has no value at its argument: the logarithm or the root of a negative number."""


class Unknown(Exception):
    """The value could not be enclosed; it may or may not exist."""


class Lifted:
    """Base of values that carry more than a number: dual numbers, polynomials, envelopes of tails.

    Each has a ``level``; of two values the one with the higher level (made later, further inside) sees the other as a
    constant.  A subclass defines ``add``, ``multiply``, ``reciprocal`` and ``call`` (an elementary function).
    """

    __slots__ = ("level",)
    level: int

    def add(self, other: Any) -> Any:
        raise NotImplementedError

    def multiply(self, other: Any) -> Any:
        raise NotImplementedError

    def reciprocal(self) -> Any:
        raise NotImplementedError

    def call(self, name: str, args: tuple, analytic: bool) -> Any:
        """The elementary function at ``args``, of which the highest is of this object's level."""
        raise NotImplementedError

    def raised(self, exponent: Any) -> Any:
        """self ** exponent, of a level below, where that is more than exp(exponent * log(self)); else None."""
        return None

    def exponent_of(self, base: Any) -> Any:
        """base ** self, for a number that is not positive."""
        raise Undefined("a power of what is not positive, whose exponent varies")

    def is_exact_zero(self) -> bool:
        return False

    def sign(self) -> int:
        """-1, 0 or 1; raises ``Unknown`` where it cannot be told."""
        raise Unknown(f"no sign of a {type(self).__name__}")

    def __add__(self, other: Any) -> Any:
        return other.add(self) if isinstance(other, Lifted) and other.level > self.level else self.add(other)

    __radd__ = __add__

    def __mul__(self, other: Any) -> Any:
        return other.multiply(self) if isinstance(other, Lifted) and other.level > self.level else self.multiply(other)

    __rmul__ = __mul__

    def __neg__(self) -> Any:
        return self.multiply(fmpq(-1))

    def __sub__(self, other: Any) -> Any:
        return self + -other

    def __rsub__(self, other: Any) -> Any:
        return -self + other

    def __truediv__(self, other: Any) -> Any:
        return self * divide(ONE, other)

    def __rtruediv__(self, other: Any) -> Any:
        return self.reciprocal() * other


class Infinite:
    """plus or minus infinity, with the arithmetic of the extended reals; oo - oo and 0 oo raise ``Undefined``."""

    __slots__ = ("sign",)

    def __init__(self, sign: int) -> None:
        self.sign = sign

    def __neg__(self) -> Infinite:
        return MINUS if self.sign > 0 else PLUS

    def __add__(self, other: Any) -> Infinite:
        if isinstance(other, Infinite) and other.sign != self.sign:
            raise Undefined("∞ - ∞")
        _finite_real(other)
        return self

    __radd__ = __add__

    def __sub__(self, other: Any) -> Infinite:
        return self + -other

    def __rsub__(self, other: Any) -> Infinite:
        return -self + other

    def __mul__(self, other: Any) -> Infinite:
        factor = sign_of(other)
        if factor == 0:
            raise Undefined("0 · ∞")
        return self if factor > 0 else -self

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Infinite:
        if isinstance(other, Infinite):
            raise Undefined("∞/∞")
        factor = sign_of(other)
        if factor == 0:
            raise Undefined("∞/0")
        return self if factor > 0 else -self

    def __rtruediv__(self, other: Any) -> Any:
        _finite_real(other)
        return ZERO


PLUS, MINUS = Infinite(1), Infinite(-1)


def _finite_real(x: Any) -> None:
    if isinstance(x, (acb, Lifted)):
        raise Unknown("an infinity among functions of an integration variable")
    if isinstance(x, arb) and not x.is_finite():
        raise Unknown("a ball that is not finite")


def exact(value: int | Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)


def fraction(x: fmpq) -> Fraction:
    return Fraction(int(x.p), int(x.q))


def ball(x: Any) -> Any:
    """A rational as a ball at the working precision; balls stay."""
    return arb(x) if type(x) is fmpq else x


def is_zero(x: Any) -> bool:
    """Whether ``x`` is exactly 0 (a ball around 0 is not)."""
    kind = type(x)
    if kind is fmpq:
        return not x  # much faster than to compare it with 0
    if kind is arb or kind is acb:
        return x.is_zero()
    return isinstance(x, Lifted) and x.is_exact_zero()


def sign_of(x: Any) -> int:
    """-1, 0 or 1.  Raises ``Unknown`` for a ball that contains 0 and more."""
    kind = type(x)
    if kind is fmpq:
        return 0 if not x else 1 if x.p > 0 else -1  # much faster than to compare x with 0
    if isinstance(x, Infinite):
        return x.sign
    if isinstance(x, Lifted):
        return x.sign()
    if kind is acb:
        x = x.real
    elif kind is not arb:
        raise Undefined("the sign of what is no number")
    if x > _NOUGHT:
        return 1
    if x < _NOUGHT:
        return -1
    if x.is_zero():
        return 0
    raise Unknown("the sign of a ball around 0")


def as_int(x: Any) -> int:
    """An exact integer value as a Python integer."""
    if isinstance(x, int):
        return x
    if isinstance(x, fmpq) and x.q == 1:
        return int(x.p)
    found = "what varies" if isinstance(x, Lifted) else x
    raise Unknown(f"expected an exact integer, found {found}")


def divide(a: Any, b: Any) -> Any:
    kind = type(b)
    if kind is fmpq:
        if not b:
            raise Undefined("division by 0")
    elif kind is arb and not (b > _NOUGHT and b.is_finite()) and (b.contains(0) or not b.is_finite()):
        if b.is_zero():
            raise Undefined("division by 0")
        raise Unknown("a denominator that is not separated from 0")
    return a / b


def integer_power(base: Any, n: int) -> Any:
    """base**n by multiplication: FLINT's own power of a ball with midpoint 0 is not finite."""
    if n < 0:
        if is_zero(base):
            raise Undefined("a negative power of 0")
        return divide(ONE, integer_power(base, -n))
    if isinstance(base, fmpq):
        if n * max(base.p.bit_length(), base.q.bit_length()) <= MOST_BITS:
            return base**n
        if base in (-1, 0, 1):
            return base ** (2 - n % 2)
        base = arb(base)
    if n > LARGEST_EXPONENT:
        raise Unknown("a power whose exponent has more than 100 digits")
    result: Any = None
    while n:
        if n & 1:
            result = base if result is None else result * base
        n >>= 1
        if n:
            base = base * base
    return ONE if result is None else result
