r"""Sums of which dots leave out the middle: X_1 + X_2 + \dots + X_n is \sum_{i=1}^n X_i, written out."""

from __future__ import annotations

from typing import Any

from ..grammar.rewritten import rewritten
from ..syntax import Add, Big, Dots, Numeral, Sign, Statement, Symbol, Syntax, Unread
from ..uses.lists import listed


def sums_said(node: Syntax) -> Any:
    """The tree with a sum over an index for each that is written with dots, where its rule is seen."""
    if not node.of(Dots):
        return node
    return rewritten(node, lambda each: (_summed(each) or each) if isinstance(each, Add) else each)


def _summed(node: Add) -> Big | None:
    """The sum that is written with dots; None for any other, and where the rule of its terms is not seen."""
    if sum(isinstance(each, Dots) for each in node.summands) != 1 or not set(node.signs) <= {"", "+"}:
        return None
    try:
        found = listed(node.summands, node.span)
    except Unread:
        return None
    if found is None or not isinstance(found.low, Numeral) or not found.low.text.isdigit():
        return None
    second = len(node.summands) > 3  # as the first two of them tell the rule: 1 + 2 + ... + n is no 1 + 2 + 4 + ... + n
    if not second and not _are_members(found.entry, found.index):
        return None
    index = Symbol(found.index, span=node.span)
    begin = Statement((index, found.low), (Sign("=", span=node.span),), span=node.span)
    return Big("sum", found.entry, begin, found.high, span=node.span)


def _are_members(entry: Syntax, index: str) -> bool:
    """Whether the index stands in subscripts alone: x_1 + ... + x_n needs no second term."""
    match entry:
        case Symbol():
            return entry.name != index
    below = getattr(entry, "below", None)
    return all(child is below or _are_members(child, index) for child in entry.children())


__all__ = ["sums_said"]
