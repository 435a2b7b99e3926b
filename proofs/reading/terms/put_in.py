r"""Values that are put for declared vectors and for maps between them: x = (1), s(x) = \left( \frac{1}{2} x_1 \right).

That x is one of \mathbb R^n says that (1) is a vector with one entry, and no number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Numeral, Script, Syntax
from ..uses.tables import indices

if TYPE_CHECKING:
    from ..meaning import Meaning


def value(m: Meaning, node: Syntax, home: L.Space | None) -> L.Term:
    """What stands for a name of that space: (1) is a vector where the space has one dimension, else a number."""
    match node, home:
        case Bracket("(", (item,), ")", None), L.Vectors(dimension) if m.context.unfolded(dimension) is L.Number(1):
            entry = m.term(item)
            return L.Column((entry,)) if L.is_scalar(entry) else entry
    return m.term(node)


def point(m: Meaning, name: str, node: Syntax) -> tuple[L.Var, L.Term] | None:
    """A declared vector and a value for it, as in F at x = (1); None for what is no vector."""
    home = m.context.spaces.get(name)
    if not isinstance(home, L.Vectors) or name in m.bound:
        return None
    found = value(m, node, home)
    return (L.Var(name, home), found) if isinstance(L.space_of(found), L.Vectors) else None


def of_map(m: Meaning, head: str, argument: str, node: Syntax) -> L.Lambda | None:
    """What a declared map from vectors to vectors is, by its value at a point; None for other maps and values."""
    f = m.context.maps.get(head)
    if not isinstance(f, L.Function) or not isinstance(f.domain[0], L.Vectors) or not isinstance(f.codomain, L.Vectors):
        return None
    x = L.Var(argument, L.Vectors(m.context.unfolded(f.domain[0].dimension)))
    with m.binding({argument: x}):
        body = value(m, node, f.codomain)
    return L.Lambda(body, x) if isinstance(L.space_of(body), L.Vectors) else None


def is_coordinate(m: Meaning, node: Syntax) -> bool:
    """Whether y_1 or y_{b,1} is a coordinate of a vector of which all is known: it has a value already."""
    match node:
        case Script(base, below, None, 0) if below is not None:
            label, place = indices(below) if len(indices(below)) == 2 else (None, below)
            name = name_of(base if label is None else Script(base, label))
            known = m.context.values.get(name or "")
            if known is None or not isinstance(place, Numeral) or not isinstance(L.space_of(known), L.Vectors):
                return False
            return not m.context.unfolded(known).free
    return False


__all__ = ["is_coordinate", "of_map", "point", "value"]
