r"""Y \mid X = x \sim law: it tells the law of Y given X, or says something of a law that is known.

Where X has a law and Y has none, Y is drawn after X (``drawn_in_turn``); where both are known it is a claim about the
density of Y given X, by Bayes' rule if it is X that was told given Y.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Sign, Statement, Syntax, Unread
from . import drawn_in_turn as turn
from .densities import count_arguments
from .laws import law_of

if TYPE_CHECKING:
    from ..meaning import Meaning


@dataclass(frozen=True)
class GivenAnother:
    r"""What is written before \sim: a variable, the one that it is given, and the value of that, if it is named."""

    name: str
    parent: str
    value: Syntax | None
    node: Syntax  # as it is written


def written(statement: Statement) -> tuple[GivenAnother, Syntax] | None:
    r"""Y \mid X = x \sim law and Y \mid X \sim law, and the law; None for any other statement."""
    match statement:
        case Statement((Syntax() as left, Syntax() as law), (Sign("~"),)):
            found = _variables(left, None)
        case Statement((Syntax() as left, Syntax() as value, Syntax() as law), (Sign("="), Sign("~"))):
            found = _variables(left, value)
        case _:
            return None
    return None if found is None else (found, law)


def _variables(left: Syntax, value: Syntax | None) -> GivenAnother | None:
    match left:
        case Bracket("", (item,), "", (given,)):
            name, parent = name_of(item), name_of(given)
            if name is None or parent is None:
                return None
            if name[:1].isupper() or (value is not None and parent[:1].isupper()):  # y | x is of a model's letters
                return GivenAnother(name, parent, value, left)
    return None


def learn(m: Meaning, said: GivenAnother, law_syntax: Syntax) -> bool:
    """Keep the law of a new variable given one that is known, or whose law is said behind.  Raises ``Unread``."""
    context = m.context
    if turn.is_known(context, said.name) or said.name in context.data or said.name in context.values:
        return False
    if not turn.is_known(context, said.parent):
        if said.parent not in context.survey.drawn_alone or not said.name[:1].isupper():
            return False
        context.awaiting[said.parent] = (*context.awaiting.get(said.parent, ()), (said, law_syntax))
        context.fog.setdefault(said.name, f"it has a law given {said.parent}, of which none is known yet")
        return True
    value = said.parent if said.value is None else name_of(said.value)
    if value is None or value in context.values or (value in context.laws and value != said.parent):
        raise Unread("a law given that a variable has this value", turn.NOWHERE)
    point = L.Var(value, turn.support(context, said.parent))
    before = m.outcomes
    m.outcomes = {**before, said.parent: point}
    try:
        with m.binding({value: point}):
            law = law_of(m, law_syntax)
    finally:
        m.outcomes = before
    if not isinstance(law, L.Family) or not L.is_scalar_space(L.support(law)):
        raise Unread("a law given another variable that is no law of numbers", turn.NOWHERE)
    own = {n.name for n in law.free if isinstance(n, L.Var)}
    if own & {said.name, *(context.laws.keys() - {said.parent})}:
        raise Unread("a law whose parameters are random, too", turn.NOWHERE)
    context.assume(*(c for c in law.conditions() if point not in c.free))
    context.drawn[said.name] = turn.Drawn(said.parent, point, law)
    context.fog.pop(said.name, None)
    count_arguments(context, said.name, law)
    return True


def learn_awaiting(m: Meaning, parent: str) -> None:
    """Keep the laws that were said given a variable, now that its own is known; one that is not read stays in doubt."""
    for said, law_syntax in m.context.awaiting.pop(parent, ()):
        with suppress(Unread):
            learn(m, said, law_syntax)


def claimed(m: Meaning, said: GivenAnother, law_syntax: Syntax) -> tuple[L.Term, L.Term] | None:
    r"""The densities of which X \mid Y = y \sim law says that they are equal; None where X or Y has no law.

    Raises ``Unread``.
    """
    with turn.implied(m.context, (said.name, said.parent)):
        return _claimed(m, said, law_syntax)


def _claimed(m: Meaning, said: GivenAnother, law_syntax: Syntax) -> tuple[L.Term, L.Term] | None:
    context = m.context
    if not (turn.is_known(context, said.name) and turn.is_known(context, said.parent)):
        return None
    if not turn.speaks_of(context, [said.name, said.parent]):
        return None
    any_value = turn.any_value(m, said.parent, said.value)
    value: L.Term | None = any_value
    if value is None:
        assert said.value is not None
        value = m.scalar(said.value)
    before = m.outcomes
    m.outcomes = before if said.value is not None else {**before, said.parent: value}
    try:
        with m.binding({} if any_value is None else {any_value.name: any_value}):
            law = law_of(m, law_syntax)
    finally:
        m.outcomes = before
    point, density = turn.density_given(m, said.name, said.parent, value)
    if L.support(law) is not point.space:
        raise Unread("a law of numbers that its variable does not have", said.node.span)
    return density, law(point)


__all__ = ["GivenAnother", "claimed", "learn", "learn_awaiting", "written"]
