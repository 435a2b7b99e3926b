"""Quantities of random variables that sentences say in words: claims, where the laws are known."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last, verdicts

EXP = r"Let $X \sim \mathrm{Exp}(\lambda)$. "
PAIR = "Let $X$ and $Y$ be independent standard normal variables. "
SAMPLE = r"Let $X_1, \dots, X_n$ be iid $N(\mu, \sigma^2)$. "
COUNTS = (
    r"Let $X_1, \dots, X_n$ be iid $\mathrm{Poisson}(\lambda)$ and $\hat\lambda = \frac{1}{n + 1} \sum_{i=1}^n X_i$. "
)
SQUARE = "Let $X \\sim N(0, 1)$ and $Y = X^2$. "


@pytest.mark.parametrize(
    ("told", "true", "false"),
    [
        (EXP, r"The mean of $X$ is $\frac1\lambda$.", r"The mean of $X$ is $\lambda$."),
        (EXP, r"Then its standard deviation is $\frac1\lambda$.", r"Its standard deviation is $\lambda^{-2}$."),
        (EXP, r"Its median is $\frac{\log 2}{\lambda}$.", r"Then the median of $X$ is $\frac{1}{\lambda}$."),
        (EXP, r"The probability that $X > 2$ is $e^{-2\lambda}$.", r"The probability that $X > 2$ is $e^{-\lambda}$."),
        (EXP, r"The probability that $X$ exceeds $2$ is $e^{-2\lambda}$.",
         r"The probability that $X$ is at most $2$ is $e^{-2\lambda}$."),
        ("Let $X$ be Poisson with mean $3$. ", "Then $X$ has variance $3$.", "Then $X$ has variance $9$."),
        (SAMPLE, r"The variance of $\bar X$ is $\frac{\sigma^2}{n}$.", r"The variance of $\bar X$ is $\sigma^2$."),
        (SAMPLE, r"The mean of $2 \bar X$ is $2 \mu$.", r"Then $2 \bar X$ is an unbiased estimator of $\mu$."),
        (COUNTS, r"The bias of $\hat\lambda$ is $-\frac{\lambda}{n + 1}$.", r"The bias of $\hat\lambda$ is $-\frac{\lambda}{n}$."),
        (COUNTS, r"The mean squared error of $\hat\lambda$ is $\frac{n \lambda + \lambda^2}{(n + 1)^2}$.",
         r"The MSE of $\hat\lambda$ is $\frac{n \lambda}{(n + 1)^2}$."),
        ("Let $X$ have mean $3$. ", "Then the mean of $2X$ is $6$.", "Then the mean of $2X$ is $5$."),
        (PAIR, r"The correlation between $X + Y$ and $X$ is $\frac{1}{\sqrt 2}$.",
         r"The correlation between $X + Y$ and $X$ is $\frac12$."),
        (SQUARE, "Then $X$ and $Y$ are uncorrelated.", "Hence $X + Y$ and $X$ are uncorrelated."),
    ],
)  # fmt: skip
def test_what_words_say_is_judged(told, true, false):
    assert last(told + true) in ("proved", "supported")
    assert last(told + false) == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        EXP + "The mean of $X$ is $2$.",  # it may tell which the parameter is
        EXP + r"Suppose the mean of $X$ is $\lambda$.",
        EXP + r"The mean of $X$ is $\mu$.",  # it says what that letter is
        EXP + r"For $\lambda = 3$, the mean of $X$ is $2$.",
        EXP + r"The probability that $X > 2$ given that $X > 1$ is $e^{-2\lambda}$.",
        "Let $X$ be a random variable. The mean of $X$ is $3$.",
    ],
)
def test_what_may_be_told_or_holds_under_a_condition_is_no_claim(text):
    assert not {"refuted", "proved"} & set(verdicts(text))


def test_independence_that_is_concluded_is_not_passed_over():
    assert last(SQUARE + "Then $X + Y$ and $X - Y$ are independent.") == "unread"
