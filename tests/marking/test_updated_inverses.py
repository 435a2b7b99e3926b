r"""Inverses and determinants of sums: Woodbury, push-through, the determinant lemma, and their false neighbours."""

from __future__ import annotations

import pytest

from .verdicts import last

SIZES = r"where $A$ is $n\times n$, $U$ is $n\times k$, $C$ is $k\times k$ and $V$ is $k\times n$."
PAIR = r"Let $P$ be $m\times n$ and $Q$ be $n\times m$. "
RANK_ONE = r"Let $A$ be an invertible $n\times n$ matrix and $u, v \in \mathbb{R}^n$ with $1 + v^TA^{-1}u \neq 0$. "
DESIGN = r"Let $X$ be the $n\times d$ design matrix and $\lambda > 0$. "

CASES = [
    ("$$(A + UCV)^{-1} = %s$$" + SIZES, "A^{-1} - A^{-1}U(C^{-1} + VA^{-1}U)^{-1}VA^{-1}",
     ["A^{-1} + A^{-1}U(C^{-1} + VA^{-1}U)^{-1}VA^{-1}", "A^{-1} - A^{-1}U(C + VA^{-1}U)^{-1}VA^{-1}"]),
    ("$$(A - UV)^{-1} = %s$$" + SIZES.replace(", $C$ is $k\\times k$", ""),
     "A^{-1} + A^{-1}U(I - VA^{-1}U)^{-1}VA^{-1}", ["A^{-1} - A^{-1}U(I - VA^{-1}U)^{-1}VA^{-1}"]),
    (PAIR + "$$(I + PQ)^{-1}P = %s$$", "P(I + QP)^{-1}", ["P(I - QP)^{-1}"]),
    (PAIR + "$$(I + PQ)^{-1} = %s$$", "I - P(I + QP)^{-1}Q", ["I + P(I + QP)^{-1}Q"]),
    (PAIR + r"$$\det(I + PQ) = %s$$", r"\det(I + QP)", [r"\det(I - QP)"]),
    (RANK_ONE + r"$$(A + uv^T)^{-1} = %s$$", r"A^{-1} - \frac{A^{-1}uv^TA^{-1}}{1 + v^TA^{-1}u}",
     [r"A^{-1} + \frac{A^{-1}uv^TA^{-1}}{1 + v^TA^{-1}u}", r"A^{-1} - \frac{A^{-1}vu^TA^{-1}}{1 + v^TA^{-1}u}"]),
    (RANK_ONE + r"$$\det(A + uv^T) = %s$$", r"(1 + v^TA^{-1}u)\det A",
     [r"(1 - v^TA^{-1}u)\det A", r"(1 + u^TA^{-1}v)\det A"]),
    (DESIGN + r"$$(X^TX + \lambda I)^{-1}X^T = %s$$", r"X^T(XX^T + \lambda I)^{-1}", [r"X^T(XX^T - \lambda I)^{-1}"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), CASES, ids=[case[0].split("$$")[-2] for case in CASES])
def test_an_identity_is_proved_and_its_neighbours_are_refuted(text, right, wrong):
    assert last(text % right) == "proved"
    assert [last(text % each) for each in wrong] == ["refuted"] * len(wrong)


def test_matrices_of_other_sizes_are_not_taken_for_numbers():
    assert last(PAIR + "$$(I + PQ)^{-1}P = P(I + PQ)^{-1}$$") == "unread"


def test_a_letter_before_a_bracket_is_a_law_where_it_is_no_matrix():
    assert last(r"Let $U$ be a square matrix. $$U(A + B) = UA + UB$$") == "proved"
    assert last(r"Let $X \sim U(a, b)$ with $a < b$. $$E[X] = \frac{a + b}{2}$$") == "proved"
    assert last("$$(A + UCV)^{-1} = A^{-1} - A^{-1}U(C^{-1} + VA^{-1}U)^{-1}VA^{-1}$$") == "unread"
