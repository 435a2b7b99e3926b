"""Where a strict order seems to fail at numbers that no world has: x + 2/x > 2 sqrt 2 at the square root of 2.

From worlds in which the sides are near the numbers are moved, step by step, to where they are nearer.  Where nothing
is left between them, and no end that is excluded is near either, the order is not taken for true.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from proofs import language as L

from .numbers import Evaluator
from .pursuit import STARTS, numbers_of, slack
from .stages import Stage
from .world import World

if TYPE_CHECKING:
    from .worlds import Gallery

MOST_WORLDS = 600
DIGITS = 15
ROUGH = 60  # after so many worlds the sides should be near
NEAR = 0.02  # by so much, next to how large they are
NOTHING = 1e-7  # the slack that is none
AWAY = 1e-4  # from an end that is excluded
FAR = 10**4  # where numbers are as good as infinite
LARGEST = 10**9  # of a denominator
SIMPLE = 60  # ... of one that somebody would write


def seems_to_touch(gallery: Gallery, statement: L.Relation, starts: list[Stage]) -> World | None:
    """A world, with simple numbers, next to where the sides of a strict order seem to be equal among the numbers that
    are allowed; None where they seem to be so nowhere."""
    names = numbers_of(gallery.setting, statement)
    if names is None or any(isinstance(n.space, L.Integers) for n in names):
        return None
    rooms = [(room, stage.world) for stage in starts if (room := _room(gallery, stage.world, statement)) is not None]
    for room, world in sorted(rooms, key=lambda pair: pair[0])[:STARTS]:
        if (found := _settled(gallery, world, room, names, statement)) is not None:
            simple: dict[Any, Any] = {name: Fraction(found.values[name]).limit_denominator(SIMPLE) for name in names}
            return replace(found, values={**found.values, **simple})
    return None


def _settled(gallery: Gallery, here: World, room: float, names: list[L.Var], statement: L.Relation) -> World | None:
    """The world in which nothing is left between the sides, reached from one; None where something is."""
    if not all(isinstance(here.values[name], Fraction) for name in names):
        return None
    steps = {name: abs(here.values[name]) / 4 or Fraction(1, 4) for name in names}
    seen = 0
    while max(steps.values()) > Fraction(1, LARGEST) and seen < (MOST_WORLDS if room < NEAR else ROUGH):
        for name in names:
            for step in (steps[name], -steps[name]):
                seen += 1
                value = (here.values[name] + step).limit_denominator(LARGEST)
                there = replace(here, values={**here.values, name: value})
                found = _room(gallery, there, statement)
                if found is not None and found < room:
                    here, room = there, found
                    break
            else:
                steps[name] /= 2
    return here if room < NOTHING and all(_is_inside(gallery, here, name) for name in names) else None


def _room(gallery: Gallery, world: World, statement: L.Relation) -> float | None:
    """The slack of an order in a world; None where a hypothesis does not hold."""
    evaluator = Evaluator(world, DIGITS, effort=0)
    holds = all(evaluator.truth(h) is True for h in gallery.setting.hypotheses)
    return slack(evaluator, statement) if holds else None


def _is_inside(gallery: Gallery, world: World, name: L.Var) -> bool:
    """Whether a number is not near an end that is excluded: there the sides of a true order may meet as well."""
    value, evaluator = world.values[name], Evaluator(world, DIGITS, effort=0)
    strict = [
        h
        for h in gallery.setting.hypotheses
        if isinstance(h, L.Relation) and h.symbol in ("<", ">", "!=") and name in h.free
    ]
    rooms = [slack(evaluator, h) for h in strict]
    ends = [abs(value)] if isinstance(name.space, L.PositiveReals | L.Interval) else []
    if isinstance(name.space, L.Interval):
        bounds = gallery.setting.bound(name)
        ends = [abs(value - end) for end in (bounds.low, bounds.high) if end is not None]
    return (
        abs(value) < FAR
        and all(room is not None and abs(room) > AWAY for room in rooms)
        and all(end > AWAY for end in ends)
    )


__all__ = ["seems_to_touch"]
