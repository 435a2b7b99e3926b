r"""The cells of a ``tabular`` or an ``array``, each with its place."""

from __future__ import annotations

import re

from .delimiters import environment_ends, environment_name
from .source import Placed
from .spans import Source, Span

TABLES = frozenset(("tabular", "array", "longtable", "tabularx"))
_BEGIN = re.compile(r"\s*\\begin\s*\{(?P<name>[^{}\n]{1,40})\}")
_COLUMNS = re.compile(r"\s*(?:\[[tbc]\])?(?:\s*\{(?:[^{}]|\{[^{}]*\})*\}){1,2}?")
_STOP = re.compile(
    r"(?P<row>\\\\\*?(?:[ \t]*\[[^\]\n]*\])?|\\tabularnewline)|(?P<dollar>\$)|\\[\s\S]|(?P<brace>[{}])|(?P<and>&)"
)
_LONGEST = 20_000  # characters


def table_in(span: Span) -> Span | None:
    """The inside of the one table that a formula is; None of anything else."""
    begin = _BEGIN.match(span.text)
    if begin is None or environment_name(begin["name"]) not in TABLES or len(span.text) > _LONGEST:
        return None
    end = environment_ends(span.text).get(begin.end() - len(begin[0].lstrip()))
    if end is None or span.text[end[1] :].strip(" \n.,;"):
        return None
    return span.cut(begin.end(), end[0])


def cells(source: Source, span: Span) -> list[list[Placed]]:
    """The rows of a table, from what says how its columns are set on, cell by cell."""
    columns = _COLUMNS.match(span.text)
    at = columns.end() if columns is not None else 0
    rows: list[list[Placed]] = [[]]
    depth, inside = 0, False
    for found in _STOP.finditer(span.text, at):
        kind = found.lastgroup
        if kind == "dollar":
            inside = not inside
        elif kind == "brace":
            depth += 1 if found[0] == "{" else -1
        elif kind in ("row", "and") and not depth and not inside:
            rows[-1].append(source.placed(span.cut(at, found.start()).stripped()))
            at = found.end()
            if kind == "row":
                rows.append([])
    rows[-1].append(source.placed(span.cut(at, len(span.text)).stripped()))
    return rows


__all__ = ["TABLES", "cells", "table_in"]
