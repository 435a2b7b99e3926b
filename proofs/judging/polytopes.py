"""Points of a polytope {x : A x = b, x >= 0}, exactly: Gauss-Jordan elimination, then the simplex method.

Bland's rule picks the pivots, so that it ends; all numbers are rational, so that "empty" is a proof.
"""

from __future__ import annotations

from collections.abc import Sequence

from flint import fmpq

Row = list[fmpq]  # the coefficients of an equation, then its right side


class Equations:
    """Linear equations between n numbers, in reduced echelon form."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.rows: list[Row] = []
        self.pivots: list[int] = []

    def reduced(self, form: Sequence[fmpq]) -> Row:
        """A form c_1 x_1 + ... + c_n x_n - c with the pivots replaced by what they are equal to."""
        found = list(form)
        for row, pivot in zip(self.rows, self.pivots, strict=True):
            _take(found, found[pivot], row)
        return found

    def add(self, form: Sequence[fmpq]) -> bool:
        """Let a form be zero; False where that contradicts what is known."""
        new = self.reduced(form)
        pivot = next((k for k in range(self.size) if new[k]), None)
        if pivot is None:
            return not new[-1]
        new = [entry / new[pivot] for entry in new]
        for row in self.rows:
            _take(row, row[pivot], new)
        self.rows.append(new)
        self.pivots.append(pivot)
        return True


def _take(row: Row, factor: fmpq, other: Row) -> None:
    """Subtract a multiple of another row."""
    if factor:
        for k, entry in enumerate(other):
            if entry:
                row[k] -= factor * entry


def corners(equations: Equations) -> list[Row]:
    """Corners of the polytope, for each coordinate one where it is greatest; none where the polytope is empty.

    A mean of these with positive weights is positive wherever some point of the polytope is.  The polytope must be
    bounded, as one of shares is.
    """
    start = _start(equations)
    if start is None:
        return []
    found: list[Row] = []
    for k in range(equations.size):
        tableau, basis = [list(row) for row in start[0]], list(start[1])
        _maximise(tableau, basis, [fmpq(int(j == k)) for j in range(equations.size)])
        point = _point(tableau, basis, equations.size)
        if point not in found:
            found.append(point)
    return found


def _point(tableau: list[Row], basis: list[int], size: int) -> Row:
    values = dict(zip(basis, (row[-1] for row in tableau), strict=True))
    return [values.get(k, fmpq(0)) for k in range(size)]


def _start(equations: Equations) -> tuple[list[Row], list[int]] | None:
    """A tableau whose basic solution is a corner; None where there is no point."""
    n, m = equations.size, len(equations.rows)
    tableau: list[Row] = []
    for k, row in enumerate(equations.rows):
        sign = -1 if row[-1] < 0 else 1
        slack = [fmpq(int(j == k)) for j in range(m)]
        tableau.append([*(sign * entry for entry in row[:-1]), *slack, sign * row[-1]])
    basis = list(range(n, n + m))
    _maximise(tableau, basis, [fmpq(0)] * n + [fmpq(-1)] * m)
    if any(row[-1] for row, b in zip(tableau, basis, strict=True) if b >= n):
        return None
    for r in range(m):  # the rows are independent: what is left of the slacks can be exchanged
        if basis[r] >= n:
            _pivot(tableau, basis, r, next(k for k in range(n) if tableau[r][k]))
    return [[*row[:n], row[-1]] for row in tableau], basis


def _maximise(tableau: list[Row], basis: list[int], objective: Row) -> None:
    """Move to a basic solution at which the objective is greatest."""
    while True:
        weights = [(objective[b], row) for b, row in zip(basis, tableau, strict=True) if objective[b]]
        gains = ((k, gain - sum((w * row[k] for w, row in weights), fmpq(0))) for k, gain in enumerate(objective))
        entering = next((k for k, gain in gains if gain > 0), None)
        if entering is None:
            return
        limits = [(row[-1] / row[entering], basis[r], r) for r, row in enumerate(tableau) if row[entering] > 0]
        if not limits:
            raise ValueError("a polytope without bound")
        _pivot(tableau, basis, min(limits)[2], entering)


def _pivot(tableau: list[Row], basis: list[int], r: int, entering: int) -> None:
    tableau[r] = [entry / tableau[r][entering] for entry in tableau[r]]
    for k, row in enumerate(tableau):
        if k != r:
            _take(row, row[entering], tableau[r])
    basis[r] = entering
