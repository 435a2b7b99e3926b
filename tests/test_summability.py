"""Which series the kernel takes for absolutely convergent, against the size of their terms far out."""

from __future__ import annotations

from fractions import Fraction
from math import inf, lgamma, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs.definedness import unmet
from proofs.integrability import converges_absolutely, is_finite
from proofs.judging import judge
from proofs.language import (
    R_POSITIVE,
    Z_INTEGERS,
    Claim,
    Derivative,
    ForAll,
    Function,
    Number,
    R,
    Range,
    Sum,
    Var,
    binomial,
    cos,
    exp,
    factorial,
    finite,
    integer,
    oo,
    sin,
    sqrt,
    substitute,
    symbols,
)
from proofs.language import (
    log as log_of,
)
from proofs.language.facts import Facts
from proofs.summability import summable

k, one, two = (Var("k", Range(Number(n), oo)) for n in (0, 1, 2))
r, x, y, R_ = symbols("r x y R")
t = Var("t", R_POSITIVE)
n = integer("n")
f = Function("f", (Z_INTEGERS,), R)
bounded = (ForAll(f(k) <= R_, k), ForAll(f(k) >= -R_, k))
INSIDE = (abs(r) < 1,)


@pytest.mark.parametrize(
    ("term", "hypotheses"),
    [
        (r**k, INSIDE),
        (k**3 * r**k, INSIDE),
        (r ** (2 * k), INSIDE),
        ((r * x) ** k, (*INSIDE, abs(x) <= 1)),
        (x**k / factorial(k), ()),
        (x**k / sqrt(factorial(k)), ()),
        (1 / one**2, ()),
        (1 / (one * sqrt(one + 1)), ()),
        (one**-t, (t > 1,)),
        (sin(x * one) / one**2, ()),
        (log_of(one) / one**2, ()),
        (1 / one - 1 / (one + 1), ()),
        (exp(-t * k), ()),
        (exp(-t * k**2 + x * k), ()),
        (binomial(2 * k, k) / 5**k, ()),
        (binomial(k + n, k) * r**k, (*INSIDE, n >= 0)),
        (factorial(k) ** 2 / factorial(2 * k), ()),
        (r**k * f(k), (*INSIDE, *bounded)),
        (r**k * f(k + 1), (*INSIDE, *bounded)),
    ],
)
def test_series_that_converge(term, hypotheses):
    facts = Facts(hypotheses)
    (var,) = (name for name in term.free if isinstance(name, Var) and name in (k, one))
    whole = Sum(term, var)
    assert converges_absolutely(whole, facts) and is_finite(whole, facts) and not unmet(whole, facts)


@pytest.mark.parametrize(
    ("term", "hypotheses"),
    [
        (r**k, ()),
        (r**k, (abs(r) <= 1,)),
        (r**k, (r < 1,)),
        (x**k * r**k, INSIDE),
        (1 / one, ()),
        (one**-t, (t >= 1,)),
        (1 / one - 2 / (one + 1), ()),
        (1 / (one * log_of(one + 1)), ()),
        (factorial(k) * r**k, INSIDE),
        (binomial(2 * k, k) / 4**k, ()),
        (f(k) / 2**k, ()),
        (f(k) / 2**k, (ForAll(f(k) <= R_, k),)),
        (sin(one), ()),
        (exp(t * k), ()),
        (exp(-x * k), ()),
        ((-1) ** one / one, ()),
        (one**one / factorial(one), ()),
        (exp(k - k - 1), ()),
        (x ** (2 * k) * y**k, (abs(x * y) < 1,)),
        (x ** (2 * k) / 4**k, (abs(x / 4) < 1,)),
    ],
)
def test_series_of_which_that_is_not_known(term, hypotheses):
    facts = Facts(hypotheses)
    (var,) = (name for name in term.free if isinstance(name, Var) and name in (k, one))
    assert not converges_absolutely(Sum(term, var), facts) and not is_finite(Sum(term, var), facts)


