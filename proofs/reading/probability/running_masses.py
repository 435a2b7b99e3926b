r"""Probabilities of a random variable whose masses are a formula of its value, an integer: P(X = k), P(a < X \le b)."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from ... import language as L
from ...language.facts import Facts
from ..names import name_of
from ..syntax import Bracket, Statement, Syntax
from ..terms.polynomials_told import number

if TYPE_CHECKING:
    from ..meaning import Meaning


def probability(m: Meaning, name: str, bracket: Bracket) -> L.Term | None:
    r"""P(X = k), P(a < X \le b) of a law whose masses are a formula of the value, an integer; None of other events."""
    index = m.context.masses[name].index
    ((value, weight),) = m.context.masses[name].points
    if bracket.given or len(bracket.items) != 1 or value is not index or index is None:
        return None
    limits = _limits(m, name, bracket.items[0])
    if limits is None:
        return None
    assert isinstance(index.space, L.Range)
    low, high = index.space.low, index.space.high
    for symbol, limit in limits:
        if not Facts(m.context.stated()).integer(limit):
            return None
        if limit.free:
            m.context.presume(limit >= index.space.low, *(() if high is L.oo else (limit <= index.space.high,)))
        match symbol:
            case "=":
                inside = _within(index.space, limit)
                return L.substitute(weight, {index: limit}) if inside else L.Number(0)
            case "<" | "<=":
                high = _nearer(limit - 1 if symbol == "<" else limit, high, min)
            case _:
                low = _nearer(limit + 1 if symbol == ">" else limit, low, max)
    k = L.fresh(L.Var(index.name, L.Range(low, high)), {v.name for t in (low, high) for v in t.free})
    return L.Sum(L.substitute(weight, {index: k}), k)


def _within(space: L.Range, limit: L.Term) -> bool:
    """Whether a value is none that is known to lie outside."""
    ends = number(space.low), number(limit), number(space.high)
    below = ends[0] is not None and ends[1] is not None and ends[1] < ends[0]
    return not below and not (ends[1] is not None and ends[2] is not None and ends[2] < ends[1])


def _nearer(limit: L.Term, end: L.Term, pick: Callable[[Fraction, Fraction], Fraction]) -> L.Term:
    """The limit, or the end of the range where it lies beyond."""
    one, other = number(limit), number(end)
    return limit if one is None or other is None else L.Number(pick(one, other))


def _limits(m: Meaning, name: str, event: Syntax) -> list[tuple[str, L.Term]] | None:
    """What a random variable by itself is above, below or equal to; None of other events."""
    if not isinstance(event, Statement):
        return None
    at = [k for k, each in enumerate(event.expressions) if name_of(each) == name]
    if len(at) != 1 or len(event.relations) > 2 or (len(event.relations) == 2 and at != [1]):
        return None
    found: list[tuple[str, L.Term]] = []
    for k, sign in enumerate(event.relations):
        other = event.expressions[k if k < at[0] else k + 1]
        symbol = sign.symbol if k >= at[0] else L.FLIPPED.get(sign.symbol, sign.symbol)
        if symbol not in ("<", "<=", ">", ">=", "=") or other is None:
            return None
        found.append((symbol, m.scalar(other)))
    return found


__all__ = ["probability"]
