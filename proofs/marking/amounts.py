"""Corrections that are computed: by how much a side is wrong, as a simple factor of a term or a simple missing summand.

A side is an affine function of each of its terms that stands in sums, products and numerators only.  So one world says
what that term would have to be multiplied by, or what would have to be added beside it; if that is the value of a
simple expression, the expression is proposed.  Other worlds tell whether it is more than chance.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Any

from ..judging.numbers import Evaluator
from ..language import Coord, Expectation, Neg, Number, Plus, Quotient, Term, Times, Var, half, is_scalar, log, pi, sqrt
from ..language import e as euler
from .corrections import Correction
from .slip_places import Place, places
from .sums_and_products import ONE, TWO, cancels, plus, times

_CLOSE = 1e-9
_AFFINE = 24  # places that are computed at in one side
_SOLVED = 12  # other places
_STEPS = 24  # of a search for a value
_FAR = 1e6
_FACTORS = 8  # names or means that are multiplied by each other
Amount = tuple[float, float, Term]  # value, cost, expression


@dataclass(frozen=True)
class Amounts:
    """Simple expressions by their values in a world."""

    factors: list[Amount]
    summands: list[Amount]

    @staticmethod
    def of(evaluator: Evaluator, sides: Sequence[Term], plain: bool) -> Amounts:
        """``plain``: no expression but 2, 1/2 and 1, where there is only one value to go by."""
        if plain:
            return Amounts(_sorted(_signed([(2.0, 0.2, TWO), (0.5, 0.2, half)])), [])
        numbers = [*_numbers()]
        named = [*_of_names(evaluator, sides)]
        return Amounts(
            _sorted(_signed([*numbers, *named])),
            _sorted(_signed([*numbers, *named, *_of_terms(evaluator, sides)])),
        )


def computed(side: Term, gap: float, value: Callable[[Term], float | None], amounts: Amounts) -> Iterator[Correction]:
    """Corrections that add ``gap`` to the side; ``value`` gives a term's value in the world, None where it has none."""
    base = value(side)
    if base is None:
        return
    scalars = [p for p in places(side) if isinstance(p.node, Term) and is_scalar(p.node)]
    for place in [p for p in scalars if p.is_affine][:_AFFINE]:
        if isinstance(place.node, Plus) or place.above is None or _stands_alone(place):
            yield from _added(place, gap, base, value, amounts)
        if place.is_term:
            yield from _multiplied(place, gap, base, value, amounts)

    for place in [p for p in scalars if not (p.is_affine or p.bound or isinstance(p.node, Number))][:_SOLVED]:
        yield from _solved(place, base + gap, base, value, amounts)


def _solved(
    place: Place, target: float, base: float, value: Callable[[Term], float | None], amounts: Amounts
) -> Iterator[Correction]:
    """What a place would have to be in a world for the side to have its value there, found by secants."""
    now = value(place.node)
    wanted = None if now is None else _secants(lambda x: value(place.put(Number(Fraction(x)))), now, base, target)
    if now is None or wanted is None:
        return
    for cost, summand in _near(wanted - now, amounts.summands):
        new = plus(place.node, summand)
        yield Correction(1.7 + cost, place.put(new), "{new} for {old}{where}", place, place.node, new)
    for cost, factor in _near(wanted / now if now else math.inf, amounts.factors):
        yield _scaled(1.6 + cost, place, factor)


def _secants(f: Callable[[float], float | None], x: float, at_x: float, target: float) -> float | None:
    """Where f takes a value, near x; None where the search does not settle."""
    y = x * 1.001 + 1e-4
    for _ in range(_STEPS):
        at_y = f(y)
        if at_y is None or at_y == at_x:
            return None
        if abs(at_y - target) <= 1e-13 * max(1.0, abs(target)):
            return y
        x, y, at_x = y, y + (target - at_y) * (y - x) / (at_y - at_x), at_y
        if not abs(y) < _FAR:
            return None
    return None


def _stands_alone(place: Place) -> bool:
    """Whether a product or a negative factor may be what is left of a sum."""
    factor = isinstance(place.parent, Times) or (isinstance(place.parent, Quotient) and place.at == 0)
    return factor and isinstance(place.node, Times | Neg)


