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
from .corrections import Correction, correction
from .lost_summands import forms
from .neat import neat
from .slip_places import Edit, Place, shown

_LEAST = 0.1  # what such a correction costs at least: that a rule makes it says more than that it is near
_KNOWN = 0.9  # what a correction costs less that comes to the same, in the place where the sides differ
_SAME = 0.3  # ... elsewhere, as a name exchanged throughout
_SIZE = 0.03  # what each node costs that gives way to another
_EXCHANGED = 0.6  # what it costs more to write something else than to add or to leave out
_THERE = 0.05  # ... and less than what is made of the other side there
_LARGEST = 16  # nodes of what gives way, and of what is put there


def with_rules(found: Iterable[Correction], side: Term, other: Term, facts: Facts) -> Iterator[Correction]:
    """Corrections of a side and those that make it what a rule makes of the other, which are nearer."""
    if not (kinds(other) or other.free):
        yield from found  # numbers alone come of many others
        return
    meant = dict.fromkeys(t for form in forms(other, side, facts) for t in (form, neat(form)) if t is not other)
    known = set(map(arranged, meant)) - {arranged(other)}  # to repeat the other side says nothing
    differences = [at for form in meant if (at := difference(Place(side), form)) is not None]
    made: dict[Any, Correction] = {}
    for place, node in differences:
        edit = _undone(place, node, facts)
        if edit is not None:
            towards = correction(edit.cost, place.put(edit.new), place, edit)
            key = arranged(towards.corrected)
            if key not in made or towards.cost < made[key].cost:
                made[key] = towards
    for each in found:
        mended = each.place
        if mended.above is None or any(mended.is_within(at) for at, _ in differences):
            key = arranged(each.corrected)
            if key in known or key in made:
                there = any(mended.path == at.path for at, _ in differences)
                near = mended.above is not None or (there and each.old is mended.node)
                costs = [each.cost, max(_LEAST, each.cost - (_KNOWN if near else _SAME))]
                if key in made and mended.is_within(made[key].place):
                    costs.append(made.pop(key).cost)
                if there:
                    costs.append(min(costs) - _THERE)
                each = each._replace(cost=min(costs))
        yield each
    yield from made.values()


def difference(place: Place, meant: Any) -> tuple[Place, Any] | None:
    """The one place where a node differs from what is meant, and what is meant there; None where they are alike."""
    node = place.node
    if arranged(node) == arranged(meant):
        return None
    inner: tuple[Place, Any] | None = None
    match node, meant:
        case (Plus(args), Plus(others)) | (Times(args), Times(others)) if _in_any_order(node):
            mine, theirs = _unpaired(args, others)
            if len(mine) == len(theirs) == 1:
                inner = Place(args[mine[0]], place, 0, mine[0]), others[theirs[0]]
        case Binder(), Binder() if type(node) is type(meant) and node.var.space is meant.var.space:
            renamed = meant.body if node.var is meant.var else substitute(meant.body, {meant.var: node.var})
            inner = _one_field(place, (renamed, node.var, *meant.fields[2:]))
        case Node(), Node() if type(node) is type(meant) and not isinstance(node, Var | Number | Space):
            inner = _one_field(place, meant.fields)
    return (place, meant) if inner is None else difference(*inner)


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


def _undone(place: Place, meant: Any, facts: Facts) -> Edit | None:
    """What is meant in a place as a slip undone: something lost or too much, or another thing in a small place."""
    node = place.node
    for kind, parts, others in _taken_apart(node, meant):
        mine, theirs = _unpaired(parts, others)
        if not mine and len(theirs) == 1:
            part = _shorter(others[theirs[0]], facts)
            if kind is Plus and place.above is None and equal(part, node, facts):
                return None  # what is lost stands there once: it is said to be doubled
            whole = kind((*parts[: theirs[0]], part, *parts[theirs[0] :]))
            cost = _LEAST + _SIZE * size(part)
            if place.above is None:
                return Edit(cost, whole, "{new} added" if kind is Plus else "a factor {new} {on}", node, part)
            if isinstance(node, Number) and isinstance(part, Number):
                whole = neat(whole)  # 3 for 2, and not 1 + 2
            return Edit(cost, whole, "{new} for {old}{where}")
        if not theirs and len(mine) == 1:
            return _too_much(kind, parts, mine[0])
    new = neat(meant) if isinstance(meant, Term) else meant
    if not _is_small(place, new):
        return None
    cost = _LEAST + _EXCHANGED + _SIZE * (size(node) + size(new))
    return Edit(cost, new, "{new} for {old}{where}")


def _taken_apart(node: Any, meant: Any) -> Iterator[tuple[type[Plus] | type[Times], tuple[Any, ...], tuple[Any, ...]]]:
    """Two terms as sums and as products, either whole or by its parts."""
    for kind in (Plus, Times):
        parts, others = (((t.args, (t,)) if isinstance(t, kind) else ((t,),)) for t in (node, meant))
        if len(parts) + len(others) > 2 and _in_any_order(node) and _in_any_order(meant):
            yield from ((kind, mine, theirs) for mine in parts for theirs in others if len(mine) + len(theirs) > 2)


def _shorter(part: Any, facts: Facts) -> Any:
    """What is put back, reckoned up where it is a sum of numbers, or a sum or a mean of what does not vary: 4 for
    5 - (1 + 1) + 1, n for the sum of 1."""
    if isinstance(part, Plus):
        return neat(part)
    inner = part.arg if isinstance(part, Neg) else part
    body = [factor for factor in inner.args if not isinstance(factor, Number)] if isinstance(inner, Times) else [inner]
    if len(body) == 1 and isinstance(body[0], Binder) and body[0].var not in body[0].body.free:
        reckoned = (neat(form) for form in forms(part, part, facts))
        return min((form for form in reckoned if kinds(form) < kinds(part)), key=size, default=part)
    return part


def _too_much(kind: type[Plus] | type[Times], parts: tuple[Any, ...], k: int) -> Edit:
    rest = (*parts[:k], *parts[k + 1 :])
    kept = rest[0] if len(rest) == 1 else kind(rest)
    cost = _LEAST + _SIZE * size(parts[k])
    if kind is Times:
        return Edit(cost, kept, "{new} for {old}{where}", drops=True)
    inner = parts[k].arg if isinstance(parts[k], Neg) else parts[k]
    return Edit(cost, kept, f"the term {shown(inner)} left out", drops=True)


def _is_small(place: Place, meant: Any) -> bool:
    """Whether another node in a place is a slip undone: the greater part of the side stays, and nothing is put there of
    another kind, as the sum or the mean that a closed form is of, or for a bound name."""
    if place.above is None or place.node in place.bound or max(size(place.node), size(meant)) > _LARGEST:
        return False
    if isinstance(meant, Number) and not isinstance(place.node, Number):
        return False
    new = {kind for kind in kinds(meant) - kinds(place.node) if not isinstance(kind, str)}  # a logarithm may be lost
    return 2 * size(place.node) <= size(place.side.node) and not new


__all__ = ["difference", "with_rules"]
