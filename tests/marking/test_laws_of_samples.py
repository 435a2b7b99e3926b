r"""Laws of what is made of data: \bar{y}, sums, sums of squares, of one sample and of two; judged by exact means."""

from __future__ import annotations

import pytest

from proofs.reading.probability.functions_of_data import REMARK
from tests.marking.verdicts import judged

NORMAL = r"Let $X_1, \ldots, X_n$ be independent with $X_i \sim \mathcal{N}(\mu, \sigma^2)$, $i = 1, \ldots, n$. "
OTHERS = r"Let $X_i \sim \mathcal{N}(\mu_i, \sigma_i^2)$ be independent for $i = 1, \ldots, n$. "
WAITING = r"Let $X_i \sim \mathrm{Exp}(\lambda)$ for $i = 1, \ldots, n$ be i.i.d. random variables. "
COUNTS = r"Let $X_i \sim \mathrm{Poiss}(\lambda)$ be independent for $i = 1, \ldots, n$. "
TRIALS = r"Let $X_i \sim \mathrm{Bern}(p)$ be independent for $i = 1, \ldots, n$. "
TWO = r"""Let $y_{1i}$ and $y_{2i}$ be two independent samples:

$$y_{1i} \sim \mathcal{N}(\mu_1, \sigma^2), \; i = 1, \ldots, n_1$$

$$y_{2i} \sim \mathcal{N}(\mu_2, \sigma^2), \; i = 1, \ldots, n_2$$

"""
SQUARES = r"\sum_{i=1}^{n} (X_i - \bar{X})^2"
POOLED = r"\sum_{i=1}^{n_1} (y_{1i} - \bar{y}_1)^2 + \sum_{i=1}^{n_2} (y_{2i} - \bar{y}_2)^2"

CLAIMS = [
    (NORMAL, r"\bar{X} \sim \mathcal{N}(\mu, \frac{\sigma^2}{n})", r"\bar{X} \sim \mathcal{N}(\mu, \sigma^2)"),
    (NORMAL, r"\sum_{i=1}^n X_i \sim \mathcal{N}(n \mu, n \sigma^2)", r"\sum_{i=1}^n X_i \sim \mathcal{N}(n \mu, n^2 \sigma^2)"),
    (NORMAL, r"Z = \sqrt{n} \frac{\bar{X} - \mu}{\sigma} \sim \mathcal{N}(0, 1)", r"Z = n \frac{\bar{X} - \mu}{\sigma} \sim \mathcal{N}(0, 1)"),
    (NORMAL, rf"\frac{{1}}{{\sigma^2}} {SQUARES} \sim \chi^2(n-1)", rf"\frac{{1}}{{\sigma^2}} {SQUARES} \sim \chi^2(n)"),
    (NORMAL, r"X_1 - X_2 \sim \mathcal{N}(0, 2 \sigma^2)", r"X_1 - X_2 \sim \mathcal{N}(0, \sigma^2)"),
    (
        OTHERS,
        r"\sum_{i=1}^n a_i X_i \sim \mathcal{N}(\sum_{i=1}^n a_i \mu_i, \sum_{i=1}^n a_i^2 \sigma_i^2)",
        r"\sum_{i=1}^n a_i X_i \sim \mathcal{N}(\sum_{i=1}^n a_i \mu_i, \sum_{i=1}^n a_i \sigma_i^2)",
    ),
    (WAITING, r"\sum_{i=1}^n X_i \sim \mathrm{Gam}(n, \lambda)", r"\sum_{i=1}^n X_i \sim \mathrm{Gam}(n, n \lambda)"),
    (WAITING, r"2 \lambda \sum_{i=1}^n X_i \sim \chi^2(2 n)", r"2 \lambda \sum_{i=1}^n X_i \sim \chi^2(n)"),
    (COUNTS, r"\sum_{i=1}^n X_i \sim \mathrm{Poiss}(n \lambda)", r"\sum_{i=1}^n X_i \sim \mathrm{Poiss}(\lambda)"),
    (TRIALS, r"\sum_{i=1}^n X_i \sim \mathrm{Bin}(n, p)", r"\sum_{i=1}^n X_i \sim \mathrm{Bin}(n, 1 - p)"),
    (
        TWO,
        r"\bar{y}_1 - \bar{y}_2 \sim \mathcal{N}(\mu_1 - \mu_2, \frac{\sigma^2}{n_1} + \frac{\sigma^2}{n_2})",
        r"\bar{y}_1 - \bar{y}_2 \sim \mathcal{N}(\mu_1 - \mu_2, \frac{\sigma^2}{n_1 + n_2})",
    ),
    (
        TWO,
        rf"\frac{{1}}{{\sigma^2}} \left( {POOLED} \right) \sim \chi^2(n_1 + n_2 - 2)",
        rf"\frac{{1}}{{\sigma^2}} \left( {POOLED} \right) \sim \chi^2(n_1 + n_2 - 1)",
    ),
]  # fmt: skip


