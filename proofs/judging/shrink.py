"""Counterexamples that a person can redo by hand: the simplest world within the hypotheses in which a claim fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import Any

from proofs import language as L

from .draws import SIMPLE
from .findings import examine
from .newton import Effort
from .roots import unknowns
from .setting import FREE, Setting
from .slips import places
from .stages import Stage
from .styles import Style
from .world import Blend, FiniteSpace, Several, World
from .worlds import EFFORT, Gallery, simple_worlds

TRIES = 40
SHRINKS = 200  # worlds that are looked at to make one simpler
SOLVED = 12  # of either, where equations must be solved in each
UNREADABLE = 50  # what a ball counts as
NEARBY = (2, 4, 10, 20, 100)  # denominators of fractions that are tried for a number
ELABORATE = 12  # what a sine counts as, or a law that is not normal


def simplest(gallery: Gallery, statement: L.Statement, against: list[Stage]) -> Stage:
    """The simplest of the given worlds, of simple ones, and of what is left when their values are made simpler."""
    best = min(against, key=lambda stage: complexity(stage.world))
    least = complexity(best.world)
    solving, effort = bool(gallery.setting.equations), Effort(EFFORT)
    tries, left = (SOLVED, SOLVED) if solving else (TRIES, SHRINKS)
    for style in dict.fromkeys((Style(), replace(against[0].style, generic=False, label="", number=0, prescribed=()))):
        for found, world in _simple(gallery, style, tries):
            stage = None if found >= least else gallery.admitted(world, style, effort)
            if stage is not None and complexity(stage.world) < least and _fails(stage, statement):
                best, least = stage, complexity(stage.world)
                if not solving:
                    break  # those that follow are no simpler
    shrinking = True
    while shrinking:
        shrinking = False
        fixed = unknowns(gallery.setting, best.solved, best.world) if best.solved else set()
        for world in _simpler(best.world, gallery.setting, fixed):
            if complexity(world) >= least:
                continue
            left -= 1
            if left < 0:
                break
            stage = gallery.admitted(replace(world, label="simple"), best.style, effort)
            if stage is not None and complexity(stage.world) < least and _fails(stage, statement):
                best, least, shrinking = stage, complexity(stage.world), True
                break
    return best


@lru_cache(maxsize=32)
def _simple(gallery: Gallery, style: Style, count: int) -> list[tuple[int, World]]:
    """Simple worlds with their complexity, the simplest first; all that fails in one setting is tried in them."""
    found = [(complexity(world), world) for world in simple_worlds(gallery, style, count)]
    return sorted(found, key=lambda pair: pair[0])


def _fails(stage: Stage, statement: L.Statement) -> bool:
    return examine(stage.evaluator, statement).answer == "disagree"


def _simpler(world: World, setting: Setting, fixed: set[L.Name]) -> Iterator[World]:
    """The same world with one scalar, one entry of a vector or a matrix, or one number in a term made simpler.

    What is ``fixed`` was solved for, and what is defined follows from the rest, as a law with told moments does.  A
    function of which more is known than that it is smooth stays as it was built, and so do the numbers that say how
    steep it may be, or how large.
    """
    limits = {name for constant in setting.steepness.values() for name in constant.free}
    limits |= {name for said in setting.limits.values() for _, limit in said for name in limit.free}
    still = {*fixed, *limits, *setting.follows, *setting.moments}
    for name, value in world.values.items():
        if name in still:
            continue
        if isinstance(value, L.Law):
            for law in _simpler_terms(value):
                yield replace(world, values={**world.values, name: law})
        elif isinstance(value, L.Lambda) and isinstance(name, L.Function) and _is_any(name, setting):
            for body in _simpler_terms(value.body):
                yield replace(world, values={**world.values, name: L.Lambda(body, value.var)})
        elif isinstance(value, Several) and isinstance(name, L.Function) and _is_any(name, setting):
            for cells in _simpler_cells(value):
                yield replace(world, values={**world.values, name: Several(value.lines, cells)})
        if isinstance(value, int) and _is_count(name, setting):
            for count in range(1, value):
                if setting.bound(name).admits(Fraction(count)):
                    yield replace(world, values={**world.values, name: count})
        if not isinstance(name, L.Var) or L.is_index_space(name.space):
            continue
        if isinstance(value, Fraction):
            for other in (*SIMPLE, *_nearby(value)):
                if _weight(other) < _weight(value):
                    yield replace(world, values={**world.values, name: other})
        elif isinstance(name.space, L.Vectors) and isinstance(value, tuple):
            for row in _simpler_rows(value):
                yield replace(world, values={**world.values, name: row})
        elif isinstance(name.space, L.Matrices) and isinstance(value, tuple):
            for k, entries in enumerate(value):
                for row in _simpler_rows(entries):
                    yield replace(world, values={**world.values, name: (*value[:k], row, *value[k + 1 :])})


def _is_count(name: Any, setting: Setting) -> bool:
    """Whether a name is an integer on which the space of no other name depends: how many terms a sum has."""
    return isinstance(name, L.Var) and isinstance(name.space, L.Integers) and name not in setting.sizes


def _simpler_cells(value: Several) -> Iterator[dict[Any, Any]]:
    """The table of a function of several arguments with one of its formulas made simpler."""
    for cell, formula in value.cells.items():
        if isinstance(formula, L.Lambda):
            for body in _simpler_terms(formula.body):
                yield {**value.cells, cell: L.Lambda(body, formula.var)}


def _nearby(value: Fraction) -> tuple[Fraction, ...]:
    """Fractions close to a number, the simplest first: on either side of it, and it rounded."""
    return tuple(Fraction(n, d) for d in NEARBY for n in (floor(value * d), ceil(value * d)))


def _is_any(f: L.Function, setting: Setting) -> bool:
    """Whether nothing is known of a function from R or R^m to R but that it has derivatives."""
    said = {predicate for predicate, names in setting.facts.items() if f in names}
    free = said <= {"differentiable", "polynomial", "tempered"} and setting.bound(f) == FREE
    free = free and f not in setting.steepness and f not in setting.limits
    return free and isinstance(f.codomain, L.Reals)


def _simpler_terms(t: Any) -> Iterator[Any]:
    """The term without one summand, or with one number made simpler."""
    for place in places(t):
        node = place.node
        if isinstance(node, L.Plus):
            for k in range(len(node.args)):
                yield place.put(L.fold(L.Plus, [*node.args[:k], *node.args[k + 1 :]], 0))
        if isinstance(node, L.Number):
            for other in (Fraction(0), Fraction(1), Fraction(2)):
                if _weight(other) < _weight(node.value):
                    yield place.put(L.Number(other))


def _simpler_rows(row: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    for k, entry in enumerate(row):
        for other in SIMPLE:
            if isinstance(entry, Fraction) and _weight(other) < _weight(entry):
                yield (*row[:k], other, *row[k + 1 :])


def complexity(world: World) -> int:
    """How much there is to write down: the sizes of all numbers."""
    spaces = (s.weights if isinstance(s, FiniteSpace) else (Fraction(UNREADABLE),) for s in world.spaces.values())
    return _size(list(world.values.values())) + _size(list(spaces))


def _size(value: Any) -> int:
    match value:
        case tuple() | list():
            return sum(map(_size, value))
        case dict():
            return sum(map(_size, value.values()))
        case L.Node():
            return _size_of_node(value)
        case Fraction() | int():
            return _weight(value)
        case Blend(_, cells) | Several(_, cells):
            return _size(list(cells.values()))
    return UNREADABLE


@lru_cache(maxsize=5_000)
def _size_of_node(n: L.Node) -> int:
    return _weight_of_node(n) + sum(map(_size_of_node, n.children()))


def _weight_of_node(n: L.Node) -> int:
    if isinstance(n, L.Number):
        return _weight(n.value)
    return ELABORATE if isinstance(n, L.Elementary | L.Mixture | L.Laplace) else 2


def _weight(x: Fraction | int) -> int:
    """0 and 1 are simplest, then small integers; a minus sign and a denominator cost."""
    return 1 + abs(x.numerator) * 2 + (x.denominator - 1) * 3 + (x.numerator < 0)
