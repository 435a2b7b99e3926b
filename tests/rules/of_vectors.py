"""Means of vectors and matrices made of a Gaussian vector: instances of the rule, and steps that it must refuse."""

from __future__ import annotations

from proofs.language import (
    E,
    Entry,
    MultivariateNormal,
    Number,
    Range,
    RowsOf,
    StudentT,
    Transpose,
    Var,
    VectorOf,
    integer,
    matrix,
    positive_definite,
    vector,
)
from proofs.rules import gaussian_mean_of_entry
from tests.rules.examples import Example

d, m = integer("d"), integer("m")
x, mu, c = vector("x", d), vector("mu", d), vector("c", d)
b, u = vector("b", m), vector("u", m)
A, S, B = matrix("A", m, d), matrix("S", d), matrix("B", d)
p = MultivariateNormal(mu, S)
i, j = Var("i", Range(Number(1), m)), Var("j", Range(Number(1), m))
k, l = Var("k", Range(Number(1), d)), Var("l", Range(Number(1), d))
DEFINITE = (positive_definite(S),)
image = A @ x + b


def matrix_of_means(t, row, column):
    return RowsOf(VectorOf(E(Entry(t, row, column), x, p), column), row)


def made(left, right):
    return Example(gaussian_mean_of_entry, left, right, DEFINITE)


EXAMPLES = [
    made(VectorOf(E(image[i], x, p), i), A @ mu + b),
    made(E((2 * (A @ x) - b)[i], x, p), (2 * (A @ mu) - b)[i]),
    made(matrix_of_means(x @ Transpose(x), k, l), S + mu @ Transpose(mu)),
    made(matrix_of_means((x - mu) @ Transpose(x - mu), k, l), S),
    made(matrix_of_means((image - A @ mu - b) @ Transpose(image - A @ mu - b), i, j), A @ S @ Transpose(A)),
    made(matrix_of_means(image @ Transpose(image), i, j),
         A @ S @ Transpose(A) + (A @ mu + b) @ Transpose(A @ mu + b)),
    made(matrix_of_means(x @ Transpose(c) / 3 + B, k, l), mu @ Transpose(c) / 3 + B),
]  # fmt: skip

REFUSED = [
    made(VectorOf(E(image[i], x, p), i), A @ mu),
    made(matrix_of_means(x @ Transpose(x), k, l), S),
    made(matrix_of_means(x @ Transpose(x), k, l), S - mu @ Transpose(mu)),
    made(matrix_of_means((x - mu) @ Transpose(x - mu) @ B, k, l), B @ S),
    made(matrix_of_means((image - A @ mu - b) @ Transpose(image - A @ mu - b), i, j), S),
    made(matrix_of_means(x @ Transpose(c), k, l), c @ Transpose(mu)),
    # x c' x d' has x twice, with a number between: no covariance of its factors
    made(matrix_of_means(x @ Transpose(c) @ x @ Transpose(c), k, l), S @ c @ Transpose(c)),
    # the place depends on nothing, but the matrix by which x is multiplied must not depend on x
    made(E((B @ x)[k] * x[k], x, p), (B @ mu)[k] * mu[k]),
    Example(gaussian_mean_of_entry, E(Var("t") + 1, Var("t"), StudentT(3, 0, 1)), Var("t"), ()),
]
