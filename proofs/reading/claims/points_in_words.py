r"""Points of which words say that something holds there: "At $(1, 2)$ we have", "$f_x = 3$ at the point $(1, 2)$".

Such a point is read as the equations that an author could have written in its place, $x = 1, y = 2$, of the numbers
that the page speaks of: the arguments of its functions of so many numbers, or the two of its curve.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ... import language as L
from ..context import Context
from ..files.source import Placed
from ..grammar.parser import parse_row
from ..meaning import Meaning
from ..names import name_of
from ..pieces import Piece
from ..syntax import Bracket, RowSyntax, Sign, Statement, Syntax
from ..terms import implicit
from ..told import set_aside
from ..words.cases_in_words import AT, begins_at
from .named_quantities import written

_AT = re.compile(rf"\b{AT}\s*$", re.IGNORECASE)


def learn(m: Meaning, pieces: Sequence[Piece], at: int) -> None:
    """Read a formula, and the one behind it, as equations where it is a point at which something is said to hold."""
    for piece in pieces[at : at + 2]:
        if piece.row is None or piece.formula.display or not _AT.search(piece.formula.words):
            continue
        point = _point(m, piece.row)
        if point is not None:
            equations = (f"{written(name)} = {piece.formula.written(number)}" for name, number in point)
            whole = Placed(", ".join(equations), (0,), (piece.formula.maths.place(0),))
            piece.row, piece.formula = parse_row(whole.text), replace(piece.formula, maths=whole)
    row = pieces[at].row
    if row is not None and len(row.statements) > 1 and begins_at(pieces[at].formula.words):
        _set_aside(m.context, row)


def _set_aside(context: Context, row: RowSyntax) -> None:
    """What the coordinates of a point that heads its sentence stood for, they stand for again behind that."""
    for name in (name_of(each.expressions[0]) for each in row.statements):
        if name is not None and name in context.values:
            set_aside.keep(context, name)
            del context.values[name]


def _point(m: Meaning, row: RowSyntax) -> list[tuple[str, Syntax]] | None:
    """The coordinates of (1, 2), or of (x, y) = (1, 2), with what they are called; None where that is not clear."""
    match row.statements:
        case (Statement((Bracket("(", (_, _, *_) as numbers, ")", None),), ()),):
            names = _names(m, len(numbers))
        case (Statement((Bracket("(", left, ")", None), Bracket("(", numbers, ")", None)), (Sign("="),)),):
            names = [name for name in map(name_of, left) if name is not None]
        case _:
            return None
    return list(zip(names, numbers, strict=True)) if len(names) == len(numbers) else None


def _names(m: Meaning, count: int) -> Sequence[str]:
    """What so many coordinates are called on this page; none where that is not clear."""
    functions = (f.arguments for f in m.context.functions.values() if len(f.arguments) == count)
    named = {tuple(x.name for x in arguments) for arguments in functions if all(map(L.is_scalar, arguments))}
    if count == 2:
        made = (v.free for v in m.context.values.values() if len(v.free) == 2 and L.is_scalar(v))
        pairs = (tuple(sorted(n.name for n in free)) for free in made if all(isinstance(n, L.Var) for n in free))
        named |= implicit.pairs(m.context) | set(pairs)
    return next(iter(named)) if len(named) == 1 else ()


__all__ = ["learn"]
