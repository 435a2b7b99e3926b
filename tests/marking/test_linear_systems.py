"""Normal equations and their solutions, and matrices that are positive definite as sums."""

from __future__ import annotations

import pytest

from .verdicts import last

RIDGE = (
    r"Let $X \in \mathbb{R}^{n\times p}$, $y \in \mathbb{R}^n$ and $\lambda > 0$. Let $w \in \mathbb{R}^p$ satisfy "
    r"$$(X^TX + \lambda I)w = X^Ty.$$ Then "
)
SQUARES = RIDGE.replace(r" + \lambda I", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RIDGE + r"$$w = (X^TX + \lambda I)^{-1}X^Ty$$", {"proved"}),
        (RIDGE + r"$$w = (X^TX)^{-1}X^Ty$$", {"undecided", "refuted"}),
        (RIDGE + r"$$w = (X^TX - \lambda I)^{-1}X^Ty$$", {"undecided", "refuted"}),
        (SQUARES + r"$$w = (X^TX)^{-1}X^Ty$$", {"proved"}),  # needing that X^T X is invertible
        (SQUARES + r"$$w = X^Ty$$", {"undecided", "refuted"}),
    ],
)
def test_solutions(text, expected):
    assert last(text) in expected


TWO = "Let $2x + y = 3$ and $x + 2y = 0$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TWO + "Then $x = 2$.", {"proved"}),
        (TWO + "Then $y = -1$.", {"proved"}),
        (TWO + "Then $x = 1$.", {"refuted"}),
        ("Let $a + b = s$ and $a - b = d$. Then $a = \\frac{s + d}{2}$.", {"proved"}),
        ("Let $a + b = s$ and $a - b = d$. Then $a = \\frac{s - d}{2}$.", {"refuted", "undecided"}),
    ],
)
def test_numbers_are_found_by_elimination(text, expected):
    assert last(text) in expected
