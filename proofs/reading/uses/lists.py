r"""Lists of which dots leave out the middle: x_1, \ldots, x_n; what their entries are, each by its index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from ... import language as L
from ..names import symbol_name
from ..syntax import Dots, Numeral, Span, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from ..meaning import Meaning

_INDICES = "ijklmnrst"


@dataclass(frozen=True)
class Listed:
    """The entries from that at ``low`` to that at ``high``; in ``entry`` the symbol ``index`` stands for the place."""

    entry: Syntax
    index: str
    low: Syntax
    high: Syntax

    def at(self, place: Syntax) -> Syntax:
        """The entry at a place."""
        return _replaced(self.entry, Symbol(self.index), place)


def listed(items: tuple[Syntax, ...], span: Span) -> Listed | None:
    """What a list with dots lists; None for a list without.  Raises ``Unread`` where the rule is not seen.

    The first and the last entry are the same but for one thing, their place; the entries written between the first and
    the dots must follow the rule.
    """
    at = next((k for k, item in enumerate(items) if isinstance(item, Dots)), None)
    if at is None:
        return None
    before, after = items[:at], items[at + 1 :]
    if not before or len(after) != 1:
        raise Unread("dots: where the list begins or ends is not said", span)
    places = list(dict.fromkeys(_differences(before[0], after[0])))
    if len(places) != 1:
        raise Unread("dots: what they stand for is not said", span)
    ((low, high),) = places
    used = {symbol_name(n) for item in (*before, *after) for n in item.walk() if isinstance(n, Symbol)}
    index = next((name for name in _INDICES if name not in used), None)
    if index is None:
        raise Unread("dots: what they stand for is not said", span)
    found = Listed(_marked(before[0], after[0], Symbol(index)), index, low, high)
    for k, item in enumerate(before[1:], 1):
        if not isinstance(low, Numeral) or not low.text.isdigit() or found.at(Numeral(str(int(low.text) + k))) != item:
            raise Unread("dots: the entries before them do not follow one rule", item.span)
    return found


def vector(m: Meaning, items: tuple[Syntax, ...], span: Span) -> L.Term:
    """The vector whose entries are listed, with or without dots."""
    found = listed(items, span)
    if found is None:
        return L.Column(tuple(map(m.scalar, items)))
    if found.low != Numeral("1"):
        raise Unread("a vector whose first entry is not the one at 1", span)
    place = L.Var(found.index, L.Range(L.Number(1), m.scalar(found.high)))
    with m.binding({found.index: place}):
        return L.VectorOf(m.scalar(found.entry), place)


def _differences(first: Syntax, last: Syntax) -> Iterator[tuple[Syntax, Syntax]]:
    """The pairs of parts in which two trees of one form differ, as small as can be."""
    if first == last:
        return
    pairs = None if type(first) is not type(last) else list(_parts(first, last))
    if pairs is None or not pairs or None in pairs:
        yield first, last
        return
    for a, b in pairs:
        yield from _differences(a, b)


def _parts(first: Syntax, last: Syntax) -> Iterator[Any]:
    """The parts of two nodes of one kind, in pairs; a None among them where the nodes differ in more than parts."""
    for each in fields(first):
        if not each.compare:
            continue
        a, b = getattr(first, each.name), getattr(last, each.name)
        if isinstance(a, tuple) and isinstance(b, tuple) and len(a) == len(b) and a and isinstance(a[0], Syntax):
            yield from zip(a, b, strict=True)
        elif isinstance(a, Syntax) and isinstance(b, Syntax):
            yield a, b
        elif a != b:
            yield None


def _marked(first: Syntax, last: Syntax, index: Symbol) -> Syntax:
    """The first tree with the index wherever it differs from the last."""
    if first == last:
        return first
    pairs = None if type(first) is not type(last) else list(_parts(first, last))
    if pairs is None or not pairs or None in pairs:
        return index
    changed: dict[str, Any] = {}
    for each in fields(first):
        a, b = getattr(first, each.name), getattr(last, each.name)
        if isinstance(a, tuple) and a and isinstance(a[0], Syntax):
            changed[each.name] = tuple(_marked(x, y, index) for x, y in zip(a, b, strict=True))
        elif isinstance(a, Syntax):
            changed[each.name] = _marked(a, b, index)
    return replace(first, **changed)


def _replaced(node: Syntax, old: Syntax, new: Syntax) -> Syntax:
    if node == old:
        return new
    changed: dict[str, Any] = {}
    for each in fields(node):
        value = getattr(node, each.name)
        if isinstance(value, tuple) and value and isinstance(value[0], Syntax):
            changed[each.name] = tuple(_replaced(part, old, new) for part in value)
        elif isinstance(value, Syntax):
            changed[each.name] = _replaced(value, old, new)
    return replace(node, **changed) if changed else node


__all__ = ["Listed", "listed", "vector"]
