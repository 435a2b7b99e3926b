"""Integrands as straight-line code: what is written, and that it is what the walk computes."""

from __future__ import annotations

import re

import mpmath
import pytest
from flint import acb, arb, fmpq

from proofs import language as L
from proofs.judging import enclose
from proofs.judging.elementary import call
from proofs.judging.program import bits_of
from proofs.judging.trace import compiled


def log(x):
    return call("log", (x,), True)


def exp(x):
    return call("exp", (x,), True)


def sigmoid(x):
    return call("sigmoid", (x,), True)


# the integrand, whether a call of log is left in its code, and how many lines there are
OPENED = {
    "a product of exponentials": (lambda y: log(exp(y * y) * exp(-y)), False, 3),
    "a quotient": (lambda y: log(exp(y) / (arb(3) * exp(y * y))), False, 3),
    "a power that cancels": (lambda y: log(exp(y) * exp(y * y) / exp(y)), False, 1),
    "a sum that is positive": (lambda y: log(exp(y) + exp(-y * y)), False, 6),
    "twice the same": (lambda y: log(exp(y) + exp(y)), False, 1),
    "a sigmoid": (lambda y: log(sigmoid(y) * exp(y)), False, 3),
    "one less a sigmoid": (lambda y: log(fmpq(1) - sigmoid(y)), False, 2),
    "a factor of unknown sign": (lambda y: log(y * exp(y)), True, 2),
    "a divisor of unknown sign": (lambda y: log(exp(y) / (y + fmpq(1))), True, 4),
    "a sum with a part of unknown sign": (lambda y: log(exp(y) + y), True, 3),
    "no product": (lambda y: log(y + fmpq(1)), True, 2),
}


@pytest.mark.parametrize("name", OPENED)
def test_logarithms_of_positive_factors_are_taken_out(name):
    integrand, log_left, lines = OPENED[name]
    program = compiled(1, integrand, arb(5))
    assert (", analytic" in program.source and "log" in _functions(program)) == log_left
    assert program.source.count("=") == lines
    for y in (fmpq(1, 7), fmpq(3, 2), fmpq(4)):
        here = program.function(acb(y), True)
        assert here.real.overlaps(integrand(arb(y))) and here.is_finite() and here.rel_accuracy_bits() > 40


SIGNS = {
    "a difference": lambda y: arb(2) / 3 + -(y * y),
    "the negative first": lambda y: -(y * y) + arb(2) / 3,
    "two negatives": lambda y: -y + -exp(y),
    "a product of negatives": lambda y: (-y) * -exp(y),
    "a negative twice": lambda y: -(arb(1) / 3 + -(y * y)) * -y,
}


@pytest.mark.parametrize("name", SIGNS)
@pytest.mark.parametrize("at", [acb(arb(3) / 7), acb(arb(1, arb(2) ** -9), arb(0, arb(2) ** -7))])
def test_signs_are_taken_into_sums_and_products_without_a_bit_lost(name, at):
    integrand = SIGNS[name]
    assert bits_of(compiled(1, integrand, arb(5)).function(at, False)) == bits_of(integrand(at))


def _functions(program):
    """The functions that the code calls, by their names."""
    from proofs.judging.elementary import COMPLEX

    called = [program.function.__globals__[name] for name in re.findall(r"(c\d+)\(", program.source)]
    return {name for name, f in COMPLEX.items() if f in called}


QUADRATICS = {
    "a sum": lambda y: y * y + arb(-8) * y,
    "two squares": lambda y: (y + arb(-1)) * (y + arb(-1)) * arb(3) + -((y + arb(2)) * (y + arb(2))),
    "what cancels": lambda y: y * y + arb(5) * y + -(y * y + arb(-4)),
    "beside a function": lambda y: y * y + exp(y) + arb(-8) * y + -exp(y),
}


