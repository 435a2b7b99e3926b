"""Pursuit along equations: where an order might fail that is said under x^2 + y^2 = 1, from where it holds.

One number after the other is moved by smaller and smaller steps, and the equations are solved again from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from proofs import language as L

from .findings import examine
from .newton import Effort
from .numbers import Evaluator
from .pursuit import DIGITS, LARGEST, slack
from .stages import Stage
from .underdetermined import open_numbers

if TYPE_CHECKING:
    from .worlds import Gallery

EFFORT = 40  # evaluations of the equations, for one world
MOST_WORLDS = 200  # that are looked at for one statement
STARTS = 3
STEPS = tuple(Fraction(1, 2 * 4**k) for k in range(8))


def pursued_on_curves(gallery: Gallery, statement: L.Relation, starts: list[Stage]) -> Stage | None:
    """A world that refutes an order, reached along the equations that are supposed; None where none is found."""
    names, left = open_numbers(gallery.setting), MOST_WORLDS
    for start in starts[:STARTS] if names else ():
        here, room = start, _room(start, statement)
        for step in STEPS:
            moving = room is not None
            while moving and room is not None:
                moving = False
                for there in _moved(gallery, here, names, step):
                    left -= 1
                    if left < 0:
                        return None
                    found = None if there is None else _room(there, statement)
                    if there is not None and found is not None and found < room:
                        here, room, moving = there, found, True
                        if found <= 0 and examine(there.evaluator, statement).answer == "disagree":
                            return there
                        break
    return None


def _room(stage: Stage, statement: L.Relation) -> float | None:
    return slack(Evaluator(stage.world, DIGITS, effort=0), statement)


def _moved(gallery: Gallery, here: Stage, names: list[L.Var], step: Fraction) -> Iterator[Stage | None]:
    """The worlds on the curve that one number more or less leads to, or none of it; None where there are none."""
    style = replace(here.style, label="sought", generic=False)
    for name in names:
        value = here.world.values[name]
        others = [Fraction(0)]
        if isinstance(value, Fraction):  # else it was solved for
            by = step * (1 + abs(value))
            others = [(value + by).limit_denominator(LARGEST), (value - by).limit_denominator(LARGEST), *others]
        for other in others:
            if other != value and gallery.setting.bound(name).admits(other):
                world = replace(here.world, values={**here.world.values, name: other})
                yield gallery.admitted(world, style, Effort(EFFORT))


__all__ = ["pursued_on_curves"]
