"""Entries of vectors and matrices that are written out, and what a matrix is by the way it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .binders import Jacobian, VectorOf
from .binding import substitute
from .masks import ZERO
from .matrices import (
    Column,
    Coord,
    Det,
    Diag,
    Entry,
    Glue,
    Identity,
    Inverse,
    MatMul,
    Transpose,
    Tuple,
    Zero,
    space_of,
)
from .relations import Relation, diffeomorphism
from .relations import invertible as is_invertible
from .relations import positive_definite as is_positive_definite
from .tables import determinant, table
from .terms import Apply, Neg, Number, Plus, Quotient, Term, Times

if TYPE_CHECKING:
    from .facts import Facts


def component(t: Term, facts: Facts) -> Term | None:
    """The term that a coordinate or entry of a written-out vector or matrix is, or None."""
    match t:
        case Coord(VectorOf(body, var), index):
            return substitute(body, {var: index})
        case Coord(Column(entries) | Tuple(entries), Number(k)) if k.denominator == 1 and 1 <= k <= len(entries):
            return entries[int(k) - 1]
        case Coord(Glue(j, value, rest), index):
            if facts.same(j, index):
                return value
            return Coord(rest, index) if facts.differ(j, index) else None
        case Coord(Zero(), _) | Entry(Zero(), _, _):
            return Number(0)
        case Entry(Diag(vector), row, column):
            if facts.same(row, column):
                return Coord(vector, row)
            return Number(0) if facts.differ(row, column) else None
        case Entry(Identity(), row, column):
            if facts.same(row, column):
                return Number(1)
            return Number(0) if facts.differ(row, column) else None
        case Coord(whole, Number(k)) if (found := table(whole)) is not None and k in range(1, len(found) + 1):
            return found[int(k) - 1][0]
        case Entry(whole, Number(j), Number(k)) if (found := table(whole)) is not None:
            if j in range(1, len(found) + 1) and k in range(1, len(found[0]) + 1):
                return found[int(j) - 1][int(k) - 1]
    return None


def square(matrix: Term) -> bool:
    space = space_of(matrix)
    return space is not None and len(space.fields) == 2 and space.fields[0] is space.fields[1]


def invertible(matrix: Term, facts: Facts) -> bool:
    if facts.states(is_invertible(matrix)) or positive_definite(matrix, facts):
        return True
    match matrix:
        case Identity() | Inverse():
            return True
        case Transpose(arg) | Neg(arg) | Quotient(arg, _):
            return invertible(arg, facts)
        case MatMul(args) if all(map(square, args)):
            return all(invertible(a, facts) for a in args)
        case Times(args):
            return all(invertible(a, facts) if space_of(a) is not None else facts.nonzero(a) for a in args)
        case Diag(VectorOf(body, _) as entries):
            return facts.under(entries).nonzero(body)
        case Jacobian(Apply(f, (x,)), var, _) if x is var and x not in f.free and facts.states(diffeomorphism(f)):
            return True
    found = table(matrix)
    if found is not None and (written := determinant(found)) is not None and facts.nonzero(written):
        return True
    return not facts.stated_sign(Det(matrix)) & ZERO


def positive_definite(matrix: Term, facts: Facts) -> bool:
    if facts.states(is_positive_definite(matrix)):
        return True
    match matrix:
        case Identity():
            return True
        case Inverse(arg) | Transpose(arg):
            return positive_definite(arg, facts)
        case Plus(args):
            return all(positive_definite(a, facts) for a in args)
        case Times(args):
            return all(positive_definite(a, facts) if space_of(a) is not None else facts.positive(a) for a in args)
        case Quotient(num, den):
            return positive_definite(num, facts) and facts.positive(den)
        case Diag(VectorOf(body, _) as entries):
            return facts.under(entries).positive(body)
        case Diag(Column(entries)):
            return all(map(facts.positive, entries))
        case MatMul(args) if _is_congruence(args, facts) and all(invertible(a, facts) for a in args[: len(args) // 2]):
            return len(args) % 2 == 0 or positive_definite(args[len(args) // 2], facts)
    return False


def symmetric(matrix: Term, facts: Facts) -> bool:
    if positive_definite(matrix, facts) or _is_its_transpose(matrix, facts):
        return True
    match matrix:
        case Diag():
            return True
        case Zero():
            return square(matrix)
        case Transpose(arg) | Inverse(arg) | Neg(arg) | Quotient(arg, _):
            return symmetric(arg, facts)
        case Plus(args):
            return all(symmetric(a, facts) for a in args)
        case Times(args):
            return all(symmetric(a, facts) for a in args if space_of(a) is not None)
        case MatMul(args) if _is_congruence(args, facts):
            return len(args) % 2 == 0 or symmetric(args[len(args) // 2], facts)
    return False


def _is_congruence(args: tuple[Term, ...], facts: Facts) -> bool:
    """Whether a product is A' B A, or A' A, with A the product of the factors in its second half."""
    outer = list(zip(args[: len(args) // 2], reversed(args), strict=False))
    return all(_each_other(a, b) or (a is b and symmetric(a, facts)) for a, b in outer)


def _is_its_transpose(matrix: Term, facts: Facts) -> bool:
    flipped = Transpose(matrix)
    return facts.states(Relation(flipped, "=", matrix)) or facts.states(Relation(matrix, "=", flipped))


def _each_other(a: Term, b: Term) -> bool:
    """Whether one is written as the transpose of the other."""
    return a is Transpose(b) or b is Transpose(a)
