"""Integrals and means over R, intervals and R^d: by exact moments where the integrand is a polynomial.

An integrand that is none goes to ``quadrature``, on the line; in R^d the square is completed in its exponent.
"""

from __future__ import annotations

from functools import reduce
from typing import Any

from flint import arb, fmpq

from proofs import language as L

from . import gaussian_integrals, shares, weights
from .apart import product_of_integrals
from .densities_written import support_of
from .dual import Dual, split
from .families import image, opened_densities, raw_moment
from .iterated import with_inner_written_out
from .laws import Measures
from .linear import Mat, Vec, as_vector
from .machine import Point, index_values
from .polynomials import (
    NotPolynomial,
    beta_mean,
    gamma_mean,
    gaussian_mean,
    generators,
    terms_of,
    variable,
    with_logarithms,
)
from .quadrature import Axis
from .scalars import ONE, ZERO, Lifted, Undefined, Unknown, sign_of
from .world import Blend


def integral(m: Measures, t: L.Int) -> Any:
    """The Lebesgue integral of ``t.body`` over the space of ``t.var``, no finite set."""
    if isinstance(t.var.space, L.Cartesian):
        names = coordinates(t.var.space.factors)
        body = L.substitute(t.body, {t.var: L.Tuple(names)})
        lines = [x for x in names if m.atoms(x.space) is None]
        return m.value(reduce(L.Int, [*lines, *(x for x in names if x not in lines)], body))
    if (moving := _between_moving_limits(m, t)) is not None:
        return moving
    summed = _summed(m, t.body)
    if summed is not None:
        point, body = summed
        return m.value(L.Int(L.Int(body, t.var), point))
    blended = _blended(m, t.body)
    if blended is not None:
        parts = [m.value(L.Int(part, t.var)) for part in blended]
        return sum(parts[1:], parts[0])
    factor = _density_factor(m, t.body, t.var)
    if factor is not None:
        law, rest = factor
        return m.value(L.Expectation(rest, t.var, law))
    if isinstance(t.body, L.Plus) and all(_density_factor(m, arg, t.var) for arg in t.body.args):
        parts = [m.value(L.Int(arg, t.var)) for arg in t.body.args]
        return sum(parts[1:], parts[0])
    if isinstance(t.var.space, L.Simplex):
        return _over_simplex(m, t)
    if (squared := gaussian_integrals.integral(m, t.body, t.var)) is not None:
        return squared
    if (weighed := weights.integral(m, t.body, t.var)) is not None:
        return weighed
    if isinstance(t.var.space, L.Vectors | L.Matrices | L.Product | L.Integers):
        raise Unknown("an integral over R^d or all integers whose integrand does not show a law as factor")
    product = product_of_integrals(m, t)
    if product is not None:
        return product
    closed = with_inner_written_out(m, t.body, t.var)
    return Axis(m, t.body, t.var, None).total() if closed is None else m.value(L.Int(closed, t.var))


def _between_moving_limits(m: Measures, t: L.Int) -> Any:
    """The integral where its limits are differentiated by: its slope is the integrand at each of them times how that
    moves.  None where they are not, or the integrand is, too."""
    match t.var.space:
        case L.Interval(low, high):
            ends = [None if not end.free else m.value(end) for end in (low, high)]
        case _:
            return None
    level = max((end.level for end in ends if isinstance(end, Dual)), default=None)
    if level is None:
        return None
    on_the_line = L.substitute(t.body, {t.var: L.fresh_beside(L.Var(t.var.name, L.R), t)})
    if any(isinstance(m.env.get(name), Lifted) for name in on_the_line.free):
        return None
    names = [L.fresh_beside(L.Var(f"·{k}", L.R), t) for k in range(2)]
    total: Any = ZERO
    with m.scope(names[0]) as bind_low, m.scope(names[1]) as bind_high:
        for bind, end in zip((bind_low, bind_high), ends, strict=True):
            if end is not None:
                bind(split(end, level)[0])
        between = [end if value is None else name for end, name, value in zip((low, high), names, ends, strict=True)]
        x = L.Var(t.var.name, L.Interval(*between))
        value = m.value(L.Int(L.substitute(t.body, {t.var: x}), x))
    if isinstance(value, arb) and not value.rad() <= 1 + abs(value.mid()):
        raise Unknown("an integral that may have no value, of which a derivative is asked")
    for sign, end in zip((-1, 1), ends, strict=True):
        if isinstance(end, Dual) and end.level == level:
            total = total + fmpq(sign) * m.at(t.body, t.var, end.value) * end.slope
    return Dual(level, value, total)


def coordinates(factors: tuple[L.Space, ...]) -> tuple[L.Var, ...]:
    """Names for the coordinates of a point of a product space."""
    return tuple(L.Var(f"·{k}", factor) for k, factor in enumerate(factors, 1))


