"""Corrections that are computed: by how much a side is wrong, as a simple factor of a term or a simple missing summand.

A side is an affine function of each of its terms that stands in sums, products and numerators only.  So one world says
what that term would have to be multiplied by, or what would have to be added beside it; if that is the value of a
simple expression, the expression is proposed.  Other worlds tell whether it is more than chance.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator
from fractions import Fraction

from ..language import Neg, Number, Plus, Quotient, Term, Times, is_scalar
from .amounts import Amount, Amounts
from .corrections import Correction
from .slip_places import Place, places
from .sums_and_products import ONE, cancels, plus, times

_CLOSE = 1e-9
_AFFINE = 24  # places that are computed at in one side
_SOLVED = 12  # other places
_STEPS = 24  # of a search for a value
_FAR = 1e6


def computed(
    side: Term, gap: float, value: Callable[[Term], float | None], amounts: Amounts, whole: bool
) -> Iterator[Correction]:
    """Corrections that add ``gap`` to the side; ``value`` gives a term's value in the world, None where it has none.

    ``whole``: to all of the side only, where values are dear.
    """
    base = value(side)
    if base is None:
        return
    found = (Place(side),) if whole else places(side)
    scalars = [p for p in found if isinstance(p.node, Term) and is_scalar(p.node)]
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
        yield Correction(1.7 + cost, place.put(new), "{new} for {old}{where}", place, place.node, new, put=new)
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
            yield Correction(1.5 + cost, place.put(new), f"{{new}} added{where}", place, place.node, summand, put=new)
        else:
            yield Correction(1.6 + cost, place.put(new), "{new} for {old}{where}", place, place.node, new, put=new)


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
        return Correction(cost, place.put(new), "{new} for {old}{where}", place, inner, times(factor, inner), put=new)
    return Correction(cost, place.put(new), "a factor {new} {on}", place, place.node, factor, put=new)


def _near(wanted: float, amounts: list[Amount]) -> Iterator[tuple[float, Term]]:
    """The expressions with the value wanted."""
    if not math.isfinite(wanted):
        return
    width = _CLOSE * max(1e-6, abs(wanted))
    at = bisect_left(amounts, wanted - width, key=lambda amount: amount[0])
    while at < len(amounts) and amounts[at][0] <= wanted + width:
        yield amounts[at][1], amounts[at][2]
        at += 1


__all__ = ["computed"]
