r"""Laws of images: f_\# p is the law of f(X) where X has the law p; (f_\# p)(y) is its density."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, ImageLaw, Mark, Multiply, Script, Symbol, Syntax, Unread
from . import maps

if TYPE_CHECKING:
    from ..meaning import Meaning


def at_front(m: Meaning, factors: tuple[Syntax, ...], signs: tuple[str, ...]) -> tuple[L.Term, int] | None:
    """The derivative of a map or the density of its image at the front of a product, and how many factors it takes."""
    return maps.derivative(m, factors, signs) or density(m, factors, signs)


def push_forward(m: Meaning, node: Syntax) -> L.Law | None:
    r"""f_\# p, the law of f(X) where X has the law p; None for anything else."""
    from ..laws.laws import law_of

    match node:
        case Bracket("(", (item,), ")", None):
            return push_forward(m, item)
        case Multiply((Script(Symbol() as f, Mark("\\#" | "*" as mark), None, 0), law), ("", "")):
            found = m.context.maps.get(name_of(f) or "")
            if isinstance(found, L.Function):
                return L.Pushforward(found, law_of(m, law))
            if mark != "*":
                raise Unread("a push-forward by what is no declared map", node.span)
    return None


def of_point(m: Meaning, node: ImageLaw) -> L.Law:
    r"""The law of (0, u) for u \sim r.  Raises ``Unread``."""
    from ..laws.laws import law_of

    law, name = law_of(m, node.law), name_of(node.variable)
    if name is None:
        raise Unread("the law of an image of what is no name", node.variable.span)
    match node.value:
        case Multiply((Symbol() | Script() as f, Bracket("(", (argument,), ")", None)), ("", "")):
            known = m.context.maps.get(name_of(f) or "")
            if isinstance(known, L.Function) and name_of(argument) == name:
                return L.Pushforward(known, law)
    u = L.Var(name, L.support(law))
    with m.binding({name: u}):
        match node.value:
            case Bracket("(", items, ")", None) if len(items) > 1:
                image: L.Term = L.Column(tuple(m.scalar(item) for item in items))
            case value:
                image = m.term(value)
    return L.Pushforward(L.Lambda(image, u), law)


def density(m: Meaning, factors: tuple[Syntax, ...], signs: tuple[str, ...]) -> tuple[L.Term, int] | None:
    r"""f_\# p(y) or (f_\# p)(y) at the front of a product, and how many factors that takes."""
    match factors:
        case (Bracket() as head, Bracket("(", (item,), ")", None), *_) if not signs[1]:
            law, taken = push_forward(m, head), 2
        case (Script() as f, p, Bracket("(", (item,), ")", None), *_) if not signs[1] and not signs[2]:
            law, taken = push_forward(m, Multiply((f, p), ("", ""), span=f.span)), 3
        case _:
            return None
    return None if law is None else (law(maps.point_of(m, item, L.support(law))), taken)


__all__ = ["at_front", "of_point", "push_forward"]
