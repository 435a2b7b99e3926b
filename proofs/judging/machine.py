"""The walk: the value of a term, read off the tree as it was written, by definitions.

The same walk serves every purpose; what it computes with is decided by what the names are bound to: numbers give the
value, dual numbers a derivative, complex balls an integrand, envelopes the bound of a tail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from itertools import count
from typing import Any

from proofs import language as L

from . import scalars
from .linear import Mat, Vec
from .scalars import Undefined, Unknown, as_int, exact, sign_of
from .world import World

Meaning = Callable[[Any, Any], Any]  # (machine, node) -> value
HANDLERS: dict[type, Meaning] = {}
_levels = count(1)
EVALUATIONS = 20_000  # of an integrand, in one quadrature


def handles(*kinds: type) -> Callable[[Meaning], Meaning]:
    """Register the function as the meaning of these kinds of node."""

    def register(f: Meaning) -> Meaning:
        for kind in kinds:
            HANDLERS[kind] = f
        return f

    return register


class Point(dict):
    """A point of a product space: index -> coordinate."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))


class Machine:
    """Evaluates terms in one world, at the working precision of the caller, remembering what it has evaluated.

    What is remembered about a term lasts as long as the values of the bound names in it: ``_depth`` numbers the scopes
    that are open, and ``_local[n]`` lists what goes when the name of the n-th scope takes its next value.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.env: dict[L.Name, Any] = {}
        self.analytic = False  # acb.integral asks for nan where the integrand is not analytic
        self.effort = EVALUATIONS  # 0: only integrals that need no quadrature
        self.integrating = False  # inside a quadrature, whose variable is a complex ball
        self.known: dict[Any, Any] = {}
        self._depth: dict[L.Name, int] = {}
        self._local: list[list[Any]] = [[]]
        self._measured: set[L.Name] = set()
        self._given: dict[L.Name, Any] = {}

    @staticmethod
    def new_level() -> int:
        return next(_levels)

    def value(self, t: Any) -> Any:
        """The value of a term.  Raises ``Undefined`` or ``Unknown``."""
        found = self.known.get(t)
        if found is not None:
            return found
        handler = HANDLERS.get(type(t))
        if handler is None:
            raise Unknown(f"{type(t).__name__} has no numeric meaning here")
        result = handler(self, t)
        self.known[t] = result
        if self._depth:
            depth = 0
            free = t.free
            for name, level in self._depth.items():
                if level > depth and name in free:
                    depth = level
            if depth:
                self._local[depth].append(t)
        return result

    def density(self, law: Any, at: Any) -> Any:
        """The density of a law at a point."""
        raise NotImplementedError

    def log_density_of(self, t: Any) -> Any:
        """log of the term, where it is made of densities whose logarithms are simpler than they are; else None."""
        raise NotImplementedError

    def series(self, t: Any) -> Any:
        """A sum to infinity."""
        raise NotImplementedError

    def integer(self, t: Any) -> int:
        return as_int(self.value(t))

    @contextmanager
    def scope(self, name: L.Name, measured: bool = False) -> Iterator[Callable[[Any], None]]:
        """Open a scope for ``name``; yields the function that gives it its (next) value.

        ``measured``: the name runs over a space with a measure, where log 0 is -oo, an extended real.
        """
        hidden = name in self.env or name in self.world.values
        outer = (self.known, self.env.get(name), self._depth.get(name), self._local, name in self._measured)
        if hidden:  # what is known about terms with the outer meaning of the name does not hold inside
            self.known = {t: v for t, v in self.known.items() if name not in t.free}
            self._local = [list(part) for part in self._local]
        depth = len(self._local)
        self._local.append([])
        self._depth[name] = depth
        (self._measured.add if measured else self._measured.discard)(name)

        def bind(value: Any) -> None:
            self.forget(depth)
            self.env[name] = value

        try:
            yield bind
        finally:
            self.forget(depth)
            self._local.pop()
            inner = self.known
            self.known, before, old_depth, self._local, was_measured = outer
            if hidden:
                closed = {t: v for t, v in inner.items() if not (t.free & self._depth.keys()) and name not in t.free}
                self.known.update(closed)
            if before is None:
                self.env.pop(name, None)
            else:
                self.env[name] = before
            if old_depth is None:
                self._depth.pop(name, None)
            else:
                self._depth[name] = old_depth
            (self._measured.add if was_measured else self._measured.discard)(name)

    def forget(self, depth: int) -> None:
        for part in self._local[depth:]:
            for t in part:
                self.known.pop(t, None)
            part.clear()

    def at(self, body: Any, name: L.Name, value: Any) -> Any:
        """The value of ``body`` with ``name`` bound to ``value``."""
        with self.scope(name) as bind:
            bind(value)
            return self.value(body)

    def measured(self, t: Any) -> bool:
        """Whether ``t`` depends on a variable of integration."""
        return not t.free.isdisjoint(self._measured)

    def lookup(self, name: L.Name) -> Any:
        """What the environment or the world says about a name; exact numbers are converted once."""
        found = self.env.get(name)
        if found is None:
            found = self._given.get(name)
        if found is None:
            if name not in self.world.values:
                raise Unknown(f"the world gives no value to {getattr(name, 'name', name)}")
            found = self._given[name] = convert(self.world.values[name], name)
        return found

    def apply(self, f: Any, args: tuple) -> Any:
        """A function (a closed Lambda, curried for several arguments; or a table) at values."""
        for x in args:
            if isinstance(f, L.Lambda):
                if isinstance(f.body, L.Lambda):
                    raise Unknown("a curried function")
                f = self.at(f.body, f.var, x)
            elif isinstance(f, dict):
                f = f[x]
            else:
                raise Unknown("a function with more arguments than the world gives it")
        return f

    def function(self, head: Any) -> Any:
        """What stands for an unknown function in this world."""
        if isinstance(head, L.MemberFunction):
            family = head.family if isinstance(head.family, dict) else self.lookup(head.family)
            i = self.integer(head.index)
            if i not in family:
                raise Undefined(f"the family {head.family.name} has no member {i}")
            return family[i]
        return head if isinstance(head, L.Lambda) else self.lookup(head)


def convert(value: Any, name: Any) -> Any:
    """A world's plain data as scalars, vectors, matrices, points."""
    if isinstance(value, int | Fraction):
        space = getattr(name, "space", None)
        atom = isinstance(value, int) and isinstance(space, L.Abstract | L.Slot)
        return value if atom else exact(value)
    if isinstance(value, tuple):
        if value and isinstance(value[0], tuple):
            return Mat([convert(x, None) for x in row] for row in value)
        return Vec(convert(x, None) for x in value)
    if isinstance(value, dict) and isinstance(name, L.Var):
        return Point((i, x if isinstance(x, int) else convert(x, None)) for i, x in value.items())
    if isinstance(value, dict) and not isinstance(name, L.FunctionFamily):
        return {i: x if isinstance(x, L.Node) else convert(x, None) for i, x in value.items()}
    return value


def compare(a: Any, symbol: str, b: Any) -> bool:
    if isinstance(a, scalars.Infinite) and isinstance(b, scalars.Infinite):
        s = (a.sign > b.sign) - (a.sign < b.sign)
    else:
        s = sign_of(a - b)
    return {"=": s == 0, "!=": s != 0, "<": s < 0, "<=": s <= 0, ">": s > 0, ">=": s >= 0}[symbol]


def index_values(m: Machine, space: Any) -> list[int] | None:
    """The integers of an index range, in order; None for a range that does not end."""
    match space:
        case L.Range(low, high):
            top = m.value(high)
            if isinstance(top, scalars.Infinite):
                return None
            return list(range(m.integer(low), as_int(top) + 1))
        case L.Without(inner, index):
            found = index_values(m, inner)
            left_out = m.integer(index)
            return None if found is None else [i for i in found if i != left_out]
    raise Unknown(f"{space!r} is no index range that the world fixes")
