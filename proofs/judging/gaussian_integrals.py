r"""Integrals over R^d of a polynomial times the exponential of a quadratic: by completing the square.

A product of normal densities, of which the points and the means are affine in the variable, is one: the evidence
\int N(y | X w, R) N(w | m, S) dw, and the moments of w given y.
"""

from __future__ import annotations

from typing import Any

from proofs import language as L

from .linear import Mat, Vec
from .polynomials import NotPolynomial, gaussian_mean, generators, terms_of
from .scalars import HALF, ZERO, Unknown


def integral(m: Any, body: L.Term, var: L.Var) -> Any:
    """The integral of ``body`` over the vectors, or numbers, that ``var`` may be; None where it is not of this form."""
    exponents, rest = _apart(body, var)
    if not exponents or not (var.space is L.R or isinstance(var.space, L.Vectors)):
        return None
    size, level = m.integer(var.space.dimension) if isinstance(var.space, L.Vectors) else 1, m.new_level()
    try:
        with m.scope(var, measured=True) as bind:
            variables = generators(level, size)
            bind(variables[0] if var.space is L.R else variables)
            powers = terms_of(m.value(L.fold(L.Plus, exponents, 0)), level, size)
            factor = terms_of(m.value(rest), level, size)
    except NotPolynomial:
        return None
    if any(sum(each) > 2 for each in powers):
        return None
    precision, slope, constant = _quadratic(powers, size)
    if not precision.is_positive_definite():
        raise Unknown("an integral over R^d that may not be finite")
    spread = precision.inverse()
    centre = spread @ slope
    height = constant + HALF * slope.dot(centre)
    with m.scope(_HEIGHT) as bind_height, m.scope(_DETERMINANT) as bind_determinant:
        bind_height(height)
        bind_determinant(precision.det())
        mass = m.value(L.exp(_HEIGHT) * L.sqrt((2 * L.pi) ** size / _DETERMINANT))
    return mass * gaussian_mean(factor, centre, spread)


_HEIGHT, _DETERMINANT = L.Var("·height", L.R), L.Var("·determinant", L.R)


def _quadratic(powers: dict[tuple[int, ...], Any], size: int) -> tuple[Mat, Vec, Any]:
    """P, b and c of the polynomial -x'P x/2 + b'x + c."""
    rows = [[ZERO] * size for _ in range(size)]
    slope, constant = [ZERO] * size, ZERO
    for exponents, coefficient in powers.items():
        places = [i for i, n in enumerate(exponents) for _ in range(n)]
        match places:
            case []:
                constant = coefficient
            case [i]:
                slope[i] = coefficient
            case [i, j]:
                rows[i][j] = rows[j][i] = -coefficient * (2 if i == j else 1)
    return Mat(rows), Vec(slope), constant


def _apart(t: L.Term, var: L.Var) -> tuple[list[L.Term], L.Term]:
    """Exponents and a factor of which the term is the product."""
    one = L.Number(1)
    match t:
        case _ if var not in t.free:
            return [], t
        case L.Apply(L.Elementary("exp"), (argument,)):
            return [argument], one
        case L.Apply(L.Normal() | L.MultivariateNormal() as law, (at,)):
            return [law.log_density(at)], one
        case L.Neg(arg):
            exponents, rest = _apart(arg, var)
            return exponents, L.Neg(rest)
        case L.Times(args):
            parts = [_apart(arg, var) for arg in args]
            return [e for part, _ in parts for e in part], L.fold(L.Times, [rest for _, rest in parts], 1)
        case L.Quotient(num, den):
            above, below = _apart(num, var), _apart(den, var)
            return [*above[0], *map(L.Neg, below[0])], L.Quotient(above[1], below[1])
        case L.Power(base, exponent) if var not in exponent.free:
            exponents, rest = _apart(base, var)  # exp(e) is positive, so that its powers are those of e
            return [exponent * e for e in exponents], L.Power(rest, exponent)
    return [], t


__all__ = ["integral"]