def _added(
    place: Place, gap: float, base: float, value: Callable[[Term], float | None], amounts: Amounts
) -> Iterator[Correction]:
    moved = base + 1 if place.above is None else value(place.put(plus(place.node, ONE)))
    if moved is None or abs(moved - base) < _CLOSE:
        return
    for cost, summand in _near(gap / (moved - base), amounts.summands):
        if summand.free & set(place.bound) or cancels(place.node, summand):
            continue
        new = plus(place.node, summand)
        if place.above is None or isinstance(place.node, Plus):
            outermost = place.above is not None and place.above.above is None
            where = "" if place.above is None else " in the bracket" if outermost else " to {old}"
            yield Correction(1.5 + cost, place.put(new), f"{{new}} added{where}", place, place.node, summand)
        else:
            yield Correction(1.6 + cost, place.put(new), "{new} for {old}{where}", place, place.node, new)


def _multiplied(
    place: Place, gap: float, base: float, value: Callable[[Term], float | None], amounts: Amounts
) -> Iterator[Correction]:
    without = 0.0 if place.above is None else value(place.put(Number(0)))
    if without is None or abs(base - without) < _CLOSE * max(1.0, abs(base)):
        return
    for cost, factor in _near(1 + gap / (base - without), amounts.factors):
        yield _scaled(1.2 + cost, place, factor)


def _scaled(cost: float, place: Place, factor: Term) -> Correction:
    """A factor at the place; where that makes another number of one within the side, the numbers are said."""
    new = -times(factor.arg, place.node) if isinstance(factor, Neg) else times(factor, place.node)
    inner = place.node.arg if isinstance(place.node, Neg) else place.node
    if place.above is not None and isinstance(inner, Number) and isinstance(factor, Number):
        return Correction(cost, place.put(new), "{new} for {old}{where}", place, inner, times(factor, inner))
    return Correction(cost, place.put(new), "a factor {new} {on}", place, place.node, factor)


def _near(wanted: float, amounts: list[Amount]) -> Iterator[tuple[float, Term]]:
    """The expressions with the value wanted."""
    if not math.isfinite(wanted):
        return
    width = _CLOSE * max(1e-6, abs(wanted))
    at = bisect_left(amounts, wanted - width, key=lambda amount: amount[0])
    while at < len(amounts) and amounts[at][0] <= wanted + width:
        yield amounts[at][1], amounts[at][2]
        at += 1


def _sorted(amounts: list[Amount]) -> list[Amount]:
    return sorted((a for a in amounts if math.isfinite(a[0])), key=lambda amount: amount[0])


def _signed(amounts: list[Amount]) -> list[Amount]:
    return [*amounts, *((-value, cost + 0.1, Neg(t)) for value, cost, t in amounts)]


_PLAIN = [Fraction(text) for text in ("1", "2", "3", "4", "6", "1/2", "1/3", "1/4", "1/6", "2/3", "3/2")]


def _numbers() -> Iterator[Amount]:
    """Numbers that get lost."""
    for value in _PLAIN:
        yield float(value), 0.05 if value in (1, 2) else 0.15 if value == Fraction(1, 2) else 0.4, Number(value)
    for t, x in (
        (pi, math.pi),
        (TWO * pi, 2 * math.pi),
        (euler, math.e),
        (log(2), math.log(2)),
        (log(10), math.log(10)),
        (log(pi), math.log(math.pi)),
        (log(TWO * pi), math.log(2 * math.pi)),
        (sqrt(2), math.sqrt(2)),
        (sqrt(pi), math.sqrt(math.pi)),
        (sqrt(TWO * pi), math.sqrt(2 * math.pi)),
    ):
        yield x, 0.5, t
        yield 1 / x, 0.6, ONE / t
        yield x / 2, 0.6, t / 2


