"""What stands in a world for a function that is said to be convex, increasing, even, ...: sums of a few known shapes.

Each of these shapes is kept by sums, by positive factors, and (but for odd functions) by constants that are added, so a
sum of functions that all have the wanted shapes has them too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from proofs import language as L

from .draws import Draw
from .setting import FREE, Bounds


@dataclass(frozen=True)
class Curve:
    """A function on the line with shapes of its graph.

    ``slope`` bounds how steep it is; ``low`` and ``high`` say whether it is nowhere less, or more, than 0.
    """

    at: Callable[[Any], L.Term]
    shapes: frozenset[str]
    kinked: bool = False
    slope: int | None = None
    low: bool = False
    high: bool = False

    def fits(self, wanted: frozenset[str], smooth: bool, steep: bool, bounds: Bounds) -> bool:
        inside = (self.low or bounds.low is None) and (self.high or bounds.high is None)
        return wanted <= self.shapes and not (smooth and self.kinked) and (steep or self.slope is not None) and inside


def _curve(at: Callable[[Any], L.Term], shapes: str, **more: Any) -> Curve:
    """A curve of which, as ``convex!`` says, some shapes are strict."""
    said = shapes.split()
    strict = {f"strictly_{shape[:-1]}" for shape in said if shape.endswith("!")}
    return Curve(at, frozenset({shape.rstrip("!") for shape in said} | strict), **more)


_ZERO = L.Number(0)
_CURVES = (  # those that bend come first: they tell the most apart
    _curve(lambda u: u**2, "convex! even", low=True),
    _curve(lambda u: -(u**2), "concave! even", high=True),
    _curve(L.exp, "convex! increasing!", low=True),
    _curve(lambda u: L.exp(-u), "convex! decreasing!", low=True),
    _curve(lambda u: -L.exp(-u), "concave! increasing!", high=True),
    _curve(lambda u: -L.exp(u), "concave! decreasing!", high=True),
    _curve(lambda u: u**3, "increasing! odd"),
    _curve(lambda u: -(u**3), "decreasing! odd"),
    _curve(L.arctan, "increasing! odd", slope=1),
    _curve(lambda u: -L.arctan(u), "decreasing! odd", slope=1),
    _curve(L.sin, "odd", slope=1),
    _curve(lambda u: u**4, "convex! even", low=True),
    _curve(lambda u: -(u**4), "concave! even", high=True),
    _curve(L.softplus, "convex! increasing!", slope=1, low=True),
    _curve(lambda u: L.softplus(-u), "convex! decreasing!", slope=1, low=True),
    _curve(lambda u: -L.softplus(-u), "concave! increasing!", slope=1, high=True),
    _curve(lambda u: -L.softplus(u), "concave! decreasing!", slope=1, high=True),
    _curve(abs, "convex even", kinked=True, slope=1, low=True),
    _curve(lambda u: -abs(u), "concave even", kinked=True, slope=1, high=True),
    _curve(lambda u: L.maximum(u, _ZERO), "convex increasing", kinked=True, slope=1, low=True),
    _curve(lambda u: L.maximum(-u, _ZERO), "convex decreasing", kinked=True, slope=1, low=True),
    _curve(lambda u: L.minimum(u, _ZERO), "concave increasing", kinked=True, slope=1, high=True),
    _curve(lambda u: L.minimum(-u, _ZERO), "concave decreasing", kinked=True, slope=1, high=True),
    _curve(L.cos, "even", slope=1),
)
_KEPT_BY_CONSTANTS = {"convex", "concave", "increasing", "decreasing", "even"}
_LINES = (
    _curve(lambda u: u, "convex concave increasing! odd", slope=1),
    _curve(lambda u: -u, "convex concave decreasing! odd", slope=1),
)


def function_of_shape(
    draw: Draw,
    space: L.Space,
    wanted: frozenset[str],
    smooth: bool = False,
    constant: Fraction | None = None,
    bounds: Bounds = FREE,
) -> L.Lambda | None:
    """A function on R or R^m with all the wanted shapes; None where none is known.

    A ``constant`` is one that it is Lipschitz with; its values are within the bounds.
    """
    if bounds.low is not None and bounds.high is not None:
        return None
    x, directions = _directions(draw, space)
    if len(directions) > 1 and wanted & {"increasing", "decreasing"}:
        return None
    bent = [curve for curve in _CURVES if curve.fits(wanted, smooth, constant is None, bounds)]
    lines = [curve for curve in _LINES if curve.fits(wanted, smooth, True, bounds)]
    straight = lines and (not bent or draw.number % 4 == 3)  # a line is convex and concave: what is strict fails there
    curves = lines if straight else bent
    if wanted <= _KEPT_BY_CONSTANTS and (not curves or draw.number % 8 == 7):
        return L.Lambda(L.Number(_level(draw, bounds)), x)
    if not curves:
        return None
    chosen = [(curves[(draw.number + k) % len(curves)], t) for k, t in enumerate(directions)]
    moved = not wanted & {"even", "odd"}
    shares = [abs(draw.nonzero()) for _ in chosen]
    if constant == 0 and any(shape.startswith("strictly_") for shape in wanted):
        return None
    if constant is not None:  # each direction is as long as it has coordinates, at most
        steep = Fraction(0)
        for share, (curve, t) in zip(shares, chosen, strict=True):
            steep += share * (curve.slope or 0) * _length(t)
        shares = [share * constant / steep for share in shares]
    parts = [
        _scaled(share, curve.at(_moved(t, draw.coefficient()) if moved and not straight else t))
        for share, (curve, t) in zip(shares, chosen, strict=True)
    ]
    if lines and not straight and constant is None:
        parts.append(_scaled(abs(draw.nonzero()), lines[draw.random.randrange(len(lines))].at(directions[0])))
    level = Fraction(0) if "odd" in wanted else _level(draw, bounds)
    return L.Lambda(L.fold(L.Plus, [*parts, *([L.Number(level)] if level else [])], 0), x)


def _directions(draw: Draw, space: L.Space) -> tuple[L.Var, list[L.Term]]:
    """The argument; itself on the line, else its coordinates and what mixes each with the next."""
    x = L.Var("u", space)
    if not isinstance(space, L.Vectors):
        return x, [x]
    coordinates = [x[i] for i in range(1, int(space.dimension.value) + 1)]
    return x, [*coordinates, *(a + L.Number(draw.sign()) * b for a, b in pairwise(coordinates))]


def _length(direction: Any) -> int:
    return len(direction.args) if isinstance(direction, L.Plus) else 1


def _level(draw: Draw, bounds: Bounds) -> Fraction:
    """A constant that keeps what is nowhere less, or more, than 0 within the bounds."""
    if bounds.low is not None:
        return bounds.low + abs(draw.nonzero())
    if bounds.high is not None:
        return bounds.high - abs(draw.nonzero())
    return draw.coefficient()


def _moved(t: L.Term, by: Fraction) -> L.Term:
    return t - L.Number(by) if by > 0 else t + L.Number(-by) if by else t


def _scaled(by: Fraction, t: L.Term) -> L.Term:
    return t if by == 1 else L.Times((L.Number(by), t))


__all__ = ["function_of_shape"]
