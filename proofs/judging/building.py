"""Building one world: a value for each free name, in the order in which they rest on each other."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from itertools import islice
from typing import Any

from proofs import language as L

from . import densities
from .building_functions import FunctionBuilder
from .draws import Draw
from .numbers import Evaluator
from .realising import NoWorld
from .setting import Setting
from .sizes import joint_values, tied
from .styles import Style
from .world import FiniteSpace, World, key_of

TRIES = 30


class Builder(FunctionBuilder):
    """Draws the values of one world.  Raises ``NoWorld``."""

    def __init__(self, setting: Setting, style: Style, draw: Draw, start: World | None = None) -> None:
        super().__init__(setting, style, draw)
        if start is not None:  # what it says stands: the hypotheses hold there
            self.values.update(start.values)
            self.spaces.update(start.spaces)
        self._first: dict[int, L.Name] = {}  # of each kind
        for name in setting.names:
            if name in self.values:
                self._first.setdefault(setting.kind(name), name)

    def build(self) -> World:
        self._tie_sizes()
        self._share_totals()
        waiting = sorted(self.setting.names, key=_rank)
        waiting = [n for n in waiting if n not in self.values and not self._realised(n)]
        while waiting:
            name = next((n for n in waiting if self._ready(n)), None)
            if name is None:
                raise NoWorld("names that are defined by each other")
            waiting.remove(name)
            self._assign(name)
        return World(self.values, self.spaces, self.style.label)

    def _tie_sizes(self) -> None:
        """Draw the sizes that relations tie together: one by one they would hardly fit."""
        names, relations = tied(self.setting, self.values)
        world, least = World(self.values, self.spaces), 1 if self.style.least else 2
        values = joint_values(self.setting, names, relations, world, least, self.tells_apart) if names else iter(())
        found = list(islice(values, 3))
        if found:
            self.values.update(zip(names, found[self.draw.number % len(found)], strict=True))

    def _share_totals(self) -> None:
        """Draw the numbers, none of them negative, that sum to a positive one: solved for, one mostly would be."""
        for names, total in self.setting.totals():
            if self.values.keys().isdisjoint(names) and dict(self.style.prescribed).keys().isdisjoint(names):
                parts = [Fraction(1) if self.style.same else self.draw.ratio() for _ in names]
                self.values.update((name, total * part / sum(parts)) for name, part in zip(names, parts, strict=True))

    def _ready(self, name: L.Name) -> bool:
        needs = self.setting.definitions[name].free if name in self.setting.definitions else name.free - {name}
        if name in self.setting.moments:
            needs |= self.setting.moments[name].names | {self.setting.moments[name].law} - {name}
        needs |= {n for _, limit in self.setting.limits.get(name, ()) for n in limit.free}
        needs |= {n for h in self.setting.tables.get(name, ()) for n in h.free} - {name}
        needs |= self.setting.ordered[name].needs if name in self.setting.ordered else set()
        return all(n in self.values or self._realised(n) for n in needs)

    def _realised(self, name: L.Name) -> bool:
        return isinstance(name, L.Abstract) and key_of(name) in self.spaces

    def _assign(self, name: L.Name) -> None:
        if isinstance(name, L.Abstract):
            self.unnamed(name)
            return
        if name in self.setting.definitions:
            defined = self.setting.definitions[name]
            self.values[name] = self._closed(defined) if isinstance(defined, L.Lambda) else self.plain(defined)
            return
        if name in self.setting.ordered:
            self.values[name] = self.setting.ordered[name].built(self.so_far, self._value(name))
            if self.values[name] is None:
                raise NoWorld(f"no {name.name} that is ordered as is told")
            return
        kind, setting = self.setting.kind(name), self.setting
        known = (setting.apart, setting.inverses, setting.moments, setting.perpendicular)
        alone = any(name in each for each in known)
        if self.style.same and kind in self._first and not alone:
            self.values[name] = self._copied(name, self.values[self._first[kind]])
            return
        self._first.setdefault(kind, name)
        nearby = [r for r in self.setting.loose if name in r.free and r.free <= self.values.keys() | {name}]
        tried: list[Any] = []
        for _ in range(TRIES):
            value = self.values[name] = self._value(name)
            if value in tried:
                continue
            here = Evaluator(self.so_far) if nearby else None
            if here is None or all(here.truth(r) is not False for r in nearby):
                return
            tried.append(value)
        raise NoWorld(f"no value of {name.name} meets the hypotheses")

    def _copied(self, name: L.Name, value: Any) -> Any:
        """The value of another name of this kind; of a density another one on null atoms."""
        if self.style.null and isinstance(name, L.Density) and isinstance(value, tuple):
            space = self.spaces[key_of(name.space)]
            if isinstance(space, FiniteSpace):
                return tuple(v if w else v + 1 for v, w in zip(value, space.weights, strict=True))
        return value

    def _closed(self, f: L.Lambda) -> L.Lambda:
        """The function with the values of the world so far for its names."""
        values = {name: self.values[name] for name in f.free}
        if not all(isinstance(value, Fraction | int | L.Lambda) for value in values.values()):
            raise NoWorld("a function that is defined through others than numbers and functions on the line")
        terms = {n: v if isinstance(v, L.Lambda) else L.Number(v) for n, v in values.items()}
        return L.substitute(f, terms)

    def _value(self, name: Any) -> Any:
        bounds = self.setting.bound(name)
        match name:
            case L.Var(_, space):
                return self.point(name, space, bounds)
            case L.Density(_, space):
                return self._density(name, space)
            case L.DensityFamily(_, L.Product(product, range_)):
                given = self.setting.about("density", name)
                zeros = dict(self.style.zeros).get(name, "none")
                return {
                    i: densities.table(self.draw, self.slot(product, i), given, zeros) for i in self.indices(range_)
                }
            case L.Function(_, domain, codomain):
                return self.through(name, self.function(name, domain, codomain, name))
            case L.FunctionFamily(_, range_, domain, codomain):
                return {i: self.function(name, (domain,), codomain, (name, i)) for i in self.indices(range_)}
        raise NoWorld(f"no worlds for a {type(name).__name__}")


@lru_cache(maxsize=5_000)
def _rank(name: L.Name) -> int:
    """Sizes first, then indices, scalars, vectors and matrices, spaces, densities, functions."""
    match name:
        case L.Var(_, space):
            vectors = L.Vectors | L.Simplex | L.Compositions
            order = (L.Integers, L.Range | L.Without, L.Reals | L.PositiveReals | L.Interval, vectors, L.Matrices)
            return next((k for k, kind in enumerate(order) if isinstance(space, kind)), 9)
        case L.Abstract():
            return 5
        case L.Density() | L.DensityFamily():
            return 6
    return 7
