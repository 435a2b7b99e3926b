"""Mutual information of variables of which no law is known: it is the same for what is counted and what is not."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$$I(X; Y, Z) = I(X; Z) + I(X; Y \mid Z)$$", ["supported"]),
        (r"$$I(X; Y, Z) = I(X; Z) + I(X; Y)$$", ["refuted"]),
        (r"We have $I(X; Y) \ge 0$.", ["supported"]),
        (r"Let $X \to Y \to Z$ be a Markov chain. Then $I(X; Z \mid Y) = 0$.", ["supported"]),
        (r"Let $X \to Y \to Z$ be a Markov chain. Then $I(X; Z) = I(X; Y)$.", ["refuted"]),
        (r"We have $I(X; Y) = H(X) - H(X \mid Y)$.", ["proved"]),  # nothing speaks of densities
        (r"Let $X$ have a density. We have $I(X; Y) = H(X) - H(X \mid Y)$.", ["unread"]),
    ],
)
def test_what_is_said_of_it(text, expected):
    assert verdicts(text) == expected