def last(text: str):
    return judged(text).steps[-1]


@pytest.mark.parametrize(("setting", "right", "wrong"), CLAIMS, ids=[str(k) for k in range(len(CLAIMS))])
def test_the_law_of_a_function_of_data_is_judged(setting: str, right: str, wrong: str):
    assert last(f"{setting}Then $${right}$$").verdict == "supported"
    assert last(f"{setting}Then $${wrong}$$").verdict == "refuted"


NOT_SAID = [
    r"Let $X_1, \ldots, X_n$ be identically distributed but not independent, $X_i \sim \mathcal{N}(\mu, \sigma^2)$, "
    r"$i = 1, \ldots, n$. $$\sum_{i=1}^n X_i \sim \mathcal{N}(n \mu, n^2 \sigma^2)$$",
    r"Let $X_i \sim \mathcal{N}(\mu, \sigma^2)$ for $i = 1, \ldots, n$ be correlated samples. "
    r"$$\sum_{i=1}^n X_i \sim \mathcal{N}(n \mu, n^2 \sigma^2)$$",
    r"Let $X_i \sim \mathcal{N}(\mu, \sigma^2)$ for $i = 1, \ldots, n$. "
    r"$$\sum_{i=1}^n X_i \sim \mathcal{N}(n \mu, n^2 \sigma^2)$$",
    # the law of all the data, or given their mean?
    r"Let $\mu \sim \mathcal{N}(0, 1)$ and let $y_i \sim \mathcal{N}(\mu, \sigma^2)$ for $i = 1, \ldots, n$ be "
    r"independent given $\mu$. $$\frac{1}{n} \sum_{i=1}^n y_i \sim \mathcal{N}(0, 1 + \frac{\sigma^2}{n})$$",
    # the least of them
    r"Let $X_i \sim \mathrm{Exp}(\lambda)$ be independent for $i = 1, \ldots, n$. $$n X_{(1)} \sim \mathrm{Exp}(\lambda)$$",
    # of many data
    r"Let $X_1, \ldots, X_n$ be independent with $X_i \sim \mathrm{U}(0, 1)$, $i = 1, \ldots, n$. By the central limit "
    r"theorem we have $$\sqrt{12 n} \left( \frac{1}{n} \sum_{i=1}^n X_i - \frac{1}{2} \right) \sim \mathcal{N}(0, 1)$$",
]


@pytest.mark.parametrize(
    "text", NOT_SAID, ids=["not independent", "correlated", "nothing said", "hierarchical", "order", "limit"]
)
def test_without_independence_nothing_is_judged(text: str):
    assert last(text).verdict == "unread"


def test_a_sample_is_taken_to_be_independent_and_that_is_reported():
    text = r"Let $x_i \sim \mathcal{N}(\mu, \sigma^2)$, $i = 1, \ldots, n$ be a data set. "
    step = last(text + r"$$\frac{1}{n} \sum_{i=1}^n x_i \sim \mathcal{N}(\mu, \frac{\sigma^2}{n})$$")
    assert step.verdict == "supported" and REMARK in step.notes


def test_one_of_the_data_is_given_its_law():
    assert last(NORMAL + r"$$Y \sim \mathcal{N}(\mu, 2)$$").verdict == "given"
    assert (
        last(r"Let $X_1, X_2$ be independent. $$X_i \sim \mathcal{N}(\mu, \sigma^2), \; i = 1, 2$$").verdict == "given"
    )


UNDER_A_HYPOTHESIS = [
    NORMAL + r"Then $$\bar{X} \sim \mathcal{N}(\mu_0, \frac{\sigma^2}{n})$$ if $\mu$ is $\mu_0$.",
    NORMAL + r"Then $$z = \sqrt{n} \frac{\bar{X} - \mu_0}{\sigma} \sim \mathcal{N}(0, 1)$$ if $\mu$ is $\mu_0$.",
    NORMAL + r"Then $$z = \sqrt{n} \frac{\bar{X}}{\sigma} \sim \mathcal{N}(0, 1)$$ under the null hypothesis.",
    TWO + r"Then $$\bar{y}_1 - \bar{y}_2 \sim \mathcal{N}(0, \frac{\sigma^2}{n_1} + \frac{\sigma^2}{n_2})$$ under the null hypothesis.",
]  # fmt: skip


