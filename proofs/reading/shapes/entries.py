r"""The places of entries and coordinates that no sum runs over: i and j of A_{ij}, 1 and 2 of A_{12}, j of w_j."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Numeral, Symbol, Syntax
from ..uses.running import PLACES
from ..uses.tables import indices

if TYPE_CHECKING:
    from ..meaning import Meaning


def places(below: Syntax) -> tuple[Syntax, ...]:
    """The row and the column of an entry, also where they are written as two digits; other subscripts as they are."""
    if isinstance(below, Numeral) and len(below.text) == 2 and below.text.isdigit():
        return tuple(Numeral(digit, span=below.span) for digit in below.text)
    return indices(below)


def range_of_place(m: Meaning, name: str) -> L.Range | None:
    r"""What a letter runs over that is a place of an entry of a matrix wherever it is one, the i of A_{ij}."""
    survey = m.context.survey
    if name not in PLACES or name in survey.counting:
        return None
    sizes: set[L.Node] = set()
    for stem, labels in survey.labels.items():
        for row, column in (parts for label in labels if len(parts := indices(label)) == 2):
            home = _home(m, stem) if name in (name_of(row), name_of(column)) else None
            if isinstance(home, L.Matrices):
                pairs = ((row, home.rows), (column, home.columns))
                sizes |= {size for part, size in pairs if isinstance(part, Symbol) and name_of(part) == name}
    size = sizes.pop() if len(sizes) == 1 else None
    return L.Range(L.Number(1), size) if isinstance(size, L.Term) else None


def unsummed(m: Meaning, below: Syntax, size: L.Term) -> L.Var | None:
    r"""The j of w_j beside \frac{\partial}{\partial w_j}, or of X_j that is drawn, as a place among so many."""
    survey, name = m.context.survey, name_of(below)
    if not isinstance(below, Symbol) or below.name not in PLACES or name is None or below.accents:
        return None
    if name in m.bound or name in m.context.values or name in survey.numeric | survey.counting:
        return None
    rated = any(variable.endswith(f"_{name}") for variable in survey.integrated)
    if not rated and not any(drawn.endswith(f"_{name}") for drawn in survey.random):
        return None
    return L.Var(name, L.Range(L.Number(1), size))


def _home(m: Meaning, stem: str) -> L.Space | None:
    return m.context.spaces.get(stem) or m.shapes.space(stem)


__all__ = ["places", "range_of_place", "unsummed"]
