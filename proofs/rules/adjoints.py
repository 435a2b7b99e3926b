"""Gradients of scalars by vectors and matrices, as terms.

A change dM of a vector or matrix on the way changes the scalar by the inner product <G, dM> with its adjoint G.  What M
is made of has its share of that: for M = A B the adjoint of A is G B', that of B is A' G.
"""

from __future__ import annotations

from ..language import (
    Apply,
    Cauchy,
    Det,
    Dot,
    Elementary,
    Form,
    Identity,
    Inverse,
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
    Tr,
    Transpose,
    Var,
    Vectors,
    Zero,
    depends,
    fold,
    log,
    space_of,
)
from ..language.entries import matrix_power
from ..language.membership import is_endless
from ..slopes import less_one, slopes
from ..views import negated, times

_LARGEST_POWER = 8


def gradient(t: Term, x: Var) -> Term | None:
    """The gradient of a scalar that is differentiable; None where it is not made of what is known here."""
    if not depends(t, x):
        return Zero(x.space)
    match t:
        case Plus(args):
            return total([gradient(a, x) for a in args], x.space)
        case Neg(arg):
            inner = gradient(arg, x)
            return inner if inner is None or isinstance(inner, Zero) else negated(inner)
        case Times(args):
            parts = [scaled(times(*args[:k], *args[k + 1 :]), gradient(a, x)) for k, a in enumerate(args)]
            return total(parts, x.space)
        case Quotient(num, den):
            above, below = gradient(num, x), gradient(den, x)
            return total([scaled(1 / den, above), scaled(-num / den**2, below)], x.space)
        case Power(Apply(Elementary("sqrt"), (a,)), Number(n)) if n > 0 and n % 2 == 0:
            return gradient(a if n == 2 else Power(a, Number(n / 2)), x)
        case Power(base, exponent) if not depends(exponent, x):
            return scaled(times(exponent, Power(base, less_one(exponent))), gradient(base, x))
        case Power(base, exponent):
            return scaled(t, gradient(exponent * log(base), x))
        case Apply(Elementary("log"), (Det(m) | Apply(Elementary("abs"), (Det(m),)),)):
            return _back(m, Transpose(Inverse(m)), x)
        case Apply(Elementary(name), args):
            outer = slopes(name, args)
            if outer is None or any(s is None and depends(a, x) for s, a in zip(outer, args, strict=True)):
                return None
            known = [(s, a) for s, a in zip(outer, args, strict=True) if s is not None]
            return total([scaled(s, gradient(a, x)) for s, a in known], x.space)
        case Apply(MultivariateNormal() | Cauchy() as law, (point,)):
            return scaled(t, gradient(law.log_density(point), x))
        case Form(left, matrix, right):
            parts = [
                _back(left, _product(matrix, right), x),
                _back(matrix, _product(left, _flipped(right)), x),
                _back(right, _product(_flipped(matrix), left), x),
            ]
            return total(parts, x.space)
        case Tr(m) if isinstance(home := space_of(m), Matrices):
            return _back(m, Identity(home.rows), x)
        case Det(m):
            return scaled(t, _back(m, Transpose(Inverse(m)), x))
        case Sum(body, k) if (
            not is_endless(k.space) and x is not k and not depends(k.space, x) and k not in x.space.free
        ):
            summand = gradient(body, x)
            return summand if summand is None or isinstance(summand, Zero) else Sum(summand, k)
    return None


def _back(t: Term, adjoint: Term, x: Var) -> Term | None:
    """The gradient of <adjoint, t>, of a vector or matrix t and a fixed adjoint; None where it is not known."""
    if not depends(t, x):
        return Zero(x.space)
    if t is x:
        return adjoint
    match t:
        case Plus(args):
            return total([_back(a, adjoint, x) for a in args], x.space)
        case Neg(arg):
            return _back(arg, negated(adjoint), x)
        case Times(args):
            linear = [a for a in args if space_of(a) is not None]
            factor = times(*(a for a in args if a not in linear))
            return _of_multiple(factor, linear[0], adjoint, x) if len(linear) == 1 else None
        case Quotient(num, den):
            return _of_multiple(1 / den, num, adjoint, x)
        case MatMul(args):
            sides = [
                (map(_flipped, reversed(args[:k])), map(_flipped, reversed(args[k + 1 :]))) for k in range(len(args))
            ]
            adjoints = [_product(*before, adjoint, *after) for before, after in sides]
            return total([_back(a, g, x) for a, g in zip(args, adjoints, strict=True)], x.space)
        case Transpose(arg):
            return _back(arg, _flipped(adjoint), x)
        case Inverse(arg):
            return _back(arg, negated(_product(Transpose(t), adjoint, Transpose(t))), x)
        case Power() if (power := matrix_power(t)) is not None and power[1].denominator == 1:
            base, n = power
            factor = base if n > 0 else Inverse(base)
            return _back(MatMul((factor,) * abs(int(n))), adjoint, x) if 0 < abs(n) <= _LARGEST_POWER else None
        case Sum(body, k) if (
            not is_endless(k.space) and k not in adjoint.free | x.space.free and not depends(k.space, x)
        ):
            summand = _back(body, adjoint, x)
            return summand if summand is None or isinstance(summand, Zero) else Sum(summand, k)
    return None


def _of_multiple(factor: Term, t: Term, adjoint: Term, x: Var) -> Term | None:
    """Of <G, f t>: f times that of <G, t>, and <G, t> times that of f."""
    along = Dot(adjoint, t) if isinstance(space_of(t), Vectors) else Tr(_product(_flipped(adjoint), t))
    whole = [scaled(factor, _back(t, adjoint, x)), scaled(along, gradient(factor, x))]
    return total(whole, x.space)


def _product(*factors: Term) -> Term:
    """The product of matrices, of which the last may be a vector, or the first and a row the last."""
    flat = [f for a in factors for f in (a.args if isinstance(a, MatMul) else (a,))]
    kept = [f for f in flat if not isinstance(f, Identity)] or flat[:1]
    return kept[0] if len(kept) == 1 else MatMul(tuple(kept))


def _flipped(t: Term) -> Term:
    """The transpose, in which the row that is made of a vector is that vector."""
    match t:
        case Transpose(arg):
            return arg
        case MatMul(args):
            return MatMul(tuple(map(_flipped, reversed(args))))
        case Times(args):
            return Times(tuple(a if space_of(a) is None else _flipped(a) for a in args))
        case Neg(arg):
            return Neg(_flipped(arg))
        case Identity():
            return t
    return Transpose(t)


def scaled(factor: Term, whole: Term | None) -> Term | None:
    """A multiple of a vector or matrix, if that is known."""
    return whole if whole is None or isinstance(whole, Zero) else times(factor, whole)


def total(parts: list[Term | None], space: Space) -> Term | None:
    """The sum of vectors or matrices of a space; None where one is not known."""
    known = [p for p in parts if p is not None and not isinstance(p, Zero)]
    return None if None in parts else fold(Plus, known, 0) if known else Zero(space)


__all__ = ["gradient", "scaled", "total"]
