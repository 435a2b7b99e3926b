"""Equations that stand by themselves and are solved by what follows: $x^2 = 3x$, $x(x - 3) = 0$, so $x = 3$.

Such an equation is no identity.  What it is said to be solved by is kept with it: whether that solves it is judged.
So is what it is brought to first, $5x - 3 = 2x + 9$, $3x = 12$: that is no identity either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from ... import language as L
from ..lines import Line
from ..meaning import Meaning
from ..names import name_of
from ..pieces import Piece
from ..syntax import Statement, Syntax, Unread
from ..words import claiming, giving, prose

_OR = re.compile(r"\W*(or|and)?\W*")
_FAR = 10  # formulas that are looked ahead at


def solutions(m: Meaning, pieces: Sequence[Piece], at: int, line: Line) -> tuple[L.Relation, ...]:
    """What the equation of a line is said to be solved by, and to be brought to first."""
    relation = line.relation
    if relation is None or relation.symbol != "=" or not line.first or line.kind != "step":
        return ()
    if not _stands_alone(pieces[at]) or not all(isinstance(n, L.Var) and L.is_scalar(n) for n in relation.free):
        return ()
    unknown = {n.name: n for n in relation.left.free & relation.right.free if isinstance(n, L.Var)}
    found = [
        r
        for r in _found(m, pieces, at, unknown)
        if isinstance(r.left, L.Var) or r.left not in (relation.left, relation.right)
    ]
    return tuple(r for k, r in enumerate(found) if k == 0 or isinstance(r.left, L.Var))


def _found(m: Meaning, pieces: Sequence[Piece], at: int, unknown: dict[str, L.Var]) -> Iterator[L.Relation]:
    """The equations below whose right side is a number."""
    for piece in pieces[at + 1 : at + 1 + _FAR] if unknown else ():
        if piece.row is None or not _follows(piece):
            return
        for statement in piece.row.statements:
            match statement:
                case Statement((Syntax() as left, Syntax() as right), (sign,)) if sign.symbol == "=":
                    name = name_of(left)
                    with suppress(Unread):
                        start = unknown[name] if name in unknown else m.scalar(left)
                        value = m.scalar(right)
                        if not value.free and start.free and start.free <= {*unknown.values()}:
                            yield start.eq(value)
        if unknown.keys().isdisjoint(name_of(n) for n in piece.row.walk()):
            return


def _stands_alone(piece: Piece) -> bool:
    """Whether no words but the label of an item stand before a formula in its sentence."""
    words = piece.formula.words
    return prose.is_bare(words, "")


def _follows(piece: Piece) -> bool:
    """Whether a formula follows from the one before it, or stands beside it."""
    words = piece.formula.words
    if prose.is_label(words) or giving.is_let(words) or giving.is_supposition(words):
        return False
    return prose.is_bare(words, "") or claiming.is_concluded(words) or _OR.fullmatch(prose.since(words)) is not None


__all__ = ["solutions"]
