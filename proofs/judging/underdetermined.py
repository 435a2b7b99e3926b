"""Equations between numbers that leave some of them open, as x^2 + y^2 = 1: a curve or a surface of worlds."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from proofs import language as L

from .setting import Setting
from .world import World

MOST_NAMES = 5
SMALL = Fraction(3, 5)  # to what numbers are made smaller that leave the others no value


def open_numbers(setting: Setting) -> list[L.Var]:
    """The names, where all are numbers and equations between them leave some of them open; none for other settings."""
    names = [n for n in setting.names if isinstance(n, L.Var) and isinstance(n.space, L.Reals | L.PositiveReals)]
    plain = len(names) == len(setting.names) and not setting.definitions and not setting.tables
    plain = plain and all(isinstance(e, L.Relation) for e in setting.equations)
    return names if plain and 0 < len(setting.equations) < len(names) <= MOST_NAMES else []


def smaller(setting: Setting, world: World) -> World | None:
    """The world with small numbers, where equations leave some of them open and the others no value, as x = 2 does the
    y of x^2 + y^2 = 1; else None."""
    values = {n: world.values[n] for n in open_numbers(setting)}
    exact = {n: value for n, value in values.items() if isinstance(value, Fraction)}
    if not values or len(exact) < len(values) or max(map(abs, exact.values())) <= SMALL:
        return None
    scale = SMALL / max(map(abs, exact.values()))
    return replace(world, values={**world.values, **{n: v * scale for n, v in exact.items()}})


__all__ = ["open_numbers", "smaller"]
