"""Products of polynomials in integration variables: every monomial once, with its coefficient, in the order written."""

from __future__ import annotations

from itertools import product

import pytest
from flint import arb, fmpq

from proofs.judging.polynomials import Poly, generators, variable
from proofs.judging.scalars import integer_power


def by_definition(a: Poly, b: Poly) -> dict:
    found: dict = {}
    for (p, c), (q, d) in product(a.terms.items(), b.terms.items()):
        powers = tuple(m + n for m, n in zip(p, q, strict=True))
        found[powers] = found.get(powers, fmpq(0)) + c * d
    return found


x, y, z = generators(1, 3)
LINEAR = 2 * x - y * fmpq(1, 3) + z + fmpq(5)
CUBIC = x * x * z - y * fmpq(7, 2) + x * y * z * 3


@pytest.mark.parametrize(("a", "b"), [(LINEAR, CUBIC), (CUBIC, CUBIC), (LINEAR, LINEAR), (LINEAR * CUBIC, LINEAR)])
def test_a_product_is_that_of_the_definition_term_by_term(a, b):
    assert list((a * b).terms.items()) == list(by_definition(a, b).items())


def test_a_square_is_the_product_of_equals():
    again = Poly(1, dict(CUBIC.terms))
    assert (CUBIC * CUBIC).terms == (CUBIC * again).terms


def test_terms_that_cancel_and_those_that_do_not():
    assert ((x + y) * (x - y)).terms == {(2, 0, 0): 1, (0, 2, 0): -1, (1, 1, 0): 0}


def test_exponents_are_of_any_size():
    high = integer_power(variable(1), 2**40) + fmpq(3)
    assert (high * high).terms == {(2**41,): 1, (2**40,): 6, (0,): 9}
    far = integer_power(x, 2**33) + y
    assert (far * far).terms == {(2**34, 0, 0): 1, (2**33, 1, 0): 2, (0, 2, 0): 1}


def test_coefficients_may_be_balls_and_polynomials_of_a_lower_level():
    third = arb(1) / 3
    terms = ((third * x + y) * (third * x + y)).terms
    assert terms[2, 0, 0].contains(fmpq(1, 9)) and terms[1, 1, 0].contains(fmpq(2, 3)) and terms[0, 2, 0] == 1
    (u,) = generators(2, 1)
    nested = (x * u + y) * (x * u + y)
    assert [c.terms for c in nested.terms.values()] == [{(2, 0, 0): 1}, {(1, 1, 0): 2}, {(0, 2, 0): 1}]
