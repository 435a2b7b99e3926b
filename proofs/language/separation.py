"""Laws that live on disjoint sets, read off the maps whose images they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .binders import Lambda
from .binding import fresh_beside, substitute
from .laws import Pushforward
from .matrices import Column
from .node import Node
from .relations import singular
from .terms import Neg, Plus, Term, Var

if TYPE_CHECKING:
    from .facts import Facts


def live_apart(p: Node, q: Node, facts: Facts) -> bool:
    """Whether the laws provably live on disjoint sets: it is stated, or no value of one map is one of the other's."""
    if facts.states(singular(q, p)):
        return True
    match p, q:
        case Pushforward(Lambda() as there, _), Pushforward(Lambda() as here, _):
            u = fresh_beside(there.var, p, q)
            v = fresh_beside(Var(f"{here.var.name}'", here.var.space), p, q, u)
            a, b = substitute(there.body, {there.var: u}), substitute(here.body, {here.var: v})
            inside = facts.under(Lambda(a, u)).under(Lambda(b, v))
            return any(inside.nonzero(Plus((first, Neg(second)))) for first, second in _coordinates(a, b))
    return False


def _coordinates(a: Term, b: Term) -> list[tuple[Term, Term]]:
    """The coordinates of two points of one space that are written out."""
    match a, b:
        case Column(first), Column(second) if len(first) == len(second):
            return list(zip(first, second, strict=True))
        case (Column(), _) | (_, Column()):
            return []
    return [(a, b)]


__all__ = ["live_apart"]
