"""Decimals that are new stand for what rounds to them, ties included, and for nothing else."""

from __future__ import annotations

from fractions import Fraction

import pytest

from proofs.language import Claim, Number, exp, log, pi, sqrt, symbols
from proofs.marking.rounding import HALF, ONE, rounds
from tests.marking.verdicts import last

x, s = symbols("x sigma")


def decimal(text):
    return Number(Fraction(text))


@pytest.mark.parametrize(
    ("left", "right", "decimals", "expected"),
    [
        (exp(Number(Fraction(1, 2))), decimal("1.6487"), ["1.6487"], True),
        (exp(Number(Fraction(1, 2))), decimal("1.6488"), ["1.6488"], False),
        (exp(Number(Fraction(1, 2))), decimal("1.65"), ["1.65"], True),
        (decimal("0.55325"), decimal("0.5533"), ["0.5533"], True),  # a tie in the last place
        (decimal("0.55325"), decimal("0.5532"), ["0.5532"], True),
        (decimal("0.553251"), decimal("0.5532"), ["0.5532"], False),
        (3 * sqrt(pi), decimal("5.317"), ["5.317"], True),
        (log(Number(2)), decimal("0.6931") + 0, ["0.6931"], True),
        (sqrt(Number(2)) - 1, decimal("1.4142") - 1, ["1.4142"], True),
        (sqrt(Number(2)), Number(1), [], None),
    ],
)
def test_a_decimal_is_right_to_the_digits_that_are_written(left, right, decimals, expected):
    assert rounds(Claim((), left.eq(right)), decimals) is expected


def test_a_value_that_is_cut_is_near_enough_where_about_is_written():
    claim = Claim((), sqrt(Number(2)).eq(decimal("1.41")))
    assert rounds(claim, ["1.41"]) is True
    claim = Claim((), exp(Number(1)).eq(decimal("2.71")))
    assert rounds(claim, ["2.71"]) is False
    assert rounds(claim, ["2.71"], HALF, ONE) is True
    claim = Claim((), exp(Number(1)).eq(decimal("2.73")))  # neither rounded nor cut
    assert rounds(claim, ["2.73"], HALF, ONE) is False


def test_names_have_the_values_that_the_equations_around_leave_them():
    known = (s > 0, log(s**2).eq(Number(Fraction(-1, 2))))
    assert rounds(Claim(known, (1 - s**2).eq(1 - decimal("0.6065"))), ["0.6065"]) is True
    assert rounds(Claim(known, (1 - s**2).eq(1 - decimal("0.6066"))), ["0.6066"]) is False
    assert rounds(Claim((), (x + 1).eq(x + decimal("1.0001"))), ["1.0001"]) is False


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"The power is $1 - \Phi(-0.855) \approx 0.80$.", "undecided"),  # what \Phi is was not read
        (r"For small $x$, $\sqrt{1 + x} \approx 1 + 0.5 x$.", "undecided"),
        (r"Hence $\log(1 + x) \approx 0.5 x$.", "undecided"),
        (r"Let $a = 3$. Then $a^2 \approx 9.5$.", "refuted"),
        (r"Let $n = 25$, $s = 1.5$. Then $\frac{s}{\sqrt n} \approx 0.32$.", "refuted"),
        (r"Let $X \sim \mathcal N(0, 1)$. Then $E[X^4] \approx 3.2$.", "refuted"),
    ],
)
def test_about_is_refuted_of_numbers_that_are_known_alone(text, verdict):
    assert last(text) == verdict
