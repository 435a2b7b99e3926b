r"""Conditions behind a claim: $\sqrt{x^2} = x$ for $x \ge 0$, and the rows of a display with "for $i \ne j$." after it.

They hold of what stands before them, so they are known before it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import dropwhile

from .. import language as L
from ..language.facts import Facts
from .declarations import ORDERS, is_assumption
from .parts import Piece
from .syntax import Statement

_MARK = "\N{OBJECT REPLACEMENT CHARACTER}"
_FIRST = re.compile(rf"\W*(but |and |only )*for( all| any| every| each)?( real| positive| fixed| distinct)?\s*{_MARK}")
_NEXT = re.compile(rf"\s*(,|and|, and|or|,? ?where|,? ?with)( for)?( all| any| every| each)?\s*{_MARK}")
_OTHERWISE = re.compile(r"\W*(and |or )*(otherwise|else|elsewhere)\b")


def conditions(pieces: Sequence[Piece], at: int) -> list[tuple[Piece, list[Statement]]]:
    """The pieces behind a claim that say what it holds for, and what they say; none where other things are said."""
    rest = pieces[at].formula.rest
    following = dropwhile(lambda piece: piece.formula.display and piece.formula.rest == rest, pieces[at + 1 :])
    found: list[tuple[Piece, list[Statement]]] = []
    pattern = _FIRST
    for piece in following:
        matched = pattern.match(rest.lower())
        if matched is None or piece.formula.display or piece.row is None:
            break
        statements = list(piece.row.statements)
        if not all(_is_order(statement) for statement in statements):
            break
        found.append((piece, statements))
        rest, pattern = rest[matched.end() :], _NEXT
    return found


def _is_order(statement: Statement) -> bool:
    symbols = {sign.symbol for sign in statement.relations}
    return bool(symbols) and symbols <= set(ORDERS)


def are_alternatives(known: Iterable[L.Node], said: Sequence[L.Node]) -> bool:
    """Whether conditions cannot hold together: for any $x < a$ and any $x > b$, one holds or the other."""
    facts = (Facts((*known, *said[:k])) for k in range(len(said)))
    return any(each.excludes(one) for each, one in zip(facts, said, strict=True) if isinstance(one, L.Relation))


def may_claim(piece: Piece) -> bool:
    """Whether a formula is an equation or an order between more than names and numbers."""
    statements = piece.row.statements if piece.row is not None else ()
    return any(each.relations for each in statements) and not all(
        _is_order(each) and is_assumption(each) for each in statements
    )


def is_of_other_cases(piece: Piece) -> bool:
    """Whether the words behind a claim make it hold only where others do not: ``f(x) = 0 otherwise``."""
    return bool(_OTHERWISE.match(piece.formula.rest.lower()))


__all__ = ["are_alternatives", "conditions", "is_of_other_cases", "may_claim"]
