"""Linear equations that are solved: with an invertible matrix, and of numbers by elimination."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import Inverse, MatMul, Matrices, Relation, Term, Var, Vectors, Zero
from ..language.facts import Facts
from ..language.linear_forms import difference, linear
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


@rule("solving the equation")
def solution(t: Term, facts: Facts) -> Iterator[Term]:
    r"""x = b / a, \quad a x = b, \; a \neq 0, likewise for what is linear in x and other numbers"""
    found, used = _reduced(t, facts)
    if used == 1:
        yield found


@rule("by elimination from the equations")
def elimination(t: Term, facts: Facts) -> Iterator[Term]:
    r"""t = t + \sum_i \lambda_i (a_i - b_i), \quad a_i = b_i, \; a_i, b_i, t \text{ linear in the same numbers}"""
    found, used = _reduced(t, facts)
    if used > 1:
        yield found


def _reduced(t: Term, facts: Facts) -> tuple[Term, int]:
    """What a linear term is by the equations between linear terms, said without its own names where that can be, and
    how many of them that takes."""
    form = linear(t)
    if form is None or not form.terms:
        return t, 0
    equations = [
        found
        for h in facts.hypotheses
        if isinstance(h, Relation) and h.symbol == "=" and (found := difference(h)) is not None and found.terms
    ]
    others = frozenset().union(*(e.names for e in equations)) - form.names
    used = 0
    for name in (*(name for name, _ in form.terms), *sorted(others, key=lambda each: each.name)):
        pivot = next((e for e in equations if e.of(name)), None)
        if pivot is None:
            continue
        used += bool(form.of(name))
        equations = [e.plus(pivot, -e.of(name) / pivot.of(name)) for e in equations if e is not pivot]
        form = form.plus(pivot, -form.of(name) / pivot.of(name))
    return form.term, used


__all__ = ["elimination", "linear_solution", "solution"]
