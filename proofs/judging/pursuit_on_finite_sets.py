"""Pursuit on finite sets: the values of random variables, and numbers beside them, moved to where an order of means or
probabilities might fail.

A false bound of a tail may hold in nearly all worlds, P(X >= t) <= E[X]^2 / t^2: it fails where X is 0 or t.  So values
are moved to 0 and to the numbers that the statement compares them with; what is found is examined like any world.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from typing import TYPE_CHECKING

from proofs import language as L

from .findings import examine
from .numbers import Evaluator
from .pursuit import DIGITS, LARGEST, slack
from .stages import Stage
from .world import FiniteSpace, World, key_of

if TYPE_CHECKING:
    from .worlds import Gallery

MOST_WORLDS = 120  # that are looked at for one statement
STARTS = 3
_FACTORS = (Fraction(1, 2), Fraction(4, 5), Fraction(5, 4), Fraction(2))


def pursued_on_finite_sets(gallery: Gallery, statement: L.Relation, starts: list[Stage]) -> Stage | None:
    """A world that refutes an order, reached from those on finite sets in which it holds; None where none is found."""
    setting = gallery.setting
    ends = _ends(gallery)
    means = any(isinstance(node, L.Expectation) for node in statement.walk())
    if not means or not (ends or _compares(statement)) or setting.definitions or setting.tables:
        return None
    left = MOST_WORLDS
    for start in [stage for stage in starts if _is_finite(stage.world)][:STARTS]:
        here = Evaluator(start.world, DIGITS, effort=0)
        room = None if _fails(here, gallery) else slack(here, statement)
        moving = room is not None
        while moving and room is not None:
            moving = False
            for world in _moves(here.world, statement, ends):
                left -= 1
                if left < 0:
                    return None
                there = here.moved(world)
                found = slack(there, statement)
                if found is None or found >= room or _fails(there, gallery):
                    continue
                here, room, moving = there, found, True
                if found <= 0:
                    stage = replace(start, world=world, evaluator=Evaluator(world))
                    if gallery.holds(stage) and examine(stage.evaluator, statement).answer == "disagree":
                        return stage
                break
    return None


def _compares(statement: L.Relation) -> bool:
    """Whether it is about events: of what is smooth in the values of a variable the other worlds say enough."""
    return any(isinstance(node, L.Cases) for node in statement.walk())


def _is_finite(world: World) -> bool:
    tables = [value for name, value in world.values.items() if isinstance(name, L.Function)]
    return (
        bool(tables)
        and all(isinstance(table, dict) for table in tables)
        and all(isinstance(space, FiniteSpace) for space in world.spaces.values())
    )


def _fails(evaluator: Evaluator, gallery: Gallery) -> bool:
    """Whether a hypothesis is known to fail."""
    return any(evaluator.truth(h) is False for h in gallery.setting.hypotheses)


def _ends(gallery: Gallery) -> list[Fraction]:
    """The numbers between which the values of variables lie: there means may be largest."""
    bounds = [bound for name, bound in gallery.setting.bounds.items() if isinstance(name, L.Function)]
    return [end for bound in bounds for end in (bound.low, bound.high) if end is not None]


def _moves(world: World, statement: L.Relation, ends: list[Fraction]) -> Iterator[World]:
    """Worlds beside one: a value of a variable is 0, or an end of where it may lie, or one of the numbers in the
    statement, or in proportion; a number is in proportion."""
    values = world.values
    numbers = [v for v in values.values() if isinstance(v, Fraction)]
    numbers += [n.value for n in statement.walk() if isinstance(n, L.Number)]
    anchors = list(dict.fromkeys([*ends, Fraction(0), *numbers, *(-n for n in numbers)]))
    for name, value in values.items():
        if isinstance(name, L.Function):
            for atom, old in value.items():
                if isinstance(old, Fraction):
                    for new in (*anchors, *(old * factor for factor in _FACTORS)):
                        if new != old and _is_small(new):
                            yield replace(world, values={**values, name: {**value, atom: new}})
        elif isinstance(name, L.Var) and isinstance(value, Fraction):
            for new in (value * factor for factor in _FACTORS):
                if _is_small(new):
                    yield replace(world, values={**values, name: new})
        elif isinstance(name, L.Density) and isinstance(name.space, L.Abstract) and isinstance(value, tuple):
            space = world.spaces[key_of(name.space)]
            shifted = _shifted(value, space.weights) if isinstance(space, FiniteSpace) else ()
            for density in shifted:
                yield replace(world, values={**values, name: density})


def _shifted(density: tuple[Fraction, ...], weights: tuple[Fraction, ...]) -> Iterator[tuple[Fraction, ...]]:
    """Densities with a quarter of the mass of one atom at another."""
    for one, other in permutations(range(len(density)), 2):
        if density[one] and weights[other]:
            found = list(density)
            found[one] = density[one] * 3 / 4
            found[other] += density[one] / 4 * weights[one] / weights[other]
            if all(map(_is_small, found)):
                yield tuple(found)


def _is_small(value: Fraction) -> bool:
    return abs(value) <= LARGEST and value.denominator <= LARGEST


__all__ = ["pursued_on_finite_sets"]
