"""The sizes and matrices of a relation of which words may say more than was read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ... import language as L
from . import sizes_as_numbers
from .kinds import UNREAD, symmetric
from .shapes import bare, is_capital

if TYPE_CHECKING:
    from ..meaning import Meaning

_COVARIANCE = re.compile(r"covarian|symmetric|definite|precision matri")

_COVARIANCE_NAMES = ("Sigma", "Lambda", "V")
_SYMMETRIC_NAMES = (*_COVARIANCE_NAMES, "S", "C", "K", "H")

_KIND = re.compile(
    rf"symmetr(ic|y)\b|orthogonal|definite|commut|projection|idempotent|{'|'.join(sorted(UNREAD - {'singular'}))}"
)


def unsaid_dimensions(m: Meaning, relation: L.Relation) -> list[str]:
    """The dimensions that a relation has as numbers, of which the document does not say how it calls them."""
    found: set[L.Node] = set()
    numbers = any(isinstance(n, L.Var) and L.is_scalar(n) and n not in m.shapes.invented for n in relation.free)
    for node in relation.walk():
        match node:
            case L.MultivariateNormal(mean, _, _) if sizes_as_numbers.may_have(relation, m.shapes.invented):
                found.update(_sizes(mean))
            case L.Det(L.Times() | L.Neg() | L.Quotient() as matrix):
                found.update(_sizes(matrix))
            case L.Tr(matrix) if numbers:  # one of which it may be
                found.update(_sizes(matrix))
    return sorted(t.name for t in found & m.shapes.invented if isinstance(t, L.Var))


def undescribed_matrices(m: Meaning, relation: L.Relation) -> list[str]:
    """The matrices in a relation of which words may say more than was read: a covariance matrix of an unknown law is
    symmetric, and so may be any other where somebody speaks of symmetry."""
    matrices = [n for n in relation.free if isinstance(n, L.Var) and isinstance(n.space, L.Matrices)]
    if not matrices:
        return []
    context, stated = m.context, m.context.stated()
    in_blocks = {n for h in stated if isinstance(h, L.Fact) and isinstance(h.args[0], L.Block) for n in h.free}
    described = {n for h in stated if isinstance(h, L.Relation) for n in h.free}
    covariances = _COVARIANCE_NAMES if _COVARIANCE.search(context.words) else ()
    kinds = _KIND.search(context.said) is not None
    return sorted(
        n.name
        for n in matrices
        if n not in in_blocks
        if (L.positive_definite(n) not in stated and (bare(n.name) in covariances or (kinds and n not in described)))
        or _is_shown_alone(m, n.name)
    )


def _is_shown_alone(m: Meaning, name: str) -> bool:
    r"""Whether a small letter is a matrix by its use alone: the \pi of \pi P = \pi is a row."""
    return m.shapes.is_array(name) and not is_capital(name) and name not in m.context.spaces | m.context.matrices


def perhaps_symmetric(m: Meaning, relation: L.Relation) -> list[L.Node]:
    """That the square matrices of which nothing at all is said, and that are called as covariances, kernels and
    Hessians are, are symmetric."""
    context = m.context
    spoken_of = {n for h in context.stated() for n in h.free}
    return [
        symmetric(n)
        for n in sorted((n for n in relation.free if isinstance(n, L.Var)), key=lambda n: n.name)
        if bare(n.name) in _SYMMETRIC_NAMES and isinstance(n.space, L.Matrices) and n.space.rows is n.space.columns
        if n not in spoken_of and n.name not in context.spaces and n.name not in context.matrices
    ]


def _sizes(t: L.Term) -> tuple[L.Node, ...]:
    space = L.space_of(t)
    return space.fields if isinstance(space, L.Vectors | L.Matrices) else ()


__all__ = ["perhaps_symmetric", "undescribed_matrices", "unsaid_dimensions"]
