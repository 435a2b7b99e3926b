"""Numbers of a page: short decimals are exact, others are rounded as their enclosures say."""

import pytest

from proofs.language import Number, Var, exp, integer, log, oo, pi, symbols
from proofs.writing.rounded import rounded

x, y = symbols("x y")
half = Number(1) / 2


@pytest.mark.parametrize(
    ("right", "said"),
    [
        (1 - log(Number(2)) / 2, r"\approx 0.6534"),
        (-log(Number(2)) / 2, r"\approx -0.3466"),
        (exp(half) + 3, r"\approx 4.6487"),
        (pi * 100, r"\approx 314.1593"),
        (Number(6) / 3, "= 2"),
        (Number(9) / 16, "= 0.5625"),
        (Number(-1) / 2, "= -0.5"),
        (Number(7) / 2 + 2, "= 5.5"),
        (Number(2) / 3, r"\approx 0.6667"),
        (Number(1) / 32, r"\approx 0.0312"),  # half of a unit: to the even one
        (Number(5), ""),  # stands there in digits
        (x / 2, ""),
        (exp(Number(-20)), ""),  # nothing would be seen
        (oo, ""),
        (log(Number(0)), ""),
    ],
)
def test_the_right_side_is_rounded(right, said):
    assert rounded(y.eq(right)) == said


def test_only_equations_are():
    assert rounded(y <= Number(1) / 2) == "" and rounded(integer("n").eq(Var("m"))) == ""
