"""Means of slopes on the whole line are enclosed: the slopes of bounded functions have envelopes far out."""

import pytest

from proofs.judging import judge
from proofs.language import Claim, E, Normal, diff, erf, exp, pi, sigmoid, sqrt, symbols, tanh

u, x = symbols("u x")
unit = Normal(0, 1)


@pytest.mark.parametrize(
    ("function", "slope"),
    [
        (tanh, 1 - tanh(x) ** 2),
        (erf, 2 * exp(-(x**2)) / sqrt(pi)),
        (sigmoid, sigmoid(x) * (1 - sigmoid(x))),
    ],
)
def test_the_mean_of_a_slope_is_enclosed(function, slope):
    mean = E(diff(function(u), u, x), x, unit)
    assert judge(Claim((), mean.eq(E(slope, x, unit)))).outcome == "agree"
    assert judge(Claim((), mean.eq(E(2 * slope, x, unit)))).outcome == "disagree"
