"""Roots of a system of equations: proposed by Newton's method, proved by Krawczyk's test.

The iteration is only a proposal.  A rational root is one that satisfies every equation exactly; any other is carried as
a ball in which Krawczyk's test has shown a root to lie.  Several starts show whether there is more than one.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Protocol

from flint import arb, arb_mat, ctx, fmpq

DIGITS = 40
STEPS = 50
RADIUS = arb("1e-25")
CLOSE = arb("1e-28")
FAR = arb("1e6")  # where an iteration is given up
SIMPLE = 10**9  # the largest denominator of a root that is tried as a rational


class Effort:
    """How often a system may still be evaluated."""

    def __init__(self, left: int) -> None:
        self.left = left

    def spend(self, count: int) -> bool:
        """Whether there is that much left, which is then spent."""
        self.left -= count
        return self.left >= 0


class System(Protocol):
    """Terms that must be 0, as functions of some unknowns."""

    cost: int  # of an evaluation

    def balls(self, x: list[Any]) -> list[arb] | None:
        """The residuals at x, or None where one of them has no finite value."""

    def jacobian(self, x: list[Any]) -> arb_mat | None:
        """Their slopes at x."""

    def solved_exactly(self, x: list[Any]) -> bool:
        """Whether all residuals are exactly 0 at x."""

    def admits(self, x: list[Any], before: list[Any]) -> bool:
        """Whether a step may lead from ``before`` to x."""


def roots(system: System, starts: Iterator[list[Any]], effort: Effort) -> Iterator[list[Any]]:
    """The roots that are found from these starts and proved, each once."""
    found: list[list[Any]] = []
    for start in starts:
        precision, ctx.dps = ctx.dps, DIGITS
        try:
            x = _newton(system, start, effort)
            new = x is not None and not any(_close(x, known) for known in found)
            root = _proved(system, x) if x is not None and new and effort.spend(4 * len(x) * system.cost) else None
        finally:
            ctx.dps = precision
        if root is not None:
            found.append(root)
            yield root


def _close(x: list[Any], y: list[Any]) -> bool:
    return all(abs(as_ball(a) - as_ball(b)) < RADIUS for a, b in zip(x, y, strict=True))


def as_ball(v: Any) -> arb:
    """What a world says of a number, as a ball."""
    return arb(fmpq(v.numerator, v.denominator)) if isinstance(v, Fraction) else v


def _proved(system: System, x: list[arb]) -> list[Any] | None:
    rational = [_fraction(v).limit_denominator(SIMPLE) for v in x]
    return rational if system.solved_exactly(rational) else _krawczyk(system, x)


def _newton(system: System, start: list[Any], effort: Effort) -> list[arb] | None:
    """A point where the residuals nearly vanish, by steps with slopes that are corrected by what the steps achieve."""
    x = list(map(as_ball, start))
    f, inverse = system.balls(x), None
    for _ in range(STEPS):
        if f is None:
            return None
        size = max((abs(v) for v in f), default=arb(0))
        if size < CLOSE:
            return x
        if any(abs(v) > FAR for v in x):
            return None
        if inverse is None and not effort.spend(len(x) * system.cost):
            return None
        if inverse is None and (inverse := _inverse(system.jacobian(x))) is None:
            return None
        step = (inverse * _column(f)).mid()
        for halvings in range(20):
            trial = [(v - step[i, 0] / 2**halvings).mid() for i, v in enumerate(x)]
            if not effort.spend(system.cost):
                return None
            reached = system.balls(trial) if system.admits(trial, x) else None
            if reached is not None:
                break
        else:
            return None
        serves = max(abs(v) for v in reached) * 2 < size
        inverse = _corrected(inverse, _column(trial) - _column(x), _column(reached) - _column(f)) if serves else None
        x, f = trial, reached
    return None


def _column(values: list[arb]) -> arb_mat:
    return arb_mat([[v] for v in values]).mid()


def _inverse(matrix: arb_mat | None) -> arb_mat | None:
    try:
        return None if matrix is None else matrix.mid().inv().mid()
    except ZeroDivisionError:
        return None


def _corrected(inverse: arb_mat, step: arb_mat, change: arb_mat) -> arb_mat | None:
    """Broyden's correction of inverse slopes: the least that maps the change of the residuals to the step."""
    image, row = inverse * change, step.transpose() * inverse
    divisor = (row * change)[0, 0]
    return None if divisor.contains(0) else (inverse + (step - image) * row * (1 / divisor)).mid()


def _krawczyk(system: System, x: list[arb]) -> list[arb] | None:
    """Balls that contain a root, if K(X) = x - C f(x) + (1 - C J(X)) (X - x) lies inside the box X around x."""
    n = len(x)
    box = [arb(v, RADIUS) for v in x]
    values, slopes, around = system.balls(x), system.jacobian(x), system.jacobian(box)
    if slopes is None or around is None or values is None:
        return None
    preconditioner = _inverse(slopes)
    if preconditioner is None:
        return None
    at = arb_mat([[v] for v in x])
    rest = arb_mat([[int(i == j) for j in range(n)] for i in range(n)]) - preconditioner * around
    image = at - preconditioner * arb_mat([[v] for v in values]) + rest * (arb_mat([[b] for b in box]) - at)
    found = [image[i, 0] for i in range(n)]
    inside = all(b.contains_interior(k) for b, k in zip(box, found, strict=True))
    return found if inside else None


def _fraction(x: arb) -> Fraction:
    mantissa, exponent = x.mid().man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)
