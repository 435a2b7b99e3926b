"""Gradients: the derivatives of scalars by vectors, sums, products and quadratic forms, as vectors and matrices."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    Apply,
    Cauchy,
    Elementary,
    Form,
    Gradient,
    Identity,
    Jacobian,
    MatMul,
    Matrices,
    MultivariateNormal,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Space,
    Sum,
    Term,
    Times,
    Transpose,
    Var,
    Vectors,
    Zero,
    depends,
    fold,
    log,
    space_of,
    substitute,
)
from ..language.facts import Facts
from ..registry import rule
from ..slopes import less_one, slopes
from ..views import times


@rule("differentiating by the vector")
def differentiation_by_a_vector(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\nabla_x (u^\top A v) = J_u^\top A v + J_v^\top A^\top u, \quad \nabla_x h(f) = h'(f) \nabla_x f, \quad sums and products as always"""
    match t:
        case Gradient(body, x, at) if isinstance(x.space, Vectors):
            found = gradient(body, x)
            if found is not None:
                yield substitute(found, {x: at}) if at is not x else found
        case Jacobian(body, x, at) if isinstance(x.space, Vectors) and body is not x and depends(body, x):
            matrix = jacobian(body, x)
            if matrix is not None:
                yield substitute(matrix, {x: at}) if at is not x else matrix


def gradient(t: Term, x: Var) -> Term | None:
    """The gradient of a scalar that is differentiable; None where it is not made of what the rules know."""
    if not depends(t, x):
        return Zero(x.space)
    match t:
        case Plus(args):
            return _sum([gradient(a, x) for a in args], x.space)
        case Neg(arg):
            inner = gradient(arg, x)
            return None if inner is None else Neg(inner)
        case Times(args):
            parts = [_scaled(times(*args[:k], *args[k + 1 :]), gradient(a, x)) for k, a in enumerate(args)]
            return _sum(parts, x.space)
        case Quotient(num, den):
            return _sum([_scaled(1 / den, gradient(num, x)), _scaled(-num / den**2, gradient(den, x))], x.space)
        case Power(Apply(Elementary("sqrt"), (a,)), Number(n)) if n > 0 and n % 2 == 0:
            return gradient(a if n == 2 else Power(a, Number(n / 2)), x)
        case Power(base, exponent) if not depends(exponent, x):
            return _scaled(times(exponent, Power(base, less_one(exponent))), gradient(base, x))
        case Power(base, exponent):
            return _scaled(t, gradient(exponent * log(base), x))
        case Apply(Elementary(name), args):
            outer = slopes(name, args)
            if outer is None or any(s is None and depends(a, x) for s, a in zip(outer, args, strict=True)):
                return None
            return _sum(
                [_scaled(s, gradient(a, x)) for s, a in zip(outer, args, strict=True) if s is not None], x.space
            )
        case Apply(MultivariateNormal() | Cauchy() as law, (point,)):
            return _scaled(t, gradient(law.log_density(point), x))
        case Form(left, matrix, right) if not depends(matrix, x):
            return _sum([_pulled(left, matrix, right, x), _pulled(right, Transpose(matrix), left, x)], x.space)
        case Sum(body, k) if x not in k.space.free:
            summand = gradient(body, x)
            return None if summand is None else Sum(summand, k)
    return None


def _pulled(moving: Term, matrix: Term, other: Term, x: Var) -> Term | None:
    """J' A v, the part of the gradient of u' A v that comes from u with its Jacobian J."""
    if not depends(moving, x):
        return Zero(x.space)
    inner = jacobian(moving, x)
    return None if inner is None else MatMul((Transpose(inner), matrix, other))


def jacobian(t: Term, x: Var) -> Term | None:
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
            parts = [jacobian(a, x) for a in args]
            return _sum(parts, space)
        case Neg(arg):
            inner = jacobian(arg, x)
            return None if inner is None else Neg(inner)
        case Times(args):
            vectors = [a for a in args if isinstance(space_of(a), Vectors)]
            factors = [a for a in args if a not in vectors]
            return _of_multiple(times(*factors), vectors[0], x) if len(vectors) == 1 else None
        case Quotient(num, den):
            return _of_multiple(1 / den, num, x)
        case MatMul((*matrices, last)) if not any(depends(m, x) for m in matrices):
            inner = jacobian(last, x)
            return None if inner is None else MatMul((*matrices, inner))
    return None


def _of_multiple(factor: Term, vector: Term, x: Var) -> Term | None:
    """Of f v: f J + v (grad f)'."""
    inner, slope = jacobian(vector, x), gradient(factor, x)
    home = space_of(inner) if inner is not None else None
    if inner is None or slope is None or home is None:
        return None
    outer = slope if isinstance(slope, Zero) else MatMul((vector, Transpose(slope)))
    return _sum([_scaled(factor, inner), outer], home)


def _scaled(factor: Term, vector: Term | None) -> Term | None:
    return vector if vector is None or isinstance(vector, Zero) else times(factor, vector)


def _sum(parts: list[Term | None], space: Space) -> Term | None:
    known = [p for p in parts if p is not None and not isinstance(p, Zero)]
    return None if None in parts else fold(Plus, known, 0) if known else Zero(space)


__all__ = ["differentiation_by_a_vector", "gradient", "jacobian"]
