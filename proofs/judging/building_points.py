"""Building the points of a world: numbers, vectors, matrices, and the atoms of its spaces."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flint import fmpq

from proofs import language as L

from . import functions, orthogonal_vectors, powers_drawn, powers_told
from .block_matrices import Blocks
from .draws import Draw
from .machine import Point
from .numbers import Evaluator
from .realising import NoWorld, Realiser
from .scalars import fraction
from .setting import FREE, POSITIVE, Bounds, Setting, sort_key
from .styles import Style
from .world import FiniteSpace, Line

DEFINED_DIGITS = 60  # names that are defined to be a term carry balls this narrow


class PointBuilder(Realiser):
    """Draws the values of names that are no functions.  Raises ``NoWorld``."""

    def __init__(self, setting: Setting, style: Style, draw: Draw) -> None:
        super().__init__(setting, style, draw)
        self._blocks = Blocks(setting.hypotheses)
        self.frames: orthogonal_vectors.Frames = {}

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

    def point(self, name: L.Var, space: L.Space, bounds: Bounds) -> Any:
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
            return (values[1:-1] if self.tells_apart else values[-1:]) or values
        if not self.tells_apart:
            return taken if len(taken) == 1 and taken[0] in values else values
        return [v for v in values if v not in taken] or values

    @property
    def tells_apart(self) -> bool:
        """Whether places of one range are to be different ones: in two of three generic worlds."""
        return self.style.generic and self.draw.number % 3 != 1

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
        return self.point(coordinate, factor, self.setting.bound(coordinate))

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


def _integers(names: frozenset[L.Name]) -> set[L.Name]:
    return {n for n in names if isinstance(n, L.Var) and L.is_index_space(n.space)}
