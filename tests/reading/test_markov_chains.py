r"""Markov chains with few states: events at several times, and stationary distributions."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

MATRIX = r"$P = \begin{pmatrix} 0.9 & 0.1 \\ 0.5 & 0.5 \end{pmatrix}$. "
FROM_ONE = r"A Markov chain on $\{1, 2\}$ has the transition matrix " + MATRIX
FROM_ZERO = "A Markov chain with states $0$ and $1$ has the transition matrix " + MATRIX
STEP = r"A Markov chain has $P(X_{n+1}=1 \mid X_n=0) = 0.3$ and $P(X_{n+1}=0 \mid X_n=1) = 0.6$. "
LETTERS = r"A Markov chain with states $1$ and $2$ has the transition matrix $P = \begin{pmatrix} 1-a & a \\ b & 1-b \end{pmatrix}$. "


@pytest.mark.parametrize(
    ("told", "right", "wrong"),
    [
        (FROM_ONE, r"P(X_2 = 1 \mid X_0 = 1) = 0.86", r"P(X_2 = 1 \mid X_0 = 1) = 0.3"),
        (FROM_ZERO, r"P(X_2 = 1 \mid X_0 = 1) = 0.3", r"P(X_2 = 1 \mid X_0 = 1) = 0.86"),
        (FROM_ONE, r"P(X_2 = 1, X_1 = 2 \mid X_0 = 1) = 0.05", r"P(X_3 = 2 \mid X_1 = 1, X_2 = 2) = 0.1"),
        (STEP, r"P(X_2 = 1 \mid X_0 = 0) = 0.33", r"P(X_2 = 1 \mid X_0 = 0) = 0.09"),
        (LETTERS, r"P(X_2 = 1 \mid X_0 = 1) = (1-a)^2 + ab", r"P(X_{n+2} = 1 \mid X_n = 1) = 1 - a^2 b"),
    ],
)
def test_events_of_a_chain(told: str, right: str, wrong: str) -> None:
    assert verdicts(f"{told}Then $${right}$$ $${wrong}$$")[-2:] == ["proved", "refuted"]


@pytest.mark.parametrize(
    "told",
    [
        "A Markov chain has the transition matrix " + MATRIX,  # is 1 its first state?
        r"A Markov chain with states $A$ and $B$ has the transition matrix " + MATRIX,
        r"A Markov chain on $\{1, 2\}$ has the transition matrix " + MATRIX.replace("0.9", "0.8"),
    ],
)
def test_what_is_not_told_of_a_chain_is_not_guessed(told: str) -> None:
    assert verdicts(told + r"Then $$P(X_2 = 1 \mid X_0 = 1) = 0.86$$")[-1] == "unread"


@pytest.mark.parametrize(
    ("told", "right", "wrong"),
    [
        (FROM_ONE, r"\pi = (5/6, 1/6)", r"\pi = (1/6, 5/6)"),
        (FROM_ZERO, r"\pi_0 = \frac56", r"\pi_1 = \frac56"),
        (
            LETTERS,
            r"\pi = \left(\frac{b}{a+b}, \frac{a}{a+b}\right)",
            r"\pi = \left(\frac{a}{a+b}, \frac{b}{a+b}\right)",
        ),
    ],
)
def test_stationary_distributions(told: str, right: str, wrong: str) -> None:
    for claim, verdict in ((right, "proved"), (wrong, "refuted")):
        assert verdicts(f"{told}The stationary distribution is ${claim}$.")[-1] == verdict


def test_a_stationary_distribution_is_left_as_it_is() -> None:
    told = FROM_ONE + r"The stationary distribution is $\pi = (\frac56, \frac16)$, because $\pi P = \pi$."
    assert verdicts(told)[-2:] == ["proved", "proved"]
    assert verdicts(told.replace(r"\frac56, \frac16", r"\frac12, \frac12"))[-2:] == ["refuted", "refuted"]
    assert verdicts(FROM_ONE + r"The stationary distribution solves $\pi P = \pi$.")[-1] == "proved"
