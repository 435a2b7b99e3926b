"""Integrands that fall off fast: a polynomial times an exponential whose exponent tends to minus infinity."""

from __future__ import annotations

from .language import (
    Apply,
    Constant,
    Coord,
    Elementary,
    Interval,
    Neg,
    Number,
    Plus,
    PositiveReals,
    Power,
    Prod,
    Quotient,
    Reals,
    Simplex,
    Term,
    Times,
    Var,
    fold,
)
from .language.facts import Facts
from .validity import endless
from .views import coefficients


def falls_off(t: Term, x: Var, facts: Facts) -> bool:
    """Whether t is P(x) e^Q(x), P and Q polynomials with finite coefficients, Q to -oo where the range of x is endless.

    Then t is integrable over that range.
    """
    if isinstance(x.space, Simplex):
        return _has_dirichlet_integral(_factors(t, x), x, facts)
    parts = [(_exponent(f), f) for f in _factors(t, x)]
    exponents = [e for e, f in parts if e is not None and x in f.free]
    polynomials = [coefficients(f, x) for e, f in parts if e is None or x not in f.free]
    exponent = coefficients(fold(Plus, exponents, 0), x)
    if exponent is None or len(exponent) < 2:
        return False
    if not all(p is not None and all(map(facts.finite_number, p)) for p in (*polynomials, exponent)):
        return False
    falls, degree = facts.positive(Neg(exponent[-1])), len(exponent) - 1
    match x.space:
        case Reals():
            return falls and degree % 2 == 0
        case PositiveReals():
            return falls
        case Interval(low, high):
            return falls and endless(high) and facts.finite_number(low)
    return False


def _has_dirichlet_integral(parts: list[Term], x: Var, facts: Facts) -> bool:
    """Whether these are powers of the coordinates of x, in one product with exponents above -1, else nonnegative."""
    low = 0
    for factor in parts:
        match factor:
            case _ if x not in factor.free:
                if not facts.finite_number(factor):
                    return False
                continue
            case Prod(Power(Coord(point, place), exponent), i) if place is i:
                inner = facts.under(factor)
            case Power(Coord(point, place), exponent):
                inner = facts
            case Coord(point, place):
                inner, exponent = facts, Number(1)
            case _:
                return False
        if point is not x or x in place.free | exponent.free or not inner.finite_number(exponent):
            return False
        if not inner.nonnegative(exponent):
            low += 1
            if not inner.positive(exponent + 1):
                return False
    return low <= 1


def _exponent(t: Term) -> Term | None:
    """What e is raised to, where the term is an exponential."""
    match t:
        case Apply(Elementary("exp"), (exponent,)) | Power(Constant("e"), exponent):
            return exponent
    return None


def _factors(t: Term, x: Var) -> list[Term]:
    match t:
        case Neg(a):
            return _factors(a, x)
        case Times(args):
            return [f for a in args for f in _factors(a, x)]
        case Quotient(num, den) if x not in den.free:
            return [*_factors(num, x), 1 / den]
    return [t]
