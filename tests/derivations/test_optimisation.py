"""The numbers of the worked instances about optimisation, to the digits in which exercise sheets print them."""

from fractions import Fraction

import pytest

import derivations
from proofs import enclose

PRINTED = [("bernoulli_mle_example", "0.5625")]


@pytest.mark.parametrize(("name", "digits"), PRINTED)
def test_the_result_has_the_printed_value(name, digits):
    value = float(enclose(derivations.derive(name).statement.right))
    assert f"{value:.{len(digits) - digits.index('.') - 1}f}" == digits


def test_the_discriminator_does_not_grow_from_zero_to_one():
    shown = derivations.derive("gaussian_discriminator_example").statement
    at = {x: enclose(shown.left, {"x": x}) for x in (-10, 0, 4, 5, 6, 10, 20)}
    assert at[-10] > at[0] > at[4] > at[5] > 0.3 and at[5] < at[6] < at[20]
    assert f"{float(at[5]):.4f}" == "0.3002" and at[4].overlaps(at[6]) and at[0].overlaps(at[10])


def test_no_other_share_of_white_pixels_is_as_likely():
    shown = next(c for c in derivations.derive("bernoulli_mle_example").chains if c.knowing).concluded
    at = {k: enclose(shown.left, {"p": Fraction(k, 32)}) for k in range(1, 32)}
    assert at[18].overlaps(enclose(shown.right)) and all(at[k] < at[18] for k in at if k != 18)