def _summed(m: Measures, body: Any) -> tuple[L.Var, L.Term] | None:
    """``body`` as the sum, over the points of a finite set, of a term with a joint density among its factors."""
    match body:
        case L.Int(inner, point) if m.atoms(point.space) is not None:
            return (point, inner) if any(isinstance(n, L.Density) for n in inner.walk()) else None
        case L.Times(args):
            for i, arg in enumerate(args):
                if isinstance(arg, L.Int):
                    arg = L.rename(arg, L.fresh_beside(arg.var, body))
                found = _summed(m, arg)
                if found is not None:
                    return found[0], L.Times((*args[:i], found[1], *args[i + 1 :]))
        case L.Neg(arg):
            found = _summed(m, arg)
            return None if found is None else (found[0], L.Neg(found[1]))
    return None


def _blended(m: Measures, body: Any) -> list[L.Term] | None:
    """``body`` as a sum, a joint density among its factors written out as a blend of known laws; None without one."""
    match body:
        case L.Apply(L.Density(_, L.Cartesian()) as law, (at,)) if isinstance(blend := m.resolve(law), Blend):
            written = m.written_out(blend, at)
            return list(written.args) if isinstance(written, L.Plus) else [written]
        case L.Times(args):
            for i, arg in enumerate(args):
                found = _blended(m, arg)
                if found is not None:
                    return [L.Times((*args[:i], part, *args[i + 1 :])) for part in found]
        case L.Neg(arg):
            found = _blended(m, arg)
            return None if found is None else list(map(L.Neg, found))
        case L.Int(inner, other) if m.atoms(other.space) is None:
            found = _blended(m, inner)
            return None if found is None else [L.Int(part, other) for part in found]
        case L.Quotient(num, den):
            found = _blended(m, num)
            return None if found is None else [L.Quotient(part, den) for part in found]
    return None


def _density_factor(m: Measures, body: Any, var: L.Var) -> tuple[Any, L.Term] | None:
    """``body`` as density(var) times the rest, if it is written so (up to a sign and a constant denominator)."""
    match body:
        case L.Apply(L.Law() as law, (at,)) if at is var and var not in law.free and _covers(m, law, var):
            return law, L.Number(1)
        case L.Times(args):
            for i, arg in enumerate(args):
                found = _density_factor(m, arg, var)
                if found is not None:
                    return found[0], L.fold(L.Times, [*args[:i], found[1], *args[i + 1 :]], 1)
        case L.Neg(arg):
            found = _density_factor(m, arg, var)
            return None if found is None else (found[0], L.Neg(found[1]))
        case L.Int(inner, other) if other is not var:
            found = _density_factor(m, inner, var)
            return None if found is None or other in found[0].free else (found[0], L.Int(found[1], other))
        case L.Quotient(num, den) if var not in den.free:
            found = _density_factor(m, num, var)
            return None if found is None else (found[0], L.Quotient(found[1], den))
    return None


def _covers(m: Measures, law: Any, var: L.Var) -> bool:
    """Whether integrating over the space of ``var`` takes in the whole support of the law."""
    space, support = var.space, support_of(law)
    if isinstance(support, L.Integers | L.Range):
        return space is support
    if space is support or isinstance(space, L.Reals | L.Vectors | L.Product):
        return True
    known = m.resolve(law)
    inner = support_of(known) if isinstance(known, L.Law) else support
    return isinstance(space, L.Abstract | L.Slot) or space is inner


def expectation(m: Measures, body: Any, var: L.Var, law: Any) -> Any:
    """E[body] under a law with a density on R, an interval, or R^d."""
    if isinstance(law, L.Family):
        m.check(law)
        if L.is_scalar_space(var.space) and (closed := with_inner_written_out(m, body, var)) is not None:
            return m.value(L.Expectation(closed, var, law))
    found = image(law, L.fresh_beside(L.Var("·U", L.R), body, law).name)  # means stand in means
    if found is not None:
        x, u, simpler = found
        opened = opened_densities(body, var, law.home)
        return m.value(L.Expectation(L.substitute(opened, {var: x}), u, simpler))
    match law:
        case L.Normal(mean, deviation, _):
            sigma = m.value(deviation)
            if sign_of(sigma) <= 0:
                raise Undefined("a normal law whose deviation is not positive")
            level = m.new_level()
            value = polynomial(m, body, var, variable(level))
            if value is not None:
                return gaussian_mean(terms_of(value, level, 1), Vec([m.value(mean)]), Mat([[sigma * sigma]]))
        case L.Gamma() | L.Exponential():
            shape, rate = (
                (m.value(law.shape), m.value(law.rate)) if isinstance(law, L.Gamma) else (ONE, m.value(law.rate))
            )
            if sign_of(shape) <= 0 or sign_of(rate) <= 0:
                raise Undefined("a Gamma law whose parameters are not positive")
            level = m.new_level()
            value = polynomial(m, body, var, with_logarithms(level, 1))
            if value is not None and not isinstance(shape, Lifted) and not isinstance(rate, Lifted):
                return gamma_mean(terms_of(value, level, 2), shape, rate)
        case L.Beta():
            a, b = m.value(law.a), m.value(law.b)
            if sign_of(a) <= 0 or sign_of(b) <= 0:
                raise Undefined("a Beta law whose parameters are not positive")
            level = m.new_level()
            value = polynomial(m, body, var, with_logarithms(level, 2))
            if value is not None and not isinstance(a, Lifted) and not isinstance(b, Lifted):
                found = beta_mean(terms_of(value, level, 3), a, b)
                if found is not None:
                    return found
        case L.MultivariateNormal(mean, covariance, _):
            centre = m.value(mean)
            level = m.new_level()
            spread = m.value(covariance)
            if spread.size != len(centre) or not spread.is_positive_definite():
                raise Undefined("a Gaussian law whose covariance does not fit, or is not positive definite")
            value = polynomial(m, body, var, generators(level, len(centre)))
            if value is not None:
                return gaussian_mean(terms_of(value, level, len(centre)), centre, spread)
            squared = gaussian_integrals.integral(m, L.Times((law(var), body)), var)
            if squared is None:
                raise Unknown("the mean of what is no polynomial, over R^d")
            return squared
        case L.Dirichlet(concentration, _):
            return _mean_of_shares(m, body, var, concentration)
        case L.ProductLaw():
            return _independent(m, body, var, law)
        case L.InverseGaussian() | L.ExGaussian() | L.FisherF():
            level = m.new_level()
            value = polynomial(m, body, var, variable(level))
            if value is not None and (found := _by_moments(m, terms_of(value, level, 1), law)) is not None:
                return found
    if not isinstance(law, L.Family) or not L.is_scalar_space(support_of(law)):
        raise Unknown(f"the mean under {type(law).__name__} is not covered")
    return Axis(m, body, var, law).total()


