"""Claims that are made for a few values, listed ahead of them or behind: "For $n = 0, 1$ we have $n^2 = n$".

They say nothing of other values, and are not read at each of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..pieces import Piece
from ..syntax import Add, Dots, Numeral, RowSyntax, Script, Sign, Statement, Symbol
from ..words.prose import ONE, sentence

_FOR = r"for(?: all| every| each| both)?"
_AHEAD = re.compile(rf"\b{_FOR}\s*{ONE}\s*[,:]?\s*(?:we (?:have|get|see)(?: that)?|it holds that|is|are)?\s*$")
_BEHIND = re.compile(rf"\s*,?\s*(?:holds )?{_FOR}\s*{ONE}")


def listed(pieces: Sequence[Piece], at: int) -> str:
    """The list of values for which alone a formula is meant; empty where there is none."""
    formula = pieces[at].formula
    ahead = pieces[at - 1] if at and _AHEAD.search(sentence(formula.words)) else None
    if ahead is not None and not ahead.formula.display and _are_values(ahead.row):
        return f"for {ahead.formula.maths.text.strip()}"
    if at + 1 < len(pieces) and _BEHIND.match(formula.rest.lower()) and _are_values(pieces[at + 1].row):
        return f"for {pieces[at + 1].formula.maths.text.strip()}"
    return ""


def _are_values(row: RowSyntax | None) -> bool:
    """Whether a formula lists numbers that a letter may be: n = 0, 1."""
    match row:
        case RowSyntax((Statement((Symbol() | Script(), Numeral() | Add((Numeral(),), _)), (Sign("="),)), *others)):
            alone = (s.expressions[0] for s in others if not s.relations)
            return (
                bool(others)
                and all(isinstance(e, Numeral | Add | Dots) for e in alone)
                and not any(s.relations or s.words for s in others)
            )
    return False


__all__ = ["listed"]
