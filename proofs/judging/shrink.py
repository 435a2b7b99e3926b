"""Counterexamples that a person can redo by hand: the simplest world within the hypotheses in which a claim fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

from proofs import language as L

from .draws import SimpleDraw
from .findings import examine
from .styles import Style
from .world import Blend, FiniteSpace, Several, World
from .worlds import Gallery, Stage, simple_stages

TRIES = 40
UNREADABLE = 50  # what a ball counts as


def simplest(gallery: Gallery, statement: L.Statement, against: list[Stage]) -> Stage:
    """The simplest of the given worlds, of simple ones, and of what is left when their values are made simpler."""
    styles = dict.fromkeys((Style(), replace(against[0].style, generic=False, label="", number=0, prescribed=())))
    tried = (stage for style in styles for stage in simple_stages(gallery, style, TRIES))
    simple = [stage for stage in tried if _fails(stage, statement)]
    best = min((*simple, *against), key=lambda stage: complexity(stage.world))
    shrinking = True
    while shrinking:
        shrinking = False
        for world in _simpler(best.world):
            stage = gallery.admitted(replace(world, label="simple"), best.style)
            if stage is not None and complexity(stage.world) < complexity(best.world) and _fails(stage, statement):
                best, shrinking = stage, True
                break
    return best


def _fails(stage: Stage, statement: L.Statement) -> bool:
    return examine(stage.evaluator, statement).answer == "disagree"


def _simpler(world: World) -> Iterator[World]:
    """The same world with one scalar, or one entry of a vector or a matrix, made simpler."""
    for name, value in world.values.items():
        if not isinstance(name, L.Var) or L.is_index_space(name.space):
            continue
        if isinstance(value, Fraction):
            for other in SimpleDraw.VALUES:
                if _weight(other) < _weight(value):
                    yield replace(world, values={**world.values, name: other})
        elif isinstance(name.space, L.Vectors) and isinstance(value, tuple):
            for row in _simpler_rows(value):
                yield replace(world, values={**world.values, name: row})
        elif isinstance(name.space, L.Matrices) and isinstance(value, tuple):
            for k, entries in enumerate(value):
                for row in _simpler_rows(entries):
                    yield replace(world, values={**world.values, name: (*value[:k], row, *value[k + 1 :])})


def _simpler_rows(row: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    for k, entry in enumerate(row):
        for other in SimpleDraw.VALUES:
            if isinstance(entry, Fraction) and _weight(other) < _weight(entry):
                yield (*row[:k], other, *row[k + 1 :])


def complexity(world: World) -> int:
    """How much there is to write down: the sizes of all numbers."""
    spaces = (s.weights if isinstance(s, FiniteSpace) else (Fraction(UNREADABLE),) for s in world.spaces.values())
    return _size(list(world.values.values())) + _size(list(spaces))


def _size(value: Any) -> int:
    match value:
        case Fraction() | int():
            return _weight(Fraction(value))
        case tuple() | list():
            return sum(map(_size, value))
        case dict():
            return sum(map(_size, value.values()))
        case Blend(_, cells) | Several(_, cells):
            return _size(list(cells.values()))
        case L.Node():
            return sum(_weight(n.value) if isinstance(n, L.Number) else 2 for n in value.walk())
    return UNREADABLE


def _weight(x: Fraction) -> int:
    """0 and 1 are simplest, then small integers; a minus sign and a denominator cost."""
    return 1 + abs(x.numerator) * 2 + (x.denominator - 1) * 3 + (x < 0)
