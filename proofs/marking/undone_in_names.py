"""Slips with names, undone: one for another, exchanged, another law, another range, the same slip all over a side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from ..language import (
    Apply,
    Elementary,
    Event,
    Expectation,
    Family,
    MemberDensity,
    Name,
    Neg,
    Number,
    Plus,
    Prod,
    Quotient,
    Range,
    Sum,
    Term,
    Times,
    Var,
    Without,
    is_scalar_space,
    log,
    sqrt,
    substitute,
    support,
)
from .slip_places import Edit, Place, is_index, occurrences, shown
from .sums_and_products import ONE, TWO, plus
from .vocabulary import Kin, Vocabulary, kind_of


def edits(place: Place, vocabulary: Vocabulary) -> Iterator[Edit]:
    """What may have been meant at the place."""
    yield from _names(place, vocabulary.kin)
    yield from _laws(place.node, vocabulary)
    yield from _ranges(place, vocabulary.kin)
    if place.is_term and isinstance(place.node, Term):
        yield from _exchanged(place, vocabulary.kin)
    if place.above is None:
        yield from _throughout(place.node)


def _names(place: Place, kin: Kin) -> Iterator[Edit]:
    node = place.node
    if isinstance(node, Name):
        for other in _others(node, kin, place.bound):
            yield Edit(1.5, other, "{new} for {old}{where}")
    if isinstance(node, Var) and is_scalar_space(node.space):
        if is_index(node):
            yield Edit(1.5, node - 1, "{new} for {old}{where}")
            yield Edit(1.5, plus(node, ONE), "{new} for {old}{where}")
        elif node not in place.bound and not isinstance(place.parent, Plus | Times):
            yield Edit(1.9, node - 1, "{new} for {old}{where}")
            yield Edit(1.9, plus(node, ONE), "{new} for {old}{where}")
            yield Edit(1.9, ONE - node, "{new} for {old}{where}")


def _others(node: Name, kin: Kin, bound: tuple[Var, ...]) -> Iterator[Name]:
    inner = [v.name for v in bound]
    if node not in bound or not isinstance(node, Var):
        yield from (n for n in kin.get(kind_of(node), ()) if n is not node and getattr(n, "name", None) not in inner)
    if isinstance(node, Var):
        for other in bound:
            if other is not node and (other.space is node.space or (is_index(node) and is_index(other))):
                yield other
        if node in bound and not is_index(node):
            yield from (n for n in kin.get(kind_of(node), ()) if isinstance(n, Var) and n.name not in inner)
        elif node in bound:
            free = (n for group in kin.values() for n in group)
            yield from (n for n in free if isinstance(n, Var) and is_index(n) and n.name not in inner)


def _laws(node: Any, vocabulary: Vocabulary) -> Iterator[Edit]:
    if isinstance(node, Expectation):
        for other in vocabulary.laws:
            if other is not node.law and support(other) is support(node.law):
                yield Edit(1.4, Expectation(node.body, node.var, other), "{new} for {old}{where} (another law)")
    elif isinstance(node, Family | MemberDensity):
        for other in vocabulary.laws:
            if other is not node and support(other) is support(node):
                yield Edit(1.5, other, "{new} for {old}{where}")


def _ranges(place: Place, kin: Kin) -> Iterator[Edit]:
    node = place.node
    if not isinstance(node, Sum | Prod) or isinstance(node.var.space, Event):
        return
    for space, words in _other_ranges(node.var.space, place, kin):
        other = Var(node.var.name, space)
        if other not in node.body.free:
            yield Edit(1.4, type(node)(substitute(node.body, {node.var: other}), other), words)


def _other_ranges(space: Any, place: Place, kin: Kin) -> Iterator[tuple[Any, str]]:
    match space:
        case Range(low, high):
            for new in (_shifted(low, -1), _shifted(low, 1)):
                yield Range(new, high), f"the index range from {shown(new)}"
            for new in (_shifted(high, -1), _shifted(high, 1)):
                yield Range(low, new), f"the index range up to {shown(new)}"
            free = (n for group in kin.values() for n in group)
            for index in (*place.bound, *free):
                if isinstance(index, Var) and isinstance(index.space, Range) and index.space.fields == space.fields:
                    yield Without(space, index), f"the index {shown(index)} left out of the range"
        case Without(range_, index):
            yield range_, f"the index {shown(index)} kept in the range"


def _shifted(t: Any, by: int) -> Term:
    """t + by, as it is written: n - 1, and n for n - 1 + 1."""
    match t:
        case Number(value):
            return Number(value + by)
        case Plus((first, Neg(Number(value)))):
            return first if by == value else Plus((first, Neg(Number(value - by))))
        case Plus((first, Number(value))):
            return first if by == -value else Plus((first, Number(value + by)))
    return Plus((t, Number(by))) if by > 0 else Plus((t, Neg(Number(-by))))


def _exchanged(place: Place, kin: Kin) -> Iterator[Edit]:
    """Names of one kind exchanged in a side or in one of its terms."""
    node, whole = place.node, place.above is None
    pairs: dict[tuple[str, str], dict[Name, Name]] = {}
    for group in kin.values():
        for a, b in combinations(group, 2):
            if (a not in node.free and b not in node.free) or {a, b} & set(place.bound):
                continue
            both = {a: b, b: a}
            if not whole and not (a in node.free and b in node.free):
                continue
            said = "{old} and {new} exchanged" + ("" if whole else " in {at}")
            yield Edit(1.35 if whole else 1.65, substitute(node, both), said, old=a, shown=b)
            ends = tuple(str(n.fields[0]).rpartition("_")[2] for n in (a, b))
            pairs.setdefault((ends[0], ends[1]), {}).update(both)
    for (first, second), together in pairs.items():
        if len(together) > 2:
            said = f"the indices ${first}$ and ${second}$ exchanged".replace("{", "{{").replace("}", "}}")
            yield Edit(1.45, substitute(node, together), said + ("" if whole else " in {at}"))


def _throughout(side: Term) -> Iterator[Edit]:
    """The same slip wherever a name or a logarithm stands in the side."""
    for name in sorted((n for n in side.free if isinstance(n, Var) and is_scalar_space(n.space)), key=lambda n: n.name):
        if not isinstance(name, Term) or is_index(name):
            continue
        squared = name**2
        bare = _replaced(side, squared, name)
        if bare is not side:
            often = " throughout" if occurrences(side, squared) > 1 else ""
            said = f"{{new}} for {{old}}{often} (the square is too much)"
            yield Edit(1.55, bare, said, old=squared, shown=name)
        if occurrences(side, name) > 1:
            said = "{new} for {old} throughout"
            yield Edit(1.6, substitute(side, {name: squared}), said + " (the square is missing)", name, squared)
            yield Edit(1.65, substitute(side, {name: ONE / name}), said, old=name, shown=ONE / name)
            yield Edit(1.7, substitute(side, {name: sqrt(name)}), said, old=name, shown=sqrt(name))
    for base in (TWO, Number(10)):
        based = _rebased(side, base)
        if based is not side:
            yield Edit(1.3, based, f"the logarithm to base ${base.value}$")
        natural = _natural(side, base)
        if natural is not side:
            yield Edit(1.1, natural, "the natural logarithm")


def _replaced(t: Any, old: Term, new: Term) -> Any:
    return new if t is old else t if isinstance(t, Var) else t.map_children(lambda child: _replaced(child, old, new))


def _rebased(t: Any, base: Term) -> Any:
    """Natural logarithms made those to a base; a logarithm of a number alone is taken to be meant."""
    match t:
        case Apply(Elementary("log"), (arg,)):
            return t if isinstance(arg, Number) and arg is base else Quotient(log(_rebased(arg, base)), log(base))
        case Var():
            return t
    return t.map_children(lambda child: _rebased(child, base))


def _natural(t: Any, base: Term) -> Any:
    match t:
        case Quotient(num, Apply(Elementary("log"), (arg,))) if arg is base:
            return _natural(num, base)
        case Var():
            return t
    return t.map_children(lambda child: _natural(child, base))


__all__ = ["edits"]
