r"""What is made of random variables with finitely many told outcomes: the law of X + Y, its entropy, H(X \mid Y),
I(X; Y), and means given an event.

All of it is read off the outcomes of the joint law: the values there of what is written are collected, and an entropy
is that of the probabilities that they have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Statement, Syntax, Unread
from ..terms.polynomials_told import number
from . import masses, values_of_joint_masses
from .joint_masses import Outcome, added, collected, summed
from .random_names import random_variables

if TYPE_CHECKING:
    from ..meaning import Meaning


def variables_of(m: Meaning, parts: Sequence[Syntax], several: bool = False) -> list[str]:
    """The random variables that expressions, and events, are about, where the values of all of them are listed and
    those of at least one were told, or where several expressions are in them; else none."""
    names = list(dict.fromkeys(name for part in parts for name in random_variables(m, part)))
    told = [name for name in names if name in m.context.masses or name in m.context.joints]
    listed = [name for name in names if name in m.context.joints or masses.is_listed(m, name)]
    return names if (told or several) and len(listed) == len(names) else []


# ---------------------------------------------------------------------------------------------------------------------
# entropies


def entropy(m: Meaning, items: Sequence[Syntax], given: Sequence[Syntax]) -> L.Term | None:
    """H(X, Y), H(X | Y), H(X | Y = y), also of what is made of them; None of others."""
    events = [each for each in given if _is_event(each)]
    behind = [each for each in given if not _is_event(each)]
    if not variables_of(m, [*items, *given], several=len(items) + len(given) > 1):
        return None
    both = _entropy(m, [*items, *behind], events)
    return both if not behind else both - _entropy(m, behind, events)


def information(
    m: Meaning, first: Sequence[Syntax], second: Sequence[Syntax], behind: Sequence[Syntax]
) -> L.Term | None:
    """I(X; Y), I(X; Y | Z), by the entropies of what stands in it; None of others."""
    if not variables_of(m, [*first, *second, *behind], several=True):
        return None
    events = [each for each in behind if _is_event(each)]
    alike = [each for each in behind if not _is_event(each)]
    sides = _entropy(m, [*first, *alike], events) + _entropy(m, [*second, *alike], events)
    shared = sides - _entropy(m, [*first, *second, *alike], events)
    return shared - _entropy(m, alike, events) if alike else shared


def _is_event(node: Syntax) -> bool:
    return isinstance(node, Statement) and bool(node.relations)


def _entropy(m: Meaning, items: Sequence[Syntax], events: Sequence[Syntax]) -> L.Term:
    """The entropy of what expressions are together, given events."""
    return entropy_of(m, [weight for _, weight in law_of(m, items, events)])


def entropy_of(m: Meaning, weights: Sequence[L.Term]) -> L.Term:
    """The entropy of the law with these probabilities: of numbers that of a law."""
    some = [weight for weight in weights if number(weight) != 0]
    if len(some) == 1:
        return L.Number(0)
    if all(number(weight) is not None for weight in some):
        return L.H(L.Categorical(L.Column(tuple(some))))
    written = L.Neg(added([L.Times((weight, L.log(weight))) for weight in some]))
    m.context.entropies.add(written)
    return written


def law_of(m: Meaning, items: Sequence[Syntax], events: Sequence[Syntax]) -> tuple[Outcome, ...]:
    """The values that expressions have together, with the probabilities given events.

    Raises ``Unread`` where it is not known which values are the same.
    """
    found = [
        (tuple(masses.at_values(m, item, at) for item in items), weight) for at, weight in _where(m, items, events)
    ]
    open_ = any(number(value) is None for values, _ in found for value in values)
    if open_ and not all(name_of(item) is not None for item in items):
        raise Unread("a law of what is made of values that are not known to differ", items[0].span)
    return collected(found)


def moment(
    m: Meaning, word: str, body: Syntax, given: Sequence[Syntax], fixed: Mapping[str, L.Term] = MappingProxyType({})
) -> L.Term | None:
    """E[f(X, Y) | Y = y], Var(X | X > 1): the mean over the outcomes at which the events hold, of E[X | Y] for each
    value that Y has in the mean around; None of others."""
    if not given or not variables_of(m, [body, *given]):
        return None
    names = [name for each in given if (name := name_of(each)) is not None and name in m.outcomes and name not in fixed]
    if names:
        return _by_value(m, word, body, given, fixed, names[0])
    events = [each for each in given if name_of(each) not in fixed]
    if not all(map(_is_event, events)):
        return None
    found = [(masses.at_values(m, body, at), weight) for at, weight in _where(m, [body], events, fixed)]
    mean = added([L.Times((value, weight)) for value, weight in found])
    if word == "mean":
        return mean
    return added([L.Times(((value - mean) ** 2, weight)) for value, weight in found])


def _by_value(
    m: Meaning, word: str, body: Syntax, given: Sequence[Syntax], fixed: Mapping[str, L.Term], name: str
) -> L.Term | None:
    """E[X | Y] at the value that Y has."""
    values = [values[0] for values, weight in masses.outcomes(m, [name], body) if number(weight) != 0]
    found = [moment(m, word, body, given, {**fixed, name: value}) for value in values]
    known = [each for each in found if each is not None]
    at = m.outcomes[name]
    if len(known) < len(found):
        return None
    return L.Cases(tuple(known[:-1]), tuple(at.eq(value) for value in values[:-1]), known[-1])


def _where(
    m: Meaning, items: Sequence[Syntax], events: Sequence[Syntax], fixed: Mapping[str, L.Term] = MappingProxyType({})
) -> list[tuple[dict[str, L.Term], L.Term]]:
    """The outcomes at which events hold, and random variables have ``fixed`` values, by the values of all of them, with
    the probabilities given these."""
    node = items[0]
    names = list(dict.fromkeys((*variables_of(m, [*items, *events], several=True), *fixed)))
    found = _at_letters(m, events)
    for values, weight in masses.outcomes(m, names, node) if not found else ():
        at = dict(zip(names, values, strict=True))
        if any(at[name] is not value for name, value in fixed.items()):
            continue
        if number(weight) != 0 and masses.hold(m, tuple(events), at, node):
            found.append((at, weight))
    if not found:
        raise Unread("a condition that has the probability 0", node.span)
    if not events and not fixed:
        return found
    total = summed([weight for _, weight in found])
    return [(at, summed([weight / total])) for at, weight in found]


def _at_letters(m: Meaning, events: Sequence[Syntax]) -> list[tuple[dict[str, L.Term], L.Term]]:
    """The outcomes of the other random variables where X = x, with x any value; none where there is no letter."""
    told = values_of_joint_masses.equations(m, events) if events else None
    values = None if told is None else values_of_joint_masses.at_letters(m, *told)
    if told is None or values is None:
        return []
    law, placed = told
    values_of_joint_masses.presume_inside(m, law, values)
    others = [name for name in law.names if name not in placed]
    return [({**values, **dict(zip(others, each, strict=True))}, weight) for each, weight in law.sliced(values) or ()]


__all__ = ["entropy", "entropy_of", "information", "law_of", "moment", "variables_of"]
