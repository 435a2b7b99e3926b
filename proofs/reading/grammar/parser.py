r"""The parser: the text of a row -> the syntax of what is written.

A precedence parser by hand over the tokens of ``tokens``; its parts stand in ``grammar``, one idea a file, and what
the trees mean stands in ``syntax``.  It takes linear time, nests to a bounded depth, and refuses rather than guesses:
``Unread`` is the only exception.
"""

from __future__ import annotations

from ..syntax import RowSyntax, Syntax
from . import joining, rows


def parse_row(text: str) -> RowSyntax:
    r"""A row of a display or a piece of inline maths: statements, and the number in its margin.  Raises ``Unread``."""
    return rows.row(text)


def parse_expression(text: str) -> Syntax:
    """A single expression, or a ``Statement`` where relations stand in it.  Raises ``Unread``."""
    return rows.expression(text)


def join_rows(texts: list[str]) -> list[tuple[int, ...]]:
    """Which rows of a display are one line: groups of indices, whose texts are read joined by blanks.

    Decided from the tokens alone: a bracket that is still open, an operator at a row's end or start.
    """
    return joining.join(texts)
