"""Derivatives: Jacobians and functional derivatives."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    Apply,
    Coord,
    Density,
    Diag,
    Expectation,
    FunctionalDerivative,
    Identity,
    Int,
    Iterate,
    Jacobian,
    MatProd,
    Matrices,
    MemberDensity,
    MemberFunction,
    Neg,
    Node,
    Number,
    Plus,
    R,
    Range,
    Term,
    Times,
    Var,
    VectorOf,
    Vectors,
    Zero,
    depends,
    fold,
    fresh_beside,
    replace,
    space_of,
    substitute,
    support,
)
from ..language.facts import Facts
from ..registry import rule
from ..slopes import derivative
from ..views import negated, summands, times

ZERO, ONE = Number(0), Number(1)


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


# ---------------------------------------------------------------------------------------------------------------------
# functional derivatives


@rule("dropping what does not depend on the density")
def terms_free_of_the_density(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\frac{\delta (F + C)}{\delta q(z)} = \frac{\delta F}{\delta q(z)}, \quad C \text{ free of } q"""
    match t:
        case FunctionalDerivative(functional, Density() | MemberDensity() as q, z):
            parts = functional.args if isinstance(functional, Plus) else (functional,)
            kept = [p for p in parts if _mentions(p, q, facts)]
            if len(kept) < len(parts):
                yield FunctionalDerivative(fold(Plus, kept, 0), q, z)


def _mentions(t: Node, q: Node, facts: Facts) -> bool:
    """Whether ``t`` may depend on the density: conservative, but q_i is another one where i is provably not j."""
    match t, q:
        case _, Density():
            return q in t.free
        case MemberDensity(family, i), MemberDensity(varied, j):
            return family is varied and not facts.differ(i, j)
    family = getattr(q, "family", None)
    if family is None or family not in t.free:
        return False
    bound = getattr(t, "var", None)
    if t is family or bound in q.free:  # beneath a binder of the same name j is another index
        return True
    inner = facts.under(t) if bound is not None else facts
    return any(_mentions(child, q, inner) for child in t.children())


@rule("taking the functional derivative")
def functional_derivative(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\frac{\delta}{\delta q(z)} \int f(q(y), y) \,\mathrm{d}y = \frac{\partial f}{\partial q}(q(z), z)"""
    match t:
        case FunctionalDerivative(functional, Density() | MemberDensity() as q, z):
            parts = [_local_derivative(s, q, z, facts) for s in summands(functional, facts)]
            if None not in parts:
                yield fold(Plus, [p for p in parts if p is not ZERO], 0)  # type: ignore[misc]


def _local_derivative(t: Term, q: Node, z: Term, facts: Facts) -> Term | None:
    """The functional derivative of a multiple of an integral whose integrand is a function of q(y) and y."""
    if not _mentions(t, q, facts):
        return ZERO
    match t:
        case Neg(a):
            inner = _local_derivative(a, q, z, facts)
            return None if inner is None else negated(inner)
        case Times(args):
            moving = [a for a in args if _mentions(a, q, facts)]
            if len(moving) != 1:
                return None
            inner = _local_derivative(moving[0], q, z, facts)
            return None if inner is None else times(*(inner if a is moving[0] else a for a in args))
        case Expectation(body, y, law):
            return _local_derivative(Int(law(y) * body, y), q, z, facts)
        case Int(body, y) if y.space is support(q):
            u = Var("u", R)
            integrand = replace(body, q(y), u)  # type: ignore[operator]
            if u in body.free or _mentions(integrand, q, facts.under(t)):
                return None
            slope = derivative(integrand, u)
            if slope is None:
                return None
            return substitute(substitute(slope, {u: q(y)}), {y: z})  # type: ignore[operator]
    return None
