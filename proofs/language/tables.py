"""Vectors and matrices whose entries are written out, and what products, inverses and determinants of them are.

Nothing is simplified: the entries are terms as the definitions of the operations give them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, reduce
from itertools import permutations

from .matrices import Column, Diag, Identity, Inverse, MatMul, Rows, Transpose, Zero, is_scalar
from .spaces import Matrices, Vectors
from .terms import Neg, Number, Plus, Power, Quotient, Term, Times

Table = tuple[tuple[Term, ...], ...]  # entries by rows; in a vector each row has one
LARGEST = 4  # determinants and inverses of larger ones are not written out
_LARGEST_NAMED = 8  # so many rows has an identity or a zero that is written out
_MOST_FACTORS = 6
ZERO, ONE = Number(0), Number(1)


@lru_cache(maxsize=20_000)
def table(t: Term) -> Table | None:
    """The entries of a vector or matrix that is made of written-out ones; None for any other."""
    match t:
        case Column(entries):
            return tuple((entry,) for entry in entries)
        case Rows(rows):
            return tuple(row.entries for row in rows)
        case Diag(Column(entries)):
            return tuple(tuple(x if i == j else ZERO for j in range(len(entries))) for i, x in enumerate(entries))
        case Identity(Number(n)) if 1 <= n <= _LARGEST_NAMED:
            return tuple(tuple(ONE if i == j else ZERO for j in range(int(n))) for i in range(int(n)))
        case Zero(Vectors(Number(n))) if 1 <= n <= _LARGEST_NAMED:
            return ((ZERO,),) * int(n)
        case Zero(Matrices(Number(n), Number(m))) if 1 <= n <= _LARGEST_NAMED and 1 <= m <= _LARGEST_NAMED:
            return ((ZERO,) * int(m),) * int(n)
        case Transpose(arg):
            return None if (inner := table(arg)) is None else tuple(zip(*inner, strict=True))
        case Neg(arg):
            return _each(table(arg), Neg)
        case Quotient(arg, below):
            return _each(table(arg), lambda x: Quotient(x, below))
        case Plus(args):
            return _sum(tuple(map(table, args)))
        case Times(args):
            linear = [a for a in args if not is_scalar(a)]
            factors = tuple(a for a in args if is_scalar(a))
            return _each(table(linear[0]), lambda x: Times((*factors, x))) if len(linear) == 1 else None
        case MatMul(args) if len(args) <= _MOST_FACTORS:
            return reduce(_product, map(table, args))
        case Power(base, Number(n)) if n.denominator == 1 and 1 <= n <= LARGEST and not is_scalar(base):
            return reduce(_product, [table(base)] * int(n))
        case Inverse(arg):
            return None if (inner := table(arg)) is None else inverse(inner)
    return None


def _each(entries: Table | None, change: Callable[[Term], Term]) -> Table | None:
    return None if entries is None else tuple(tuple(map(change, row)) for row in entries)


def _sum(tables: tuple[Table | None, ...]) -> Table | None:
    found = [t for t in tables if t is not None]
    if len(found) < len(tables) or len({(len(t), len(t[0])) for t in found}) != 1:
        return None
    return tuple(tuple(map(Plus, zip(*rows, strict=True))) for rows in zip(*found, strict=True))


def _product(left: Table | None, right: Table | None) -> Table | None:
    if left is None or right is None or len(left[0]) != len(right):
        return None
    columns = tuple(zip(*right, strict=True))
    return tuple(tuple(dot(row, column) for column in columns) for row in left)


def dot(row: tuple[Term, ...], column: tuple[Term, ...]) -> Term:
    """The sum of the products of entries that stand opposite each other."""
    products = tuple(Times(pair) for pair in zip(row, column, strict=True))
    return products[0] if len(products) == 1 else Plus(products)


def determinant(entries: Table) -> Term | None:
    """The sum over permutations; None where there are too many, or the matrix is not square."""
    n = len(entries)
    if n != len(entries[0]) or n > LARGEST:
        return None
    if n == 1:
        return entries[0][0]
    summands = []
    for places in permutations(range(n)):
        product: Term = Times(tuple(entries[i][j] for i, j in enumerate(places)))
        odd = sum(a > b for k, b in enumerate(places) for a in places[:k]) % 2
        summands.append(Neg(product) if odd else product)
    return Plus(tuple(summands))


def inverse(entries: Table) -> Table | None:
    """The adjugate over the determinant, where the matrix is square and small."""
    whole = determinant(entries)
    if whole is None:
        return None
    n = len(entries)
    if n == 1:
        return ((Quotient(ONE, whole),),)
    return tuple(tuple(Quotient(_cofactor(entries, j, i), whole) for j in range(n)) for i in range(n))


def _cofactor(entries: Table, i: int, j: int) -> Term:
    minor = determinant(tuple(row[:j] + row[j + 1 :] for k, row in enumerate(entries) if k != i))
    assert minor is not None
    return Neg(minor) if (i + j) % 2 else minor


def trace(entries: Table) -> Term | None:
    """The sum of the entries on the diagonal of a square matrix."""
    if len(entries) != len(entries[0]):
        return None
    diagonal = tuple(row[k] for k, row in enumerate(entries))
    return diagonal[0] if len(diagonal) == 1 else Plus(diagonal)


__all__ = ["LARGEST", "Table", "determinant", "dot", "inverse", "table", "trace"]
