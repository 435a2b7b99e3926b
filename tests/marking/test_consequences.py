"""Conditions that follow from others, and those that do not."""

from fractions import Fraction
from random import Random

import pytest

from proofs.judging.numbers import Evaluator
from proofs.judging.world import World
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


def _products(random, count):
    """Quotients of products of small polynomials, each said to be positive, negative, or not negative."""
    parts = [p, q, r, 1 - z, z, p - q, r**2 - s, a**2]
    found = []
    for _ in range(count):
        over, under = (random.choice(parts) * random.choice(parts) for _ in range(2))
        t = over / under if random.random() < 0.5 else over * random.choice(parts)
        found.append(random.choice((t > 0, t < 0, t >= 0, nonzero(t))))
    return found


def test_what_follows_holds_wherever_the_rest_does():
    random = Random(5)
    names = (p, q, r, s, a, z)
    worlds = [World({n: Fraction(random.randint(-3, 3), random.choice((1, 2))) for n in names}) for _ in range(400)]
    evaluators = [Evaluator(world) for world in worlds]
    followed = 0
    for _ in range(120):
        *granted, need = _products(random, 4)
        granted = [*granted, *random.sample((p > 0, q < 0, r >= 0, z > 0), 2)]
        if not follows_from(need, granted):
            continue
        followed += 1
        for evaluator in evaluators:
            if all(evaluator.truth(h) for h in granted):
                assert evaluator.truth(need) is not False, (need, granted, evaluator.world)
    assert followed > 5
