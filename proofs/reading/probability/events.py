r"""Probabilities of events: P(A), P(A \cap B), P(A | B), of events of which nothing is said but that they are events.

Each event happens or does not: the probabilities of what may happen of those that are spoken of together are a density
on tuples of 0 and 1, of which P(A \cup B) is a sum.  Events that nothing ties have tables of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, product

from ... import language as L
from ..context import Context
from ..names import name_of
from ..syntax import Bracket, Multiply, Statement, Symbol, Syntax, Unread
from .event_formulas import Event, are_words, event, name_of_event

_SAID = re.compile(r"\bevents?\b")
_OF_VARIABLES = re.compile(
    r"\b(random (variables?|vectors?|process\w*|samples?)|variables?|densit(y|ies)|distribut\w*|"
    r"laws?(?! of total probability)|model|likelihood|"
    r"polynomials?|functions?)\b"
)
MEASURES = ("p", "P", "Pr")
_UPRIGHT = re.compile(r"\\math(?:bb|bf|sf)\{P\}")  # \mathbb{P}, which is no other P
_MOST = 5  # events in one table
Ties = frozenset[frozenset[str]]  # names of events that are spoken of together


def is_measure(head: str) -> bool:
    r"""Whether what a bracket stands behind may be a measure of events: P, \mathbb{P}, Pr, p."""
    return head in MEASURES or _UPRIGHT.fullmatch(head) is not None


def are_events(context: Context, head: str, items: tuple[Syntax, ...]) -> bool:
    """Whether p(A, B) is a probability of events: words speak of events, or all that P is of in the stretch may be one,
    and nothing else says what A and B are."""
    if not is_measure(head) or not (_SAID.search(context.said) or _are_shown(context)):
        return False
    return bool(items) and all(formula(context, item) is not None for item in items)


def _are_shown(context: Context) -> bool:
    r"""Whether the notation shows events: P is of capital letters alone, A, A^c, A \cap B, B given A, which no mean and
    no sum or integral is about, and words say nothing of random variables, or P is of what only events can be in."""
    survey = context.survey
    uses = [use for use in survey.applications if is_measure(use.head) and use.head != "p"]
    parts = [part for use in uses for part in (*use.items, *(use.given or ())) if not isinstance(part, Statement)]
    formulas = [formula(context, part) for part in parts]
    letters = {name for each in formulas if each is not None for name in each.names}
    if not parts or None in formulas:
        return False
    others = survey.random | survey.summed | survey.integrated | survey.divergent
    if any(name_of_event(part) is None or are_words(name_of_event(part) or "") for part in parts):
        return letters.isdisjoint(others)
    numbers = survey.numeric - survey.mentioned if any(use.given for use in uses) else survey.numeric
    return letters.isdisjoint(others | numbers) and not _OF_VARIABLES.search(context.said)


def formula(context: Context, node: Syntax) -> Event | None:
    """What an expression says of events; None where it is no formula of these, or a letter in it is something else."""
    found = event(node)
    return found if found is not None and all(is_event(context, name) for name in found.names) else None


def is_event(context: Context, name: str) -> bool:
    """Whether a capital letter, or words, may name an event: nothing says that it is something else."""
    if name in context.laws or name in context.values or name in context.random:
        return False
    if are_words(name):
        return True
    return not any(name_of(item) == name.lower() for use in context.survey.applications for item in use.items)


def ties(rows: Iterable[Syntax]) -> Ties:
    """Which names of events stand in one probability, by how the rows are written."""
    found: set[frozenset[str]] = set()
    for node in (node for row in rows for node in row.walk()):
        match node:
            case Multiply(factors):
                for head, bracket in pairwise(factors):
                    if isinstance(bracket, Bracket) and isinstance(head, Symbol) and head.name in MEASURES:
                        found.add(_names_in((*bracket.items, *(bracket.given or ()))))
    return frozenset(found)


def _names_in(parts: tuple[Syntax, ...]) -> frozenset[str]:
    events = (event(part) for part in parts)
    return frozenset(name for each in events if each is not None for name in each.names)


def probability(context: Context, items: tuple[Syntax, ...], given: tuple[Syntax, ...] | None, node: Syntax) -> L.Term:
    """The probability that all these events happen, given that the others do."""
    asked, behind = (_all(context, part, node) for part in (items, given or ()))
    measure = Measure(context, asked.names | behind.names, node)
    top = measure(Event(asked.names | behind.names, lambda world: asked.happens(world) and behind.happens(world)))
    return top if given is None else L.Quotient(top, measure(behind))


def tells(relation: L.Relation) -> bool:
    """Whether an equation gives a probability of events a value in which none stands: P(A) = 0.3, P(B | A) = q."""
    return relation.symbol == "=" and _of_events(relation.left) and not _of_events(relation.right)


def _of_events(t: L.Term) -> bool:
    return any(map(L.is_of_events, t.free))


class Measure:
    """The probabilities of what may happen of some events, and of those that are tied to them.  Raises ``Unread``."""

    def __init__(self, context: Context, names: frozenset[str], node: Syntax) -> None:
        self.names = sorted(_together(context, names))
        if not 0 < len(self.names) <= _MOST:
            raise Unread(f"probabilities of {len(self.names)} events", node.span)
        homes = tuple(L.Event(L.Number(0), L.Number(1), name) for name in self.names)
        self._homes = dict(zip(self.names, homes, strict=True))
        self._density = L.Density("P", homes[0] if len(homes) == 1 else L.Cartesian(homes))
        context.assume(L.density(self._density))

    def __call__(self, of: Event) -> L.Term:
        """The mass of all cells where an event happens, summed over the events that are not in its formula."""
        involved = [name for name in self.names if name in of.names]
        bound = {name: L.Var(name.lower(), home) for name, home in self._homes.items() if name not in of.names}
        return L.fold(L.Plus, list(self._cells(of, involved, bound)), 0)

    def _cells(self, of: Event, involved: list[str], bound: dict[str, L.Var]) -> Iterator[L.Term]:
        for cell in product((True, False), repeat=len(involved)):
            world = dict(zip(involved, cell, strict=True))
            if of.happens(world):
                at = tuple(bound[n] if n in bound else L.Number(int(world[n])) for n in self.names)
                part: L.Term = self._density(at[0] if len(at) == 1 else L.Tuple(at))
                for variable in reversed(bound.values()):
                    part = L.Sum(part, variable)
                yield part


def _together(context: Context, names: frozenset[str]) -> frozenset[str]:
    """These names and all that are tied to them, in the document, or where that is too many, in the stretch."""
    uses = (use for use in context.survey.applications if is_measure(use.head))
    here = frozenset(_names_in((*use.items, *(use.given or ()))) for use in uses)
    found = _closure(names, context.event_ties | here)
    found = found if len(found) <= _MOST else _closure(names, here)
    return frozenset(name for name in found if is_event(context, name))


def _closure(names: frozenset[str], tied: Ties) -> frozenset[str]:
    new = names
    while new:
        more = frozenset().union(*(tie for tie in tied if not tie.isdisjoint(new))) - names
        names, new = names | more, more
    return names


def _all(context: Context, items: tuple[Syntax, ...], node: Syntax) -> Event:
    found = [formula(context, item) for item in items]
    events = [each for each in found if each is not None]
    if len(events) < len(found):
        raise Unread("a probability of an event", node.span)
    names = frozenset().union(*(each.names for each in events))
    return Event(names, lambda world: all(each.happens(world) for each in events))


__all__ = ["MEASURES", "Measure", "Ties", "are_events", "formula", "is_measure", "probability", "tells", "ties"]
