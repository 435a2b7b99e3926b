r"""Means, variances and covariances of what is made of data: E[\bar{X}], \mathrm{Var}(S_n), \mathrm{Cov}(X_i, \bar{X}).

How much of their joint law must be known depends on what the mean is of: of an affine function of the data the law of
each is enough, of a quadratic one that they are uncorrelated; all else needs that they are independent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import combinations
from typing import TYPE_CHECKING, Any

from ... import language as L
from ..laws.noise import is_recursive
from ..names import name_of, names_written
from ..syntax import Script, Syntax, Unread
from ..terms.degrees import degree
from .functions_of_data import (
    Sample,
    Samples,
    average_name,
    is_member,
    known_samples,
    require_independent,
    require_plain,
    squared_roots,
    with_coordinates,
)
from .made_of_others import has_data
from .random_names import random_variables
from .sample_moments import mean_of

if TYPE_CHECKING:
    from ..meaning import Meaning


@contextmanager
def in_mean(m: Meaning, parts: tuple[Syntax, ...]) -> Iterator[Callable[[L.Term], L.Term] | None]:
    """Inside, data with laws are read as what they are; what is yielded closes a term in them to its mean.

    It is None where none of them stand in the parts.  Raises ``Unread`` where other random variables do as well.
    """
    known = [s for s in known_samples(m) if not any(_stands_whole(part, s.data.name) for part in parts)]
    made_each = m.context.made_each.items()
    of_errors = {stem: each for stem, each in made_each if _has_known_error(m, stem, each, known)}
    averages = _averages(m, known, of_errors)
    names = {name for part in parts for name in random_variables(m, part)} if known else set()
    written = {name for part in parts for name in names_written(part)} if known else set()
    made = averages.keys() | {name for name in written if _is_made_of(m, name, known, averages)}
    names |= made & written
    names |= {name for name in written if any(is_member(s, name) for s in known)}  # small letters, too
    names |= {name for name in written if name.partition("_")[0] in of_errors}
    inside = {name for name in names if name in made or any(is_member(s, name) for s in known)}
    inside |= {name for name in names if name.partition("_")[0] in of_errors}
    if not inside:
        yield None
        return
    if inside < names:
        raise Unread("a mean of data and of other random variables", parts[0].span)

    def closing(body: L.Term) -> L.Term:
        body = L.substitute(body, {L.Var(n, L.R): mean for n, mean in averages.items()})
        body = _observed(m, body, known) if made & m.context.functions.keys() else body
        body = _by_errors(body, of_errors, frozenset(s.data.name for s in known))
        return _closed(m, squared_roots(with_coordinates(body, known)), known, parts[0])

    before, m.outcomes = m.outcomes, {s.data.name: s.data for s in known}
    try:
        with m.at_outcomes():
            yield closing
    finally:
        m.outcomes = before


def _has_known_error(m: Meaning, stem: str, each: L.VectorOf, known: list[Sample]) -> bool:
    """Whether data are made of others of which a law or moments are told, and of nothing else that is random."""
    names = {n.name for n in each.free}
    others = m.context.laws.keys() | m.context.random.keys()
    return any(s.data in each.free for s in known) and others.isdisjoint(names) and not is_recursive(stem, each.body)


def _by_errors(body: L.Term, made: dict[str, L.VectorOf], laws: frozenset[str]) -> L.Term:
    """A term with data as what their errors make them, where these stand beside them or only have moments."""
    errors = {n for n in body.free if any(n in each.free for each in made.values())}
    put = {n: made[n.name] for n in body.free if n.name in made and (n.name not in laws or errors & made[n.name].free)}
    return _with_members(body, put) if put else body


def _with_members(t: Any, made: dict[L.Name, L.VectorOf]) -> Any:
    match t:
        case L.Coord(L.Var() as data, place) if data in made:
            return L.substitute(made[data].body, {made[data].var: place})
    return t.map_children(lambda child: _with_members(child, made)) if isinstance(t, L.Node) else t


def _closed(m: Meaning, body: L.Term, known: list[Sample], node: Syntax) -> L.Term:
    """The mean of a term in the data.  Raises ``Unread`` where too little of their joint law is said."""
    inside = tuple(s for s in known if s.data in body.free)
    require_plain(m, inside, node)
    places = [(s, place) for s in inside for place in _places(body, s.data)]
    alone = [(s, place) for s, place in places if place is not None]
    found = degree(body, frozenset(s.data for s in inside))
    if any(s.order is not None and (found is None or found > s.order) for s in inside):
        raise Unread("that the data have one law, of which more is known than moments", node.span)
    if len(places) == len(alone) == 1:
        return _of_one(body, *alone[0])
    if found is None or found > 1:
        require_independent(m, inside, node, pairwise=found == 2)
    for (sample, i), (other, j) in combinations(alone, 2):
        if sample is other and not _are_apart(m, i, j):
            raise Unread(f"whether two of the data {sample.data.name} may be the same one is not said", node.span)
    return m.context.unfolded(Samples(body, inside, frozenset()).mean(body))  # of four data, with $n = 4$


def _stands_whole(node: Syntax, name: str) -> bool:
    """Whether all data together, as a vector, stand in an expression: Z of Z_1, ..., Z_n."""
    if name_of(node) == name:
        return True
    member = node.base if isinstance(node, Script) and node.below is not None else None
    return any(_stands_whole(child, name) for child in node.children() if child is not member)


def _averages(m: Meaning, known: list[Sample], made: dict[str, L.VectorOf]) -> dict[str, L.Term]:
    r"""The means \bar{y} and \bar{y}_n of data by their names, where these say nothing else."""
    taken = {*m.context.values, *m.context.laws, *m.context.random, *m.context.spaces}
    names = {name: mean_of(s.data) for s in known for name in _names_of_average(s)}
    by_errors = {average_name(stem): L.Sum(each.body, each.var) / each.var.space.high for stem, each in made.items()}
    return {name: mean for name, mean in {**by_errors, **names}.items() if name not in taken}


def _names_of_average(sample: Sample) -> Iterator[str]:
    name, size = average_name(sample.data.name), sample.data.space.dimension
    yield name
    if isinstance(size, L.Var) and "_" not in name:
        yield f"{name}_{{{size.name}}}"


def _is_made_of(m: Meaning, name: str, known: list[Sample], averages: dict[str, L.Term]) -> bool:
    """Whether a name stands for a value that is made of the data."""
    value = m.context.values.get(name)
    if name in m.context.random:
        return has_data(m, m.context.random[name])
    function = m.context.functions.get(name)  # a score is one of the parameter, made of the data
    if value is None and function is not None and function.is_plain:
        value = _observed(m, function.body, known)
    if value is None or name in m.context.laws:
        return False
    whole = L.substitute(m.context.unfolded(value), {L.Var(n, L.R): mean for n, mean in averages.items()})
    return any(s.data in with_coordinates(whole, known).free for s in known)


def _observed(m: Meaning, body: L.Term, known: list[Sample]) -> L.Term:
    """A term with the data for the values x_i that X_i were observed to be, where that is all that x stands for."""
    taken = {*m.context.values, *m.context.laws, *m.context.spaces, *m.bound}
    found: dict[L.Name, L.Node] = {}
    for sample in known:
        data = sample.member.head if isinstance(sample.member, L.Apply) else sample.data
        small = data.name.lower()
        if small != data.name and small not in taken:
            kind, where = type(data), sample.data.space
            alike = (n for n in body.free if n.name == small and isinstance(n, kind))
            found |= {n: data for n in alike if not isinstance(n, L.Var) or n.space is where}
    return L.substitute(body, found) if found else body


def _of_one(body: L.Term, sample: Sample, place: L.Term) -> L.Term:
    """The mean of a function of one of the data, under its law."""
    data, law = sample.data, L.substitute(sample.law, {sample.index: place})
    taken = {n.name for n in body.free | law.free if isinstance(n, L.Var)}
    one = L.fresh(L.Var(data.name.lower(), L.support(law)), taken)
    return L.Expectation(L.replace(body, L.Coord(data, place), one), one, law)


def _places(t: L.Node, data: L.Var, bound: frozenset[L.Name] = frozenset()) -> set[L.Term | None]:
    """The places of the data that stand in a term; None for all those over which a sum runs."""
    match t:
        case L.Coord(vector, place) if vector is data:
            return {place if place.free.isdisjoint(bound) else None}
        case L.Binder():
            bound |= {t.var}
    return set().union(*(_places(child, data, bound) for child in t.children()))


def _are_apart(m: Meaning, i: L.Term, j: L.Term) -> bool:
    """Whether places are different ones, or run over all where the mean stands."""
    running = {*m.bound.values()}
    if all(isinstance(place, L.Number) or place in running for place in (i, j)):
        return True
    stated = [h for h in m.context.stated() if isinstance(h, L.Relation) and h.symbol in ("!=", "<", ">")]
    return any({h.left, h.right} == {i, j} for h in stated)


__all__ = ["in_mean"]
