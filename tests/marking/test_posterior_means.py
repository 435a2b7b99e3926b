r"""E[\theta | x] and Var[\theta | x] of a parameter, by the law that the page gives it and the data."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last

MODELS = {
    "beta": r"Let $\theta \sim \mathrm{Beta}(a,b)$ and $x | \theta \sim \mathrm{Bin}(n,\theta)$.",
    "normal": r"Let $\mu \sim N(0, \tau^2)$ and $x | \mu \sim N(\mu, \sigma^2)$.",
    "gamma": r"Let $\lambda \sim \mathrm{Gam}(a, b)$ and $x | \lambda \sim \mathrm{Poisson}(\lambda)$.",
}


@pytest.mark.parametrize(
    ("model", "left", "right", "wrong"),
    [
        ("beta", r"E[\theta | x]", r"\frac{a+x}{a+b+n}", r"\frac{a+x}{a+b}"),
        ("normal", r"E[\mu | x]", r"\frac{\tau^2}{\tau^2+\sigma^2} x", r"\frac{\sigma^2}{\tau^2+\sigma^2} x"),
        ("normal", r"\operatorname{Var}(\mu | x)", r"\frac{\tau^2\sigma^2}{\tau^2+\sigma^2}", r"\tau^2+\sigma^2"),
        ("gamma", r"E[\lambda | x]", r"\frac{a + x}{b + 1}", r"\frac{a + x}{b}"),
    ],
)
def test_the_moments_of_a_posterior(model, left, right, wrong):
    assert last(f"{MODELS[model]} $$ {left} = {right} $$") in ("proved", "supported")
    assert last(f"{MODELS[model]} $$ {left} = {wrong} $$") == "refuted"


def test_without_a_law_of_the_parameter_nothing_is_read():
    assert last(r"Let $x | \mu \sim N(\mu, 1)$. $$ E[\mu | x] = x $$") == "unread"


def test_the_value_behind_a_bar_gets_no_law():
    assert last(r"For $x | y = k \sim N(\mu_k, 1)$ we have $$ E[k] = 3 $$") == "unread"
