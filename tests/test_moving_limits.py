"""Integrals that are differentiated by what their limits are made of."""

import pytest

from proofs.definedness import unmet
from proofs.judging import judge
from proofs.language import (
    Claim,
    Density,
    Function,
    Int,
    Interval,
    Number,
    R,
    Var,
    density,
    diff,
    differentiable,
    exp,
    finite,
    log,
    oo,
    sin,
    symbols,
)
from proofs.language.facts import Facts
from tests.marking.verdicts import last

a, x = symbols("a x")
f, p = Function("f"), Density("p", R)


def integral(body, low, high):
    t = Var("t", Interval(low, high))
    return Int(body(t), t)


ZERO, ONE = Number(0), Number(1)
WAVE = integral(lambda t: sin(t**2), ZERO, x)
RATIO = integral(lambda t: 1 / t, x, x + 1)
SINGULAR = integral(lambda t: log(t), ZERO, x)
UNKNOWN = integral(f, ZERO, x)
WHOLE = integral(p, -oo, x)


@pytest.mark.parametrize(
    ("t", "hypotheses", "defined"),
    [
        (WAVE, (x > 0,), True),
        (WAVE, (x >= 0,), False),  # at 0 it is an end
        (WAVE, (), False),
        (RATIO, (x > 0,), True),
        (RATIO, (), False),
        (integral(lambda t: 1 / (t - 1), ZERO, x), (x > 0,), False),
        (integral(lambda t: log(1 - t), ZERO, x), (x > 0, x < 1), True),
        (integral(lambda t: log(1 - t), ZERO, x), (x > 0, x <= 1), False),
        (SINGULAR, (x > 0,), False),
        (SINGULAR, (x > 0, finite(SINGULAR)), True),
        (UNKNOWN, (x > 0,), False),
        (UNKNOWN, (x > 0, differentiable(f)), True),
        (WHOLE, (density(p), differentiable(p)), True),
        (WHOLE, (density(p),), False),
        (integral(lambda t: x * t, ZERO, x), (x > 0,), False),  # the integrand moves, too
    ],
)
def test_where_there_is_a_derivative(t, hypotheses, defined):
    assert bool(unmet(diff(t, x), Facts(hypotheses))) is not defined


@pytest.mark.parametrize(
    ("t", "hypotheses", "slope", "wrong"),
    [
        (WAVE, (x > 0,), sin(x**2), sin(x) ** 2),
        (integral(exp, x, 2 * x), (x > 0,), 2 * exp(2 * x) - exp(x), exp(2 * x) - exp(x)),
        (integral(lambda t: exp(a * t), -oo, x), (a > 0,), exp(a * x), a * exp(a * x)),
        (integral(lambda t: exp(-t), x**2, oo), (), -2 * x * exp(-(x**2)), 2 * x * exp(-(x**2))),
        (UNKNOWN, (x > 0, differentiable(f)), f(x), f(x) - f(ZERO)),
        (x * WAVE, (x > 0,), WAVE + x * sin(x**2), x * sin(x**2)),
        (diff(WAVE, x), (x > 0,), 2 * x * sin(x**2), None),
    ],
)
def test_the_values_know_how_an_integral_moves_with_its_limits(t, hypotheses, slope, wrong):
    if wrong is not None:
        assert judge(Claim(hypotheses, diff(t, x).eq(slope))).outcome == "agree"
    other = slope if wrong is None else wrong
    assert judge(Claim(hypotheses, diff(t, x).eq(other))).outcome == "disagree"


def test_an_integrand_that_moves_too_is_not_taken_for_one_that_stands():
    moved = integral(lambda t: x * exp(t), ZERO, x)
    assert judge(Claim((x > 0,), diff(moved, x).eq(x * exp(x)))).outcome != "agree"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"$$\frac{d}{dx} \int_0^x \sin(t^2)\,dt = \sin(x^2)$$", "proved"),
        (r"$$\frac{d}{dx} \int_0^{2x} e^{t}\,dt = e^{2x}$$", "refuted"),
        (r"$$\frac{d}{dx} \int_x^\infty e^{-t^2}\,dt = e^{-x^2}$$", "refuted"),
        (r"Let $F(x) = \int_{-\infty}^x \frac{1}{\pi(1 + t^2)}\,dt$. Then $F'(x) = \frac{1}{\pi(1 + x^2)}$.", "proved"),
        (r"Let $F(x) = \int_{-\infty}^x \frac{1}{\pi(1 + t^2)}\,dt$. Then $F'(x) = \frac{1}{1 + x^2}$.", "refuted"),
    ],
)
def test_what_is_read_is_judged(text, verdict):
    assert last(text) == verdict


def test_an_integral_without_a_value_has_no_rate():
    assert last(r"$$ \frac{d}{dx} \int_x^\infty e^{t} dt = -e^{x} $$") == "undecided"
    assert last(r"$$ \frac{d}{dx} \int_x^\infty e^{-t} dt = -e^{-x} $$") == "supported"
