"""What scalar terms mean: arithmetic, cases, functions, finite sums and products, derivatives."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from flint import acb, arb, fmpq

from proofs import language as L
from proofs.language.membership import is_endless

from .axis import Probe, probing
from .dual import around, seed, split
from .elementary import call, power
from .linear import LINEAR, Mat, Vec, identity
from .machine import Machine, compare, handles, index_values
from .matrix_roots import principal_root
from .scalars import MINUS, ONE, PLUS, ZERO, Lifted, Undefined, Unknown, as_int, divide, exact, is_zero, sign_of


@handles(L.Number)
def _number(_: Machine, t: L.Number) -> fmpq:
    return _rational(t)


@lru_cache(4096)
def _rational(t: L.Number) -> fmpq:
    return exact(t.value)


@handles(L.Constant)
def _constant(_: Machine, t: L.Constant) -> Any:
    return {"pi": arb.pi, "e": arb.const_e, "oo": lambda: PLUS}[t.name]()


@handles(L.Plus)
def _plus(m: Machine, t: L.Plus) -> Any:
    first, *others = t.args
    result = m.value(first)
    for arg in others:
        result = result + m.value(arg)
    return result


@handles(L.Neg)
def _neg(m: Machine, t: L.Neg) -> Any:
    return -m.value(t.arg)


@lru_cache(4096)
def _weights(factors: tuple[L.Term, ...]) -> tuple[L.Term, ...]:
    """The densities among the factors, unconditional ones first: where p(y) is 0, p(x|y) has no value."""
    return tuple(sorted(filter(is_weight, factors), key=lambda factor: isinstance(factor, L.Quotient)))


def is_weight(t: Any) -> bool:
    """Whether the factor is a density at a point, or made of such."""
    match t:
        case L.Apply(L.Law(), _):
            return True
        case L.Times(args):
            return all(map(is_weight, args))
        case L.Prod(body, _) | L.Int(body, _):  # of independent coordinates, of some coordinates
            return is_weight(body)
        case L.Quotient(num, den):
            return is_weight(num) and (isinstance(den, L.Number) or is_weight(den))  # a conditional density
    return False


@handles(L.Times)
def _times(m: Machine, t: L.Times) -> Any:
    """Under an integral a density that is 0 makes its product 0 whatever stands beside it: 0 log 0 = 0."""
    if m.names_measured and m.measured(t):
        for weight in _weights(t.args):
            if is_zero(m.value(weight)):
                return ZERO
    first, *others = t.args
    result = m.value(first)
    for arg in others:
        factor = m.value(arg)
        result = factor * result if isinstance(factor, LINEAR) and not isinstance(result, LINEAR) else result * factor
    return result


@handles(L.Quotient)
def _quotient(m: Machine, t: L.Quotient) -> Any:
    num = m.value(t.num)
    if isinstance(t.den, L.Number) and is_zero(num) and m.measured(t) and is_weight(t.num):
        return ZERO
    den = m.value(t.den)
    if isinstance(den, LINEAR):
        raise Undefined("a quotient by a vector or a matrix")
    return num / den if isinstance(num, LINEAR) else divide(num, den)


@lru_cache(4096)
def _square_of_length(t: L.Power) -> tuple[L.Term, int] | None:
    """The square of a length and half the exponent, where the term is an even power of that length: a polynomial."""
    match t:
        case L.Power(L.Apply(L.Elementary("sqrt"), (L.Form(x, L.Identity(), y) as square,)), L.Number(n)) if x is y:
            return (square, int(n) // 2) if n > 0 and n % 2 == 0 else None
    return None


@handles(L.Power)
def _power(m: Machine, t: L.Power) -> Any:
    square = _square_of_length(t)
    if square is not None:
        return power(m.value(square[0]), fmpq(square[1]), m.analytic)
    base, exponent = m.value(t.base), m.value(t.exponent)
    if isinstance(base, Mat):
        if isinstance(exponent, fmpq) and exponent.q == 2:
            base, exponent = principal_root(base), exponent * 2
        n = as_int(exponent)
        if n < 0:
            base, n = base.inverse(), -n
        result = identity(base.size)
        for _ in range(n):
            result = result @ base
        return result.mirrored() if base.is_symmetric() else result
    return power(base, exponent, m.analytic)


@handles(L.Cases)
def _cases(m: Machine, t: L.Cases) -> Any:
    for value, condition in zip(t.values, t.conditions, strict=True):
        left, right = m.value(condition.left), m.value(condition.right)
        if probing(left) or probing(right):  # every branch matters when kinks are looked for
            sign_of(left - right)
            found = [m.value(v) for v in (*t.values, t.otherwise)]
            return next((v for v in found if isinstance(v, Probe)), left - right)
        if isinstance(left, acb) or isinstance(right, acb):
            gap = left - right
            if isinstance(gap, Lifted):
                raise Unknown("a case distinction between two variables of integration")
            difference = gap.real
            if not (difference > 0 or difference < 0):
                return acb(arb.nan())
        if compare(left, condition.symbol, right):
            return m.value(value)
    return m.value(t.otherwise)


@handles(L.Apply)
def _apply(m: Machine, t: L.Apply) -> Any:
    head = t.head
    if type(head) is L.Elementary:
        name = head.name
        if name == "log":
            return _log(m, t.args[0])
        if name == "sqrt" and (opened := m.log_density_of(t)) is not None:
            return call("exp", (opened,), m.analytic)
        return call(name, tuple([m.value(x) for x in t.args]), m.analytic)
    if isinstance(head, L.Law):
        return m.density(head, t.args[0])
    args = tuple([m.value(x) for x in t.args])
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
    return call("log", (x,), m.analytic)


@handles(L.Sum)
def _sum(m: Machine, t: L.Sum) -> Any:
    values = index_values(m, t.var.space)
    if values is None:
        return m.series(t)
    m.spend(len(values))
    if len(values) > 1 and t.var not in t.body.free:
        return m.value(t.body) * fmpq(len(values))
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
    m.spend(len(values))
    result: Any = ONE
    with m.scope(t.var) as bind:
        for i in values:
            bind(fmpq(i))
            result = result * m.value(t.body)
    return result


@handles(L.Derivative)
def _derivative(m: Machine, t: L.Derivative) -> Any:
    return directional(m, t.body, t.var, m.value(t.at))


def directional(m: Machine, body: Any, var: L.Name, at: Any) -> Any:
    level = m.new_level()
    if m.resolution is None and _is_in_series(body, var):
        m.termwise.add(level)
        m.at(body, var, seed(level, around(at)))  # the slopes of the terms have one envelope all around the point
    value = m.at(body, var, seed(level, at))
    return slope_of(value, level)


@lru_cache(maxsize=4096)
def _is_in_series(t: Any, var: L.Name) -> bool:
    return any(isinstance(node, L.Sum) and var in node.free and is_endless(node.var.space) for node in t.walk())


def slope_of(value: Any, level: int) -> Any:
    if isinstance(value, Vec):
        return Vec(split(x, level)[1] for x in value)
    if isinstance(value, Mat):
        return Mat([split(x, level)[1] for x in row] for row in value.rows)
    return split(value, level)[1]


@handles(L.Gradient)
def _gradient(m: Machine, t: L.Gradient) -> Vec | Mat:
    at = m.value(t.at)
    if not isinstance(at, Mat):
        return Vec(_partials(m, t.body, t.var, at))
    places = [[(i, j) for j in range(at.columns)] for i in range(len(at.rows))]
    return Mat([_partial(m, t.body, t.var, at, place) for place in row] for row in places)


def _partial(m: Machine, body: Any, var: L.Name, at: Mat, place: tuple[int, int]) -> Any:
    """The partial derivative by an entry of a matrix."""
    level = m.new_level()
    moved = Mat([seed(level, x) if (i, j) == place else x for j, x in enumerate(row)] for i, row in enumerate(at.rows))
    return slope_of(m.at(body, var, moved), level)


@handles(L.Jacobian)
def _jacobian(m: Machine, t: L.Jacobian) -> Mat:
    return jacobian(m, t.body, t.var, m.value(t.at))


def jacobian(m: Machine, body: Any, var: L.Name, at: Any) -> Mat:
    """The matrix of partial derivatives, a column for each coordinate; 1 x 1 for a scalar function."""
    if not isinstance(at, Vec):
        return Mat([[directional(m, body, var, at)]])
    return Mat(_partials(m, body, var, at)).transposed


def _partials(m: Machine, body: Any, var: L.Name, at: Vec) -> Iterator[Any]:
    """The partial derivatives by the coordinates of a vector."""
    for j in range(len(at)):
        level = m.new_level()
        moved = Vec(seed(level, x) if i == j else x for i, x in enumerate(at))
        yield slope_of(m.at(body, var, moved), level)
