r"""Limits as they are written: \\lim_{x \\to a}, at a number, at infinity, from one side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import (
    Big,
    Mark,
    Script,
    Sign,
    Statement,
    Unread,
)
from . import arrays

if TYPE_CHECKING:
    from ..meaning import Meaning

_SEQUENCES = frozenset("kmnN")  # what runs to infinity under such a letter runs through the integers


def limit(m: Meaning, node: Big) -> L.Term:
    r"""\lim_{x \to a}, at a number, at infinity, from one side; conditions of other names are no part of it."""
    match node.below:
        case Statement((left, to), (Sign("to"),)) if to is not None:
            name = name_of(left)
        case _:
            raise Unread("what tends to what in a limit", node.span)
    if name is None or name in m.context.values or name in m.bound:
        raise Unread("a limit of what is no variable", node.span)
    side = ""
    match to:
        case Script(base, None, Mark("+" | "-" as side), 0):
            to = base
    variable = L.Var(name, m.context.space_of_number(name))
    if not arrays.is_number_space(variable.space):
        raise Unread("a limit of what is no number", node.span)
    at = m.scalar(to)
    if name in _SEQUENCES and at is L.oo and isinstance(variable.space, L.Reals):
        variable = L.Var(name, L.Z_INTEGERS)
    if variable in at.free:
        raise Unread("a limit at a point that depends on its variable", node.span)
    with m.binding({name: variable}):
        return L.Limit(m.scalar(node.body), variable, at, side)


__all__ = ["limit"]
