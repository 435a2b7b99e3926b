"""Equations that leave numbers open: worlds along them, and orders that fail somewhere on them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from proofs.judging import judge
from proofs.language import Claim, Number, R, Relation, Var, sqrt

x, y = Var("x", R), Var("y", R)
CIRCLE = Relation(x**2 + y**2, "=", Number(1))


@pytest.mark.parametrize(
    ("statement", "more", "wanted"),
    [
        (Relation(x**4 + y**4, "=", 1 - 2 * x**2 * y**2), (), "agree"),
        (Relation(x**4 + y**4, "=", 1 - x**2 * y**2), (), "disagree"),
        (x <= Number(1), (), "agree"),
        (x <= Number(Fraction(99, 100)), (), "disagree"),
        (x <= Number(Fraction(99, 100)), (x > 0,), "disagree"),
        (x + 2 * y <= sqrt(Number(5)), (), "agree"),
        (x + 2 * y <= Number(Fraction(22, 10)), (), "disagree"),
        (x + y >= Number(1), (x > 0, y > 0), "agree"),
        (x + y >= Number(Fraction(101, 100)), (x > 0, y > 0), "disagree"),
    ],
)
def test_on_a_circle(statement, more, wanted):
    assert judge(Claim((CIRCLE, *more), statement), brief=True).outcome == wanted


def test_a_strict_order_is_not_confirmed_along_a_curve():
    assert not judge(Claim((CIRCLE,), x + 2 * y < sqrt(Number(5))), brief=True).telling
