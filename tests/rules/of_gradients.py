"""Derivatives by a matrix: instances of the rule, and steps that it must refuse."""

from __future__ import annotations

from proofs.language import (
    Column,
    Det,
    Dot,
    Form,
    Gradient,
    Identity,
    Inverse,
    Jacobian,
    Number,
    Range,
    Relation,
    Rows,
    Sum,
    Tr,
    Transpose,
    Var,
    exp,
    integer,
    invertible,
    log,
    matrix,
    positive_definite,
    sqrt,
    vector,
)
from proofs.rules import differentiation_by_a_matrix, gradient_by_coordinates
from tests.rules.examples import Example

n, m, k = integer("n"), integer("m"), integer("k")
i = Var("i", Range(Number(1), m))
x, y, a, b = vector("x", m), vector("y", n), vector("a", n), vector("b", n)
A, S, Q, D = matrix("A", n), matrix("S", n), matrix("Q", n), matrix("D", n)
W, V = matrix("W", n, m), matrix("V", m, n)
P, Y = matrix("P", k, n), matrix("Y", k, m)
z, o = vector("z", Number(2)), vector("o", Number(2))
HILL = z[1] ** 2 + 3 * z[1] * z[2]
AT, ST = Transpose(A), Transpose(S)
INVERTIBLE = (invertible(A),)
RESIDUAL = P @ W - Y


def by(body, of):
    return Gradient(body, of, of)


def examples(*pairs):
    return [Example(differentiation_by_a_matrix, left, right, tuple(given)) for left, right, *given in pairs]


def in_coordinates(*pairs):
    return [Example(gradient_by_coordinates, left, right) for left, right in pairs]


EXAMPLES = examples(
    (by(Tr(W @ V), W), Transpose(V)),
    (by(Tr(Transpose(W) @ W), W), 2 * W),
    (by(Tr(A @ Q @ AT @ D), A), D @ A @ Q + Transpose(D) @ A @ Transpose(Q)),
    (by(Tr(A**3), A), 3 * Transpose(A**2)),
    (by(Form(y, W, x), W), y @ Transpose(x)),
    (by(Form(x, Transpose(W) @ D @ W, x), W), (D + Transpose(D)) @ W @ x @ Transpose(x)),
    (by(Dot(W @ x - y, W @ x - y), W), 2 * (W @ x - y) @ Transpose(x)),
    (by(Tr(Transpose(RESIDUAL) @ RESIDUAL), W), 2 * (Transpose(P) @ RESIDUAL)),
    (by(Sum(x[i] * Form(y, W, x), i), W), Sum(x[i] * (y @ Transpose(x)), i)),
    (by(log(abs(Det(A))), A), Transpose(Inverse(A)), *INVERTIBLE),
    (Gradient(log(Det(A)), A, S), Inverse(S), positive_definite(S)),
    (by(Det(A), A), Det(A) * Transpose(Inverse(A)), *INVERTIBLE),
    (by(Tr(Inverse(A) @ Q), A), -Transpose(Inverse(A) @ Q @ Inverse(A)), *INVERTIBLE),
    (by(Form(a, Inverse(A), b), A), -(Transpose(Inverse(A)) @ a @ Transpose(b) @ Transpose(Inverse(A))), *INVERTIBLE),
    (by(Form(a, A, b) ** 2 / Tr(A), A),
     2 * Form(a, A, b) / Tr(A) * (a @ Transpose(b)) - Form(a, A, b) ** 2 / Tr(A) ** 2 * Identity(n),
     Relation(Tr(A), "!=", Number(0))),
    (by(sqrt(1 + Tr(Transpose(W) @ W)), W), W / sqrt(1 + Tr(Transpose(W) @ W))),
    (by(Tr(Tr(A) * A @ Q), A), Tr(A @ Q) * Identity(n) + Tr(A) * Transpose(Q)),
) + in_coordinates(
    (by(HILL, z), Column((2 * z[1] + 3 * z[2], 3 * z[1] + z[2] * 0))),
    (Gradient(exp(z[1]) * z[2], z, o), Column((exp(o[1]) * o[2], exp(o[1])))),
    (Jacobian(Column((z[1] * z[2], z[1] + z[2])), z, z), Rows((Column((z[2], z[1])), Column((Number(1), Number(1)))))),
)  # fmt: skip

REFUSED = in_coordinates(
    (by(HILL, z), Column((2 * z[1] + 3 * z[2], 3 * z[2]))),
    (by(HILL, z), Column((3 * z[1], 2 * z[1] + 3 * z[2]))),
    (by(HILL + Dot(z, z), z), Column((2 * z[1] + 3 * z[2], 3 * z[1]))),
    (Gradient(HILL, z, o), Column((2 * z[1] + 3 * z[2], 3 * z[1]))),
) + examples(
    (by(Tr(A @ Q), A), Q),
    (by(Tr(W @ V), W), 2 * Transpose(V)),
    (by(Tr(Transpose(W) @ W), W), W),
    (by(Tr(A @ Q @ AT @ D), A), 2 * (D @ A @ Q)),
    (by(Form(a, A, b), A), b @ Transpose(a)),
    (by(Dot(W @ x - y, W @ x - y), W), 2 * (y - W @ x) @ Transpose(x)),
    (by(log(abs(Det(A))), A), Inverse(A), *INVERTIBLE),
    (by(log(abs(Det(A))), A), Transpose(Inverse(A))),
    (by(Det(A), A), Transpose(Inverse(A)), *INVERTIBLE),
    (by(Tr(Inverse(A) @ Q), A), Transpose(Inverse(A) @ Q @ Inverse(A)), *INVERTIBLE),
    (by(Tr(Inverse(A) @ Q), A), -(Inverse(A) @ Q @ Inverse(A)), *INVERTIBLE),
    (Gradient(Tr(A @ Q), A, S), Q, positive_definite(S)),
    (by(Tr(S @ Q), S), Q, positive_definite(S)),  # what is said of the point says nothing of the points around it
    (by(Tr(S @ Q) - Tr(ST @ Q), S), 0 * Q, positive_definite(S)),
)
