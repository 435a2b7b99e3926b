"""Equations between members of a sequence at several places: by its recursion, x_t = a x_{t-1} + b, those that are
nearer are made of the further ones, so that x_{t-1} and x_{t-2} are no two numbers of which nothing is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ... import language as L
from ..context import Context
from .shifts import Place, members_in, moved, place_of

_STEPS = 8
_LONGEST = 2_000  # nodes


class _Recursion(NamedTuple):
    """What the member at a place is, and where the members stand, seen from there, of which it is made."""

    place: Place
    made: L.Term
    offsets: frozenset[int]


def unrolled(context: Context, relation: L.Relation) -> L.Relation:
    """The equation with all members of a sequence as far along its recursion as the furthest in it."""
    if relation.symbol != "=":
        return relation
    for recursion in _recursions(context):
        relation = _by(context, recursion, relation)
    return relation


def _recursions(context: Context) -> Iterator[_Recursion]:
    equations = (h for h in context.stated() if isinstance(h, L.Relation) and h.symbol == "=")
    told = {h.left.name: h.right for h in equations if isinstance(h.left, L.Var)}  # x_t = a x_{t-1} + e_t, of an error
    for name, made in {**told, **context.values}.items():
        place = place_of(name)
        if place is None or not L.is_scalar(made):
            continue
        offsets = frozenset(by - place.by for by in _places(made, place))
        if offsets and (max(offsets) < 0 or min(offsets) > 0):
            yield _Recursion(place, made, offsets)


def _places(t: L.Node, place: Place) -> dict[int, str]:
    """The members of the sequence in a term, by where they stand."""
    names = members_in(t, place)
    return {inside.by: name for name in names if (inside := place_of(name)) is not None}


def _by(context: Context, recursion: _Recursion, relation: L.Relation) -> L.Relation:
    place, made, offsets = recursion
    ahead = min(offsets) > 0
    order = max(map(abs, offsets))
    for _ in range(_STEPS):
        places = _places(relation, place)
        if not places:
            return relation
        furthest = max(places) if ahead else min(places)
        nearer = {name: by for by, name in places.items() if abs(by - furthest) >= order}
        if not nearer or sum(1 for _ in relation.walk()) > _LONGEST:
            return relation
        mapping: dict[L.Name, L.Node] = {}
        for n in relation.free:
            if isinstance(n, L.Var) and n.name in nearer:
                member = moved(context, made, place.letter, nearer[n.name] - place.by)
                mapping[n] = n if member is None else member
        relation = L.substitute(relation, mapping)
    return relation


__all__ = ["unrolled"]
