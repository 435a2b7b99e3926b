r"""Where the dimension of a law may be a number: in E[x^\top \Sigma^{-1} x] = d, not in Cov(A x) = A \Sigma A^\top.

A claim with no such place fails in some dimension only if it is wrong, whichever the author has in mind.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from ... import language as L
from ..names import GREEK


def may_have(relation: L.Relation, unnamed: Container[L.Node]) -> bool:
    """Whether a claim may depend on an ``unnamed`` dimension as a number: by an entropy, by a density beside one that
    is written out, (2 \\pi)^{-1} of the plane, or by a summand."""
    nodes = list(relation.walk())
    at_points = {id(n.head) for n in nodes if isinstance(n, L.Apply)}
    under_means = {id(n.law) for n in nodes if isinstance(n, L.Expectation)}
    apart = [n for n in nodes if isinstance(n, L.MultivariateNormal) and id(n) not in under_means]
    if apart and (L.pi in nodes or any(id(n) not in at_points for n in apart)):
        return True
    if L.space_of(relation.left) is not None:
        return False
    parts = [*_summands(relation.left), *_summands(relation.right)]
    return not all(_is_of_arrays(part, unnamed) for part in parts)


def _is_of_arrays(t: L.Term, unnamed: Container[L.Node]) -> bool:
    """Whether a summand is made of named vectors and matrices, of numerals and of Greek letters, which name no size,
    and is no number by itself."""
    arrays = any(isinstance(n, L.Var) and isinstance(n.space, L.Vectors | L.Matrices) for n in t.free)
    numbers = any(isinstance(n, L.Var) and L.is_scalar(n) and n not in unnamed and not _is_greek(n) for n in t.free)
    return arrays and not numbers


def _is_greek(n: L.Var) -> bool:
    return n.name.partition("_")[0] in GREEK


def _summands(t: L.Term) -> Iterator[L.Term]:
    match t:
        case L.Plus(args):
            for a in args:
                yield from _summands(a)
        case L.Neg(arg):
            yield from _summands(arg)
        case _:
            yield t


__all__ = ["may_have"]
