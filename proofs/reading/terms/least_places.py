r"""Where something is least or greatest: \arg\min_x f(x) = 2, \hat w = \arg\min_w \|y - X w\|^2 = (X^T X)^{-1} X^T y.

A number is such a place if and only if the value there is the greatest lower, or the least upper, bound of all values;
a vector, if no value lies below, or above.  That there is no other such place is not claimed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Big, Statement, Syntax, Unread
from . import suprema

if TYPE_CHECKING:
    from ..meaning import Meaning

_BOUNDS = {"argmin": "inf", "argmax": "sup"}


def is_place(node: Syntax | None) -> bool:
    r"""Whether it is written as a place, \arg\min_x f(x)."""
    return isinstance(node, Big) and node.operator in _BOUNDS


def check(m: Meaning, place: Big) -> None:
    """Raises ``Unread`` where a place is not understood."""
    _of_vectors(m, place) or _bound(m, place)


def claimed(m: Meaning, place: Big, value: Syntax) -> L.Relation:
    """That something is such a place.  Raises ``Unread``."""
    if (of_vectors := _of_vectors(m, place)) is not None:
        (x, body), at = of_vectors, m.context.unfolded(m.term(value))
        if L.space_of(at) is not x.space:
            raise Unread("a place that is no vector of this kind", value.span)
        return L.Relation(L.substitute(body, {x: at}), "<=" if place.operator == "argmin" else ">=", body)
    bound, name = _bound(m, place), _name(place)
    assert name is not None
    with m.binding({name: m.scalar(value)}):
        return L.Relation(m.scalar(place.body), "=", bound)


def _bound(m: Meaning, place: Big) -> L.Term:
    """The least or greatest value, of what depends on the place: a density may do so by its label alone."""
    bound = suprema.supremum(m, replace(place, operator=_BOUNDS[place.operator]))
    if not any(isinstance(n, L.Sup) and n.var in m.context.unfolded(n.body).free for n in bound.walk()):
        raise Unread(f"an {place.operator} of what does not depend on it", place.span)
    return bound


def _of_vectors(m: Meaning, place: Big) -> tuple[L.Var, L.Term] | None:
    """The vector that is sought, where no word says among which, and what is least or greatest there; None of a
    number."""
    name = _name(place)
    if name is None or place.above is not None or name in m.context.values or isinstance(place.below, Statement):
        return None
    space = m.shapes.space(name)
    if not isinstance(space, L.Vectors):
        return None
    x, body = L.Var(name, space), m.context.unfolded(m.scalar(place.body))
    if x not in body.free:
        raise Unread(f"an {place.operator} of what does not depend on it", place.span)
    return x, body


def _name(place: Big) -> str | None:
    below = place.below.expressions[0] if isinstance(place.below, Statement) else place.below
    return name_of(below)


__all__ = ["check", "claimed", "is_place"]
