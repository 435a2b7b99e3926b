"""Kinds of matrices that words name, and what each says of one: symmetric, orthogonal, idempotent, invertible, positive
definite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ... import language as L
from ..names import to_latex

_INVERTIBLE = frozenset(("invertible", "nonsingular", "non-singular", "regular"))
_PROJECTION = frozenset(("orthogonal", "projection"))
_ORTHOGONAL = frozenset(("orthogonal",))
_READ = _INVERTIBLE | _ORTHOGONAL | {"symmetric", "positive", "definite", "positive-definite", "idempotent"}
# Of a matrix that is one of these something is known that is not read; no number and no law is called so.
_PECULIAR = frozenset(
    ("semidefinite", "semi-definite", "positive-semidefinite", "involutory", "nilpotent", "diagonal",
     "tridiagonal", "triangular", "unitary", "hermitian", "skew-symmetric", "skewsymmetric", "anti-symmetric",
     "antisymmetric", "skew-hermitian", "traceless")
)  # fmt: skip
# These are said of other things as well.
_ELSEWHERE = frozenset(("singular", "orthonormal", "stochastic", "upper", "lower", "circulant", "toeplitz"))
UNREAD = _PECULIAR | _ELSEWHERE - {"upper", "lower"}
ADJECTIVES = _READ | _PECULIAR | _ELSEWHERE | {"projection"}
# A capital letter that is called so is a square matrix.
SQUARE = (_READ | _PECULIAR) - {"positive", "regular"}
# Kinds of matrices that are symmetric, by the noun before "matrix".
SYMMETRIC = frozenset(
    ("covariance", "variance-covariance", "correlation", "precision", "gram", "kernel", "scatter", "hessian")
)
_DEFINITE = (frozenset(("positive", "definite")), frozenset(("positive-definite",)))


def symmetric(matrix: L.Term) -> L.Node:
    """The matrix is its own transpose."""
    return L.Relation(L.Transpose(matrix), "=", matrix)


def orthogonal(matrix: L.Term) -> L.Node:
    """The transpose of the matrix is its inverse."""
    space = L.space_of(matrix)
    assert isinstance(space, L.Matrices)
    return L.Relation(L.MatMul((L.Transpose(matrix), matrix)), "=", L.Identity(space.columns))


def of_diagonal(name: str, dimension: L.Term) -> L.Diag:
    """A matrix that words call diagonal, by its diagonal, of which nothing is known."""
    return L.Diag(L.Var(_diagonal_of(name), L.Vectors(dimension)))


def is_told_diagonal(name: str, values: Mapping[str, L.Term]) -> bool:
    """Whether words alone say what a name stands for, that it is diagonal."""
    match values.get(name):
        case L.Diag(L.Var(diagonal)):
            return diagonal == _diagonal_of(name)
    return False


def _diagonal_of(name: str) -> str:
    return rf"\operatorname{{diag}}({to_latex(name)})"


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
