r"""Posteriors of data, their logarithms up to a constant, and estimates a posteriori, \hat\theta_{MAP}."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged, last

PASSED = ("proved", "supported")
TRIALS = r"Let $x_1, \dots, x_n$ be i.i.d. Bernoulli($\theta$) with prior $\theta \sim \mathrm{Beta}(a, b)$. "
COUNTS = (
    r"Let $x_1, \dots, x_n$ be independent $\mathrm{Poisson}(\lambda)$ given $\lambda$, and $\lambda \sim "
    r"\mathrm{Gamma}(\alpha, \beta)$ with rate $\beta$. "
)
MEANS = r"Let $X_1, \dots, X_n \sim N(\mu, \sigma^2)$ be independent, and $\mu \sim N(\mu_0, \tau^2)$. "
RIDGE = r"Let $y = X w + \epsilon$ with $\epsilon \sim N(0, \sigma^2 I)$ and prior $w \sim N(0, \tau^2 I)$. "
LINE = (
    r"Let $y_i = w x_i + \epsilon_i$, $i = 1, \dots, n$, with $\epsilon_i \sim N(0, \sigma^2)$ i.i.d. and prior "
    r"$w \sim N(0, \tau^2)$. "
)
MODEL = r"Let $p(\theta) = \mathrm{Beta}(\theta | a, b)$ and $p(k | \theta) = \mathrm{Bin}(k | n, \theta)$. "
ESTIMATES = [
    (TRIALS + r"The MAP estimate is $$\hat\theta_{MAP} = \frac{a + \sum_i x_i - 1}{a + b + n - %s}$$", "2", "1"),
    (TRIALS + r"Let $k = \sum_i x_i$. $$\theta_{\mathrm{MAP}} = \frac{a + k - %s}{a + b + n - 2}$$", "1", "2"),
    (COUNTS + r"$$\hat\lambda_{MAP} = \frac{\alpha - %s + \sum_i x_i}{\beta + n}$$", "1", "2"),
    (MEANS + r"$$\hat\mu_{MAP} = \frac{n \bar x / \sigma^2 + \mu_0 / \tau^2}{%s / \sigma^2 + 1 / \tau^2}$$", "n", "1"),
    (RIDGE + r"$$\hat w_{MAP} = (X^T X + \frac{%s} I)^{-1} X^T y$$", r"\sigma^2}{\tau^2", r"\tau^2}{\sigma^2"),
    (LINE + r"$$\hat w_{MAP} = \frac{\sum_i x_i y_i}{\sum_i x_i^2 + %s}$$", r"\sigma^2 / \tau^2", r"\tau^2 / \sigma^2"),
    (MODEL + r"The posterior mode is $$\hat\theta = \frac{k + a - 1}{n + a + b - %s}$$", "2", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), ESTIMATES)
def test_an_estimate_a_posteriori_is_judged_by_likelihood_and_prior(text, right, wrong):
    assert last(text % right) in PASSED
    assert last(text % wrong) == "refuted"


POSTERIORS = [
    (TRIALS, r"p(\theta | x_1, \dots, x_n) \propto \theta^{\sum_i x_i + a - %s} (1 - \theta)^{n - \sum_i x_i + b - 1}", "1", "2"),
    (TRIALS, r"p(\theta | D) \propto \theta^{\sum_i x_i + a - %s} (1 - \theta)^{n - \sum_i x_i + b - 1}", "1", "2"),
    (TRIALS, r"E[\theta | x_1, \dots, x_n] = \frac{a + \sum_i x_i}{a + b + %s}", "n", "n - 1"),
    (TRIALS, r"\theta | x_1, \dots, x_n \sim \mathrm{Beta}(a + \sum_i x_i, b + %s - \sum_i x_i)", "n", "2 n"),
    (COUNTS, r"\log p(\lambda | x) = (\alpha - 1 + \sum_i x_i) \log\lambda - (\beta + %s) \lambda + \text{const}", "n", "1"),
    (MEANS, r"\log p(\mu | x) = -\frac{1}{2\sigma^2} \sum_{i=1}^n (x_i - \mu)^2 - \frac{(\mu - \mu_0)^2}{%s \tau^2} + C", "2", "3"),
    (LINE, r"\log p(w | y) = -\frac{1}{2\sigma^2} \sum_{i=1}^n (y_i - w x_i)^2 - \frac{w^2}{%s \tau^2} + C", "2", "3"),
    (MODEL, r"\log p(\theta | k) = (k + a - %s) \log\theta + (n - k + b - 1) \log(1 - \theta) + C", "1", "2"),
]  # fmt: skip


@pytest.mark.parametrize(("model", "claim", "right", "wrong"), POSTERIORS)
def test_a_posterior_of_all_the_data(model, claim, right, wrong):
    assert last(f"{model} $${claim % right}$$") in PASSED
    assert last(f"{model} $${claim % wrong}$$") == "refuted"


def test_the_log_posterior_of_a_regression():
    text = (
        RIDGE + r"$$\log p(w | y, X) = -\frac{1}{2\sigma^2} \|y - Xw\|^2 - \frac{1}{%s\tau^2} \|w\|^2 + \text{const}$$"
    )
    assert last(text % "2") in PASSED
    assert last(text % "3") not in PASSED


@pytest.mark.parametrize(
    "text",
    [
        # given some of the data only
        TRIALS
        + r"$$p(\theta | x_1, \dots, x_t) \propto \theta^{\sum_i x_i + a - 1} (1 - \theta)^{n - \sum_i x_i + b - 1}$$",
        # without a prior
        r"Let $x_1, \dots, x_n$ be i.i.d. Bernoulli($\theta$). $$\hat\theta_{MAP} = \bar x$$",
        # another criterion
        COUNTS + r"The approximate MAP estimate is $$\hat\lambda_{MAP} = \bar x$$",
        # a law that depends on the parameter as well
        COUNTS
        + r"Let $z \sim \mathrm{Exp}(\lambda)$. $$\hat\lambda_{MAP} = \frac{\alpha - 1 + \sum_i x_i}{\beta + n}$$",
    ],
)
def test_what_is_no_estimate_by_this_posterior_is_not_judged_by_it(text):
    assert last(text) not in (*PASSED, "refuted")


def test_a_report_shows_the_sign_that_was_written():
    said = r"Let $y \mid \theta \sim \mathrm{Bin}(n, \theta)$ and $\theta \sim \mathrm{Beta}(a, b)$. Then $\theta \mid y \sim "
    step = judged(said + r"\mathrm{Beta}(a + y, b + n - y)$.").steps[-1]
    assert (step.left, step.relation, step.verdict) == (r"\theta \mid y", "~", "proved")
