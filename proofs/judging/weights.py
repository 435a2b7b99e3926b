r"""Functions that weigh an integral over the whole line: the h of \int h(x) e^{\eta T(x)} dx, of which words or a step
suppose that it is finite.  A polynomial or a sine is no such function; worlds have one that falls off in both
directions, and is positive, as what measures is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from proofs import language as L

from . import gaussian_integrals


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


def integral(m: Any, body: L.Term, var: L.Var) -> Any:
    """The integral over the line of what such a function weighs, by completing the square; of a derivative, the
    derivative of the integral, which is smooth.  None where it is not of this form."""
    match body:
        case L.Derivative(inner, by, at) if by is not var and var not in at.free:
            slope = None if _written_out(m, inner, var) is None else L.Derivative(L.Int(inner, var), by, at)
            return None if slope is None else m.value(slope)
    written = _written_out(m, body, var)
    return None if written is None else gaussian_integrals.integral(m, written, var)


def _written_out(m: Any, body: L.Term, var: L.Var) -> L.Term | None:
    """What is integrated, with the formula of the function that weighs it; None where there is none."""
    if var.space is not L.R or not isinstance(body, L.Times):
        return None
    for k, factor in enumerate(body.args):
        match factor:
            case L.Apply(L.Function() as head, (at,)) if at is var and isinstance(known := m.lookup(head), L.Lambda):
                match known.body:
                    case L.Times((*_, L.Apply(L.Elementary("exp")))):
                        formula = L.substitute(known.body, {known.var: var})
                        return L.Times((*body.args[:k], formula, *body.args[k + 1 :]))
            case L.Times():
                inside = _written_out(m, factor, var)
                if inside is not None:
                    return L.Times((*body.args[:k], inside, *body.args[k + 1 :]))
    return None


__all__ = ["integral", "is_weight"]
