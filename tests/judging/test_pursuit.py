"""Orders that hold in most worlds, and where they fail."""

from __future__ import annotations

from fractions import Fraction

import pytest

from proofs.judging import judge
from proofs.language import Claim, Number, cos, exp, factorial, integer, log, sqrt, symbols

x, y, p = symbols("x y p")
n = integer("n")
ABOVE, SHARES = (x > 2, y > 2), (p > 0, p < 1)


@pytest.mark.parametrize(
    ("statement", "hypotheses"),
    [
        (x * y > 5, ABOVE),
        (x**2 > Number(Fraction("4.1")), ABOVE),
        (p * (1 - p) > Number(Fraction("0.01")), SHARES),
        (p * (1 - p) <= Number(Fraction("0.24")), SHARES),
        (exp(x) >= 1 + x + x**2 / 3, ()),
        (x**2 <= 100 * x, (x >= 1,)),
        (-log(p) > Number(Fraction("0.05")), SHARES),
        ((x + y) / 2 >= sqrt(x * y) + Number(Fraction("0.001")), (x > 0, y > 0)),
        (x - y > Number(Fraction("0.01")), (x > y,)),
        (factorial(n) >= 2**n, (n >= 1,)),
    ],
)
def test_what_fails_near_an_end_or_far_out_is_refuted(statement, hypotheses):
    found = judge(Claim(hypotheses, statement))
    assert found.outcome == "disagree" and found.counterexample is not None


@pytest.mark.parametrize(
    ("statement", "hypotheses"),
    [
        (x * y > 4, ABOVE),
        (x**2 > 4, ABOVE),
        (p * (1 - p) > 0, SHARES),
        (p * (1 - p) <= Number(Fraction("0.25")), SHARES),
        (exp(x) >= 1 + x, ()),
        (cos(x) >= 1 - x**2 / 2, ()),
        ((x + y) / 2 >= sqrt(x * y), (x > 0, y > 0)),
        (x - y > 0, (x > y,)),
    ],
)
def test_what_holds_is_not(statement, hypotheses):
    assert judge(Claim(hypotheses, statement)).outcome == "agree"


def test_a_counterexample_near_an_end_is_a_plain_number():
    found = judge(Claim((x > 2,), x**2 > 5)).counterexample
    assert found is not None and dict(found.assignments)["x"] in (r"\frac{21}{10}", r"\frac{11}{5}")
