"""The walk: the value of a term, read off the tree as it was written, by definitions.

The same walk serves every purpose; what it computes with is decided by what the names are bound to: numbers give the
value, dual numbers a derivative, complex balls an integrand, envelopes the bound of a tail.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import count
from typing import Any, Self

from flint import fmpq

from proofs import language as L

from . import scalars
from .estimates import Budget
from .linear import Mat, Vec
from .scalars import Undefined, Unknown, as_int, exact, sign_of
from .world import Several, World

Meaning = Callable[[Any, Any], Any]  # (machine, node) -> value
HANDLERS: dict[type, Meaning] = {}
_levels = count(1)
EVALUATIONS = 20_000  # of an integrand, in one quadrature
MOST_TERMS = 100_000  # of finite sums and products, in one world for one claim


def handles(*kinds: type) -> Callable[[Meaning], Meaning]:
    """Register the function as the meaning of these kinds of node."""

    def register(f: Meaning) -> Meaning:
        for kind in kinds:
            HANDLERS[kind] = f
        return f

    return register


class NoNumber:
    """Base of values that are points and no numbers."""

    __slots__ = ()

    def _no_number(self, *_: Any) -> Any:
        raise scalars.Undefined("a point of a space of which nothing is said is used as a number")

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __neg__ = _no_number
    __pow__ = __rpow__ = __abs__ = _no_number


class Atom(NoNumber):
    """A point of a finite space.  A table finds it by its place, which is what it equals."""

    __slots__ = ("place",)

    def __init__(self, place: int) -> None:
        self.place = place

    def __index__(self) -> int:
        return self.place

    def __hash__(self) -> int:
        return hash(self.place)

    def __eq__(self, other: object) -> bool:
        return self.place == (other.place if isinstance(other, Atom) else other)


class Point(NoNumber, dict):
    """A point of a product space: index -> coordinate."""

    __slots__ = ("_in_order", "_mark")

    @property
    def in_order(self) -> tuple:
        """The coordinates in the order of their indices, by which tables know the point."""
        try:
            return self._in_order
        except AttributeError:
            self._in_order: tuple = tuple([self[i] for i in sorted(self)])
            return self._in_order

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    @property
    def mark(self) -> frozenset | None:
        """By what a point made of atoms is recognised when it comes again."""
        try:
            return self._mark
        except AttributeError:
            atoms = all(type(x) is Atom for x in self.values())
            self._mark: frozenset | None = frozenset(self.items()) if atoms else None
            return self._mark


class Moment:
    """What is known while the names in scope have certain values, and the moments inside this one."""

    __slots__ = ("_before", "_inner", "known")

    def __init__(self) -> None:
        self.known: dict[Any, Any] = {}
        self._inner: dict[Any, dict[Any, Moment]] | None = None  # most have none
        self._before: tuple[Moment, set[Any]] | None = None

    def without(self, changed: set[Any]) -> Moment:
        """A copy, less what is known about terms with these names; of moments inside when they are asked for."""
        left = Moment()
        left.known = dict(self.known)
        if changed:
            for key in self.known:
                if not changed.isdisjoint((key[1] if type(key) is tuple else key).free):
                    del left.known[key]
        left._before = self, changed
        return left

    def inside(self, scope: Any) -> dict[Any, Moment]:
        """The moments inside this one, by the values of a name."""
        if self._inner is None:
            self._inner = {}
        found = self._inner.get(scope)
        if found is None:
            before: dict[Any, Moment] = {}
            if self._before is not None:
                moment, changed = self._before
                before = {value: inner.without(changed) for value, inner in moment.inside(scope).items()}
            found = self._inner[scope] = before
        return found


KEPT = 64  # values of one name whose moments are kept


class Scope:
    """A scope in which a name takes one value after another; as a function, it gives the name its next value.

    What was computed at an atom, an index or a rational is kept for the next term that asks there.
    """

    __slots__ = ("_hidden", "_moments", "_was_measured", "known", "machine", "measured", "moment", "name", "outer")
    moment: Moment
    outer: Scope | None

    def __init__(self, machine: Machine, name: L.Name, measured: bool) -> None:
        self.machine, self.name, self.measured = machine, name, measured

    def __enter__(self) -> Scope:
        m, name = self.machine, self.name
        self.outer = m.innermost
        around = m.top if self.outer is None else self.outer.moment
        self._moments = around.inside((name, self.measured))
        self._hidden, self._was_measured = m.env.get(name), name in m.names_measured
        (m.names_measured.add if self.measured else m.names_measured.discard)(name)
        self.moment = Moment()
        self.known = self.moment.known
        m.innermost = self
        return self

    def __call__(self, value: Any) -> None:
        mark = _mark(value)
        moment = None if mark is None else self._moments.get(mark)
        if moment is None:
            moment = Moment()
            if mark is not None and len(self._moments) < KEPT:
                self._moments[mark] = moment
        self.moment, self.known = moment, moment.known
        self.machine.env[self.name] = value

    def __exit__(self, *_: object) -> None:
        m, name = self.machine, self.name
        m.innermost = self.outer
        if self._hidden is None:
            m.env.pop(name, None)
        else:
            m.env[name] = self._hidden
        (m.names_measured.add if self._was_measured else m.names_measured.discard)(name)


def _mark(value: Any) -> Any:
    """By what a value is recognised when it comes again: an atom, a rational, a point made of atoms; else None."""
    kind = type(value)
    if kind is Atom:
        return value
    if kind is fmpq:  # whose own hash is slow
        return value.p, value.q
    return value.mark if kind is Point else None


class Machine:
    """Evaluates terms in one world, at the working precision of the caller, remembering what it has evaluated.

    What is remembered about a term belongs to the innermost scope among its free names, and to the values that this
    scope and those around it have.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.env: dict[L.Name, Any] = {}
        self.analytic = False  # acb.integral asks for nan where the integrand is not analytic
        self.effort = EVALUATIONS  # 0: only integrals that need no quadrature
        self.integrating = False  # inside a quadrature, whose variable is a complex ball
        self.integrated = False  # some of what is remembered rests on quadrature
        self.probes: list[tuple[L.Var, Any]] = []  # the variables whose integrands are searched for kinks
        self.resolution: int | None = None  # that of an estimate; None where enclosures are wanted
        self.budget = Budget()
        self.terms = MOST_TERMS  # that may still be added or multiplied in finite sums and products
        self.top = Moment()
        self.closer: dict[Any, Any] = {}  # what a machine of greater precision knows about terms without bound names
        self.hopeless: dict[Any, str] = {}  # integrals that could not be enclosed, and why
        self.innermost: Scope | None = None
        self.names_measured: set[L.Name] = set()
        self.termwise: set[int] = set()  # levels of derivatives for which a series may be taken term by term
        self._given: dict[L.Name, Any] = {}

    @staticmethod
    def new_level() -> int:
        return next(_levels)

    def moved(self, world: World, changed: set[Any]) -> Self:
        """A machine for a world in which some names have other values, knowing what does not depend on them."""
        new = type(self)(world)
        new.integrated = self.integrated
        new._given = {name: value for name, value in self._given.items() if name not in changed}
        new.top = self.top.without(changed)
        return new

    def value(self, t: Any) -> Any:
        """The value of a term.  Raises ``Undefined`` or ``Unknown``."""
        kind = type(t)
        if kind is L.Var:
            found = self.env.get(t)
            if found is None:
                found = self._given.get(t)
            return self.lookup(t) if found is None else found
        scope, free = self.innermost, t.free
        while scope is not None and scope.name not in free:
            scope = scope.outer
        known = self.top.known if scope is None else scope.known
        found = known.get(t)
        if found is None:
            found = self.closer.get(t) if scope is None else None
            if found is None:
                handler = HANDLERS.get(kind)
                if handler is None:
                    raise Unknown(f"{kind.__name__} has no numeric meaning here")
                found = handler(self, t)
            known[t] = found
        return found

    def spend(self, terms: int) -> None:
        """Raises ``Unknown`` where more terms are to be added than anybody would wait for."""
        self.terms -= terms
        if self.terms < 0:
            raise Unknown(f"sums and products of more than {MOST_TERMS:,} terms")

    def recall(self, what: Callable[[Any, Any], Any], t: Any) -> Any:
        """What a function of the machine and a node gives, computed once as long as the names in the node last."""
        scope = self.innermost
        while scope is not None and scope.name not in t.free:
            scope = scope.outer
        known = self.top.known if scope is None else scope.known
        key = (what, t)
        if key not in known:
            known[key] = what(self, t)
        return known[key]

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

    def scope(self, name: L.Name, measured: bool = False) -> Scope:
        """A scope for ``name``, to be entered; it is the function that gives the name its (next) value.

        ``measured``: the name runs over a space with a measure, where log 0 is -oo, an extended real.
        """
        return Scope(self, name, measured)

    def at(self, body: Any, name: L.Name, value: Any) -> Any:
        """The value of ``body`` with ``name`` bound to ``value``."""
        with Scope(self, name, False) as bind:
            bind(value)
            return self.value(body)

    def measured(self, t: Any) -> bool:
        """Whether ``t`` depends on a variable of integration."""
        return not t.free.isdisjoint(self.names_measured)

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
        """A function (a closed Lambda, a table, or several of these) at values."""
        if isinstance(f, Several):
            member = entry(f.cells, tuple(x for k, x in enumerate(args) if k not in f.lines))
            if not f.lines:
                return convert(member, None)
            flat = [c for k in f.lines for c in (args[k] if isinstance(args[k], Vec) else (args[k],))]
            return self.at(member.body, member.var, Vec(flat))
        for x in args:
            if isinstance(f, L.Lambda):
                f = self.at(f.body, f.var, x)
            elif isinstance(f, dict):
                f = entry(f, x)
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


