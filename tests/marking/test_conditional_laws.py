r"""q(z | x) = N(\mu, \sigma^2): a law that is said given a name behind a bar is the one of that density, given the same."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify

RIGHT = r"\frac12 (\mu^2 + \sigma^2 - 1 - \log \sigma^2)"


def _last(text: str) -> str:
    return verify(text, jobs=0, second_reader=False).steps[-1].verdict


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
    assert _last(text % RIGHT) == "proved"
    assert _last(text % RIGHT.replace("- 1", "")) == "refuted"
    assert _last(text % RIGHT.replace(r"\frac12", "")) == "refuted"


def test_what_it_is_without_that_name_is_not_known():
    text = rf"Let $q(z|x) = N(z; \mu, \sigma^2)$ and $p(z) = N(z; 0, 1)$. $$ KL(q(z) \| p(z)) = {RIGHT} $$"
    assert _last(text) not in ("proved", "supported")
