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

from flint import acb, arb, fmpq

from proofs import language as L

from . import scalars
from .dual import seed, split
from .linear import Mat, Vec, block, diagonal, identity
from .scalars import MINUS, ONE, PLUS, ZERO, Undefined, Unknown, as_int, divide, exact, is_zero, sign_of
from .world import World

HANDLERS: dict[type, Callable[[Machine, Any], Any]] = {}
_levels = count(1)


def handles(*kinds: type) -> Callable[[Callable[[Machine, Any], Any]], Callable[[Machine, Any], Any]]:
    """Register the function as the meaning of these kinds of node."""

    def register(f: Callable[[Machine, Any], Any]) -> Callable[[Machine, Any], Any]:
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
            for name in t.free:
                depth = max(depth, self._depth.get(name, 0))
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


@handles(L.Number)
def _number(_: Machine, t: L.Number) -> fmpq:
    return fmpq(t.value.numerator, t.value.denominator)


@handles(L.Constant)
def _constant(_: Machine, t: L.Constant) -> Any:
    return {"pi": arb.pi, "e": arb.const_e, "oo": lambda: PLUS}[t.name]()


@handles(L.Var)
def _var(m: Machine, t: L.Var) -> Any:
    return m.lookup(t)


@handles(L.Plus)
def _plus(m: Machine, t: L.Plus) -> Any:
    result = m.value(t.args[0])
    for arg in t.args[1:]:
        result = result + m.value(arg)
    return result


@handles(L.Neg)
def _neg(m: Machine, t: L.Neg) -> Any:
    return -m.value(t.arg)


def is_weight(t: Any) -> bool:
    """Whether the factor is a density at a point, or made of such."""
    match t:
        case L.Apply(L.Law(), _):
            return True
        case L.Times(args):
            return all(map(is_weight, args))
        case L.Prod(body, _):
            return is_weight(body)
        case L.Quotient(num, den):
            return is_weight(num) and isinstance(den, L.Number)
    return False


@handles(L.Times)
def _times(m: Machine, t: L.Times) -> Any:
    """Under an integral a density that is 0 makes its product 0 whatever stands beside it: 0 log 0 = 0."""
    if m.measured(t):
        for arg in t.args:
            if is_weight(arg) and is_zero(m.value(arg)):
                return ZERO
    result = m.value(t.args[0])
    for arg in t.args[1:]:
        factor = m.value(arg)
        if isinstance(result, Vec | Mat) or not isinstance(factor, Vec | Mat):
            result = result * factor
        else:
            result = factor * result
    return result


@handles(L.Quotient)
def _quotient(m: Machine, t: L.Quotient) -> Any:
    if m.measured(t) and is_weight(t.num) and is_zero(m.value(t.num)) and isinstance(t.den, L.Number):
        return ZERO
    num, den = m.value(t.num), m.value(t.den)
    return num / den if isinstance(num, Vec | Mat) else divide(num, den)


@handles(L.Power)
def _power(m: Machine, t: L.Power) -> Any:
    base, exponent = m.value(t.base), m.value(t.exponent)
    if isinstance(base, Mat):
        n = as_int(exponent)
        if n < 0:
            base, n = base.inverse(), -n
        result = identity(base.size)
        for _ in range(n):
            result = result @ base
        return result
    return scalars.power(base, exponent, m.analytic)


def holds(m: Machine, relation: Any) -> bool:
    """Whether a condition between numbers holds.  Raises ``Unknown`` where balls overlap."""
    return compare(m.value(relation.left), relation.symbol, m.value(relation.right))


def compare(a: Any, symbol: str, b: Any) -> bool:
    if isinstance(a, scalars.Infinite) and isinstance(b, scalars.Infinite):
        s = (a.sign > b.sign) - (a.sign < b.sign)
    else:
        s = sign_of(a - b)
    return {"=": s == 0, "!=": s != 0, "<": s < 0, "<=": s <= 0, ">": s > 0, ">=": s >= 0}[symbol]


