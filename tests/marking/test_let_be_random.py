r"""Random variables that words let be: anew, without the law of another, and with moments that formulas write."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged, last

BEFORE = r"Let $X \sim \mathcal{N}(0, 1)$ and $Y \sim \mathcal{N}(0, 1)$ be independent. Then $\mathrm{E}[XY] = 0$. "


@pytest.mark.parametrize(
    ("let", "claim", "wanted"),
    [
        ("Now let $X$ be a random variable with finite variance.", r"\mathrm{E}[X^2] = 1", "undecided"),
        ("Let $X$ and $Y$ be two arbitrary random variables.", r"\mathrm{E}[X + Y] = 0", "undecided"),
        ("Let $X, Y$ be random variables.", r"\mathrm{E}[XY] = \mathrm{E}[X] \mathrm{E}[Y]", "refuted"),
        ("Let $X$, $Y$ be random variables.", r"\mathrm{E}[X + Y] = \mathrm{E}[X] + \mathrm{E}[Y]", "proved"),
        ("Let $X$ be a random variable that is exponential with rate $2$.", r"\mathrm{E}[X] = 1/2", "proved"),
        ("Let $X$ be a random variable that is exponential with rate $2$.", r"\mathrm{E}[X] = 0", "refuted"),
        ("Let $Z$ be a random variable.", r"\mathrm{E}[X^2] = 1", "proved"),
        ("We let $W = X + Y$, which is a random variable.", r"\mathrm{Var}(W) = 2", "supported"),
    ],
)
def test_what_is_let_be_a_random_variable_again_has_no_law_from_before(let, claim, wanted):
    assert last(f"{BEFORE}{let} Then\n\n$${claim}$$\n") == wanted


MOMENTS = [
    r"Let $X$ be a random variable with $\mathrm{E}[X] = \mu$ and $\mathrm{Var}[X] = \tau^2$.",
    r"Let $X$ be a random variable with mean $\mu$ and $\mathrm{Var}(X) = \tau^2$.",
    r"Let $X$ be a random variable with $E(X) = \mu$ and variance $\tau^2$.",
    r"Let $X$ be a random variable with finite mean $\mu = \mathbb{E}[X]$ and finite variance $\tau^2 = \mathbb{V}[X]$.",
    r"Let $X \sim \mathcal{N}(0, 1)$. Let $X$ be a random variable with $\mathrm{E}[X] = \mu$, $\mathrm{Var}(X) = \tau^2$.",
]


@pytest.mark.parametrize("words", MOMENTS)
@pytest.mark.parametrize(
    ("claim", "wanted"),
    [
        (r"\mathrm{E}[X^2] = \mu^2 + \tau^2", "proved"),
        (r"\mathrm{E}[X^2] = \mu^2 - \tau^2", "refuted"),
        (r"\mathrm{Var}(2X) = 2 \tau^2", "refuted"),
    ],
)
def test_moments_that_formulas_write_are_told(words, claim, wanted):
    assert last(f"{words} Then\n\n$${claim}$$\n") == wanted


def test_moments_that_formulas_write_are_the_parameters_of_a_law():
    law = r"Let $X$ be normal with $E[X] = \mu$ and $\operatorname{Var}(X) = \sigma^2$. Then"
    assert last(law + r"$$E[X^4] = \mu^4 + 6\mu^2\sigma^2 + 3\sigma^4$$") == "proved"
    assert last(law + r"$$E[X^4] = \mu^4 + 6\mu^2\sigma^2 + 2\sigma^4$$") == "refuted"


def test_a_moment_of_another_is_none_of_the_clause():
    text = (
        r"Let $X$ be a random variable with $\mathrm{E}[Y] = \mu$ and variance $\tau^2$. Then $$\mathrm{E}[X] = \mu$$"
    )
    assert last(text) == "undecided"


def test_what_is_told_is_given():
    report = judged(MOMENTS[0] + r" Then $$\mathrm{E}[X] = \mu$$")
    assert [step.verdict for step in report.steps][:2] == ["given", "given"]


@pytest.mark.parametrize("word", ["with", "where", "such that"])
def test_laws_that_follow_the_names_are_those_of_all_of_them(word):
    let = rf"Let $X$ and $Y$ be independent random variables {word} $X \sim \chi^2(u)$ and $Y \sim \chi^2(v)$."
    assert last(rf"{let} Then $$\mathrm{{E}}(X Y) = u v$$") == "proved"
