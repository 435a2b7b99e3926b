"""Vectors and matrices, and the scalars made of them (forms, traces, determinants)."""

from __future__ import annotations

from functools import lru_cache

from .binders import Gradient, Jacobian, Lambda, MatProd, RowsOf, Sum, VectorOf
from .laws import Law
from .node import Node
from .spaces import (
    Cartesian,
    Integers,
    Interval,
    Matrices,
    PositiveReals,
    Product,
    R,
    Range,
    Reals,
    Slot,
    Space,
    Vectors,
    Without,
    linear,
)
from .terms import (
    Apply,
    Cases,
    Elementary,
    Function,
    FunctionFamily,
    MemberFunction,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Term,
    Times,
    Var,
    term,
)

_SCALAR = Reals | PositiveReals | Interval | Integers | Range | Without


class MatMul(Term):
    """A matrix product of two or more matrices; the last may be a vector, or x y' the product of a vector and a row."""

    __slots__ = ("args",)


class Transpose(Term):
    """The transpose of a matrix; of a vector it is a matrix of one row."""

    __slots__ = ("arg",)


class Inverse(Term):
    __slots__ = ("arg",)


class Identity(Term):
    """The identity matrix of the given dimension."""

    __slots__ = ("dimension",)


class Zero(Term):
    """The zero vector or zero matrix of a space."""

    __slots__ = ("of",)


class Diag(Term):
    """The diagonal matrix with the given vector on its diagonal."""

    __slots__ = ("vector",)


class Block(Term):
    """The matrix [[a, b], [c, d]] of four blocks."""

    __slots__ = ("a", "b", "c", "d")


class Column(Term):
    """The vector with the given entries."""

    __slots__ = ("entries",)


class Rows(Term):
    """The matrix with the given rows, each a ``Column`` of its entries."""

    __slots__ = ("rows",)


class Coord(Term):
    """The coordinate ``point[index]`` of a vector, or of a point of a product space; indices start at 1."""

    __slots__ = ("point", "index")


class Entry(Term):
    """The entry of a matrix in the given row and column, counted from 1."""

    __slots__ = ("matrix", "row", "column")


class Glue(Term):
    """The point of a product space that is ``value`` at ``index`` and ``rest`` at all other places."""

    __slots__ = ("index", "value", "rest")


class Tuple(Term):
    """The point (x, y, ...) of a product space given by its coordinates, in order.

    It lies in ``Cartesian((X, Y, ...))``, and in ``Product(name, Range(1, n))`` if its coordinates are in the slots.
    """

    __slots__ = ("entries",)


class Form(Term):
    """The scalar x' A y of two vectors and a matrix."""

    __slots__ = ("left", "matrix", "right")


class Tr(Term):
    """The trace of a square matrix."""

    __slots__ = ("arg",)


class Det(Term):
    """The determinant of a square matrix."""

    __slots__ = ("arg",)


class Iterate(Term):
    """f_count(... f_2(f_1(start))): the first ``count`` maps of a family, one after another; start itself for 0."""

    __slots__ = ("family", "count", "start")


def LogAbsDet(matrix: Term) -> Term:
    """log|det A|."""
    from .terms import log

    return log(abs(Det(matrix)))


def Dot(x: Term, y: Term) -> Term:
    """The inner product of two vectors of one dimension, as the form with the identity."""
    space = space_of(x)
    if not isinstance(space, Vectors):
        raise TypeError(f"expected a vector, found {x!r}")
    return Form(x, Identity(space.dimension), y)


