"""Data run to their end, though a sum elsewhere stops before it; counts take more values than two."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

POISSON = r"Let $x_1, \dots, x_n$ be independent observations from a Poisson distribution with mean $\lambda > 0$. "
LIKELIHOOD = r"\sum_{i=1}^n \log\left( \frac{\lambda^{x_i} e^{-\lambda}}{x_i!} \right)"


@pytest.mark.parametrize(("end", "expected"), [("n", "supported"), ("n-1", "refuted")])
def test_a_sum_that_stops_early_is_no_estimate(end, expected):
    text = rf"The log-likelihood is $$\ell(\lambda) = {LIKELIHOOD}.$$ Setting its derivative to zero gives "
    found = verdicts(
        rf"{POISSON}{text}$$\hat\lambda = \frac1n \sum_{{i=1}}^{{{end}}} x_i.$$ So $$\sum_{{i=1}}^n x_i = n\bar x.$$"
    )
    assert found[1] == expected


@pytest.mark.parametrize(("last", "refuted"), [("x_i!", False), ("x_i", True)])
def test_a_factorial_is_no_number_itself(last, refuted):
    """1! = 1 and 2! = 2 do not show it."""
    text = (
        rf"{POISSON}Then $${LIKELIHOOD} = \log(\lambda) \sum_{{i=1}}^n x_i - n\lambda - \sum_{{i=1}}^n \log({last}).$$"
    )
    assert (verdicts(text) == ["refuted"]) == refuted
