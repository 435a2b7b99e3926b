r"""Lists of numbers that words call a probability vector: "let $p = (p_1, \dots, p_m)$ be a probability distribution".

None of them is below 0, and they add up to 1; their entropy and their divergence are those of such laws.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Dots, Numeral, RowSyntax, Sign, Statement, Syntax, Unread
from ..words.prose import ONE
from .orders import of_listed

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..pieces import Piece

_CALLED = re.compile(
    rf"\s*((,|and|, and)\s*{ONE}\s*)*(be|is|are|denotes?) (an? |two |any |arbitrary |some |discrete )*"
    r"(probability (vectors?|distributions?|mass functions?)|pmfs?|distributions? (on|over))\b"
)
_BEFORE = re.compile(rf"\b(probability (vectors?|distributions?|mass functions?)|pmfs?)\s*({ONE}\s*(,|and|, and)\s*)*$")


def are_spoken_of(words: str) -> bool:
    return "robability" in words or "pmf" in words or "istribution" in words


def learn(m: Meaning, piece: Piece) -> None:
    r"""Keep what is said of p = (p_1, \dots, p_m), or of the list p_1, \dots, p_m."""
    before = " ".join(piece.formula.words.lower().split())
    if piece.row is None or not (_CALLED.match(piece.formula.rest.lower()) or _BEFORE.search(before)):
        return
    name, items = _listed(piece.row)
    if name is None:
        return
    *others, last = items
    rows = [Statement((each,), (), span=each.span) for each in others]
    at_least = Statement((last, Numeral("0")), (Sign(">="),), span=last.span)
    try:
        said = of_listed(m, replace(piece.row, statements=(*rows, at_least)))
    except Unread:
        return
    match said:
        case [L.ForAll(L.Relation(member, ">=", _), index)] if index in member.free:
            m.context.assume(*said, L.Sum(member, index).eq(1))
            m.context.presume(index.space.high >= 1)
            m.context.described -= {name, *(each for item in items if (each := name_of(item)) is not None)}
            m.context.probability_vectors[name] = member, index


def _listed(row: RowSyntax) -> tuple[str | None, Sequence[Syntax]]:
    """The name of a list with dots, and what it has; none for another formula."""
    match row.statements:
        case (Statement((left, Bracket("(" | "[", items, _, None)), (Sign("=" | ":="),)),) if left is not None:
            name: str | None = name_of(left)
        case statements:
            items = tuple(each for s in statements if not s.relations for each in s.expressions if each is not None)
            first = name_of(items[0]) if items else None
            name = first.partition("_")[0] if first is not None and "_" in first else None
            if len(items) < len(statements):
                return None, ()
    return (name, items) if any(isinstance(item, Dots) for item in items) else (None, ())


def are_known(m: Meaning, *nodes: Syntax) -> bool:
    return all(name_of(node) in m.context.probability_vectors for node in nodes)


def entropy(m: Meaning, node: Syntax) -> L.Term:
    r"""-\sum_i p_i \log p_i."""
    member, index = m.context.probability_vectors[name_of(node) or ""]
    written = L.Neg(L.Sum(member * L.log(member), index))
    m.context.entropies.add(written)
    return written


def divergence(m: Meaning, one: Syntax, other: Syntax) -> L.Term | None:
    r"""\sum_i p_i \log(p_i / q_i), of lists of one length; None of others."""
    if not are_known(m, one, other):
        return None
    member, index = m.context.probability_vectors[name_of(one) or ""]
    there, place = m.context.probability_vectors[name_of(other) or ""]
    if index.space is not place.space:
        return None
    written = L.Sum(member * L.log(member / L.substitute(there, {place: index})), index)
    m.context.entropies.add(written)
    return written


__all__ = ["are_known", "are_spoken_of", "divergence", "entropy", "learn"]