@handles(L.Cases)
def _cases(m: Machine, t: L.Cases) -> Any:
    from .axis import Probe, probing

    for value, condition in zip(t.values, t.conditions, strict=True):
        left, right = m.value(condition.left), m.value(condition.right)
        if probing(left) or probing(right):  # every branch matters when kinks are looked for
            sign_of(left - right)
            found = [m.value(v) for v in (*t.values, t.otherwise)]
            return next((v for v in found if isinstance(v, Probe)), left - right)
        if isinstance(left, acb) or isinstance(right, acb):
            difference = (left - right).real
            if not (difference > 0 or difference < 0):
                return acb(arb.nan())
        if compare(left, condition.symbol, right):
            return m.value(value)
    return m.value(t.otherwise)


@handles(L.Apply)
def _apply(m: Machine, t: L.Apply) -> Any:
    head = t.head
    if isinstance(head, L.Elementary):
        if head.name == "log":
            return _log(m, t.args[0])
        return scalars.call(head.name, tuple(m.value(x) for x in t.args), m.analytic)
    if isinstance(head, L.Law):
        return m.density(head, t.args[0])
    args = tuple(m.value(x) for x in t.args)
    f = m.function(head)
    if isinstance(f, L.Lambda) and len(args) == 1:
        with m.scope(f.var, measured=m.measured(t)) as bind:
            bind(args[0])
            return m.value(f.body)
    return m.apply(f, args)


def _log(m: Machine, t: Any) -> Any:
    opened = m.log_density_of(t)
    if opened is not None:
        return opened
    x = m.value(t)
    if is_zero(x) and m.measured(t):
        return MINUS
    return scalars.call("log", (x,), m.analytic)


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


@handles(L.Sum)
def _sum(m: Machine, t: L.Sum) -> Any:
    values = index_values(m, t.var.space)
    if values is None:
        return m.series(t)
    result: Any = None
    with m.scope(t.var) as bind:
        for i in values:
            bind(fmpq(i))
            part = m.value(t.body)
            result = part if result is None else result + part
    return zero_like(m, t.body) if result is None else result


def zero_like(m: Machine, t: Any) -> Any:
    space = L.space_of(t)
    return ZERO if space is None else m.value(L.Zero(space))


@handles(L.Prod)
def _prod(m: Machine, t: L.Prod) -> Any:
    values = index_values(m, t.var.space)
    if values is None:
        raise Unknown("an infinite product")
    result: Any = ONE
    with m.scope(t.var) as bind:
        for i in values:
            bind(fmpq(i))
            result = result * m.value(t.body)
    return result


@handles(L.MatProd)
def _mat_prod(m: Machine, t: L.MatProd) -> Mat:
    result: Any = None
    with m.scope(t.var) as bind:
        for i in index_values(m, t.var.space) or []:
            bind(fmpq(i))
            factor = m.value(t.body)
            result = factor if result is None else factor @ result
    if result is None:
        space = L.space_of(t.body)
        if not isinstance(space, L.Matrices):
            raise Unknown("an empty product of matrices whose size is not written")
        return identity(m.integer(space.rows))
    return result


@handles(L.VectorOf)
def _vector_of(m: Machine, t: L.VectorOf) -> Vec:
    found = []
    with m.scope(t.var, measured=False) as bind:
        for i in index_values(m, t.var.space) or []:
            bind(fmpq(i))
            found.append(m.value(t.body))
    return Vec(found)


@handles(L.Derivative)
def _derivative(m: Machine, t: L.Derivative) -> Any:
    return directional(m, t.body, t.var, m.value(t.at))


def directional(m: Machine, body: Any, var: L.Name, at: Any) -> Any:
    level = m.new_level()
    value = m.at(body, var, seed(level, at))
    return slope_of(value, level)


