r"""Families with as many members as one another: in ``-\sum_k y_k \log p_k`` every y_k stands beside a p_k.

Where no range is written, that is all that is known of how many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..names import name_of, symbol_name
from ..syntax import Big, Script, Statement, Symbol, Syntax

Groups = dict[str, set[str]]  # by an index, the stems of the families whose members it tells apart


def first_alike(rows: Iterable[Syntax]) -> dict[str, str]:
    """Of each family that stands beside others, by one index, the one of them that stands for all."""
    first: dict[str, str] = {}

    def of(stem: str) -> str:
        while first.setdefault(stem, stem) != stem:
            stem = first[stem]
        return stem

    for row in rows:
        for statement in row.of(Statement):
            if any(isinstance(node.below, Symbol) for node in statement.of(Script)):
                for group in _groups(statement):
                    one, *others = sorted(map(of, group))
                    first.update(dict.fromkeys(others, one))
    return {stem: of(stem) for stem in first}


def _groups(statement: Statement) -> Iterator[set[str]]:
    """The families that one index tells apart, in a sum or outside of all sums."""
    closed: list[set[str]] = []
    free = _collect(statement, closed)
    yield from filter(None, (*closed, *free.values()))


def _collect(node: Syntax, closed: list[set[str]]) -> Groups:
    """The groups of a node by the indices that are not bound in it; those of bound ones are ``closed``."""
    found: Groups = {}
    for child in node.children():
        for index, stems in _collect(child, closed).items():
            found.setdefault(index, set()).update(stems)
    match node:
        case Script(base, Symbol() as below) if (stem := name_of(base)) is not None:
            found.setdefault(symbol_name(below), set()).add(stem)
        case Big(_, _, below) if below is not None:
            for index in {symbol_name(n) for n in below.walk() if isinstance(n, Symbol)} & found.keys():
                closed.append(found.pop(index))
    return found


__all__ = ["first_alike"]
