"""Equations that leave numbers open: worlds along them, and orders that fail somewhere on them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from proofs.judging import judge
from proofs.language import (
    Z_INTEGERS,
    Claim,
    Coord,
    ForAll,
    Number,
    R,
    Range,
    Relation,
    Sum,
    Var,
    Vectors,
    sqrt,
)

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


def test_a_strict_order_is_followed_along_what_one_number_can_be_told_from():
    assert judge(Claim(((x * y).eq(1), x > 0), x + y > 1), brief=True).telling
    assert not judge(Claim(((x * y).eq(0),), x**2 + y**2 > -1), brief=True).telling


K, multiplier = Var("K", Z_INTEGERS), Var("m", R)
i, p, a = Var("i", Range(Number(1), K)), Var("p", Vectors(K)), Var("a", Vectors(K))


def test_what_each_member_is_makes_their_sum_an_equation():
    each = ForAll(Coord(p, i).eq(Coord(a, i) / multiplier), i)
    given = (Sum(Coord(p, i), i).eq(1), each, K >= 1)
    assert judge(Claim(given, multiplier.eq(Sum(Coord(a, i), i))), brief=True).outcome == "agree"
    assert judge(Claim(given, multiplier.eq(Sum(Coord(a, i) ** 2, i))), brief=True).outcome == "disagree"
