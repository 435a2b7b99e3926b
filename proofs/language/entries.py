"""Entries of vectors and matrices that are written out, and what a matrix is by the way it is made."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from .binders import Int, Jacobian, RowsOf, Sum, VectorOf
from .binding import canonical, fresh_beside, rename, substitute
from .masks import ZERO
from .matrices import (
    Block,
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
from .relations import Fact, Relation, diffeomorphism
from .relations import invertible as is_invertible
from .relations import positive_definite as is_positive_definite
from .spaces import Matrices, Vectors
from .tables import Table, determinant, table
from .terms import Apply, Neg, Number, Plus, Power, Quotient, Term, Times

if TYPE_CHECKING:
    from .facts import Facts


def component(t: Term, facts: Facts) -> Term | None:
    """The term that a coordinate or entry of a written-out vector or matrix is, or None."""
    match t:
        case Coord(VectorOf(body, var), index):
            return substitute(body, {var: index})
        case Entry(RowsOf(body, var), row, column):
            return Coord(substitute(body, {var: row}), column)
        case Coord(Column(entries) | Tuple(entries), Number(k)) if k.denominator == 1 and 1 <= k <= len(entries):
            return entries[int(k) - 1]
        case Coord(Glue(j, value, rest), index):
            if facts.same(j, index):
                return value
            return Coord(rest, index) if facts.differ(j, index) else None
        case Coord(Plus(args), index) if all(isinstance(space_of(a), Vectors) for a in args):
            return Plus(tuple(Coord(a, index) for a in args))
        case Coord(Sum() | Int() as whole, _) | Entry(Sum() | Int() as whole, _, _) if space_of(whole.body) is not None:
            places = t.fields[1:]
            apart = rename(whole, fresh_beside(whole.var, whole, *places))
            return type(whole)(type(t)(apart.body, *places), apart.var)
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


def matrix_power(t: Term) -> tuple[Term, Fraction] | None:
    """The matrix and the exponent, a number, of which ``t`` is written as the power; None for anything else.

    With the exponent 1/2 it is the principal square root, that with eigenvalues of positive real parts.
    """
    match t:
        case Power(base, exponent) if isinstance(space_of(base), Matrices):
            n = _rational(exponent)
            return None if n is None else (base, n)
    return None


def _rational(t: Term) -> Fraction | None:
    match t:
        case Number(value):
            return value
        case Neg(arg) if (inner := _rational(arg)) is not None:
            return -inner
        case Quotient(Number(num), Number(den)) if den != 0:
            return num / den
    return None


def square(matrix: Term) -> bool:
    space = space_of(matrix)
    return space is not None and len(space.fields) == 2 and space.fields[0] is space.fields[1]


def invertible(matrix: Term, facts: Facts) -> bool:
    if facts.states(is_invertible(matrix)) or positive_definite(matrix, facts):
        return True
    if square(matrix) and (orthonormal(matrix, facts) or involutory(matrix, facts)):
        return True
    match matrix:
        case Identity() | Inverse():
            return True
        case Transpose(arg) | Neg(arg) | Quotient(arg, _):
            return invertible(arg, facts)
        case MatMul(args) if all(map(square, args)):
            return all(invertible(a, facts) for a in args)
        case Power() if (power := matrix_power(matrix)) is not None:
            base, n = power
            return invertible(base, facts) if n.denominator == 1 else has_root(base, facts)
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


def orthonormal(matrix: Term, facts: Facts) -> bool:
    """Whether the columns of a matrix are orthonormal, Q' Q = I; of a square one the rows are so, too."""
    space = space_of(matrix)
    if not isinstance(space, Matrices):
        return False
    said = [Relation(MatMul((Transpose(matrix), matrix)), "=", Identity(space.columns))]
    if space.rows is space.columns:
        said.append(Relation(MatMul((matrix, Transpose(matrix))), "=", Identity(space.rows)))
    return any(map(facts.states, said))


def idempotent(matrix: Term, facts: Facts) -> bool:
    """Whether it is supposed that P^2 = P."""
    return _square_is(matrix, matrix, facts)


def involutory(matrix: Term, facts: Facts) -> bool:
    """Whether it is supposed that M^2 = 1."""
    space = space_of(matrix)
    return isinstance(space, Matrices) and _square_is(matrix, Identity(space.rows), facts)


def square_zero(matrix: Term, facts: Facts) -> bool:
    """Whether it is supposed that N^2 = 0."""
    space = space_of(matrix)
    return space is not None and _square_is(matrix, Zero(space), facts)


def _square_is(matrix: Term, value: Term, facts: Facts) -> bool:
    squares = Power(matrix, Number(2)), MatMul((matrix, matrix))
    return any(facts.states(Relation(*pair)) for s in squares for pair in ((s, "=", value), (value, "=", s)))


def has_root(matrix: Term, facts: Facts) -> bool:
    """Whether the eigenvalues are positive: those of a positive definite matrix, and of a product of two of these."""
    match matrix:
        case MatMul((a, b)) if positive_definite(a, facts) and positive_definite(b, facts):
            return True
    return positive_definite(matrix, facts)


