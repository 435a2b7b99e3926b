"""Laws told for one of several cases, chances of events in words, and urns and coins."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last, verdicts


@pytest.mark.parametrize(
    "text",
    [
        r"With probability $\frac13$ we have $X \sim N(0, 1)$ and otherwise $X \sim N(3, 1)$. Then $E[X] = 2$.",
        r"If heads comes up, let $X \sim U(0, 1)$; if tails, let $X \sim U(0, 2)$. Then $E[X] = 1$.",
        r"Let $Y \sim \mathrm{Bern}(\frac13)$. If $Y = 1$, then $X \sim N(0, 1)$, and if $Y = 0$, then $X \sim N(3, 1)$. "
        "Then $E[X] = 3$.",
        "Let $X$ and $Y$ be exchangeable. Then $E[X^2 Y] = E[X Y^2]$.",
    ],
)
def test_neither_law_is_taken(text):
    assert last(text) == "undecided"


def test_under_a_hypothesis_a_law_holds_in_its_sentence():
    told = r"Let $X \sim \mathrm{Exp}(1)$. Under the alternative, $X \sim \mathrm{Exp}(2)$. Under the null hypothesis, "
    assert last(told + "$P(X > 1) = e^{-1}$.") == "proved"


URN = "An urn contains $5$ red and $3$ blue balls. Two balls are drawn {} replacement. Let $X$ be the number of red balls. "
COIN = "A coin with probability $p$ of heads is tossed {}. Let $N$ be the number of {}. "


@pytest.mark.parametrize(
    ("told", "true", "false"),
    [
        ("Let $A$ and $B$ be independent events, each with probability $p$. ", "P(A \\cup B) = 2p - p^2", "P(A) = 2p"),
        ("Let $A$ and $B$ be independent events with probabilities $\\frac12$ and $\\frac13$. ",
         r"P(A \cap B) = \frac16", r"P(A \cap B) = \frac56"),
        ("Let $A, B, C$ be pairwise independent events with probability $\\frac12$ each. ", r"P(A \cap B) = \frac14",
         r"P(A \cap B \cap C) = \frac18"),
        ("Let $A$ and $B$ be equally likely disjoint events. ", r"P(A \cup B) = 2 P(A)", r"P(A \cup B) = P(A)"),
        ("Let $A, B, C$ be disjoint events with $P(A) = P(B) = \\frac14$. ", r"P(A \cup B) = \frac12",
         r"P(A \cup B) = \frac14"),
        (URN.format("without"), r"P(X = 2) = \frac{5}{14}", r"P(X = 2) = \frac{25}{64}"),
        (URN.format("with"), r"P(X = 2) = \frac{25}{64}", r"P(X = 2) = \frac{5}{14}"),
        (COIN.format("three times", "heads"), "E[N] = 3p", "E[N] = 3(1 - p)"),
        (COIN.format("until the first head appears", "tosses"), r"E[N] = \frac1p", r"E[N] = \frac{1 - p}{p}"),
        ("A fair die is rolled twice. Let $M$ be the larger of the two results. ", r"P(M = 6) = \frac{11}{36}",
         r"P(M = 6) = \frac16"),
        ("Let $X$ be a random variable with $E[X] = 2$ and $E[X^2] = 5$. ", r"\mathrm{Var}(X) = 1",
         r"\mathrm{Var}(X) = 3"),
    ],
)  # fmt: skip
def test_what_follows_is_judged(told, true, false):
    assert last(f"{told}Then ${true}$.") in ("proved", "supported")
    assert last(f"{told}Then ${false}$.") == "refuted"


def test_what_an_inequality_gives_leaves_a_row():
    told = "Let $X \\ge 0$ with $E[X] = 2$. Markov's inequality gives "
    assert last(f"{told}$P(X \\ge 4) \\le \\frac12$.") in ("proved", "supported")
    assert verdicts(f"{told}$P(X \\ge 4) \\le \\frac14$.")[-1] in ("undecided", "refuted")
