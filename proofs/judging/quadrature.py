"""Integrals over the line, with proof: exact moments where the integrand is a polynomial, else quadrature and tails.

An axis is cut at the kinks of the integrand; on each piece x = start + rate y.  What a finite quadrature leaves out is
bounded by an envelope (``tails``); where there is none the integral is ``Unknown``, never cut silently.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flint import acb, arb, ctx, fmpq

from proofs import language as L

from .axis import Affine, Probe
from .linear import Mat, Vec
from .machine import Point, index_values
from .polynomials import (
    NotPolynomial,
    beta_mean,
    exponential_integral,
    gamma_mean,
    gaussian_mean,
    generators,
    terms_of,
    variable,
    with_logarithms,
)
from .scalars import ONE, ZERO, Infinite, Lifted, Undefined, Unknown, ball, call, is_zero, sign_of
from .tails import affine, integral_bound
from .trace import compiled

if TYPE_CHECKING:
    from .measures import Measures

GUARD_BITS = 40  # the working precision exceeds what quadrature is asked for by this much
EVALUATIONS = 20_000


def tolerance() -> arb:
    return arb(2) ** (GUARD_BITS - ctx.prec)


def ends(m: Measures, space: Any) -> tuple[Any, Any]:
    """The ends of an interval of the line; None for an end at infinity."""
    match space:
        case L.Interval(low, high):
            return m.value(low), m.value(high)
        case L.PositiveReals():
            return ZERO, None
    return None, None


def integral(m: Measures, t: L.Int) -> Any:
    """The Lebesgue integral of ``t.body`` over the space of ``t.var``, no finite set."""
    factor = _density_factor(m, t.body, t.var)
    if factor is not None:
        law, rest = factor
        return m.value(L.Expectation(rest, t.var, law))
    if isinstance(t.body, L.Plus) and all(_density_factor(m, arg, t.var) for arg in t.body.args):
        parts = [m.value(L.Int(arg, t.var)) for arg in t.body.args]
        return sum(parts[1:], parts[0])
    if isinstance(t.var.space, L.Vectors | L.Matrices | L.Product):
        raise Unknown("an integral over R^d whose integrand does not show a law as factor")
    return _Axis(m, t.body, t.var, None).total()


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
        case L.Quotient(num, den) if var not in den.free:
            found = _density_factor(m, num, var)
            return None if found is None else (found[0], L.Quotient(found[1], den))
    return None


def _covers(m: Measures, law: Any, var: L.Var) -> bool:
    """Whether integrating over the space of ``var`` takes in the whole support of the law."""
    space, support = var.space, L.support(law)
    if space is support or isinstance(space, L.Reals | L.Vectors | L.Product):
        return True
    known = m.resolve(law)
    inner = L.support(known) if isinstance(known, L.Law) else support
    return isinstance(space, L.Abstract | L.Slot) or isinstance(inner, L.PositiveReals | L.Interval) and space is inner


def expectation(m: Measures, body: L.Term, var: L.Var, law: Any) -> Any:
    """E[body] under a law with a density on R, an interval, or R^d."""
    match law:
        case L.Normal(mean, deviation, _):
            sigma = m.value(deviation)
            if sign_of(sigma) <= 0:
                raise Undefined("a normal law whose deviation is not positive")
            level = m.new_level()
            value = _polynomial(m, body, var, variable(level))
            if value is not None:
                return gaussian_mean(terms_of(value, level, 1), Vec([m.value(mean)]), Mat([[sigma * sigma]]))
        case L.Gamma() | L.Exponential():
            shape, rate = (m.value(law.shape), m.value(law.rate)) if isinstance(law, L.Gamma) else (ONE, m.value(law.rate))
            if sign_of(shape) <= 0 or sign_of(rate) <= 0:
                raise Undefined("a Gamma law whose parameters are not positive")
            level = m.new_level()
            value = _polynomial(m, body, var, with_logarithms(level, 1))
            if value is not None and not isinstance(shape, Lifted) and not isinstance(rate, Lifted):
                return gamma_mean(terms_of(value, level, 2), shape, rate)
        case L.Beta():
            a, b = m.value(law.a), m.value(law.b)
            if sign_of(a) <= 0 or sign_of(b) <= 0:
                raise Undefined("a Beta law whose parameters are not positive")
            level = m.new_level()
            value = _polynomial(m, body, var, with_logarithms(level, 2))
            if value is not None and not isinstance(a, Lifted) and not isinstance(b, Lifted):
                found = beta_mean(terms_of(value, level, 3), a, b)
                if found is not None:
                    return found
        case L.MultivariateNormal(mean, covariance, _):
            centre = m.value(mean)
            level = m.new_level()
            value = _polynomial(m, body, var, generators(level, len(centre)))
            if value is None:
                raise Unknown("the mean of what is no polynomial, over R^d")
            return gaussian_mean(terms_of(value, level, len(centre)), centre, m.value(covariance))
        case L.ProductLaw():
            return _independent(m, body, var, law)
    if not isinstance(law, L.Family) or not L.is_scalar_space(L.support(law)):
        raise Unknown(f"the mean under {type(law).__name__} is not covered")
    return _Axis(m, body, var, law).total()


def _polynomial(m: Measures, body: L.Term, var: L.Var, x: Any) -> Any:
    """The value of the integrand at polynomial variables; None where it is no polynomial."""
    try:
        with m.scope(var, measured=True) as bind:
            bind(x)
            return m.value(body)
    except NotPolynomial:
        return None


def _independent(m: Measures, body: L.Term, var: L.Var, law: L.ProductLaw) -> Any:
    """The mean of a polynomial in independent coordinates: monomials factorise into moments of the coordinates."""
    indices = index_values(m, law.var.space) or []
    level = m.new_level()
    variables = generators(level, len(indices))
    on_slots = isinstance(L.support(law), L.Product)
    value = _polynomial(m, body, var, Point(zip(indices, variables, strict=True)) if on_slots else variables)
    if value is None:
        raise Unknown("the mean of what is no polynomial, over R^d")
    result: Any = ZERO
    x = L.Var("·", L.support(law.body))
    with m.scope(law.var) as bind:
        for powers, c in terms_of(value, level, len(indices)).items():
            part = c
            for i, n in zip(indices, powers, strict=True):
                if n:
                    bind(fmpq(i))
                    part = part * m.value(L.Expectation(x**n, x, law.body))
            result = result + part
    return result


@dataclass
class _Piece:
    """x = start + rate y, 0 < y < width (None: oo); ``singular``: the integrand may be singular at y = 0."""

    start: Any
    rate: fmpq
    width: Any
    singular: bool = False


class _Axis:
    """One integral over an interval of the line: of ``body``, times the density of ``law`` if there is one."""

    def __init__(self, m: Measures, body: L.Term, var: L.Var, law: Any) -> None:
        self.m, self.body, self.var, self.law = m, body, var, law
        self.space = var.space if law is None else L.support(law)
        self.log_weight = None if law is None else law.log_density(var)

    def total(self) -> Any:
        with self.m.scope(self.var, measured=True) as bind:
            self.bind = bind
            pieces = self._pieces()
            values = [self._exact(piece) for piece in pieces]
            if any(value is None for value in values):
                values = [self._enclosed(piece) for piece in pieces]
        return sum(values[1:], values[0]) if values else ZERO

    def _pieces(self) -> list[_Piece]:
        low, high = ends(self.m, self.space)
        if low is not None and high is not None and sign_of(high - low) <= 0:
            if self.law is not None:
                raise Undefined("a law on an empty interval")
            return []
        inner = [r for r in self._kinks() if (low is None or sign_of(r - low) > 0) and (high is None or sign_of(high - r) > 0)]
        open_ends = not isinstance(self.law, L.Uniform | L.Exponential)
        if low is None and high is None and not inner:
            inner = [self._centre()]
        elif low is not None and open_ends and not inner:
            inner = [low + 1 if high is None else (low + high) / 2]
        inner.sort(key=lambda r: float(ball(r).mid()))
        breaks = [low, *inner, high]
        pieces = []
        for a, b in zip(breaks, breaks[1:], strict=False):
            if a is None:
                pieces.append(_Piece(b, fmpq(-1), None))
            elif b is None:
                pieces.append(_Piece(a, ONE, None, open_ends and a is low))
            elif b is high and open_ends:
                pieces.append(_Piece(b, fmpq(-1), b - a, True))
            else:
                pieces.append(_Piece(a, ONE, b - a, open_ends and a is low))
        return pieces

    def _kinks(self) -> list[Any]:
        probe = Probe(self.m.new_level())
        self.bind(Affine(self.m.new_level(), ZERO, ONE, probe, None))
        try:
            if self.log_weight is not None:
                self.m.value(self.log_weight)
            self.m.value(self.body)
        except Unknown:
            pass  # kinks that stay unseen cost time or the answer, never the truth
        return probe.roots

    def _centre(self) -> Any:
        match self.law:
            case L.Normal(centre, _, _) | L.Laplace(centre, _, _) | L.Cauchy(centre, _, _):
                return self.m.value(centre)
        return ZERO

    def _scale(self) -> arb:
        match self.law:
            case L.Normal(_, scale, _) | L.Laplace(_, scale, _) | L.Cauchy(_, scale, _):
                return ball(self.m.value(scale))
        return arb(1)

    def _at(self, piece: _Piece, y: Any) -> Any:
        """The integrand where the piece's variable is ``y``: a complex ball or an envelope."""
        self.bind(Affine(self.m.new_level(), piece.start, piece.rate, y, piece.width))
        value = plain(self.m.value(self.body))
        if self.log_weight is None or is_zero(value):
            return value
        return call("exp", (plain(self.m.value(self.log_weight)),), self.m.analytic) * value

    def _exact(self, piece: _Piece) -> Any:
        """The piece's integral where the integrand is a polynomial times exp(affine); else None."""
        level = self.m.new_level()
        self.bind(Affine(self.m.new_level(), piece.start, piece.rate, variable(level), piece.width))
        try:
            logs = {(0,): ZERO} if self.log_weight is None else terms_of(plain(self.m.value(self.log_weight)), level, 1)
            if any(powers[0] > 1 and not is_zero(c) for powers, c in logs.items()):
                return None
            terms = terms_of(plain(self.m.value(self.body)), level, 1)
        except NotPolynomial:
            return None
        slope = logs.get((1,), ZERO)
        if piece.width is None and sign_of(slope) >= 0:
            return None if any(not is_zero(c) for c in terms.values()) else ZERO
        return exponential_integral(terms, logs.get((0,), ZERO), slope, piece.width)

    def _enclosed(self, piece: _Piece) -> Any:
        if piece.width is None:
            if piece.singular:
                raise Unknown("a half line with a singular end")
            try:
                return self._half_line(lambda u: self._at(piece, u), 4 * self._scale())
            except Unknown as error:
                reason = str(error)
            # algebraic decay: on the axis of log y it is exponential
            near = self._finite(lambda u: self._at(piece, u), arb(1))
            far = self._half_line(lambda u: self._on_log_axis(piece, call("exp", (u,))), arb(8), reason)
            return near + far
        if not piece.singular:
            found = self._finite(lambda u: self._at(piece, u), ball(piece.width), final=False)
            if found is not None:
                return found
        half = ball(piece.width) if piece.singular else ball(piece.width) / 2
        value = self._half_line(lambda u: self._on_log_axis(piece, half * call("exp", (-u,))), arb(16))
        if not piece.singular:
            back = _Piece(piece.start + piece.rate * piece.width, -piece.rate, piece.width)
            value += self._half_line(lambda u: self._on_log_axis(back, half * call("exp", (-u,))), arb(16))
        return value

    def _on_log_axis(self, piece: _Piece, y: Any) -> Any:
        return self._at(piece, y) * y

    def _half_line(self, f: Callable[[Any], Any], start: arb, reason: str = "no envelope of a tail") -> arb:
        """The integral of f over [0, oo): up to a cut by quadrature, beyond it by an envelope."""
        cut = start.mid()
        for _ in range(16):
            try:
                bound = integral_bound(f(affine(self.m.new_level(), cut, arb(1))))
            except (Unknown, Undefined) as error:
                reason = str(error)
            else:
                if bound < tolerance():
                    return self._finite(f, cut) + arb(0, bound)
            cut = (cut * fmpq(8, 5)).mid()
        raise Unknown(f"an integral without a tail bound: {reason}")

    def _finite(self, f: Callable[[Any], Any], width: arb, final: bool = True) -> Any:
        """The integral over [0, width] by adaptive quadrature with error bounds (Petras's algorithm, in FLINT)."""
        try:
            integrand = compiled(self.m.new_level(), f)
        except Unknown:
            integrand = self._walking(f)
        try:
            bound = tolerance()
            value = acb.integral(integrand, 0, width, rel_tol=bound, abs_tol=bound, eval_limit=EVALUATIONS).real
        finally:
            self.m.analytic = False
        if not value.is_finite():
            if not final:
                return None
            raise Unknown("a quadrature that did not converge")
        return value

    def _walking(self, f: Callable[[Any], Any]) -> Callable[[acb, bool], acb]:
        """The integrand by a walk at every point."""

        def integrand(u: acb, analytic: bool) -> acb:
            self.m.analytic = analytic
            try:
                value = f(u)
            except (Unknown, Undefined):
                return acb(arb.nan())
            if isinstance(value, Lifted | Infinite):
                return acb(arb.nan())
            return value if isinstance(value, acb) else acb(ball(value))

        return integrand


def plain(x: Any) -> Any:
    return x.plain if isinstance(x, Affine) else x
