r"""Independence is said of some random variables: of others, that are named elsewhere, it is not."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged

TWO = r"Let $X \sim \mathcal{N}(0, 1)$ and $Y \sim \mathcal{N}(0, 1)$ be independent."
PLAIN = r"Let $X \sim \mathcal{N}(0, 1)$ and $Y \sim \mathcal{N}(0, 1)$."
Z = r"Let $Z \sim \mathcal{N}(0, 1)$."
NONE = r"\operatorname{Var}(X + Z) = 2"
PAIR = r"\operatorname{Var}(X + Y) = 2"
ALL = "E[X^2 Y^2 Z^2] = 1"  # of a variance it would be enough that any two of them are


def last(text: str, claim: str) -> str:
    return judged(f"{text} Then ${claim}$.").steps[-1].verdict


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (f"{TWO} {Z}", NONE),
        (f"{TWO[:-1]}, and let $Z$ be standard normal.", NONE),
        (f"{PLAIN} They are independent. {Z}", NONE),
        (f"{PLAIN} {Z} $Z$ is independent of $X$ and $Y$.", ALL),
        (f"{PLAIN} {Z} $Z$ is independent of them.", PAIR),
        (f"{PLAIN} {Z} $X$ and $Y$ are independent, $Y$ is independent of $Z$.", ALL),
        (f"{PLAIN} The law of $X$ is independent of $n$.", PAIR),
        (f"{TWO} {Z}", "P(X < Z) = 1/2"),
        (r"Let $X_1, X_2$ be independent standard normal. Let $X_3 \sim \mathcal{N}(0, 1)$.",
         r"\operatorname{Var}(X_1 + X_3) = 2"),
        (r"Let $\mu \sim \mathcal{N}(0, 1)$. Given $\mu$, let $X$ and $Y$ be independent normal with mean $\mu$ and "
         "variance 1.", PAIR),
    ],
)  # fmt: skip
def test_of_others_it_is_not_said(text: str, claim: str) -> None:
    assert last(text, claim) == "unread"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (f"{TWO} {Z}", PAIR),
        (r"Let $X, Y$ be i.i.d. standard normal.", PAIR),
        (r"Let $X \sim \mathcal{N}(0, 1)$. Let $Y \sim \mathcal{N}(0, 1)$ be independent.", PAIR),
        (f"All variables are independent. {PLAIN}", PAIR),
        (f"{PLAIN} {Z} They are independent.", ALL),
        (f"{TWO} Let $Z$ be standard normal, independent of $X$ and $Y$.", ALL),
        (f"{TWO} {Z} $Z$ is independent of them.", ALL),
        (f"{PLAIN} {Z} $Z$ is independent of $X$.", NONE),
        (r"Let $X \sim \mathcal N(0,1)$ and $\epsilon \sim \mathcal N(0, 1)$ independent of $X$, and $Y = X + \epsilon$.",
         r"\operatorname{Var}(Y) = 2"),
    ],
)  # fmt: skip
def test_of_those_that_are_named_it_is(text: str, claim: str) -> None:
    assert last(text, claim) in ("proved", "supported")


def test_of_variables_without_laws() -> None:
    text = "Let $X, Y$ be independent random variables and let $Z$ be a random variable."
    assert last(text, "E[X Y] = E[X] E[Y]") == "proved"
    assert last(text, "E[X Z] = E[X] E[Z]") == "refuted"


@pytest.mark.parametrize(
    "said",
    [
        "Uncorrelated random variables are independent:",
        "It is a common error to think that uncorrelated variables are independent. So",
        "Normal variables with zero covariance are independent. So",
        "The variance is additive only if the variables are independent. So",
        "For independent $X$ and $Y$ we have $E[XY] = E[X]E[Y]$. For dependent ones, too,",
        "Let $X$ and $Y$ be independent. Then $E[XY] = E[X]E[Y]$. Without independence,",
    ],
)
def test_what_is_said_of_others_tells_of_none(said):
    text = f"{said} $E[X^2 Y] = E[X^2] E[Y]$."
    assert judged(text).steps[-1].verdict in ("undecided", "refuted")


@pytest.mark.parametrize("said", ["The random variables are independent.", "All the variables here are independent."])
def test_what_is_said_of_all_tells(said):
    text = f"{said} $E[X^2 Y] = E[X^2] E[Y]$."
    assert judged(text).steps[-1].verdict == "proved"


def test_a_condition_says_nothing_of_what_stands_before_it():
    text = "We have $E[X^2 Y] = E[X^2] E[Y]$. If $X$ and $Y$ are independent, then $E[X Y] = E[X] E[Y]$."
    assert [step.verdict for step in judged(text).steps] == ["refuted", "proved"]
