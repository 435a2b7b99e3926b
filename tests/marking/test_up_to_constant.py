r"""Likelihoods and densities up to a constant: \ell(\mu) = ... + \text{const}, + C, L(\mu) \propto ..., and words."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last, verdicts

PASSED = ("proved", "supported")
NORMAL = r"Let $x_1, \dots, x_n$ be i.i.d. $\mathcal N(\mu, \sigma^2)$ with $\sigma^2$ known. "
COUNTS = r"Let $x_1, \dots, x_n$ be i.i.d. Poisson with mean $\lambda$. "
TRIALS = r"Let $y_1, \dots, y_n$ be independent Bernoulli($p$). "
SQUARES = r"\sum_{i=1}^n (x_i - \mu)^2"
LEAD = "The log-likelihood is "
CASES = [
    (NORMAL + LEAD + rf"$$\ell(\mu) = -\frac{{1}}{{%s\sigma^2}} {SQUARES} + \text{{const}}$$", "2", "3"),
    (NORMAL + LEAD + rf"$$\log L(\mu) = -\frac{{1}}{{%s\sigma^2}} {SQUARES} + \text{{const.}}$$", "2", "3"),
    (NORMAL + LEAD + rf"$$\ell(\mu) = C - \frac{{1}}{{%s\sigma^2}} {SQUARES}$$", "2", "3"),
    (NORMAL + rf"The likelihood is $$L(\mu) \propto \exp\left(-\frac{{1}}{{%s\sigma^2}} {SQUARES}\right)$$", "2", "3"),
    (NORMAL + rf"The likelihood is $$L(\mu) = C \exp\left(-\frac{{1}}{{%s\sigma^2}} {SQUARES}\right)$$", "2", "3"),
    (COUNTS + LEAD + r"$$\ell(\lambda) = %s n \lambda + \log\lambda \sum_{i=1}^n x_i + C$$", "-", "+"),
    (TRIALS + LEAD + r"$$\ell(p) = \sum_i y_i \log p + (%s - \sum_i y_i) \log(1 - p) + \text{const}$$", "n", "1"),
    ("We observe independent data $x_1, \\dots, x_n$ from an exponential distribution with rate $b$. " + LEAD
     + r"$$\ell(b) = %s \log b - b \sum_{i=1}^n x_i + c$$", "n", "2 n"),
    (r"Let $x_1, \dots, x_n$ be i.i.d. $\mathrm{Gamma}(a, b)$ with rate $b$. " + LEAD
     + r"$$\ell(b) = n a \log b - %s \sum_{i=1}^n x_i + C$$", "b", "a"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_a_likelihood_up_to_a_constant_is_judged_by_the_law_of_the_data(text, right, wrong):
    assert last(text % right) in PASSED
    assert last(text % wrong) == "refuted"


def test_a_constant_that_depends_on_a_parameter_does_not_pass():
    text = r"Let $X_1, \dots, X_n \sim \mathcal N(\mu, \sigma^2)$ be independent. The log-likelihood is $$\ell(%s) = "
    text += r"-\frac{1}{2\sigma^2} \sum_{i=1}^n (x_i - \mu)^2 + C$$"
    assert last(text % r"\mu") in PASSED
    assert last(text % r"\mu, \sigma") == "refuted"
    assert last((text % r"\mu").replace(r"\ell(\mu)", r"\ell")) == "unread"


@pytest.mark.parametrize("constant", [r"\text{const}", "C"])
def test_its_slope_is_judged_after_it_and_its_values_are_not_known(constant):
    text = TRIALS + rf"{LEAD} $$\ell(p) = \sum_i y_i \log p + (n - \sum_i y_i) \log(1 - p) + {constant}$$ "
    slope = r"$$\ell'(p) = \frac{\sum_i y_i}{p} %s \frac{n - \sum_i y_i}{1 - p}$$"
    assert last(text + slope % "-") in PASSED
    assert last(text + slope % "+") in ("refuted", "undecided")
    assert last(text + r"$$\ell(1/2) = -n \log 2$$") == "undecided"


def test_a_chain_goes_on_up_to_the_constant():
    text = r"Let $x_1, \dots, x_n \sim N(\mu, 1)$ be independent. The log-likelihood is $$\ell(\mu) = -\frac12 "
    text += r"\sum_{i=1}^n (x_i - \mu)^2 + \text{const} = -%s (\mu - \bar x)^2 + \text{const}$$"
    assert last(text % r"\frac n2") in PASSED
    assert last(text % "n") == "refuted"


def test_a_letter_that_stands_elsewhere_is_no_constant():
    text = r"Let $p(x | c) = c e^{-c x}$ for $x > 0$, where $c > 0$. $$\log p(x | c) = %s$$"
    assert last(text % r"\log c - c x") in PASSED
    assert last(text % "-c x + c") == "refuted"
    assert last(COUNTS + LEAD + r"$$\ell(\lambda) = -n \lambda + c \log\lambda + c$$") not in PASSED


KNOWN = r"Let $g(x) = x^2 + 3$. "
DENSITY = r"Let $p(x | \mu) = \mathcal N(x | \mu, 1)$. "


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (KNOWN + r"Up to an additive constant, $$g(x) = x^2$$", PASSED),
        (KNOWN + r"Up to a constant, $$g(x) = 2 x^2$$", ("refuted",)),
        (KNOWN + r"Up to a constant factor, $$g(x) = 2 x^2 + 6$$", PASSED),
        (KNOWN + r"Up to a constant factor, $$g(x) = x^2$$", ("refuted",)),
        (DENSITY + r"$$\log p(x | \mu) = x \mu - \frac12 \mu^2 + \text{const}$$", PASSED),
        (DENSITY + r"$$-\log p(x | \mu) = \frac12 (x - \mu)^2 + C$$", PASSED),
        (DENSITY + r"$$-\log p(x | \mu) = (x - \mu)^2 + C$$", ("refuted",)),
        (r"$$\log r(x) = x^2 + \text{const} \le \text{const}$$", ("unread",)),
        (r"$$y = 3 + \text{const}$$", ("unread",)),
    ],
)
def test_other_functions_and_densities(text, verdict):
    assert last(text) in verdict


def test_an_energy_up_to_a_constant_has_its_force():
    text = r"Let $V(x) = \frac12 k x^2 + \text{const}$. $$-V'(x) = %s k x$$"
    assert verdicts(text % "-")[-1] in PASSED
    assert verdicts(text % "")[-1] == "refuted"
