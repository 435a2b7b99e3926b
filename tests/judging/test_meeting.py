"""Where the sides of strict orders meet, at points that no world has."""

from math import pi, sqrt

import pytest

from proofs import language as L
from proofs.judging.meeting import met_by
from tests.tables import for_each

X, Y = L.symbols("x y", L.R)
TWO = L.Number(2)


@for_each(
    [
        ((), X**4 + 4 > 4 * X**2, sqrt(2)),
        ((X**2 >= TWO,), X**4 > 4, sqrt(2)),
        ((), abs(X - L.sqrt(TWO)) > 0, sqrt(2)),
        ((X > 0,), L.sin(X) < 1, pi / 2),
        ((X > 0, Y > 0, (X + Y).eq(L.pi)), L.sin(X) < 1, pi / 2),
    ]
)
def test_it_is_found(hypotheses, order, wanted):
    found = met_by(L.Claim(hypotheses, order))
    assert found is not None and abs(float(next(iter(found.values.values())))) == pytest.approx(wanted)


@for_each(
    [
        ((), X**4 + 4 >= 4 * X**2),  # no strict order
        ((X**2 > TWO,), X**4 > 4),  # the end of where x may lie is left out
        ((X > 0,), L.exp(X) > 1),
        ((X > 0, Y > 0, (X + Y).eq(L.pi)), L.cos(X) < 1),
        ((), L.exp(-(X**2)) > 0),  # the gap closes at infinity
        ((), X**4 + 5 > 4 * X**2),
    ]
)
def test_none_is_seen(hypotheses, order):
    assert met_by(L.Claim(hypotheses, order)) is None
