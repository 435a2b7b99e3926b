"""Facts about densities in a world: read off tables at every atom, known of the named laws on a line."""

from __future__ import annotations

from itertools import product
from typing import Any

from flint import fmpq

from proofs import language as L

from .laws import Measures
from .linear import Vec
from .machine import Atom, Point, compare, index_values
from .scalars import Unknown, is_zero, sign_of
from .world import Blend


def is_density(m: Measures, p: Any) -> bool | None:
    """Whether a density is nowhere negative and has mass one; None where it cannot be told."""
    found = at_atoms(m, p)
    if found is None:
        return _is_known_law(m, p)
    mass = sum((value * weight for value, weight in found), fmpq(0))
    return all(sign_of(value) >= 0 for value, _ in found) and compare(mass, "=", fmpq(1))


def at_atoms(m: Measures, p: Any) -> list[tuple[Any, fmpq]] | None:
    """The density at every atom that is not null, with the weight; None where the space is no finite set."""
    x = L.Var("·", L.support(p))
    atoms = m.atoms(x.space)
    if atoms is None:
        return None
    table = m.resolve(p)
    if isinstance(table, Vec):
        return [(table[point], weight) for point, weight in atoms if not is_zero(weight)]
    found = []
    with m.scope(x, measured=True) as bind:
        for point, weight in atoms:
            if not is_zero(weight):
                bind(point)
                found.append((m.density(p, x), weight))
    return found


def side_by_side(m: Measures, p: Any, q: Any) -> list[tuple[Any, Any]] | None:
    """Two densities at every atom that is not null; None where they have no atoms in common."""
    first, second = at_atoms(m, p), at_atoms(m, q)
    if first is None or second is None or len(first) != len(second):
        return None
    return [(a, b) for (a, _), (b, _) in zip(first, second, strict=True)]


def are_independent(m: Measures, p: Any, functions: list[Any]) -> bool | None:
    """Whether random variables are independent: each choice of values is as probable as its parts say; None unknown."""
    x = L.Var("·", L.support(p))
    atoms = m.atoms(x.space)
    if atoms is None:
        return None
    heads = [head for f in functions for head in _members(m, f)]
    together: dict[tuple, fmpq] = {}
    with m.scope(x, measured=True) as bind:
        for point, weight in atoms:
            if not is_zero(weight):
                bind(point)
                values = tuple(_exactly(m.value(L.Apply(head, (x,)))) for head in heads)
                together[values] = together.get(values, fmpq(0)) + weight * m.density(p, x)
    alone: list[dict[Any, fmpq]] = [{} for _ in heads]
    for values, mass in together.items():
        for k, value in enumerate(values):
            alone[k][value] = alone[k].get(value, fmpq(0)) + mass
    for values in product(*alone):
        expected = fmpq(1)
        for k, value in enumerate(values):
            expected *= alone[k][value]
        if compare(together.get(values, fmpq(0)), "!=", expected):
            return False
    return True


def _members(m: Measures, f: Any) -> list[Any]:
    if isinstance(f, L.FunctionFamily):
        return [f[i] for i in index_values(m, f.range) or []]
    return [f]


def _exactly(value: Any) -> Any:
    """A value by which outcomes are told apart.  Raises ``Unknown`` for a ball, which may be one or several."""
    if isinstance(value, Vec):
        return tuple(map(_exactly, value))
    if not isinstance(value, Atom | fmpq | Point):
        raise Unknown("a random variable without exact values")
    return value


def _is_known_law(m: Measures, p: Any) -> bool | None:
    """Whether a law on a line is a density: the named ones are, and mixtures of such whose weights are weights."""
    match m.resolve(p):
        case L.Family() | Blend():
            return True
        case L.Mixture(weights, components):
            found = [m.value(w) for w in weights]
            if compare(sum(found[1:], found[0]), "!=", fmpq(1)) or any(sign_of(w) < 0 for w in found):
                return False
            return all(_is_known_law(m, c) for c in components) or None
    return None


def positive_on_the_line(m: Measures, p: Any) -> bool | None:
    match m.resolve(p):
        case L.Family() as law:
            return isinstance(L.support(law), L.Reals | L.Vectors | L.Simplex)
        case L.Mixture(weights, components):
            parts = zip(weights, components, strict=True)
            return any(sign_of(m.value(w)) > 0 and positive_on_the_line(m, c) for w, c in parts) or None
    return None
