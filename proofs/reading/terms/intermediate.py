r"""Derivatives by a name that stands for a formula: \frac{\partial L}{\partial z} where z = W x + b.

What is differentiated is read again as it was written, with z for a variable, and so are the names between, the a of
L = f(a) and a = g(z).  The derivative is taken where z has its value.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Syntax, Unread

if TYPE_CHECKING:
    from ..meaning import Meaning


def named(m: Meaning, variables: list[Syntax]) -> str | None:
    """The first of the variables of a derivative that stands for a formula; None where each is one by itself."""
    made = m.context.made_as.keys() & m.context.values.keys() - m.bound.keys()
    names = (name for name in map(name_of, variables) if name in made)
    return next((name for name in names if name is not None and m.context.values[name].free), None)


@contextmanager
def as_variable(m: Meaning, name: str, subject: Syntax) -> Iterator[tuple[L.Var, L.Term]]:
    """Inside, the name is a variable, and what is written in it is what that says; with the value that it has outside.
    Raises ``Unread`` where nothing says how what is differentiated depends on it."""
    context = m.context
    before, value = dict(context.values), context.unfolded(context.values[name])
    home = L.R if L.is_scalar(value) else L.space_of(value)
    if home is None:
        raise Unread(f"a derivative by {name}, of which is not said where it lies", subject.span)
    variable = L.Var(name, home)
    del context.values[name]
    try:
        with m.binding({name: variable}):
            between = _on_the_way(m, name)
            for each in between:
                context.values[each] = m.term(context.made_as[each])
            if not _is_written_in(m, {name, *between}, subject):
                raise Unread(f"a derivative by {name}, and nothing says how it depends on that", subject.span)
            yield variable, value
    finally:
        context.values.clear()
        context.values.update(before)


def square(m: Meaning, name: str, subject: Syntax) -> Syntax | None:
    r"""The \sigma^2 that v stands for, if what is differentiated by v is a name of what is nowhere written in v."""
    if name_of(subject) is None or _is_written_in(m, {name, *_on_the_way(m, name)}, subject):
        return None
    match m.context.unfolded(m.context.values[name]):
        case L.Power(L.Var(), L.Number(2)):
            return m.context.made_as[name]
    return None


def _on_the_way(m: Meaning, name: str) -> list[str]:
    """The names whose formulas are made of this one, each behind those that it is made of itself."""
    context = m.context
    inside = {each: _names(formula) for each, formula in context.made_as.items() if each in context.values}
    found, left = [name], inside.keys() - {name}
    depends = {name}
    while new := {each for each in left - depends if not depends.isdisjoint(inside[each])}:
        depends |= new
    while ready := [e for e in context.made_as if e in depends and e not in found and inside[e] & depends <= {*found}]:
        found += ready
    return found[1:]


def _names(node: Syntax) -> set[str]:
    return {found for n in node.walk() if (found := name_of(n)) is not None}


def _is_written_in(m: Meaning, names: set[str], subject: Syntax) -> bool:
    return not names.isdisjoint(_names(subject)) or any(_is_argument(m, name, subject) for name in names)


def _is_argument(m: Meaning, name: str, subject: Syntax) -> bool:
    """Whether what is differentiated is a function that was written with this name for its argument."""
    found = (m.context.functions.get(each) for each in _names(subject))
    return any(argument.name == name for f in found if f is not None for argument in f.arguments)


__all__ = ["as_variable", "named", "square"]
