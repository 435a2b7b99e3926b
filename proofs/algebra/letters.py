"""Letters of words, and what hypotheses say of two that stand side by side."""

from __future__ import annotations

from typing import NamedTuple

from ..language import Matrices, Space, Term, Vectors, space_of, spectral
from . import reading
from .ring import Frac
from .scope import Scope


class Letter(NamedTuple):
    """A generator that stands for a vector or matrix, and what is done to it."""

    gen: int
    transposed: bool = False
    inverted: bool = False


Word = tuple[Letter, ...]


def letter(scope: Scope, t: Term) -> Letter:
    return Letter(scope.ring.gen("letter", reading.structural_key(scope, t), t))


def space_of_letter(scope: Scope, x: Letter) -> Space | None:
    term = scope.ring.gens[x.gen].term
    return None if term is None else space_of(term)


def spaces(scope: Scope, word: Word) -> list[Space | None]:
    return [space_of_letter(scope, x) for x in word]


def is_square(space: Space | None) -> bool:
    return isinstance(space, Matrices) and space.rows is space.columns


def absorbs(scope: Scope, a: Letter, b: Letter) -> bool:
    """Whether two letters are one matrix P with P P = P."""
    matrix = scope.ring.gens[a.gen].term
    return a == b and matrix is not None and scope.facts.idempotent(matrix)


def vanish(scope: Scope, a: Letter, b: Letter) -> bool:
    """Whether two letters are one matrix N with N N = 0."""
    matrix = scope.ring.gens[a.gen].term
    return a == b and matrix is not None and scope.facts.square_zero(matrix)


def cancel(scope: Scope, a: Letter, b: Letter) -> bool:
    matrix = scope.ring.gens[a.gen].term
    if a.gen != b.gen or matrix is None:
        return False
    if a.transposed == b.transposed and a.inverted != b.inverted:
        return scope.facts.invertible(matrix)
    if a == b and scope.facts.involutory(matrix):
        return True
    if a.transposed == b.transposed or a.inverted or b.inverted or not scope.facts.orthonormal(matrix):
        return False
    return a.transposed or is_square(space_of(matrix))


def has_length_one(scope: Scope, x: Letter) -> bool:
    """Whether a letter is a vector of length 1."""
    vector = scope.ring.gens[x.gen].term
    return vector is not None and spectral.has_length_one(vector, scope.facts)


def acted(scope: Scope, word: Word, c: Frac) -> tuple[Word, Frac]:
    """The word without a matrix beside an eigenvector of it, and the coefficient times the eigenvalue."""
    for k in range(len(word) - 1):
        for matrix, vector, turned in ((word[k], word[k + 1], False), (word[k + 1], word[k], True)):
            found = _eigenvalue(scope, matrix, vector, turned)
            if found is not None:
                at = k + 1 if turned else k
                factor = scope.divided(c, found, True) if matrix.inverted else scope.ring.mul(c, found)
                return acted(scope, word[:at] + word[at + 1 :], factor)
    return word, c


def _eigenvalue(scope: Scope, x: Letter, y: Letter, turned: bool) -> Frac | None:
    """The lambda of A v = lambda v, ``turned`` of v' A' = lambda v'; of the inverse, that by which one divides."""
    matrix, vector = scope.ring.gens[x.gen].term, scope.ring.gens[y.gen].term
    if matrix is None or vector is None or y.transposed != turned or not isinstance(space_of(vector), Vectors):
        return None
    if x.transposed != turned and not scope.facts.symmetric(matrix):
        return None
    found = spectral.eigenvalue(matrix, vector, scope.facts)
    if found is None or (x.inverted and not (scope.facts.nonzero(found) and scope.facts.invertible(matrix))):
        return None
    return reading.value(scope, found)


__all__ = ["Letter", "Word", "absorbs", "acted", "cancel", "has_length_one", "is_square", "letter", "space_of_letter",
           "spaces", "vanish"]  # fmt: skip
