"""Integrals of integrals of g(x) h(y): the product of two, and only where it is one."""

import pytest
from flint import arb

from proofs import enclose, verify
from proofs.language import R_POSITIVE, Int, Interval, Number, Var, cos, exp, pi, symbols

x, y = symbols("x y")
t = Var("t", R_POSITIVE)
phi = Var("phi", Interval(Number(0), 2 * pi))
share = Var("x", Interval(Number(0), Number(1)))


@pytest.mark.parametrize(
    ("integral", "value"),
    [
        (Int(Int(exp(-(x**2 + y**2) / 3), y), x), 3 * arb.pi()),
        (Int(Int(exp(-((x - 1) ** 2) - (y**2)) * x * y**2, y), x), arb.pi() / 2),
        (Int(Int(-(t * cos(phi) ** 2) / exp(t), t), phi), -arb.pi()),
        (Int(Int((t * cos(phi)) ** 2 * exp(-t), t), phi), 2 * arb.pi()),
    ],
)
def test_a_product_is_enclosed_narrowly(integral, value):
    found = enclose(integral)
    assert found.overlaps(value) and float(found.rad()) < 1e-12


def test_a_range_that_moves_makes_no_product():
    below = Var("y", Interval(Number(0), share))
    found = enclose(Int(Int(exp(below), below), share))  # of e^share - 1, and no product
    assert found.overlaps(arb(1).exp() - 2) and float(found.rad()) < 1e-12


def test_an_indicator_between_two_variables_of_integration_is_no_fault():
    steps = verify(r"If $X \ge 0$, then $$\int_0^\infty E[1_{X > t}]\,dt = E[X]$$", jobs=0, second_reader=False).steps
    assert not any("fault" in note for step in steps for note in step.notes)
