"""Estimates: labelled as such, right where they are given, never against a claim, none for what diverges."""

from fractions import Fraction as F

import pytest
from flint import arb, ctx

from proofs.judging import judge
from proofs.judging.estimates import agreed
from proofs.judging.numbers import Evaluator
from proofs.judging.report import verdict
from proofs.judging.world import World
from proofs.language import (
    R_POSITIVE,
    Claim,
    Derivative,
    E,
    Int,
    Integers,
    Interval,
    Neg,
    Normal,
    Number,
    Poisson,
    R,
    Sum,
    Var,
    exp,
    index,
    log,
    oo,
    pi,
    polygamma,
    sin,
    sqrt,
)


def n(value):
    return Number(F(value))


x, r, s, a = Var("x", Interval(n(0), n(1))), Var("r", R), Var("s", R), Var("a", R_POSITIVE)
y, below = Var("y", Interval(n(0), n(1))), Var("y", Interval(n(0), x))
late, early = Var("t", Interval(n(1), oo)), Var("t", Interval(Neg(oo), n(0)))
k, m, u = index("k", 1, oo), Var("m", Integers()), Var("u", R)
dilogarithm = pi**2 / 12 - log(n(2)) ** 2 / 2  # at one half

ESTIMATED = {  # what has no enclosure, and what it is
    "alternating": (Sum(n(-1) ** (k + 1) / k, k), log(n(2))),
    "Leibniz": (Sum(n(-1) ** (k + 1) / (2 * k - 1), k), pi / 4),
    "two logarithms": (Int(log(x) * log(1 - x) / x, x), -polygamma(2, 1) / 2),
    "a square": (Int(Int(1 / (1 + x + y), y), x), 3 * log(n(3)) - 4 * log(n(2))),
    "the slope of a mean": (Derivative(E(exp(s * m), m, Poisson(n(3))), s, n(0)), n(3)),
    "the slope of a slope": (Derivative(Derivative(E(exp(s * m), m, Poisson(n(3))), s, u), u, n(0)), n(12)),
    "means with a kink": (E(E(abs(r - s), s, Normal(0, 1)), r, Normal(0, 2)), sqrt(10 / pi)),
}
ENCLOSED = {
    "a plane": (Int(Int(exp(-(r**2 + r * s + s**2) / 2), s), r), 2 * pi / sqrt(n("3/4"))),
    "to infinity": (Int(1 / late**2, late), n(1)),
    "from minus infinity": (Int(exp(early), early), n(1)),
    "a triangle": (Int(Int(x * below, below), x), n("1/8")),
    "a product in a square": (Int(Int(exp(x + y), y), x), (exp(n(1)) - 1) ** 2),
    "a kink in a square": (Int(Int(x * y, y), x), n("1/4")),
    "Basel": (Sum(1 / k**2, k), pi**2 / 6),
    "the slope of a series": (Derivative(Sum(s**k / k**3, k), s, n("1/2")), 2 * dilogarithm),
    "a geometric series": (Sum(k * n("1/3") ** k, k), n("3/4")),
}
NONE = {  # what has no value, or none that could be estimated
    "all the same": Sum(n(-1) ** k, k),
    "slowly divergent": Sum(1 / sqrt(k), k),
    "1/t": Int(1 / late, late),
    "1/x": Int(1 / x, x),
    "a pole inside": Int(1 / (x - n("1/3")), x),
    "Cauchy's mean": Int(r / (1 + r**2), r),
    "oscillating": Int(sin(r), r),
}


def estimated(term, **values):
    return Evaluator(World({a: F(2, 3), **values}), estimates=True).value(term)


@pytest.mark.parametrize("name", ESTIMATED)
def test_an_estimate_is_right_and_says_that_it_is_one(name):
    term, value = ESTIMATED[name]
    assert Evaluator(World({})).value(term).kind == "unknown"
    found = estimated(term)
    assert found.kind == "finite" and not found.rigorous and found.narrow
    assert found.ball.overlaps(Evaluator(World({})).value(value).ball)


@pytest.mark.parametrize("name", ENCLOSED)
def test_what_can_be_enclosed_is(name):
    term, value = ENCLOSED[name]
    found = estimated(term)
    assert found.rigorous and found.ball.overlaps(Evaluator(World({})).value(value).ball)


@pytest.mark.parametrize("name", NONE)
def test_no_estimate_of_what_has_no_value(name):
    assert estimated(NONE[name]).kind in ("unknown", "undefined")


def test_a_claim_is_supported_by_estimates_and_never_refuted():
    alternating = Sum(n(-1) ** (k + 1) / k, k)
    right, wrong = alternating.eq(log(n(2))), alternating.eq(log(n(3)))
    found = judge(Claim((), right))
    assert found.outcome == "estimate" and found.notes == (
        "some values are estimates, without a bound for their error",
    )
    assert verdict(False, found.outcome) == "supported" and verdict(True, found.outcome) == "undecided"
    assert judge(Claim((), wrong)).outcome == "none"
    assert judge(Claim((), alternating <= 1)).outcome == "estimate"
    assert judge(Claim((), alternating <= n("1/2"))).outcome == "none"


def test_estimates_in_every_generic_world():
    logarithms = Int(log(x) * log(1 - x) * a / x, x)
    assert judge(Claim((), logarithms.eq(-a * polygamma(2, 1) / 2))).outcome == "estimate"
    assert judge(Claim((), logarithms.eq(-a * polygamma(2, 1)))).outcome == "none"


def test_a_slope_of_an_estimate():
    found = estimated(Derivative(Int(log(x) * log(1 - x) * a / x, x), a, a))
    assert not found.rigorous and found.ball.overlaps(Evaluator(World({})).value(-polygamma(2, 1) / 2).ball)


def test_values_that_do_not_settle_are_no_estimate():
    precision, ctx.prec = ctx.prec, 110
    try:
        assert agreed([arb(1), arb(2), arb(3), arb(4)]) is None
        assert agreed([arb(1), arb(1)]) is None  # two alone may agree by chance
        settled = agreed([arb("1.001"), arb("1.000001"), arb("1.000000000001")])
        assert settled is not None and settled.contains(1)
        assert agreed([arb("1.1"), arb("1.01"), arb("1.001")]) is None
    finally:
        ctx.prec = precision
