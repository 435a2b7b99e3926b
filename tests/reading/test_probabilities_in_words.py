"""Probabilities of events that words say, told or claimed as a formula in their place would be."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last

PAIR = "Let $A$ and $B$ be independent events with $P(A) = 0.3$ and $P(B) = 0.5$. "
TEST = (
    "Let $D$ and $T$ be events. The probability of $D$ is $0.01$, the probability of $T$ given $D$ is $0.9$ and the "
    "probability of $T$ given $D^c$ is $0.05$. "
)


@pytest.mark.parametrize(
    ("told", "true", "false"),
    [
        (PAIR, "Then the probability that both occur is $0.15$.", "Then the probability that both occur is $0.8$."),
        (PAIR, "So the probability that at least one occurs is $0.65$.", "Hence the probability of neither is $0.5$."),
        (
            PAIR,
            "Hence the probability that $A$ or $B$ occurs is $0.65$.",
            "Then the probability of $A \\cap B$ is $0.8$.",
        ),
        (TEST, "Then $P(T) = 0.0585$.", "Then $P(T) = 0.5$."),
        (TEST, r"Then $P(D \mid T) = \frac{0.009}{0.0585}$.", r"Then the probability of $D$ given $T$ is $0.9$."),
    ],
)
def test_probabilities_are_read(told, true, false):
    assert last(told + true) in ("proved", "supported")
    assert last(told + false) == "refuted"
