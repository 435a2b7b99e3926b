"""An integration variable on a piece of its axis: x = start + rate y with y in [0, width].

As long as a value is an affine function of y it stays one, exactly: then its sign on the piece is known, |x - m| has no
kink inside, and 1 - (1 - y) is y again (which matters where y is as small as exp(-100)).
"""

from __future__ import annotations

from typing import Any

from flint import fmpq

from .elementary import call
from .scalars import ONE, ZERO, Lifted, Unknown, divide, is_zero, sign_of


class Affine(Lifted):
    """start + rate y; ``y`` is what the walk is done with: a complex ball, a polynomial, an envelope, a ``Probe``."""

    __slots__ = ("rate", "start", "width", "y")

    def __init__(self, level: int, start: Any, rate: Any, y: Any, width: Any) -> None:
        self.level, self.start, self.rate, self.y, self.width = level, start, rate, y, width

    @property
    def plain(self) -> Any:
        """The value as an ordinary one, no longer known to be affine."""
        if is_zero(self.rate):
            return self.start
        return self.y * self.rate if is_zero(self.start) else self.y * self.rate + self.start

    def _same(self, start: Any, rate: Any) -> Affine:
        return Affine(self.level, start, rate, self.y, self.width)

    def _mine(self, other: Any) -> bool:
        return isinstance(other, Affine) and other.level == self.level

    def add(self, other: Any) -> Any:
        if self._mine(other):
            return self._same(self.start + other.start, self.rate + other.rate)
        if isinstance(other, type(self.y)):
            return self.plain + other
        return self._same(self.start + other, self.rate)

    def multiply(self, other: Any) -> Any:
        if self._mine(other):
            left = self.plain
            return left * (left if other.start is self.start and other.rate is self.rate else other.plain)
        if isinstance(other, type(self.y)):
            return self.plain * other
        return ZERO if is_zero(other) else self._same(self.start * other, self.rate * other)

    def reciprocal(self) -> Any:
        return divide(ONE, self.plain)

    def is_exact_zero(self) -> bool:
        return is_zero(self.start) and is_zero(self.rate)

    def sign(self) -> int:
        """The sign inside the piece, where it does not change (it may vanish at an end)."""
        if isinstance(self.y, Probe):
            self.y.mark(self)
            return 1
        if self.is_exact_zero():
            return 0
        ends = {sign_of(self.start), sign_of(self.rate if self.width is None else self.start + self.rate * self.width)}
        ends.discard(0)
        if len(ends) == 1:
            return ends.pop()
        raise Unknown("a sign that changes inside a piece")

    def call(self, name: str, args: tuple, analytic: bool) -> Any:
        try:
            found = self._settled(name, args)
        except Unknown:  # the function's own enclosure holds across a kink, too
            found = None
        if found is not None:
            return found
        lowered = (x.plain if isinstance(x, Affine) and x.level == self.level else x for x in args)
        return call(name, tuple(lowered), analytic)

    def _settled(self, name: str, args: tuple) -> Any:
        """|x|, sign, max, min by the sign on this piece, or None."""
        if name == "abs":
            return self if self.sign() >= 0 else -self
        if name == "sign":
            return fmpq(self.sign())
        if name in ("max", "min") and all(map(self._affine, args)):
            return args[0] if (sign_of(args[0] - args[1]) >= 0) == (name == "max") else args[1]
        return None

    def _affine(self, x: Any) -> bool:
        return self._mine(x) or not isinstance(x, type(self.y))


class Probe(Lifted):
    """Some function of y, not looked at; it collects the places where the integrand may have a kink or a jump."""

    __slots__ = ("roots",)

    def __init__(self, level: int) -> None:
        self.level = level
        self.roots: list[Any] = []

    def mark(self, line: Affine) -> None:
        start, rate = as_number(line.start), as_number(line.rate)
        if not is_zero(rate) and not isinstance(rate, Lifted) and not isinstance(start, Lifted):
            root = divide(-start, rate)
            if not any(is_zero(root - known) for known in self.roots):
                self.roots.append(root)

    def add(self, other: Any) -> Probe:
        return self

    def multiply(self, other: Any) -> Any:
        return self

    def reciprocal(self) -> Probe:
        return self

    def sign(self) -> int:
        return 1

    def call(self, name: str, args: tuple, analytic: bool) -> Probe:
        return self


def as_number(x: Any) -> Any:
    """A value of an outer variable that is a number on its axis, as that number."""
    while isinstance(x, Affine) and not isinstance(x.y, Lifted):
        x = x.plain
    return x


def probing(x: Any) -> bool:
    """Whether the walk is looking for kinks."""
    return isinstance(x, Probe) or (isinstance(x, Affine) and isinstance(x.y, Probe))
