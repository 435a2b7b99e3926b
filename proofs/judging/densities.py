"""What stands for an unknown density in a world: a table on finitely many atoms, or a closed law on the line."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

from proofs import language as L

from .draws import Draw
from .setting import FREE, Bounds
from .told_moments import Moments
from .world import Blend, FiniteSpace

TAIL = Fraction(4, 5)  # the deviation of the exponential part of a skewed law of deviation 1 ...
REST = Fraction(3, 5)  # ... and of its normal part: their squares sum to 1
Table = tuple[Fraction, ...]
Joint = dict[tuple[int, ...], Fraction]


def finite_space(draw: Draw, place: int, null: bool, size: int | None = None) -> FiniteSpace:
    """A finite space (of ``size`` live atoms, or any); with ``null`` its last atom has the reference weight 0."""
    weights = draw.weights(size or (2 if null and place else draw.atoms(place)))
    return FiniteSpace((*weights, Fraction(0)) if null else tuple(weights))


def table(draw: Draw, space: FiniteSpace, normalised: bool, zeros: str = "none") -> Table:
    """A density on a finite space, atom by atom; on a null atom it is any number."""
    live = [a for a in space.atoms if space.weights[a] != 0]
    kept = [a for a in live if not _vanishes(zeros, a == live[0])]
    masses = dict(zip(kept, draw.masses(len(kept)) if normalised else [draw.ratio() for _ in kept], strict=True))
    null = draw.ratio()
    return tuple(masses.get(a, Fraction(0)) / w if (w := space.weights[a]) else null for a in space.atoms)


def _vanishes(zeros: str, is_first: bool) -> bool:
    """Where a density is zero: nowhere (``none``), at the first atom (``first``), at all others (``rest``)."""
    return zeros == ("first" if is_first else "rest")


def joint(
    draw: Draw, spaces: Mapping[int, FiniteSpace], normalised: bool, zeros: str = "none", independent: bool = False
) -> Joint:
    """A density on the product of finite spaces, by the product of their reference measures."""
    indices = sorted(spaces)
    cells = list(product(*(spaces[i].atoms for i in indices)))
    weight = {
        c: prod((spaces[i].weights[a] for i, a in zip(indices, c, strict=True)), start=Fraction(1)) for c in cells
    }
    live = [c for c in cells if weight[c] != 0]
    if independent:
        factors = [table(draw, spaces[i], normalised, "none") for i in indices]
        return {c: prod((f[a] for f, a in zip(factors, c, strict=True)), start=Fraction(1)) for c in cells}
    shared = {"row": slice(1), "column": slice(-1, None)}.get(zeros, slice(None))
    first = {c for c in live if c[shared] == live[0][shared]}
    kept = [c for c in live if zeros == "none" or (c in first) == (zeros == "rest")]
    masses = dict(zip(kept, draw.masses(len(kept)) if normalised else [draw.ratio() for _ in kept], strict=True))
    null = draw.ratio()
    return {c: masses.get(c, Fraction(0)) / w if (w := weight[c]) else null for c in cells}


def line_law(draw: Draw, kind: str, place: int = 0) -> L.Law:
    """A closed law on the line: ``normal``, ``narrow``, ``mixture``, ``laplace``; ``uniform`` grows with its place."""
    if kind == "uniform":
        return L.Uniform(-place, 1 + place)
    if kind == "narrow":
        return L.Normal(draw.rational(FREE), draw.ratio() / 32)
    if kind == "shifted":
        return L.Uniform(place, 2 + place)
    if kind == "mixture":
        weight = draw.rational(Bounds(Fraction(0), Fraction(1)))
        return L.Mixture((L.Number(weight), L.Number(1 - weight)), (line_law(draw, "normal"), line_law(draw, "normal")))
    return (L.Laplace if kind == "laplace" else L.Normal)(draw.rational(FREE), draw.ratio())


def law_with(moments: Moments, draw: Draw) -> L.Law:
    """A closed law with the moments that are told, what is left open being drawn: normal in one world, skewed in
    another, with heavy tails in a third, so that what holds of normal laws only fails somewhere.

    Its parameters are terms in the names that the moments have: they follow where the values of these are made simpler.
    """
    mean = L.Number(draw.rational(FREE)) if moments.mean is None else moments.mean
    variance = L.Number(draw.ratio() ** 2) if moments.variance is None else moments.variance
    deviation = L.sqrt(variance)
    match draw.law():
        case "normal":
            return L.Normal(mean, deviation)
        case "laplace":
            return L.Laplace(mean, L.sqrt(variance / 2))
    tail = L.Number(TAIL) * deviation
    return L.ExGaussian(mean - tail, L.Number(REST) * deviation, 1 / tail)


def half_line_law(draw: Draw, kind: str | None = None) -> L.Law:
    """A closed law on the half-line; a ``narrow`` one has a high peak."""
    if kind == "narrow":
        shape = 32 * draw.ratio()
        return L.Gamma(shape + 1, shape / draw.ratio())
    return L.Gamma(draw.ratio() + 1, draw.ratio())


def interval_law(draw: Draw, space: L.Interval) -> L.Law:
    unit = space.low is L.Number(0) and space.high is L.Number(1)
    return L.Beta(draw.ratio() + 1, draw.ratio() + 1) if unit else L.Uniform(space.low, space.high)


def is_positive(law: Any) -> bool:
    """Whether a closed law has a density that vanishes nowhere on its space, as it was drawn for that space."""
    match law:
        case Blend(_, cells):
            return all(any(weight and all(map(is_positive, laws)) for weight, laws in cell) for cell in cells.values())
        case L.Mixture(_, components):
            return any(map(is_positive, components))
        case L.Uniform():
            return False
    return isinstance(law, L.Family)


def is_dominated(q: Any, p: Any) -> bool:
    """Whether a closed law on the line is dominated by another."""
    match q, p:
        case L.Uniform(L.Number(a), L.Number(b)), L.Uniform(L.Number(c), L.Number(d)):
            return c <= a and b <= d
        case L.Uniform(a, b), L.Uniform(c, d):
            return a is c and b is d
    return is_positive(p)
