"""Conditions that follow from others, and those that do not."""

import pytest

from proofs.language import Z_INTEGERS, Number, Relation, Var, sqrt, symbols
from proofs.marking.consequences import follows_from

a, b, p, q, r, s, t, x, z = symbols("a b p q r s t x z")
n = Var("n", Z_INTEGERS)


def nonzero(u):
    return Relation(u, "!=", Number(0))


@pytest.mark.parametrize(
    ("need", "granted"),
    [
        (z / (1 - z) > 0, (z * s / (1 - z) > 0, s > 0)),
        (z > 0, (z / (1 - z) > 0,)),
        (1 - z > 0, (z / (1 - z) > 0,)),
        (s**2 - 2 * t > 0, (a**2 * (s**2 - 2 * t) > 0,)),
        (s**2 - 2 * t > 0, (a**2 * (s**2 - 2 * t) >= 0, nonzero(sqrt(a**2 * (s**2 - 2 * t))))),
        (b - t > 0, (b / (b - t) >= 0, b > 0, nonzero(b - t))),
        (1 - t / b > 0, ((b - t) / b > 0,)),
        (1 / (1 - r**2) > 0, (s**2 * t**2 / (s**2 * t**2 - (r * s * t) ** 2) > 0,)),
        (q > 0, (p * q > 0, p > 0)),
        (p / q > 0, (p / r > 0, q / r > 0)),
        (-p * s > 0, (p * q > 0, q * r > 0, r * s < 0)),
        (n - 1 >= 0, (n >= 0, nonzero(n))),
    ],
)
def test_a_condition_follows(need, granted):
    assert follows_from(need, granted)


@pytest.mark.parametrize(
    ("need", "granted"),
    [
        (z > 0, (z * s > 0,)),
        (a > 0, (a**2 > 0,)),
        (b - t > 0, (b / (b - t) >= 0,)),
        (1 - q > 0, (p * q < 1, p > 0)),
        (z > 0, (z**2 * s > 0, s > 0)),
        (q > 0, (p * q >= 0, p >= 0)),
        (q >= 0, (p * q >= 0, p >= 0)),
        (s**2 - 2 * t >= 0, (a**2 * (s**2 - 2 * t) >= 0,)),  # a may be 0
        (p / q > 0, (p / r > 0, q / r < 0)),
        (p * s > 0, (p * q > 0, r * s > 0)),
        (p * r > 0, (p * q >= 0, q * r >= 0)),
        (z < 0, (z / (1 - z) > 0,)),
        (n - 2 >= 0, (n >= 0, nonzero(n))),
        (x - 1 >= 0, (x >= 0, nonzero(x))),
    ],
)
def test_a_condition_does_not_follow(need, granted):
    assert not follows_from(need, granted)
