"""Matrices of which an equation or a word says what their square is: projections, involutions, nilpotent matrices."""

from __future__ import annotations

import pytest

from .verdicts import last, verdicts

P = r"Let $P$ be an $n \times n$ matrix with $P^2 = P$. "
BOTH = r"Let $P$ be an $n \times n$ matrix with $P^2 = P$ and $P^T = P$. "
SAID = r"Let $P$ be an orthogonal projection. "
M = r"Let $M$ be an $n \times n$ matrix with $M^2 = I$. "
N = r"Let $N$ be an $n \times n$ matrix with $N^2 = 0$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (P + r"$$(I - P)^2 = I - P$$", "proved"),
        (P + r"$$(I - P)^2 = P$$", "refuted"),
        (P + r"$$(I - P)P = 0$$", "proved"),
        (P + r"$$(I - P)P = P$$", "refuted"),
        (P + r"$$\operatorname{tr}(PAP) = \operatorname{tr}(AP)$$", "proved"),
        (P + r"$$\operatorname{tr}(PAP) = 2\operatorname{tr}(AP)$$", "refuted"),
        (P + r"$$P^T = P$$", "refuted"),
        (P.replace("an $n", "an invertible $n") + r"$$P = I$$", "supported"),
        (BOTH + r"$$(I - P)^T(I - P) = I - P$$", "proved"),
        (BOTH + r"$$\|x\|^2 = \|Px\|^2 + \|x - Px\|^2$$", "proved"),
        (BOTH + r"$$\|Px\|^2 = \|x\|^2 + \|x - Px\|^2$$", "refuted"),
        (SAID + r"$$\|Px\|^2 = x^TPx$$", "proved"),
        (SAID + r"$$P^TP = I$$", "refuted"),  # it is no orthogonal matrix
        (r"Let the orthogonal projection matrix $P$ be given. " + r"$$P^TP = I$$", "refuted"),
        (r"Let $P$ be a projection matrix. $$P^T = P$$", "undecided"),  # orthogonal or oblique, nobody says
        (r"Let $P$ be an idempotent $n \times n$ matrix. $$(I - P)^2 = I - P$$", "proved"),
        (M + r"$$M^{-1} = M$$", "proved"),
        (M + r"$$(I + M)(I - M) = 0$$", "proved"),
        (M + r"$$M^T = M$$", "refuted"),
        (N + r"$$(I + N)(I - N) = I$$", "proved"),
        (N + r"$$(I + N)^2 = I + 2N$$", "proved"),
        (N + r"$$(I + N)^2 = I + N$$", "refuted"),
    ],
)
def test_verdicts(text, expected):
    assert last(text) == expected


def test_an_equation_beside_what_is_let_be_symmetric_is_given():
    text = (
        r"Let $P$ be a symmetric $n \times n$ matrix with $P^2 = P$. $$\operatorname{tr}(P) = \operatorname{tr}(P^TP)$$"
    )
    assert verdicts(text) == ["given", "proved"]


def test_the_identity_in_a_transposed_sum_is_the_identity():
    assert last(r"Let $A$ be an $n \times n$ matrix. $$(I - A)^T = I - A^T$$") == "proved"
    assert last(r"Let $A$ be an $n \times n$ matrix. $$(I - A)^T = I - A$$") == "refuted"
