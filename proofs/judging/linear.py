"""Vectors and matrices of scalars of any kind, small enough that clarity wins: determinants without a division."""

from __future__ import annotations

from collections.abc import Iterable
from operator import mul
from typing import Any

from flint import arb_mat, fmpq, fmpq_mat

from .scalars import ONE, ZERO, Undefined, Unknown, ball, divide, is_zero, sign_of

LARGE = 6  # from this size on, determinants of plain numbers go to FLINT


class Vec(tuple):
    """A vector of scalars."""

    def __add__(self, other: Any) -> Vec:
        return Vec(a + b for a, b in zip(self, _same(self, other), strict=True))

    def __radd__(self, other: Any) -> Vec:
        return self + other

    def __neg__(self) -> Vec:
        return Vec(-a for a in self)

    def __sub__(self, other: Any) -> Vec:
        return self + -_same(self, other)

    def __rsub__(self, other: Any) -> Vec:
        return -self + other

    def __mul__(self, scalar: Any) -> Vec:
        if isinstance(scalar, LINEAR):
            raise Undefined("a product of vectors or matrices that is none")
        return Vec(a * scalar for a in self)

    __rmul__ = __mul__

    def __truediv__(self, scalar: Any) -> Vec:
        return Vec(divide(a, scalar) for a in self)

    @property
    def transposed(self) -> Mat:
        return Mat([self])

    def __matmul__(self, other: Any) -> Mat:
        """The vector times a row."""
        if not isinstance(other, Mat) or len(other.rows) != 1:
            raise Undefined("a product of matrices whose sizes do not fit")
        return Mat(Vec(a * b for b in other.rows[0]) for a in self)

    def dot(self, other: Vec) -> Any:
        return total(map(mul, self, _same(self, other)))


def _same(x: Vec, other: Any) -> Vec:
    if not isinstance(other, Vec) or len(other) != len(x):
        raise Undefined("vectors or matrices whose sizes do not fit")
    return other


def total(values: Iterable[Any]) -> Any:
    return sum(values, ZERO)


