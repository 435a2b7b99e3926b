"""Inverses and determinants of sums with a product: instances of the rules, and steps that they must refuse."""

from __future__ import annotations

from proofs.language import (
    Det,
    Form,
    Identity,
    Inverse,
    Tr,
    Transpose,
    half,
    integer,
    invertible,
    matrix,
    nonzero,
    vector,
)
from proofs.rules import determinant_lemma, push_through, woodbury_identity
from tests.rules.examples import Example

n, k = integer("n"), integer("k")
u, v = vector("u", n), vector("v", n)
A, C, U, V = matrix("A", n), matrix("C", k), matrix("U", n, k), matrix("V", k, n)
IN, IK, AI, CI = Identity(n), Identity(k), Inverse(A), Inverse(C)
ROW = Transpose(v)
CORE = CI + V @ AI @ U
RANK_ONE = 1 + Form(v, AI, u)
ALL = invertible(A), invertible(C), invertible(A + U @ C @ V), invertible(CORE)


def made(rule, *rows):
    return [Example(rule, left, right, tuple(given)) for left, right, *given in rows]


EXAMPLES = [
    *made(
        woodbury_identity,
        (Inverse(A + U @ C @ V), AI - AI @ U @ Inverse(CORE) @ V @ AI, *ALL),
        (Inverse(A - U @ V), AI + AI @ U @ Inverse(IK - V @ AI @ U) @ V @ AI,
         invertible(A), invertible(A - U @ V), invertible(IK - V @ AI @ U)),
        (Inverse(2 * IN + U @ V), IN / 2 - U @ Inverse(half * (V @ U) + IK) @ V / 4,
         invertible(2 * IN + U @ V), invertible(half * (V @ U) + IK)),
        (Inverse(A + u @ ROW), AI - AI @ u @ ROW @ AI / RANK_ONE,
         invertible(A), invertible(A + u @ ROW), nonzero(RANK_ONE)),
    ),
    *made(
        determinant_lemma,
        (Det(A + U @ C @ V), Det(CORE) * Det(C) * Det(A), invertible(A), invertible(C)),
        (Det(A + U @ V), Det(IK + V @ AI @ U) * Det(A), invertible(A)),
        (Det(IN - U @ V), Det(IK - V @ U)),
        (Det(A + u @ ROW), RANK_ONE * Det(A), invertible(A)),
        (Det(A + 2 * (u @ ROW @ A)), (1 + 2 * Form(v, IN, u)) * Det(A), invertible(A)),
    ),
    *made(
        push_through,
        (Inverse(IN + U @ V) @ U, U @ Inverse(IK + V @ U), invertible(IN + U @ V), invertible(IK + V @ U)),
        (Tr(A @ Inverse(3 * IN - U @ V @ A) @ U @ V), Tr(A @ U @ Inverse(3 * IK - V @ A @ U) @ V),
         invertible(3 * IK - V @ A @ U), invertible(3 * IN - U @ V @ A)),
    ),
]  # fmt: skip

REFUSED = [
    *made(
        woodbury_identity,
        (Inverse(A + U @ C @ V), AI + AI @ U @ Inverse(CORE) @ V @ AI, *ALL),
        (Inverse(A + U @ C @ V), AI - AI @ U @ Inverse(C + V @ AI @ U) @ V @ AI, *ALL, invertible(C + V @ AI @ U)),
        (Inverse(A + u @ ROW), AI - AI @ v @ Transpose(u) @ AI / RANK_ONE,
         invertible(A), invertible(A + u @ ROW), nonzero(RANK_ONE)),
        (Inverse(A + u @ ROW), AI - AI @ u @ ROW @ AI / RANK_ONE, invertible(A), invertible(A + u @ ROW)),
    ),
    *made(
        determinant_lemma,
        (Det(A + U @ C @ V), Det(CORE) * Det(A), invertible(A), invertible(C)),
        (Det(A + u @ ROW), (1 + Form(u, AI, v)) * Det(A), invertible(A)),
        (Det(A + u @ ROW), RANK_ONE * Det(A)),
        (Det(A + U @ V), Det(A) + Det(U @ V)),
    ),
    *made(
        push_through,
        (Inverse(IN + U @ V) @ U, U @ Inverse(IK - V @ U), invertible(IN + U @ V), invertible(IK - V @ U)),
        (Inverse(A + U @ V) @ U, U @ Inverse(IK + V @ U), invertible(A + U @ V), invertible(IK + V @ U)),
    ),
]  # fmt: skip
