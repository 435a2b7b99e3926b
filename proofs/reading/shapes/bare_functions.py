r"""Functions that are named without their arguments where they are differentiated: \frac{\partial \log f}{\partial x}.

They are meant at the arguments at which the document writes them, if these are names and always the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..grammar.rewritten import rewritten
from ..names import name_of
from ..syntax import Bracket, Multiply, Named, Numeral, Script, Syntax

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


__all__ = ["at_their_arguments"]
