"""Corrections towards what a rule makes of the other side: where a side differs from it in one place, the slip is there.

Whether the corrected side is true is asked elsewhere, as of all corrections.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..language import Binder, Neg, Node, Number, Plus, Space, Term, Times, Var, is_scalar, substitute
from .arrangement import arranged
from .candidates import size
from .corrections import Correction
from .slip_places import Edit, Place, shown

LEAST_MADE = 0.1  # what such a correction costs at least: that a rule makes it says more than that it is near
KNOWN = 0.9  # what a correction costs less that comes to the same
_SIZE = 0.03  # what each node costs that gives way to another
_EXCHANGED = 0.6  # what it costs more to write something else than to add or to leave out
_LARGEST = 16  # nodes of what gives way, and of what is put there


def made_by_rules(side: Term, forms: Iterable[Term], other: Term) -> Iterator[Correction]:
    """The side made one of the forms, where it differs from it in one place only; to repeat the other side says
    nothing."""
    for form in forms:
        found = None if form is other else difference(Place(side), form)
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
        case (Plus(args), Plus(others)) | (Times(args), Times(others)) if type(node) is type(meant) and _in_any_order(node):
            mine, theirs = _unpaired(args, others)
            match mine, theirs:
                case [k], [new]:
                    inner = Place(args[k], place, 0, k), others[new]
                case [], [new]:
                    return place, _lost(place, type(node)((*args[:new], others[new], *args[new:])), others[new])
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


def _lost(place: Place, whole: Term, part: Any) -> Edit:
    cost = LEAST_MADE + _SIZE * size(part)
    if place.above is not None:
        return Edit(cost, whole, "{new} for {old}{where}")
    return Edit(cost, whole, "{new} added" if isinstance(whole, Plus) else "a factor {new} {on}", place.node, part)


def _too_much(place: Place, k: int) -> tuple[Place, Edit]:
    args = place.node.args
    rest = (*args[:k], *args[k + 1 :])
    kept = rest[0] if len(rest) == 1 else type(place.node)(rest)
    cost = LEAST_MADE + _SIZE * size(args[k])
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
                at = theirs[0]
                parts = [meant.args[at], node] if at == 0 else [node, meant.args[at]]
                return place, _lost(place, kind(tuple(parts)), meant.args[at])
        if isinstance(node, kind) and _in_any_order(node):
            mine, theirs = _unpaired(node.args, (meant,))
            if not theirs and len(mine) == 1:
                return _too_much(place, mine[0])
    if place.above is None or max(size(node), size(meant)) > _LARGEST:
        return None
    cost = LEAST_MADE + _EXCHANGED + _SIZE * (size(node) + size(meant))
    return place, Edit(cost, meant, "{new} for {old}{where}")


__all__ = ["KNOWN", "LEAST_MADE", "difference", "made_by_rules"]
