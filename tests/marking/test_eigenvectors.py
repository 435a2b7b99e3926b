"""Equations with eigenvalues."""

from __future__ import annotations

import pytest

from .verdicts import last

GIVEN = r"Let $A$ be an $n \times n$ matrix with $Av = \lambda v$. "
UNIT = r"Let $A$ be a symmetric $n \times n$ matrix with $Av = \lambda v$ and $\|v\| = 1$. "
SPECTRAL = (
    r"Let $A = Q\Lambda Q^T$ where $Q$ is an orthogonal $n \times n$ matrix and "
    r"$\Lambda = \operatorname{diag}(\lambda_1, \dots, \lambda_n)$. "
)
HOLDS, OPEN = {"proved", "supported"}, {"undecided", "refuted", "unread"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GIVEN + r"$$A^2v = \lambda^2 v$$", {"proved"}),
        (GIVEN + r"$$A^2v = \lambda v$$", OPEN),
        (GIVEN + r"$$(A + cI)v = (\lambda + c)v$$", {"proved"}),
        (GIVEN + r"$$(A + cI)v = \lambda v$$", OPEN),
        (GIVEN + r"$$v^TA = \lambda v^T$$", OPEN),  # of an A that is not symmetric
        (UNIT + r"$$v^TAv = \lambda$$", {"proved"}),
        (UNIT + r"$$v^TAv = \lambda^2$$", OPEN),
        (r"Let $A$ be symmetric with $Av = \lambda v$ and $v^Tv = 1$. $$v^TA^2v = \lambda^2$$", {"proved"}),
        (SPECTRAL + r"$$\det A = \prod_{i=1}^n \lambda_i$$", HOLDS),
        (SPECTRAL + r"$$\operatorname{tr} A = \sum_{i=1}^n \lambda_i$$", HOLDS),
        (SPECTRAL + r"$$\det A = \sum_{i=1}^n \lambda_i$$", OPEN),
        (SPECTRAL + r"$$A^2 = Q\Lambda^2Q^T$$", {"proved"}),
    ],
)
def test_verdicts(text, expected):
    assert last(text) in expected
