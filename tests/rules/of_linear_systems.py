"""Solutions of linear equations: instances of the rule, and steps that it must refuse."""

from __future__ import annotations

from proofs.language import (
    Form,
    Identity,
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
from proofs.rules import linear_solution
from tests.rules.examples import Example

n, m = integer("n"), integer("m")
x, b, w = vector("x", n), vector("b", n), vector("w", n)
A, B, X, C = matrix("A", n), matrix("B", n, m), matrix("X", m, n), matrix("C", m, n)
Z = matrix("Z", n, m)
c = symbols("c")
SOLVABLE = (A @ x).eq(b), invertible(A)


def made(*rows):
    return [Example(linear_solution, left, right, tuple(given)) for left, right, *given in rows]


EXAMPLES = made(
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
)

REFUSED = made(
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
