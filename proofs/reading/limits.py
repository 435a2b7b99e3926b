r"""Limits as they are written: \lim_{x \to a}, from one side \lim_{x \to a^+}, of a sequence \lim_{n \to \infty}."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import language as L
from .names import name_of
from .syntax import Big, Mark, Script, Sign, Statement, Syntax, Unread

if TYPE_CHECKING:
    from .meaning import Meaning

_SEQUENCES = frozenset("kmnN")  # what runs to infinity under such a letter runs through the integers


def limit(m: Meaning, node: Big) -> L.Term:
    """The limit of what stands behind it."""
    match node.below:
        case Statement((left, right), (Sign("to"),)) if node.above is None and right is not None:
            name = name_of(left)
        case _:
            raise Unread("a limit, and at what is not read", node.span)
    if name is None:
        raise Unread("a limit of what is no name", node.span)
    point, side = _side(right)
    to = m.scalar(point)
    sequence = name in _SEQUENCES and to is L.oo
    x = L.Var(name, L.Z_INTEGERS if sequence else L.R)
    if x in to.free:
        raise Unread(f"a limit at a point that depends on {name}", node.span)
    with m.binding({name: x}):
        body = m.scalar(node.body)
    return L.Limit(body, x, to, side)


def _side(point: Syntax) -> tuple[Syntax, str]:
    """The point, and from which side it is approached."""
    match point:
        case Script(base, None, Mark("+" | "-" as side), 0):
            return base, side
    return point, ""
