r"""The density of a law that words name, "the density of $\mathcal N(\mu, \sigma^2)$ is", is a claim and no definition."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last

NORMAL = r"e^{-\frac{(x-\mu)^2}{2\sigma^2}}"
MULTIVARIATE = r"\exp\left( -\frac12 (x-\mu)^T \Sigma^{-1} (x-\mu) \right)"
SAID = {
    r"The density of $\mathcal N(\mu, \sigma^2)$ is $$p(x) = %s " + NORMAL + "$$": (
        r"\frac{1}{\sqrt{2\pi}\sigma}", r"\frac{1}{2\pi\sigma}"),
    r"The multivariate normal distribution on $\mathbb R^d$ with mean $\mu$ and covariance matrix $\Sigma$ has density "
    r"$$p(x) = %s |\Sigma|^{-1/2} " + MULTIVARIATE + "$$": (r"(2\pi)^{-d/2}", r"(2\pi)^{-1/2}"),
    r"Recall that the density of the gamma distribution with shape $a$ and rate $b$ is $f(x) = %s x^{a-1} e^{-bx}$.": (
        r"\frac{b^a}{\Gamma(a)}", r"\frac{1}{b^a \Gamma(a)}"),
    r"The density of the uniform distribution on $[0, \theta]$ is given by $f(x) = %s$.": (r"\frac1\theta", r"\theta"),
    r"The Poisson distribution with mean $\lambda$ has probability mass function $p(k) = %s$.": (
        r"\frac{\lambda^k e^{-\lambda}}{k!}", r"\frac{\lambda^k e^{-\lambda}}{k}"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), [(text, *pair) for text, pair in SAID.items()])
def test_the_density_of_a_law_is_judged(text, right, wrong):
    assert (last(text % right), last(text % wrong)) == ("proved", "refuted")


def test_what_is_made_of_laws_has_another_density():
    text = r"The density of the sum of $X \sim \mathcal N(0, 1)$ and $Y \sim \mathcal N(0, 1)$ is $f(x) = e^{-x^2/4}$."
    assert last(text) == "unread"


@pytest.mark.parametrize("said", ["have a $t$ distribution", "follow Student's $t$ distribution", "be $t$-distributed"])
def test_a_family_that_words_call_by_a_letter(said):
    text = rf"Let $T$ {said} with $\nu > 2$ degrees of freedom. Then $\mathrm{{Var}}(T) = \frac{{\nu}}{{\nu - %s}}$."
    assert (last(text % 2), last(text % 1)) == ("proved", "refuted")
