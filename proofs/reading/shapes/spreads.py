r"""Matrices that a formula shows to be covariances: S of -\frac12 \log|S| - \frac12 (x-\mu)^T S^{-1} (x-\mu).

A matrix whose determinant stands beside its quadratic form, as in the density of a normal law and in its logarithm, is
what its author takes for granted there: symmetric and positive definite.  So is a \Sigma whose inverse has one.
"""

from __future__ import annotations

from ... import language as L
from ..context import Context
from .shapes import bare


def learn(context: Context, t: L.Term) -> list[str]:
    """Take the matrices of which a term shows it for covariances, from here on; what was taken so, in words."""
    found = [matrix for matrix in _shown(t) if L.positive_definite(matrix) not in context.stated()]
    context.assume(*map(L.positive_definite, found))
    return [f"{matrix.name} is taken for a covariance, symmetric and positive definite" for matrix in found]


def _shown(t: L.Term) -> list[L.Var]:
    measured = {node.arg for node in t.walk() if isinstance(node, L.Det)}
    found: dict[L.Var, None] = {}
    for node in t.walk():
        match node:
            case L.Form(left, L.Inverse(L.Var() as matrix), right) if left is right:
                if matrix in measured or bare(matrix.name) == "Sigma":
                    found[matrix] = None
            case L.Form(left, L.Var() as matrix, right) if left is right and matrix in measured:
                found[matrix] = None
    return list(found)


__all__ = ["learn"]
