"""Gradients and Jacobians: the derivatives of scalars by vectors and matrices, those of vectors by vectors."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    Column,
    Coord,
    Gradient,
    Identity,
    Jacobian,
    MatMul,
    Matrices,
    Name,
    Neg,
    Number,
    Plus,
    Quotient,
    R,
    Rows,
    Term,
    Times,
    Transpose,
    Var,
    Vectors,
    Zero,
    depends,
    fresh_beside,
    replace,
    space_of,
    substitute,
)
from ..language.facts import Facts
from ..registry import rule
from ..slopes import derivative
from ..views import times
from .adjoints import gradient, scaled, total

_MOST = 6  # coordinates that are differentiated by one after the other


@rule("differentiating by the vector")
def differentiation_by_a_vector(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\nabla_x (u^\top A v) = J_u^\top A v + J_v^\top A^\top u, \quad \nabla_x h(f) = h'(f) \nabla_x f, \quad sums and products as always"""
    match t:
        case Gradient(body, x, at) if isinstance(x.space, Vectors):
            found = gradient(body, x)
        case Jacobian(body, x, at) if isinstance(x.space, Vectors) and body is not x and depends(body, x):
            found = _jacobian(body, x)
        case _:
            return
    if found is not None:
        yield substitute(found, {x: at}) if at is not x else found


@rule("differentiating by the matrix")
def differentiation_by_a_matrix(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\nabla_A \operatorname{tr}(A B) = B^\top, \quad \nabla_A \, x^\top A y = x y^\top, \quad \nabla_A \log \lvert \det A \rvert = A^{-\top}, \quad \nabla_A \operatorname{tr}(A^{-1} B) = -(A^{-1} B A^{-1})^\top, \quad sums, products and what A is part of as always"""
    match t:
        case Gradient(body, a, at) if isinstance(a.space, Matrices):
            found = gradient(body, a)
            if found is not None:
                yield substitute(found, {a: at}) if at is not a else found


def _jacobian(t: Term, x: Var) -> Term | None:
    """The matrix of partial derivatives of a vector; None where it is not made of what the rules know."""
    home, columns = space_of(t), x.space
    if not isinstance(home, Vectors) or not isinstance(columns, Vectors):
        return None
    if t is x:
        return Identity(columns.dimension)
    space = Matrices(home.dimension, columns.dimension)
    if not depends(t, x):
        return Zero(space)
    match t:
        case Plus(args):
            parts = [_jacobian(a, x) for a in args]
            return total(parts, space)
        case Neg(arg):
            inner = _jacobian(arg, x)
            return None if inner is None else Neg(inner)
        case Times(args):
            vectors = [a for a in args if isinstance(space_of(a), Vectors)]
            factors = [a for a in args if a not in vectors]
            return _of_multiple(times(*factors), vectors[0], x) if len(vectors) == 1 else None
        case Quotient(num, den):
            return _of_multiple(1 / den, num, x)
        case MatMul((*matrices, last)) if not any(depends(m, x) for m in matrices):
            inner = _jacobian(last, x)
            return None if inner is None else MatMul((*matrices, inner))
    return None


def _of_multiple(factor: Term, vector: Term, x: Var) -> Term | None:
    """Of f v: f J + v (grad f)'."""
    inner, slope = _jacobian(vector, x), gradient(factor, x)
    home = space_of(inner) if inner is not None else None
    if inner is None or slope is None or home is None:
        return None
    outer = slope if isinstance(slope, Zero) else MatMul((vector, Transpose(slope)))
    return total([scaled(factor, inner), outer], home)


@rule("differentiating by each coordinate")
def gradient_by_coordinates(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\nabla f(x) = \left( \frac{\partial f}{\partial x_1}, \dots, \frac{\partial f}{\partial x_n} \right)^\top, \quad f \text{ written in the coordinates of } x"""
    match t:
        case Gradient(body, x, at) if (slopes := _by_each(body, x, at)) is not None:
            yield Column(slopes)
        case Jacobian(Column(entries), x, at):
            rows = [slopes for entry in entries if (slopes := _by_each(entry, x, at)) is not None]
            if len(rows) == len(entries):
                yield Rows(tuple(map(Column, rows)))


def _by_each(t: Term, x: Var, at: Term) -> tuple[Term, ...] | None:
    """The derivatives by all coordinates of a vector, where nothing but these stands in a term; else None."""
    match x.space:
        case Vectors(Number(n)) if n in range(1, _MOST + 1):
            places = [Number(k) for k in range(1, int(n) + 1)]
        case _:
            return None
    names = [fresh_beside(Var(f"u_{place.value}", R), t, at) for place in places]
    for name, place in zip(names, places, strict=True):
        t = replace(t, Coord(x, place), name)
    slopes = [None if depends(t, x) else derivative(t, name) for name in names]
    here: dict[Name, Term] = {name: Coord(at, place) for name, place in zip(names, places, strict=True)}
    known = tuple(substitute(slope, here) for slope in slopes if slope is not None)
    return known if len(known) == len(names) else None


__all__ = ["differentiation_by_a_matrix", "differentiation_by_a_vector", "gradient_by_coordinates"]
