r"""Least upper and greatest lower bounds as they are written: \sup_{x \in [a, b]}, \max_{a \le x \le b}, \inf, \min.

Over an index, \max_i x_i, it is taken over the numbers that the index tells apart.  Where the ends of an interval are
left out, or a greatest value is asked for on the whole line, nothing says that the bound is attained, or that the
function has values at the ends: that is not read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of, symbol_name
from ..syntax import Big, Bracket, Numeral, Sign, Statement, Symbol, Unread
from ..uses.ranges import running
from ..uses.running import told_apart

if TYPE_CHECKING:
    from ..meaning import Meaning


def supremum(m: Meaning, node: Big) -> L.Term:
    """The bound of what stands behind it; the least value is minus the greatest of the negative."""
    if (index := _index(m, node)) is not None:
        with m.binding({index.name: index}):
            value = m.scalar(node.body)
        return L.Sup(value, index) if node.operator in ("sup", "max") else -L.Sup(L.Neg(value), index)
    name, space = _over(m, node)
    if name is None or name in m.bound or name in m.context.values:
        raise Unread(f"a {node.operator} over what is no variable", node.span)
    if isinstance(space, L.Reals) and node.operator in ("max", "min"):
        raise Unread(f"a {node.operator} over the whole line: whether it is attained is not seen", node.span)
    x = L.Var(name, space)
    with m.binding({name: x}):
        body = m.scalar(node.body)
    return L.Sup(body, x) if node.operator in ("sup", "max") else -L.Sup(L.Neg(body), x)


def _index(m: Meaning, node: Big) -> L.Var | None:
    r"""The index of \max_i x_i, \max_{1 \le i \le n} x_i with its range; None where none is told apart by it."""
    match node.below, node.above:
        case (Symbol() as index, None) | (Statement((index, _), (Sign("="),)), _):
            limit = node.below
        case Statement((low, index, high), (Sign("<="), Sign("<="))), None if low is not None and high is not None:
            limit = Statement((index, low), (Sign("="),), span=node.span)
            node = replace(node, above=high)
        case _:
            return None
    name = name_of(index)
    if name is None or name in m.bound or name in m.context.values:
        return None
    stems = set(told_apart(node.body, name))
    if not stems or not m.context.data.keys().isdisjoint(stems | {stem.upper() for stem in stems}):
        return None  # of a sample it is an order statistic
    assert limit is not None
    found = running(m, limit, node)
    return found if isinstance(found.space, L.Range) else None


def _home(m: Meaning, letter: Symbol) -> L.Space | None:
    """Where a number lives over which a bound is taken without a word on that: on the line, as all numbers do."""
    name = symbol_name(letter)
    home = m.context.space_of_number(name)
    free = not m.shapes.is_array(name) and name not in m.context.random and name not in m.context.laws
    return home if free and home in (L.R, L.R_POSITIVE) else None


def _over(m: Meaning, node: Big) -> tuple[str | None, L.Space]:
    """The variable, and the set it runs through."""
    if node.above is None:
        match node.below:
            case Statement((left, Bracket("[", (low, high), "]", None)), (Sign("in"),)):
                return name_of(left), L.Interval(m.scalar(low), m.scalar(high))
            case Statement((low, inner, high), (Sign("<="), Sign("<="))) if low is not None and high is not None:
                return name_of(inner), L.Interval(m.scalar(low), m.scalar(high))
            case Statement((left, Symbol("R", "bb")), (Sign("in"),)):
                return name_of(left), L.R
            case Statement((left, Numeral("0")), (Sign(">"),)) if node.operator in ("sup", "inf"):
                return name_of(left), L.R_POSITIVE
            case Symbol() if node.operator in ("sup", "inf") and (home := _home(m, node.below)) is not None:
                return name_of(node.below), home
    raise Unread(f"a {node.operator} over a set that is not read", node.span)
