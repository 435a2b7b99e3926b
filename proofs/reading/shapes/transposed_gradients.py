r"""Gradients that are transposed, \nabla f(x)^T d: the transposition is that of \nabla f(x), and not of the bracket."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..grammar.rewritten import rewritten
from ..syntax import Bracket, Multiply, Script, Symbol, Syntax
from ..uses.superscripts import is_transposition


def gradients_said(node: Syntax) -> Any:
    r"""The tree with (\nabla f(x))^T for \nabla f(x)^T."""
    return rewritten(node, lambda each: _grouped(each) if isinstance(each, Multiply) else each)


def _grouped(node: Multiply) -> Syntax:
    factors, signs, k = list(node.factors), list(node.signs), 0
    while k + 2 < len(factors):
        match factors[k : k + 3], signs[k + 1 : k + 3]:
            case (
                [
                    Symbol("nabla") | Script(Symbol("nabla"), _, None, 0) as nabla,
                    Symbol() | Script(Symbol()) as f,
                    Script(Bracket("(", (_, *_), ")", None) as at, None, above, 0) as value,
                ],
                ["", ""],
            ) if is_transposition(above):
                span = (nabla.span[0], at.span[1])
                whole = Bracket("(", (Multiply((nabla, f, at), ("", "", ""), span=span),), ")", span=span)
                factors[k : k + 3] = [replace(value, base=whole, span=(nabla.span[0], value.span[1]))]
                signs[k : k + 3] = [signs[k]]
        k += 1
    if len(factors) == len(node.factors):
        return node
    if len(factors) == 1 and not signs[0]:
        return factors[0]
    return replace(node, factors=tuple(factors), signs=tuple(signs))


__all__ = ["gradients_said"]
