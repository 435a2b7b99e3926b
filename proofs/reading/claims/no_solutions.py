r"""Equations that are said to have no solution: "$x^2 + 1 = 0$ has no real root", "there is no $x$ with $x^2 = -1$".

The sides differ then for all real numbers, and a number for which they are equal refutes that.  Of solutions that are
to be integers, or to lie somewhere, nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ... import language as L
from ..lines import Line
from ..pieces import Piece
from ..syntax import Sign, Statement, Syntax
from ..words import cases_in_words, claiming, prose
from ..words.prose import ONE
from .chain_reader import ChainReader

_NOUN = r"(solutions?|roots?|zeros?|l\w{1,2}sung(en)?|nullstellen?)"
_HAS_NONE = re.compile(
    r"\s*(therefore |thus |then |clearly )?(has|have|possesses|admits|hat|besitzt) (no|keine) "
    rf"(real |reelle[n]? )?{_NOUN}"
    r"( \(?(in|over) the reals?( numbers)?\)?)?\s*([.;)]|$|,?\s*(since|because|as|so|hence|and|weil|da)\b)"
)
_THERE_IS_NONE = re.compile(
    rf"\b(there (is|are|exists?) no|no)\s+(real\s+)?(numbers?\s+|solutions?\s+|value\s+)?({ONE}\s*)?"
    r"(with|such that|so that|for which|satisf(ies|ying)|to|of)( the equation)?\s*$"
)
_ENDS = re.compile(r"\s*([.;)]|$|,?\s*(since|because|as|so|hence|and)\b)")


def lines(chains: ChainReader, piece: Piece) -> Iterator[Line] | None:
    """The line of an equation that words say has no solution; None for any other formula."""
    formula = piece.formula
    behind = _HAS_NONE.match(formula.rest.lower()) is not None
    before = _THERE_IS_NONE.search(prose.sentence(formula.words)) and _ENDS.match(formula.rest.lower())
    supposed = cases_in_words.is_conditional_sentence(formula.words) or claiming.is_shown(formula.words)
    match piece.row.statements if piece.row is not None else ():
        case (Statement((Syntax() as left, Syntax() as right), (Sign("="),)),) if (behind or before) and not supposed:
            return _line(chains, piece, left, right)
    return None


def _line(chains: ChainReader, piece: Piece, left: Syntax, right: Syntax) -> Iterator[Line]:
    told, formula = chains.told, piece.formula
    thread = told.begin(left, formula)
    told.m.text, told.m.remarks = formula.maths.text, []
    sides = told.m.scalar(left), told.m.scalar(right)
    line = told.claims.claim(thread, Sign("!=", span=right.span), right, formula, *sides)
    told_of = frozenset().union(*(h.free for h in told.context.stated()))
    unknown = line.relation.free - told_of if line.relation is not None else frozenset()
    numbers = frozenset(n.name for n in unknown if isinstance(n, L.Var) and L.is_scalar(n))
    if len(numbers) == len(unknown) == 1:
        yield replace(line, kind="step", posed=False, inline=False, sides=None, over_reals=numbers, nowhere=True)


__all__ = ["lines"]
