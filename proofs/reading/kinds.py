"""Kinds of matrices that words name, and what each says of one: symmetric, orthogonal, idempotent, invertible, positive
definite."""

from __future__ import annotations

from collections.abc import Iterable

from .. import language as L

_INVERTIBLE = frozenset(("invertible", "nonsingular", "non-singular", "regular"))
_PROJECTION = frozenset(("orthogonal", "projection"))
_ORTHOGONAL = frozenset(("orthogonal",))
_DEFINITE = (frozenset(("positive", "definite")), frozenset(("positive-definite",)))


def symmetric(matrix: L.Term) -> L.Node:
    """The matrix is its own transpose."""
    return L.Relation(L.Transpose(matrix), "=", matrix)


def orthogonal(matrix: L.Term) -> L.Node:
    """The transpose of the matrix is its inverse."""
    space = L.space_of(matrix)
    assert isinstance(space, L.Matrices)
    return L.Relation(L.MatMul((L.Transpose(matrix), matrix)), "=", L.Identity(space.columns))


def idempotent(matrix: L.Term) -> L.Node:
    """The matrix is its own square."""
    return L.Relation(L.MatMul((matrix, matrix)), "=", matrix)


def projection(matrix: L.Term) -> tuple[L.Node, L.Node]:
    """The matrix is an orthogonal projection: its own square and its own transpose."""
    return idempotent(matrix), symmetric(matrix)


def facts(words: Iterable[str], matrix: L.Term) -> tuple[L.Node, ...] | None:
    """What adjectives say of a matrix; None where one of them is not read."""
    left, found = set(words), list[L.Node]()
    for definite in _DEFINITE:
        if definite <= left:
            left -= definite | {"symmetric"}
            found.append(L.positive_definite(matrix))
    if left >= _PROJECTION:
        left -= _PROJECTION | {"symmetric"}
        found += projection(matrix)
    if "symmetric" in left:
        left.remove("symmetric")
        found.append(symmetric(matrix))
    if left & _ORTHOGONAL:
        left -= _ORTHOGONAL
        found.append(orthogonal(matrix))
    if "idempotent" in left:
        left.remove("idempotent")
        found.append(idempotent(matrix))
    if left & _INVERTIBLE:
        left -= _INVERTIBLE
        found.append(L.invertible(matrix))
    return None if left else tuple(found)
