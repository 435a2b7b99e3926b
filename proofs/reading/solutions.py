r"""Solutions that a sentence names of an equation in it: "the solutions of $x^2 - 5x + 6 = 0$ are $x_1 = 2$ and
$x_2 = 3$".  Put into the equation each makes a claim."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from .. import language as L
from .called import is_rounded
from .heads import head_of
from .names import name_of
from .prose import ONE, sentence
from .syntax import Bracket, Multiply, RowSyntax, Statement, Syntax

if TYPE_CHECKING:
    from .naming_equation import Named, NamingEquation

_OTHERS = rf"(?P<others>(\s*{ONE}\s*(,\s*or|,\s*and|,|or|and))*)\s*$"
_SOLUTIONS = re.compile(
    rf"\b(the|an?|both) (\w+ ){{0,2}}(?P<what>solution|root|zero)(s|es)? (of|to)( the (equation|system|function))?"
    rf"\s*{ONE}\s*(is|are)( given by)?{_OTHERS}"
)
_HAS = re.compile(rf"{ONE}\s*(has|have) (\w+ ){{0,3}}(?P<what>solution|root|zero)(s|es)?{_OTHERS}")
_REMARK = "it is put into the equation; whether there are other solutions is not judged"


def claimed(equation: NamingEquation) -> Named | None:
    """The claim that an equation in the sentence holds for what is given as its solution; None where none is."""
    formula, m = equation.formula, equation.m
    words = sentence(formula.words)
    said = _SOLUTIONS.search(words) or _HAS.search(words)
    name = name_of(equation.thread.node)
    if said is None or formula.display or name is None or is_rounded(equation.right):
        return None
    place = 1 + said["others"].count(ONE)
    row = formula.ahead[-place] if place <= len(formula.ahead) else None
    match row:
        case RowSyntax((Statement((Syntax() as left, Syntax() as right), (sign,)),)) if sign.symbol == "=":
            pass
        case _:
            return None
    inside = {n for side in (left, right) for n in map(name_of, side.walk()) if n is not None}
    unknown = name if name in inside else name.partition("_")[0].partition("^")[0]
    if unknown not in inside or unknown in equation.context.values:
        return None
    value = m.term(equation.right)
    with m.binding({unknown: value}):
        start = m.term(left)
        target = L.Number(0) if said["what"] != "solution" and _is_value(equation, left) else m.term(right)
    line = replace(equation.claim(start, target), sides=None, instead=(), restated=False, inline=False, premise=None)
    m.remarks.append(_REMARK)
    if name != unknown:
        equation.context.give(name, value)
    return line, value


def _is_value(equation: NamingEquation, node: Syntax) -> bool:
    """Whether it is p(x) of a function that is known: its zeros are meant, not where it is what it is."""
    match node:
        case Multiply((factor, Bracket("(")), ("", "")):
            head = head_of(factor)
            return head is not None and head.name in equation.context.functions
    return False


__all__ = ["claimed"]