def test_terms_of_one_sign_have_a_sum_that_may_be_infinite():
    facts = Facts()
    assert not unmet(Sum(1 / one, one), facts)
    assert unmet(Sum(1 / one, one) - Sum(1 / (one + 1), one), facts)
    assert unmet(Sum((-1) ** one / one, one), facts)


def test_what_is_said_to_be_finite_need_not_converge_absolutely():
    whole = Sum((-1) ** one / one, one)
    facts = Facts((finite(whole),))
    assert is_finite(whole, facts) and not unmet(whole, facts) and not converges_absolutely(whole, facts)


def test_a_condition_on_the_ratio_is_asked_for():
    assert unmet(Sum(r**k, k), Facts()) == (abs(r) < 1,)
    assert unmet(Sum(k * r ** (2 * k), k), Facts()) == (abs(r) < 1,)
    (found,) = unmet(Sum((-x) ** k / (k + 1), k), Facts())
    assert Facts((abs(x) < 1,)).proves(found)


@pytest.mark.parametrize(
    ("term", "ratio"),
    [
        (x ** (2 * k) * y**k, lambda u, v: u * u * v),
        (x ** (2 * k) / 4**k, lambda u, v: u * u / 4),
        (9**k * x ** (2 * k), lambda u, v: 9 * u * u),
        (x ** (2 * k) / 5**k, lambda u, v: u * u / 5),
    ],
)
def test_a_condition_on_the_ratio_is_one_under_which_the_series_converges(term, ratio):
    (found,) = unmet(Sum(term, k), Facts())
    for u, v in ((Fraction(7, 4), Fraction(1, 4)), (Fraction(1, 2), 3), (3, Fraction(1, 5)), (Fraction(1, 5), 2)):
        within = judge(Claim((), substitute(found, {x: Number(u), y: Number(v)}))).outcome == "agree"
        assert within == (abs(ratio(u, v)) < 1)


def test_a_derivative_within_the_disc_of_convergence_only():
    def slope(term, var):
        return unmet(Derivative(Sum(term, var), r, r), Facts(INSIDE))

    assert not slope(r**k, k)
    assert not slope(exp(r * k) / factorial(k), k)
    assert slope((2 * r) ** k, k)
    assert slope(sin(r * one) / one**2, one)  # by terms cos(r n)/n, whose sum is none of continuous functions'
    assert slope(r**one / one**2 + cos(r * one) / one**2, one)


POWERS = st.integers(-3, 3)
RATIOS = st.sampled_from([Fraction(1, 2), Fraction(-1, 3), Fraction(1), Fraction(-1), Fraction(3, 2)])


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(POWERS, POWERS, RATIOS, RATIOS, st.integers(-2, 2), st.integers(-1, 1), st.integers(-2, 2), st.booleans())
def test_what_is_summable_falls_faster_than_one_over_k(d, e, a, b, factorials, doubles, roots, quotient):
    def power(base, exponent):
        return base ** Number(exponent)

    term = power(two, d) * power(2 * two + 1, e) * Number(a) ** two * power(factorial(two), factorials)
    term = term * power(factorial(2 * two), doubles) * power(sqrt(two), roots)
    term = term / Number(b) ** two if quotient else term * Number(b) ** (2 * two)

    def size(j):
        """log of j times the absolute value of the term"""
        ratio = j * log(abs(a)) + (-j if quotient else 2 * j) * log(abs(b))
        counts = factorials * lgamma(j + 1) + doubles * lgamma(2 * j + 1)
        return log(j) + d * log(j) + e * log(2 * j + 1) + roots * log(j) / 2 + ratio + counts

    far = [size(10.0**place) for place in (3, 5, 7)]
    falls = inf > far[0] > far[1] + 0.5 and far[1] > far[2] + 0.5
    assert summable(term, two, Facts()) == falls