@pytest.mark.parametrize("text", UNDER_A_HYPOTHESIS, ids=["of the mean", "another mean", "mean zero", "equal means"])
def test_what_may_hold_under_a_hypothesis_is_not_refuted(text: str):
    assert {step.verdict for step in judged(text).steps} <= {
        "given",
        "undecided",
        "unread",
    }


def test_of_what_is_no_polynomial_in_the_data_nothing_is_judged():
    fraction = r"\frac{X_1}{X_1 + X_2}"
    assert last(NORMAL + rf"$${fraction} \sim \mathcal{{N}}(0, 1)$$").verdict == "unread"
    assert last(NORMAL + rf"$$t = {fraction}$$ $$t \sim \mathrm{{t}}(n)$$").verdict == "given"


MADE_OF_DATA = [
    r"$$s^2 = \frac{1}{n-1} \sum_{i=1}^n (X_i - \bar{X})^2$$ $$\sqrt{n} \frac{\bar{X} - \mu}{s} \sim \mathrm{t}(n-1)$$",
    r"$$\bar{X} - \mu \sim \mathcal{N}(0, \frac{s^2}{n})$$",
    r"$$\frac{1}{\sigma^2} \sum_{i=1}^n (X_i - \hat{X}_i)^2 \sim \chi^2(n-1)$$",
    r"$$\frac{1}{\sigma^2} \sum_{i=1}^n (X_i - M)^2 \sim \chi^2(n-1)$$",
]


@pytest.mark.parametrize("text", MADE_OF_DATA, ids=["t", "estimated variance", "fitted", "a letter"])
def test_a_name_that_may_be_made_of_the_data_is_no_constant(text: str):
    assert last(NORMAL + text).verdict == "unread"


def test_a_constant_is_one_on_both_sides():
    assert last(NORMAL + r"$$c \bar{X} \sim \mathcal{N}(c \mu, \frac{c^2 \sigma^2}{n})$$").verdict == "supported"
    assert last(NORMAL + r"$$c \bar{X} \sim \mathcal{N}(c \mu, \frac{c \sigma^2}{n})$$").verdict == "refuted"


LISTED = {
    "listed": r"Let $X_1, \dots, X_n \sim \mathcal{N}(\mu, \sigma^2)$ be i.i.d. ",
    "above the sign": r"Let $X_1, X_2, \ldots, X_n \overset{iid}{\sim} \mathcal{N}(\mu, \sigma^2)$. ",
    "law as a formula": r"Let $X_1, \dots, X_n$ be independent $\mathcal{N}(\mu, \sigma^2)$ random variables. ",
    "law in words": (
        r"Let $X_1, \dots, X_n$ be independent and identically distributed normal random variables with mean $\mu$ and "
        r"variance $\sigma^2$. "
    ),
    "sample": r"Suppose $X_1, \dots, X_n$ is a random sample from $\mathcal{N}(\mu, \sigma^2)$. ",
    "member": NORMAL,
}
MOMENTS = [
    (r"\mathrm{E}[X_1] = \mu", r"\mathrm{E}[X_1] = 2 \mu"),
    (r"\mathrm{E}[X_i^2] = \mu^2 + \sigma^2", r"\mathrm{E}[X_i^2] = \mu^2 - \sigma^2"),
    (r"\mathbb{E} \bar{X} = \mu", r"\mathbb{E} \bar{X} = n \mu"),
    (r"\mathrm{Var}(\bar{X}) = \frac{\sigma^2}{n}", r"\mathrm{Var}(\bar{X}) = \frac{\sigma^2}{n^2}"),
    (rf"\mathrm{{E}}\left[ {SQUARES} \right] = (n-1) \sigma^2", rf"\mathrm{{E}}\left[ {SQUARES} \right] = n \sigma^2"),
    (r"\mathrm{Cov}(X_1, X_2) = 0", r"\mathrm{Cov}(X_1, X_2) = \sigma^2"),
    (
        r"\sum_{i=1}^n \sum_{j=1}^n \mathrm{Cov}(X_i, X_j) = n \sigma^2",
        r"\sum_{i=1}^n \sum_{j=1}^n \mathrm{Cov}(X_i, X_j) = n^2 \sigma^2",
    ),
]


@pytest.mark.parametrize("setting", LISTED)
def test_what_is_said_of_a_list_holds_of_each_of_the_data(setting: str):
    for right, wrong in (MOMENTS[0], MOMENTS[3]):
        assert last(f"{LISTED[setting]}$${right}$$").verdict in ("proved", "supported")
        assert last(f"{LISTED[setting]}$${wrong}$$").verdict == "refuted"


