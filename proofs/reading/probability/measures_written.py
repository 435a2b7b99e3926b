r"""Probabilities of events as they are written, \Pr[A \cap B], \mathbb{P}\{A\}, \mathrm{Prob}(A), with round brackets
and under one name."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ..grammar.rewritten import rewritten
from ..syntax import Bracket, Multiply, RowSyntax, Symbol, Syntax
from .event_formulas import event

_MEASURES = ("P", "Pr", "Prob")


def measures_said(row: RowSyntax) -> RowSyntax:
    """The row with its probabilities of events in round brackets."""
    done: RowSyntax = rewritten(row, lambda node: _rounded(node) if isinstance(node, Multiply) else node)
    return done


def _rounded(product: Multiply) -> Multiply:
    factors: list[Syntax] = list(product.factors)
    for at, (head, bracket) in enumerate(pairwise(product.factors)):
        if not isinstance(head, Symbol) or head.name not in _MEASURES or not isinstance(bracket, Bracket):
            continue
        inside = (*bracket.items, *(bracket.given or ()))
        if not inside or any(event(each) is None for each in inside):
            continue
        if head.name == "Prob":
            factors[at] = replace(head, name="Pr", font="rm")
        if bracket.left in ("[", "{"):
            factors[at + 1] = replace(bracket, left="(", right=")")
    return product if factors == list(product.factors) else replace(product, factors=tuple(factors))


__all__ = ["measures_said"]
