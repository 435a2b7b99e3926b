r"""A law in words and, right behind them, as a formula: the two are one, or one of them is a slip."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify

CASES = [
    ("Then $T$ follows a chi-squared distribution with $n-1$ degrees of freedom:", r"T \sim \chi^2(n)", "refuted"),
    ("Then $T$ follows a chi-squared distribution with $n-1$ degrees of freedom:", r"T \sim \chi^2(n-1)", "given"),
    (
        "It follows a binomial distribution with $n$ trials and probability $p$",
        r"X \sim \mathrm{Bin}(n, 1-p)",
        "refuted",
    ),
    ("$X$ follows a beta distribution with parameters $a$ and $b$", r"X \sim \mathrm{Bet}(b, a)", "refuted"),
    # another name for it, a parameter that is given beside, no parameters, and laws that are written in two ways
    ("Then $T$ follows a chi-squared distribution with $k$ degrees of freedom:", r"T \sim \chi^2(n)", "given"),
    ("Then $T$ follows a chi-squared distribution with $k = n-1$ degrees of freedom:", r"T \sim \chi^2(n)", "given"),
    ("$X$ follows a beta distribution", r"X \sim \mathrm{Bet}(b, a)", "given"),
    ("$X$ follows a gamma distribution with shape $a$ and scale $b$", r"X \sim \mathrm{Gam}(b, a)", "given"),
    ("$X$ never follows a beta distribution with parameters $a$ and $b$", r"X \sim \mathrm{Bet}(b, a)", "given"),
]


@pytest.mark.parametrize(("words", "formula", "verdict"), CASES)
def test_a_law_in_words_is_the_one_that_is_written(words, formula, verdict):
    steps = verify(f"{words}\n\n$${formula}$$", jobs=0, second_reader=False).steps
    assert steps[-1].verdict == verdict