@pytest.mark.parametrize("name", QUADRATICS)
def test_a_polynomial_of_degree_two_is_enclosed_as_narrowly_as_its_slope_allows(name):
    """On m +- r a q of degree two varies by no more than 2 (|q'(m)| r + |q''| r^2)."""
    integrand = QUADRATICS[name]
    q = compiled(1, integrand, arb(5)).function
    middle, radius = fmpq(7, 2), arb(2) ** -4
    points = [integrand(arb(middle + h)) for h in (-1, 0, 1)]
    slope, bend = abs(points[2] - points[0]) / 2, abs(points[2] - 2 * points[1] + points[0])
    found = q(acb(arb(middle, radius)), False)
    assert found.real.rad() <= 2 * (slope * radius + bend * radius**2) + arb(2) ** -30
    for place in (middle - fmpq(1, 17), middle, middle + fmpq(1, 16)):
        assert found.real.contains(integrand(arb(place)))
        assert q(acb(place), False).real.overlaps(integrand(arb(place)))
        assert q(acb(place), False).rel_accuracy_bits() > 40


def test_a_square_far_out_is_left_as_it_was_written():
    far = arb(10) ** 12
    found = compiled(1, lambda y: (y + -far) * (y + -far) * far, arb(5)).function(acb(arb(1) / 3), False)
    assert found.rel_accuracy_bits() > 45


@pytest.mark.parametrize("centre", [-30, 6, 30])
def test_what_stands_beside_the_logarithm_of_a_sum_cancels(centre):
    """log p - log(p + q) on balls on which log p varies by hundreds."""
    p, q = (lambda y: -(y * y) + arb(20) * y), (lambda y: -(y * y))
    program = compiled(1, lambda y: p(y) + -log(exp(p(y)) + exp(q(y))), arb(50))
    found = program.function(acb(arb(centre, 4)), False)
    assert found.is_finite() and found.real.rad() < 200
    for place in (centre - 3, centre, centre + 4):
        assert found.real.contains(-(1 + (arb(-20) * place).exp()).log())


def test_the_logarithm_of_a_sum_of_two_knows_how_far_apart_they_are():
    program = compiled(1, lambda y: log(exp(-(y * y) + arb(3) * y) + exp(-(y * y))), arb(50))
    found = program.function(acb(arb(20, 4), arb(0, 0.5)), True)
    assert found.is_finite()
    assert found.real.contains(arb(-20 * 20 + 60) + (arb(-60)).exp().log1p())


def test_what_is_negative_has_no_logarithm():
    for integrand in (lambda y: log(-exp(y)), lambda y: log(exp(y) * arb(-2)), lambda y: log(exp(y) * (y - fmpq(9)))):
        assert not compiled(1, integrand, arb(5)).function(acb(1), True).is_finite()


def test_a_ratio_that_cancels_is_enclosed_on_wide_balls():
    wide = acb(arb(4, 1))
    found = compiled(1, lambda y: log(exp(-y * y) / (exp(-y * y) + exp(-y))), arb(8)).function(wide, True)
    assert found.is_finite()


def test_what_is_not_needed_is_not_written():
    source = compiled(1, lambda y: log(exp(y) * exp(y + fmpq(1))), arb(1)).source
    assert "exp" not in source


def test_logarithms_of_what_nearly_vanishes_are_enclosed():
    """log(1 - sigmoid(u)) is -u far out, where 1 - sigmoid(u) has no digit left."""
    x = L.Var("x", L.R)
    found = enclose(L.Int(L.exp(-(x**2)) * L.log(1 - L.sigmoid(4 * x**2 + x)), x))
    expected = mpmath.quad(
        lambda t: -mpmath.exp(-t * t) * mpmath.log(1 + mpmath.exp(4 * t * t + t)), [-mpmath.inf, 0, mpmath.inf]
    )
    assert found.rel_accuracy_bits() > 80 and abs(found - arb(str(expected))) < 1e-12
