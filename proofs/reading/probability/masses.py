r"""Laws that are told by the values of a random variable and their probabilities: P(X = 1) = p, P(X = -1) = 1 - p.

A mean is the sum that it is by definition, the probability of an event the sum over the values for which it holds.
That the probabilities are not negative and add up to 1 is a hypothesis, unless they show that they do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod
from typing import TYPE_CHECKING

from ... import language as L
from ...language.facts import Facts
from ..laws.written_models import has_factor
from ..names import name_of
from ..syntax import Bracket, Statement, Symbol, Syntax, Unread
from ..terms.polynomials_told import number, polynomial
from . import independence, running_masses, values_of_joint_masses
from .joint_masses import JointMasses, Outcome, added, summed
from .random_names import random_variables

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning

_LONGEST = 40  # values that are written out one by one
_MOST = 100  # combinations of values of several variables
_SYMBOLS = frozenset(("<", ">", "<=", ">=", "=", "!="))


@dataclass(frozen=True)
class Masses:
    """Values and their probabilities: ``points`` one by one, or one of them for each value of ``index``."""

    points: tuple[tuple[L.Term, L.Term], ...]
    index: L.Var | None = None  # that runs over a range; ``points`` is then the one pair that mentions it

    def total(self, body: L.Term, var: L.Var) -> L.Term:
        """The mean of what ``body`` is at the values of ``var``."""
        if self.index is not None:
            ((value, weight),) = self.points
            index = L.fresh_beside(self.index, body)
            moved: dict[L.Name, L.Term] = {self.index: index}
            value, weight = L.substitute(value, moved), L.substitute(weight, moved)
            return L.Sum(L.Times((L.substitute(body, {var: value}), weight)), index)
        return added([L.Times((L.substitute(body, {var: value}), weight)) for value, weight in self.points])

    def put(self, mapping: dict[L.Name, L.Term]) -> Masses:
        """The masses with terms for names in them."""
        points = ((L.substitute(value, mapping), L.substitute(weight, mapping)) for value, weight in self.points)
        return Masses(tuple(points), None if self.index is None else L.substitute(self.index, mapping))

    def listed(self) -> tuple[tuple[L.Term, L.Term], ...] | None:
        """The values one by one, with their probabilities; None where there are many, or it is not known how many."""
        if self.index is None:
            return self.points
        assert isinstance(self.index.space, L.Range)
        low, high = number(self.index.space.low), number(self.index.space.high)
        if low is None or high is None or high - low >= _LONGEST:
            return None
        steps: list[dict[L.Name, L.Term]] = [{self.index: L.Number(k)} for k in range(int(low), int(high) + 1)]
        ((value, weight),) = self.points
        return tuple((L.substitute(value, at), _as_number(L.substitute(weight, at))) for at in steps)

    def all(self) -> L.Term:
        """The sum of the probabilities."""
        if self.index is not None:
            return L.Sum(self.points[0][1], self.index)
        return added([weight for _, weight in self.points])

    def entropy(self) -> L.Term:
        """The entropy of the law, where its values are not listed."""
        assert self.index is not None
        ((_, weight),) = self.points
        return L.Neg(L.Sum(L.Times((weight, L.log(weight))), self.index))


def _as_number(weight: L.Term) -> L.Term:
    """A probability, as the number that a law on integers gives it where that is one."""
    match weight:
        case L.Apply(L.Family() as law, (point,)) if isinstance(L.support(law), L.Range):
            value = number(law.mass(point))
            return weight if value is None else L.Number(value)
    return weight


def variables_of(m: Meaning, parts: tuple[Syntax, ...]) -> list[str]:
    """The random variables in an event whose values are told with their probabilities; in an event of what is made of
    them, X^2 = 1, also those with a law on a few integers."""
    names = list(dict.fromkeys(filter(None, (name_of(node) for part in parts for node in part.walk()))))
    told = [name for name in names if name in m.context.masses or name in m.context.joints]
    if told:
        return told
    counted = [name for name in names if name in m.context.laws and name[:1].isupper()]
    if len(counted) == 1 and all(_is_plain(part, counted[0]) for part in parts):
        return []
    sizes = [len(masses_of(m, name).listed() or ()) for name in counted]
    return counted if 0 < prod(sizes) <= _MOST else []


def _is_plain(part: Syntax, name: str) -> bool:
    """Whether an event relates a random variable to what does not depend on it."""
    sides = part.expressions if isinstance(part, Statement) else ()
    within = [side for side in sides if side is not None and any(name_of(node) == name for node in side.walk())]
    return len(within) == 1 and name_of(within[0]) == name


def masses_of(m: Meaning, name: str) -> Masses:
    """The masses of a random variable, told or by its law on integers; of another law there are none."""
    if name in m.context.masses:
        return m.context.masses[name]
    law = m.context.laws[name]
    home = L.support(law)
    if isinstance(law, L.Bernoulli):
        return Masses(((L.Number(0), 1 - law.probability), (L.Number(1), law.probability)))
    if not isinstance(home, L.Range):
        return Masses((), L.Var("k", L.Range(L.Number(0), L.oo)))
    k = L.Var("k'", home)
    return Masses(((k, law(k)),), k)


def is_listed(m: Meaning, name: str) -> bool:
    """Whether a random variable has few values, told or by its law."""
    known = name in m.context.masses or name in m.context.laws
    return known and bool(masses_of(m, name).listed())


def is_about(m: Meaning, bracket: Bracket) -> bool:
    """Whether an event is one of such random variables."""
    parts = (*bracket.items, *(bracket.given or ()))
    related = bool(parts) and all(isinstance(part, Statement) and part.relations for part in parts)
    return related and bool(variables_of(m, parts))


def probability(m: Meaning, bracket: Bracket) -> L.Term | None:
    """The probability of an event of such random variables, independent if several; None of any other.

    Raises ``Unread`` where it is not clear for which values it holds.
    """
    given = bracket.given or ()
    names = variables_of(m, (*bracket.items, *given))
    if not names:
        return None
    laws = [masses_of(m, name) for name in names if name not in m.context.joints]
    told = len(names) == 1 and names[0] in m.context.masses and laws[0].index is not None
    if told and (plain := running_masses.probability(m, names[0], bracket)) is not None:
        return plain
    if (at_letters := values_of_joint_masses.of_events(m, bracket.items, given, bracket.span)) is not None:
        return at_letters
    possible = outcomes(m, names, bracket)
    if not given and (of_letter := _up_to_letter(m, names, possible, bracket)) is not None:
        return of_letter
    condition = _measure(m, names, possible, given, bracket) if given else None
    whole = _measure(m, names, possible, (*given, *bracket.items), bracket)
    return whole if condition is None else L.Quotient(whole, condition)


def outcomes(m: Meaning, names: list[str], node: Syntax) -> tuple[Outcome, ...]:
    """What random variables with told values are together, in this order, with the probabilities.

    Raises ``Unread`` where they have no joint law that is told, or too many values.
    """
    joint = {id(law): law for name in names if (law := m.context.joints.get(name)) is not None}
    laws = [law.of(names) for law in joint.values()]
    laws += [_by_itself(m, name, node) for name in names if name not in m.context.joints]
    if len(laws) > 1 and (joint or not independence.are_independent(m.context, names)):
        raise Unread(f"the joint law of {' and '.join(names)} is not said (independent?)", node.span)
    if prod(len(law.outcomes) for law in laws) > _MOST:
        raise Unread("an event of random variables with many values", node.span)
    found: list[Outcome] = []
    for chosen in product(*(law.outcomes for law in laws)):
        at = {
            name: v
            for law, (values, _) in zip(laws, chosen, strict=True)
            for name, v in zip(law.names, values, strict=True)
        }
        weights = [weight for _, weight in chosen]
        found.append((tuple(at[name] for name in names), weights[0] if len(weights) == 1 else L.Times(tuple(weights))))
    return tuple(found)


def _up_to_letter(m: Meaning, names: list[str], possible: tuple[Outcome, ...], bracket: Bracket) -> L.Term | None:
    r"""P(\max(X, Y) \le k), P(S = k) for a letter that stands for an integer among the values; None of other events."""
    match bracket.items:
        case (Statement((Syntax() as left, Symbol() as right), (sign,)),) if sign.symbol in _SYMBOLS:
            if random_variables(m, right):
                return None
        case _:
            return None
    limit = m.scalar(right)
    if not isinstance(limit, L.Var) or not Facts(m.context.stated()).integer(limit):
        return None
    found: dict[Fraction, list[L.Term]] = {}
    for values, weight in possible:
        value = number(at_values(m, left, dict(zip(names, values, strict=True))))
        if value is None or value.denominator != 1:
            return None
        found.setdefault(value, []).append(weight)
    m.context.presume(limit >= L.Number(min(found)), limit <= L.Number(max(found)))
    return added(
        [
            L.Times(
                (
                    L.Cases((L.Number(1),), (L.Relation(L.Number(value), sign.symbol, limit),), L.Number(0)),
                    summed(weights),
                )
            )
            for value, weights in found.items()
        ]
    )


def at_values(m: Meaning, item: Syntax, values: dict[str, L.Term]) -> L.Term:
    """What an expression is where random variables have these values."""
    before, m.outcomes = m.outcomes, {**m.outcomes, **values}
    try:
        return m.scalar(item)
    finally:
        m.outcomes = before


def _by_itself(m: Meaning, name: str, node: Syntax) -> JointMasses:
    """The law of one random variable whose values are told."""
    listed = masses_of(m, name).listed()
    if listed is None:
        raise Unread("a probability of this event", node.span)
    return JointMasses((name,), tuple(((value,), weight) for value, weight in listed))


def _measure(
    m: Meaning, names: list[str], possible: tuple[Outcome, ...], events: tuple[Syntax, ...], bracket: Bracket
) -> L.Term:
    return added(
        [weight for values, weight in possible if hold(m, events, dict(zip(names, values, strict=True)), bracket)]
    )


def hold(m: Meaning, events: tuple[Syntax, ...], values: dict[str, L.Term], node: Syntax) -> bool:
    """Whether all events hold where the random variables have these values."""
    before, m.outcomes = m.outcomes, {**m.outcomes, **values}
    try:
        relations = [relation for event in events for relation in _relations(m, event, node)]
    finally:
        m.outcomes = before
    facts = Facts(m.context.stated())
    if any(facts.excludes(relation) for relation in relations):
        return False
    if all(facts.proves(relation) for relation in relations):
        return True
    raise Unread("an event of which is not clear for which values it holds", node.span)


def _relations(m: Meaning, event: Syntax, node: Syntax) -> Iterator[L.Relation]:
    if not isinstance(event, Statement) or not event.relations:
        raise Unread("a probability of this event", node.span)
    for left, sign, right in zip(event.expressions, event.relations, event.expressions[1:], strict=False):
        if left is None or right is None or sign.symbol not in _SYMBOLS:
            raise Unread("a probability of this event", node.span)
        difference = L.Plus((m.scalar(left), L.Neg(m.scalar(right))))
        value = number(difference)
        yield L.Relation(difference if value is None else L.Number(value), sign.symbol, L.Number(0))


def normalising(context: Context, name: str) -> L.Term | None:
    """The sum of the probabilities, where it says what a name is: a factor of all of them, or the only name in them."""
    told = [(known.all(), [weight for _, weight in known.points]) for known in context.masses.values()]
    for joint in context.joints.values():
        weights = [weight for _, weight in joint.outcomes]
        told.append((added(weights), weights))
    for total, every in told:
        weights = [weight for weight in every if number(weight) != 0]
        if _is_sole(total, name) or all(has_factor(weight, name) for weight in weights):
            return total
    return None


def told_numbers(context: Context) -> set[Fraction]:
    """The probabilities that are told as numbers."""
    weights = [weight for known in context.masses.values() for _, weight in known.points]
    weights += [weight for joint in context.joints.values() for _, weight in joint.outcomes]
    return {value for weight in weights if (value := number(weight)) is not None}


def _is_sole(total: L.Term, name: str) -> bool:
    """Whether a sum is a polynomial in one name, and not 1 whatever that is."""
    found = polynomial(L.Plus((total, L.Number(-1))))
    names = {base.name if isinstance(base, L.Var) else "" for monomial in found or () for base, _ in monomial}
    return bool(found) and names == {name}


__all__ = ["Masses", "at_values", "hold", "is_about", "is_listed", "masses_of", "normalising", "outcomes",
           "probability", "told_numbers", "variables_of"]  # fmt: skip