def positive_definite(matrix: Term, facts: Facts) -> bool:
    if facts.states(is_positive_definite(matrix)) or _in_block(matrix, facts):
        return True
    match matrix:
        case Identity():
            return True
        case Inverse(arg) | Transpose(arg):
            return positive_definite(arg, facts)
        case Plus(args):
            return any(positive_definite(a, facts) for a in args) and all(_semidefinite(a, facts) for a in args)
        case Times(args):
            return all(positive_definite(a, facts) if space_of(a) is not None else facts.positive(a) for a in args)
        case Quotient(num, den):
            return positive_definite(num, facts) and facts.positive(den)
        case Diag(VectorOf(body, _) as entries):
            return facts.under(entries).positive(body)
        case Diag(Column(entries)):
            return all(map(facts.positive, entries))
        case Power() if (power := matrix_power(matrix)) is not None:
            return positive_definite(power[0], facts)
        case MatMul((a, b)) if commute(a, b, facts) and positive_definite(a, facts) and positive_definite(b, facts):
            return True
        case MatMul() if (outer := _congruence(matrix, facts)) and all(invertible(a, facts) for a in outer):
            middle = _flat(matrix)[len(outer) : -len(outer)]
            return not middle or positive_definite(middle[0], facts)
    return (entries := table(matrix)) is not None and _has_positive_minors(entries, facts)


def _in_block(matrix: Term, facts: Facts) -> bool:
    """Whether a matrix is a block on the diagonal of one that is said to be positive definite, or what is left of it:
    of [[A, C], [C', B]] that are A, B, A - C B^-1 C' and B - C' A^-1 C."""
    wanted = canonical(matrix)
    for h in facts.said_of(matrix):
        match h:
            case Fact("positive_definite", (Block(a, c, d, b),)):
                left = (Plus((a, Neg(MatMul((c, Inverse(b), d))))), Plus((b, Neg(MatMul((d, Inverse(a), c))))))
                if wanted in (a, b, *map(canonical, left)):
                    return True
    return False


def _semidefinite(matrix: Term, facts: Facts) -> bool:
    """Whether a matrix is symmetric, with no negative eigenvalue: A' A, a sum of such, what is positive definite."""
    if positive_definite(matrix, facts):
        return True
    match matrix:
        case Plus(args):
            return all(_semidefinite(a, facts) for a in args)
        case Times(args):
            return all(_semidefinite(a, facts) if space_of(a) is not None else facts.nonnegative(a) for a in args)
        case Quotient(num, den):
            return _semidefinite(num, facts) and facts.positive(den)
        case MatMul() if outer := _congruence(matrix, facts):
            middle = _flat(matrix)[len(outer) : -len(outer)]
            return not middle or _semidefinite(middle[0], facts)
    return False


def _has_positive_minors(entries: Table, facts: Facts) -> bool:
    """Whether a matrix that is written out is symmetric, with leading minors that are positive (Sylvester)."""
    n = len(entries)
    if n != len(entries[0]) or any(entries[i][j] is not entries[j][i] for i in range(n) for j in range(i)):
        return False
    minors = (determinant(tuple(row[:k] for row in entries[:k])) for k in range(1, n + 1))
    return all(minor is not None and facts.positive(minor) for minor in minors)


def symmetric(matrix: Term, facts: Facts) -> bool:
    if positive_definite(matrix, facts) or _is_its_transpose(matrix, facts):
        return True
    match matrix:
        case Diag():
            return True
        case Zero():
            return square(matrix)
        case Transpose(arg) | Inverse(arg) | Neg(arg) | Quotient(arg, _) | Power(arg, _):
            return symmetric(arg, facts)
        case Plus(args):
            return all(symmetric(a, facts) for a in args)
        case Times(args):
            return all(symmetric(a, facts) for a in args if space_of(a) is not None)
        case MatMul() if outer := _congruence(matrix, facts):
            middle = _flat(matrix)[len(outer) : -len(outer)]
            return not middle or symmetric(middle[0], facts)
    return False


def _flat(matrix: Term) -> tuple[Term, ...]:
    """The factors of a product of matrices; those of its transpose are transposed, in reverse order."""
    match matrix:
        case MatMul(args):
            return tuple(f for a in args for f in _flat(a))
        case Transpose(MatMul() as product):
            return tuple(f.arg if isinstance(f, Transpose) else Transpose(f) for f in reversed(_flat(product)))
    return (matrix,)


def _congruence(matrix: MatMul, facts: Facts) -> tuple[Term, ...]:
    """The factors of A' where the product is A' B A, or A' A; none where it is not."""
    factors = _flat(matrix)
    outer = factors[: len(factors) // 2]
    mirrored = zip(outer, reversed(factors), strict=False)
    return outer if all(_each_other(a, b) or (a is b and symmetric(a, facts)) for a, b in mirrored) else ()


def commute(a: Term, b: Term, facts: Facts) -> bool:
    """Whether it is supposed that a b = b a."""
    there, back = MatMul((a, b)), MatMul((b, a))
    return a is b or facts.states(Relation(there, "=", back)) or facts.states(Relation(back, "=", there))


def _is_its_transpose(matrix: Term, facts: Facts) -> bool:
    flipped = Transpose(matrix)
    return facts.states(Relation(flipped, "=", matrix)) or facts.states(Relation(matrix, "=", flipped))


def _each_other(a: Term, b: Term) -> bool:
    """Whether one is written as the transpose of the other."""
    return a is Transpose(b) or b is Transpose(a)
