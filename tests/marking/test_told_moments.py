r"""Random variables of which only the mean and the variance are told: what follows from these is proved, and what needs
more of their law, that it is normal or that they are independent, is not passed."""

import pytest

from tests.marking.verdicts import last, verdicts

SAMPLE = r"Let $X_1, \dots, X_n$ be iid with mean $\mu$ and variance $\sigma^2$. "
PAIR = r"Let $X$ and $Y$ be independent with mean 0 and variance 1. "
TOLD = r"Suppose $E[X] = 2$ and $\mathrm{Var}(X) = 3$. "
SQUARES = r"E\left[\sum_{i=1}^n (X_i - \bar X)^2\right]"


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"E[\bar X] = \mu", "proved"),
        (r"\mathrm{Var}(\bar X) = \frac{\sigma^2}{n}", "proved"),
        (r"\mathrm{Var}(\bar X) = \frac{\sigma^2}{n^2}", "refuted"),
        (r"E[\bar X^2] = \mu^2 + \frac{\sigma^2}{n}", "proved"),
        (r"E[\bar X^2] = \mu^2 + \sigma^2", "refuted"),
        (r"E[X_i^2] = \mu^2 + \sigma^2", "proved"),
        (r"E[X_1 X_2] = \mu^2", "proved"),
        (r"E[X_1 X_2] = \mu^2 + \sigma^2", "refuted"),
        (SQUARES + r" = (n-1) \sigma^2", "proved"),
        (SQUARES + r" = n \sigma^2", "refuted"),
        (r"\mathrm{Cov}(X_1, \bar X) = \frac{\sigma^2}{n}", "proved"),
        (r"\mathrm{Cov}(X_1, \bar X) = \sigma^2", "refuted"),
        (r"E[(X_1 - \mu)^4] = 3 \sigma^4", "refuted"),  # of normal data alone
        (r"E[e^{X_1}] = e^{\mu + \sigma^2/2}", "refuted"),
        (r"E[\bar X^3] = \mu^3", "refuted"),
    ],
)
def test_a_sample_with_a_mean_and_a_variance(claim: str, expected: str) -> None:
    assert last(f"{SAMPLE}$${claim}$$") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TOLD + r"$$E[X^2] = 7$$", "proved"),
        (TOLD + r"$$E[X^2] = 5$$", "refuted"),
        (TOLD + r"$$\mathrm{Var}(3 X + 1) = 27$$", "proved"),
        (TOLD + r"$$\mathrm{Var}(3 X + 1) = 9$$", "refuted"),
        (PAIR + r"$$E[X^2 Y^2] = 1$$", "supported"),
        (PAIR + r"$$E[X^4] = 3$$", "refuted"),
        (r"Let $X$ have mean $\mu$. $$E[X^2] = \mu^2$$", "refuted"),
    ],
)
def test_moments_that_are_told_of_one_variable_or_two(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (r"Let $X_1, \dots, X_n$ be identically distributed with mean $\mu$ and variance $\sigma^2$. ",
         r"\mathrm{Var}(\bar X) = \frac{\sigma^2}{n}"),
        (r"Let $X$ and $Y$ be random variables with means $\mu$, $\nu$ and variances $\sigma^2$, $\tau^2$. ",
         r"\mathrm{Var}(X + Y) = \sigma^2 + \tau^2"),
        (r"Let $X_1, X_2$ be random variables with mean $\mu$ and variance $\sigma^2$. ",
         r"\mathrm{Var}(X_1 + X_2) = 2 \sigma^2"),
    ],
)  # fmt: skip
def test_what_needs_independence_does_not_pass_without_it(text: str, claim: str) -> None:
    assert last(f"{text}$${claim}$$") in ("undecided", "unread")


def test_words_about_a_sample_tell_nothing_of_a_random_variable() -> None:
    text = r"The sample has mean $\bar x = 5$ and variance $s^2 = 4$. $$E[X] = 5$$"
    assert verdicts(text)[-1] == "undecided"


@pytest.mark.parametrize(
    "told", ["With $\\sigma = 2$ we have", "Let $\\sigma = 2$. Then", "Suppose $\\sigma = 2$. Then"]
)
def test_a_number_that_is_given_later_is_that_of_the_moment(told):
    text = rf"Let $X$ have mean $\mu$ and variance $\sigma^2$. {told} $\mathrm{{Var}}(X) = %s$."
    assert last(text % 4) == "proved"
    assert last(text % 2) == "refuted"