def _by_moments(m: Measures, terms: dict[tuple[int, ...], Any], law: Any) -> Any:
    """The mean of a polynomial from the moments of the law; None where one of them does not exist."""
    degree = max((n for (n,) in terms), default=0)
    if isinstance(law, L.FisherF) and sign_of(m.value(law.below) - 2 * degree) <= 0:
        return None
    result: Any = ZERO
    for (n,), c in terms.items():
        result = result + c * m.value(raw_moment(law, n))
    return result


def polynomial(m: Measures, body: Any, var: L.Var, x: Any) -> Any:
    """The value of the integrand at polynomial variables; None where it is no polynomial."""
    try:
        with m.scope(var, measured=True) as bind:
            bind(x)
            return m.value(body)
    except NotPolynomial:
        return None


def _mean_of_shares(m: Measures, body: Any, var: L.Var, concentration: L.Term) -> Any:
    """The mean under a Dirichlet law: of powers of coordinates and logarithms; of two coordinates, on a line."""
    level, alpha = m.new_level(), as_vector(m.value(concentration))
    value = polynomial(m, body, var, shares.coordinates(level, len(alpha)))
    if value is not None:
        return shares.mean(value, level, alpha)
    if len(alpha) != 2:
        raise Unknown("the mean under a Dirichlet law of what is no sum of products of powers")
    on_line, u = _first_of_two(body, var)
    return m.value(L.Expectation(on_line, u, L.Beta(concentration[1], concentration[2])))


def _over_simplex(m: Measures, t: L.Int) -> Any:
    level, size = m.new_level(), m.integer(t.var.space.dimension)
    value = polynomial(m, t.body, t.var, shares.coordinates(level, size))
    if value is not None:
        return shares.integral(value, level, size)
    if size != 2:
        raise Unknown("the integral over a simplex of what is no sum of products of powers")
    on_line, u = _first_of_two(t.body, t.var)
    return m.value(L.Int(on_line, u))


def _first_of_two(body: Any, var: L.Var) -> tuple[Any, L.Var]:
    """A function of the two coordinates of a point of a simplex as one of the first."""
    u = L.fresh_beside(L.Var("·u", L.Interval(L.Number(0), L.Number(1))), body)
    return L.substitute(body, {var: L.Column((u, 1 - u))}), u


def _independent(m: Measures, body: Any, var: L.Var, law: Any) -> Any:
    """The mean of a polynomial in independent coordinates: monomials factorise into moments of the coordinates."""
    indices = index_values(m, law.var.space) or []
    level = m.new_level()
    variables = generators(level, len(indices))
    on_slots = isinstance(support_of(law), L.Product)
    value = polynomial(m, body, var, Point(zip(indices, variables, strict=True)) if on_slots else variables)
    if value is None:
        raise Unknown("the mean of what is no polynomial, over R^d")
    result: Any = ZERO
    x = L.Var("·", support_of(law.body))
    moments: dict[tuple[int, int], Any] = {}
    with m.scope(law.var) as bind:
        for powers, c in terms_of(value, level, len(indices)).items():
            part = c
            for i, n in zip(indices, powers, strict=True):
                if n and (i, n) not in moments:
                    bind(fmpq(i))
                    moments[i, n] = m.value(L.Expectation(x**n, x, law.body))
                part = part * moments[i, n] if n else part
            result = result + part
    return result


__all__ = ["coordinates", "expectation", "integral", "polynomial"]
