r"""Estimates by maximum likelihood that a page states: a wrong one is refuted by the likelihood of its data."""

import pytest

from proofs import verify
from tests.marking.verdicts import judged

DATA = r"Let $x_1, \ldots, x_n$ be independent with $$x_i \sim %s, \quad i = 1, \ldots, n.$$ "
SAMPLE = r"Let $X_1, \dots, X_n$ be iid $N(\mu, \sigma^2)$. "
LEAD = r"The maximum likelihood estimate of $%s$ is given by "
CASES = {
    "a rate": (DATA % r"\mathrm{Exp}(\lambda)" + LEAD % r"\lambda" + r"$$\hat\lambda = %s$$", (r"\frac{1}{\bar x}", r"\bar x")),
    "a mean of counts": (
        DATA % r"\mathrm{Poiss}(\lambda)" + LEAD % r"\lambda" + r"$$\hat\lambda = \frac{1}{%s} \sum_{i=1}^n x_i$$",
        ("n", "n - 1"),
    ),
    "a variance where the mean is known": (
        DATA % r"\mathcal{N}(m, \sigma^2)" + "The mean $m$ is known. " + LEAD % r"\sigma^2"
        + r"$$\hat\sigma^2 = \frac{1}{n} \sum_{i=1}^n (x_i - %s)^2$$",
        ("m", r"\bar x"),
    ),
    "a variance where the mean is not": (
        SAMPLE + LEAD % r"\sigma^2" + r"$\hat\sigma^2 = \frac{1}{%s} \sum_{i=1}^n (X_i - \bar X)^2$.",
        ("n", "n - 1"),
    ),
    "both in one sentence": (
        SAMPLE + r"The MLEs are $\hat\mu = \bar X$ and $\hat\sigma^2 = \frac{1}{%s} \sum_{i=1}^n (X_i - \bar X)^2$.",
        ("n", "n - 1"),
    ),
    "a variance beside the mean": (
        DATA % r"\mathcal{N}(\mu, \sigma^2)" + r"The maximum likelihood estimates of $\mu$ and $\sigma^2$ are "
        r"$$\hat\mu = \bar x, \quad \hat\sigma^2 = \frac{1}{%s} \sum_{i=1}^n (x_i - \hat\mu)^2$$",
        ("n", "n - 1"),
    ),
    "a label instead of a hat": (
        DATA % r"\mathrm{Exp}(\lambda)" + r"The MLE is $$\lambda_{\mathrm{ML}} = %s$$",
        (r"\frac{n}{\sum_{i=1}^n x_i}", r"\frac{\sum_{i=1}^n x_i}{n}"),
    ),
    "a proportion": (
        r"Let $n \in \mathbb{N}$, $n \geq 2$ and $$k \sim \mathrm{Bin}(n, p).$$ " + LEAD % "p" + r"$$\hat p = \frac{k}{%s}$$",
        ("n", "n + 1"),
    ),
    "coefficients, and errors in the data": (
        r"Let $X \in \mathbb{R}^{m \times k}$ and $y \in \mathbb{R}^m$ with "
        r"$$y = X \beta + \varepsilon, \; \varepsilon \sim \mathcal{N}(0, \sigma^2 V).$$ "
        + LEAD % r"\beta"
        + r"$$\hat\beta = (X^\top %s X)^{-1} X^\top V^{-1} y$$",
        ("V^{-1}", "V"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_an_estimate_is_judged_by_the_likelihood(name):
    text, (right, wrong) = CASES[name]
    assert _last(text.replace("%s", right)).verdict == "given"
    found = _last(text.replace("%s", wrong))
    assert found.verdict == "refuted" and found.counterexample.right in ("0", "(0, 0)")
    assert found.repair is None


def test_each_of_two_estimates_is_judged_by_its_own_value():
    text = DATA % r"\mathrm{Gam}(a, b)" + LEAD % "b" + r"$$\hat b = \frac{a}{\bar x}$$ " + LEAD % "b"
    steps = verify(text + r"$$\hat b = \frac{\bar x}{a}$$", jobs=0, second_reader=False).steps
    assert [step.verdict for step in steps[-2:]] == ["given", "refuted"]


OPEN = {
    "no maximum likelihood": DATA % r"\mathrm{Exp}(\lambda)" + r"An estimate of $\lambda$ is $$\hat\lambda = \bar x$$",
    "another criterion": DATA % r"\mathrm{Exp}(\lambda)" + r"The penalized MLE is $$\hat\lambda = \bar x$$",
    "a corrected one": DATA % r"\mathcal{N}(\mu, \sigma^2)" + r"The bias-corrected maximum likelihood estimate is "
    r"$$\hat\sigma^2 = \frac{1}{n - 1} \sum_{i=1}^n (x_i - \bar x)^2$$",
    "a support that moves": DATA % r"\mathcal{U}(0, b)" + LEAD % "b" + r"$$\hat b = 2 \bar x$$",
    "one that goes with another that is not read": DATA % r"\mathcal{N}(\mu, \sigma^2)"
    + r"The maximum likelihood estimates are $$\hat\mu = \ldots, \quad \hat\sigma^2 = \frac{1}{n} \sum_{i=1}^n x_i^2$$",
    "by what is not known": DATA % r"\mathrm{Exp}(\lambda)" + LEAD % r"\lambda" + r"$$\hat\lambda = \frac{c}{\bar x}$$",
    "of what has no law": LEAD % r"\lambda" + r"$$\hat\lambda = \bar x$$",
}


@pytest.mark.parametrize("name", OPEN)
def test_nothing_is_claimed_where_the_likelihood_is_not_known(name):
    assert _last(OPEN[name]).verdict in ("given", "undecided", "unread")


def _last(text: str):
    return verify(text, jobs=0, second_reader=False).steps[-1]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (r"The maximum likelihood estimator is $\hat\lambda = n / \sum_i x_i$.", "refuted"),
        (r"The maximum likelihood estimator is $\hat\lambda = \frac1n \sum_i x_i$.", "given"),
        (r"Let $\hat\lambda = n / \sum_i x_i$ be the MLE.", "refuted"),
        (r"Let $\hat\lambda = \frac1n \sum_i x_i$ be the MLE.", "given"),
    ],
)
def test_an_estimator_that_words_beside_it_name_is_judged(said, wanted):
    text = r"Let $x_1, \dots, x_n$ be iid $\mathrm{Poisson}(\lambda)$. " + said
    assert [s.verdict for s in judged(text).steps][-1] == wanted
