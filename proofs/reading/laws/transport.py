r"""Distances between laws: W_1(P, Q), W_2(\mathcal N(0, 1), \mathcal N(3, 4)), by their definition."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Big, Bracket, Multiply, Numeral, Script, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head


def between_laws(bracket: Bracket | None) -> bool:
    """Whether two laws stand in the bracket: letters (p, q, P, Q, with or without an index), families, products."""
    if bracket is None or bracket.left not in ("(", "["):
        return False
    items = (*bracket.items, *(bracket.given or ()))
    return len(items) == 2 and all(map(_is_law, items))


def _is_law(item: Syntax) -> bool:
    from ..uses.heads import family_of, head_of

    match item:
        case Multiply((factor, Bracket()), _):
            head = head_of(factor)
            return head is not None and family_of(head, sole=True) is not None
        case Big("prod", factor):  # independent coordinates
            return _is_law(factor)
        case Symbol() | Script():
            return (name_of(item) or " ")[0] in "pqPQ"
    return False


def wasserstein(m: Meaning, head: Head, bracket: Bracket) -> L.Term:
    """W_k(p, q); which distance a W without an order means is not guessed."""
    from .laws import law_of

    match head.below:
        case Numeral(digits) if Fraction(digits) >= 1:
            order = L.Number(Fraction(digits))
        case None:
            raise Unread("W(P, Q): of which order the distance is, is not said", head.symbol.span)
        case _:
            raise Unread("a distance W whose order is no number", head.symbol.span)
    p, q = (law_of(m, item) for item in (*bracket.items, *(bracket.given or ())))
    if isinstance(L.support(p), L.Abstract | L.Slot):
        raise Unread("a distance between laws on a space of which nothing is said", bracket.span)
    return L.Wasserstein(p, q, order)
