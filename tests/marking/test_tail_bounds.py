r"""Markov, Chebyshev, Chernoff, Cauchy-Schwarz, of random variables of which no law is known."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged

SIGNED = "Let $X$ be a non-negative random variable and $a > 0$."
ANY = "Let $X$ and $Y$ be random variables and $t > 0$."
TOLD = r"Let $X$ be a random variable with mean $\mu$ and variance $\sigma^2$. For $k > 0$ we have"


def verdicts(text):
    return [step.verdict for step in judged(text).steps]


@pytest.mark.parametrize(
    ("told", "claim", "verdict"),
    [
        (SIGNED, r"P(X \ge a) \le \frac{E[X]}{a}", "proved"),
        (SIGNED, r"\mathbb P(X > a) \ge \frac{\mathbb E[X]}{a}", "refuted"),
        (SIGNED, r"P(X \ge a) \le a E[X]", "refuted"),
        (SIGNED, r"P(X \ge a) \le \frac{E[X]^2}{a^2}", "refuted"),  # true of most laws: X is 0 or a where it fails
        (SIGNED, r"P(X \ge 2) \le \frac{E[X]^2}{4}", "refuted"),
        (TOLD, r"P(|X - \mu| \ge k \sigma) \le \frac{1}{k^2}", "proved"),
        (TOLD, r"P(|X - \mu| \ge k \sigma) \le \frac{1}{2 k^2}", "refuted"),  # of few laws
        (ANY, r"P(X \ge a) \le e^{-ta} E[e^{tX}]", "proved"),
        (ANY, r"E[X Y]^2 \le E[X^2] E[Y^2]", "proved"),
        (ANY, r"E[X Y]^2 \ge E[X^2] E[Y^2]", "refuted"),
        (ANY, r"E[e^X] \le e^{E[X]}", "refuted"),
        (ANY, r"P(X + Y \ge a + b) \ge P(X \ge a) + P(Y \ge b)", "refuted"),
        (r"Let $X$ have density $p(x)$ on $[0, \infty)$.", r"E[X] = \int_0^\infty x p(x) dx", "proved"),
        ("Let $X$ be a non-negative random variable with density $p(x)$.", r"E[X] = \int_0^\infty x p(x) dx", "proved"),
        ("Let $X$ be a positive random variable.", r"E[\log X] \le \log E[X]", "proved"),
        ("Let $X$ be a positive random variable.", r"E[\log X] \ge \log E[X]", "refuted"),
    ],
)
def test_bounds_of_unknown_laws(told, claim, verdict):
    assert verdicts(f"{told}\n$${claim}.$$")[-1] == verdict


@pytest.mark.parametrize(
    ("told", "claim"),
    [
        ("Let $X$ be a random variable that is bounded by 1.", r"E[X^2] \le 1 + 0 \cdot E[X]"),
        ("Let $X$ be a random variable with zero mean.", r"E[(X + 1)^2] \le E[X^2] + 1"),
        (r"Let $X$ be a random variable with values in $\{0, 1\}$.", r"E[X^2] \le E[X]"),
        ("Let $X$ and $Y$ be uncorrelated random variables.", r"E[X Y] \le E[X] E[Y]"),
    ],
)
def test_of_a_law_of_which_more_is_said_nothing_is_refuted(told, claim):
    assert verdicts(f"{told} Then\n$${claim}.$$")[-1] != "refuted"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"P(|X - \mu| \ge 2 \sigma) \le \frac14", "supported"),
        (r"P(|X - \mu| \ge 2 \sigma) \ge \frac14", "refuted"),
        (r"\Pr(|X - \mu| \ge \sigma) = 2 \Pr(X \ge \mu + \sigma)", "proved"),
        (r"\Pr(|X - \mu| < \sigma) = 2 \Pr(X \ge \mu + \sigma)", "refuted"),
        (r"P(2 X > 2 \mu) = \frac12", "proved"),
    ],
)
def test_around_the_mean_of_a_known_law(claim, verdict):
    assert verdicts(rf"Let $X \sim N(\mu, \sigma^2)$. Then ${claim}$.")[-1] == verdict


def test_the_sign_of_a_variable_with_a_law_is_not_used():
    text = r"Let $X \sim N(0, 1)$, and let $X$ be a positive random variable. Then $$E[|X|] \le E[X] + 1.$$"
    assert verdicts(text)[-1] in ("undecided", "supported", "proved")


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        (r"By Markov's inequality $P(X \ge 2) \le E[X]/2$.", "proved"),
        (r"By Markov $P(X \ge 2) \le E[X]/4$.", "refuted"),
        (r"In particular $P(X \ge 2) \le E[X]/2$.", "proved"),
        (r"By the Cauchy-Schwarz inequality $E[X^2] \le E[X]^2$.", "refuted"),
    ],
)
def test_an_inequality_with_the_name_of_who_found_it_is_a_claim(words: str, verdict: str) -> None:
    assert verdicts(f"Let $X$ be a non-negative random variable. {words}") == [verdict]


@pytest.mark.parametrize(("bound", "verdict"), [(r"\sigma^4/t^4", "refuted"), (r"\sigma/t", "supported")])
def test_numbers_are_moved_where_moments_are_told(bound: str, verdict: str) -> None:
    text = rf"Let $X$ have mean $\mu$ and variance $\sigma^2$. Then $P(|X - \mu| \ge t) \le {bound}$ for $t > 0$."
    assert verdicts(text) == [verdict]


@pytest.mark.parametrize(
    ("told", "claim", "verdict"),
    [
        (r"0 \le X \le 1", r"\operatorname{Var}(X) \le 1/4", "supported"),
        (r"0 \le X \le 1", r"\operatorname{Var}(X) \le 1/5", "refuted"),
        (r"0 \le X \le 1", r"E[X^2] \le E[X]", "supported"),
        (r"|X| \le 1", r"\operatorname{Var}(X) \le 1", "supported"),
        (r"|X| \le 1", r"E[X^2] \le E[X]", "refuted"),
    ],
)
def test_values_between_ends(told: str, claim: str, verdict: str) -> None:
    assert verdicts(f"Let $X$ be a random variable with ${told}$. Then ${claim}$.") == [verdict]
