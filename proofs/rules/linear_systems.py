"""The solution of a linear equation with an invertible matrix."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import Inverse, MatMul, Matrices, Relation, Term, Var, Vectors, Zero
from ..language.facts import Facts
from ..registry import rule


@rule("solving the linear equation")
def linear_solution(t: Term, facts: Facts) -> Iterator[Term]:
    r"""x = A^{-1} b, \quad A x = b, \; A \text{ invertible}; \quad X = B A^{-1}, \quad X A = B"""
    if isinstance(t, Var) and isinstance(t.space, Vectors | Matrices):
        for h in facts.hypotheses:
            if isinstance(h, Relation) and h.symbol == "=":
                for product, other in ((h.left, h.right), (h.right, h.left)):
                    yield from _solved(t, product, other, facts)


def _solved(x: Var, product: object, b: Term, facts: Facts) -> Iterator[Term]:
    match product:
        case MatMul((*factors, last)) if last is x:
            left, a = True, factors
        case MatMul((first, *factors)) if first is x and isinstance(x.space, Matrices):
            left, a = False, factors
        case _:
            return
    matrix = a[0] if len(a) == 1 else MatMul(tuple(a))
    if x not in matrix.free | b.free and facts.invertible(matrix):
        inverse = Inverse(matrix)
        yield b if isinstance(b, Zero) else MatMul((inverse, b) if left else (b, inverse))


__all__ = ["linear_solution"]
