r"""Functions that are named without their arguments where they are differentiated: \frac{\partial \log f}{\partial x}.

They are meant at the arguments at which the document writes them, if these are names and always the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ..grammar.rewritten import rewritten
from ..names import name_of, to_latex
from ..syntax import Bracket, Multiply, Named, Numeral, Script, Symbol, Syntax

if TYPE_CHECKING:
    from ..meaning import Meaning


def at_their_arguments(m: Meaning, operand: Syntax) -> Syntax:
    r"""What is differentiated, with ``\log f`` as ``\log f(x \mid \mu)``."""

    def change(node: Syntax) -> Syntax:
        match node:
            case Named(_, argument) if (call := _call(m, argument)) is not None:
                return replace(node, argument=call)
        return node

    changed: Syntax = rewritten(operand, change)
    return changed


def called_so(m: Meaning, word: Symbol) -> L.Term | None:
    r"""The CE of \partial CE / \partial z, where the page gives CE(y, \hat y) a value, and that word no other."""
    if word.font != "rm":
        return None
    values = m.context.values
    whole = [name for name in values if name.startswith(f"{to_latex(name_of(word) or '')}(")]
    return m.context.unfolded(values[whole[0]]) if len(whole) == 1 else None


def _call(m: Meaning, function: Syntax) -> Syntax | None:
    name = name_of(function)
    if name is None or name in m.context.values or name in m.context.spaces or name in m.bound:
        return None
    if name not in m.context.functions and not m.context.is_density(name):
        return None
    uses = m.context.survey.uses(name)
    first = uses[0] if uses else None
    if first is None or any((u.items, u.given, u.bar) != (first.items, first.given, first.bar) for u in uses):
        return None
    if not all(map(_is_name, (*first.items, *(first.given or ())))):
        return None
    bracket = Bracket("(", first.items, ")", first.given, first.bar, span=function.span)
    return Multiply((function, bracket), ("", ""), span=function.span)


def _is_name(item: Syntax) -> bool:
    r"""Whether it is a name, or the square \sigma^2 of one."""
    match item:
        case Script(base, None, Numeral("2"), 0):
            return name_of(base) is not None
    return name_of(item) is not None


__all__ = ["at_their_arguments", "called_so"]
