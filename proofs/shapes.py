"""Shapes: the dimensions that must agree for a sum, a product or a form of vectors and matrices to be one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .algebra import equal
from .language import (
    Block,
    Det,
    Form,
    Inverse,
    MatMul,
    Matrices,
    MatrixNormal,
    MultivariateNormal,
    MultivariateT,
    Node,
    Number,
    Plus,
    Relation,
    Statement,
    Term,
    Tr,
    Vectors,
    space_of,
)
from .language.facts import Facts


def disagreeing(t: Node, facts: Facts) -> list[Statement]:
    """The equations between dimensions that ``t`` asks for and that algebra does not confirm."""
    return [Relation(a, "=", b) for a, b in _pairs(t) if not equal(a, b, facts)]


def _pairs(t: Node) -> Iterator[tuple[Term, Term]]:
    match t:
        case Plus(args):
            first, *others = map(_shape, args)
            for other in others:
                yield from zip(first, other, strict=False)
        case MatMul(args):
            yield from _joined(*args)
        case Form(left, matrix, right):
            if _shape(left) and _shape(matrix):
                yield _shape(left)[0], _shape(matrix)[0]
            yield from _joined(matrix, right)
        case Tr(matrix) | Det(matrix) | Inverse(matrix):
            yield from _square(matrix)
        case MultivariateNormal(mean, covariance, _) | MultivariateT(mean, covariance, _, _):
            yield from _joined(covariance, mean)
            yield from _square(covariance)
        case MatrixNormal(mean, within, between, _):
            yield from _joined(within, mean, between)
            yield from _square(within)
            yield from _square(between)
        case Block(a, b, c, d):
            shapes = [_shape(part) for part in (a, b, c, d)]
            if all(len(shape) == 2 for shape in shapes):
                (p, q), (r, s), (u, v), (w, x) = shapes
                yield from ((p, r), (u, w), (q, v), (s, x))


def _joined(*factors: Term) -> Iterator[tuple[Term, Term]]:
    """The columns of each factor, the rows of the next; a vector has one column."""
    for left, right in pairwise(factors):
        if _shape(left) and _shape(right):
            yield (*_shape(left), Number(1))[1], _shape(right)[0]


def _square(matrix: Term) -> Iterator[tuple[Term, Term]]:
    if len(shape := _shape(matrix)) == 2:
        yield shape[0], shape[1]


def _shape(t: Term) -> tuple[Term, ...]:
    """Rows and columns of a matrix, the dimension of a vector, nothing for anything else."""
    space = space_of(t)
    return space.fields if isinstance(space, Vectors | Matrices) else ()
