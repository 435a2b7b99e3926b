"""Building the functions of a world, and its random variables: with the shape, the bounds and the moments told."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from typing import Any

from flint import fmpq, fmpq_poly

from proofs import language as L

from . import curves, functions
from .building_points import PointBuilder
from .draws import Draw
from .machine import Point
from .realising import NoWorld
from .setting import FREE, Bounds, Setting
from .styles import Style
from .weights import is_weight
from .world import FiniteSpace, Line, Several, key_of


class FunctionBuilder(PointBuilder):
    """Draws the functions of a world.  Raises ``NoWorld``."""

    def __init__(self, setting: Setting, style: Style, draw: Draw) -> None:
        super().__init__(setting, style, draw)
        self._pairs: dict[L.Name, tuple[L.Lambda, L.Lambda]] = {}  # functions, and what undoes them

    def function(self, name: Any, domain: tuple[L.Space, ...], codomain: L.Space, variable: Any) -> Any:
        """What stands for a function; ``variable`` is how the setting knows it as a random variable."""
        bounds = self.bounds(name)
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
                if name in self.style.repeated and len(space) > 2:
                    found[space[1]] = found[space[0]]
                found.update((space[0], value) for own, value in self.style.atoms if own is name)
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
        free = bounds.low in (None, 0) and bounds.high is None
        if space is L.R and free and is_weight(name, self.setting.hypotheses):
            return functions.weight(self.draw)
        return functions.scalar_function(self.draw, space, bounds)

    def _image(self, name: Any, codomain: L.Space) -> Any:
        """A value of a function on a finite set."""
        if isinstance(codomain, L.Range | L.Without):
            return self.draw.choice(self.indices(codomain))
        if isinstance(codomain, L.Integers):
            return self.draw.count(self.bounds(name))
        return self.point(name, codomain, self.setting.bound(name))

    def bounds(self, name: L.Name) -> Bounds:
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

    def through(self, name: L.Name, drawn: Any) -> Any:
        """A function on the line, moved up or down to the value that is told of it at a point, or bent to several."""
        told, *others = self.setting.through.get(name, (None,))
        if told is None:
            return drawn
        special = name in self.setting.inverses or self.setting.about("diffeomorphism", name)
        special = special or bool(others and (self.setting.shapes(name) or name in self.setting.steepness))
        if not isinstance(drawn, L.Lambda) or self.setting.bound(name) != FREE or special:
            raise NoWorld(f"no values of {name.name} with the one that is told")
        if others or not isinstance(told.left.args[0], L.Number):
            return self._bent(drawn, {self.plain(each.left.args[0]): each.right for each in (told, *others)})
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

    def _bent(self, drawn: L.Lambda, told: Mapping[Any, L.Term]) -> L.Lambda:
        """A function on the line with the values that are told of it at points: what it lacks there is put to it as the
        polynomial through these."""
        lacking = {at: self.plain(c - L.substitute(drawn.body, {drawn.var: L.Number(at)})) for at, c in told.items()}
        if not all(isinstance(each, Fraction | int) for each in (*lacking, *lacking.values())):
            raise NoWorld("no values of a function with those that are told")
        put = fmpq_poly()
        for at, value in lacking.items():
            part = fmpq_poly([_rational(value)])
            for other in (point for point in told if point != at):
                part *= fmpq_poly([_rational(-other), 1]) / _rational(at - other)
            put += part
        powers = [L.Number(Fraction(int(c.p), int(c.q))) * drawn.var**k for k, c in enumerate(put.coeffs()) if c]
        return L.Lambda(L.fold(L.Plus, [drawn.body, *powers], 0), drawn.var)

    def _with_moments(self, name: L.Name, table: dict[Any, Any]) -> dict[Any, Any]:
        """The random variable, moved and stretched so that it has the mean and the variance that are told of it."""
        told = self.setting.moments[name]
        masses = [
            density * weight for density, weight in zip(self.values[told.law], self._weights(told.law), strict=True)
        ]
        mean = sum(p * table[point] for point, p in enumerate(masses))
        variance = sum(p * (table[point] - mean) ** 2 for point, p in enumerate(masses))
        if (bounds := self.bounds(name)) != FREE and told.variance is None and told.mean is not None:
            wanted = self.plain(told.mean)
            alone = not any(name in named for named in self.setting.independent.values())
            extreme = alone and self.draw.sign() > 0
            moved = functions.with_mean_at_ends(masses, wanted, bounds) if extreme else None
            moved = moved or functions.towards_mean(table, mean, wanted, bounds)
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


def _rational(value: Fraction | int) -> fmpq:
    return fmpq(value.numerator, value.denominator)
