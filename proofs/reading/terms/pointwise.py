r"""Orders that are said of densities or functions at all points: "with $f(x) \le M g(x)$ for all $x$", "$f \le M g$
everywhere", "such that for every $x$ we have $f(x) \ge 0$".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ... import language as L
from ..meaning import Meaning
from ..names import name_of
from ..pieces import Piece
from ..syntax import Bracket, Multiply, Statement, Symbol, Syntax, Unread
from ..threads import Formula
from ..told import orders
from ..words import words_behind
from ..words.prose import ONE

Said = list[L.Relation | L.ForAll]

_POINTS = ("x", "t", "u")
_WE_HAVE = re.compile(
    rf"(?P<supposes>\b(suppose|assume|assuming|such)( that)?),?(?P<every> for (all|any|every|each)[^.;:,]*{ONE}\s*),?"
    r"\s+((we|one) ha(ve|s)|it holds( that)?|there holds)[\s,:]*$",
    re.IGNORECASE,
)


def supposing(piece: Piece) -> Piece:
    """A formula that is supposed with more words than that: "Suppose that for all $x$ we have"."""
    words = _WE_HAVE.sub(r"\g<supposes> ", piece.formula.words)
    return piece if words == piece.formula.words else replace(piece, formula=replace(piece.formula, words=words))


def order(m: Meaning, statement: Statement) -> Said:
    r"""f \le M g, between densities or functions, as what holds at all points; nothing of other orders."""
    heads = {name for e in statement.expressions if e is not None for name in _heads(m, e)}
    if not heads or any(e is None for e in statement.expressions):
        return []
    known = m.context.values.keys() | m.context.laws.keys() | {n.name for h in m.context.stated() for n in h.free}
    point = next((p for p in _POINTS if p not in known), None)
    if point is None:
        return []
    sides = tuple(_at(e, heads, point) for e in statement.expressions if e is not None)
    return [orders.at_every_point(each) for each in orders.order(m, replace(statement, expressions=sides))]


def generalised(m: Meaning, said: Said, formula: Formula, homes: Mapping[str, L.Space], lets: bool) -> Said:
    """Orders between values of functions or densities, for all points if words say so, or let them hold at a point of
    which nothing else is said."""
    if words_behind.is_everywhere(formula.rest):
        return [orders.at_every_point(each) for each in said]
    heads = {n.head for h in said for n in h.walk() if isinstance(n, L.Apply)}
    of_densities = bool(heads) and all(isinstance(h, L.Density) for h in heads)
    if lets and of_densities and not homes and not words_behind.is_general(formula.rest):
        about = frozenset().union(*(h.free for h in m.context.stated()))
        free = frozenset().union(*(h.free for h in said)) - about
        known = m.context.ranges.keys() | m.context.values.keys() | m.context.spaces.keys()
        homes = {x.name: L.R for x in free if isinstance(x, L.Var) and x.name not in known}
    found = [orders.at_every_point(each, homes) for each in said]
    at_a_point = any(isinstance(h, L.Relation) for h in said)
    if found == said and at_a_point and heads and words_behind.is_general(formula.rest):
        raise Unread("for which points it holds was not read", (0, 0))
    return found


def _heads(m: Meaning, node: Syntax) -> set[str]:
    """The densities that stand in an expression without an argument."""
    if isinstance(node, Multiply):
        return set().union(*(_heads(m, f) for f in _alone(node)))
    name = name_of(node) or ""
    called = name in m.context.called_densities or name in m.context.density_parts
    return {name} if called and name not in m.context.values else set()


def _alone(node: Multiply) -> list[Syntax]:
    """The factors that stand before no bracket."""
    behind = (*node.factors[1:], None)
    return [f for f, after in zip(node.factors, behind, strict=True) if not isinstance(after, Bracket)]


def _at(node: Syntax, heads: set[str], point: str) -> Syntax:
    if isinstance(node, Multiply):
        alone = _alone(node)
        return replace(node, factors=tuple(_at(f, heads, point) if f in alone else f for f in node.factors))
    if name_of(node) in heads:
        return Multiply(
            (node, Bracket("(", (Symbol(point, span=node.span),), ")", span=node.span)), ("", ""), span=node.span
        )
    return node


__all__ = ["generalised", "order", "supposing"]
