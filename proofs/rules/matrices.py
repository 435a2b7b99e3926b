"""Traces, determinants and forms."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    Apply,
    Block,
    Det,
    Diag,
    Entry,
    Form,
    Identity,
    Jacobian,
    MatProd,
    Matrices,
    Number,
    Prod,
    Range,
    Sum,
    Term,
    Tr,
    Var,
    VectorOf,
    Vectors,
    Zero,
    space_of,
    triangular,
)
from ..language.facts import Facts
from ..registry import rule


@rule("the trace of a diagonal matrix")
def trace_of_diagonal(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\operatorname{tr} \operatorname{diag}(a_1, \dots, a_d) = \sum_{j=1}^{d} a_j"""
    match t:
        case Tr(Diag(VectorOf(body, j))):
            yield Sum(body, j)


@rule("the determinant of a diagonal matrix")
def determinant_of_diagonal(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\det \operatorname{diag}(a_1, \dots, a_d) = \prod_{j=1}^{d} a_j"""
    match t:
        case Det(Diag(VectorOf(body, j))):
            yield Prod(body, j)


@rule("in coordinates")
def form_in_coordinates(t: Term, facts: Facts) -> Iterator[Term]:
    r"""x^\top \operatorname{diag}(a_1, \dots, a_d)\, y = \sum_{j=1}^{d} a_j x_j y_j"""
    match t:
        case Form(left, Identity(d), right):
            j = Var("j", Range(Number(1), d))
            if j not in left.free | right.free:
                yield Sum(left[j] ** 2 if left is right else left[j] * right[j], j)
        case Form(left, Diag(VectorOf(body, j)), right) if j not in left.free | right.free:
            yield Sum(body * left[j] ** 2 if left is right else body * left[j] * right[j], j)


@rule("the determinant of a block triangular matrix")
def determinant_of_block_triangular(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\det \begin{bmatrix} A & 0 \\ C & D \end{bmatrix} = \det A \det D, likewise for an upper block, A, D \text{ square}"""
    match t:
        case Det(Block(a, b, c, d)) if (isinstance(b, Zero) or isinstance(c, Zero)) and _square(a) and _square(d):
            yield Det(a) * Det(d)


def _square(a: Term) -> bool:
    space = space_of(a)
    return isinstance(space, Matrices) and space.rows is space.columns


@rule("the determinant of a triangular matrix")
def determinant_of_triangular(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\det \mathrm{D}f(x) = \prod_{i=1}^{n} \frac{\partial f_i}{\partial x_i}, \quad f_i \text{ a function of } x_1, \dots, x_i"""
    match t:
        case Det(Jacobian(Apply(f, (x,)), var, _) as whole) if x is var and facts.states(triangular(f)):
            if isinstance(var.space, Vectors) and _square(whole):
                i = Var("i", Range(Number(1), var.space.dimension))
                if i not in whole.free:
                    yield Prod(Entry(whole, i, i), i)


@rule("the determinant of a product is the product of the determinants")
def determinant_of_product(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\det(A_K \cdots A_2 A_1) = \prod_{k=1}^{K} \det A_k"""
    match t:
        case Det(MatProd(body, k)) if _square(body):
            yield Prod(Det(body), k)
