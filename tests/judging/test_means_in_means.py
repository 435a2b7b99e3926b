"""Means within means under laws that are computed through simpler ones: their variables are not taken for each other."""

from __future__ import annotations

import pytest

from proofs.judging import judge
from proofs.language import (
    R_POSITIVE,
    Z_INTEGERS,
    Binomial,
    ChiSquared,
    Claim,
    E,
    LogNormal,
    Number,
    Poisson,
    Term,
    Var,
    Weibull,
    exp,
)

x, y = Var("x", R_POSITIVE), Var("y", R_POSITIVE)
ROWS: list[tuple[Term, Term, Term]] = [  # a mean, its value, what it would be if both variables were one
    (E(E(x * y, y, ChiSquared(1)), x, ChiSquared(2)), Number(2), Number(8)),
    (E(E((x - y) ** 2, y, ChiSquared(1)), x, ChiSquared(1)), Number(4), Number(0)),
    (E(E(x * y, y, LogNormal(0, 1)), x, LogNormal(0, 1)), exp(1), exp(2)),
    (E(E(x / y, y, Weibull(2, 1)), x, Weibull(2, 1)), E(x, x, Weibull(2, 1)) * E(1 / x, x, Weibull(2, 1)), Number(1)),
    (E(E(y, y, ChiSquared(x)), x, ChiSquared(3)), Number(3), Number(9)),
]


@pytest.mark.parametrize(("mean", "value", "wrong"), ROWS)
def test_the_variable_of_a_mean_is_not_that_of_the_mean_around_it(mean: Term, value: Term, wrong: Term):
    assert judge(Claim((), mean.eq(value))).outcome in ("agree", "estimate")
    assert judge(Claim((), mean.eq(wrong))).outcome != "agree"


def test_the_number_of_trials_may_be_drawn_itself():
    n, k = Var("n", Z_INTEGERS), Var("k", Z_INTEGERS)
    p, rate = Number(1) / 3, Number(2)
    mean = E(E(k**2, k, Binomial(n, p)), n, Poisson(rate))  # k is Poisson with p rate
    assert judge(Claim((), mean.eq(p * rate + (p * rate) ** 2))).outcome == "agree"
    assert judge(Claim((), mean.eq(p * rate + (p * rate)))).outcome == "disagree"
    assert judge(Claim((), E(E(k, k, Binomial(n, Number(2))), n, Poisson(rate)).eq(4))).outcome != "agree"  # no law
