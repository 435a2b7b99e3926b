"""Building one world: a value for each free name, in the order in which they rest on each other."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flint import fmpq

from proofs import language as L

from . import densities, functions
from .draws import Draw
from .machine import Point
from .numbers import Evaluator
from .scalars import fraction
from .setting import FREE, Bounds, Setting
from .styles import Style
from .world import Blend, FiniteSpace, Line, World, key_of

TRIES = 30
DEFINED_DIGITS = 60  # names that are defined to be a term carry balls this narrow


class NoWorld(Exception):
    """No world of this style was found, with the reason."""


class Builder:
    """Draws the values of one world.  Raises ``NoWorld``."""

    def __init__(self, setting: Setting, style: Style, draw: Draw, start: World | None = None) -> None:
        self.setting, self.style, self.draw = setting, style, draw
        self.values: dict[Any, Any] = dict(style.prescribed)
        self.spaces: dict[Any, FiniteSpace | Line] = {}
        if start is not None:  # what it says stands: the hypotheses hold there
            self.values.update(start.values)
            self.spaces.update(start.spaces)
        self._first: dict[Any, L.Name] = {}
        for name in setting.names:
            if name in self.values:
                self._first.setdefault(self._kind(name), name)
        self._laws = 0

    def build(self) -> World:
        waiting = sorted(self.setting.names, key=_rank)
        waiting = [n for n in waiting if n not in self.values and not self._realised(n)]
        while waiting:
            name = next((n for n in waiting if self._ready(n)), None)
            if name is None:
                raise NoWorld("names that are defined by each other")
            waiting.remove(name)
            self._assign(name)
        return World(self.values, self.spaces, self.style.label)

    def _ready(self, name: L.Name) -> bool:
        needs = self.setting.definitions[name].free if name in self.setting.definitions else name.free - {name}
        return all(n in self.values or self._realised(n) for n in needs)

    def _realised(self, name: L.Name) -> bool:
        return isinstance(name, L.Abstract) and key_of(name) in self.spaces

    def _assign(self, name: L.Name) -> None:
        if isinstance(name, L.Abstract):
            self._unnamed(name)
            return
        if name in self.setting.definitions:
            self.values[name] = self.plain(self.setting.definitions[name])
            return
        kind = self._kind(name)
        if self.style.same and kind in self._first:
            self.values[name] = self._copied(name, self.values[self._first[kind]])
            return
        self._first.setdefault(kind, name)
        nearby = [r for r in self.setting.loose if name in r.free and r.free <= self.values.keys() | {name}]
        for _ in range(TRIES):
            self.values[name] = self._value(name)
            if not nearby or all(Evaluator(World(self.values, self.spaces)).truth(r) is not False for r in nearby):
                return
        raise NoWorld(f"no value of {name.name} meets the hypotheses")

    def _kind(self, name: L.Name) -> Any:
        return type(name), *name.fields[1:], self.setting.bounds.get(name)

    def _copied(self, name: L.Name, value: Any) -> Any:
        """The value of another name of this kind; of a density another one on null atoms."""
        if self.style.null and isinstance(name, L.Density) and isinstance(value, tuple):
            space = self.spaces[key_of(name.space)]
            if isinstance(space, FiniteSpace):
                return tuple(v if w else v + 1 for v, w in zip(value, space.weights, strict=True))
        return value

    def plain(self, t: L.Term) -> Any:
        """The value of a term in the world so far, as a world's plain data."""
        evaluator = Evaluator(World(self.values, self.spaces), DEFINED_DIGITS)
        entries = evaluator.parts(t)
        if any(v.kind != "finite" for v in entries):
            raise NoWorld(f"a definition without a value: {entries[0].why}")
        found = [v.ball if v.exact is None else fraction(v.exact) for v in entries]
        match L.space_of(t):
            case L.Vectors():
                return tuple(found)
            case L.Matrices(_, columns):
                n = self.integer(columns)
                return tuple(tuple(found[k : k + n]) for k in range(0, len(found), n))
        if isinstance(found[0], Fraction) and found[0].denominator == 1 and t.free <= _integers(t.free):
            return int(found[0])
        return found[0]

    def integer(self, t: Any) -> int:
        if isinstance(t, L.Number):
            return int(t.value)
        if t in self.values:
            return int(self.values[t])
        found = Evaluator(World(self.values, self.spaces)).value(t).exact
        if found is None or found.q != 1:
            raise NoWorld("a size that is no integer")
        return int(found.p)

    def indices(self, range_: L.Space) -> list[int]:
        return indices_of(World(self.values, self.spaces), range_)

    # -----------------------------------------------------------------------------------------------------------------
    # one name

    def _value(self, name: Any) -> Any:
        bounds = self.setting.bound(name)
        match name:
            case L.Var(_, space):
                return self._point(name, space, bounds)
            case L.Density(_, space):
                return self._density(name, space)
            case L.DensityFamily(_, L.Product(product, range_)):
                given = self.setting.about("density", name)
                zeros = dict(self.style.zeros).get(name, "none")
                return {
                    i: densities.table(self.draw, self.slot(product, i), given, zeros) for i in self.indices(range_)
                }
            case L.Function(_, domain, codomain):
                return self._function(name, domain, codomain, bounds)
            case L.FunctionFamily(_, range_, domain, codomain):
                return {i: self._function(name, (domain,), codomain, bounds) for i in self.indices(range_)}
        raise NoWorld(f"no worlds for a {type(name).__name__}")

    def _point(self, name: L.Var, space: L.Space, bounds: Bounds) -> Any:
        match space:
            case L.Integers():
                if self.style.least and bounds.low is not None:
                    return int(-(-bounds.low // 1)) + int(bounds.low_open and bounds.low.denominator == 1)
                return self.draw.integer(bounds, name in self.setting.sizes)
            case L.Range() | L.Without():
                values = [i for i in self.indices(space) if bounds.admits(Fraction(i))]
                if not values:
                    raise NoWorld(f"there is no {name.name}: its range is empty")
                return self.draw.choice(values)
            case L.Interval(low, high) if bounds.low is None or bounds.high is None:
                ends = [self.plain(end) for end in (low, high)]
                return self.draw.rational(Bounds(ends[0], ends[1]))
            case L.Vectors(dimension):
                return tuple(self.draw.rational(bounds) for _ in range(self.integer(dimension)))
            case L.Matrices(rows, columns):
                return self._matrix(name, self.integer(rows), self.integer(columns))
            case L.Abstract():
                return self._atom(self._unnamed(space))
            case L.Slot(product, index):
                return self._atom(self.slot(product, self.integer(index)))
            case L.Product(product, range_):
                return Point((i, self._atom(self.slot(product, i))) for i in self.indices(range_))
            case L.Cartesian(factors):
                return Point((k, self._coordinate(factor)) for k, factor in enumerate(factors, 1))
        return self.draw.rational(bounds)

    def _coordinate(self, factor: L.Space) -> Any:
        if L.is_index_space(factor):
            return fmpq(self.draw.choice(self.indices(factor)))
        coordinate = L.Var("·", factor)
        return self._point(coordinate, factor, self.setting.bound(coordinate))

    def _atom(self, space: FiniteSpace | Line) -> Any:
        if isinstance(space, Line):
            return self.draw.rational(FREE)
        if self.style.zeros:
            return 0
        null = [a for a in space.atoms if space.weights[a] == 0]
        return self.draw.choice(null if self.style.at_null and null else [a for a in space.atoms if a not in null])

    def _matrix(self, name: L.Var, rows: int, columns: int) -> Any:
        if self.setting.about("positive_definite", name):
            entries = functions.positive_definite(self.draw, rows)
        elif self.setting.about("symmetric", name):
            entries = [[self.draw.coefficient() for _ in range(rows)] for _ in range(rows)]
            entries = [[entries[min(i, j)][max(i, j)] for j in range(rows)] for i in range(rows)]
        elif rows == columns:
            entries = functions.invertible(self.draw, rows, (-1) ** (self.style.number + 1))
        else:
            entries = [[self.draw.coefficient() for _ in range(columns)] for _ in range(rows)]
        return tuple(map(tuple, entries))

    # -----------------------------------------------------------------------------------------------------------------
    # spaces, densities, functions

    def _unnamed(self, space: L.Abstract) -> FiniteSpace | Line:
        key = key_of(space)
        if isinstance(space, L.Discrete) and key not in self.spaces:
            self.spaces[key] = FiniteSpace((Fraction(1),) * self.draw.atoms(len(self.spaces)))
        return self._space(key, 0)

    def _space(self, key: Any, place: int) -> FiniteSpace | Line:
        if key not in self.spaces:
            on_line = self.style.line is not None and place == 0
            self.spaces[key] = Line() if on_line else densities.finite_space(self.draw, place, self.style.null)
        return self.spaces[key]

    def slot(self, product: str, index: int) -> FiniteSpace:
        found = self._space((product, index), index)
        assert isinstance(found, FiniteSpace)
        return found

    def _density(self, name: L.Density, space: L.Space) -> Any:
        given = self.setting.about("density", name)
        zeros = dict(self.style.zeros).get(name, "none")
        match space:
            case L.Abstract():
                found = self._unnamed(space)
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
        if isinstance(space, L.Abstract | L.Slot):
            found = (
                self._unnamed(space)
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
                kind = self.style.line or ("normal", "mixture", "laplace")[self.draw.number % 3]
                return densities.line_law(self.draw, kind, self._laws)
            case L.PositiveReals():
                return densities.half_line_law(self.draw)
            case L.Interval():
                return densities.interval_law(self.draw, space)
            case L.Vectors(dimension):
                n = self.integer(dimension)
                covariance = L.Var(f"covariance {self._laws} of {name.name}", L.Matrices(L.Number(n), L.Number(n)))
                self.values[covariance] = tuple(map(tuple, functions.positive_definite(self.draw, n)))
                mean = L.Column(tuple(L.Number(self.draw.rational(FREE)) for _ in range(n)))
                return L.MultivariateNormal(mean, covariance)
        raise NoWorld(f"no worlds for a density on {space!r}")

    def _function(self, name: Any, domain: tuple[L.Space, ...], codomain: L.Space, bounds: Bounds) -> Any:
        if len(domain) > 1:
            raise NoWorld("no worlds for functions of several arguments")
        space = self._concrete(domain[0])
        if isinstance(space, list):
            return {point: self.draw.rational(bounds) for point in space}
        if self.setting.about("diffeomorphism", name):
            there, back = functions.diffeomorphism(self.draw, space, self.setting.about("triangular", name))
            self.values["inverse", name] = back
            return there
        if self.setting.about("triangular", name):
            return functions.triangular_function(self.draw, space)
        if isinstance(codomain, L.Vectors):
            return functions.vector_function(self.draw, space, self.integer(codomain.dimension), bounds)
        return functions.scalar_function(self.draw, space, bounds)

    def _concrete(self, space: L.Space) -> Any:
        """The domain of a function with numbers for its sizes; of a finite one the list of its points."""
        match space:
            case L.Vectors(dimension):
                return L.Vectors(L.Number(self.integer(dimension)))
            case L.Abstract():
                found = self._unnamed(space)
                return L.R if isinstance(found, Line) else list(found.atoms)
            case L.Slot(product, index):
                return list(self.slot(product, self.integer(index)).atoms)
            case L.Product(product, range_):
                points = [Point()]
                for i in self.indices(range_):
                    points = [Point({**p, i: a}) for p in points for a in self.slot(product, i).atoms]
                return points
            case L.Range() | L.Without():
                return [fmpq(i) for i in self.indices(space)]
            case L.Matrices():
                raise NoWorld("no worlds for functions of matrices")
        return L.R


def _rank(name: L.Name) -> int:
    """Sizes first, then indices, scalars, vectors and matrices, spaces, densities, functions."""
    match name:
        case L.Var(_, space):
            order = (L.Integers, L.Range | L.Without, L.Reals | L.PositiveReals | L.Interval, L.Vectors, L.Matrices)
            return next((k for k, kind in enumerate(order) if isinstance(space, kind)), 9)
        case L.Abstract():
            return 5
        case L.Density() | L.DensityFamily():
            return 6
    return 7


def _integers(names: frozenset[L.Name]) -> set[L.Name]:
    return {n for n in names if isinstance(n, L.Var) and L.is_index_space(n.space)}


def indices_of(world: World, range_: L.Space) -> list[int]:
    """The integers of an index range in a world."""
    i = L.Var("·", range_)
    found = [v.exact for v in Evaluator(world).parts(L.VectorOf(i, i))]
    if None in found:
        raise NoWorld("a range whose ends have no value")
    return [int(k.p) for k in found if k is not None]
