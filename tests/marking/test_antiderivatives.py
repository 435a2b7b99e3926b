"""The table of antiderivatives: what it proposes differentiates to what was asked, and it knows where to stop."""

import pytest

from proofs.algebra import equal
from proofs.language import R_POSITIVE, Var, cos, cosh, exp, log, sin, sinh, symbols
from proofs.language.facts import Facts
from proofs.marking.antiderivatives import antiderivative
from proofs.slopes import derivative

a, b, n = symbols("a b n")
x = Var("x", R_POSITIVE)
FACTS = Facts((a > 0, b > 0, n > 0))

KNOWN = [
    x,
    x**2 * a - 3 * x + b,
    (2 * x + 1) ** 5,
    x**n,
    1 / x,
    1 / (a * x + b),
    1 / (a * x + b) ** 2,
    exp(-a * x),
    b * exp(-a * x) + x,
    x * exp(-a * x),
    x**3 * exp(x / b),
    sin(a * x) + cos(x),
    x**2 * sin(a * x),
    sinh(x) + cosh(a * x),
    log(x),
    x * log(x),
    (x + 1) * (x - exp(-x)),
    a,
]


@pytest.mark.parametrize("t", KNOWN, ids=str)
def test_what_is_proposed_differentiates_to_what_was_asked(t):
    found = antiderivative(t, x)
    assert found is not None and equal(derivative(found, x), t, FACTS)


@pytest.mark.parametrize("t", [exp(x**2), sin(x) / x, exp(exp(x)), x**x, exp(x) * sin(x)], ids=str)
def test_what_the_table_does_not_have_is_left(t):
    assert antiderivative(t, x) is None
