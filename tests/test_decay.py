"""Which integrands are known to fall off fast enough for their integrals to be finite."""

import pytest

from proofs.decay import falls_off
from proofs.language import R_POSITIVE, Interval, Var, e, exp, log, oo, sqrt, symbols
from proofs.language.facts import Facts

x, a, b = symbols("x a b")
t = Var("t", R_POSITIVE)
later = Var("t", Interval(a, oo))
FACTS = Facts((b > 0,))


@pytest.mark.parametrize(
    ("integrand", "variable"),
    [
        (exp(-((x - a) ** 2) / b), x),
        (e ** (-(x**2)) * x, x),
        ((x**3 - a) * exp(a * x) * exp(-b * x**4) / b, x),
        (-(t**2) * exp(-b * t), t),
        (later * exp(-b * later + 1), later),
        (exp(-(x**2)) * log(b), x),
    ],
)
def test_polynomials_times_falling_exponentials_do(integrand, variable):
    assert falls_off(integrand, variable, FACTS)


@pytest.mark.parametrize(
    ("integrand", "variable"),
    [
        (exp(x**2 / b), x),
        (exp(-a * x**2), x),
        (exp(-b * x), x),
        (exp(-b * x**3), x),
        (exp(-b), x),
        (x**2, x),
        (exp(-(x**2)) / x, x),
        (exp(-(x**2)) * exp(x**4), x),
        (exp(-(x**2) + exp(x)), x),
        (exp(-b * t) / sqrt(t), t),
        (exp(b * later), later),
    ],
)
def test_others_are_not_known_to(integrand, variable):
    assert not falls_off(integrand, variable, FACTS)
