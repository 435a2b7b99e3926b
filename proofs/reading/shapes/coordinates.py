r"""Vectors that are written by their coordinates: \mathbf{y} = (y_1, y_2), where each depends on x_1 and x_2.

A section that goes on with the question of another one may mean its formulas: a name that has none here, and had one
formula there, stands for that where it is differentiated, and the report says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of, to_latex
from ..syntax import Grid, Mark, Syntax, Unread

if TYPE_CHECKING:
    from ..meaning import Meaning


def formula(m: Meaning, name: str, remarked: bool = True) -> L.Term | None:
    """What a name stands for here, or the formula that it had in an earlier section."""
    if name in m.context.values or name in m.bound:
        return m.context.values.get(name)
    found = m.context.elsewhere.formulas.get(name)
    if found is not None:
        m.borrowed.add(name)
    if found is not None and remarked:
        m.remarks.append(f"${to_latex(name)}$ is taken as an earlier section has it")
    return found


def jacobian(m: Meaning, subject: Syntax, by: Syntax) -> L.Term | None:
    r"""\frac{\partial \mathbf{y}}{\partial \mathbf{x}} of vectors whose coordinates are named; else None."""
    below = _named(m, by)
    above = None if below is None else _named(m, subject, remarked=True)
    if above is None or below is None or len(set(below)) < len(below):
        return None
    places = [x for x in below if isinstance(x, L.Var) and x.name not in m.context.values]
    bodies = [formula(m, y.name, remarked=False) if isinstance(y, L.Var) and y not in places else y for y in above]
    if len(places) < len(below) or None in bodies:
        return None
    rows = [[L.Derivative(body, x, x) for x in places] for body in bodies if body is not None]
    return L.Rows(tuple(L.Column(tuple(row)) for row in rows))


def _named(m: Meaning, node: Syntax, remarked: bool = False) -> tuple[L.Term, ...] | None:
    """The coordinates of a vector that a name stands for."""
    name = name_of(node)
    whole = None if name is None else formula(m, name, remarked)
    return whole.entries if isinstance(whole, L.Column) else None


def blanks(node: Syntax) -> list[tuple[int, int]]:
    r"""The entries of a matrix that are only marked: \begin{pmatrix} 1 & 0 \\ * & 1 \end{pmatrix}."""
    if not isinstance(node, Grid):
        return []
    rows = enumerate(node.rows)
    return [(i, j) for i, row in rows for j, entry in enumerate(row) if isinstance(entry, Mark) and entry.sign == "*"]


def filled(m: Meaning, node: Grid, like: L.Term) -> L.Rows:
    """A matrix with marked entries, these as another matrix has them: nothing is said of them."""
    if not isinstance(like, L.Rows) or len(like.rows) != len(node.rows):
        raise Unread("a matrix with entries that are not written", node.span)
    rows = []
    for entries, row in zip(node.rows, like.rows, strict=True):
        if not isinstance(row, L.Column) or len(row.entries) != len(entries):
            raise Unread("a matrix with entries that are not written", node.span)
        pairs = zip(entries, row.entries, strict=True)
        rows.append(L.Column(tuple(old if isinstance(entry, Mark) else m.scalar(entry) for entry, old in pairs)))
    return L.Rows(tuple(rows))


__all__ = ["blanks", "filled", "formula", "jacobian"]
