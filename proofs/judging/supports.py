"""Spaces in a world: atoms with weights, or a line; which points a law lives on, and whether it is one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, pairwise, product
from math import comb
from typing import Any

from flint import acb, fmpq

from proofs import language as L

from .axis import probing
from .densities_written import support_of
from .linear import Vec
from .machine import Atom, Machine, Point, compare, index_values
from .scalars import ONE, ZERO, Infinite, Lifted, Undefined, Unknown, as_int, exact, is_zero, sign_of
from .world import FiniteSpace, key_of

Atoms = list[tuple[Any, fmpq]]


class Supports(Machine):
    """A machine that knows where laws live."""

    def atoms(self, space: Any) -> Atoms | None:
        """The points of a space with the reference measure of each; None where it is no finite set."""
        return self.recall(Supports._atoms, space)

    def _atoms(self, space: Any) -> Atoms | None:
        match space:
            case L.Abstract():
                return self._realised(key_of(space))
            case L.Reals() if space in self.world.spaces:
                return self._realised(space)
            case L.Slot(name, index):
                return self._realised((name, self.integer(index)))
            case L.Product(name, range_):
                indices = index_values(self, range_)
                if indices is None:
                    raise Unknown("a product of infinitely many spaces")
                return _products(indices, [self._realised((name, i)) for i in indices])
            case L.Cartesian(factors):
                return _products(range(1, len(factors) + 1), list(map(self.atoms, factors)))
            case L.Range() | L.Without():
                values = index_values(self, space)
                return None if values is None else [(fmpq(i), ONE) for i in values]
            case L.Compositions(size, total):
                return [(point, ONE) for point in self._compositions(self.integer(size), self.integer(total))]
        return None

    def _compositions(self, size: int, total: int) -> list[Vec]:
        """The vectors of so many counts with this sum."""
        if size < 1 or total < 0:
            return [Vec()] if size == total == 0 else []
        self.spend(comb(total + size - 1, size - 1))
        cuts = combinations(range(total + size - 1), size - 1)
        ends = ((-1, *cut, total + size - 1) for cut in cuts)
        return [Vec(fmpq(b - a - 1) for a, b in pairwise(each)) for each in ends]

    def _realised(self, key: Any) -> Atoms | None:
        space = self.world.spaces.get(key)
        if space is None:
            raise Unknown(f"the world does not realise the space {key}")
        return [(Atom(a), exact(w)) for a, w in enumerate(space.weights)] if isinstance(space, FiniteSpace) else None

    def inside(self, law: Any, at: L.Term) -> bool | None:
        """Whether the point lies in the support of a known law; None for a complex ball across its end."""
        space = support_of(law)
        if isinstance(space, L.Vectors | L.Matrices | L.Reals):
            return True
        x = self.value(at)
        if isinstance(space, L.Simplex | L.Compositions):
            return self._among(x, space)
        low, high = self.ends(space)
        if isinstance(law, L.Counting):
            if not isinstance(x, fmpq):
                return True
            return x.q == 1 and x >= (0 if low is None else low) and (high is None or x <= high)
        gaps = [] if low is None else [x if is_zero(low) else x - low]
        gaps += [] if high is None else [high - x]
        for gap in gaps:
            if isinstance(gap, acb) and not (gap.real > 0 or gap.real < 0):
                return None
            sign = sign_of(gap)
            if sign == 0 and not isinstance(law, L.Uniform):
                raise Undefined("the value of a density at an end of its support is a matter of convention")
            if sign < 0:
                return False
        return True

    def _among(self, x: Any, space: Any) -> bool:
        """Whether a vector is a point of a simplex, or one of the vectors of counts."""
        if not isinstance(x, Vec) or len(x) != self.integer(space.dimension):
            raise Undefined("a density at a vector of another size")
        counted = isinstance(space, L.Compositions)
        whole = self.value(space.total) if counted else ONE
        if any(isinstance(c, Lifted) for c in x):  # the coordinates of what is integrated over
            return True
        if counted and not all(isinstance(c, fmpq) and c.q == 1 for c in x):
            return False
        inside = all(sign_of(c) >= (0 if counted else 1) for c in x)
        if inside and not compare(sum(x[1:], x[0]), "=", whole):
            if counted:
                return False
            raise Undefined("a density on a simplex at what is no point of it")
        return inside

    def ends(self, space: Any) -> tuple[Any, Any]:
        """The ends of a part of the line, or of an index range; None for an end at infinity."""
        match space:
            case L.Interval(low, high) | L.Range(low, high):
                first, last = self.value(low), self.value(high)
                if (isinstance(first, Infinite) and first.sign > 0) or (isinstance(last, Infinite) and last.sign < 0):
                    raise Undefined("an interval that ends before it begins")
                return None if isinstance(first, Infinite) else first, None if isinstance(last, Infinite) else last
            case L.PositiveReals():
                return ZERO, None
        return None, None

    def check(self, law: L.Family) -> None:
        """Raises ``Undefined`` where the parameters of a law are not what they must be."""
        if not all(map(self._holds, law.conditions())):
            raise Undefined(f"a {type(law).__name__} law whose parameters are none")
        for name in law.whole:
            as_int(self.value(getattr(law, name)))

    def _holds(self, condition: Any) -> bool:
        """Whether a relation holds, or one for every index."""
        if isinstance(condition, L.ForAll):
            with self.scope(condition.var) as bind:
                for i in index_values(self, condition.var.space) or ():
                    bind(fmpq(i))
                    if not self._holds(condition.body):
                        return False
            return True
        left, right = self.value(condition.left), self.value(condition.right)
        holds = compare(left, condition.symbol, right)
        return holds or probing(left) or probing(right)  # a walk that looks for kinks has no signs yet


def _products(indices: Iterable[int], parts: list[Atoms | None]) -> Atoms | None:
    """The points of a product of finite sets; None where one of them is none."""
    if any(part is None for part in parts):
        return None
    choices = product(*parts)  # type: ignore[arg-type]
    indices = tuple(indices)
    return [(Point(zip(indices, (x for x, _ in c), strict=True)), _weight(c)) for c in choices]


def _weight(choice: tuple) -> fmpq:
    result = ONE
    for _, w in choice:
        result = result * w
    return result
