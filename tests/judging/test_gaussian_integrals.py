"""Integrals over R^d of polynomials times exponentials of quadratics, and worlds of matrices that are blocks of one."""

from __future__ import annotations

from proofs import language as L
from proofs.judging import judge
from proofs.judging.worlds import worlds_for

n, d = L.Var("n", L.Z_INTEGERS), L.Var("d", L.Z_INTEGERS)
w, y, m = L.vector("w", d), L.vector("y", n), L.vector("m", d)
X, S, R = L.matrix("X", n, d), L.matrix("S", d), L.matrix("R", n)
PRIOR, LIKELIHOOD = L.MultivariateNormal(m, S), L.MultivariateNormal(L.MatMul((X, w)), R)
DEFINITE = (L.positive_definite(S), L.positive_definite(R))
EVIDENCE = L.Int(LIKELIHOOD(y) * PRIOR(w), w)
SPREAD = L.MatMul((X, S, L.Transpose(X)))


def test_the_evidence_of_a_linear_model() -> None:
    for spread, expected in ((R + SPREAD, "agree"), (R, "disagree")):
        claim = L.Claim(DEFINITE, EVIDENCE.eq(L.MultivariateNormal(L.MatMul((X, m)), spread)(y)))
        assert judge(claim, brief=True).outcome == expected


def test_an_integral_that_does_not_converge_has_no_value() -> None:
    rising = L.Int(L.exp(L.Form(w, S, w)), w)
    assert judge(L.Claim(DEFINITE, rising.eq(1)), brief=True).outcome == "none"


def test_blocks_of_a_positive_definite_matrix_are_cut_from_it() -> None:
    A, B, C = L.matrix("A", n), L.matrix("B", d), L.matrix("C", n, d)
    whole = L.positive_definite(L.Block(A, C, L.Transpose(C), B))
    left = L.Tr(A - L.MatMul((C, L.Inverse(B), L.Transpose(C))))
    claim = L.Claim((whole,), left > 0)
    assert len(worlds_for(claim)) >= 3
    assert judge(claim, brief=True).outcome == "agree"
