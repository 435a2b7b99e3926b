r"""Arrays that are written out: [[1, 0], [0, 2]], columns, rows, matrices of four blocks, determinants in bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..syntax import Grid, Mark, Unread
from . import dotted_grids
from .arrays import RowVector, Value

if TYPE_CHECKING:
    from ..meaning import Meaning


def grid(m: Meaning, node: Grid) -> Value:
    """A matrix of numbers, or of four blocks; of one column it is a vector, of one row a row vector."""
    if any(isinstance(entry, Mark) for row in node.rows for entry in row):
        raise Unread("a matrix with entries that are not written", node.span)
    if dotted_grids.is_dotted(node):
        if node.fence not in ("[", "("):
            raise Unread("an array without a bracket around it", node.span)
        return _row_or_whole(dotted_grids.matrix(m, node))
    rows = [tuple(m.term(entry) for entry in row) for row in node.rows]
    if len({len(row) for row in rows}) != 1:
        raise Unread("a matrix whose rows differ in length", node.span)
    if not all(L.is_scalar(entry) for row in rows for entry in row):
        return _blocks(rows, node)
    whole = _written(rows)
    if node.fence == "|":
        if len(rows) != len(rows[0]):
            raise Unread("the determinant of a matrix that is not square", node.span)
        return L.Det(L.Rows(tuple(map(L.Column, rows))))
    if node.fence not in ("[", "("):
        raise Unread("an array without a bracket around it", node.span)
    return whole


def _row_or_whole(whole: L.Term) -> Value:
    match whole:
        case L.Transpose(L.VectorOf() as vector):
            return RowVector(vector)
    return whole


def _written(rows: list[tuple[L.Term, ...]]) -> Value:
    if len(rows[0]) == 1:
        return L.Column(tuple(row[0] for row in rows))
    if len(rows) == 1:
        return RowVector(L.Column(rows[0]))
    return L.Rows(tuple(map(L.Column, rows)))


def _blocks(rows: list[tuple[L.Term, ...]], node: Grid) -> L.Term:
    """[[A, B], [C, D]]; a 0 among them is the zero matrix of the size that its neighbours have."""
    if len(rows) != 2 or len(rows[0]) != 2 or node.fence not in ("[", "("):
        raise Unread("a matrix made of vectors or matrices", node.span)
    spaces = [[L.space_of(entry) for entry in row] for row in rows]
    heights = [next((s.rows for s in row if isinstance(s, L.Matrices)), None) for row in spaces]
    columns = zip(*spaces, strict=True)
    widths = [next((s.columns for s in column if isinstance(s, L.Matrices)), None) for column in columns]
    parts = []
    for i, row in enumerate(rows):
        for j, entry in enumerate(row):
            height, width = heights[i], widths[j]
            if height is None or width is None:
                raise Unread("a matrix made of vectors or matrices", node.span)
            home = L.Matrices(height, width)
            entry = L.Zero(home) if entry is L.Number(0) else entry
            if L.space_of(entry) is not home:
                raise Unread("blocks of which nothing says that their sizes fit", node.span)
            parts.append(entry)
    return L.Block(*parts)


__all__ = ["grid"]
