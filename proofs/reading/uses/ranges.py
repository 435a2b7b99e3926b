"""What the index of a sum runs over: the range that is written, or that its use in the body gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import (
    Big,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
    Unread,
)
from . import subscripts
from .running import told_apart

if TYPE_CHECKING:
    from ..meaning import Meaning


def running(m: Meaning, limit: Syntax, node: Big) -> L.Var:
    """The bound variable of a sum, with the range that is written, or that its use in the body gives."""
    match limit:
        case Statement((left, low), (Sign("="),)) if low is not None and node.above is not None:
            return L.Var(_index(left, limit), L.Range(m.scalar(low), m.scalar(node.above)))
        case Statement((left, other), (Sign("!="),)) if other is not None and node.above is None:
            name = _index(left, limit)
            j = m.scalar(other)
            space = j.space if isinstance(j, L.Var) and isinstance(j.space, L.Range) else _range_in(m, name, node)
            return L.Var(name, L.Without(space, j))
        case Statement((left, right), (Sign("in"),)) if node.above is None:
            name = _index(left, limit)
            if isinstance(right, Symbol) and right.font == "cal":
                if (law := m.context.laws.get(name.upper())) is not None:
                    return L.Var(name, _outcomes(L.support(law), limit))
                if m.densities.is_variable(name):
                    return m.densities.variable(name)
            raise Unread("a sum over a set that is not known", limit.span)
        case Symbol() | Script() if node.above is None:
            name = _index(limit, limit)
            home = m.densities.home_of_laws(name)
            if home is not None and L.is_index_space(home):  # of p(x), where p is a Poisson law
                return L.Var(name, _outcomes(home, limit))
            if m.densities.is_variable(name):
                variable = m.densities.variable(name)
                if isinstance(variable.space, L.Reals):
                    raise Unread(f"a sum over {name}, which is used as a number", limit.span)
                return variable
            return L.Var(name, _range_in(m, name, node))
    raise Unread("the range of a sum", limit.span)


def _outcomes(home: L.Space, limit: Syntax) -> L.Range:
    """The integers that a law lives on."""
    match home:
        case L.Range() as home:
            return home
        case L.Integers():
            return L.Range(L.Number(0), L.oo)
    raise Unread("a sum over the values of a continuous law", limit.span)


def _index(left: Syntax | None, limit: Syntax) -> str:
    name = name_of(left)
    if name is None:
        raise Unread("an index that is no name", limit.span)
    return name


def _range_in(m: Meaning, name: str, node: Big) -> L.Range:
    """The range of an index that the sum leaves unsaid: the one in which it tells the same things apart elsewhere, and
    that of the vectors it is an index of."""
    found: set[tuple[L.Term, L.Term]] = set()
    for stem in told_apart(node.body, name):
        found |= {(m.scalar(low), m.scalar(high)) for low, high in m.context.survey.range_shown(name, stem)}
    if not found and not told_apart(node.body, name):  # of \sum_a \pi(a) what is said of a
        found = {(m.scalar(low), m.scalar(high)) for low, high in m.context.survey.range_shown(name, "")}
    for each in node.body.walk():
        if isinstance(each, Script) and isinstance(each.below, Symbol) and name_of(each.below) == name:
            family = name_of(each.base)
            space = None if family is None else subscripts.space_of_name(m, family)
            if isinstance(space, L.Vectors):
                found.add((L.Number(1), space.dimension))
    if len(found) != 1:
        raise Unread(f"the range of the index {name} is not said", node.span)
    return L.Range(*found.pop())


__all__ = ["running"]
