r"""Expansions with an error term: e^x = 1 + x + O(x^2), \cos x = 1 - x^2/2 + o(x^3) as x \to 0.

Two functions with n derivatives differ by O(x^n) if and only if their values and their first n - 1 derivatives at 0
agree, and by o(x^n) if and only if n of them do.  That is what is claimed, for each of these derivatives; the n-th one
is claimed to exist.  What is of the order of something far out, O(n^2) for an n that grows, is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of, to_latex
from ..syntax import Add, Bracket, Multiply, Numeral, Script, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from ..meaning import Meaning

MOST = 8  # how many derivatives are compared
_SMALL = frozenset(("x", "h", "u", "z", "delta", "epsilon", "varepsilon"))  # letters that tend to 0 if nothing is said
_FAR = re.compile(r"\b(large|infinity|infinite|grows?|asymptotic\w*|complexity|runtime|running time|cost)\b")


@dataclass(frozen=True)
class ErrorTerm:
    """What stands before the error term of an expression, and that: O((x - a)^n), or o where it is not ``big``."""

    plain: Syntax | None
    big: bool
    size: Syntax


def split(node: Syntax) -> ErrorTerm | None:
    """An expression that ends with an error term; None for any other one."""
    match node:
        case Add((*summands, last), (*signs, "+")) if (error := _error(last)) is not None:
            plain = (
                summands[0]
                if len(summands) == 1 and not signs[0]
                else Add(tuple(summands), tuple(signs), span=node.span)
            )
            return ErrorTerm(plain, *error)
    error = _error(node)
    return None if error is None else ErrorTerm(None, *error)


def _error(node: Syntax) -> tuple[bool, Syntax] | None:
    match node:
        case Multiply((Symbol("O" | "o" as letter, "" | "cal", ()), Bracket("(", (size,), ")", None)), ("", "")):
            return letter == "O", size
    return None


def compared(m: Meaning, start: L.Term, error: ErrorTerm) -> tuple[L.Term, L.Term]:
    """The vectors of derivatives that are claimed to agree.  Raises ``Unread``."""
    name, point, order = _towards(m, error.size)
    x = L.Var(name, L.R)
    target = L.Number(0) if error.plain is None else m.scalar(error.plain)
    sides = [m.context.unfolded(side) for side in (start, target)]
    if not any(x in side.free for side in sides) or not all(map(L.is_scalar, sides)):
        raise Unread("an error term in what the sides do not depend on", error.size.span)
    rows = [[derivative(side, x, point, k) for k in range(order + 1)] for side in sides]
    if error.big:  # the last ones need not agree, but are there
        rows[0][order], rows[1][order] = rows[0][order] + rows[1][order], rows[1][order] + rows[0][order]
    return L.Column(tuple(rows[0])), L.Column(tuple(rows[1]))


def derivative(side: L.Term, x: L.Var, point: L.Term, order: int) -> L.Term:
    """The derivative of some order by a variable at a point; the value there where that is 0."""
    if order == 0:
        return L.substitute(side, {x: point})
    u = L.fresh_beside(L.Var("u", L.R), side, point)
    body = L.substitute(side, {x: u})
    for _ in range(order - 1):
        body = L.Derivative(body, u, u)
    return L.Derivative(body, u, point)


def _towards(m: Meaning, size: Syntax) -> tuple[str, L.Term, int]:
    """The variable, the point and the power of O((x - a)^n)."""
    unknown = Unread("an error term of which it is not plain what tends to what", size.span)
    match size:
        case Script(base, None, Numeral(power), 0) if power.isdigit() and 1 <= int(power) <= MOST:
            order = int(power)
        case _:
            base, order = size, 1
    point: L.Term = L.Number(0)
    match base:
        case Bracket("(", (Add((Symbol() as variable, place), ("", "-")),), ")", None) | Add(
            (Symbol() as variable, place), ("", "-")
        ):
            point = m.scalar(place)
        case Symbol() as variable:
            pass
        case _:
            raise unknown
    name = name_of(variable) or ""
    small = name in _SMALL or point is not L.Number(0) or rf"{to_latex(name)} \to 0" in " ".join(m.text.split())
    known = name in m.context.values or name in m.bound or m.context.space_of_number(name) is not L.R
    if known or not small or name in m.context.survey.far or _FAR.search(m.context.words):
        raise unknown
    return name, point, order


__all__ = ["ErrorTerm", "compared", "derivative", "split"]
