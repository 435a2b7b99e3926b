"""Vectors and matrices that are put together from the coordinates and entries of others: (v_i)_i is v."""

from __future__ import annotations

from .binders import RowsOf, VectorOf
from .matrices import Coord, Entry, MatMul, Transpose, space_of
from .spaces import Matrices, Range, Vectors
from .terms import Neg, Number, Plus, Quotient, Term, Times, Var


def assembled(t: Term) -> Term | None:
    """The sum of vectors or of matrices that has the entries of ``t``; None where these are not seen to be such."""
    match t:
        case VectorOf(body, i):
            return _linear(body, (i,))
        case RowsOf(VectorOf(body, j), i) if i is not j and i not in j.space.free:
            return _linear(body, (i, j))
    return None


def _linear(body: Term, places: tuple[Var, ...]) -> Term | None:
    match body:
        case Neg(arg):
            inner = _linear(arg, places)
            return None if inner is None else Neg(inner)
        case Plus(args):
            parts = [_linear(a, places) for a in args]
            known = [p for p in parts if p is not None]
            return Plus(tuple(known)) if len(known) == len(parts) else None
        case Quotient(num, den) if den.free.isdisjoint(places):
            inner = _linear(num, places)
            return None if inner is None else Quotient(inner, den)
        case Times(args):
            factors = [a for a in args if a.free.isdisjoint(places)]
            whole = _product([a for a in args if a not in factors], places)
            return whole if whole is None or not factors else Times((*factors, whole))
    return _product([body], places)


def _product(entries: list[Term], places: tuple[Var, ...]) -> Term | None:
    """v of v_i, A of A_ij, A' of A_ji, u v' of u_i v_j."""
    match entries, places:
        case [Coord(v, at)], (i,) if at is i and _is_vector(v, i):
            return v
        case [Entry(a, row, column)], (i, j) if row is i and column is j and _is_matrix(a, i, j):
            return a
        case [Entry(a, row, column)], (i, j) if row is j and column is i and _is_matrix(a, j, i):
            return Transpose(a)
        case [Coord(u, one), Coord(v, other)], (i, j):
            if one is j and other is i:
                u, v, one, other = v, u, other, one
            if one is i and other is j and _is_vector(u, i, j) and _is_vector(v, j, i):
                return MatMul((u, Transpose(v)))
    return None


def _is_vector(v: Term, i: Var, *others: Var) -> bool:
    """Whether i runs over all coordinates of a vector that does not depend on it."""
    space = space_of(v)
    return isinstance(space, Vectors) and v.free.isdisjoint((i, *others)) and _runs_over(i, space.dimension)


def _is_matrix(a: Term, i: Var, j: Var) -> bool:
    space = space_of(a)
    if not isinstance(space, Matrices) or not a.free.isdisjoint((i, j)):
        return False
    return _runs_over(i, space.rows) and _runs_over(j, space.columns)


def _runs_over(i: Var, size: object) -> bool:
    return isinstance(i.space, Range) and i.space.low is Number(1) and i.space.high is size


__all__ = ["assembled"]