class Mat:
    """A matrix of scalars, by rows."""

    __slots__ = ("columns", "rows")

    def __init__(self, rows: Iterable[Iterable[Any]]) -> None:
        self.rows = tuple(map(Vec, rows))
        self.columns = len(self.rows[0]) if self.rows else 0
        for row in self.rows:
            if len(row) != self.columns:
                raise Undefined("rows of different lengths")

    @property
    def size(self) -> int:
        if len(self.rows) != self.columns:
            raise Undefined("a square matrix is wanted")
        return self.columns

    def __add__(self, other: Any) -> Mat:
        if not isinstance(other, Mat) or len(other.rows) != len(self.rows):
            raise Undefined("vectors or matrices whose sizes do not fit")
        return Mat(a + b for a, b in zip(self.rows, other.rows, strict=True))

    def __radd__(self, other: Any) -> Mat:
        return self + other

    def __neg__(self) -> Mat:
        return Mat(-row for row in self.rows)

    def __sub__(self, other: Any) -> Mat:
        return self + -other

    def __rsub__(self, other: Any) -> Mat:
        return -self + other

    def __mul__(self, scalar: Any) -> Mat:
        if isinstance(scalar, LINEAR):
            raise Undefined("a product of vectors or matrices that is none")
        return Mat(row * scalar for row in self.rows)

    __rmul__ = __mul__

    def __truediv__(self, scalar: Any) -> Mat:
        return Mat(row / scalar for row in self.rows)

    def __matmul__(self, other: Any) -> Any:
        if isinstance(other, Vec):
            return Vec(row.dot(other) for row in self.rows)
        if not isinstance(other, Mat) or len(other.rows) != self.columns:
            raise Undefined("a product of matrices whose sizes do not fit")
        columns = list(zip(*other.rows, strict=True))
        return Mat([total(map(mul, line, column)) for column in columns] for line in self.rows)

    @property
    def transposed(self) -> Mat:
        return Mat(zip(*self.rows, strict=True))

    def trace(self) -> Any:
        return total(self.rows[i][i] for i in range(self.size))

    def det(self) -> Any:
        n = self.size
        if n >= LARGE and (plain := self.flint()) is not None:
            return plain.det()
        # minors of the first k rows, by the set of their columns (as bits): division-free, so right for any scalars
        minors: dict[int, Any] = {0: ONE}
        for row in self.rows:
            grown: dict[int, Any] = {}
            for chosen, minor in minors.items():
                for j in range(n):
                    bit = 1 << j
                    if chosen & bit or is_zero(row[j]):
                        continue
                    part = minor * row[j]
                    if (chosen >> j).bit_count() & 1:
                        part = -part
                    grown[chosen | bit] = grown[chosen | bit] + part if chosen | bit in grown else part
            minors = grown
        return minors.get((1 << n) - 1, ZERO)

    def is_symmetric(self) -> bool:
        """Whether opposite entries are one number: the very same object, if it is a ball."""
        opposite = ((self.rows[i][j], self.rows[j][i]) for i in range(self.size) for j in range(i))
        return all(a is b or is_zero(a - b) for a, b in opposite)

    def mirrored(self) -> Mat:
        """The matrix, of which it is known that it is symmetric: each entry is the one opposite."""
        return Mat([self.rows[min(i, j)][max(i, j)] for j in range(self.size)] for i in range(self.size))

    def is_positive_definite(self) -> bool:
        """Symmetric, with positive leading minors.  Raises ``Unknown`` for balls that do not tell."""
        n = self.size
        if not self.is_symmetric():
            skew = (self.rows[i][j] - self.rows[j][i] for i in range(n) for j in range(i))
            if any(sign_of(x) != 0 for x in skew):
                return False
        return all(sign_of(Mat(row[:k] for row in self.rows[:k]).det()) > 0 for k in range(1, n + 1))

    def inverse(self) -> Mat:
        """The inverse; by FLINT for plain numbers, by cofactors for others."""
        n = self.size
        plain = self.flint()
        try:
            if plain is not None:
                found = from_flint(plain.inv())
                return found.mirrored() if self.is_symmetric() else found
        except ZeroDivisionError:
            if isinstance(plain, fmpq_mat) or is_zero(self.det()):
                raise Undefined("the inverse of a singular matrix") from None
            raise Unknown("a matrix that is not separated from the singular ones") from None
        det = self.det()
        return Mat([divide(self._cofactor(j, i), det) for j in range(n)] for i in range(n))

    def _cofactor(self, i: int, j: int) -> Any:
        minor = (
            Mat(Vec(row[:j] + row[j + 1 :]) for k, row in enumerate(self.rows) if k != i).det()
            if self.size > 1
            else ONE
        )
        return -minor if (i + j) & 1 else minor

    def flint(self) -> Any:
        """The matrix as one of FLINT's; None where an entry is no plain number."""
        entries = [x for row in self.rows for x in row]
        if all(isinstance(x, fmpq) for x in entries):
            return fmpq_mat(len(self.rows), self.columns, entries)
        if all(type(x).__name__ in ("fmpq", "arb") for x in entries):
            return arb_mat(len(self.rows), self.columns, [ball(x) for x in entries])
        return None


LINEAR = (Vec, Mat)


def from_flint(matrix: Any) -> Mat:
    return Mat(matrix.tolist())


def as_vector(x: Any) -> Vec:
    """Raises ``Undefined`` for what is no vector."""
    if not isinstance(x, Vec):
        raise Undefined("a vector is wanted")
    return x


def as_matrix(x: Any) -> Mat:
    """Raises ``Undefined`` for what is no matrix."""
    if not isinstance(x, Mat):
        raise Undefined("a matrix is wanted")
    return x


def as_linear(x: Any) -> Vec | Mat:
    """Raises ``Undefined`` for what is neither a vector nor a matrix."""
    if not isinstance(x, LINEAR):
        raise Undefined("a vector or matrix is wanted")
    return x


def identity(n: int) -> Mat:
    return Mat([ONE if i == j else ZERO for j in range(n)] for i in range(n))


def diagonal(vector: Vec) -> Mat:
    return Mat([x if i == j else ZERO for j in range(len(vector))] for i, x in enumerate(vector))


def block(a: Mat, b: Mat, c: Mat, d: Mat) -> Mat:
    if len(a.rows) != len(b.rows) or len(c.rows) != len(d.rows):
        raise Undefined("blocks whose sizes do not fit")
    upper = [Vec(x + y) for x, y in zip(map(tuple, a.rows), map(tuple, b.rows), strict=True)]
    lower = [Vec(x + y) for x, y in zip(map(tuple, c.rows), map(tuple, d.rows), strict=True)]
    return Mat([*upper, *lower])
