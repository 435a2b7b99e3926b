"""Enclosures of divergence integrals: 25 guaranteed digits, against mpmath.quad at 30 digits without a guarantee."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import mpmath as mp

from proofs.judging import enclose
from proofs.language import KL, Beta, Gamma, Laplace, Law, Normal

from .timing import Row, paired

DIGITS = 25
Density = Callable[[Any], Any]


def normal(mean: int, deviation: Fraction) -> Density:
    s = mp.mpf(deviation.numerator) / deviation.denominator
    return lambda x: mp.exp(-(((x - mean) / s) ** 2) / 2) / (s * mp.sqrt(2 * mp.pi))


def gamma(shape: int, rate: int) -> Density:
    return lambda x: mp.mpf(rate) ** shape * x ** (shape - 1) * mp.exp(-rate * x) / mp.gamma(shape)


def laplace(location: int, scale: int) -> Density:
    return lambda x: mp.exp(-abs(x - location) / scale) / (2 * scale)


def beta(a: int, b: int) -> Density:
    return lambda x: x ** (a - 1) * (1 - x) ** (b - 1) / mp.beta(a, b)


CASES: list[tuple[str, Law, Law, Density, Density, list[Any], float]] = [
    (
        "Gaussian",
        Normal(1, Fraction(3, 2)),
        Normal(2, Fraction(5, 2)),
        normal(1, Fraction(3, 2)),
        normal(2, Fraction(5, 2)),
        [-mp.inf, mp.inf],
        20,
    ),
    ("Gamma", Gamma(3, 2), Gamma(5, 7), gamma(3, 2), gamma(5, 7), [0, mp.inf], 10),
    ("Laplace", Laplace(0, 1), Laplace(2, 3), laplace(0, 1), laplace(2, 3), [-mp.inf, 0, 2, mp.inf], 10),
    ("Beta", Beta(2, 3), Beta(5, 4), beta(2, 3), beta(5, 4), [0, 1], 1),
]


def rows() -> Iterator[Row]:
    mp.mp.dps = 30
    for name, p, q, left, right, points, least in CASES:
        divergence = KL(p, q)

        def ours(divergence: Any = divergence) -> Any:
            return enclose(divergence, digits=DIGITS)

        def theirs(left: Density = left, right: Density = right, points: list[Any] = points) -> Any:
            return mp.quad(lambda x: left(x) * mp.log(left(x) / right(x)), points)

        ball, value = ours(), theirs()
        assert ball.rel_accuracy_bits() > DIGITS * 3.33, f"{name}: {ball} is too wide"
        with mp.workdps(50):
            off = abs(mp.mpf(ball.mid().str(50, radius=False)) - value)
        ours_took, theirs_took = paired(ours, theirs, 7)
        note = f"{DIGITS} digits guaranteed; mpmath is off by {mp.nstr(off, 1)}"
        yield Row(f"KL integral, {name}", ours_took, "mpmath.quad, 30 digits", theirs_took, least, note=note)
