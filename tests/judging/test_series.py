"""Series as the judge sums them: rational terms exactly, slopes term by term, and those that are infinite."""

from __future__ import annotations

from fractions import Fraction

import pytest
from flint import arb
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs.judging import judge
from proofs.judging.numbers import Evaluator
from proofs.judging.world import World
from proofs.language import Claim, Derivative, Number, Range, Sum, Var, binomial, exp, factorial, log, oo, pi, symbols

k, one = (Var("k", Range(Number(n), oo)) for n in (0, 1))
r, x = symbols("r x")


def value(t, **values):
    return Evaluator(World({Var(name): Fraction(v) for name, v in values.items()}, {})).value(t)


def encloses(found, wanted):
    return found.kind == "finite" and found.rigorous and found.ball.overlaps(wanted) and found.ball.rad() < 1e-15


@pytest.mark.parametrize(
    ("term", "wanted"),
    [
        (1 / one**2, arb.pi() ** 2 / 6),
        (1 / (one * (one + 1)), arb(1)),
        (1 / (one * (one + 3)), arb(11) / 18),
        ((2 * one + 1) / (one**2 * (one + 1) ** 2), arb(1)),
        (1 / (one**2 + 1), (arb.pi() * arb.pi().coth() - 1) / 2),
        (1 / (2 * one - 1) ** 4, arb.pi() ** 4 / 96),
        (1 / (one - Number(5) / 2) ** 2, arb.pi() ** 2 / 2 + 4 + arb(4) / 9),
        (one / (one**4 + one**2 + 1), arb(1) / 2),
    ],
)
def test_rational_terms_are_summed_exactly(term, wanted):
    assert encloses(value(Sum(term, one)), wanted)


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(st.lists(st.integers(1, 6), min_size=2, max_size=4), st.lists(st.integers(-3, 3), min_size=1, max_size=3))
def test_partial_fractions_agree_with_the_terms_one_by_one(places, above):
    """What is left after the first terms is as large as the sums say: both are bounded by an integral."""
    top = sum((Number(c) * one**j for j, c in enumerate(above[: len(places) - 1])), Number(0))
    below = Number(1)
    for place in places:
        below = below * (one + place)
    whole = value(Sum(top / below, one))
    first = sum(
        (Fraction(sum(c * n**j for j, c in enumerate(above[: len(places) - 1]))) / _product(n + p for p in places)
         for n in range(1, 2001)),
        Fraction(0),
    )  # fmt: skip
    # |top/below| <= sum|c| n^(len - 2) / n^len beyond
    assert abs(whole.ball - arb(first.numerator) / first.denominator) <= arb(sum(map(abs, above)) + 1) / 2000


def _product(factors):
    whole = 1
    for factor in factors:
        whole *= factor
    return whole


@pytest.mark.parametrize(
    ("term", "sign"),
    [
        (1 / one, 1),
        (-1 / (2 * one + 1), -1),
        (1 - 1 / one, 1),
        (Number(2) ** one, 1),
        (exp(one), 1),
        (one**2 - 7 * one, 1),
    ],
)
def test_what_diverges_to_one_side_is_infinite(term, sign):
    assert value(Sum(term, one)).kind == ("oo" if sign > 0 else "-oo")


@pytest.mark.parametrize("term", [(-1) ** one, (-2) ** one, (-1) ** one / one])
def test_what_has_changing_signs_and_no_bound_is_not_known(term):
    assert judge(Claim((), Sum(term, one).eq(Number(1)))).outcome not in ("agree", "disagree")


def test_a_term_without_a_value_is_none_of_a_series():
    assert judge(Claim((), Sum(1 / (one - 3) ** 2, one).eq(Number(1)))).outcome not in ("agree", "disagree")
    assert judge(Claim((), Sum(1 + 1 / (one - 3), one).eq(oo))).outcome not in ("agree", "disagree")


@pytest.mark.parametrize("at", ["1/3", "-1/3", "3/4"])
def test_slopes_term_by_term(at):
    point = arb(Fraction(at).numerator) / Fraction(at).denominator
    assert encloses(value(Derivative(Sum(r**k, k), r, r), r=at), 1 / (1 - point) ** 2)
    assert encloses(value(Derivative(Sum(r**one / one, one), r, r), r=at), 1 / (1 - point))
    assert encloses(value(Derivative(Sum((r * r) ** k / factorial(k), k), r, r), r=at), 2 * point * (point**2).exp())
    assert encloses(value(Derivative(Derivative(Sum(r**k, k), r, r), r, r), r=at), 2 / (1 - point) ** 3)


def test_no_slope_at_the_edge_of_convergence():
    claim = Claim((), Derivative(Sum(r**one / one**2, one), r, Number(1)).eq(Number(7)))
    assert judge(claim).outcome not in ("agree", "disagree")


def test_binomial_coefficients_have_an_envelope():
    assert encloses(value(Sum(binomial(k + 3, 3) / 2**k, k)), arb(16))
    assert encloses(value(Sum(binomial(k + x, k) / 2**k, k), x="1/2"), arb(2) ** arb(1.5))


def test_both_judges_on_what_they_prove():
    claim = Claim((abs(r) < 1,), Derivative(Sum(r**one / one, one), r, r).eq(1 / (1 - r)))
    assert judge(claim).outcome == "agree"
    assert judge(Claim((abs(r) < 1,), Sum(r**one / one, one).eq(log(1 - r)))).outcome == "disagree"
    assert judge(Claim((), Sum(1 / one**2, one).eq(pi**2 / 8))).outcome == "disagree"
