"""Jacobians: derivatives of maps between vectors."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    Apply,
    Coord,
    Diag,
    Identity,
    Iterate,
    Jacobian,
    MatProd,
    Matrices,
    MemberFunction,
    Number,
    R,
    Range,
    Term,
    Var,
    VectorOf,
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

ONE = Number(1)


@rule("differentiating the coordinates themselves")
def jacobian_of_coordinates(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\frac{\partial x}{\partial x} = I, \quad \frac{\partial a}{\partial x} = 0 \text{ where } a \text{ does not depend on } x"""
    match t:
        case Jacobian(body, x, _) if isinstance(x.space, Vectors):
            rows = space_of(body)
            if body is x:
                yield Identity(x.space.dimension)
            elif not depends(body, x) and isinstance(rows, Vectors):
                yield Zero(Matrices(rows.dimension, x.space.dimension))


@rule("differentiating coordinate by coordinate")
def jacobian_of_elementwise(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\frac{\partial y}{\partial x} = \operatorname{diag}\left(\frac{\partial y_k}{\partial x_k}\right), \quad y_k \text{ a function of } x_k \text{ alone}"""
    match t:
        case Jacobian(VectorOf(body, k), x, at) if isinstance(x.space, Vectors) and isinstance(k.space, Range):
            if k.space.high is not x.space.dimension or depends(at, k):
                return
            u = Var("u", R)
            alone = replace(body, x[k], u)
            slope = None if depends(alone, x) or depends(body, u) else derivative(alone, u)
            if slope is not None:
                yield Diag(VectorOf(substitute(slope, {u: Coord(at, k)}), k))


@rule("by the chain rule")
def chain_rule(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\frac{\partial (f_K \circ \dots \circ f_1)}{\partial x}(x) = \mathrm{D}f_K(x^{(K-1)}) \cdots \mathrm{D}f_1(x^{(0)}), \quad x^{(k)} = f_k(x^{(k-1)}), \; x^{(0)} = x"""
    match t:
        case Jacobian(Iterate(family, count, start), x, at) if start is x and not depends(count, x):
            k = fresh_beside(Var("k", Range(ONE, count)), family, at)
            u = Var("u", x.space)
            layer = Apply(MemberFunction(family, k), (u,))
            yield MatProd(Jacobian(layer, u, Iterate(family, k - 1, at)), k)
