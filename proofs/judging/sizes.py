"""Sizes that relations tie together, n > p + q: values for them all that meet these, the smallest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product

from proofs import language as L

from .numbers import Evaluator
from .setting import Setting
from .world import World

REACH = 7  # how many values of each are tried
MOST = 4  # so many may be tied


def tied(setting: Setting, taken: Iterable[L.Name]) -> tuple[tuple[L.Name, ...], tuple[L.Relation, ...]]:
    """The integers of no value yet that relations tie to a size, and these relations."""
    known, sizes = frozenset(taken), setting.sizes
    whole = frozenset(n for n in setting.names if isinstance(n, L.Var) and isinstance(n.space, L.Integers))
    found = [r for r in setting.loose if r.free <= whole and r.free & sizes and not r.free <= known]
    names = frozenset().union(*(r.free for r in found)) - known
    names = frozenset(n for n in names if n not in setting.definitions)
    kept = tuple(r for r in found if r.free <= names | known)
    if not kept or len(names) > MOST:
        return (), ()
    return tuple(sorted(names, key=lambda n: str(n.fields[0]))), kept


def joint_values(
    setting: Setting,
    names: tuple[L.Name, ...],
    relations: tuple[L.Relation, ...],
    world: World,
    least: int,
    apart: bool = False,
) -> Iterator[tuple[int, ...]]:
    """Values of the sizes that meet the relations, in the order of their sum.

    Where they are to lie ``apart``, those in which places have different values come first: x_i / x_j is 1 where i = j.
    """
    ranges = [_from(setting, name, least if name in setting.sizes else 1) for name in names]
    places = [k for k, name in enumerate(names) if name not in setting.sizes]

    def order(values: tuple[int, ...]) -> tuple[int, int, tuple[int, ...]]:
        alike = len(places) - len({values[k] for k in places}) if apart else 0
        return alike, sum(values), values

    for values in sorted(product(*ranges), key=order):
        here = World({**world.values, **dict(zip(names, values, strict=True))}, world.spaces)
        if all(Evaluator(here).truth(r) is True for r in relations):
            yield values


def _from(setting: Setting, name: L.Name, least: int) -> list[int]:
    bounds = setting.bound(name)
    low = least if bounds.low is None else max(least, int(-(-bounds.low // 1)))
    return [n for n in range(low, low + REACH + 1) if bounds.admits(Fraction(n))][:REACH]
