r"""q(z | x) = N(\mu, \sigma^2): a law that is said given a name behind a bar is the one of that density, given the same."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last

RIGHT = r"\frac12 (\mu^2 + \sigma^2 - 1 - \log \sigma^2)"


@pytest.mark.parametrize(
    ("encoder", "prior"),
    [
        (r"N(z; \mu, \sigma^2)", "N(z; 0, 1)"),
        (r"\mathcal N(z \mid \mu, \sigma^2)", r"\mathcal N(z \mid 0, 1)"),
        (r"N(\mu, \sigma^2)", "N(0, 1)"),
    ],
)
def test_the_divergence_of_an_encoder_from_the_prior(encoder, prior):
    text = rf"Let $q(z|x) = {encoder}$ and $p(z) = {prior}$. $$ KL(q(z|x) \| p(z)) = %s $$"
    assert last(text % RIGHT) == "proved"
    assert last(text % RIGHT.replace("- 1", "")) == "refuted"
    assert last(text % RIGHT.replace(r"\frac12", "")) == "refuted"


def test_what_it_is_without_that_name_is_not_known():
    text = rf"Let $q(z|x) = N(z; \mu, \sigma^2)$ and $p(z) = N(z; 0, 1)$. $$ KL(q(z) \| p(z)) = {RIGHT} $$"
    assert last(text) not in ("proved", "supported")


ELBO = (
    r"$$\mathbb E_{q_\phi(z|x)}[\log p_\theta(x, z) - \log q_\phi(z|x)] = "
    r"\mathbb E_{q_\phi(z|x)}[\log p_\theta(x|z)] %s D_{KL}(q_\phi(z|x) \| %s)$$"
)


@pytest.mark.parametrize("prior", ["p(z)", r"p_\theta(z)"])
def test_the_prior_of_a_model_may_go_without_its_parameter(prior):
    assert last(ELBO % ("-", prior)) == "supported"
    assert last(ELBO % ("+", prior)) == "refuted"


def test_a_density_of_the_data_is_no_prior():
    text = r"$$\mathbb E_{p(x)}[\log p_\theta(x|z)] = \mathbb E_{p(x)}[\log p(x)]$$"
    assert last(text) not in ("proved", "supported")


@pytest.mark.parametrize(("count", "expected"), [("n", "supported"), ("1", "refuted")])
def test_a_posterior_whose_variance_stands_behind_it(count, expected):
    r"""\tau_n is what its square is told to be."""
    text = (
        r"Let $x_i \mid \mu \sim \mathcal N(\mu, \sigma^2)$ for $i = 1, \dots, n$ be independent, and let "
        r"$\mu \sim \mathcal N(\mu_0, \tau^2)$. Then the posterior is $\mu \mid x \sim \mathcal N(\mu_n, \tau_n^2)$ with "
        rf"$$\tau_n^2 = \left( \frac{{1}}{{\tau^2}} + \frac{{{count}}}{{\sigma^2}} \right)^{{-1}}, "
        r"\quad \mu_n = \tau_n^2 \left( \frac{\mu_0}{\tau^2} + \frac{\sum_{i=1}^n x_i}{\sigma^2} \right).$$"
    )
    assert last(text) == expected
