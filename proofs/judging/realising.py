"""Unnamed spaces and the densities on them, as one world has them: finite sets and tables, lines and closed laws."""

from __future__ import annotations

from fractions import Fraction
from math import prod
from typing import Any

from flint import fmpq

from proofs import language as L

from . import densities, functions
from .draws import Draw
from .filled_tables import Unmet, filled
from .numbers import Evaluator
from .scalars import fraction
from .setting import FREE, Setting
from .styles import Style
from .told_moments import Moments
from .world import Blend, FiniteSpace, Line, World, key_of

LARGEST = 5  # independent random variables on one space


class NoWorld(Exception):
    """No world of this style was found, with the reason."""


class Realiser:
    """Realises the spaces of one world, and draws the densities on them.  Raises ``NoWorld``."""

    def __init__(self, setting: Setting, style: Style, draw: Draw) -> None:
        self.setting, self.style, self.draw = setting, style, draw
        self.values: dict[Any, Any] = dict(style.prescribed)
        self.spaces: dict[Any, FiniteSpace | Line] = {}
        self.so_far = World(self.values, self.spaces)  # as they are filled
        self._laws = 0
        self._digits: dict[Any, dict[Any, tuple[int, int]]] = {}

    def integer(self, t: Any) -> int:
        if isinstance(t, L.Number):
            return int(t.value)
        if t in self.values:
            return int(self.values[t])
        found = Evaluator(self.so_far).value(t).exact
        if found is None or found.q != 1:
            raise NoWorld("a size that is no integer")
        return int(found.p)

    def indices(self, range_: L.Space) -> list[int]:
        return indices_of(self.so_far, range_)

    # -----------------------------------------------------------------------------------------------------------------
    # spaces

    def unnamed(self, space: L.Abstract) -> FiniteSpace | Line:
        key = key_of(space)
        if key not in self.spaces:
            size = self._spread(space)
            if isinstance(space, L.Discrete):
                self.spaces[key] = FiniteSpace((Fraction(1),) * (size or self.draw.atoms(len(self.spaces))))
            elif size is not None:
                if self.style.line is not None:
                    raise NoWorld("independent random variables on a line")
                self.spaces[key] = densities.finite_space(self.draw, 0, self.style.null, size)
        return self._space(key, 0)

    def _spread(self, space: L.Abstract) -> int | None:
        """The size of a space on which random variables are independent: each has a digit of the atom's number.

        None where there are no such random variables.
        """
        variables: list[Any] = []
        for law, named in self.setting.independent.items():
            if isinstance(law, L.Density) and law.space is space:
                for f in named:
                    members = [(f, i) for i in self.indices(f.range)] if isinstance(f, L.FunctionFamily) else [f]
                    variables += [v for v in members if v not in variables]
        if len(variables) > LARGEST:
            raise NoWorld("too many independent random variables for one world")
        stride = 1
        digits = self._digits.setdefault(key_of(space), {})
        for place, variable in enumerate(variables, 1):
            size = self.draw.atoms(place)
            digits[variable] = stride, size
            stride *= size
        return stride if variables else None

    def _space(self, key: Any, place: int) -> FiniteSpace | Line:
        if key not in self.spaces:
            on_line = self.style.line is not None and place == 0
            self.spaces[key] = Line() if on_line else densities.finite_space(self.draw, place, self.style.null)
        return self.spaces[key]

    @property
    def _stepwise(self) -> bool:
        return self.setting.stepwise and self.style.line is None

    def _intervals(self) -> FiniteSpace:
        """The intervals of the line on which densities are constant, with their lengths."""
        if L.R not in self.spaces:
            self.spaces[L.R] = densities.finite_space(self.draw, 0, False)
        found = self.spaces[L.R]
        assert isinstance(found, FiniteSpace)
        return found

    def slot(self, product: str, index: int) -> FiniteSpace:
        found = self._space((product, index), index)
        assert isinstance(found, FiniteSpace)
        return found

    def _independent(self, space: FiniteSpace, digits: dict[Any, tuple[int, int]]) -> densities.Table:
        """A density under which the digits of an atom's number are independent."""
        shares = {variable: self.draw.masses(size) for variable, (_, size) in digits.items()}
        found = []
        for a, weight in enumerate(space.weights):
            mass = prod((shares[v][a // stride % size] for v, (stride, size) in digits.items()), start=Fraction(1))
            found.append(mass / weight if weight else self.draw.ratio())
        return tuple(found)

    def _density(self, name: L.Density, space: L.Space) -> Any:
        given = self.setting.about("density", name)
        zeros = dict(self.style.zeros).get(name, "none")
        if name in self.setting.apart:
            return self._apart(name, space)
        if name in self.setting.moments:
            return self._with_moments_told(self.setting.moments[name])
        if name in self.setting.tables:
            return self._as_told(name, extreme=zeros != "none")
        match space:
            case L.Reals() if self._stepwise:
                return densities.table(self.draw, self._intervals(), given, zeros)
            case L.Abstract():
                found = self.unnamed(space)
                if name in self.setting.independent and isinstance(found, FiniteSpace):
                    return self._independent(found, self._digits.get(key_of(space), {}))
                if isinstance(found, FiniteSpace):
                    return densities.table(self.draw, found, given, zeros)
            case L.Slot(product, index):
                return densities.table(self.draw, self.slot(product, self.integer(index)), given, zeros)
            case L.Product(product, range_):
                spaces = {i: self.slot(product, i) for i in self.indices(range_)}
                return densities.joint(self.draw, spaces, given, zeros, self.style.independent)
            case L.Range() | L.Without():
                points = self.indices(space)
                table = densities.table(self.draw, FiniteSpace((Fraction(1),) * len(points)), given, zeros)
                return {fmpq(i): value for i, value in zip(points, table, strict=True)}
            case L.Cartesian(factors):
                return self._joint(name, factors, given, zeros)
        if not given:
            raise NoWorld("a function that is not said to be a density, on a line")
        return self._law(name, space)

    def _with_moments_told(self, told: Moments) -> L.Law:
        if told.variance is not None:
            found = Evaluator(self.so_far).value(told.variance)
            if found.ball is None or not found.ball > 0:
                raise NoWorld("no density has the variance that is told")
        return densities.law_with(told, self.draw)

    def _as_told(self, name: L.Density, extreme: bool) -> Any:
        if self.style.independent:
            raise NoWorld("a table of which other things are told than that its coordinates are independent")
        try:
            return filled(name, self.setting.tables[name], self._number, self.draw, extreme)
        except Unmet as reason:
            raise NoWorld(str(reason)) from None

    def _number(self, t: L.Term) -> Fraction:
        found = Evaluator(self.so_far).value(t).exact
        if found is None:
            raise NoWorld("a probability that is no fraction")
        return fraction(found)

    def _apart(self, name: L.Density, space: L.Space) -> Any:
        """A density that vanishes where another does not: every other atom, or an interval, is left to the other."""
        turn = name.name > self.setting.apart[name].name
        if not isinstance(space, L.Abstract) or self.style.zeros:
            raise NoWorld("no worlds for densities on disjoint parts of such a space")
        found = self.unnamed(space)
        if isinstance(found, Line):
            far = 2 + self.draw.ratio()
            return L.Uniform(1, far) if turn else L.Uniform(-far, -1)
        live = [a for a in found.atoms if found.weights[a]]
        mine = live[turn::2]
        masses = dict(zip(mine, self.draw.masses(len(mine)), strict=True))
        return tuple(masses.get(a, Fraction(0)) / w if (w := found.weights[a]) else Fraction(0) for a in found.atoms)

    def _joint(self, name: L.Density, factors: tuple[L.Space, ...], given: bool, zeros: str) -> Any:
        """A table where all factors are finite; else a blend of closed laws in each cell of those that are."""
        finite = {k: found for k, factor in enumerate(factors, 1) if (found := self._finite(factor)) is not None}
        lines = tuple(k for k in range(1, len(factors) + 1) if k not in finite)
        spaces = {k: space for k, (space, _) in finite.items()}
        table = densities.joint(self.draw, spaces, given, zeros, self.style.independent)
        points = [points for _, points in finite.values()]
        named = {tuple(p[a] for p, a in zip(points, cell, strict=True)): v for cell, v in table.items()}
        if not lines:
            return named
        if not given or zeros != "none":
            raise NoWorld("a function on a product with a line that is no density, or vanishes somewhere")

        def laws() -> tuple[L.Law, ...]:
            return tuple(self._law(name, factors[k - 1]) for k in lines)

        same = laws() if self.style.independent else None
        shares = (Fraction(1),) if same or len(lines) == 1 else tuple(self.draw.masses(2))
        return Blend(lines, {cell: tuple((v * s, same or laws()) for s in shares) for cell, v in named.items()})

    def _finite(self, space: L.Space) -> tuple[FiniteSpace, list[Any]] | None:
        """A finite set and its points, as functions and tables know them; None for a line."""
        if isinstance(space, L.Reals) and self._stepwise:
            return (intervals := self._intervals()), list(intervals.atoms)
        if isinstance(space, L.Abstract | L.Slot):
            found = (
                self.unnamed(space)
                if isinstance(space, L.Abstract)
                else self.slot(space.name, self.integer(space.index))
            )
            return (found, list(found.atoms)) if isinstance(found, FiniteSpace) else None
        if isinstance(space, L.Range | L.Without):
            points = list(map(fmpq, self.indices(space)))
            return FiniteSpace((Fraction(1),) * len(points)), points
        return None

    def _law(self, name: L.Density, space: L.Space) -> L.Law:
        """A closed law on a line, on part of it, or on R^d."""
        self._laws += 1
        match space:
            case L.Abstract() | L.Reals():
                kind = self.style.line or self.draw.law()
                return densities.line_law(self.draw, kind, self._laws)
            case L.PositiveReals():
                return densities.half_line_law(self.draw, self.style.line)
            case L.Interval():
                return densities.interval_law(self.draw, space)
            case L.Simplex(dimension):
                parts = (L.Number(self.draw.ratio()) for _ in range(self.integer(dimension)))
                return L.Dirichlet(L.Column(tuple(parts)))
            case L.Vectors(dimension):
                n = self.integer(dimension)
                covariance = L.Var(f"covariance {self._laws} of {name.name}", L.Matrices(L.Number(n), L.Number(n)))
                self.values[covariance] = tuple(map(tuple, functions.positive_definite(self.draw, n)))
                mean = L.Column(tuple(L.Number(self.draw.rational(FREE)) for _ in range(n)))
                return L.MultivariateNormal(mean, covariance)
        raise NoWorld(f"no worlds for a density on {space!r}")


def indices_of(world: World, range_: L.Space) -> list[int]:
    """The integers of an index range in a world."""
    i = L.Var("·", range_)
    found = [v.exact for v in Evaluator(world).parts(L.VectorOf(i, i))]
    if None in found:
        raise NoWorld("a range whose ends have no value")
    return [int(k.p) for k in found if k is not None]
