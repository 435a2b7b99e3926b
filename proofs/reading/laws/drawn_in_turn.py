r"""Random variables whose law is said given another: X \sim \mathrm{Exp}(1), Y \mid X = x \sim \mathrm{Poisson}(x).

The one is drawn after the other.  A mean is the mean, over the other, of the mean given it; what the other has for a
law given a value of the one is the quotient of the joint density and its integral, by Bayes' rule.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ... import language as L
from ...language.facts import Facts
from ..names import name_of
from ..syntax import Syntax, Unread

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning

NOWHERE = (0, 0)


@dataclass(frozen=True)
class Drawn:
    """The law of a random variable given that another one, its parent, is at a point."""

    parent: str
    point: L.Var
    law: L.Family

    def at(self, value: L.Term) -> L.Law:
        return L.substitute(self.law, {self.point: value})


def is_known(context: Context, name: str) -> bool:
    """Whether it has a law of its own, or one given another that has."""
    return name in context.drawn or (name in context.laws and not _is_data(context, name))


def _is_data(context: Context, name: str) -> bool:
    return name in context.data or name in context.random or not L.is_scalar_space(L.support(context.laws[name]))


def support(context: Context, name: str) -> L.Space:
    """Where a variable lives that is known."""
    return L.support(context.drawn[name].law if name in context.drawn else context.laws[name])


def lineage(context: Context, names: Collection[str]) -> list[str]:
    """Variables with all that their laws are given, these first.

    Raises ``Unread`` where their joint law does not follow: a variable is only told given its parent.
    """
    ordered: list[str] = []
    wanted = set(names)
    while wanted:
        last = next((n for n in sorted(wanted) if n in context.drawn and wanted <= {n, context.drawn[n].parent}), None)
        if last is None and len(wanted) > 1:
            raise Unread(f"the joint law of {' and '.join(sorted(wanted))} is not said", NOWHERE)
        (name,) = {last} if last is not None else wanted
        ordered.insert(0, name)
        if name not in context.drawn:
            break
        parent = context.drawn[name].parent
        if not is_known(context, parent) or support(context, parent) is not context.drawn[name].point.space:
            raise Unread(f"the law of {name} is one given {parent}, of which another law was told since", NOWHERE)
        wanted = {parent}
    return ordered


def speaks_of(context: Context, names: Collection[str]) -> bool:
    """Whether one of these variables has a law given another."""
    return any(name in context.drawn for name in names)


@contextmanager
def implied(context: Context, names: Collection[str]) -> Iterator[None]:
    r"""Inside, of variables that are looked at together one is drawn after the other that is a parameter of its law:
    X \sim \mathrm{Bin}(n, \theta) with \theta \sim \mathrm{Beta}(a, b).

    Alone X may be meant given \theta.
    """
    found: dict[str, Drawn] = {}
    for name in names:
        law = context.laws.get(name)
        if isinstance(law, L.Family) and name not in context.drawn and not _is_data(context, name):
            random = [
                n for n in law.free if isinstance(n, L.Var) and n.name in context.laws.keys() | context.drawn.keys()
            ]
            if len(random) == 1 and random[0].name in names and not _is_data(context, random[0].name):
                point = L.Var(random[0].name, support(context, random[0].name))
                found[name] = Drawn(random[0].name, point, L.substitute(law, {random[0]: point}))
    laws = {name: context.laws.pop(name) for name in found}
    context.drawn.update(found)
    try:
        yield
    finally:
        for name in found:
            del context.drawn[name]
        context.laws.update(laws)


def points(context: Context, order: Sequence[str], *beside: L.Node) -> dict[str, L.Var]:
    """Points of the variables that nothing else is called like."""
    laws = [context.drawn[n].law if n in context.drawn else context.laws[n] for n in order]
    inner = {context.drawn[n].point for n in order if n in context.drawn}
    taken = {v.name for law in laws for v in law.free - inner if isinstance(v, L.Var)}
    taken |= {v.name for node in beside for v in node.free if isinstance(v, L.Var)}
    found: dict[str, L.Var] = {}
    for name in order:
        found[name] = L.fresh(L.Var(name.lower(), support(context, name)), taken)
        taken.add(found[name].name)
    return found


def law_at(context: Context, name: str, values: Mapping[str, L.Term]) -> L.Law:
    """The law of a variable where its parent has a value."""
    drawn = context.drawn.get(name)
    return context.laws[name] if drawn is None else drawn.at(values[drawn.parent])


@dataclass(frozen=True)
class Given:
    """A mean under the condition that some variables have values: where the others are, and what closes it."""

    values: dict[str, L.Term]
    close: Callable[[L.Term], L.Term]


def given(m: Meaning, names: Sequence[str], known: Mapping[str, L.Term]) -> Given:
    """For a mean of variables where others have values.  Raises ``Unread``."""
    context = m.context
    order = lineage(context, [*names, *known])
    for name, value in known.items():
        require_inside(m, support(context, name), value)
    at: dict[str, L.Term] = {**points(context, order, *known.values()), **known}
    free = [name for name in order if name not in known]
    last = max((order.index(name) for name in known), default=-1)
    if all(order.index(name) > last for name in names):  # drawn after all that is given

        def drawn_from_there(body: L.Term) -> L.Term:
            for name in reversed(order[last + 1 :]):
                point = at[name]
                assert isinstance(point, L.Var)
                body = L.Expectation(body, point, law_at(context, name, at))
            return body

        return Given(at, drawn_from_there)
    weight = L.fold(L.Times, [law_at(context, name, at)(at[name]) for name in order], 1)

    def integral(body: L.Term) -> L.Term:
        for name in reversed(free):
            point = at[name]
            assert isinstance(point, L.Var)
            body = L.Int(body, point)
        return body

    return Given(at, lambda body: L.Quotient(integral(weight * body), integral(weight)))


def density_given(m: Meaning, name: str, parent: str, value: L.Term) -> tuple[L.Var, L.Term]:
    r"""The density that X \mid Y = y has by the laws that are known, at a point of X.  Raises ``Unread``."""
    context = m.context
    order = lineage(context, [name, parent])
    require_inside(m, support(context, parent), value)
    at = points(context, order, value)
    z = at[name]
    values: dict[str, L.Term] = {**at, parent: value}
    if order[-1] == name and context.drawn[name].parent == parent:
        return z, law_at(context, name, values)(z)
    weight = L.fold(L.Times, [law_at(context, name, values)(values[name]) for name in order], 1)
    t = L.fresh(z, {z.name, *(v.name for v in weight.free if isinstance(v, L.Var))})
    return z, L.Quotient(weight, L.Int(L.substitute(weight, {z: t}), t))


def probability(m: Meaning, name: str, of_law: Callable[[L.Law], L.Term]) -> L.Term:
    """The probability of an event of a variable: the mean over its parent of what it is given that."""
    context = m.context
    order = lineage(context, [name])
    at = points(context, order)
    body = of_law(law_at(context, name, at))
    for each in reversed(order[:-1]):
        body = L.Expectation(body, at[each], law_at(context, each, at))
    return body


def any_value(m: Meaning, name: str, value: Syntax | None) -> L.Var | None:
    """Any value of a variable, as no value or its own small letter stands for: X \\mid Y = y; None for others."""
    small = name.lower()
    if value is not None and (name_of(value) != small or small == name):
        return None
    context = m.context
    if value is not None and (small in context.values or small in context.spaces or context.is_parameter(small)):
        return None
    return L.Var(small, support(context, name))


def require_inside(m: Meaning, home: L.Space, value: L.Term) -> None:
    """A value lies where the variable does.  Raises ``Unread`` where that is not said of a count."""
    match home:
        case _ if isinstance(value, L.Var) and value.space is home:
            return
        case L.Reals():
            return
        case L.PositiveReals():
            m.context.presume(value > 0)
            return
        case L.Interval(low, high) if value.free:
            m.context.presume(value > low, value < high)
            return
        case L.Integers() | L.Range() if Facts(m.context.stated()).integer(value):
            high = home.high if isinstance(home, L.Range) else L.oo
            inside = [
                value >= (home.low if isinstance(home, L.Range) else 0),
                *([] if high is L.oo else [value <= high]),
            ]
            m.context.presume(*(order for order in inside if order.free))
            if all(order.free or Facts(()).proves(order) for order in inside):
                return
    raise Unread("whether a variable may have this value is not said", NOWHERE)


__all__ = ["NOWHERE", "Drawn", "any_value", "density_given", "given", "implied", "is_known", "law_at", "lineage",
           "points", "probability", "require_inside", "speaks_of", "support"]  # fmt: skip
