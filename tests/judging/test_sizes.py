"""Sizes that hypotheses tie together are drawn together."""

from __future__ import annotations

import pytest

from proofs.judging import judge
from proofs.language import Claim, MatMul, Number, Tr, Transpose, integer, matrix

n, p, q = integer("n"), integer("p"), integer("q")
X, V = matrix("X", n, p), matrix("V", n, n)
TRUE = Tr(MatMul((Transpose(X), V, X))).eq(Tr(MatMul((V, X, Transpose(X)))))
FALSE = Tr(MatMul((Transpose(X), V, X))).eq(Tr(MatMul((X, Transpose(X)))))
TIES = [(n > p,), (n - (p + q) > 0,), (n >= p + q + 1, p > q), (n.eq(p + 2), q < n), (n - 2 > 0, p <= n)]


@pytest.mark.parametrize("hypotheses", TIES)
def test_worlds_meet_what_ties_sizes_together(hypotheses):
    assert judge(Claim(hypotheses, TRUE)).outcome == "agree"
    assert judge(Claim(hypotheses, FALSE)).outcome == "disagree"


def test_sizes_that_contradict_each_other_have_no_world():
    assert judge(Claim((n > p, p > n), TRUE)).outcome == "none"


def test_a_claim_about_sizes_is_judged_where_they_fit():
    small = Claim(
        (n > p + q,), (Tr(MatMul((Transpose(X), X))) - Number(5) - n).eq(Tr(MatMul((Transpose(X), X))) - n - 5)
    )
    assert judge(small).outcome == "agree"
