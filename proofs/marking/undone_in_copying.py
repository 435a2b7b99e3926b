"""Slips in copying, undone: a summand or a factor is lost that still stands elsewhere in the relation."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import Inverse, MatMul, Matrices, Neg, Plus, Term, Times, Transpose, is_scalar, space_of
from .slip_places import Edit, Place
from .sums_and_products import cancels, plus
from .vocabulary import Vocabulary

_SUMMANDS = 8  # vectors or matrices that are tried beside a term


def edits(place: Place, vocabulary: Vocabulary) -> Iterator[Edit]:
    """What may have been meant at the place."""
    node = place.node
    if not isinstance(node, Term):
        return
    known = vocabulary.names.union(place.bound)
    for whole in vocabulary.wholes.get(node, ()):
        if whole.free <= known and whole is not place.parent:
            cost = 1.7 if isinstance(whole, Times) or place.bound else 1.4
            yield Edit(cost, whole, "{new} for {old}{where}")
    if not is_scalar(node):
        yield from _lost_summands(place, vocabulary)
        yield from _lost_transposes(place)


def _lost_summands(place: Place, vocabulary: Vocabulary) -> Iterator[Edit]:
    """A vector or a matrix lost beside the one that stands in the place, of those that are added anywhere."""
    if place.above is not None and not isinstance(place.node, Plus) and not isinstance(place.parent, MatMul):
        return
    known = vocabulary.names.union(place.bound)
    alike = [t for t in vocabulary.linear_summands if space_of(t) is space_of(place.node) and t.free <= known]
    for t in alike[:_SUMMANDS]:
        if t is not place.node:
            for new in (t, Neg(t)):
                if not cancels(place.node, new):
                    yield Edit(1.8, plus(place.node, new), "{new} for {old}{where}")


def _lost_transposes(place: Place) -> Iterator[Edit]:
    """A transpose lost where it makes a product of a matrix that is not square, as in X^T y."""
    space = space_of(place.node)
    if isinstance(space, Matrices) and space.rows is not space.columns and isinstance(place.parent, MatMul):
        if isinstance(place.node, Transpose):
            yield Edit(1.35, place.node.arg, "{new} for {old}{where} (no transpose)")
        elif not isinstance(place.node, Inverse):
            yield Edit(1.2, Transpose(place.node), "{new} for {old}{where} (the transpose is missing)")


__all__ = ["edits"]
