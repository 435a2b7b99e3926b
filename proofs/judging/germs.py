"""Germs: what a function is close to a point, by its expansion.  This is how limits get an enclosure, not an estimate.

The variable of a limit becomes a germ in h, which tends to 0 from above.  A ``Germ`` is a sum of scales with
coefficients and a rest, f = c_1 s_1 + ... + c_k s_k + O(s) as h -> 0.  A scale is exp(E) h^a l^b with l = log(1/h) and
a sum E of powers of 1/h; of two scales one is negligible beside the other, or they are equal.  Germs form an ordered
field: a germ has the sign of its leading coefficient.  Nothing is measured, so an enclosure is as narrow as the
coefficients are, and a coefficient that is not told apart from 0 leads to ``Unknown``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cmp_to_key
from typing import Any

from flint import arb, fmpq

from . import expansions
from .elementary import call
from .expansions import ORDERS
from .scalars import (
    MINUS,
    ONE,
    PLUS,
    ZERO,
    Infinite,
    Lifted,
    OutsideDomain,
    Undefined,
    Unknown,
    ball,
    divide,
    is_zero,
    sign_of,
)

NEGLIGIBLE = 64  # the power of h for what is smaller than all of them
Powers = tuple[tuple[fmpq, fmpq], ...]  # (p, c) for c h^p with p < 0, the largest first


class _Kept:
    """How many terms germs keep, as balls do bits."""

    order = ORDERS[-1]


_kept = _Kept()


def expansion(name: str, at: Any) -> list[Any]:
    """The Taylor coefficients of a function, as many as germs keep terms."""
    return expansions.expansion(name, at, _kept.order)


class Scale:
    """exp(sum of c h^p) h^a l^b for h -> 0+, with l = log(1/h)."""

    __slots__ = ("_hash", "a", "b", "grown")

    def __init__(self, grown: Powers = (), a: fmpq = ZERO, b: fmpq = ZERO) -> None:
        self.grown, self.a, self.b = grown, a, b
        self._hash = hash((int(a.p), int(b.p), len(grown)))  # faster than with the hashes of rationals

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scale) and (self.a, self.b, self.grown) == (other.a, other.b, other.grown)

    def __hash__(self) -> int:
        return self._hash

    def times(self, other: Scale) -> Scale:
        return Scale(_added(self.grown, other.grown), self.a + other.a, self.b + other.b)

    def power(self, n: fmpq) -> Scale:
        return Scale(tuple((p, c * n) for p, c in self.grown), self.a * n, self.b * n)

    def size(self) -> int:
        """1 for a scale that tends to oo, -1 for one that tends to 0, 0 for the constant one."""
        if self.grown:
            return sign_of(self.grown[0][1])
        return -sign_of(self.a) or sign_of(self.b)


UNIT = Scale()
_SLOW = Scale(b=ONE)  # log(1/h)


def _added(a: Powers, b: Powers) -> Powers:
    if not a or not b:
        return a or b
    total: list[tuple[fmpq, fmpq]] = []
    for p, c in sorted((*a, *b)):
        total.append((p, total.pop()[1] + c) if total and total[-1][0] == p else (p, c))
    return tuple((p, c) for p, c in total if c)


def _compared(s: Scale, t: Scale) -> int:
    """1 where t is negligible beside s, -1 where s is beside t, 0 where they are equal."""
    if s.grown == t.grown:
        return sign_of(t.a - s.a) or sign_of(s.b - t.b)
    return sign_of(_added(s.grown, tuple((p, -c) for p, c in t.grown))[0][1])


_LARGEST_FIRST: Callable[[Scale], Any] = cmp_to_key(lambda s, t: _compared(t, s))


class Germ(Lifted):
    """The terms, the largest first, and the scale of the rest; None where nothing is left out."""

    __slots__ = ("rest", "terms")

    def __init__(self, level: int, terms: dict[Scale, Any], rest: Scale | None = None) -> None:
        kept = [s for s, c in terms.items() if not is_zero(c) and (rest is None or _compared(s, rest) > 0)]
        if len(kept) > 1:
            kept.sort(key=_LARGEST_FIRST)
        self.level, self.rest = level, rest
        order = _kept.order
        if len(kept) > order:
            self.rest, kept = kept[order], kept[:order]
        self.terms = tuple((s, terms[s]) for s in kept)

    def _lift(self, x: Any) -> Germ:
        if isinstance(x, Germ) and x.level == self.level:
            return x
        if isinstance(x, Infinite):
            raise Unknown("an infinity among germs")
        return Germ(self.level, {UNIT: x})

    @property
    def largest(self) -> Scale | None:
        """A scale beside which the germ is bounded; None where it is exactly 0."""
        return self.terms[0][0] if self.terms else self.rest

    def leading(self) -> tuple[Scale, Any]:
        """The leading term.  Raises ``Unknown`` where it is not seen, or its coefficient may be 0."""
        if not self.terms:
            raise Unknown("a germ of which only a bound is known")
        scale, coefficient = self.terms[0]
        sign_of(coefficient)
        return scale, coefficient

    def add(self, other: Any) -> Germ:
        other = self._lift(other)
        total = dict(self.terms)
        for s, c in other.terms:
            total[s] = total[s] + c if s in total else c
        return Germ(self.level, total, _greater(self.rest, other.rest))

    def multiply(self, other: Any) -> Germ:
        other = self._lift(other)
        total: dict[Scale, Any] = {}
        for s, c in self.terms:
            for t, d in other.terms:
                st = s.times(t)
                total[st] = total[st] + c * d if st in total else c * d
        rest = None
        for one, two in ((self, other), (other, self)):
            if one.rest is not None and two.largest is not None:
                rest = _greater(rest, one.rest.times(two.largest))
        return Germ(self.level, total, rest)

    def reciprocal(self) -> Germ:
        scale, coefficient, small = self._normalised("a denominator")
        inverse = small.series([fmpq((-1) ** k) for k in range(_kept.order)])
        return inverse.multiply(Germ(self.level, {scale.power(fmpq(-1)): divide(ONE, coefficient)}))

    def exponent_of(self, base: Any) -> Germ:
        """The powers at whole exponents, which change their sign: no more than their size is kept."""
        if self.sign() <= 0 or self.terms[0][0].size() <= 0:
            raise Unknown("a power of what is not positive, whose exponent does not tend to infinity")
        if is_zero(base):
            return Germ(self.level, {})
        return Germ(self.level, {}, _exp(self.multiply(call("log", (-base,)))).largest)

    def is_exact_zero(self) -> bool:
        return self.largest is None

    def sign(self) -> int:
        return 0 if self.is_exact_zero() else sign_of(self.leading()[1])

    def _normalised(self, what: str) -> tuple[Scale, Any, Germ]:
        """Scale and coefficient of the leading term, and a germ d that tends to 0, with f = c s (1 + d)."""
        if self.is_exact_zero():
            raise Undefined(f"{what} that is 0 close to the point")
        scale, coefficient = self.leading()
        back = Germ(self.level, {scale.power(fmpq(-1)): divide(ONE, coefficient)})
        rest = Germ(self.level, dict(self.terms[1:]), self.rest)
        return scale, coefficient, rest.multiply(back)

    def series(self, coefficients: list[Any]) -> Germ:
        """A power series at a germ that tends to 0, as far as the coefficients go."""
        result, power = self._lift(coefficients[0]), self._lift(ONE)
        for c in coefficients[1:]:
            power = power.multiply(self)
            result = result.add(power.multiply(c))
        beyond = power.multiply(self).largest
        return Germ(self.level, dict(result.terms), _greater(result.rest, beyond))

    def parts(self) -> tuple[Germ, Any, Germ]:
        """What tends to infinity, a constant, and what tends to 0."""
        if self.rest is not None and self.rest.size() >= 0:
            raise Unknown("a germ that is not known up to what vanishes")
        far = {s: c for s, c in self.terms if s.size() > 0}
        constant = next((c for s, c in self.terms if s == UNIT), ZERO)
        near = {s: c for s, c in self.terms if s.size() < 0}
        return Germ(self.level, far), constant, Germ(self.level, near, self.rest)

    def limit(self) -> Any:
        """What the germ tends to: a number, or an infinity."""
        if self.terms and self.terms[0][0].size() > 0:
            return PLUS if self.sign() > 0 else MINUS
        return self.parts()[1]

    def call(self, name: str, args: tuple, analytic: bool) -> Any:
        if name in ("max", "min"):
            return args[0] if (sign_of(args[0] - args[1]) >= 0) == (name == "max") else args[1]
        if len(args) != 1:
            raise Unknown(f"{name} close to a point")
        if name in _SPECIAL:
            return _SPECIAL[name](self)
        largest = self.largest
        if largest is None or largest.size() <= 0:
            _, constant, small = self.parts()
            return small.series(expansion(name, constant))
        if name in _FAR:
            return _FAR[name](self)
        raise Unknown(f"{name} of what tends to infinity")


def _greater(s: Scale | None, t: Scale | None) -> Scale | None:
    if s is None or t is None:
        return t if s is None else s
    return s if _compared(s, t) >= 0 else t


# ---------------------------------------------------------------------------------------------------------------------
# functions


def _exp(f: Germ) -> Germ:
    """exp of powers of 1/h is a scale, exp of a multiple of log(1/h) a power; others are less than any power."""
    far, constant, small = f.parts()
    scale = UNIT
    for s, c in far.terms:
        if not s.grown and s.b == 0 and isinstance(c, fmpq):
            scale = scale.times(Scale(((s.a, c),)))
        elif s == _SLOW and isinstance(c, fmpq):
            scale = scale.times(Scale(a=-c))
        elif far.sign() < 0 and _compared(far.terms[0][0], _SLOW) > 0:
            return Germ(f.level, {}, Scale(a=fmpq(NEGLIGIBLE)))
        else:
            raise Unknown("an exponential that grows faster than any scale")
    return small.series(expansion("exp", constant)).multiply(Germ(f.level, {scale: ONE}))


def _log(f: Germ) -> Germ:
    if f.sign() < 0:
        raise OutsideDomain("the logarithm of a negative number")
    scale, coefficient, small = f._normalised("the argument of a logarithm")
    if scale.b != 0:
        raise Unknown("the logarithm of a logarithm")
    terms = {Scale(a=p): c for p, c in scale.grown}
    terms |= {_SLOW: -scale.a, UNIT: call("log", (coefficient,))}
    return small.series(expansion("log", ONE)).add(Germ(f.level, terms))


def _sqrt(f: Germ) -> Germ:
    if f.is_exact_zero():
        return f
    if f.sign() < 0:
        raise OutsideDomain("the square root of a negative number")
    scale, coefficient, small = f._normalised("a root")
    root = Germ(f.level, {scale.power(fmpq(1, 2)): call("sqrt", (coefficient,))})
    return small.series(expansion("sqrt", ONE)).multiply(root)


def _floor(f: Germ) -> Germ:
    far, constant, small = f.parts()
    if far.terms:
        return Germ(f.level, dict(far.terms), UNIT)  # up to a bounded rest
    if not isinstance(constant, fmpq):
        raise Unknown("floor of a limit that is not known exactly")
    below = call("floor", (constant,))
    jumps = constant == below and small.sign() < 0
    return f._lift(below - 1 if jumps else below)


def _sigmoid(f: Germ) -> Germ:
    if f.sign() > 0:
        return _exp(-f).add(ONE).reciprocal()
    grown = _exp(f)
    return grown.multiply(grown.add(ONE).reciprocal())


def _softplus(f: Germ) -> Germ:
    """log(1 + exp f), and f + log(1 + exp(-f)) where f tends to infinity."""
    return f.add(_log(_exp(-f).add(ONE))) if f.sign() > 0 else _log(_exp(f).add(ONE))


def _tanh(f: Germ) -> Germ:
    return _sigmoid(f.multiply(fmpq(2))).multiply(fmpq(2)).add(fmpq(-1))


def _arctan(f: Germ) -> Germ:
    """A quarter turn less arctan(1/f)."""
    return (-f.reciprocal()).series(expansion("arctan", ZERO)).add(f.sign() * arb.pi() / 2)


def _erf(f: Germ) -> Germ:
    """1 - erf(f) is less than exp(-f^2), for f that tends to infinity."""
    gap = _exp(-f.multiply(f)).largest
    return Germ(f.level, {UNIT: fmpq(f.sign())}, gap)


def _bounded(f: Germ) -> Germ:
    """sin and cos of what tends to infinity: no more is known than that they are at most 1."""
    return Germ(f.level, {}, UNIT)


def _hyperbolic(odd: int) -> Callable[[Germ], Germ]:
    return lambda f: _exp(f).add(_exp(-f).multiply(fmpq(odd))).multiply(fmpq(1, 2))


_SPECIAL: dict[str, Callable[[Germ], Any]] = {
    "exp": _exp,
    "log": _log,
    "sqrt": _sqrt,
    "floor": _floor,
    "abs": lambda f: f if f.sign() >= 0 else -f,
    "sign": lambda f: fmpq(f.sign()),
}
_FAR: dict[str, Callable[[Germ], Germ]] = {
    "sigmoid": _sigmoid,
    "softplus": _softplus,
    "tanh": _tanh,
    "arctan": _arctan,
    "erf": _erf,
    "erfc": lambda f: (-_erf(f)).add(ONE),
    "sin": _bounded,
    "cos": _bounded,
    "sinh": _hyperbolic(-1),
    "cosh": _hyperbolic(1),
}


# ---------------------------------------------------------------------------------------------------------------------
# limits


def limit(f: Callable[[Any], Any], to: Any, side: str, whole: bool, level: int) -> Any:
    """The limit of f at a number or at infinity.  Raises ``Undefined`` where it differs from side to side.

    Where f is defined on one side alone, as x log x is at 0, the limit is the one from there.
    A sequence (``whole``) has the limit of the function of a real variable that goes through it, where there is one.
    """
    before = _kept.order
    try:
        for _kept.order in ORDERS:
            try:
                return _limit(f, to, side, whole, level)
            except Unknown:
                if _kept.order == ORDERS[-1]:
                    raise
    finally:
        _kept.order = before


def _limit(f: Callable[[Any], Any], to: Any, side: str, whole: bool, level: int) -> Any:
    if whole:
        if not isinstance(to, Infinite):
            raise Unknown("a limit of a sequence at a number")
        try:
            return _of(f(Germ(level, {Scale(a=fmpq(-1)): fmpq(to.sign)})))
        except Undefined as error:
            raise Unknown(f"{error}, between whole numbers") from error
    if isinstance(to, Infinite):
        return _of(f(Germ(level, {Scale(a=fmpq(-1)): fmpq(to.sign)})))
    if not isinstance(ball(to), arb):
        raise Unknown("a limit at what is no number")
    sides, outside = [], []
    for sign in _DIRECTIONS[side]:
        try:
            sides.append(_of(f(Germ(level, {UNIT: to, Scale(a=ONE): sign}))))
        except OutsideDomain as error:
            outside.append(error)
    if not sides:
        raise outside[0]
    return sides[0] if len(sides) == 1 else _alike(*sides)


_DIRECTIONS = {"+": (ONE,), "-": (-ONE,), "": (ONE, -ONE)}


def _of(value: Any) -> Any:
    return value.limit() if isinstance(value, Germ) else value


def _alike(a: Any, b: Any) -> Any:
    """The limit from both sides: where it is one, it lies in both enclosures."""
    if isinstance(a, Infinite) or isinstance(b, Infinite):
        if isinstance(a, Infinite) and isinstance(b, Infinite) and a.sign == b.sign:
            return a
        raise Undefined("the limits from both sides differ")
    if isinstance(a, fmpq) and isinstance(b, fmpq) and a == b:
        return a
    one, other = ball(a), ball(b)
    if not isinstance(one, arb) or not isinstance(other, arb):
        raise Unknown("a limit of what is no real number")
    if not one.overlaps(other):
        raise Undefined("the limits from both sides differ")
    return one.union(other)
