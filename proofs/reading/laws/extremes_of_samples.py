r"""The largest and the smallest of independent data with one law: M = \max_i X_i, M = \min(X_1, \ldots, X_n).

The density of the largest is n f(x) F(x)^{n - 1}, that of the smallest n f(x) (1 - F(x))^{n - 1}: what a page says of
its density, distribution function and moments is judged by that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ... import language as L
from ..names import labelled, name_of
from ..probability import probabilities as single
from ..probability.probabilities import ends
from ..syntax import Big, Bracket, Dots, Named, Numeral, Script, Sign, Statement, Syntax, Unread
from ..terms.defined import Defined
from . import samples_alike
from .models import are_independent

if TYPE_CHECKING:
    from ..meaning import Meaning

_SAMPLE = re.compile(r"\b(be|is|are) a (random )?sample\b")


def learn(m: Meaning, left: Syntax, right: Syntax) -> bool:
    """Keep the density of a name that is the extreme of data; whether the equation says that."""
    name, found = name_of(left), _extreme(m, right)
    context = m.context
    if found is not None and context.extremes.get(name or "") == found:
        return True
    if (
        name is None
        or found is None
        or name in context.laws
        or name in context.values
        or labelled("f", name) in context.functions
    ):
        return False
    word, stem = found
    if stem not in context.data:
        context.extremes[name] = found
        return True
    index, law = context.data[stem]
    if not isinstance(index.space, L.Range) or not _are_independent(m) or index in law.free:
        return False
    home = L.support(law)
    if not isinstance(home, L.Reals | L.PositiveReals | L.Interval):
        return False
    head = labelled("f", name)
    context.functions[head] = density(word, law, home, index.space.high)
    context.density_homes[head] = home
    context.own.add(head)
    context.extremes[name] = found
    return True


def _are_independent(m: Meaning) -> bool:
    return are_independent(m) or _SAMPLE.search(m.context.said) is not None


def density(word: str, law: L.Law, home: L.Space, n: L.Term) -> Defined:
    """The density of the largest or the smallest of n independent data with a law on a part of the line."""
    taken = {v.name for v in (*law.free, *n.free) if isinstance(v, L.Var)}
    x = L.fresh(L.Var("x", L.R), taken)
    low, high = ends(home)
    side = L.Interval(low, x) if word == "max" else L.Interval(x, high)
    u = L.fresh(L.Var("u", side), taken | {x.name})
    return Defined((x,), n * law(x) * L.Int(law(u), u) ** (n - 1))


def _extreme(m: Meaning, node: Syntax) -> tuple[str, str] | None:
    """Whether it is the largest or the smallest of all data of a name, and of which."""
    match node:
        case Big("max" | "min" as word, Script(base, below), over, None) if below is not None:
            stem = name_of(base)
            if stem is None or not _is_known(m, stem) or not _is_all(over, below, _size(m, stem)):
                return None
        case Named(
            "max" | "min" as word, Bracket(_, (Script(base, Numeral("1")), *middle, Script(last, end)), _, None)
        ) if base == last and any(isinstance(each, Dots) for each in middle) and end is not None:
            stem = name_of(base)
            if stem is None or not _is_known(m, stem) or name_of(end) != _size(m, stem):
                return None
        case _:
            return None
    return word, stem


def _is_known(m: Meaning, stem: str) -> bool:
    return stem in m.context.data or stem in m.context.alike


def _size(m: Meaning, stem: str) -> str | None:
    if stem not in m.context.data:
        return name_of(m.context.alike[stem].size)
    space = m.context.data[stem][0].space
    return space.high.name if isinstance(space, L.Range) and isinstance(space.high, L.Var) else None


def probability(m: Meaning, bracket: Bracket) -> L.Term | None:
    r"""The probability of an event of an extreme of data, \max_i X_i \le t, M > t; None of other events."""
    found = _event(m, bracket)
    if found is None:
        return None
    (word, stem), symbol, limit = found
    below, told, data = samples_alike.at_most(m, stem, limit), m.context.alike.get(stem), m.context.data.get(stem)
    if below is None and data is not None:
        below = single.under(m, data[1], stem, [("<=", m.scalar(limit))], bracket)
    elif told is None or (symbol in ("<", ">=") and not told.continuous):
        below = None
    if below is None:
        raise Unread("a probability of an event of which not all variables have a known law", bracket.span)
    space = data[0].space if data is not None else None
    if isinstance(space, L.Range):
        n = space.high
    else:
        assert told is not None
        n = m.scalar(told.size)
    inside = below**n if word == "max" else 1 - (1 - below) ** n
    beyond = 1 - below**n if word == "max" else (1 - below) ** n
    return inside if symbol in ("<", "<=") else beyond


def is_event(m: Meaning, bracket: Bracket) -> bool:
    """Whether it is an event of an extreme of data, or an order of some of them."""
    match bracket:
        case Bracket(_, (Statement() as event,), _, None) if samples_alike.is_order(m, event):
            return True
    return _event(m, bracket) is not None


def _event(m: Meaning, bracket: Bracket) -> tuple[tuple[str, str], str, Syntax] | None:
    match bracket:
        case Bracket(_, (Statement((Syntax() as left, Syntax() as right), (Sign(symbol),)),), _, None):
            for node, limit, sign in ((left, right, symbol), (right, left, L.FLIPPED.get(symbol, symbol))):
                found = _extreme(m, node) or m.context.extremes.get(name_of(node) or "")
                if found is not None and sign in ("<", "<=", ">", ">=") and _is_apart(m, found[1]):
                    return None if _is_made_of(m, found[1], limit) else (found, sign, limit)
    return None


def _is_made_of(m: Meaning, stem: str, limit: Syntax) -> bool:
    """Whether a limit is random itself: another extreme, or one of the data."""
    names = {name for node in limit.walk() if (name := name_of(node)) is not None}
    return not names.isdisjoint(m.context.extremes) or any(name.startswith(f"{stem}_") for name in names)


def _is_apart(m: Meaning, stem: str) -> bool:
    """Whether the law of the data is one on the line, or only a letter, and they are independent."""
    if stem not in m.context.data:
        return True
    index, law = m.context.data[stem]
    on_line = isinstance(L.support(law), L.Reals | L.PositiveReals | L.Interval) and index not in law.free
    return on_line and isinstance(index.space, L.Range) and _are_independent(m)


def _is_all(over: Syntax | None, index: Syntax, size: str | None) -> bool:
    """Whether a maximum over i, or 1 <= i <= n, is over all: what is below is the index alone or runs from one to the
    number of the data."""
    match over:
        case Statement((Numeral("1"), place, Syntax() as end), (Sign("<="), Sign("<="))):
            return place == index and size is not None and name_of(end) == size
        case Statement():
            return False
    return over is None or over == index


__all__ = ["density", "is_event", "learn", "probability"]