def entry(table: Any, at: Any) -> Any:
    """What a table says of a point.  Raises ``Unknown`` where it knows no such point: another space's, or a number."""
    try:
        found = table[at]
    except (LookupError, TypeError, ValueError):  # ValueError: a ball cannot be hashed
        found = None
    if found is None or not _alike(at, next(iter(table)) if isinstance(table, dict) else 0):
        raise Unknown("a function or a density at what is no point of its space")
    return found


def _alike(x: Any, key: Any) -> bool:
    """Whether x is of the kind of a key that it equals: the number 1 is not the atom 1."""
    kind = type(x)
    if kind is Atom or kind is fmpq:
        return (kind is Atom) == isinstance(key, int | Atom)
    if isinstance(x, tuple):
        return all(map(_alike, x, key))
    if isinstance(x, Point):
        return all(_alike(value, key[i]) for i, value in x.items())
    return isinstance(x, int) == isinstance(key, int | Atom)


def convert(value: Any, name: Any) -> Any:
    """A world's plain data as scalars, vectors, matrices, points."""
    if type(value) is Fraction:  # isinstance would ask its metaclass about whatever is none
        return exact(value)
    if isinstance(value, int):
        return Atom(value) if isinstance(getattr(name, "space", None), L.Abstract | L.Slot) else exact(value)
    if isinstance(value, tuple):
        if (value and isinstance(value[0], tuple)) or isinstance(getattr(name, "space", None), L.Matrices):
            return Mat([convert(x, None) for x in row] for row in value)
        return Vec(convert(x, None) for x in value)
    if isinstance(value, dict) and isinstance(name, L.Var):
        return Point((i, Atom(x) if isinstance(x, int) else convert(x, None)) for i, x in value.items())
    if isinstance(value, dict) and isinstance(name, L.FunctionFamily):
        return {i: _table(member, name) if isinstance(member, dict) else member for i, member in value.items()}
    return _table(value, name) if isinstance(value, dict) else value


