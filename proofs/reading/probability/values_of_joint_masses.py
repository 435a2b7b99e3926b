r"""Values of the mass functions of a joint law that was told: p(0, 1), p_X(1), p_{Y \mid X}(1 \mid 0),
p(y = 1 \mid x = 0), and at letters, p_X(x), where a formula told it.

Which random variable a number stands for is said by the label of the function, by its place, or by a small letter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Sign, Span, Statement, Syntax, Unread
from ..terms.polynomials_told import number
from .joint_masses import JointMasses, summed
from .random_names import random_variables

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.uses import Applied

Placed = dict[str, Syntax]  # what is put in for a random variable


def value(m: Meaning, applied: Applied) -> L.Term | None:
    """The value of a mass function; None where it is that of no joint law that was told."""
    placed = _placed(m, applied)
    if placed is None:
        return None
    items, given = placed
    law = m.context.joints[next(iter(items))]
    if not items.keys().isdisjoint(given):
        return None
    span = applied.items[0].span
    above = _probability(m, law, {**items, **given}, span)
    return above if not given else above / _probability(m, law, given, span)


def known(m: Meaning, applied: Applied) -> bool:
    """Whether it is a value of the mass function of a joint law that was told: an equation for it is a claim."""
    return _placed(m, applied) is not None


def _probability(m: Meaning, law: JointMasses, placed: Placed, span: Span) -> L.Term:
    """The probability that random variables have these values.  Raises ``Unread`` where it is not known for all."""
    with m.at_outcomes(False):
        values = {name: m.scalar(item) for name, item in placed.items()}
    outcomes = law.sliced(values)
    if outcomes is None:
        raise Unread("a probability of values that are no numbers, where no formula tells it", span)
    presume_inside(m, law, values)
    return summed([weight for _, weight in outcomes])


def presume_inside(m: Meaning, law: JointMasses, values: Mapping[str, L.Term]) -> None:
    """That letters stand for values that the random variables have, which are all integers between two."""
    for name, each in values.items():
        if each.free:
            known = [k for k in map(number, law.values(name)) if k is not None]
            m.context.presume(each >= L.Number(min(known)), each <= L.Number(max(known)))


def equations(m: Meaning, events: Sequence[Syntax]) -> tuple[JointMasses, Placed] | None:
    """What events X = x, Y = 2 put in for random variables, and the joint law of these; None of other events."""
    placed: Placed = {}
    for event in events:
        match event:
            case Statement((Syntax() as left, Syntax() as right), (Sign("="),)) if not random_variables(m, right):
                placed[name_of(left) or ""] = right
            case _:
                return None
    laws = {id(law): law for name in placed if (law := m.context.joints.get(name)) is not None}
    whole = all(name in m.context.joints for name in placed) and len(placed) == len(events)
    return (next(iter(laws.values())), placed) if len(laws) == 1 and whole else None


def at_letters(m: Meaning, law: JointMasses, placed: Placed) -> dict[str, L.Term] | None:
    """The values that are put in, where one of them is no number and a formula tells the probabilities; else None."""
    if law.formula is None:
        return None
    with m.at_outcomes(False):
        values = {name: m.scalar(item) for name, item in placed.items()}
    return values if any(number(each) is None for each in values.values()) else None


def of_events(m: Meaning, items: Sequence[Syntax], given: Sequence[Syntax], span: Span) -> L.Term | None:
    r"""P(X = x, Y = y), P(Y = y \mid X = x) at letters; None of other events."""
    told = equations(m, [*items, *given])
    if told is None or at_letters(m, *told) is None:
        return None
    behind = equations(m, given)
    above = _probability(m, *told, span)
    return above if behind is None else above / _probability(m, *behind, span)


def _placed(m: Meaning, applied: Applied) -> tuple[Placed, Placed] | None:
    """What stands before the bar and behind it, by the random variables that it is put in for."""
    head, _, label = applied.head.partition("_")
    sides = applied.items, applied.given or ()
    if label:
        names = _labels(m, label)
        if names is None or [len(each) for each in names] != [len(each) for each in sides]:
            return None
        first, second = (dict(zip(n, map(_put_in, side), strict=True)) for n, side in zip(names, sides, strict=True))
        return first, second
    letters = m.context.joint_letters.get(head)
    if letters is None or any(name not in m.context.joints for name in letters):
        return None
    if not sides[1] and len(sides[0]) == len(letters) and not any(isinstance(i, Statement) for i in sides[0]):
        return dict(zip(letters, sides[0], strict=True)), {}
    found: list[Placed] = []
    for side in sides:
        named = [(_variable(item), _put_in(item)) for item in side]
        if any(name not in letters for name, _ in named):
            return None
        found.append({name: item for name, item in named})
    return found[0], found[1]


def _labels(m: Meaning, label: str) -> tuple[list[str], list[str]] | None:
    """The random variables that a label lists before its bar and behind it: of X,Y, of XY, of Y|X."""
    before, _, behind = label.removeprefix("{").removesuffix("}").replace(" \\mid ", "|").partition("|")
    sides = [_names(m, each) for each in (before, behind)]
    names = [name for side in sides for name in side]
    laws = {id(m.context.joints.get(name)) for name in names}
    known = bool(sides[0]) and all(name in m.context.joints for name in names) and len(laws) == 1
    return (sides[0], sides[1]) if known else None


def _names(m: Meaning, label: str) -> list[str]:
    if not label:
        return []
    listed = [each.strip() for each in label.split(",")]
    if len(listed) == 1 and listed[0] not in m.context.joints:
        return list(label)
    return listed


def _variable(item: Syntax) -> str:
    """The random variable that x, or x of x = 0, is a value of."""
    left = item.expressions[0] if isinstance(item, Statement) else item
    return (name_of(left) or "").upper() if (name_of(left) or "").islower() else name_of(left) or ""


def _put_in(item: Syntax) -> Syntax:
    """What is put in: of x = 0 that is 0.  Raises ``Unread`` for other relations."""
    match item:
        case Statement((_, Syntax() as right), (sign,)) if sign.symbol == "=":
            return right
        case Statement():
            raise Unread("the probability of an event that is not read", item.span)
    return item


__all__ = ["at_letters", "equations", "known", "of_events", "presume_inside", "value"]
