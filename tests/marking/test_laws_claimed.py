r"""Laws that a sentence claims in words leave a row: "Then $X + Y$ is normal with mean $0$ and variance $5$"."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last, verdicts

PASSED = ("proved", "supported")
TWO = r"Let $X \sim N(0, 1)$ and $Y \sim N(0, 4)$ be independent. "
SAMPLE = r"Let $X_1, \dots, X_n$ be i.i.d. $N(\mu, \sigma^2)$. "
CASES = [
    (TWO + "Then $X + Y$ has law $N(0, %s)$.", "5", "3"),
    (TWO + "Hence $X - Y$ is normal with mean $0$ and variance $%s$.", "5", "4"),
    (TWO + "The sum $X + Y$ is normally distributed with mean $%s$ and variance $5$.", "0", "1"),
    (TWO + "It follows that $2X + Y$ follows a normal distribution with mean 0 and variance %s.", "8", "6"),
    ("Let $X \\sim N(1, 4)$. Then $Z = (X - 1)/2$ is normal with mean $0$ and variance $%s$.", "1", "2"),
    ("Let $X \\sim N(1, 4)$ and $Y = 2X + 1$. Therefore $Y$ has a normal distribution with mean $%s$ and variance $16$.",
     "3", "2"),
    ("If $X \\sim N(\\mu, \\sigma^2)$, then $aX + b$ is normally distributed with mean $a\\mu + b$ and variance "
     "$%s \\sigma^2$.", "a^2", "a"),
    ("Let $X \\sim \\mathrm{Exp}(r)$ and $c > 0$. Then $cX$ is exponential with rate $%s$.", "r / c", "c r"),
    ("Let $X \\sim \\mathrm{Poisson}(a)$ and $Y \\sim \\mathrm{Poisson}(b)$ be independent. Thus $X + Y$ is again "
     "Poisson with parameter $%s$.", "a + b", "a b"),
    ("Let $U$ be uniform on $[0, 1]$. Then $-\\log U$ is exponentially distributed with rate $%s$.", "1", "2"),
    (SAMPLE + "Then $\\bar X$ is normally distributed with mean $\\mu$ and variance $%s$.", "\\sigma^2 / n", "\\sigma^2"),
    (SAMPLE + "$\\bar X$ is normally distributed with mean $\\mu$ and variance $%s$.", "\\sigma^2 / n", "\\sigma^2"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_a_law_in_words_is_judged(text, right, wrong):
    assert verdicts(text % right)[-1] in PASSED
    assert verdicts(text % wrong)[-1] == "refuted"


def test_what_is_to_be_shown_is_refuted_if_it_is_wrong():
    text = "Let $X \\sim N(1, 4)$ and $Y = 2X + 1$. Show that $Y$ has a normal distribution with mean $3$ and variance $%s$."
    assert verdicts(text % "8")[-1] == "refuted"
    assert verdicts(text % "16")[-1] == "given"


@pytest.mark.parametrize(
    "text",
    [
        "Let $X \\sim N(0, 1)$. Then $Y$ is normal with mean $0$ and variance $1$.",
        "Let $\\lambda \\sim \\mathrm{Gamma}(a, b)$. Then $\\lambda$ is Gamma with shape $a + 1$ and rate $b$.",
    ],
)
def test_a_law_of_what_is_not_made_of_random_variables_is_not_passed(text):
    assert verdicts(text)[-1] == "unread"


@pytest.mark.parametrize(
    "text",
    [
        TWO + "If instead $X$ were exponential with rate 1, then $2X$ is exponential with rate $1/2$.",
        TWO + "Given $Y = y$, then $X + Y$ is normal with mean $y$ and variance $1$.",
        TWO + "It is wrong that then $X + Y$ is normal with mean $0$ and variance $3$.",
        SAMPLE + "Under the hypothesis, then $\\bar X$ is normal with mean $0$ and variance $\\sigma^2 / n$.",
        "Let $X_1, \\dots, X_n$ be iid exponential with rate $r$. Then $\\bar X$ is approximately normal with mean $1/r$ "
        "and variance $1 / (n r^2)$.",
        "Let $X \\sim \\mathrm{Bin}(n, p)$. For large $n$ we approximate. So $X/n$ is normal with mean $p$ and variance "
        "$p(1 - p)/n$.",
        "Let $X$ be normal with mean $0$ and variance $1$.",
    ],
)
def test_under_a_condition_or_in_a_limit_nothing_is_claimed(text):
    assert not {*verdicts(text)} & {"refuted", "proved", "supported"}


def test_a_law_under_a_value_of_another_variable_is_no_marginal_law():
    text = "Let $X$ be exponential with rate $1$ and, given $X = x$, let $Y$ be uniform on $(0, x)$. Then $$E[Y] = %s$$"
    assert last(text % r"\frac12") not in ("refuted", "proved", "supported")
    assert last(text % r"\frac{x}{2}") not in ("proved", "supported")
