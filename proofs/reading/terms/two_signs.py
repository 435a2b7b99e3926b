r"""Rows with two signs, x = \pm 1 and x = \frac{-b \pm \sqrt{b^2 - 4 a c}}{2 a}: one of two values, by the row above.

That x is r or s says that (x - r)(x - s) = 0.  All signs of a row go together, \mp against \pm.  Without an equation
above it that x solves, 5 \pm 0.2 may be an interval, and is not read.
"""

from __future__ import annotations

from dataclasses import replace

from ... import language as L
from ..grammar.rewritten import rewritten
from ..syntax import Add, Bracket, Multiply, Numeral, Script, Symbol, Syntax

_SIGNS = {r"\pm": ("+", "-"), "±": ("+", "-"), r"\mp": ("-", "+"), "∓": ("-", "+")}
NOT_SAID = "plus or minus: which of the two is not said"


def stand_in(node: Syntax) -> bool:
    """Whether a plus or minus stands in an expression."""
    return any(isinstance(n, Add) and not _SIGNS.keys().isdisjoint(n.signs) for n in node.walk())


def unlabelled(node: Syntax) -> Syntax:
    r"""The $x$ of $x_{1,2}$ or $x_{1/2}$, which stands for both of its values; another expression as it is."""
    match node:
        case Script(Symbol() as base, Bracket("", (Numeral("1"), Numeral("2")), "", None), None, 0):
            return base
        case Script(Symbol() as base, Multiply((Numeral("1"), Numeral("2")), ("", "/")), None, 0):
            return base
    return node


def values(node: Syntax) -> tuple[Syntax, Syntax]:
    """The expression with the upper signs, and with the lower ones."""

    def signed(which: int) -> Syntax:
        def change(n: Syntax) -> Syntax:
            if not isinstance(n, Add):
                return n
            return replace(n, signs=tuple(_SIGNS[s][which] if s in _SIGNS else s for s in n.signs))

        found: Syntax = rewritten(node, change)
        return found

    return signed(0), signed(1)


def either(start: L.Term, roots: tuple[L.Term, L.Term]) -> L.Term:
    """What is zero where a number is one of two."""
    first, second = roots
    return L.Times((start - first, start - second))


__all__ = ["NOT_SAID", "either", "stand_in", "unlabelled", "values"]