def _of_names(evaluator: Evaluator, sides: Sequence[Term]) -> Iterator[Amount]:
    """Simple expressions in one of the numbers that have a name."""
    found: dict[Term, None] = {
        n: None for side in sides for n in side.walk() if isinstance(n, Var | Coord) and is_scalar(n)
    }
    free = frozenset().union(*(side.free for side in sides))
    labels = {n.index for side in sides for n in side.walk() if isinstance(n, Coord)}  # (i - k)^2 measures nothing
    for name in found:
        x = number(evaluator, name) if name.free <= free else None
        if not x:
            continue
        for other in found:
            alike = _may_be_confused(name, other) and other.free <= free and not {name, other} <= labels
            y = number(evaluator, other) if alike else None
            if y:
                yield (x - y) ** 2, 0.8, (name - other) ** 2
                yield x / y, 0.7, name / other
                if x / y > 0:
                    yield math.log(x / y), 0.7, log(name / other)
        for factor, extra in ((1, 0.0), (2, 0.2), (Fraction(1, 2), 0.1)):
            more = 0.5 + extra
            yield x * factor, more - 0.1 * (factor == 1), _led(factor, name)
            yield x * x * factor, more + 0.1, _led(factor, name**2)
            yield factor / x, more, Quotient(Number(factor), name)
            yield factor / x**2, more + 0.1, Quotient(Number(factor), name**2)
            if x > 0:
                yield math.log(x) * float(factor), more, _led(factor, log(name))
                yield math.sqrt(x) * float(factor), more + 0.1, _led(factor, sqrt(name))
            for number_, value in ((TWO, 2.0), (pi, math.pi), (TWO * pi, 2 * math.pi)):
                yield x * math.log(value) * float(factor), more + 0.2, _led(factor, name * log(number_))
            yield (x - 1) * float(factor), more + 0.1, _led(factor, name - 1)
            if factor == 1:
                yield 1 - x, more - 0.05, ONE - name  # the other probability
            yield (x + 1) * float(factor), more + 0.1, _led(factor, name + 1)
            if x not in (0, 1, -1):
                yield 1 / (x - 1) * float(factor), more + 0.2, Quotient(Number(factor), name - 1)
                yield 1 / (x + 1) * float(factor), more + 0.2, Quotient(Number(factor), name + 1)


def _may_be_confused(a: Any, b: Any) -> bool:
    """Whether two numbers have names of one kind."""
    return a is not b and isinstance(a, Var) and isinstance(b, Var) and a.space is b.space


def _of_terms(evaluator: Evaluator, sides: Sequence[Term]) -> Iterator[Amount]:
    """The terms that stand in the sums of either side, and simple multiples of them."""
    found: dict[Term, None] = {}
    for side in sides:
        for place in places(side):
            if place.above is None:
                continue  # what is missing is not all of a side
            node = place.node.arg if isinstance(place.node, Neg) else place.node
            part = place.is_term or isinstance(place.parent, Times | Neg)
            if part and isinstance(node, Term) and is_scalar(node) and node.free.isdisjoint(place.bound):
                found.setdefault(node)
    for node in found:
        x = None if isinstance(node, Number | Var) else number(evaluator, node)
        if x:
            yield x, 0.3, node
            yield x / 2, 0.4, node / 2
            yield x * 2, 0.45, times(TWO, node)
            yield x * x, 0.2 if isinstance(node, Expectation) else 0.45, node**2
        if isinstance(node, Expectation) and (x := number(evaluator, moment := _second(node))):
            yield x, 0.25, moment
    names = frozenset().union(*(side.free for side in sides))
    named = sorted((n for n in names if isinstance(n, Var) and is_scalar(n)), key=lambda n: n.name)
    yield from _of_products(evaluator, [*found, *(n for n in named if n not in found)])


def _second(mean: Expectation) -> Expectation:
    return Expectation(mean.body**2, mean.var, mean.law)


def _of_products(evaluator: Evaluator, terms: Iterable[Term]) -> Iterator[Amount]:
    """Products of two means or of two names, as b c is lost from a d - b c."""
    for kind in (Expectation, Var):
        alike = [t for t in terms if isinstance(t, kind)][:_FACTORS]
        values = [number(evaluator, t) for t in alike]
        for (a, x), (b, y) in combinations(zip(alike, values, strict=True), 2):
            if x is not None and y is not None:
                yield x * y, 0.2 if kind is Expectation else 0.5, Times((a, b))


def _led(factor: Any, t: Term) -> Term:
    return t if factor == 1 else t / 2 if factor == Fraction(1, 2) else Number(factor) * t


def number(evaluator: Evaluator, t: Any) -> float | None:
    """The value of a scalar as a float, of a vector or a matrix one of all its entries; it is checked exactly later.

    None where it has none, or is too large for a float.
    """
    total = 0.0
    for weight, found in enumerate((evaluator.value(t),) if is_scalar(t) else evaluator.parts(t), 1):
        if found.kind != "finite" or found.ball is None or not found.narrow:
            return None
        total += weight * float(found.ball.mid())
    return total if math.isfinite(total) else None


__all__ = ["Amounts", "computed", "number"]
