"""Eigenvalues and lengths of vectors, as hypotheses say them: A v = lambda v, v' v = 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .matrices import Form, Identity, MatMul, Zero, is_scalar
from .relations import Relation
from .terms import Apply, Elementary, Number, Power, Term, Times

if TYPE_CHECKING:
    from .facts import Facts

ONE = Number(1)


def eigenvalue(matrix: Term, vector: Term, facts: Facts) -> Term | None:
    """The number lambda of which it is supposed that A v = lambda v; None where nothing says so."""
    image = MatMul((matrix, vector))
    for h in facts.hypotheses:
        if isinstance(h, Relation) and h.symbol == "=":
            other = h.right if h.left is image else h.left if h.right is image else None
            if other is not None and (found := _multiple(other, vector)) is not None:
                return found
    return None


def _multiple(t: Term, vector: Term) -> Term | None:
    """The number c with t = c v."""
    match t:
        case Zero():
            return Number(0)
        case _ if t is vector:
            return ONE
        case Times((*numbers, last)) if last is vector and all(map(is_scalar, numbers)):
            return numbers[0] if len(numbers) == 1 else Times(tuple(numbers))
    return None


def has_length_one(vector: Term, facts: Facts) -> bool:
    """Whether it is supposed that v' v = 1, or that the length of v is."""
    return any(
        isinstance(h, Relation) and h.symbol == "=" and h.right is ONE and _square_of_length(h.left) is vector
        for h in facts.hypotheses
    )


def _square_of_length(t: Term) -> Term | None:
    """The vector whose length, or the square of it, a term is."""
    match t:
        case Form(one, Identity(), other) if one is other:
            return one
        case Apply(Elementary("sqrt"), (inner,)) | Power(Apply(Elementary("sqrt"), (inner,)), Number(_)):
            return _square_of_length(inner)
    return None


__all__ = ["eigenvalue", "has_length_one"]
