"""Equations that follow from the row above, and those that do not."""

from __future__ import annotations

import pytest

from proofs import verify
from proofs.language import Claim, nonzero, symbols
from proofs.marking.equations import follows
from tests.marking.verdicts import judged

p, x, y, a, b = symbols("p x y a b")


@pytest.mark.parametrize(
    ("above", "below", "hypotheses"),
    [
        ((9 / p).eq(7 / (1 - p)), (9 * (1 - p)).eq(7 * p), ()),
        ((9 * (1 - p)).eq(7 * p), (9 - 9 * p).eq(7 * p), ()),
        ((9 - 9 * p).eq(7 * p), (9 + 0 * p).eq(16 * p), ()),
        ((9 / p - 7 / (1 - p)).eq(0), (9 / p).eq(7 / (1 - p)), ()),
        ((2 * x + 4).eq(6 * y), (x + 2).eq(3 * y), ()),
        ((a * x).eq(b), x.eq(b / a), (nonzero(a),)),
        (x.eq(y), (x + a).eq(y + a), ()),
        (x.eq(y), (-y).eq(-x), ()),
    ],
)
def test_a_row_that_follows_is_licensed(above, below, hypotheses):
    found = follows(Claim(hypotheses, below), above)
    assert found is not None
    assert all(answer.granted for answer in found.licences)
    assert found.steps[1].use.hypothesis is above


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (x.eq(y), (x + a).eq(y + b)),
        ((x**2).eq(y**2), x.eq(y)),
        ((9 * (1 - p)).eq(7 * p), (9 - p).eq(7 * p)),
        ((x * 0).eq(0 * y), x.eq(y)),
        ((a * x).eq(a * y), (x**2).eq(y)),
    ],
)
def test_a_row_that_does_not_follow_is_not(above, below):
    assert follows(Claim((), below), above) is None


ROWS_THAT_LEAD_ON = [
    (r"2 y + 1 = 3 \iff 2 y = 2 \iff y = 1", ["given", "proved", "proved"]),
    (
        r"2 y + 1 = 3 \iff 2 y = 7 \iff y = \frac{7}{2}",
        ["given", "refuted", "undecided"],
    ),  # it follows from what is wrong
    (r"2 y + 1 = 3 \Rightarrow 2 y = 2 \Rightarrow y = 2", ["given", "proved", "refuted"]),
]


@pytest.mark.parametrize(("row", "verdicts"), ROWS_THAT_LEAD_ON)
def test_only_the_first_of_equations_that_lead_on_is_supposed(row, verdicts):
    assert [step.verdict for step in judged(f"$${row}$$").steps] == verdicts


PROPERTIES = r"A metric satisfies for all $x, y$ (a) $d(x, y) = 0 \iff x = y$ and (b) $d(x, y) = d(y, x)$. "


def test_the_properties_of_an_unknown_function_define_nothing_and_hold_of_nothing_else():
    steps = verify(PROPERTIES + r"$$d(1, 2) = 0$$ $$d(1, 2) = d(2, 1)$$", jobs=0, second_reader=False).steps
    assert [step.verdict for step in steps] == ["undecided"] * 3
    (supposed, claimed) = verify(
        r"Suppose that $f(y) = f(x) + 1$. $$f(y) - f(x) = 1$$", jobs=0, second_reader=False
    ).steps
    assert (supposed.verdict, claimed.verdict) == ("given", "proved")
