"""Series whose terms are a rational function of the index: exactly, by partial fractions and the Hurwitz zeta function.

A term that is evaluated at the index itself, as a ``Ratio`` of polynomials with rational coefficients, *is* one: every
operation on the way was exact.
"""

from __future__ import annotations

from typing import Any

from flint import acb, arb, fmpq, fmpq_poly

from .scalars import ZERO, Infinite, Lifted, Undefined, Unknown

MOST_TERMS = 1000  # before the poles are passed


class Ratio(Lifted):
    """A rational function of the index, in lowest terms."""

    __slots__ = ("above", "below")

    def __init__(self, level: int, above: fmpq_poly, below: fmpq_poly) -> None:
        common = above.gcd(below)
        self.level, self.above, self.below = level, above // common, below // common

    def _parts(self, other: Any) -> tuple[fmpq_poly, fmpq_poly]:
        if isinstance(other, Ratio) and other.level == self.level:
            return other.above, other.below
        if isinstance(other, fmpq):
            return fmpq_poly([other]), fmpq_poly([1])
        raise Unknown("a term that is no rational function of the index with rational coefficients")

    def add(self, other: Any) -> Ratio:
        above, below = self._parts(other)
        return Ratio(self.level, self.above * below + above * self.below, self.below * below)

    def multiply(self, other: Any) -> Ratio:
        above, below = self._parts(other)
        return Ratio(self.level, self.above * above, self.below * below)

    def reciprocal(self) -> Ratio:
        if self.is_exact_zero():
            raise Undefined("1/0")
        return Ratio(self.level, self.below, self.above)

    def exponent_of(self, base: Any) -> Any:
        raise Unknown("a power of the index, which is no rational function of it")

    def is_exact_zero(self) -> bool:
        return bool(self.above == 0)

    def call(self, name: str, args: tuple, analytic: bool) -> Any:
        raise Unknown(f"{name} of the index, which is no rational function of it")


def index(level: int) -> Ratio:
    """The index itself."""
    return Ratio(level, fmpq_poly([0, 1]), fmpq_poly([1]))


def total(term: Any, low: int) -> Any:
    """The sum of the values of a ratio at low, low + 1, ...; infinite where the terms fall no faster than 1/k."""
    if isinstance(term, fmpq) and term:
        return Infinite(1 if term > 0 else -1)
    if not isinstance(term, Ratio):
        raise Unknown("a term that is no rational function of the index")
    if term.is_exact_zero():
        return ZERO
    _, factors = term.below.factor()
    poles = [-f[0] / f[1] for f, _ in factors if f.degree() == 1]
    if any(pole.q == 1 and pole >= low for pole in poles):
        raise Undefined("a term of the series that has no value")
    if term.below.degree() - term.above.degree() <= 1:  # of one sign, from some term on
        return Infinite(1 if _leading(term.above) * _leading(term.below) > 0 else -1)
    start = max([low, *(int(pole.floor()) + 1 for pole in poles)])
    if start - low > MOST_TERMS:
        raise Unknown("a series whose terms have poles far out")
    first: Any = sum((term.above(fmpq(k)) / term.below(fmpq(k)) for k in range(low, start)), fmpq(0))
    return first + sum((_share(term, f, m, start) for f, m in factors), arb(0))


def _share(term: Ratio, factor: fmpq_poly, times: int, start: int) -> arb:
    """What the poles that are the roots of a factor of the denominator contribute."""
    if factor.degree() == 1:
        pole = -factor[0] / factor[1]
        by_power = enumerate(_principal_part(term, pole, times), 1)
        return sum((c * _tail(power, start - pole) for power, c in by_power if c), arb(0))
    if times > 1:
        raise Unknown("a series whose terms have repeated poles that are not rational")
    slope, whole = term.below.derivative(), acb(0)
    roots: Any = factor.complex_roots()
    for root, _ in roots:
        whole -= _at(term.above, root) / _at(slope, root) * (start - root).digamma()
    return whole.real


def _principal_part(term: Ratio, pole: fmpq, times: int) -> list[fmpq]:
    """[c_1, .., c_m] where the term is c_1/(k - pole) + .. + c_m/(k - pole)^m and what has no pole there."""
    moved = fmpq_poly([pole, 1])
    above, below = term.above(moved), term.below(moved)
    below = fmpq_poly(below.coeffs()[times:])
    found: list[fmpq] = []
    for j in range(times):  # the power series of above/below
        known = sum((found[i] * below[j - i] for i in range(j)), fmpq(0))
        found.append((above[j] - known) / below[0])
    return found[::-1]


def _tail(power: int, a: fmpq) -> arb:
    """The sum of (a + n)^-power over n = 0, 1, ..; for the first power up to a constant that all such shares have."""
    return -arb(a).digamma() if power == 1 else arb(power).zeta(arb(a))


def _at(p: fmpq_poly, x: acb) -> acb:
    value = acb(0)
    for c in reversed(p.coeffs()):
        value = value * x + c
    return value


def _leading(p: fmpq_poly) -> fmpq:
    return p[p.degree()]


__all__ = ["Ratio", "index", "total"]
