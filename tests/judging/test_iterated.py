r"""Integrals whose inner range or integrand moves with the outer variable."""

import pytest
from flint import arb

from proofs import enclose
from proofs.language import R_POSITIVE, Exponential, Int, Interval, Number, Uniform, Var, exp, maximum, minimum, oo

x = Var("x", R_POSITIVE)
above = Var("y", Interval(x, oo))
below = Var("y", Interval(Number(0), x))
whole = Var("y", R_POSITIVE)
share = Var("x", Interval(Number(0), Number(1)))
other = Var("y", Interval(Number(0), Number(1)))
rest = Var("y", Interval(Number(0), 1 - share))
far = Var("y", Interval(Number(1), oo))
RATE = Exponential(Number(2))


@pytest.mark.parametrize(
    ("integral", "value"),
    [
        (Int(Int(exp(-above), above), x), arb(1)),
        (Int(Int(x * above * exp(-above), above), x), arb(3)),
        (Int(Int(exp(-x) * 2 * exp(-2 * below), below), x), arb(2) / 3),
        (Int(Int(x * exp(-x * (1 + whole)) * exp(-x), whole), x), arb(1) / 2),
        (Int(Int(x * exp(-x * (1 + far)), far), x), arb(1) / 2),
        (Int(Int(24 * share * rest, rest), share), arb(1)),
        (Int(Int(RATE(x) * Exponential(Number(1))(above), above), x), arb(2) / 3),
        (Int(Int(maximum(share, other), other), share), arb(2) / 3),
        (Int(Int(minimum(share, 2 * other), other), share), arb(5) / 12),
        (
            Int(Int(Uniform(Number(0), Number(1))(other) * maximum(other - share, share - other), other), share),
            arb(1) / 3,
        ),
    ],
)
def test_it_is_enclosed_narrowly(integral, value):
    found = enclose(integral)
    assert found.overlaps(value) and float(found.rad()) < 1e-10


@pytest.mark.parametrize(
    "integral",
    [
        Int(Int(exp(above - x), above), x),  # grows
        Int(Int(exp((1 - x) * whole), whole), x),  # decays for some x only
        Int(Int(Exponential(Number(1))(Var("y", Interval(share - 1, Number(1)))), Var("y", Interval(share - 1, Number(1)))),
            share),  # begins below where the law lives
    ],
)  # fmt: skip
def test_what_has_no_form_is_not_made_up(integral):
    with pytest.raises(ValueError, match="integral"):
        enclose(integral)


def test_an_integral_over_an_empty_range_is_zero():
    falls = Var("y", Interval(Number(1), share))  # ends before it begins
    assert enclose(Int(Int(exp(falls), falls), share)).overlaps(arb(0))
