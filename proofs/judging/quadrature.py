"""Integrals over the line, with proof: adaptive quadrature on a finite part, an envelope for what is left out.

An axis is cut at the kinks of the integrand; on each piece x = start + rate y.  Where there is no envelope (``tails``)
the integral is ``Unknown``; it is never cut silently.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import pairwise, takewhile
from typing import Any

from flint import acb, arb, ctx, fmpq

from proofs import language as L

from . import estimates
from .axis import Affine, Probe
from .densities_written import support_of
from .elementary import call
from .laws import Measures
from .linear import total
from .polynomials import NotPolynomial, exponential_integral, terms_of, variable
from .program import Program, bits_of
from .scalars import ONE, ZERO, Lifted, Undefined, Unknown, ball, is_zero, sign_of
from .series import tolerance
from .tails import affine, integral_bound, quadratic
from .trace import Traced, compiled

FARTHER = [fmpq(8, 5) ** k for k in range(16)]  # how far out, beside the first, a tail may be cut off
SMALL, NEARLY = fmpq(1, 64), fmpq(9, 10)  # a bound from which the next cut worth a try is guessed, and how closely
KNOWN = 1024  # integrals are remembered
INSIDE = (fmpq(8, 21), fmpq(13, 21))  # points of a piece at which it has a value, if anywhere
SLIVER = 20  # so many bits wider than what is lost by rounding is the surrounding of a kink


@dataclass
class _Piece:
    """x = start + rate y, 0 < y < width (None: oo); ``singular``: the integrand may be singular at y = 0."""

    start: Any
    rate: fmpq
    width: Any
    singular: bool = False


class Axis:
    """One integral over an interval of the line: of ``body``, times the density of ``law`` if there is one."""

    def __init__(self, m: Measures, body: Any, var: L.Var, law: Any) -> None:
        self.m, self.body, self.var, self.law = m, body, var, law
        self.space = var.space if law is None else support_of(law)
        self.log_weight = None if law is None else law.log_density(var)
        self.outside = (body.free - {var}) | self.space.free | (frozenset() if law is None else law.free)

    def total(self) -> Any:
        for var, probe in self.m.probes:
            if var in self.outside:
                return probe  # some function of what is looked for kinks
        with self.m.scope(self.var, measured=True) as bind:
            self.bind = bind
            pieces = self._pieces()
            if self.m.resolution is not None:
                return total(self._estimated(piece) for piece in pieces)
            values = list(takewhile(lambda value: value is not None, map(self._exact, pieces)))
            if len(values) < len(pieces):
                if not self.m.effort:
                    raise Unknown("an integral that needs quadrature")
                self.m.integrated = True
                values = [self._enclosed(piece) for piece in pieces]
        return total(values)

    def _pieces(self) -> list[_Piece]:
        low, high = self.m.ends(self.space)
        if low is not None and high is not None and sign_of(high - low) <= 0:
            if self.law is not None:
                raise Undefined("a law on an empty interval")
            return []
        inner = [
            r
            for r in self._kinks()
            if (low is None or sign_of(r - low) > 0) and (high is None or sign_of(high - r) > 0)
        ]
        open_ends = not isinstance(self.law, L.Uniform | L.Exponential)
        if low is None and high is None and (not inner or self._wants_centre(inner)):
            inner = [*inner, self._centre()]
        elif low is not None and open_ends and not inner:
            inner = [low + 1 if high is None else (low + high) / 2]
        if len(inner) > 1:
            if any(isinstance(ball(r), acb | Lifted) for r in inner):
                raise Unknown("kinks that move with another variable")
            inner.sort(key=lambda r: float(ball(r).mid()))
        breaks = [low, *inner, high]
        pieces = []
        for a, b in pairwise(breaks):
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
        self.m.probes.append((self.var, probe))
        self.bind(Affine(self.m.new_level(), ZERO, ONE, probe, None))
        try:
            if self.log_weight is not None:
                self.m.value(self.log_weight)
            self.m.value(self.body)
        except Unknown:
            pass  # kinks that stay unseen cost time or the answer, never the truth
        finally:
            self.m.probes.pop()
        return probe.roots

    def _centre(self) -> Any:
        match self.law:
            case L.Normal(centre, _, _):
                return self.m.value(centre)
            case L.Laplace() | L.Cauchy() | L.StudentT() | L.Logistic() | L.Gumbel():
                return self.m.value(self.law.location)
        return ZERO

    def _wants_centre(self, breaks: list[Any]) -> bool:
        """Whether the bulk of a law may lie far from the ends of all pieces: an estimate would have no points there."""
        return self.m.resolution is not None and not any(is_zero(self._centre() - r) for r in breaks)

    def _scale(self) -> arb:
        match self.law:
            case L.Normal(_, scale, _):
                return ball(self.m.value(scale))
            case L.Laplace() | L.Cauchy() | L.StudentT() | L.Logistic() | L.Gumbel():
                return ball(self.m.value(self.law.scale))
        return arb(1)

    def _least(self) -> arb:
        """How far out a cut is not worth a try: as long as the weight alone is too large to be left out."""
        if isinstance(self.law, L.Normal):
            return self._scale() * (-2 * tolerance().log()).sqrt()
        return arb(0)

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

    def _estimated(self, piece: _Piece) -> Any:
        scale = self._scale() if piece.width is None else arb(1)
        resolution = self.m.resolution
        assert resolution is not None

        def integrand(y: Any) -> Any:
            return self._at(piece, y)

        try:
            code = compiled(self.m.new_level(), integrand).function
        except (Unknown, Undefined):
            return estimates.integral(integrand, piece.width, scale, resolution, self.m.budget)
        return estimates.integral(lambda y: code(acb(y), False).real, piece.width, scale, resolution, self.m.budget)

    def _singular(self, piece: _Piece) -> bool:
        """Whether the integrand cannot be enclosed around the start of a piece that may be singular there."""
        if not piece.singular:
            return False
        small = arb(2) ** -20
        try:
            return not _complex(self._at(piece, acb(arb(small, small)))).is_finite()
        except (Unknown, Undefined):
            return True

    def _enclosed(self, piece: _Piece) -> Any:
        def here(u: Any) -> Any:
            return self._at(piece, u)

        if piece.width is None:
            try:
                return self._half_line(here, 4 * self._scale(), least=self._least())
            except Unknown as error:
                reason = str(error)
            # algebraic decay: on the axis of log y it is exponential
            far = self._half_line(lambda u: self._on_log_axis(piece, call("exp", (u,))), arb(8), reason)
            return self._finite(here, arb(1)) + far
        width = ball(piece.width)
        singular = self._singular(piece)
        if not singular:
            found = self._finite(here, width, final=False)
            if found is not None:
                return found
            width = width / 2
        ends = [piece]
        if not singular:
            ends.append(_Piece(piece.start + piece.rate * piece.width, -piece.rate, piece.width))
        return total(self._from_end(end, width) for end in ends)

    def _from_end(self, piece: _Piece, width: arb) -> arb:
        """The integral over 0 < y < width of a piece that is singular at 0, with y = width exp(-u)."""
        return self._half_line(lambda u: self._on_log_axis(piece, width * call("exp", (-u,))), arb(16))

    def _on_log_axis(self, piece: _Piece, y: Any) -> Any:
        return self._at(piece, y) * y

    def _half_line(
        self, f: Callable[[Any], Any], start: arb, reason: str = "no envelope of a tail", least: Any = ZERO
    ) -> arb:
        """The integral of f over [0, oo): up to a cut by quadrature, beyond it by an envelope."""
        if isinstance(start, Lifted):
            raise Unknown("an integral whose cut moves with another variable")
        why = [reason]
        traced = self._traced(f)

        def beyond(cut: arb) -> arb | None:
            level = self.m.new_level()
            t = affine(level, cut, arb(1))
            try:
                return integral_bound(f(t) if traced is None else traced.at(t, partial(quadratic, level, cut)))
            except (Unknown, Undefined) as error:
                why.append(str(error))
                return None

        tried = False
        for ratio in FARTHER:
            cut = (start * ratio).mid()
            if cut < least:
                continue
            bound = beyond(cut)
            if bound is not None and bound < tolerance():
                return self._finite(f, cut, traced=traced) + arb(0, bound)
            if bound is None and not tried and beyond((start * FARTHER[-1]).mid()) is None:
                break  # what has no envelope far out has none nearer
            tried = True
            if bound is not None and 0 < bound < SMALL:  # what falls off like a Gaussian is as small from there on
                least = cut * (tolerance().log() / bound.log()).sqrt() * NEARLY
        raise Unknown(f"an integral without a tail bound: {why[-1]}")

    def _traced(self, f: Callable[[Any], Any]) -> Traced | None:
        """The function as it is traced on a half line; None where it branches."""
        try:
            return Traced(self.m.new_level(), f)
        except (Unknown, Undefined):
            return None

    def _finite(self, f: Callable[[Any], Any], width: arb, final: bool = True, traced: Traced | None = None) -> Any:
        """The integral over [0, width] by adaptive quadrature with error bounds (Petras's algorithm, in FLINT)."""
        if self.m.integrating:  # the flag and the tails of the inner integral know nothing of the outer variable
            raise Unknown("an integral inside an integral over the line")
        if not isinstance(width, arb):
            raise Unknown("an integral whose ends move with another variable")
        try:
            if traced is None or traced.unsettled:
                traced = Traced(self.m.new_level(), f, width)
            program = traced.program()
        except Unknown:
            value = self._walked(f, width)
        else:
            value = self._between_kinks(program, f, width) if program.kinks else self._integral(program, width)
        if not value.is_finite():
            if not final:
                return None
            raise Unknown("a quadrature that did not converge")
        return value

    def _integral(self, program: Program, width: arb) -> arb:
        return _integral(program, _Exactly(width, bits_of(width)), ctx.prec, self.m.effort)

    def _between_kinks(self, program: Program, f: Callable[[Any], Any], width: arb) -> arb:
        """The integral piece by piece, on which signs are known; slivers around the kinks are enclosed whole."""
        near, ends = arb(2) ** (SLIVER - ctx.prec), [arb(0)]
        for kink in program.kinks:
            if kink - near > ends[-1] and kink + near < width:
                ends += [(kink - near).mid(), (kink + near).mid()]
        ends.append(width)
        result = arb(0)
        for k, (a, b) in enumerate(pairwise(ends)):
            if k % 2:
                result += (b - a) * program.function(acb(a.union(b)), False).real
            else:
                result += self._integral(compiled(self.m.new_level(), _moved(f, a), b - a), b - a)
        return result

    def _walked(self, f: Callable[[Any], Any], width: arb) -> arb:
        """The integral by a walk at every point."""

        def integrand(u: acb, analytic: bool) -> acb:
            self.m.analytic = analytic
            try:
                return _complex(f(u))
            except (Unknown, Undefined):
                return acb(arb.nan())

        try:
            self.m.integrating = True
            if not any(integrand(acb(width * share), False).is_finite() for share in INSIDE):
                return arb.nan()  # as it would be on every interval around these points, however small
            return _quadrature(integrand, width, self.m.effort)
        finally:
            self.m.analytic = self.m.integrating = False


@dataclass(frozen=True)
class _Exactly:
    """A ball that is equal to another only where both are the same to the last bit."""

    ball: arb = field(compare=False)
    bits: Hashable


@lru_cache(maxsize=KNOWN)
def _integral(program: Program, width: _Exactly, precision: int, effort: int) -> arb:
    """The integral at the working precision, which is told to know it again: both sides of a line often have it."""
    return _quadrature(program.function, width.ball, effort)


def _quadrature(f: Callable[[acb, bool], acb], width: arb, effort: int) -> arb:
    bound = tolerance()
    return acb.integral(f, 0, width, rel_tol=bound, abs_tol=bound, eval_limit=effort).real


def _moved(f: Callable[[Any], Any], start: arb) -> Callable[[Any], Any]:
    return lambda y: f(y + start)


def _complex(x: Any) -> acb:
    if not isinstance(x, fmpq | arb | acb):
        raise Unknown("an integrand that is no number")
    return x if isinstance(x, acb) else acb(ball(x))


def plain(x: Any) -> Any:
    return x.plain if isinstance(x, Affine) else x
