"""Pursuit: where an order between numbers might fail, if it does: from a world in which it holds towards less slack.

A false inequality may hold in nearly all worlds: x^2 > 5 for x > 2, e^x >= 1 + x^2.  Only numbers are moved, towards
and away from the ends of where they may lie and each other; what is found is examined like any other world.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING, Any

from proofs import language as L

from .findings import examine
from .numbers import Evaluator
from .setting import Setting
from .stages import Stage
from .styles import zero_matrices
from .world import World

if TYPE_CHECKING:
    from .worlds import Gallery

MOST_NAMES = 5
MOST_WORLDS = 160  # that are looked at for one statement
STARTS = 2
DIGITS = 8
LARGEST = 10**6  # of a denominator, and of a number
DEAR = (L.Int, L.Expectation, L.Limit, L.Sup, L.Divergence, L.Entropy, L.CrossEntropy, L.JensenShannon, L.Wasserstein)


def pursued(gallery: Gallery, statement: L.Relation, starts: list[Stage]) -> Stage | None:
    """A world that refutes an order, reached from those in which it holds; None where none is found."""
    names = _numbers(gallery.setting)
    if names is None or any(isinstance(node, DEAR) for node in statement.walk()) or _is_endless(statement):
        return None
    left = MOST_WORLDS
    for start in starts[:STARTS]:
        here = Evaluator(start.world, DIGITS, effort=0)
        room = slack(here, statement) if _holds(here, gallery.setting) else None
        moving = room is not None
        while moving and room is not None:
            moving = False
            for name in names:
                for value in _moves(here.world.values, name, gallery.setting):
                    left -= 1
                    if left < 0:
                        return None
                    there = here.moved(replace(here.world, values={**here.world.values, name: value}))
                    found = slack(there, statement)
                    if found is not None and found < room and _holds(there, gallery.setting):
                        here, room, moving = there, found, True
                        if found <= 0 and (stage := _against(gallery, there.world, start, statement)) is not None:
                            return stage
    return None


def at_zero(gallery: Gallery, statement: L.Relation) -> Stage | None:
    """The world with matrices that are zero, if it refutes an order."""
    stages = (gallery.stage(style) for style in zero_matrices(gallery.setting))
    return next((s for s in stages if s is not None and examine(s.evaluator, statement).answer == "disagree"), None)


def _numbers(setting: Setting) -> list[L.Var] | None:
    """The names, where all of them are numbers that may be drawn and moved; None for other settings."""
    names = [n for n in setting.names if isinstance(n, L.Var)]
    plain = all(isinstance(n.space, L.Reals | L.PositiveReals | L.Interval | L.Integers) for n in names)
    if len(names) < len(setting.names) or not plain or setting.definitions or setting.equations or setting.tables:
        return None
    return names if 0 < len(names) <= MOST_NAMES else None


def _is_endless(statement: L.Relation) -> bool:
    return any(isinstance(n, L.Constant) and n.name == "oo" for n in statement.walk())


def _holds(evaluator: Evaluator, setting: Setting) -> bool:
    """Whether all hypotheses do."""
    return all(evaluator.truth(h) is True for h in setting.hypotheses)


def slack(evaluator: Evaluator, statement: L.Relation) -> float | None:
    """By how much an order holds, next to how large its sides are; None where one of them has no finite value."""
    sides = [evaluator.value(side) for side in (statement.left, statement.right)]
    if any(v.kind != "finite" or v.ball is None for v in sides):
        return None
    a, b = (float(v.ball.mid()) for v in sides if v.ball is not None)
    gap = (b - a) / (1 + abs(a) + abs(b))
    if not isfinite(gap):
        return None
    return gap if statement.symbol in ("<", "<=") else -gap


def _moves(values: dict[Any, Any], name: L.Var, setting: Setting) -> Iterator[Any]:
    """Other values of a number: nearer to and farther from the ends of where it may lie, or 0, and nearer to others."""
    value, bounds = values[name], setting.bound(name)
    if isinstance(value, int):
        whole = (value // 2, value * 7 // 8, value - 1, value + 1, 2 * value, 8 * value)
        most = max(64, value)  # further on they are dear
        yield from (n for n in whole if bounds.admits(Fraction(n)) and n <= most and n != value)
        return
    if not isinstance(value, Fraction):
        return
    low, high = bounds.low, bounds.high
    others = [v for other, v in values.items() if other is not name and isinstance(v, Fraction)]
    yield from (_rounded(v + (value - v) / 16) for v in others)
    if low is not None and high is not None:
        if low == high:
            return
        share = (value - low) / (high - low)
        shares = (share / 8, share / 2, 1 - (1 - share) / 8, 1 - (1 - share) / 2)
        yield from (_rounded(low + (high - low) * s) for s in shares)
        return
    end, sign = (low, 1) if low is not None else (high, -1) if high is not None else (Fraction(0), 1)
    far = abs(value - end)
    sizes = [far / 16, far / 2, far * 2, far * 16]
    if any(name in h.free for h in setting.loose):  # where it may lie has further ends, x^2 >= 2
        sizes += [far * 7 / 8, far * 9 / 8, far * 63 / 64, far * 65 / 64]
    found = [end + sign * size for size in sizes]
    if low is None and high is None:
        found += [-value, value + 1, value - 1, *(-v for v in found)]
    yield from (_rounded(v) for v in found if abs(v) <= LARGEST and bounds.admits(v))


def _rounded(value: Fraction) -> Fraction:
    return value.limit_denominator(LARGEST)


def _against(gallery: Gallery, world: World, start: Stage, statement: L.Relation) -> Stage | None:
    stage = gallery.admitted(world, replace(start.style, label="sought", generic=False), gallery.effort)
    if stage is None or examine(stage.evaluator, statement).answer != "disagree":
        return None
    return stage


__all__ = ["STARTS", "at_zero", "pursued", "slack"]
