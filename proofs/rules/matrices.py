"""Traces, determinants, forms and square roots of matrices."""

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
    MatMul,
    MatProd,
    Matrices,
    Number,
    Power,
    Prod,
    Range,
    Sum,
    Term,
    Tr,
    Var,
    VectorOf,
    Vectors,
    Zero,
    half,
    space_of,
    sqrt,
    triangular,
)
from ..language.entries import commute
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


@rule("the square root of a diagonal matrix")
def root_of_diagonal(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\operatorname{diag}(a_1, \dots, a_d)^{1/2} = \operatorname{diag}(\sqrt{a_1}, \dots, \sqrt{a_d}), \quad a_j \ge 0"""
    match t:
        case Power(Diag(VectorOf(body, j) as entries), exponent) if exponent is half:
            if facts.under(entries).nonnegative(body):
                yield Diag(VectorOf(sqrt(body), j))


@rule("since a matrix that commutes with another commutes with its square root")
def commuting_root(t: Term, facts: Facts) -> Iterator[Term]:
    r"""A^{1/2} B = B A^{1/2}, \quad A^{1/2} B A^{1/2} = A B, \quad A B = B A, \; A \text{ positive definite}"""
    match t:
        case MatMul((root, b, other)) if root is other and _commutes(root, b, facts):
            yield MatMul((root.base, b))
        case MatMul((a, b)) if _commutes(a, b, facts) or _commutes(b, a, facts):
            yield MatMul((b, a))


def _commutes(root: Term, b: Term, facts: Facts) -> bool:
    base = matrix_root(root)
    return base is not None and facts.positive_definite(base) and commute(base, b, facts)


@rule("since the matrices commute")
def root_of_product(t: Term, facts: Facts) -> Iterator[Term]:
    r"""(A B)^{1/2} = A^{1/2} B^{1/2}, \quad A B = B A, \; A, B \text{ positive definite}"""
    match matrix_root(t):
        case MatMul((a, b)) if commute(a, b, facts) and facts.positive_definite(a) and facts.positive_definite(b):
            yield MatMul((a**half, b**half))


def matrix_root(t: Term) -> Term | None:
    """The matrix of which ``t`` is the square root."""
    return t.base if isinstance(t, Power) and t.exponent is half else None


@rule("since similar matrices have one trace")
def trace_of_similar_root(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\operatorname{tr}\big((A B)^{1/2}\big) = \operatorname{tr}\big((A^{1/2} B A^{1/2})^{1/2}\big), \quad A, B \text{ positive definite}"""
    match t:
        case Tr(root):
            match matrix_root(root):
                case MatMul((a, b)) if facts.positive_definite(a) and facts.positive_definite(b):
                    for s, r in ((a, b), (b, a)):
                        yield Tr(MatMul((s**half, r, s**half)) ** half)