@lru_cache(maxsize=50_000)
def space_of(t: Node) -> Space | None:
    """The space a term's value lies in, read off its writing: Vectors, Matrices, a product, or None for a scalar."""
    match t:
        case Number() | Apply(Elementary(), _):
            return None
        case Var(_, space):
            space = linear(space)
            return space if isinstance(space, Vectors | Matrices | Product | Cartesian | Slot) else None
        case Apply(Function(_, _, codomain), _) | Apply(MemberFunction(FunctionFamily(_, _, _, codomain), _), _):
            return None if isinstance(codomain, _SCALAR) else linear(codomain)
        case Apply(Lambda(body, _), _):
            return space_of(body)
        case Plus(args) | Times(args):
            return next((s for s in map(space_of, args) if s is not None), None)
        case Neg(arg) | Power(arg, _) | Quotient(arg, _):
            return space_of(arg)
        case Cases(_, _, otherwise):
            return space_of(otherwise)
        case MatMul(args):
            first, last = space_of(args[0]), space_of(args[-1])
            if isinstance(last, Vectors) and isinstance(first, Matrices):
                return Vectors(first.rows)
            if isinstance(first, Matrices) and isinstance(last, Matrices):
                return Matrices(first.rows, last.columns)
            if isinstance(first, Vectors) and isinstance(last, Matrices):
                return Matrices(first.dimension, last.columns)
            return first if len(args) > 2 and isinstance(first, Vectors) and isinstance(last, Vectors) else None
        case Transpose(arg):
            match space_of(arg):
                case Matrices(rows, columns):
                    return Matrices(columns, rows)
                case Vectors(dimension):
                    return Matrices(Number(1), dimension)
            return None
        case Inverse(arg):
            return space_of(arg)
        case Identity(n):
            return Matrices(n, n)
        case Zero(space):
            return space
        case Diag(vector):
            inner = space_of(vector)
            return Matrices(inner.dimension, inner.dimension) if isinstance(inner, Vectors) else None
        case Block(a, b, c, _):
            upper, right, lower = space_of(a), space_of(b), space_of(c)
            if isinstance(upper, Matrices) and isinstance(right, Matrices) and isinstance(lower, Matrices):
                return Matrices(
                    Plus((upper.rows, lower.rows)),
                    Plus((upper.columns, right.columns)),
                )
            return None
        case Column(entries):
            return Vectors(Number(len(entries)))
        case Rows(rows):
            return Matrices(Number(len(rows)), Number(len(rows[0].entries)))
        case VectorOf(_, var):
            return Vectors(var.space.high) if isinstance(var.space, Range) else None
        case RowsOf(body, var):
            row = space_of(body)
            if isinstance(var.space, Range) and isinstance(row, Vectors):
                return Matrices(var.space.high, row.dimension)
            return None
        case Gradient(_, var, _):
            return var.space if isinstance(var.space, Vectors | Matrices) else None
        case Jacobian(body, var, _):
            rows, columns = space_of(body), var.space
            if isinstance(rows, Vectors) and isinstance(columns, Vectors):
                return Matrices(rows.dimension, columns.dimension)
            return None
        case Coord():
            home = factor_of(t)
            return None if isinstance(home, _SCALAR) else home
        case Tuple(entries):
            return _product_of(tuple(map(home_of, entries)))
        case Glue(position, _, rest):
            outer = space_of(rest)
            if isinstance(outer, Product) and isinstance(outer.range, Without) and outer.range.index is position:
                return Product(outer.name, outer.range.range)
            return None
        case Iterate(_, _, start):
            return space_of(start)
        case MatProd(body, _) | Sum(body, _):
            return space_of(body)
    return None


def factor_of(t: Coord) -> Space | None:
    """The factor of a product space in which a coordinate lies; None for a coordinate of a vector."""
    match space_of(t.point), t.index:
        case Product(name, _), position:
            return Slot(name, position)
        case Cartesian(factors), Number(k) if k in range(1, len(factors) + 1):
            return factors[int(k) - 1]
    return None


def home_of(t: Term) -> Space:
    """The space in which a point is, read off its writing: a scalar that is no name lies on the line."""
    return t.space if isinstance(t, Var) else space_of(t) or R


def _product_of(homes: tuple[Space, ...]) -> Space:
    match homes[0]:
        case Slot(name, _) if all(home is Slot(name, Number(k)) for k, home in enumerate(homes, 1)):
            return Product(name, Range(Number(1), Number(len(homes))))
    return Cartesian(homes)


def is_scalar(t: Term) -> bool:
    """Whether the term is neither a vector nor a matrix."""
    return space_of(t) is None


def vector(name: str, dimension: object) -> Var:
    """A vector variable of R^dimension."""
    return Var(name, Vectors(term(dimension)))


def matrix(name: str, rows: object, columns: object | None = None) -> Var:
    """A matrix variable, square unless ``columns`` is given."""
    return Var(name, Matrices(term(rows), term(rows if columns is None else columns)))


__all__ = [
    "Block", "Column", "Coord", "Det", "Diag", "Dot", "Entry", "Form", "Glue", "Identity", "Inverse", "Iterate", "Law",
    "LogAbsDet", "MatMul", "MatProd", "Number", "Rows", "Tr", "Transpose", "Tuple", "Zero", "factor_of", "home_of",
    "is_scalar", "matrix", "space_of", "vector",
]  # fmt: skip
