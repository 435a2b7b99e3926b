r"""Integrals of integrals that move with the outer variable, as \int_0^\infty \int_x^\infty e^{-y} dy dx.

Where the inner integrand is a sum of c x^n e^{k x}, or of such pieces, the inner integral is written out, by parts;
what is left is an integral over one line.  Ends must rise and what decays must decay for every value of the outer
variable: both are affine in it, and looked at where it begins and ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import perm
from typing import Any

from flint import fmpq

from proofs import language as L

from .scalars import Undefined, Unknown, sign_of

LONGEST, HIGHEST = 64, 12  # summands that are written out, and powers
_ZERO = L.Number(0)
_KINKS = (L.Elementary("abs"), L.Elementary("max"), L.Elementary("min"))


@dataclass(frozen=True)
class _Part:
    """coefficient x^power e^(rate x), of which the coefficient and the rate do not depend on x."""

    coefficient: L.Term
    power: int
    rate: L.Term | None = None  # None: no exponential

    def antiderivative(self, x: L.Term) -> L.Term:
        """Its antiderivative at x, by parts."""
        if self.rate is None:
            return self.coefficient * x ** (self.power + 1) / (self.power + 1)
        sums = [
            (-1) ** j * perm(self.power, j) * (x ** (self.power - j) if j < self.power else L.Number(1))
            / (self.rate if j == 0 else self.rate ** (j + 1))
            for j in range(self.power + 1)
        ]  # fmt: skip
        return self.coefficient * L.exp(self.rate * x) * L.fold(L.Plus, sums, 0)


class _NoForm(Exception):
    """An inner integral is not written out."""


def with_inner_written_out(m: Any, body: L.Term, outer: L.Var) -> L.Term | None:
    """What is integrated over a variable with the integrals in it that move with that in closed form; None where there
    is none or one has none."""
    try:
        written = _written_out(m, body, outer)
    except (_NoForm, Unknown, Undefined):
        return None
    return None if written is body else written


def _written_out(m: Any, t: Any, outer: L.Var) -> Any:
    """A term with the integrals in it that depend on the outer variable written out."""
    if outer not in t.free:
        return t
    match t:
        case L.Int(_, inner) if m.atoms(inner.space) is None:
            return _closed(m, t, outer)
        case L.Expectation(inside, inner, L.Exponential() | L.Gamma() | L.Uniform() as law) if inner not in law.free:
            here = L.fresh_beside(L.Var(inner.name, law.home), t)
            return _closed(m, L.Int(law(here) * L.substitute(inside, {inner: here}), here), outer)
        case L.Plus(args) | L.Times(args):
            new = tuple(_written_out(m, a, outer) for a in args)
            return t if all(a is b for a, b in zip(new, args, strict=True)) else type(t)(new)
        case L.Neg(a):
            return t if (inside := _written_out(m, a, outer)) is a else L.Neg(inside)
        case L.Quotient(num, den):
            above, below = _written_out(m, num, outer), _written_out(m, den, outer)
            return t if above is num and below is den else L.Quotient(above, below)
        case L.Power(base, exponent):
            return t if (inside := _written_out(m, base, outer)) is base else L.Power(inside, exponent)
    return t


def _closed(m: Any, t: L.Int, outer: L.Var) -> L.Term:
    """The inner integral as a term in the outer variable.  Raises ``_NoForm``."""
    inner = L.rename(t, L.fresh_beside(L.Var("·inner", t.var.space), t, outer))
    x, body = inner.var, _written_out(m, inner.body, inner.var)
    low, high = _ends(x.space)
    if low is not None and high is not None and not _never_negative(m, high - low, outer):
        raise _NoForm
    return L.fold(L.Plus, [_between(m, *piece, x, outer) for piece in _pieces(m, body, low, high, x, outer)], 0)


def _between(
    m: Any, body: L.Term, low: L.Term | None, high: L.Term | None, x: L.Var, outer: L.Var
) -> L.Term:  # fmt: skip
    """The integral of a term over x between two ends; None for an infinite one.  Raises ``_NoForm``."""
    done = []
    for part in _parts(m, body, x, outer):
        if part.rate is not None and _sign(m, part.rate, outer) == 0:
            part = _Part(part.coefficient, part.power)
        for end, decays in ((high, -1), (low, 1)):
            if end is None and (part.rate is None or _sign(m, part.rate, outer) != decays):
                raise _NoForm
        at_high, at_low = (_ZERO if end is None else part.antiderivative(end) for end in (high, low))
        done.append(at_high if low is None else at_high - at_low)
    return L.fold(L.Plus, done, 0)


_Piece = tuple[L.Term, L.Term | None, L.Term | None]


def _pieces(m: Any, body: L.Term, low: L.Term | None, high: L.Term | None, x: L.Var, outer: L.Var) -> list[_Piece]:
    """A term and its range, cut where an absolute value, a maximum or a minimum in it has its kink."""
    kinked: Any = next((n for n in body.walk() if _has_kink(n) and x in n.free), None)
    if kinked is None:
        return [(body, low, high)]
    first, second = (kinked.args[0], L.Neg(kinked.args[0])) if len(kinked.args) == 1 else kinked.args
    difference = _parts(m, first - second, x, outer)
    if any(part.power > 1 or part.rate is not None for part in difference):
        raise _NoForm
    slope, constant = (
        L.fold(L.Plus, [part.coefficient for part in difference if part.power == power], 0) for power in (1, 0)
    )
    root, rises = L.Neg(constant) / slope, _sign(m, slope, outer)
    if rises == 0 or outer in slope.free:
        raise _NoForm
    larger_above = (rises > 0) != (kinked.head.name == "min")  # the first one, above the kink
    above, below = (first, second) if larger_above else (second, first)
    found: list[_Piece] = []
    if low is not None and _never_negative(m, low - root, outer):
        found = [(L.replace(body, kinked, above), low, high)]
    elif high is not None and _never_negative(m, root - high, outer):
        found = [(L.replace(body, kinked, below), low, high)]
    elif (low is None or _never_negative(m, root - low, outer)) and (
        high is None or _never_negative(m, high - root, outer)
    ):
        found = [(L.replace(body, kinked, below), low, root), (L.replace(body, kinked, above), root, high)]
    if not found:
        raise _NoForm
    return [piece for part in found for piece in _pieces(m, *part, x, outer)]


def _has_kink(t: Any) -> bool:
    return isinstance(t, L.Apply) and t.head in _KINKS and len(t.args) == (1 if t.head.name == "abs" else 2)


def _ends(space: L.Space) -> tuple[L.Term | None, L.Term | None]:
    match space:
        case L.Reals():
            return None, None
        case L.PositiveReals():
            return _ZERO, None
        case L.Interval(low, high):
            return None if low is L.Neg(L.oo) else low, None if high is L.oo else high
    raise _NoForm


def _parts(m: Any, t: L.Term, x: L.Var, outer: L.Var) -> list[_Part]:
    """A term as a sum of parts.  Raises ``_NoForm``."""
    if x not in t.free:
        return [_Part(t, 0)]
    match t:
        case L.Var():
            return [_Part(L.Number(1), 1)]
        case L.Plus(args):
            found = [part for a in args for part in _parts(m, a, x, outer)]
        case L.Neg(a):
            found = [_Part(L.Neg(p.coefficient), p.power, p.rate) for p in _parts(m, a, x, outer)]
        case L.Times(args) if all(map(L.is_scalar, args)):
            found = [_Part(L.Number(1), 0)]
            for a in args:
                found = list(_products(found, _parts(m, a, x, outer)))
        case L.Quotient(num, den) if x not in den.free:
            found = [_Part(p.coefficient / den, p.power, p.rate) for p in _parts(m, num, x, outer)]
        case L.Power(L.Constant("e"), exponent) | L.Apply(L.Elementary("exp"), (exponent,)):
            found = [_exponential(_parts(m, exponent, x, outer))]
        case L.Power(base, exponent) if x not in exponent.free:
            found = _power(m, _parts(m, base, x, outer), exponent)
        case L.Apply(L.Exponential() | L.Gamma() | L.Uniform() as law, (L.Var(),)) if x not in law.free:
            _require_inside(m, x.space, law.home, outer)
            found = _parts(m, law.density(x), x, outer)
        case _:
            raise _NoForm
    if len(found) > LONGEST:
        raise _NoForm
    return found


def _products(first: list[_Part], second: list[_Part]) -> Iterator[_Part]:
    for p in first:
        for q in second:
            rates = [r for r in (p.rate, q.rate) if r is not None]
            rate = L.fold(L.Plus, rates, 0) if rates else None
            yield _Part(p.coefficient * q.coefficient, p.power + q.power, rate)


def _exponential(exponent: list[_Part]) -> _Part:
    """e to an exponent that is affine in x."""
    if any(part.power > 1 or part.rate is not None for part in exponent):
        raise _NoForm
    constant = L.fold(L.Plus, [part.coefficient for part in exponent if part.power == 0], 0)
    return _Part(L.exp(constant), 0, L.fold(L.Plus, [part.coefficient for part in exponent if part.power == 1], 0))


def _power(m: Any, base: list[_Part], exponent: L.Term) -> list[_Part]:
    n = m.value(exponent)
    if not isinstance(n, fmpq) or n.q != 1 or not 0 <= n <= HIGHEST or len(base) ** int(n.p) > LONGEST:
        raise _NoForm
    found = [_Part(L.Number(1), 0)]
    for _ in range(int(n.p)):
        found = list(_products(found, base))
    return found


def _require_inside(m: Any, space: L.Space, home: L.Space, outer: L.Var) -> None:
    """Raises ``_NoForm`` where a range may leave the support of a law, beyond which its density is zero."""
    (low, high), (begin, end) = _ends(space), _ends(home)
    above = begin is None or (low is not None and _never_negative(m, low - begin, outer))
    below = end is None or (high is not None and _never_negative(m, end - high, outer))
    if not (above and below):
        raise _NoForm


def _never_negative(m: Any, t: L.Term, outer: L.Var) -> bool:
    return all(sign >= 0 for sign in _signs(m, t, outer))


def _sign(m: Any, t: L.Term, outer: L.Var) -> int:
    """The sign that a term affine in the outer variable has inside of its range.  Raises ``_NoForm`` where it turns."""
    signs = set(_signs(m, t, outer))
    if {1, -1} <= signs:
        raise _NoForm
    return 1 if 1 in signs else -1 if -1 in signs else 0


def _signs(m: Any, t: L.Term, outer: L.Var) -> tuple[int, int]:
    """The signs of a term affine in the outer variable where that begins and where it ends."""
    parts = _parts(m, t, outer, outer)
    if any(part.power > 1 or part.rate is not None for part in parts):
        raise _NoForm
    constant, slope = (
        sum((m.value(part.coefficient) for part in parts if part.power == power), fmpq(0)) for power in (0, 1)
    )

    def sign(end: Any, direction: int) -> int:
        at_infinity = direction * sign_of(slope) or sign_of(constant)
        return at_infinity if end is None else sign_of(constant + slope * end)

    low, high = m.ends(outer.space)
    return sign(low, -1), sign(high, 1)


__all__ = ["with_inner_written_out"]
