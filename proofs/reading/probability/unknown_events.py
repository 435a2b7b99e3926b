r"""Probabilities of events of random variables whose law is not known, P(X \ge a), P(|X - \mu| \ge t), as means.

So they say of a law what means say of it, and Markov's inequality is one between means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..laws import stated
from ..names import name_of
from ..syntax import Bracket, Numeral, Statement, Symbol, Syntax
from ..terms import indicators
from . import outcomes
from .random_names import is_random, random_variables

if TYPE_CHECKING:
    from ..meaning import Meaning

_ORDERS = frozenset(("<", ">", "<=", ">="))
OUTCOME = L.Var("\\omega", outcomes.OMEGA)


def probability(m: Meaning, bracket: Bracket) -> L.Term | None:
    """The probability of an order between random variables without a law and numbers; None for other events."""
    event = _event(bracket)
    names = [] if event is None else random_variables(m, event)
    if event is None or not names or not all(_has_no_law(m, name) for name in names):
        return None
    if not _is_order(event) and not m.context.whole_valued.issuperset(names):
        return None  # what has values in a continuum is equal to none of them
    return _mean_of_indicator(m, event, bracket)


def of_one_law(m: Meaning, bracket: Bracket) -> L.Term | None:
    """The probability of an order about one random variable with a known law on the line that is no plain one between
    it and its limits, |X - \\mu| > t; None for other events."""
    event = _event(bracket)
    names = [] if event is None or not _is_order(event) else random_variables(m, event)
    law = m.context.laws.get(names[0]) if len(names) == 1 and names[0] not in m.context.random else None
    if event is None or law is None or not isinstance(L.support(law), L.Reals | L.PositiveReals | L.Interval):
        return None
    return _mean_of_indicator(m, event, bracket)


def _event(bracket: Bracket) -> Statement | None:
    """The order or the equation that an event is, under no condition."""
    match bracket.items:
        case (Statement() as event,) if event.relations and {s.symbol for s in event.relations} <= {*_ORDERS, "="}:
            return event if bracket.given is None else None
    return None


def _is_order(event: Statement) -> bool:
    return {sign.symbol for sign in event.relations} <= _ORDERS


def _mean_of_indicator(m: Meaning, event: Statement, bracket: Bracket) -> L.Term:
    from ..uses.heads import Head

    head = Head(Symbol("P", span=bracket.span), None, None, 0, "P")
    with outcomes.outcome(m, (event,), head) as close:
        return close(indicators.indicator(m, event, bracket))


def is_of_integers(m: Meaning, bracket: Bracket) -> bool:
    """Whether an event is one of random variables without a law whose values are integers."""
    event = _event(bracket)
    names = [] if event is None else random_variables(m, event)
    return bool(names) and m.context.whole_valued.issuperset(names)


def beside_means(m: Meaning, bracket: Bracket) -> L.Term | None:
    r"""The same of \Pr(X > a) where X stands in a mean too, or has integers for values.

    Else it is known by its distribution function."""
    names = {name_of(node) for item in bracket.items for node in item.walk()}
    return None if names.isdisjoint(m.context.survey.meant | m.context.whole_valued) else probability(m, bracket)


def everywhere(m: Meaning, statement: Statement) -> list[L.Relation | L.ForAll]:
    r"""X \ge 0, 0 \le X \le 1, |X| \le 1 of a random variable without a law as what holds of all its values; nothing of
    other orders."""
    found: list[L.Relation | L.ForAll] = []
    sides = statement.expressions
    for left, sign, right in zip(sides, statement.relations, sides[1:], strict=False):
        symbol = sign.symbol
        if isinstance(left, Numeral):
            left, right, symbol = right, left, L.relations.FLIPPED.get(symbol, "")
        if not isinstance(right, Numeral) or symbol not in _ORDERS:
            return []
        limit = m.scalar(right)
        limits = [(symbol, limit)]
        match left:
            case Bracket("|", (inner,), "|", None) if symbol in ("<", "<="):
                limits.append((L.relations.FLIPPED[symbol], L.Neg(limit)))
                left = inner
        value = value_of(m, left)
        if value is None:
            return []
        found += [L.ForAll(L.Relation(value, each, end), OUTCOME) for each, end in limits]
    return found


def value_of(m: Meaning, node: Syntax | None) -> L.Term | None:
    """X at an outcome, where X is a random variable without a law."""
    name = None if node is None else name_of(node)
    if name is None or not is_random(m, name) or not _has_no_law(m, name):
        return None
    if outcomes.density_of(m, [name]) is not None:
        return None
    return outcomes.variable(m, name)(OUTCOME)


def _has_no_law(m: Meaning, name: str) -> bool:
    """Whether nothing says which law a random variable has, and no distribution function of it is spoken of."""
    context = m.context
    stem = name.split("_")[0]
    of_data = stem.startswith("\\") or any(stem in data for data in (context.data, context.moments, context.samples))
    told = (context.laws, context.masses, context.joints, context.random)
    known = any(name in names for names in told) or stated.stated(context, name) is not None
    return not (known or of_data) and f"F_{name}" not in context.survey.heads() | context.survey.written


__all__ = ["OUTCOME", "beside_means", "everywhere", "is_of_integers", "of_one_law", "probability", "value_of"]
