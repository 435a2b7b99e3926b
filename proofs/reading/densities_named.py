r"""Densities of which words say whose they are: "Let $X$ have density $f(x) = 3x^2$ on $[0, 1]$."

A letter alone, f, says it of no random variable; the words before it do, and those behind it say where it holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import orders, prose
from .meaning import Meaning
from .names import name_of
from .parts import Piece
from .prose import ONE
from .syntax import Bracket, Multiply, RowSyntax, Statement, Symbol, Syntax

_WHOSE = re.compile(
    rf"{ONE}\s*((is|be|be an?|is an?) ((absolutely )?continuous |real |positive )*random variable,? )?"
    r"(with|has|have|having|whose)( the| an?)? (probability )?(density|pdf)( function)?( is)?( given by)?[\s:]*$"
)
_WHERE = re.compile(rf"[\s,]*(on|over|in|for)( the)?( unit)?( interval)?\s*{ONE}")


def learn(m: Meaning, pieces: Sequence[Piece], at: int) -> None:
    """Keep whose density a formula is, and where the words behind it say that it holds."""
    piece = pieces[at]
    if not at or not _WHOSE.search(prose.sentence(piece.formula.words)):
        return
    variable, written = _sole(pieces[at - 1]), _applied(piece)
    if not isinstance(variable, Symbol) or not variable.name[:1].isupper() or written is None:
        return
    head, argument = written
    m.context.density_names[name_of(variable) or ""] = head
    if at + 1 < len(pieces) and _WHERE.match(piece.formula.rest.lower()):
        home = _sole(pieces[at + 1])
        if isinstance(home, Bracket) and len(home.items) == 2:
            m.context.assume(*orders.between_ends(m, argument, home))


def _sole(piece: Piece) -> Syntax | None:
    """What a formula is that relates nothing."""
    match piece.row:
        case RowSyntax((Statement((sole,), ()),)):
            return sole
    return None


def _applied(piece: Piece) -> tuple[str, str] | None:
    """The f and the x of f(x) = ..."""
    match piece.row.statements[0].expressions[0] if piece.row is not None else None:
        case Multiply((head, Bracket("(", (argument,), ")", None)), ("", "")):
            names = name_of(head), name_of(argument)
            return (names[0], names[1]) if names[0] is not None and names[1] is not None else None
    return None


__all__ = ["learn"]
