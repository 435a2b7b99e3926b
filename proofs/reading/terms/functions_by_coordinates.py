r"""Functions whose values are vectors and that an equation gives coordinate by coordinate: \mathrm{softmax}(z)_i = ...

From then on \mathrm{softmax}(z) is the vector, \mathrm{softmax}(z + c)_k one of its coordinates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Multiply, Script, Symbol, Syntax, Unread
from ..uses.heads import head_of
from ..uses.running import ACTIONS, INDICES
from .defined import Defined

if TYPE_CHECKING:
    from ..meaning import Meaning


def define(m: Meaning, left: Syntax, right: Syntax) -> tuple[str, L.Term] | None:
    """The function that an equation gives for any of its coordinates, and that coordinate; None for any other."""
    match left:
        case Multiply(
            (Symbol() as symbol, Script(Bracket("(", (argument,), ")", None), Symbol(letter) as index, None, 0)),
            ("", ""),
        ):
            head, name = head_of(symbol), name_of(argument)
        case _:
            return None
    if head is None or name is None or letter not in INDICES | ACTIONS or index.accents:
        return None
    context = m.context
    known = (context.functions, context.values, context.spaces, context.laws, context.maps, context.matrices)
    if any(head.name in names for names in known) or context.is_parameter(head.name) or head.name in m.bound:
        return None
    if m.shapes.is_array(head.name):
        return None  # A(z)_i, a coordinate of a product
    point = m.term(argument)
    if not isinstance(point, L.Var) or not isinstance(point.space, L.Vectors) or name in context.values:
        return None
    i = L.Var(letter, L.Range(L.Number(1), point.space.dimension))
    with m.binding({i.name: i, name: point}):
        body = m.scalar(right)
    if i not in body.free or point not in body.free:
        return None
    context.functions[head.name] = Defined((point,), L.VectorOf(body, i))
    context.own.add(head.name)
    with m.binding({name: point}):
        return head.name, L.Coord(L.VectorOf(body, i), m.scalar(index))


def is_vector_valued(m: Meaning, factor: Syntax) -> bool:
    """Whether a name is a function that was given so, or another one whose values are vectors."""
    defined = m.context.functions.get(name_of(factor) or "")
    return defined is not None and isinstance(L.space_of(defined.body), L.Vectors)


def coordinate(m: Meaning, value: L.Term, below: Syntax) -> L.Term:
    """A coordinate of a value.  Raises ``Unread``."""
    place = m.scalar(below)
    if isinstance(L.space_of(value), L.Vectors):
        return L.Coord(value, place)
    raise Unread("a coordinate of what is no vector", below.span)


__all__ = ["coordinate", "define", "is_vector_valued"]
