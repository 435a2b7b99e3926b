"""The rules about square roots of matrices: instances of them, and steps they must refuse."""

from __future__ import annotations

from proofs.language import (
    Diag,
    Form,
    Number,
    Range,
    Tr,
    Var,
    VectorOf,
    forall,
    half,
    integer,
    matrix,
    positive_definite,
    sqrt,
    vector,
)
from proofs.rules import commuting_root, root_of_diagonal, root_of_product, trace_of_similar_root
from tests.rules.examples import Example

d = integer("d")
k = Var("k", Range(Number(1), d))
v, w = vector("v", d), vector("w", d)
A, B, S = matrix("A", d), matrix("B", d), matrix("S", d)
squares = VectorOf(v[k] ** 2 + 1, k)
DEFINITE = positive_definite(S), positive_definite(B)
ONE = positive_definite(S), (S @ B).eq(B @ S)
BOTH = *DEFINITE, (S @ B).eq(B @ S)

EXAMPLES = [
    Example(root_of_diagonal, Tr(Diag(squares) ** half), Tr(Diag(VectorOf(sqrt(v[k] ** 2 + 1), k)))),
    Example(root_of_diagonal, Tr(Diag(VectorOf(v[k], k)) ** half), Tr(Diag(VectorOf(sqrt(v[k]), k))),
            (forall(k, v[k] > 0),)),
    Example(commuting_root, Form(w, S**half @ B, v), Form(w, B @ S**half, v), ONE),
    Example(commuting_root, Form(w, B @ S**half, w - v), Form(w, S**half @ B, w - v), ONE),
    Example(commuting_root, Form(w, S**half @ B @ S**half, v), Form(w, S @ B, v), ONE),
    Example(root_of_product, Form(w, (S @ B) ** half, v), Form(w, S**half @ B**half, v), BOTH),
    Example(trace_of_similar_root, Tr((S @ B) ** half), Tr((S**half @ B @ S**half) ** half), DEFINITE),
    Example(trace_of_similar_root, Tr((S @ B) ** half), Tr((B**half @ S @ B**half) ** half), DEFINITE),
]  # fmt: skip

REFUSED = [
    Example(root_of_diagonal, Tr(Diag(squares) ** half), Tr(Diag(v))),
    Example(root_of_diagonal, Tr(Diag(VectorOf(v[k], k)) ** half), Tr(Diag(VectorOf(sqrt(v[k]), k))),
            (forall(k, v[k] < 0),)),
    Example(commuting_root, Form(w, S**half @ B, v), Form(w, B @ S**half, v), (positive_definite(S),)),
    Example(commuting_root, Form(w, S**half @ A, v), Form(w, A @ S**half, v), ONE),
    Example(commuting_root, Form(w, S**half @ B @ S**half, v), Form(w, B, v), ONE),
    Example(root_of_product, Form(w, (S @ B) ** half, v), Form(w, S**half @ B**half, v), DEFINITE),
    Example(root_of_product, Form(w, (S @ B) ** half, v), Form(w, S @ B**half, v), BOTH),
    Example(trace_of_similar_root, Tr((S @ B) ** half), Tr(S**half @ B**half), DEFINITE),
    Example(trace_of_similar_root, Form(w, (S @ B) ** half, w), Form(w, (S**half @ B @ S**half) ** half, w), DEFINITE),
]  # fmt: skip
