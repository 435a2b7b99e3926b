r"""Events that are called by words, \text{spam} and \text{ham}: what the words mean relates them, and is not read.

Two of them of which the probabilities are told and sum to one are read as the two cases that there are; the report says
so.  What fails for some events and not for all that may be meant is not held against them.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from ... import language as L
from ..context import Context
from .event_formulas import are_words


def suppose_two_cases(context: Context, of: L.Term) -> str | None:
    """Suppose that words call the two cases that there are, where the told probabilities say so; what to remark."""
    for law in (name for name in of.free if L.is_of_events(name)):
        assert isinstance(law, L.Density)
        told = dict(_told(context, law))
        for one, other in combinations(sorted(told), 2):
            if told[one] + told[other] != 1:
                continue
            for happens in (True, False):  # both, or neither
                cells = L.fold(L.Plus, list(L.table_entries(law, {one: happens, other: happens})), 0)
                context.assume(L.Relation(cells, "=", L.Number(0)))
            return f"{one} and {other} are read as the two cases that there are: their probabilities sum to 1"
    return None


def _told(context: Context, law: L.Density) -> Iterator[tuple[str, Fraction]]:
    """The words with a told probability, and that."""
    for told in context.told_of_events:
        found = L.happening(told.left) if isinstance(told.right, L.Number) else None
        if found is not None and found[0] is law and list(found[1].values()) == [True]:
            (word,) = found[1]
            if are_words(word):
                yield word, told.right.value


def are_in_doubt(context: Context, law: L.Density) -> bool:
    """Whether words may relate the events more than was read, and what is told leaves more than one table of their
    probabilities."""
    words = [event for event in L.events_of(law) if are_words(event.name)]
    told = {each.left for each in context.told_of_events if law in each.free}
    told |= {h.left for h in context.stated() if isinstance(h, L.Relation) and h.symbol == "=" and law in h.free}
    return bool(words) and len(told) < 2 ** len(L.events_of(law)) - 1


__all__ = ["are_in_doubt", "suppose_two_cases"]
