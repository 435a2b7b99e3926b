r"""Functions that weigh an integral over the whole line: the h of \int h(x) e^{\eta T(x)} dx, of which words or a step
suppose that it is finite.  A polynomial or a sine is no such function; worlds have one that falls off in both
directions, and is positive, as what measures is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from proofs import language as L

from .draws import Draw


def is_weight(function: L.Name, hypotheses: Iterable[L.Node]) -> bool:
    """Whether what is supposed has an integral over the line in it that the function weighs."""
    return any(function in _weighing(h) for h in hypotheses)


@lru_cache(maxsize=4096)
def _weighing(h: L.Node) -> frozenset[L.Name]:
    return frozenset(
        factor.head
        for node in h.walk()
        if isinstance(node, L.Int) and node.var.space is L.R and isinstance(node.body, L.Times)
        for factor in node.body.args
        if isinstance(factor, L.Apply) and isinstance(factor.head, L.Function) and factor.args == (node.var,)
        if any(_is_exponential(other, node.var) for other in node.body.args)
    )


def _is_exponential(factor: L.Term, var: L.Var) -> bool:
    match factor:
        case L.Apply(L.Elementary("exp"), (exponent,)):
            return var in exponent.free
    return False


def weight(draw: Draw) -> L.Lambda:
    """A positive function that falls off like a normal density: (a + b x^2) e^{-c x^2}."""
    x = L.Var("x", L.R)
    a, b, c = (L.Number(abs(draw.nonzero())) for _ in range(3))
    return L.Lambda((a + b * x**2) * L.exp(-c * x**2), x)


__all__ = ["is_weight", "weight"]
