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
