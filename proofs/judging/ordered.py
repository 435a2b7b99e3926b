"""Orders between unknown densities, or functions, that hold at all points: how such a pair is built.

``f(x) <= M g(x)`` for all x holds of two densities exactly where g is f with the weight 1/M, mixed with another
density: so M is at least 1, and is 1 only where they are equal.  A function that lies above a term is that term and a
square; one between two terms is a part of the way from the one to the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from proofs import language as L

from .numbers import Evaluator
from .scalars import fraction
from .world import World

_Part = tuple[L.Term, L.Density]  # a factor, and the density at the point
_PLAIN = ("density", "differentiable", "finite")  # what may be told of a name that is built so


@dataclass(frozen=True)
class Mixed:
    """A density that is another one, with a weight, mixed with a third: ``weight * lower <= upper``."""

    name: L.Density
    lower: L.Density
    weight: L.Term

    @property
    def needs(self) -> frozenset[L.Name]:
        """What must be known before it is built."""
        return self.weight.free | {self.lower}

    def built(self, world: World, third: Any) -> Any:
        """What stands for the density, made of one that was drawn; None where there is none."""
        value, lower = Evaluator(world).value(self.weight), world.values[self.lower]
        weight = None if value.exact is None else fraction(value.exact)
        if weight is None or not 0 <= weight <= 1:
            return None
        match lower, third:
            case L.Law(), L.Law():
                parts = L.Number(weight), L.Number(1 - weight)
                return lower if weight == 1 else L.Mixture(parts, (lower, third))
            case tuple(), tuple():
                return tuple(weight * a + (1 - weight) * b for a, b in zip(lower, third, strict=True))
        return None

    def holds(self, world: World) -> bool:
        """Whether what stands for the density was built so in this world."""
        value = world.values.get(self.name)
        thirds = (value, value.components[-1]) if isinstance(value, L.Mixture) else (value,)
        return value is not None and any(value == self.built(world, third) for third in thirds)


@dataclass(frozen=True)
class Between:
    """A function on the line that lies above a term in ``point``, below one, or both, on the part where the point
    lies."""

    name: L.Function
    low: L.Term | None
    high: L.Term | None
    point: L.Var
    is_strict: bool

    @property
    def needs(self) -> frozenset[L.Name]:
        """What must be known before it is built."""
        ends = (end.free for end in (self.low, self.high) if end is not None)
        return self.point.space.free.union(*ends) - {self.point}

    def built(self, world: World, drawn: Any) -> Any:
        """What stands for the function, made of one that was drawn; None where there is none."""
        values = {name: world.values[name] for name in self.needs}
        plain = all(isinstance(value, Fraction | int | L.Lambda) for value in values.values())
        if not isinstance(drawn, L.Lambda) or not plain:
            return None
        terms = {n: v if isinstance(v, L.Lambda) else L.Number(v) for n, v in values.items()}
        u = L.Var("u", L.R)
        written = L.substitute(self._written(L.substitute(drawn.body, {drawn.var: u})), {self.point: u})
        if self.low is not None and self.high is not None and not self._is_open(terms):
            return None
        return L.Lambda(L.substitute(written, terms), u)

    def holds(self, world: World) -> bool:
        """Whether what stands for the function was built so in this world."""
        value = world.values.get(self.name)
        if not isinstance(value, L.Lambda):
            return False
        roots = (n.base for n in value.body.walk() if isinstance(n, L.Power))
        return any(value == self.built(world, L.Lambda(root, value.var)) for root in roots)

    def beside(self, other: Between) -> Between | None:
        """The function between what this one and another say of it; None where both say the same of it."""
        low, high = (self.low, other.high) if self.low is not None else (other.low, self.high)
        both = {self.low, self.high, other.low, other.high} == {low, high, None} and None not in (low, high)
        return replace(self, low=low, high=high, is_strict=True) if both and self.point is other.point else None

    def _written(self, root: L.Term) -> L.Term:
        if self.low is not None and self.high is not None:
            share = L.Quotient(L.fold(L.Times, [*self._inside(), *((L.Number(4),) if self._inside()[1:] else ())], 1),
                               root**2 + 1)  # fmt: skip
            return L.Plus((self.low, L.Times((self.high - self.low, share))))
        square = root**2 + 1 if self.is_strict or self._inside() else root**2
        by = L.fold(L.Times, [*self._inside(), square], 1)
        return L.Plus((self.low, by)) if self.low is not None else L.Plus((self.high, L.Neg(by)))

    def _inside(self) -> tuple[L.Term, ...]:
        """Factors that are positive where the point lies, and not beyond; of a bounded interval at most 1/4."""
        x = self.point
        match x.space:
            case L.PositiveReals():
                return (x,) if None in (self.low, self.high) else (x / (1 + x**2),)
            case L.Interval(low, high) if low is not L.Neg(L.oo) and high is not L.oo:
                return (x - low) / (high - low), (high - x) / (high - low)
            case L.Interval(low, high):
                by = x - low if high is L.oo else high - x
                return (by,) if None in (self.low, self.high) else (by / (1 + by**2),)
        return ()

    def _is_open(self, terms: dict[L.Name, Any]) -> bool:
        """Whether there is room between its ends, which are numbers."""
        assert self.low is not None and self.high is not None
        gap = L.substitute(self.high - self.low, terms)
        exact = None if gap.free else Evaluator(World({})).value(gap).exact
        return exact is not None and exact > 0


Ordered = Mixed | Between


def told_by(hypotheses: Iterable[Any]) -> Iterator[tuple[Ordered, tuple[Any, ...]]]:
    """The names that may be built so that orders hold at all points, and these orders; none of which more is told."""
    hypotheses = tuple(hypotheses)
    ways = [(way, h) for h in hypotheses for way in _told(h)]
    for k, (way, h) in enumerate(ways):
        for other, g in ways[k + 1 :]:
            pair = way.beside(other) if isinstance(way, Between) and isinstance(other, Between) else None
            if pair is not None and way.name is other.name and _is_plain(way.name, hypotheses, (h, g)):
                yield pair, (h, g)
        if _is_plain(way.name, hypotheses, (h,)):
            yield way, (h,)


def least_factor(told: Ordered) -> L.Var | None:
    """The number that is at least 1, of ``f <= M g``."""
    match told:
        case Mixed(_, _, L.Quotient(one, L.Var() as factor)) if one is L.Number(1):
            return factor
    return None


def _is_plain(name: L.Name, hypotheses: tuple[Any, ...], said: tuple[Any, ...]) -> bool:
    """Whether no more is told of a density, or a function, than that it is one, or that it is smooth."""
    others = [h for h in hypotheses if name in h.free and h not in said]
    return all(isinstance(h, L.Fact) and h.predicate in _PLAIN for h in others)


def _told(h: Any) -> Iterator[Ordered]:
    """How an order at all points may be met."""
    match h:
        case L.ForAll(L.Relation(left, "<=" | "<" | ">=" | ">" as symbol, right), x):
            if symbol in (">", ">="):
                left, right = right, left
            for lower, upper in _compared(left, right, x) if symbol in ("<=", ">=") else ():
                (a, f), (b, g) = lower, upper
                if f is not g and f.space is g.space is x.space and (a.free | b.free).isdisjoint({f, g}):
                    yield Mixed(g, f, a if b is L.Number(1) else a / b)
            strict = symbol in ("<", ">")
            if (above := _function(right, left, x)) is not None:
                yield Between(above, left, None, x, strict)
            if (below := _function(left, right, x)) is not None:
                yield Between(below, None, right, x, strict)


def _function(side: Any, other: Any, x: L.Var) -> L.Function | None:
    """The function on the line of which a side is the value at the point, where the other side is made without it."""
    match side:
        case L.Apply(L.Function(_, (L.Reals(),), L.Reals()) as f, (at,)) if at is x and f not in other.free:
            return f if all(isinstance(n, L.Var | L.Function) for n in other.free) else None
    return None


def _compared(left: Any, right: Any, x: L.Var) -> Iterator[tuple[_Part, _Part]]:
    r"""The densities of ``f(x) <= M g(x)``, or of ``f(x) / g(x) <= M``, each with its factor."""
    lower, upper = _split(left, x), _split(right, x)
    if lower is not None and upper is not None:
        yield lower, upper
    match left:
        case L.Quotient(num, den) if x not in right.free:
            lower, upper = _split(num, x), _split(den, x)
            if lower is not None and upper is not None:
                yield lower, (upper[0] * right, upper[1])


def _split(t: Any, x: L.Var) -> _Part | None:
    """A term as a factor that does not depend on the point, and the density there."""
    match t:
        case L.Apply(L.Density() as law, (at,)) if at is x:
            return L.Number(1), law
        case L.Times(args):
            inside = [k for k, a in enumerate(args) if x in a.free]
            found = _split(args[inside[0]], x) if len(inside) == 1 else None
            rest = [a for k, a in enumerate(args) if k not in inside]
            return None if found is None else (L.fold(L.Times, [*rest, found[0]], 1), found[1])
        case L.Quotient(num, den) if x not in den.free and (found := _split(num, x)) is not None:
            return found[0] / den, found[1]
    return None


__all__ = ["Between", "Mixed", "Ordered", "least_factor", "told_by"]
