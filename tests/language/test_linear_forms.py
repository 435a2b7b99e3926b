"""Linear forms: what orders and equations between them say of one number."""

from __future__ import annotations

from fractions import Fraction

import pytest

from proofs import language as L
from proofs.language.linear_forms import bound_of_one, constant, inequality, linear, values_of_one

x, y = L.Var("x", L.R), L.Var("y", L.R)


@pytest.mark.parametrize(
    ("order", "bound"),
    [
        (2 * x >= 1, (x, ">=", L.Number(Fraction(1, 2)))),
        (3 - x > 5, (x, "<", L.Number(-2))),
        ((x - 1) / 2 < x / 3, (x, "<", L.Number(3))),
        (2 * (x - 1) >= 3 * (x + 2), (x, "<=", L.Number(-8))),
        (x - x < 1, None),
        (x * x < 1, None),
        (x + y < 1, None),
        (L.Relation(x, "=", L.Number(1)), None),
        (L.Relation(x, "!=", L.Number(1)), None),
        (L.Relation(x, "<", L.oo), None),
    ],
)
def test_the_bound_of_one_number(order, bound):
    assert bound_of_one(order) == bound


def test_an_equation_gives_each_of_its_numbers_by_the_others():
    found = {name: form.term for name, form in values_of_one((x + 2 * y).eq(3))}
    assert {name: linear(t).of(y if name is x else x) for name, t in found.items()} == {x: -2, y: Fraction(-1, 2)}
    assert not list(values_of_one((x * y).eq(1)))


def test_constants_and_inequalities():
    assert constant(-L.Number(3) / 4 + 1) == Fraction(1, 4)
    assert constant(x - x) == 0 and constant(x) is None
    assert inequality(x < y).term == inequality(y > x).term
    assert inequality(x.eq(y)) is None