@pytest.mark.parametrize(("right", "wrong"), MOMENTS)
def test_means_of_data_are_judged(right: str, wrong: str):
    assert last(f"{NORMAL}$${right}$$").verdict in ("proved", "supported")
    assert last(f"{NORMAL}$${wrong}$$").verdict == "refuted"


def test_an_estimate_that_has_a_name_is_made_of_the_data():
    named = TRIALS + r"Let $\hat{p} = \frac{1}{n} \sum_{i=1}^n X_i$. "
    assert last(named + r"$$\mathrm{E}[\hat{p}] = p$$").verdict == "proved"
    assert last(named + r"$$\mathrm{Var}(\hat{p}) = p (1 - p)$$").verdict == "refuted"


def test_a_sum_of_data_that_is_a_random_variable_is_one():
    named = r"Let $X_1, \dots, X_n$ be i.i.d. $\mathrm{Bern}(p)$ and $S = \sum_{i=1}^n X_i$. "
    assert last(named + r"$$\mathbb{E} S = n p$$").verdict == "proved"
    assert last(named + r"$$\mathrm{Var}(S) = n p$$").verdict == "refuted"


UNSAID = [
    TRIALS + r"Let $Z \sim \mathcal{N}(0, 1)$ and $S = Z + \sum_{i=1}^n X_i$. $$\mathrm{E}[S] = n$$",  # as a number?
    NORMAL + r"$$\mathrm{E}[X_i X_j] = \mu^2$$",  # i may be j
    r"Let $X_i \sim \mathcal{N}(\mu, \sigma^2)$ for $i = 1, \ldots, n$. $$\mathrm{Var}(X_1 + X_2) = \sigma^2$$",
    r"Let $\mu \sim \mathcal{N}(0, 1)$ and let $X_i \sim \mathcal{N}(\mu, 1)$ be independent given $\mu$ for "
    r"$i = 1, \ldots, n$. $$\mathrm{E}[X_1] = 1$$",
]


@pytest.mark.parametrize("text", UNSAID, ids=["with others", "the same one?", "independent?", "given what?"])
def test_of_data_whose_joint_law_is_not_said_means_are_not_read(text: str):
    assert last(text).verdict == "unread"


def test_places_that_are_said_to_differ_are_different_data():
    assert last(NORMAL + r"For $i \neq j$ we have $$\mathrm{E}[X_i X_j] = \mu^2$$").verdict in ("proved", "supported")


RESTRICTED = [
    r"Let $X \sim \mathcal{N}(0, 1)$ be truncated at $0$. $$\mathrm{E}[X] = 1$$",
    r"Let $X \sim \mathcal{N}(0, 1)$. Given that $X$ is positive, we have $$\mathrm{E}[X] = 1$$",
    r"Let $X \sim \mathcal{N}(0, 1)$. Conditioned on $X > 0$, $$\mathrm{E}[X] = 1$$",
    r"Let $X \sim \mathcal{N}(0, 1)$. Then $\mathrm{E}[X] = 1$ given that $X$ is positive.",
    r"Let $X_1, \dots, X_n \sim \mathcal{N}(0, 1)$ be i.i.d. Given that the largest is $3$, we have $$\mathrm{E}[X_1] = 1$$",
]


@pytest.mark.parametrize("text", RESTRICTED)
def test_a_mean_under_a_condition_in_words_is_not_refuted(text: str):
    assert last(text).verdict == "undecided"
    assert last(r"Let $X \sim \mathcal{N}(0, 1)$. We know that $$\mathrm{E}[X] = 1$$").verdict == "refuted"


def test_the_variance_of_an_average_is_claimed_and_not_told():
    text = r"Let $X_1, \dots, X_n \sim \mathcal{N}(\mu, \sigma^2)$ be i.i.d. $$\mathrm{Var}(\bar{X}) = \frac{\sigma^2}{n^2}$$"
    assert last(text).verdict == "refuted"


@pytest.mark.parametrize(
    "told", ["Consider $X_1, \\dots, X_n$ i.i.d. $N(m, 4)$. Then", "For $X_1, \\dots, X_n$ i.i.d. $N(m, 4)$ we have"]
)
def test_data_are_told_without_a_verb(told):
    assert last(rf"{told} $\mathrm{{Var}}(\bar X) = \frac4n$.").verdict == "proved"
    assert last(rf"{told} $\mathrm{{Var}}(\bar X) = 4$.").verdict in ("refuted", "undecided")
