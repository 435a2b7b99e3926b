"""Corrections towards what a rule makes of the other side: where a side differs from it in one place the slip is there.

Whether the corrected side is true is asked elsewhere, as of all corrections.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..algebra import equal
from ..language import Binder, Neg, Node, Number, Plus, Space, Term, Times, Var, is_scalar, substitute
from ..language.facts import Facts
from .arrangement import arranged
from .candidates import kinds, size
from .corrections import Correction
from .lost_summands import neat
from .slip_places import Edit, Place, shown

_LEAST = 0.1  # what such a correction costs at least: that a rule makes it says more than that it is near
_KNOWN = 0.9  # what a correction costs less that comes to the same
_SIZE = 0.03  # what each node costs that gives way to another
_EXCHANGED = 0.6  # what it costs more to write something else than to add or to leave out
_MUCH = 3  # nodes
_LARGEST = 16  # nodes of what gives way, and of what is put there


def with_rules(
    found: Iterable[Correction], side: Term, other: Term, forms: Iterable[Term], facts: Facts
) -> Iterator[Correction]:
    """Corrections of a side and those that make it one of the ``forms`` of the other, which are nearer."""
    meant = dict.fromkeys(t for form in forms for t in (form, neat(form)))
    known = set(map(arranged, meant)) - {arranged(other)}  # to repeat the other side says nothing
    made: dict[Any, Correction] = {}
    for correction in _towards(side, (form for form in meant if form is not other)):
        if _is_doubled(correction, facts):
            continue  # what is lost stands there once: it is said to be doubled
        key = arranged(correction.corrected)
        if key not in made or correction.cost < made[key].cost:
            made[key] = correction
    there = [correction.place for correction in made.values()]
    for correction in found:
        if correction.place.above is None or any(map(correction.place.is_within, there)):
            key = arranged(correction.corrected)
            if key in known:
                costs = [correction.cost, max(_LEAST, correction.cost - _KNOWN)]
                costs += [made.pop(key).cost] if key in made else []
                correction = correction._replace(cost=min(costs))
        yield correction
    yield from made.values()


def _is_doubled(correction: Correction, facts: Facts) -> bool:
    """Whether what is lost beside a whole side is what stands there."""
    added = isinstance(correction.put, Plus) and correction.place.above is None and not correction.drops
    return added and equal(correction.new, correction.old, facts)


def _towards(side: Term, forms: Iterable[Term]) -> Iterator[Correction]:
    """The side made one of the forms, where it differs from it in one place only."""
    for form in forms:
        found = difference(Place(side), form)
        if found is not None:
            place, edit = found
            old, new = place.node if edit.old is None else edit.old, edit.new if edit.shown is None else edit.shown
            yield Correction(edit.cost, place.put(edit.new), edit.phrase, place, old, new, edit.drops, edit.new)


def difference(place: Place, meant: Any) -> tuple[Place, Edit] | None:
    """Where a node differs from what is meant and how, if in one small place that is not all of its side."""
    node = place.node
    if arranged(node) == arranged(meant):
        return None
    inner: tuple[Place, Any] | None = None
    match node, meant:
        case (Plus(args), Plus(others)) | (Times(args), Times(others)) if _in_any_order(node):
            mine, theirs = _unpaired(args, others)
            match mine, theirs:
                case [k], [new]:
                    inner = Place(args[k], place, 0, k), others[new]
                case [], [new]:
                    part = _shorter(others[new])
                    return place, _lost(place, type(node)((*args[:new], part, *args[new:])), part)
                case [k], []:
                    return _too_much(place, k)
        case Binder(), Binder() if type(node) is type(meant) and node.var.space is meant.var.space:
            renamed = meant.body if node.var is meant.var else substitute(meant.body, {meant.var: node.var})
            theirs_fields = (renamed, node.var, *meant.fields[2:])
            inner = _one_field(place, theirs_fields)
        case Node(), Node() if type(node) is type(meant) and not isinstance(node, Var | Number | Space):
            inner = _one_field(place, meant.fields)
    if inner is not None:
        return difference(*inner)
    return _exchanged(place, meant)


def _in_any_order(node: Term) -> bool:
    return isinstance(node, Plus) or is_scalar(node)


def _unpaired(args: tuple[Any, ...], others: tuple[Any, ...]) -> tuple[list[int], list[int]]:
    """Which of each have none that is like them among the others."""
    left = list(range(len(others)))
    keys = [arranged(t) for t in others]
    mine = []
    for k, arg in enumerate(args):
        key = arranged(arg)
        at = next((j for j in left if keys[j] == key), None)
        if at is None:
            mine.append(k)
        else:
            left.remove(at)
    return mine, left


def _one_field(place: Place, fields: tuple[Any, ...]) -> tuple[Place, Any] | None:
    """The one part of a node that is not alike, and what it is meant to be."""
    found: list[tuple[Place, Any]] = []
    for at, (mine, theirs) in enumerate(zip(place.node.fields, fields, strict=True)):
        if isinstance(mine, tuple):
            if not isinstance(theirs, tuple) or len(mine) != len(theirs):
                return None
            pairs = [(Place(m, place, at, k), t) for k, (m, t) in enumerate(zip(mine, theirs, strict=True))]
        else:
            pairs = [(Place(mine, place, at), theirs)]
        for inner, other in pairs:
            if not isinstance(inner.node, Node) or not isinstance(other, Node):
                if inner.node != other:
                    return None
            elif arranged(inner.node) != arranged(other):
                found.append((inner, other))
    return found[0] if len(found) == 1 and not isinstance(found[0][0].node, Space) else None


def _shorter(part: Any) -> Any:
    """What is put back, with its numbers reckoned up where that makes it much shorter: 4 for 5 - (1 + 1) + 1."""
    short = neat(part) if isinstance(part, Term) else part
    return short if size(short) + _MUCH <= size(part) else part


def _lost(place: Place, whole: Term, part: Any) -> Edit:
    cost = _LEAST + _SIZE * size(part)
    if place.above is not None:
        return Edit(cost, whole, "{new} for {old}{where}")
    return Edit(cost, whole, "{new} added" if isinstance(whole, Plus) else "a factor {new} {on}", place.node, part)


def _too_much(place: Place, k: int) -> tuple[Place, Edit]:
    args = place.node.args
    rest = (*args[:k], *args[k + 1 :])
    kept = rest[0] if len(rest) == 1 else type(place.node)(rest)
    cost = _LEAST + _SIZE * size(args[k])
    if isinstance(place.node, Plus):
        inner = args[k].arg if isinstance(args[k], Neg) else args[k]
        return place, Edit(cost, kept, f"the term {shown(inner)} left out", drops=True)
    return place, Edit(cost, kept, "{new} for {old}{where}", drops=True)


def _exchanged(place: Place, meant: Any) -> tuple[Place, Edit] | None:
    """One node for another: of a whole side only where a summand or a factor is lost or too much."""
    node = place.node
    for kind in (Plus, Times):
        if isinstance(meant, kind) and _in_any_order(meant):
            mine, theirs = _unpaired((node,), meant.args)
            if not mine and len(theirs) == 1:
                part = _shorter(meant.args[theirs[0]])
                return place, _lost(place, kind((part, node) if theirs[0] == 0 else (node, part)), part)
        if isinstance(node, kind) and _in_any_order(node):
            mine, theirs = _unpaired(node.args, (meant,))
            if not theirs and len(mine) == 1:
                return _too_much(place, mine[0])
    if not _is_small(place, meant):
        return None
    cost = _LEAST + _EXCHANGED + _SIZE * (size(node) + size(meant))
    return place, Edit(cost, meant, "{new} for {old}{where}")


def _is_small(place: Place, meant: Any) -> bool:
    """Whether another node in a place is a slip undone: the greater part of the side stays, and nothing is put there of
    another kind, as the sum or the mean that a closed form is of."""
    if place.above is None or max(size(place.node), size(meant)) > _LARGEST:
        return False
    return 2 * size(place.node) <= size(place.side.node) and kinds(meant) <= kinds(place.node)


__all__ = ["difference", "with_rules"]
