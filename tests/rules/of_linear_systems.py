"""Solutions of linear equations: instances of the rule, and steps that it must refuse."""

from __future__ import annotations

from proofs.language import (
    Form,
    Identity,
    Int,
    Interval,
    Inverse,
    Number,
    Transpose,
    Zero,
    integer,
    invertible,
    matrix,
    symbols,
    vector,
)
from proofs.rules import elimination, linear_solution, solution
from tests.rules.examples import Example

n, m = integer("n"), integer("m")
x, b, w = vector("x", n), vector("b", n), vector("w", n)
A, B, X, C = matrix("A", n), matrix("B", n, m), matrix("X", m, n), matrix("C", m, n)
Z = matrix("Z", n, m)
c, u, v = symbols("c u v")
u01 = symbols("u", Interval(Number(0), Number(1)))
TWO = (2 * u + v).eq(3), (u + 2 * v).eq(0)
SOLVABLE = (A @ x).eq(b), invertible(A)


def made(*rows, by=linear_solution):
    return [Example(by, left, right, tuple(given)) for left, right, *given in rows]


ELIMINATED = made(
    (u, Number(2), *TWO),
    (v, Number(-1), *TWO),
    (u - 3 * v, Number(5), *TWO),
    (c * u**2, c * Number(2) ** 2, *TWO),
    (2 * u, Number(14), (u + v).eq(10), (u - v).eq(4)),
    by=elimination,
)
SOLVED = made(
    (u, Number(5), (2 * u).eq(10)),
    (2 * u, 3 - v, TWO[0]),
    (u**2, Number(5) ** 2, (2 * u).eq(10)),
    by=solution,
)
EXAMPLES = [
    *ELIMINATED,
    *SOLVED,
    *made(
        (Form(w, Identity(n), x), Form(w, Inverse(A), b), *SOLVABLE),
        (2 * x + w, 2 * (Inverse(A) @ b) + w, *SOLVABLE),
        (w - x, w - Inverse(A) @ b, b.eq(A @ x), invertible(A)),
        (Z, Inverse(A) @ B, (A @ Z).eq(B), invertible(A)),
        (X, C @ Inverse(A), (X @ A).eq(C), invertible(A)),
        (
            x,
            Inverse(B @ Transpose(B) + c * Identity(n)) @ b,
            ((B @ Transpose(B) + c * Identity(n)) @ x).eq(b),
            c > 0,
        ),
    ),
]

UNSOLVED = made(
    (u, Number(4), (2 * u).eq(10)),
    (u, Number(5), (2 * u) <= 10),
    (u, Number(5), (c * u).eq(5 * c)),  # c may be zero
    (c, Number(5), (2 * u).eq(10)),
    by=solution,
)
REFUSED = (
    UNSOLVED
    + made(
        (u, Number(1), *TWO),
        (u, Number(2), TWO[0]),
        (u, Number(2), (2 * u + v).eq(3), (u + 2 * v) <= 0),
        (u, Number(2), (u * v).eq(2 * v)),  # v may be zero
        (c, u, *TWO),
        (Int(u, u01), Int(Number(2), u01), u01.eq(2)),  # another u
        by=elimination,
    )
    + made(
        (x, Inverse(A) @ b, (A @ x).eq(b)),  # nothing says that A is invertible
        (x, Inverse(A) @ b, invertible(A)),
        (x, A @ b, *SOLVABLE),
        (x, Inverse(Transpose(A)) @ b, *SOLVABLE),
        (x, Inverse(A) @ A @ x, (A @ x).eq(A @ x), invertible(A)),  # an equation of x with itself solves nothing
        (X, Inverse(A) @ X @ A, (X @ A).eq(A @ X), invertible(A)),
        (w, Inverse(A) @ b, *SOLVABLE),
        (x, Zero(x.space), (B @ Transpose(B) @ x).eq(Zero(x.space))),
        (x, Inverse(B @ Transpose(B) + c * Identity(n)) @ b, ((B @ Transpose(B) + c * Identity(n)) @ x).eq(b)),
        (x, Inverse(B @ Transpose(B) - Identity(n)) @ b, ((B @ Transpose(B) - Identity(n)) @ x).eq(b)),
        (c + Number(1), c, *SOLVABLE),
    )
)
