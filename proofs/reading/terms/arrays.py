r"""Products of numbers, vectors and matrices in the order written, A^\top B, x' A x, and sums of what is of one shape.

A transposed vector is a ``RowVector`` until a product makes a number or a matrix of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ... import language as L
from ..syntax import Syntax, Unread


@dataclass(frozen=True)
class RowVector:
    """The transpose of a vector."""

    vector: L.Term


Value = L.Term | RowVector


def is_number_space(space: L.Space) -> bool:
    """Whether the points of a space are numbers: not atoms of an unnamed space, not vectors."""
    return L.is_scalar_space(space) and not isinstance(space, L.Abstract | L.Slot | L.Product)


def is_vector(t: L.Term) -> bool:
    return isinstance(L.space_of(t), L.Vectors)


def alike(parts: list[L.Term], node: Syntax) -> list[L.Term]:
    """Terms that stand side by side in a sum or an equation: of one shape, 0 among vectors being the zero vector."""
    space = next((s for s in map(L.space_of, parts) if s is not None), None)
    if space is None:
        return parts
    parts = [L.Zero(space) if part is L.Number(0) else part for part in parts]
    spaces = list(map(L.space_of, parts))
    if len({type(s) for s in spaces}) > 1:
        raise Unread("a sum or an equation of a number and a vector, or of a vector and a matrix", node.span)
    if isinstance(space, L.Vectors | L.Matrices) and any(s is not space for s in spaces):
        raise Unread("vectors or matrices side by side, and nothing says that they have the same size", node.span)
    return parts


def multiplied(values: list[Value], node: Syntax) -> Value:
    """The product of numbers, vectors, row vectors and matrices in the order written."""
    scalars: list[L.Term] = []
    others: list[Value] = []
    for value in values:
        if not isinstance(value, RowVector) and L.is_scalar(value):
            scalars.append(value)
            continue
        others.append(value)
        if not isinstance(value, RowVector) and is_vector(value):  # what is x' A y is a number
            k = next((k for k in reversed(range(len(others) - 1)) if isinstance(others[k], RowVector)), None)
            if k is not None:
                scalars.append(_form(others[k:], node))
                del others[k:]
    if not others:
        return scalars[0] if len(scalars) == 1 else L.Times(tuple(scalars))
    rest = _chain(others, node)
    if not scalars:
        return rest
    if isinstance(rest, RowVector):
        return RowVector(L.Times((*scalars, rest.vector)))
    return L.Times((*scalars, rest))


def inner(left: Value, right: Value) -> L.Term | None:
    r"""The inner product of two vectors of one size, x \cdot y and \langle x, y \rangle; None of other things."""
    if isinstance(left, RowVector) or isinstance(right, RowVector) or not (is_vector(left) and is_vector(right)):
        return None
    return L.Dot(left, right) if L.space_of(left) is L.space_of(right) else None


def _form(factors: list[Value], node: Syntax) -> L.Term:
    """x' A y of a row vector, matrices and a vector."""
    left, *between, right = [f.vector if isinstance(f, RowVector) else f for f in factors]
    _fit([left, *between, right], node, row=True)
    if not between:
        return _total(right) if _is_ones(left) else _total(left) if _is_ones(right) else L.Dot(left, right)
    return L.Form(left, between[0] if len(between) == 1 else L.MatMul(tuple(between)), right)


def _is_ones(vector: L.Term) -> bool:
    return isinstance(vector, L.VectorOf) and vector.body == L.Number(1)


def _total(vector: L.Term) -> L.Term:
    """The sum of the coordinates, which the inner product with the vector of ones is."""
    space = L.space_of(vector)
    assert isinstance(space, L.Vectors)
    i = L.fresh_beside(L.Var("i", L.Range(L.Number(1), space.dimension)), vector)
    return L.Sum(L.Coord(vector, i), i)


def _chain(factors: list[Value], node: Syntax) -> Value:
    """A product that is a vector, a row vector or a matrix."""
    first, *others = factors
    if isinstance(first, RowVector):
        between = [f for f in others if not isinstance(f, RowVector)]
        if len(between) < len(others):
            raise Unread("a product of row vectors", node.span)
        if not between:
            return first
        _fit([first.vector, *between], node, row=True)
        return RowVector(L.MatMul((*(L.Transpose(a) for a in reversed(between)), first.vector)))
    terms = [L.Transpose(f.vector) if isinstance(f, RowVector) else f for f in factors]
    _fit(terms, node)
    return terms[0] if len(terms) == 1 else L.MatMul(tuple(terms))


def _fit(terms: list[L.Term], node: Syntax, row: bool = False) -> None:
    """The columns of each factor are the rows of the next; ``row``: the vector at the front stands as a row."""
    sizes = [(s.dimension, L.Number(1)) if isinstance(s, L.Vectors) else s.fields for s in map(L.space_of, terms) if s]
    if row:
        sizes[0] = (sizes[0][1], sizes[0][0])
    if any(left[1] is not right[0] for left, right in pairwise(sizes)):
        raise Unread("a product of vectors or matrices, and nothing says that their sizes fit", node.span)


__all__ = ["RowVector", "Value", "alike", "inner", "is_number_space", "is_vector", "multiplied"]
