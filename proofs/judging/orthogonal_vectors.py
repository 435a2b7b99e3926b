"""Vectors of a world that are told to be orthogonal to others, or orthonormal."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from proofs import language as L

from . import functions
from .realising import NoWorld
from .setting import FREE, Bounds, sort_key

if TYPE_CHECKING:
    from .building_points import PointBuilder

Frames = dict[tuple[L.Name, ...], list[list[Fraction]]]  # matrices with orthonormal columns, by the vectors on these


def drawn(builder: PointBuilder, name: L.Var, size: int, bounds: Bounds) -> tuple[Fraction, ...]:
    """A vector that is orthogonal to those that it is told to be: one of length one is a column of a matrix of such
    columns, where all of them are orthogonal to each other; else it is any vector, less what it has along those."""
    setting, draw = builder.setting, builder.draw
    if bounds != FREE:
        raise NoWorld("no worlds for orthogonal vectors within bounds")
    together = {name, *setting.perpendicular[name]}
    alike = all({*setting.perpendicular.get(other, ()), other} == together for other in together)
    if alike and any(setting.about("unit", other) for other in together):
        order = tuple(sorted(together, key=sort_key))
        if len(order) > size:
            raise NoWorld("more orthogonal vectors than their space has room for")
        frame = builder.frames.setdefault(order, functions.orthonormal(draw, size, size))
        scale = Fraction(1) if setting.about("unit", name) else draw.nonzero()
        return tuple(scale * row[order.index(name)] for row in frame)
    before = [builder.values[other] for other in sorted(together - {name}, key=sort_key) if other in builder.values]
    if setting.about("unit", name) or any(_product(v, w) for v, w in combinations(before, 2)):
        raise NoWorld("no worlds for vectors that are orthogonal to such others")
    found = [draw.rational(FREE) for _ in range(size)]
    for other in before:
        along = _product(found, other) / _product(other, other) if any(other) else Fraction(0)
        found = [x - along * y for x, y in zip(found, other, strict=True)]
    return tuple(found)


def _product(v: Sequence[Fraction], w: Sequence[Fraction]) -> Fraction:
    return sum((x * y for x, y in zip(v, w, strict=True)), Fraction(0))
