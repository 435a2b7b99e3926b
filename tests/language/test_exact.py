"""What rational numbers alone come to."""

from fractions import Fraction

import pytest

from proofs.language import Column, Det, Dot, Number, Rows, Tr, Var, sqrt
from proofs.language.exact import exact
from proofs.language.facts import Facts
from proofs.language.spaces import R

ONE, TWO, THREE = map(Number, (1, 2, 3))
MATRIX = Rows((Column((ONE, TWO)), Column((TWO, THREE))))
VECTOR = Column((ONE, TWO))


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (ONE - TWO * THREE + TWO / THREE, Fraction(-13, 3)),
        (TWO**3 - (ONE / TWO) ** 2, Fraction(31, 4)),
        (Det(MATRIX), Fraction(-1)),
        (Tr(MATRIX), Fraction(4)),
        (Dot(VECTOR, VECTOR), Fraction(5)),
        (ONE / (ONE - ONE), None),
        ((ONE - ONE) ** 0, None),
        (TWO**10_000, None),
        (sqrt(TWO), None),
        (Var("x", R) + ONE, None),
    ],
)
def test_values(term, value):
    assert exact(term) == value


def test_signs_of_numbers_are_those_of_their_values():
    facts = Facts(())
    assert facts.negative(ONE - TWO * THREE + TWO)
    assert facts.nonzero(Det(MATRIX))
    assert facts.invertible(MATRIX)
    assert not facts.nonzero(ONE + ONE - TWO)
