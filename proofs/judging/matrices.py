"""What vectors, matrices and points of product spaces mean."""

from __future__ import annotations

from typing import Any

from flint import fmpq

from proofs import language as L

from .linear import Mat, Vec, as_linear, as_matrix, as_vector, block, diagonal, identity
from .machine import Machine, Point, handles, index_values
from .scalars import ZERO, Undefined, Unknown


@handles(L.MatProd)
def _mat_prod(m: Machine, t: L.MatProd) -> Mat:
    result: Any = None
    with m.scope(t.var) as bind:
        for i in index_values(m, t.var.space) or []:
            bind(fmpq(i))
            factor = m.value(t.body)
            result = factor if result is None else as_matrix(factor) @ result
    if result is None:
        space = L.space_of(t.body)
        if not isinstance(space, L.Matrices):
            raise Unknown("an empty product of matrices whose size is not written")
        return identity(m.integer(space.rows))
    return result


@handles(L.VectorOf)
def _vector_of(m: Machine, t: L.VectorOf) -> Vec:
    return Vec(_members(m, t))


@handles(L.RowsOf)
def _rows_of(m: Machine, t: L.RowsOf) -> Mat:
    return Mat(map(as_vector, _members(m, t)))


def _members(m: Machine, t: L.VectorOf | L.RowsOf) -> list[Any]:
    """The values of the body, one for each value of the index."""
    found = []
    with m.scope(t.var, measured=False) as bind:
        for i in index_values(m, t.var.space) or []:
            bind(fmpq(i))
            found.append(m.value(t.body))
    return found


@handles(L.Column)
def _column(m: Machine, t: L.Column) -> Vec:
    return Vec(map(m.value, t.entries))


@handles(L.Rows)
def _rows(m: Machine, t: L.Rows) -> Mat:
    return Mat(map(m.value, t.rows))


@handles(L.MatMul)
def _mat_mul(m: Machine, t: L.MatMul) -> Any:
    result = m.value(t.args[0])
    for arg in t.args[1:]:
        result = as_linear(result) @ m.value(arg)
    return result.mirrored() if isinstance(result, Mat) and _is_congruence(m, t.args) else result


def _is_congruence(m: Machine, args: tuple[L.Term, ...]) -> bool:
    """Whether a product is A' B A with symmetric B, so that it is symmetric."""
    outer = zip(args[: len(args) // 2], reversed(args), strict=False)
    if not all(a is L.Transpose(b) or b is L.Transpose(a) or (a is b and _is_symmetric(m, a)) for a, b in outer):
        return False
    return len(args) % 2 == 0 or _is_symmetric(m, args[len(args) // 2])


def _is_symmetric(m: Machine, t: L.Term) -> bool:
    value = m.value(t)
    return isinstance(value, Mat) and len(value.rows) == value.columns and value.is_symmetric()


@handles(L.Transpose, L.Inverse, L.Tr, L.Det, L.Diag)
def _of_a_matrix(m: Machine, t: Any) -> Any:
    inner = m.value(t.children()[0])
    if isinstance(t, L.Diag):
        return diagonal(as_vector(inner))
    if isinstance(t, L.Transpose):
        return as_linear(inner).transposed
    inner = as_matrix(inner)
    match t:
        case L.Inverse():
            return inner.inverse()
        case L.Tr():
            return inner.trace()
    return inner.det()


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
    return block(*(as_matrix(m.value(part)) for part in (t.a, t.b, t.c, t.d)))


@handles(L.Form)
def _form(m: Machine, t: L.Form) -> Any:
    return as_vector(m.value(t.left)).dot(as_matrix(m.value(t.matrix)) @ as_vector(m.value(t.right)))


def coordinate(point: Any, i: int) -> Any:
    if isinstance(point, Point):
        if i in point:
            return point[i]
    elif isinstance(point, Vec) and 1 <= i <= len(point):
        return point[i - 1]
    raise Undefined(f"there is no coordinate {i}")


@handles(L.Coord)
def _coord(m: Machine, t: L.Coord) -> Any:
    return coordinate(m.value(t.point), m.integer(t.index))


@handles(L.Entry)
def _entry(m: Machine, t: L.Entry) -> Any:
    matrix, i, j = as_matrix(m.value(t.matrix)), m.integer(t.row), m.integer(t.column)
    if not (1 <= i <= len(matrix.rows) and 1 <= j <= matrix.columns):
        raise Undefined(f"there is no entry ({i}, {j})")
    return matrix.rows[i - 1][j - 1]


@handles(L.Tuple)
def _tuple(m: Machine, t: L.Tuple) -> Point:
    return Point((k, m.value(entry)) for k, entry in enumerate(t.entries, 1))


@handles(L.Glue)
def _glue(m: Machine, t: L.Glue) -> Point:
    i, rest = m.integer(t.index), m.value(t.rest)
    if not isinstance(rest, Point):
        raise Undefined("the other coordinates of a point are none")
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
