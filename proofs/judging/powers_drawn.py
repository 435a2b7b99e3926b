"""Matrices of which an equation says the square, as a world has them.

Each is made of a diagonal matrix, or of one with a single 1 above the diagonal, in a rational basis, which is
orthonormal where the matrix is to be symmetric.
"""

from __future__ import annotations

from fractions import Fraction

from flint import fmpq, fmpq_mat

from . import functions
from .draws import Draw
from .powers_told import IDEMPOTENT, NILPOTENT


def drawn(draw: Draw, kind: str, n: int, symmetric: bool, turn: int | None) -> list[list[Fraction]]:
    """A matrix of this kind, by turns of another rank where there are several; the identity where it is given none."""
    if turn is None or n == 0:
        return [[Fraction(i == j) for j in range(n)] for i in range(n)]
    core = _core(kind, n, symmetric, turn)
    if symmetric:
        basis = _matrix(functions.orthonormal(draw, n, n))
        return _entries(basis * core * basis.transpose())
    basis = _matrix(functions.invertible(draw, n))
    return _entries(basis * core * basis.inv())


def _core(kind: str, n: int, symmetric: bool, turn: int) -> fmpq_mat:
    """Its form in a basis of its own: ones as many as its rank, or as its eigenvalues 1."""
    found = [[Fraction(0)] * n for _ in range(n)]
    rank = 1 + turn % (n - 1) if n > 1 else turn % 2
    for k in range(n):
        if kind != NILPOTENT:
            found[k][k] = Fraction(1) if k < rank else Fraction(0 if kind == IDEMPOTENT else -1)
    if kind == NILPOTENT and n > 1 and not symmetric:
        found[0][1] = Fraction(1)
    return _matrix(found)


def _matrix(rows: list[list[Fraction]]) -> fmpq_mat:
    return fmpq_mat(len(rows), len(rows), [fmpq(x.numerator, x.denominator) for row in rows for x in row])


def _entries(a: fmpq_mat) -> list[list[Fraction]]:
    return [[Fraction(int(x.p), int(x.q)) for x in row] for row in a.tolist()]


__all__ = ["drawn"]
