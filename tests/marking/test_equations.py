"""Equations that follow from the row above, and those that do not."""

from __future__ import annotations

import pytest

from proofs.language import Claim, nonzero, symbols
from proofs.marking.equations import follows

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
