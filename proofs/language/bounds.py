"""What relations say about linear combinations: the interval a term must lie in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING

from .binders import Sum
from .binding import canonical
from .events import entries_of
from .masks import ANY, NEGATIVE, POSITIVE, ZERO
from .relations import Relation
from .signs import at_least_minus_one, at_most_one, structure
from .terms import Apply, Elementary, Neg, Number, Plus, Quotient, Term, Times

if TYPE_CHECKING:
    from .facts import Facts

Linear = dict[Term, Fraction]


@dataclass(frozen=True)
class Gap:
    """An interval; None is unbounded.  ``open_`` says whether the end itself is left out."""

    low: Fraction | None = None
    low_open: bool = False
    high: Fraction | None = None
    high_open: bool = False

    def meet(self, other: Gap) -> Gap:
        if other is EVERYTHING:
            return self
        if self is EVERYTHING:
            return other
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, 1)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, -1)
        return Gap(low, low_open, high, high_open)

    def plus(self, other: Gap) -> Gap:
        if other is POINT:
            return self
        if self is POINT:
            return other
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Gap(low, self.low_open or other.low_open, high, self.high_open or other.high_open)

    def times(self, c: Fraction) -> Gap:
        if self is EVERYTHING or c == 1:
            return self
        low, high = (None if end is None else end * c for end in (self.low, self.high))
        return Gap(low, self.low_open, high, self.high_open) if c > 0 else Gap(high, self.high_open, low, self.low_open)

    def integral(self) -> Gap:
        """The same for an integer, with closed ends."""
        low = None if self.low is None else floor(self.low) + 1 if self.low_open else ceil(self.low)
        high = None if self.high is None else ceil(self.high) - 1 if self.high_open else floor(self.high)
        return Gap(None if low is None else Fraction(low), False, None if high is None else Fraction(high), False)

    def signs(self) -> int:
        mask = ANY
        if self.low is not None and self.low >= 0:
            mask &= ~NEGATIVE & (~ZERO if self.low > 0 or self.low_open else ANY)
        if self.high is not None and self.high <= 0:
            mask &= ~POSITIVE & (~ZERO if self.high < 0 or self.high_open else ANY)
        return mask & ANY


def _tighter(
    a: Fraction | None, a_open: bool, b: Fraction | None, b_open: bool, side: int
) -> tuple[Fraction | None, bool]:
    if a is None or b is None:
        return (b, b_open) if a is None else (a, a_open)
    if a == b:
        return a, a_open or b_open
    return (a, a_open) if (a - b) * side > 0 else (b, b_open)


EVERYTHING = Gap()
NOTHING = Fraction(0)
POINT = Gap(low=NOTHING, high=NOTHING)  # 0 alone
_GAPS = {
    POSITIVE: Gap(low=NOTHING, low_open=True),
    POSITIVE | ZERO: Gap(low=NOTHING),
    ZERO: POINT,
    NEGATIVE: Gap(high=NOTHING, high_open=True),
    NEGATIVE | ZERO: Gap(high=NOTHING),
}
_EXACT: dict[str, Callable[..., Fraction | int]] = {"abs": abs, "floor": floor, "max": max, "min": min}


@lru_cache(maxsize=50_000)
def linear(t: Term) -> tuple[Linear, Fraction]:
    """t as a combination of other terms, each up to renaming, and a constant."""
    parts: Linear = {}
    constant = _collect(t, Fraction(1), parts)
    return {atom: c for atom, c in parts.items() if c}, constant


def _collect(t: Term, scale: Fraction, parts: Linear) -> Fraction:
    match t:
        case Number(value):
            return scale * value
        case Sum() if entries := entries_of(t):
            return sum((_collect(a, scale, parts) for a in entries), Fraction(0))
        case Neg(arg):
            return _collect(arg, -scale, parts)
        case Plus(args):
            return sum((_collect(a, scale, parts) for a in args), Fraction(0))
        case Quotient(num, Number(d)) if d != 0:
            return _collect(num, scale / d, parts)
        case Apply(Elementary(name), args) if name in _EXACT and not any(linear(a)[0] for a in args):
            return scale * _EXACT[name](*(linear(a)[1] for a in args))
        case Times(args) if any(isinstance(a, Neg) or _number(a) is not None for a in args):
            rest = []
            for a in args:
                if isinstance(a, Neg):
                    scale, a = -scale, a.arg
                number = _number(a)
                if number is None:
                    rest.append(a)
                else:
                    scale *= number
            if not rest:
                return scale
            return _collect(rest[0] if len(rest) == 1 else Times(tuple(rest)), scale, parts)
    atom = canonical(t)
    parts[atom] = parts.get(atom, Fraction(0)) + scale
    return Fraction(0)


def _number(t: Term) -> Fraction | None:
    """The value of a number or a fraction of numbers."""
    match t:
        case Number(value):
            return value
        case Quotient(Number(num), Number(den)) if den != 0:
            return num / den
    return None


Key = frozenset[tuple[Term, Fraction]]


def _normalised(form: Linear) -> tuple[Key, Fraction]:
    """The form divided by a coefficient that depends on the set of atoms only, and that coefficient."""
    scale = form[min(form, key=id)]
    return frozenset(form.items() if scale == 1 else ((atom, c / scale) for atom, c in form.items())), scale


@lru_cache(maxsize=20_000)
def _said(relation: Relation) -> tuple[Key, Fraction, Gap | None] | None:
    """What a relation says of a combination of terms: a value, and the interval it bounds (None: it is left out)."""
    form, constant = linear(Plus((relation.left, Neg(relation.right))))
    if not form:
        return None
    key, scale = _normalised(form)
    at = -constant / scale
    match relation.symbol if scale > 0 else relation.flipped().symbol:
        case "!=":
            return key, at, None
        case "=":
            return key, at, Gap(at, False, at, False)
        case "<" | "<=" as symbol:
            return key, at, Gap(high=at, high_open=symbol == "<")
        case symbol:
            return key, at, Gap(low=at, low_open=symbol == ">")


@dataclass
class Bounds:
    """Intervals, and values left out, for linear combinations of terms."""

    gaps: dict[Key, Gap] = field(default_factory=dict)
    excluded: dict[Key, set[Fraction]] = field(default_factory=dict)

    def add(self, relation: Relation, facts: Facts) -> None:
        said = _said(relation)
        if said is None:
            return
        key, at, gap = said
        if gap is None:
            self.excluded.setdefault(key, set()).add(at)
            return
        if _integral(key, facts):
            gap = gap.integral()
        self.gaps[key] = self.gaps.get(key, EVERYTHING).meet(gap)

    def stated(self, t: Term, facts: Facts) -> int:
        """The signs that the relations about this very combination leave."""
        form, constant = linear(t)
        if not form:
            return _sign_of(constant)
        return self._stated(form).plus(_at(constant)).signs() & self._not_excluded(form, constant)

    def sign(self, t: Term, facts: Facts) -> int:
        """The signs that the relations leave, with what is known of the parts, and of one relation and the rest."""
        form, constant = linear(t)
        if not form:
            return _sign_of(constant)
        gap = self._whole(form, facts)
        for key, known in tuple(self.gaps.items()):
            if len(key) > 1:
                gap = gap.meet(self._through(form, dict(key), known, facts))
        if all(c.denominator == 1 and facts.integer(atom) for atom, c in form.items()):
            gap = gap.integral()
        return gap.plus(_at(constant)).signs() & self._not_excluded(form, constant)

    def _through(self, form: Linear, known: Linear, gap: Gap, facts: Facts) -> Gap:
        """form = c known + rest, with c such that one atom they share drops out."""
        found = EVERYTHING
        for atom in known.keys() & form.keys():
            c = form[atom] / known[atom]
            rest = {a: v for a in form.keys() | known.keys() if (v := form.get(a, 0) - c * known.get(a, 0))}
            found = found.meet(gap.times(c).plus(self._whole(rest, facts)))
        return found

    def _whole(self, form: Linear, facts: Facts) -> Gap:
        total = POINT
        if not form:
            return total
        for atom, c in form.items():
            total = total.plus(self._atom(atom, facts).times(c))
        return total.meet(self._stated(form))

    def _atom(self, atom: Term, facts: Facts) -> Gap:
        gap = self._stated({atom: Fraction(1)}).meet(_GAPS.get(structure(atom, facts), EVERYTHING))
        if at_most_one(atom, facts):
            gap = gap.meet(Gap(high=Fraction(1)))
        if at_least_minus_one(atom):
            gap = gap.meet(Gap(low=Fraction(-1)))
        return gap.integral() if facts.integer(atom) else gap

    def _stated(self, form: Linear) -> Gap:
        key, scale = _normalised(form)
        known = self.gaps.get(key)
        return EVERYTHING if known is None else known.times(scale)

    def _not_excluded(self, form: Linear, constant: Fraction) -> int:
        if not self.excluded:
            return ANY
        key, scale = _normalised(form)
        return ANY & ~ZERO if -constant / scale in self.excluded.get(key, ()) else ANY


def _at(value: Fraction) -> Gap:
    """The interval that is one value."""
    return Gap(value, False, value, False) if value else POINT


def _integral(key: Key, facts: Facts) -> bool:
    return all(c.denominator == 1 and facts.integer(atom) for atom, c in key)


def _sign_of(value: Fraction) -> int:
    return POSITIVE if value > 0 else NEGATIVE if value < 0 else ZERO
