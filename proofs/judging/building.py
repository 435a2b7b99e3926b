"""Building one world: a value for each free name, in the order in which they rest on each other."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from itertools import islice, product
from typing import Any

from flint import fmpq

from proofs import language as L

from . import curves, densities, functions, orthogonal_vectors, powers_drawn, powers_told
from .block_matrices import Blocks
from .draws import Draw
from .machine import Point
from .numbers import Evaluator
from .realising import NoWorld, Realiser
from .scalars import fraction
from .setting import FREE, POSITIVE, Bounds, Setting, sort_key
from .sizes import joint_values, tied
from .styles import Style
from .world import FiniteSpace, Line, Several, World, key_of

TRIES = 30
DEFINED_DIGITS = 60  # names that are defined to be a term carry balls this narrow


class Builder(Realiser):
    """Draws the values of one world.  Raises ``NoWorld``."""

    def __init__(self, setting: Setting, style: Style, draw: Draw, start: World | None = None) -> None:
        super().__init__(setting, style, draw)
        if start is not None:  # what it says stands: the hypotheses hold there
            self.values.update(start.values)
            self.spaces.update(start.spaces)
        self._first: dict[int, L.Name] = {}  # of each kind
        self._blocks = Blocks(setting.hypotheses)
        self.frames: orthogonal_vectors.Frames = {}
        self._pairs: dict[L.Name, tuple[L.Lambda, L.Lambda]] = {}  # functions, and what undoes them
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
        values = joint_values(self.setting, names, relations, world, least, self._tells_apart) if names else iter(())
        found = list(islice(values, 3))
        if found:
            self.values.update(zip(names, found[self.draw.number % len(found)], strict=True))

    def _share_totals(self) -> None:
        """Draw the numbers, none of them negative, that sum to a positive one: solved for, one mostly would be."""
        for names, total in self.setting.totals():
            if self.values.keys().isdisjoint(names) and dict(self.style.prescribed).keys().isdisjoint(names):
                parts = [Fraction(1) if self.style.same else self.draw.ratio() for _ in names]
                self.values.update((name, total * part / sum(parts)) for name, part in zip(names, parts, strict=True))

    @property
    def _tells_apart(self) -> bool:
        """Whether places of one range are to be different ones: in two of three generic worlds."""
        return self.style.generic and self.draw.number % 3 != 1

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

    def plain(self, t: L.Term) -> Any:
        """The value of a term in the world so far, as a world's plain data."""
        evaluator = Evaluator(self.so_far, DEFINED_DIGITS)
        entries = evaluator.parts(t)
        if any(v.kind != "finite" for v in entries):
            raise NoWorld(f"a definition without a value: {entries[0].why}")
        found = [v.ball if v.exact is None else fraction(v.exact) for v in entries]
        match L.space_of(t):
            case L.Vectors():
                return tuple(found)
            case L.Matrices(rows, columns):
                n = self.integer(columns)
                return tuple(tuple(found[k * n : (k + 1) * n]) for k in range(self.integer(rows)))
        if isinstance(found[0], Fraction) and found[0].denominator == 1 and t.free <= _integers(t.free):
            return int(found[0])
        return found[0]

    def _closed(self, f: L.Lambda) -> L.Lambda:
        """The function with the values of the world so far for its names."""
        values = {name: self.values[name] for name in f.free}
        if not all(isinstance(value, Fraction | int | L.Lambda) for value in values.values()):
            raise NoWorld("a function that is defined through others than numbers and functions on the line")
        terms = {n: v if isinstance(v, L.Lambda) else L.Number(v) for n, v in values.items()}
        return L.substitute(f, terms)

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
                return self._through(name, self._function(name, domain, codomain, name))
            case L.FunctionFamily(_, range_, domain, codomain):
                return {i: self._function(name, (domain,), codomain, (name, i)) for i in self.indices(range_)}
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
                return self.draw.choice(self._told_apart(space, values))
            case L.Interval(low, high) if bounds.low is None or bounds.high is None:
                ends = [self.plain(end) for end in (low, high)]
                return self.draw.rational(Bounds(ends[0], ends[1]))
            case L.Vectors(dimension) if name in self.setting.shares:
                return self._shares(self.integer(dimension), bounds)
            case L.Vectors(dimension) if name in self.setting.perpendicular:
                return orthogonal_vectors.drawn(self, name, self.integer(dimension), bounds)
            case L.Vectors(dimension) if self.setting.about("unit", name):
                return tuple(row[0] for row in functions.orthonormal(self.draw, self.integer(dimension), 1))
            case L.Simplex(dimension):
                return self._shares(self.integer(dimension), POSITIVE)
            case L.Compositions(dimension, total):
                return self._counts(self.integer(dimension), self.integer(total))
            case L.Vectors(dimension):
                return tuple(self.draw.rational(bounds) for _ in range(self.integer(dimension)))
            case L.Matrices(rows, columns):
                return self._matrix(name, self.integer(rows), self.integer(columns))
            case L.Abstract():
                return self._atom(self.unnamed(space))
            case L.Slot(product, index):
                return self._atom(self.slot(product, self.integer(index)))
            case L.Product(product, range_):
                return Point((i, self._atom(self.slot(product, i))) for i in self.indices(range_))
            case L.Cartesian(factors):
                return Point((k, self._coordinate(factor)) for k, factor in enumerate(factors, 1))
        return self.draw.rational(bounds)

    def _told_apart(self, space: L.Space, values: list[int]) -> list[int]:
        """The values that a place may have beside others of its range: in two of three generic worlds another one than
        they have, and in the third, where there are two places, that of the other."""
        taken = [v for n, v in self.values.items() if isinstance(n, L.Var) and n.space is space]
        if self.style.least and not taken:
            return values[:1]
        if not self.style.generic:
            return values
        if not taken:  # in two of three generic worlds no end of the range, where much holds that holds nowhere else
            return (values[1:-1] if self._tells_apart else values[-1:]) or values
        if not self._tells_apart:
            return taken if len(taken) == 1 and taken[0] in values else values
        return [v for v in values if v not in taken] or values

    def _shares(self, size: int, bounds: Bounds) -> tuple[Fraction, ...]:
        """Numbers whose sum is one: shares, or of any sign where nothing says that they are positive."""
        if size < 1:
            raise NoWorld("a sum of nothing is not one")
        if bounds.low is not None and bounds.low >= 0:
            found = self.draw.masses(size)
        else:
            found = [self.draw.rational(bounds) for _ in range(size - 1)]
            found.append(1 - sum(found, Fraction(0)))
        if not all(map(bounds.admits, found)):
            found = [Fraction(k, size * (size + 1) // 2) for k in range(1, size + 1)]
        if not all(map(bounds.admits, found)):
            raise NoWorld("no shares within the bounds that are said")
        return tuple(found)

    def _counts(self, size: int, total: int) -> tuple[Fraction, ...]:
        """A number of draws, each of one of the categories."""
        if size < 1 or total < 0:
            raise NoWorld("no counts with such a sum")
        drawn = [self.draw.choice(list(range(size))) for _ in range(total)]
        return tuple(Fraction(drawn.count(k)) for k in range(size))

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
        whole = self._blocks.cut(name, self.integer, lambda n: functions.positive_definite(self.draw, n))
        if whole is not None:
            return tuple(map(tuple, whole))
        definite = self.setting.about("positive_definite", name)
        if (other := self._commuting_with(name, definite)) is not None:
            entries = functions.commuting(self.draw, self.values[other], definite)
        elif self.setting.about("orthonormal", name):
            if rows < columns:
                raise NoWorld("more orthonormal columns than they have entries")
            entries = functions.orthonormal(self.draw, rows, columns)
        elif kind := next((k for k in powers_told.KINDS if self.setting.about(k, name)), None):
            regular = definite or (kind != powers_told.INVOLUTORY and self.setting.about("invertible", name))
            symmetric = self.setting.about("symmetric", name)
            entries = powers_drawn.drawn(self.draw, kind, rows, symmetric, None if regular else self.style.number)
        elif definite:
            entries = functions.positive_definite(self.draw, rows)
        elif self.setting.about("symmetric", name):
            entries = [[self.draw.coefficient() for _ in range(rows)] for _ in range(rows)]
            entries = [[entries[min(i, j)][max(i, j)] for j in range(rows)] for i in range(rows)]
        elif rows == columns:
            entries = functions.invertible(self.draw, rows, (-1) ** (self.style.number + 1))
        else:
            entries = [[self.draw.coefficient() for _ in range(columns)] for _ in range(rows)]
        return tuple(map(tuple, entries))

    def _commuting_with(self, name: L.Var, definite: bool) -> L.Name | None:
        """A matrix of which this one may be a polynomial, as it is to commute with it."""
        for other in sorted(self.setting.commuting.get(name, ()), key=sort_key):
            if other in self.values and definite <= self.setting.about("positive_definite", other):
                return other
        return None

    def _function(self, name: Any, domain: tuple[L.Space, ...], codomain: L.Space, variable: Any) -> Any:
        """What stands for a function; ``variable`` is how the setting knows it as a random variable."""
        bounds = self._bounds(name)
        if len(domain) > 1:
            return self._of_several(name, domain, codomain)
        space = self._concrete(domain[0])
        if isinstance(space, list):
            if self.setting.shapes(name):
                raise NoWorld("a function on points, of which words say what only one on a line can be")
            digits = self._digits.get(key_of(domain[0]), {}) if isinstance(domain[0], L.Abstract) else {}
            if variable in digits:
                stride, size = digits[variable]
                images = [self._image(name, codomain) for _ in range(size)]
                found = {point: images[point // stride % size] for point in space}
            else:
                found = {point: self._image(name, codomain) for point in space}
            return self._with_moments(name, found) if name in self.setting.moments else found
        if name in self.setting.moments:
            raise NoWorld("a random variable on a line of which moments are told")
        if isinstance(codomain, L.Integers):
            if isinstance(domain[0], L.Abstract):
                raise NoWorld("no integers for the points of a line")
            return functions.counts(self.draw, 1, bounds)
        if not isinstance(codomain, L.Vectors | L.Reals | L.PositiveReals | L.Interval):
            raise NoWorld("no worlds for functions from a line into a space of points")
        shapes = self.setting.shapes(name)
        if shapes and not (name in self.setting.inverses and shapes <= {"increasing", "strictly_increasing"}):
            return self._of_shape(name, space, codomain, shapes)
        if name in self.setting.steepness:
            return self._lipschitz(name, space, codomain)
        if name in self.setting.inverses:
            return self._increasing(name)
        if self.setting.about("diffeomorphism", name):
            there, back = functions.diffeomorphism(self.draw, space, self.setting.about("triangular", name))
            self.values["inverse", name] = back
            return there
        if self.setting.about("triangular", name):
            return functions.triangular_function(self.draw, space)
        if self.setting.about("polynomial", name) and isinstance(codomain, L.Reals):
            return functions.polynomial(self.draw, space)
        if self.setting.about("tempered", name) and isinstance(codomain, L.Reals) and bounds == FREE:
            return functions.polynomial(self.draw, space)
        if isinstance(codomain, L.Vectors):
            return functions.vector_function(self.draw, space, self.integer(codomain.dimension), bounds)
        if name in self.setting.summed:
            return functions.summable_sequence(self.draw, bounds)
        return functions.scalar_function(self.draw, space, bounds)

    def _bounds(self, name: L.Name) -> Bounds:
        """What is known about the values of a function, with the values of names that are bounds."""
        found = self.setting.bound(name)
        for symbol, limit in self.setting.limits.get(name, ()):
            value = self.plain(limit)
            if not isinstance(value, Fraction | int):
                raise NoWorld(f"no values of {name.name} with such bounds")
            value, is_open = Fraction(value), symbol in "<>"
            found = found.above(value, is_open) if symbol in (">", ">=") else found.below(value, is_open)
        if found.low is not None and found.high is not None and found.low >= found.high:
            raise NoWorld(f"no values of {name.name} between its bounds")
        return found

    def _through(self, name: L.Name, drawn: Any) -> Any:
        """A function on the line, moved up or down to the value that is told of it at a point."""
        told = self.setting.through.get(name)
        if told is None:
            return drawn
        special = name in self.setting.inverses or self.setting.about("diffeomorphism", name)
        if not isinstance(drawn, L.Lambda) or self.setting.bound(name) != FREE or special:
            raise NoWorld(f"no values of {name.name} with the one that is told")
        point = told.left.args[0]
        here = L.substitute(drawn.body, {drawn.var: point})
        if "odd" in self.setting.shapes(name):
            if point is L.Number(0) and told.right is point:
                return drawn
            raise NoWorld(f"no values of {name.name} with the one that is told")
        value, parts = self.plain(here), drawn.body.args if isinstance(drawn.body, L.Plus) else (drawn.body,)
        if not isinstance(value, Fraction | int):
            return L.Lambda(drawn.body - here + told.right, drawn.var)
        level = told.right.value - value + sum(p.value for p in parts if isinstance(p, L.Number))
        rest = [p for p in parts if not isinstance(p, L.Number)]
        return L.Lambda(L.fold(L.Plus, [*rest, *([L.Number(level)] if level else [])], 0), drawn.var)

    def _with_moments(self, name: L.Name, table: dict[Any, Any]) -> dict[Any, Any]:
        """The random variable, moved and stretched so that it has the mean and the variance that are told of it."""
        told = self.setting.moments[name]
        masses = [
            density * weight for density, weight in zip(self.values[told.law], self._weights(told.law), strict=True)
        ]
        mean = sum(p * table[point] for point, p in enumerate(masses))
        variance = sum(p * (table[point] - mean) ** 2 for point, p in enumerate(masses))
        if (bounds := self._bounds(name)) != FREE and told.variance is None and told.mean is not None:
            moved = functions.towards_mean(table, mean, self.plain(told.mean), bounds)
            if moved is None:
                raise NoWorld(f"no values of {name.name} with the mean that is told")
            return moved
        if bounds != FREE or (told.variance is not None and not variance):
            raise NoWorld(f"no values of {name.name} with the moments that are told")
        centre = L.Number(mean) if told.mean is None else told.mean
        scale = L.Number(1) if told.variance is None else L.sqrt(told.variance / L.Number(variance))
        return {point: self.plain(centre + L.Number(value - mean) * scale) for point, value in table.items()}

    def _weights(self, law: L.Density) -> tuple[Fraction, ...]:
        space = self.spaces[key_of(law.space)]
        assert isinstance(space, FiniteSpace)
        return space.weights

    def _increasing(self, name: L.Name) -> L.Lambda:
        """A function that is undone by another one, or what undoes it: drawn as a pair."""
        h, f, home = self.setting.inverses[name]
        if f not in self._pairs:
            self._pairs[f] = functions.increasing(self.draw, home)
        return self._pairs[f][name is h]

    def _of_shape(self, name: Any, space: L.Space, codomain: L.Space, shapes: frozenset[str]) -> L.Lambda:
        """A function of which is told that it is convex, increasing, even, ..., with what else is told of it."""
        special = name in self.setting.inverses or any(
            self.setting.about(each, name) for each in ("diffeomorphism", "triangular", "polynomial", "tempered")
        )
        constant = self._constant(name, codomain) if name in self.setting.steepness else None
        smooth, bounds = self.setting.about("differentiable", name), self.setting.bound(name)
        found = curves.function_of_shape(self.draw, space, shapes, smooth, constant, bounds)
        if special or found is None or isinstance(codomain, L.Vectors):
            raise NoWorld("no worlds for functions with all that is told of their shapes")
        return found

    def _constant(self, name: Any, codomain: L.Space) -> Fraction:
        constant = self.plain(self.setting.steepness[name])
        if not isinstance(constant, Fraction | int) or constant < 0 or not isinstance(codomain, L.Reals):
            raise NoWorld("no worlds for functions with such a Lipschitz constant")
        return Fraction(constant)

    def _lipschitz(self, name: Any, space: L.Space, codomain: L.Space) -> L.Lambda:
        constant = self._constant(name, codomain)
        smooth = self.setting.about("differentiable", name)
        taut = any(name in h.free for h in self.setting.equations)  # only the steepest attain what is supposed
        return functions.lipschitz_function(self.draw, space, constant, smooth, taut)

    def _image(self, name: Any, codomain: L.Space) -> Any:
        """A value of a function on a finite set."""
        if isinstance(codomain, L.Range | L.Without):
            return self.draw.choice(self.indices(codomain))
        if isinstance(codomain, L.Integers):
            return self.draw.count(self._bounds(name))
        return self._point(name, codomain, self.setting.bound(name))

    def _of_several(self, name: Any, domain: tuple[L.Space, ...], codomain: L.Space) -> Several:
        """For each choice of the arguments from finite sets a function of the others, which are put in one vector."""
        spaces = [self._concrete(space) for space in domain]
        points = [space for space in spaces if isinstance(space, list)]
        lines = tuple(k for k, space in enumerate(spaces) if not isinstance(space, list))
        size = sum(int(s.dimension.value) if isinstance(s, L.Vectors) else 1 for s in (spaces[k] for k in lines))
        bounds = self.setting.bound(name)
        if self.setting.shapes(name):
            raise NoWorld("no worlds for functions of several numbers with what is told of their shapes")

        def member() -> Any:
            if not lines:
                return self._image(name, codomain)
            if isinstance(codomain, L.Vectors):
                return functions.vector_function(self.draw, L.Vectors(L.Number(size)), self.integer(codomain.dimension))
            if isinstance(codomain, L.Integers):
                return functions.counts(self.draw, size, bounds)
            if not isinstance(codomain, L.Reals | L.PositiveReals | L.Interval):
                raise NoWorld("no worlds for functions from a line into a space of points")
            return functions.entangled_function(self.draw, size, bounds)

        return Several(lines, {cell: member() for cell in product(*points)})

    def _concrete(self, space: L.Space) -> Any:
        """The domain of a function with numbers for its sizes; of a finite one the list of its points."""
        match space:
            case L.Vectors(dimension) | L.Simplex(dimension) | L.Compositions(dimension, _):
                return L.Vectors(L.Number(self.integer(dimension)))
            case L.Abstract():
                found = self.unnamed(space)
                return L.R if isinstance(found, Line) else list(found.atoms)
            case L.Slot(product, index):
                return list(self.slot(product, self.integer(index)).atoms)
            case L.Product(product, range_):
                points = [Point()]
                for i in self.indices(range_):
                    points = [Point({**p, i: a}) for p in points for a in self.slot(product, i).atoms]
                return points
            case L.Cartesian(factors):
                choices = [self._concrete(factor) for factor in factors]
                if not all(isinstance(choice, list) for choice in choices):
                    raise NoWorld("no worlds for functions on a product with a line")
                return [Point(enumerate(cell, 1)) for cell in product(*choices)]
            case L.Range() | L.Without():
                return [fmpq(i) for i in self.indices(space)]
            case L.Matrices():
                raise NoWorld("no worlds for functions of matrices")
        return L.R


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


def _integers(names: frozenset[L.Name]) -> set[L.Name]:
    return {n for n in names if isinstance(n, L.Var) and L.is_index_space(n.space)}
