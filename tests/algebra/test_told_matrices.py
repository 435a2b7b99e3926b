"""What hypotheses say of squares of matrices, of eigenvectors and of lengths is used by the algebra, and only where said."""

from __future__ import annotations

import pytest

from proofs.algebra import equal
from proofs.language import (
    Coord,
    Diag,
    Dot,
    Entry,
    Form,
    Identity,
    Inverse,
    Number,
    Range,
    RowsOf,
    Tr,
    Transpose,
    Var,
    VectorOf,
    Zero,
    integer,
    invertible,
    matrix,
    nonzero,
    symbols,
    vector,
)
from proofs.language.facts import Facts

n = integer("n")
A, B = matrix("A", n), matrix("B", n)
v, w = vector("v", n), vector("w", n)
c = symbols("c")
IN = Identity(n)
i, j = Var("i", Range(Number(1), n)), Var("j", Range(Number(1), n))
IDEMPOTENT = ((A @ A).eq(A),)
SYMMETRIC = (Transpose(A).eq(A),)
INVOLUTORY = ((A @ A).eq(IN),)
NILPOTENT = ((A @ A).eq(Zero(A.space)),)
EIGEN = ((A @ v).eq(c * v),)
UNIT = (Dot(v, v).eq(1),)

EQUAL = [
    ((IN - A) @ (IN - A), IN - A, IDEMPOTENT),
    (A @ A @ A @ B, A @ B, IDEMPOTENT),
    (Transpose(A) @ Transpose(A), Transpose(A), IDEMPOTENT),
    (Tr(A @ B @ A), Tr(B @ A), IDEMPOTENT),
    (Transpose(IN - A) @ (IN - A), IN - A, IDEMPOTENT + SYMMETRIC),
    (A @ B @ A @ A, A @ B, INVOLUTORY),
    (Inverse(A), A, INVOLUTORY),
    ((IN + A) @ (IN - A), IN, NILPOTENT),
    (A @ A @ v, c**2 * v, EIGEN),
    ((A + 2 * IN) @ v, (c + 2) * v, EIGEN),
    (Form(v, A, v), c, EIGEN + UNIT),
    (Form(v, A, w), c * Dot(v, w), EIGEN + SYMMETRIC),
    (Inverse(A) @ v, v / c, (*EIGEN, invertible(A), nonzero(c))),
    (Diag(v) @ Diag(w), Diag(w) @ Diag(v), ()),
    (VectorOf(Coord(v, i) + 2 * Coord(w, i), i), v + 2 * w, ()),
    (RowsOf(VectorOf(Entry(A, j, i) - Coord(v, i) * Coord(w, j), j), i), Transpose(A) - v @ Transpose(w), ()),
]
DIFFERENT = [
    (Transpose(A) @ A, A, IDEMPOTENT),
    (A @ B @ A, A @ B, IDEMPOTENT),
    (A @ B @ A, B, INVOLUTORY),
    (A @ B @ A, Zero(A.space), NILPOTENT),
    (A @ w, c * w, EIGEN),
    (Transpose(A) @ v, c * v, EIGEN),
    (B @ A @ v, c * v, EIGEN),
    (A @ B @ v, c * (B @ v), EIGEN),
    (Inverse(A) @ v, v / c, (*EIGEN, invertible(A))),  # c may be 0 for all that is said here
    (Form(v, A, v), c, EIGEN),
    (Dot(w, w), Number(1), UNIT),
    (Dot(v, w), Number(1), UNIT),
    (VectorOf(Coord(v, i) * Coord(w, i), i), v + w, ()),
    (RowsOf(VectorOf(Entry(A, j, i), j), i), A, ()),
]


@pytest.mark.parametrize(("left", "right", "hypotheses"), EQUAL)
def test_equal_where_it_is_said(left, right, hypotheses):
    assert equal(left, right, Facts(hypotheses))
    for k in range(len(hypotheses)):
        assert not equal(left, right, Facts(hypotheses[:k] + hypotheses[k + 1 :]))


@pytest.mark.parametrize(("left", "right", "hypotheses"), DIFFERENT)
def test_different(left, right, hypotheses):
    assert not equal(left, right, Facts(hypotheses))