def _table(table: dict, name: Any) -> dict:
    """A function or a density given point by point; the values of a function may be points themselves."""
    points = isinstance(getattr(name, "codomain", None), L.Abstract | L.Slot)
    if points:
        return {i: Atom(x) for i, x in table.items()}
    return {i: x if isinstance(x, L.Node) else convert(x, None) for i, x in table.items()}


def compare(a: Any, symbol: str, b: Any) -> bool:
    if isinstance(a, Atom) and isinstance(b, Atom) and symbol in ("=", "!="):
        return (a == b) == (symbol == "=")
    if isinstance(a, scalars.Infinite) and isinstance(b, scalars.Infinite):
        s = (a.sign > b.sign) - (a.sign < b.sign)
    else:
        s = sign_of(a - b)
    return {"=": s == 0, "!=": s != 0, "<": s < 0, "<=": s <= 0, ">": s > 0, ">=": s >= 0}[symbol]


def index_values(m: Machine, space: Any) -> list[int] | None:
    """The integers of an index range, in order; None for a range that does not end."""
    return m.recall(_index_values, space)


def _index_values(m: Machine, space: Any) -> list[int] | None:
    match space:
        case L.Range(low, high):
            top = m.value(high)
            if isinstance(top, scalars.Infinite):
                return None
            first, last = m.integer(low), as_int(top)
            if last - first >= MOST_TERMS:
                raise Unknown(f"a range of more than {MOST_TERMS:,} integers")
            return list(range(first, last + 1))
        case L.Without(inner, index):
            found = index_values(m, inner)
            left_out = m.integer(index)
            return None if found is None else [i for i in found if i != left_out]
    raise Unknown(f"{space!r} is no index range that the world fixes")
