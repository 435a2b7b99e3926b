"""Matrices written out by entries, outer products, and inverses beside what they are the inverses of."""

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from proofs.algebra import equal
from proofs.judging import judge
from proofs.language import (
    Z_INTEGERS,
    Claim,
    Column,
    Det,
    Diag,
    Form,
    Identity,
    Inverse,
    MatMul,
    Matrices,
    Number,
    R,
    Relation,
    Rows,
    Term,
    Tr,
    Transpose,
    Var,
    Vectors,
    Zero,
    invertible,
    matrix,
    nonzero,
    positive_definite,
    space_of,
    vector,
)
from proofs.language.facts import Facts
from proofs.language.sympy_door import to_sympy
from proofs.language.tables import determinant, table
from proofs.writing.latex import latex
from proofs.writing.one_line import plain

a, b, c, d, s, t = (Var(name, R) for name in "abcdst")
n, p = Var("n", Z_INTEGERS), Var("p", Z_INTEGERS)
x, y, z = (vector(name, n) for name in "xyz")
X, L, V, A = matrix("X", n, p), matrix("L", p), matrix("V", n), matrix("A", n)
beta = vector("beta", p)


def rows(*lines: tuple[Term, ...]) -> Rows:
    return Rows(tuple(map(Column, lines)))


M = rows((a, b), (c, d))
GRAM = MatMul((Transpose(X), X))
WEIGHTED = MatMul((Transpose(X), Inverse(V), X))
HAT = MatMul((X, Inverse(GRAM), Transpose(X)))
GIVEN = Facts(
    (invertible(GRAM), invertible(GRAM + L), positive_definite(V), invertible(WEIGHTED), nonzero(a * d - b * c))
)

TRUE = {
    "determinant": (Det(M), a * d - b * c),
    "inverse": (Inverse(M), rows((d, -b), (-c, a)) / (a * d - b * c)),
    "three by three": (Det(rows((a, b, c), (Number(0), d, s), (Number(0), Number(0), t))), a * d * t),
    "product": (MatMul((M, Column((s, t)))), Column((a * s + b * t, c * s + d * t))),
    "quadratic form": (Form(Column((s, t)), M, Column((s, t))), a * s**2 + (b + c) * s * t + d * t**2),
    "trace": (Tr(MatMul((M, M))), a**2 + 2 * b * c + d**2),
    "transpose": (Transpose(M), rows((a, c), (b, d))),
    "diagonal": (Diag(Column((a, b))), rows((a, Number(0)), (Number(0), b))),
    "identity": (MatMul((M, Inverse(M))), Identity(Number(2))),
    "outer product": (MatMul((Column((a, b)), Transpose(Column((c, d))))), rows((a * c, a * d), (b * c, b * d))),
    "a row times a vector is a number": (MatMul((x, Transpose(y), z)), Form(y, Identity(n), z) * x),
    "trace of an outer product": (Tr(MatMul((A, x, Transpose(y)))), Form(y, A, x)),
    "transposed outer product": (Transpose(MatMul((x, Transpose(y)))), MatMul((y, Transpose(x)))),
    "a projection": (MatMul((HAT, HAT)), HAT),
    "is symmetric": (Transpose(HAT), HAT),
    "has the trace p": (Tr(HAT), p),
    "and leaves nothing over": (MatMul((Identity(n) - HAT, HAT)), Zero(Matrices(n, n))),
    "weighted": (MatMul((Inverse(WEIGHTED), Transpose(X), Inverse(V), X, beta)), beta),
    "a sum and its inverse": (MatMul((Inverse(GRAM + L), GRAM)) + MatMul((Inverse(GRAM + L), L)), Identity(p)),
}

FALSE = {
    "determinant": (Det(M), a * d + b * c),
    "inverse": (Inverse(M), rows((d, b), (c, a)) / (a * d - b * c)),
    "outer products do not commute": (MatMul((x, Transpose(y))), MatMul((y, Transpose(x)))),
    "a projection is not its negative": (MatMul((HAT, HAT)), -HAT),
    "the trace is not n": (Tr(HAT), n),
    "the weights are not left out": (MatMul((Inverse(WEIGHTED), Transpose(X), X, beta)), beta),
    "sizes differ": (rows((a, b, c), (b, c, d)), rows((a, b), (c, d))),
}


@pytest.mark.parametrize("name", TRUE)
def test_it_is_so(name):
    assert equal(*TRUE[name], GIVEN)


@pytest.mark.parametrize("name", FALSE)
def test_it_is_not_so(name):
    assert not equal(*FALSE[name], GIVEN)


def test_without_an_inverse_nothing_cancels():
    assert not equal(MatMul((HAT, HAT)), HAT, Facts(()))
    assert not equal(MatMul((M, Inverse(M))), Identity(Number(2)), Facts(()))


@pytest.mark.parametrize(
    ("term", "space"),
    [
        (M, Matrices(Number(2), Number(2))),
        (Transpose(x), Matrices(Number(1), n)),
        (MatMul((x, Transpose(beta))), Matrices(n, p)),
        (MatMul((x, Transpose(y), z)), Vectors(n)),
        (rows((a, b, c), (b, c, d)), Matrices(Number(2), Number(3))),
    ],
)
def test_the_space_is_read_off_the_writing(term, space):
    assert space_of(term) is space


def test_it_is_written():
    assert latex(M) == r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"
    assert plain(M) == "[[a, b], [c, d]]"
    assert to_sympy(M).shape == (2, 2)
    assert to_sympy(M).det() == to_sympy(a * d - b * c)


ENTRIES = st.integers(-3, 3).map(Number)


def squares(size: int) -> st.SearchStrategy[Rows]:
    line = st.lists(ENTRIES, min_size=size, max_size=size).map(tuple)
    return st.lists(line, min_size=size, max_size=size).map(lambda lines: rows(*lines))


@seed(1)
@settings(max_examples=25, deadline=None)
@given(squares(3), squares(3))
def test_determinants_of_products_are_products_in_algebra_and_in_numbers(first, second):
    whole, parts = Det(MatMul((first, second))), Det(first) * Det(second)
    assert equal(whole, parts, Facts(()))
    written = determinant(table(first))
    assert equal(Det(first), written, Facts(()))
    assert judge(Claim((), Relation(Det(first), "=", written)), slips=False).outcome == "agree"


def test_the_judge_knows_rows_and_outer_products():
    assert judge(Claim((), Relation(Det(M), "=", a * d + b * c))).outcome == "disagree"
    assert judge(Claim((), Relation(Tr(MatMul((x, Transpose(y)))), "=", Form(y, Identity(n), x)))).outcome == "agree"
    assert judge(Claim((), Relation(MatMul((x, Transpose(y))), "=", MatMul((y, Transpose(x)))))).outcome == "disagree"
