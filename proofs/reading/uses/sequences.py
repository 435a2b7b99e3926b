r"""Sequences whose formula has another letter for the place than the sums over them: $a_n = 2n + 1$ beside
$\sum_{k=1}^n a_k$.  The formula says the same of each k, and is read so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ..grammar.rewritten import rewritten
from ..names import name_of
from ..syntax import Big, RowSyntax, Script, Sign, Statement, Symbol, Syntax
from .running import told_apart


def of_each(rows: Iterable[RowSyntax]) -> Callable[[RowSyntax], RowSyntax] | None:
    """What puts the letter of the sums for the letter of the formula; None where no row asks for it."""
    rows = list(rows)
    running = {stem: index for row in rows for stem, index in _summed(row)}
    letters = {index.name for index in running.values()}
    formulas = [each for row in rows if row.statements and (each := _formula(row.statements[0])) is not None]
    changed = {(stem, place.name) for stem, place in formulas if stem in running and place.name not in letters}
    if not changed:
        return None

    def change(row: RowSyntax) -> RowSyntax:
        found = _formula(row.statements[0]) if row.statements else None
        if found is None or (found[0], found[1].name) not in changed or _has(row.statements[0], running[found[0]]):
            return row
        stem, place = found
        put = running[stem]
        first = rewritten(row.statements[0], lambda node: replace(put, span=node.span) if node == place else node)
        return replace(row, statements=(first, *row.statements[1:]))

    return change


def _summed(row: RowSyntax) -> Iterator[tuple[str, Symbol]]:
    """The sequences that sums and products run over, and the letter that does."""
    for node in row.of(Big):
        match node:
            case Big("sum" | "prod", body, Statement((Symbol(index, "", ()) as letter, _), (Sign("="),))):
                yield from ((stem, letter) for stem in told_apart(body, index))


def _formula(statement: Statement) -> tuple[str, Symbol] | None:
    """The sequence and the letter for its place in a_n = 2 n + 1."""
    match statement:
        case Statement(
            (Script(base, Symbol(place, "", ()) as letter, None, 0), Syntax() as right), (Sign("=" | ":="),)
        ):
            stem = name_of(base)
            return (stem, letter) if stem is not None and place.islower() and _has(right, letter) else None
    return None


def _has(node: Syntax, letter: Symbol) -> bool:
    return any(each == letter for each in node.walk())


__all__ = ["of_each"]
