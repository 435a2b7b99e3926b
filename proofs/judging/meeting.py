"""Where the sides of a strict order meet: at values that no world has, as x = sqrt(2) for x^4 + 4 > 4 x^2.

An order that holds in all worlds may fail at a point between them that is no rational number.  The gap is followed
downhill, in steps that shrink; that it is seen to close at a point within all that is supposed is no proof that the
order fails there, but a reason not to believe it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from proofs import language as L
from proofs.language.linear_forms import constant, values_of_one

from .numbers import Evaluator
from .pursuit import DEAR, slack
from .world import World
from .worlds import Gallery, gallery_of

MOST_NAMES = 3
STARTS = 2
MOST_STEPS = 250  # from one of them
DIGITS = 40
FARTHEST = 1000  # of values that are looked at
SMALLEST = Fraction(1, 10**9)  # of steps
CLOSED = 1e-7  # a gap, next to how large the sides are
_BEYOND = Fraction(1, 10**4)  # how far from the point the gap is seen to have opened, and the ends of a range to be
_OPENS = 1000.0  # how many times as wide it is there
_SMALL = Fraction(1, 100)  # a step, below which the search goes on only where the gap shrinks with it
_REAL = L.Reals | L.PositiveReals | L.Interval

Point = dict[L.Var, Fraction]


@dataclass(frozen=True)
class Meeting:
    """Values close to which the sides of an order meet, and the terms that other names are by the hypotheses."""

    values: Point
    others: dict[L.Name, L.Term]


def met_by(claim: L.Claim, seed: int = 0) -> Meeting | None:
    """Where the sides of a strict order are seen to meet, within its hypotheses; None where they are not seen to."""
    gallery = gallery_of(claim, seed)
    ground = _ground(gallery, claim.statement)
    if ground is None:
        return None
    worlds = gallery.generics[:STARTS]
    starts = [*((True, stage) for stage in worlds[:1]), *((False, stage) for stage in worlds)]
    found = (ground.bottom(stage.world, simple) for simple, stage in starts)
    values = next((point for point in found if point is not None), None)
    return None if values is None else Meeting(values, ground.others)


def is_followed(gallery: Gallery, statement: L.Statement) -> bool:
    """Whether it is looked at where the sides of a statement meet: those of a strict order of few real numbers."""
    return _ground(gallery, statement) is not None


def _ground(gallery: Gallery, statement: L.Statement) -> _Ground | None:
    """What the gap of a strict order is followed on: of few real numbers, that orders, and equations which one of them
    can be told from, restrict."""
    if not isinstance(statement, L.Relation) or statement.symbol not in ("<", ">"):
        return None
    if any(isinstance(node, DEAR) or node is L.oo for node in statement.walk()):
        return None
    names = gallery.setting.names
    if not all(isinstance(n, L.Var) and isinstance(n.space, _REAL | L.Integers) for n in names):
        return None
    others: dict[L.Name, L.Term] = {}
    orders: list[L.Relation] = []
    for h in gallery.setting.hypotheses:
        if not isinstance(h, L.Relation):
            return None
        if h.symbol != "=":
            orders.append(h)
            continue
        solved = next(_solved(L.substitute(h, others)), None)
        if solved is None:
            return None
        known: dict[L.Name, L.Term] = dict([solved])
        others = {n: L.substitute(t, known) for n, t in others.items()} | known
    free = tuple(n for n in names if isinstance(n, L.Var) and isinstance(n.space, _REAL) and n not in others)
    if not 0 < len(free) <= MOST_NAMES:
        return None
    ends = (r for n in names if isinstance(n, L.Var) for r in _ends(n))
    within = tuple(L.substitute(r, others) for r in (*orders, *ends))
    return _Ground(L.substitute(statement, others), within, free, others)


def _solved(equation: L.Relation) -> Iterator[tuple[L.Var, L.Term]]:
    """What an equation says that a real number is: b = pi - a of a + b = pi, b = 1/a of a b = 1."""
    for total, whole in ((equation.left, equation.right), (equation.right, equation.left)):
        parts = list(total.args if isinstance(total, L.Plus) else (total,))
        for place, part in enumerate(parts):
            rest = L.fold(L.Plus, [whole, *(L.Neg(p) for i, p in enumerate(parts) if i != place)], 0)
            if isinstance(part, L.Var) and isinstance(part.space, _REAL) and part not in rest.free:
                yield part, rest
        factors = list(total.args if isinstance(total, L.Times) else ())
        for place, factor in enumerate(factors if constant(whole) else ()):  # else a factor may be zero
            others = L.fold(L.Times, [f for i, f in enumerate(factors) if i != place], 1)
            if isinstance(factor, L.Var) and isinstance(factor.space, _REAL) and factor not in others.free:
                yield factor, whole / others
    yield from ((x, form.term) for x, form in values_of_one(equation) if isinstance(x.space, _REAL))


def _ends(name: L.Var) -> Iterator[L.Relation]:
    """The orders that the space of a number says."""
    match name.space:
        case L.PositiveReals():
            yield name > 0
        case L.Interval(low, high):
            yield from (r for r in (name > low, name < high) if not (r.left is L.oo or r.right in (L.oo, L.Neg(L.oo))))


@dataclass(frozen=True)
class _Ground:
    """The gap between the sides of an order as a function of real numbers, where the hypotheses hold."""

    statement: L.Relation
    within: tuple[L.Relation, ...]
    names: tuple[L.Var, ...]
    others: dict[L.Name, L.Term]

    def bottom(self, world: World, simple: bool) -> Point | None:
        """A point where the gap closes and all around which it is open, downhill from a world, or from where all
        numbers are 1."""
        there = {n: Fraction(1) for n in self.names} if simple else world.values
        here: Point = {n: there[n] for n in self.names if isinstance(there[n], Fraction)}
        gap = self._gap(world, here)
        if len(here) < len(self.names) or gap is None:
            return None
        step = max([Fraction(1), *map(abs, here.values())]) / 3
        for _ in range(MOST_STEPS):
            if step < SMALLEST:
                break
            if step < _SMALL and gap > 10 * step:
                return None
            for there in self._around(here, step):
                found = self._gap(world, there)
                if found is not None and found < gap:
                    here, gap, step = there, found, step * 2
                    break
            else:
                step /= 3
            here = {n: v.limit_denominator(10**15) for n, v in here.items()}
        around = [self._gap(world, there) for there in self._around(here, _BEYOND)]
        opens = [g for g in around if g is not None and g > _OPENS * abs(gap)]
        inside = all(self._evaluator(world, here).truth(_moved_in(r)) is True for r in self.within)
        return here if gap < CLOSED and opens and inside else None

    def _around(self, here: Point, step: Fraction) -> Iterator[Point]:
        for name in self.names:
            for sign in (1, -1):
                value = here[name] + sign * step
                if abs(value) <= FARTHEST:
                    yield {**here, name: value}

    def _evaluator(self, world: World, point: Point) -> Evaluator:
        values: dict[Any, Any] = {**world.values, **point}
        return Evaluator(replace(world, values=values), DIGITS, effort=0)

    def _gap(self, world: World, point: Point) -> float | None:
        """By how much the order holds; None outside of the hypotheses, and where a side has no value."""
        evaluator = self._evaluator(world, point)
        return slack(evaluator, self.statement) if all(evaluator.truth(h) is True for h in self.within) else None


def _moved_in(order: L.Relation) -> L.Relation:
    """A strict order with room to spare: at an end that is not reached the sides of another may come together."""
    match order:
        case L.Relation(left, ">", right) | L.Relation(right, "<", left):
            return left > right + L.Number(_BEYOND)
        case L.Relation(left, "!=", right):
            return (left - right) ** 2 > L.Number(_BEYOND**2)
    return order


__all__ = ["Meeting", "is_followed", "met_by"]