def slope_of(value: Any, level: int) -> Any:
    if isinstance(value, Vec):
        return Vec(split(x, level)[1] for x in value)
    if isinstance(value, Mat):
        return Mat([split(x, level)[1] for x in row] for row in value.rows)
    return split(value, level)[1]


@handles(L.Jacobian)
def _jacobian(m: Machine, t: L.Jacobian) -> Mat:
    return jacobian(m, t.body, t.var, m.value(t.at))


def jacobian(m: Machine, body: Any, var: L.Name, at: Any) -> Mat:
    """The matrix of partial derivatives, a column for each coordinate; 1 x 1 for a scalar function."""
    if not isinstance(at, Vec):
        return Mat([[directional(m, body, var, at)]])
    columns = []
    for j in range(len(at)):
        level = m.new_level()
        moved = Vec(seed(level, x) if i == j else x for i, x in enumerate(at))
        columns.append(slope_of(m.at(body, var, moved), level))
    return Mat(columns).transposed


@handles(L.MatMul)
def _mat_mul(m: Machine, t: L.MatMul) -> Any:
    result = m.value(t.args[0])
    for arg in t.args[1:]:
        result = result @ m.value(arg)
    return result


@handles(L.Transpose, L.Inverse, L.Tr, L.Det, L.Diag)
def _of_a_matrix(m: Machine, t: Any) -> Any:
    inner = m.value(t.children().__next__())
    match t:
        case L.Transpose():
            return inner.transposed
        case L.Inverse():
            return inner.inverse()
        case L.Tr():
            return inner.trace()
        case L.Det():
            return inner.det()
    return diagonal(inner)


@handles(L.Identity)
def _identity(m: Machine, t: L.Identity) -> Mat:
    return identity(m.integer(t.dimension))


@handles(L.Zero)
def _zero(m: Machine, t: L.Zero) -> Any:
    match t.of:
        case L.Vectors(n):
            return Vec([ZERO] * m.integer(n))
        case L.Matrices(rows, columns):
            return Mat([[ZERO] * m.integer(columns)] * m.integer(rows))
    raise Unknown("the zero of a space that has none")


@handles(L.Block)
def _block(m: Machine, t: L.Block) -> Mat:
    return block(m.value(t.a), m.value(t.b), m.value(t.c), m.value(t.d))


@handles(L.Form)
def _form(m: Machine, t: L.Form) -> Any:
    return m.value(t.left).dot(m.value(t.matrix) @ m.value(t.right))


@handles(L.Coord)
def _coord(m: Machine, t: L.Coord) -> Any:
    return coordinate(m.value(t.point), m.integer(t.index))


def coordinate(point: Any, i: int) -> Any:
    if isinstance(point, Point):
        if i in point:
            return point[i]
    elif isinstance(point, Vec) and 1 <= i <= len(point):
        return point[i - 1]
    raise Undefined(f"there is no coordinate {i}")


@handles(L.Entry)
def _entry(m: Machine, t: L.Entry) -> Any:
    matrix, i, j = m.value(t.matrix), m.integer(t.row), m.integer(t.column)
    if not (1 <= i <= len(matrix.rows) and 1 <= j <= matrix.columns):
        raise Undefined(f"there is no entry ({i}, {j})")
    return matrix.rows[i - 1][j - 1]


@handles(L.Glue)
def _glue(m: Machine, t: L.Glue) -> Point:
    i, rest = m.integer(t.index), m.value(t.rest)
    if i in rest:
        raise Undefined(f"coordinate {i} is there already")
    return Point({**rest, i: m.value(t.value)})


@handles(L.Iterate)
def _iterate(m: Machine, t: L.Iterate) -> Any:
    x = m.value(t.start)
    for k in range(1, m.integer(t.count) + 1):
        f = m.function(L.MemberFunction(t.family, L.Number(k)))
        x = m.apply(f, (x,))
    return x
