r"""Integrals over products of parts of the line: \int_{\mathbb R^2} f \,dx\,dy, over [0, 1] \times [0, 2]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Big, Bracket, Differential, Multiply, Numeral, Script, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from ..meaning import Meaning


def variables(m: Meaning, node: Big) -> tuple[list[L.Var], Syntax] | None:
    r"""The variables of an integral over a product, in their ranges, and its integrand; None for any other integral.

    Raises ``Unread`` where it is not said which variable runs over which of several ranges: of
    ``\int_{[0,1] \times [0,2]} .. \,dy\,dx`` it is not.
    """
    if node.below is None or node.above is not None:
        return None
    differentials, body = list(node.differentials), node.body
    while isinstance(body, Big) and body.operator == "int" and body.below is None and body.above is None:
        differentials += body.differentials  # \iint
        body = body.body
    names = [name for d in differentials if (name := _name(d)) is not None]
    if len(names) < 2 or len(names) != len(differentials):
        return None
    if (ranges := _ranges(m, node.below)) is None:
        return None
    if len(ranges) != len(names) or len(set(names)) != len(names):
        raise Unread("an integral over a set of another dimension than its differentials", node.span)
    # d x d y of \iint are taken from inside to outside
    written = names if len(node.differentials) > 1 else names[::-1]
    if len(set(ranges)) > 1 and written != sorted(written):
        raise Unread("an integral over a product: which variable runs over which range is not said", node.span)
    return [L.Var(name, space) for name, space in zip(written, ranges, strict=True)], body


def _name(d: Syntax) -> str | None:
    match d:
        case Differential("d", variable, None, None):
            return name_of(variable)
    return None


def _ranges(m: Meaning, below: Syntax) -> list[L.Space] | None:
    match below:
        case Script(base, None, Numeral(power)) if power.isdigit() and (space := _part(m, base)) is not None:
            return [space] * int(power)
        case Multiply(factors, (_, *signs)) if set(signs) == {"\\times"}:
            parts = [_part(m, each) for each in factors]
            found = [part for part in parts if part is not None]
            return found if len(found) == len(parts) else None
    return None


def _part(m: Meaning, node: Syntax) -> L.Space | None:
    """A part of the line: the whole of it, or an interval, with or without its ends."""
    match node:
        case Symbol("R", "bb"):
            return L.R
        case Bracket("[" | "(", (low, high), "]" | ")", None):
            return interval(m.scalar(low), m.scalar(high))
    return None


def interval(low: L.Term, high: L.Term) -> L.Space:
    """The space between two limits."""
    if low is L.Neg(L.oo) and high is L.oo:
        return L.R
    if low == L.Number(0) and high is L.oo:
        return L.R_POSITIVE
    return L.Interval(low, high)


__all__ = ["interval", "variables"]
