r"""Scores and information of one observation X: \ell(\lambda) = X \log\lambda - \lambda is a function whatever X is."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last, verdicts

POISSON = r"Let $X \sim \mathrm{Poisson}(\lambda)$. The log-likelihood is $\ell(\lambda) = X \log\lambda %s \lambda - \log X!$"


def test_a_log_likelihood_of_one_observation_is_judged_by_its_law():
    assert verdicts(POISSON % "-" + r", so $\ell'(\lambda) = \frac{X}{\lambda} - 1$.") == ["proved", "proved"]
    assert verdicts(POISSON % "+" + r", so $\ell'(\lambda) = \frac{X}{\lambda} + 1$.") == ["refuted", "proved"]


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"E[\ell'(\lambda)^2] = -E[\ell''(\lambda)] = \frac1\lambda", "proved"),
        (r"E[\ell'(\lambda)^2] = \lambda", "refuted"),
        (r"\operatorname{Var}(\ell'(\lambda)) = \frac1\lambda", "proved"),
    ],
)
def test_means_of_its_derivatives(claim, expected):
    assert last(POISSON % "-" + f". Then ${claim}$.") == expected


def test_a_function_of_a_random_variable_is_random():
    text = r"Let $X \sim \mathcal N(\mu, 1)$ and $g(t) = t X$. Then $E[g(t)] = %s$."
    assert (last(text % r"t \mu"), last(text % r"\mu")) == ("proved", "refuted")
