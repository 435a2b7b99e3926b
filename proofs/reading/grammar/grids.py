r"""Matrices and cases: ``bmatrix``, ``array``, ``cases``."""

from __future__ import annotations

from ..syntax import CaseRows, Grid, Mark, Statement, Syntax, Unread, Words
from .cursor import Cursor, words

FENCES = {
    "matrix": "", "smallmatrix": "", "array": "", "bmatrix": "[", "pmatrix": "(", "vmatrix": "|", "Vmatrix": "||",
    "Bmatrix": "{",
}  # fmt: skip
CASES = ("cases", "dcases", "rcases", "cases*")
_CELL_ENDS = ("&", "newline", "finish")


def environment(c: Cursor, braced: bool = False) -> Syntax:
    r"""An environment, from its ``\begin`` on; ``braced`` where a left brace before it says that it holds cases."""
    begin = c.take()
    name = begin.text.rstrip("*") if begin.text != "cases*" else begin.text
    if name not in FENCES and name not in CASES and not (braced and name in ("aligned", "gathered", "split")):
        raise Unread(f"the environment {begin.text} inside a formula", (begin.start, begin.end))
    rows: list[list[Syntax]] = []
    conditions: list[tuple[Syntax, Syntax | None]] = []
    with c.within("grid"):
        while not c.at("finish"):
            if braced or name in CASES:
                conditions.append(_case(c))
            else:
                rows.append(_row(c))
            if c.at("newline"):
                c.take()
            elif c.at("end"):
                raise Unread(rf"\begin{{{begin.text}}} without its \end", (begin.start, begin.end))
            elif not c.at("finish"):
                raise Unread(f"in a row of {begin.text}: not understood", c.here())
    finish = c.take()
    span = (begin.start, finish.end)
    if finish.text != begin.text:
        raise Unread(rf"\begin{{{begin.text}}} closed by \end{{{finish.text}}}", span)
    if conditions:
        return CaseRows(tuple(conditions), span=span)
    if not rows or len({len(row) for row in rows}) != 1:
        raise Unread("the rows of a matrix differ in length" if rows else "a matrix without rows", span)
    return Grid(tuple(map(tuple, rows)), FENCES[name], span=span)


def _row(c: Cursor) -> list[Syntax]:
    row: list[Syntax] = []
    while True:
        row.append(_cell(c))
        if not c.at("&"):
            return row
        c.take()


def _cell(c: Cursor) -> Syntax:
    token = c.token
    if token.kind in _CELL_ENDS:
        raise Unread("an empty place in a matrix", c.here())
    if token.kind in ("times", "mark", "sign") and c.after().kind in _CELL_ENDS:
        c.take()
        return Mark(token.text, span=(token.start, token.end))
    node = c.statement()
    _skip_points(c)
    return node


def _case(c: Cursor) -> tuple[Syntax, Syntax | None]:
    value = c.statement()
    _skip_points(c)
    if c.at("&"):
        c.take()
    return value, _condition(c)


def _condition(c: Cursor) -> Syntax | None:
    """For what a case holds: words and a statement, either of which may be missing."""
    start = c.token.start
    said: Syntax | None = words(c) if c.at("prose") else None
    if c.at("word") and c.after().kind in _CELL_ENDS + (".",):
        token = c.take()
        said = Words(token.text, span=(token.start, token.end))
    _skip_points(c)
    if c.token.kind in _CELL_ENDS:
        return said
    node = c.statement()
    _skip_points(c)
    if c.token.kind in ("prose", "word"):
        raise Unread("several conditions on one case", c.here())
    spoken = said.text if isinstance(said, Words) else ""
    if isinstance(node, Statement):
        return Statement(node.expressions, node.relations, spoken, span=c.span_from(start))
    return Statement((node,), (), spoken, span=c.span_from(start))


def _skip_points(c: Cursor) -> None:
    while c.token.kind in (",", ".", ";"):
        c.take()
