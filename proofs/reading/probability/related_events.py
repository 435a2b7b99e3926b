r"""How events are related, as hypotheses on their probabilities: independent, P(A \cap B) = P(A) P(B); disjoint,
P(A \cap B) = 0; exhaustive, P(A \cup B) = 1; A \subseteq B, P(A \cap B^c) = 0."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from ... import language as L
from ..context import Context
from ..lines import Line
from ..syntax import Bracket, Multiply, RowSyntax, Sign, Statement, Symbol, Unread
from ..words import claiming, retelling
from . import events_by_words
from .event_formulas import Event, event
from .events import Measure, is_event, is_measure
from .events_in_words import Related

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..parts import Part
    from ..pieces import Piece

# Words that say what happens in events, or how many of what there are, and are not read.
_DESCRIBED = re.compile(
    r"\bthe event\b|\bevents? ((that|which) (?!(is|are)\b)|of\b|in which|where|when|:)|"
    r"\bdenot|\brepresent|\bstands? for|\d ?%|\bpercent|"
    r"\b(dic?e|coins?|cards?|deck|urns?|bags?|balls?|boxe?s?|draw\w*|toss\w*|roll\w*|flip\w*|chosen|selected|picked|"
    r"diseases?|patients?|tests?|students?|persons?|people|population|machines?|defective|components?|systems?)\b"
)
_CASE = "the case that it is about"
_ASIDE = "how the events are related, of which words speak,"


class RelatedEvents:
    """What the words of a stretch say of how events are related, as far as they were read."""

    def __init__(self) -> None:
        self._here: list[L.Node] = []  # what holds in the sentence at hand
        self._last = -1  # the last formula of that sentence
        self._paragraph = -1  # in which something held in one sentence

    def begin(self, m: Meaning, part: Part, at: int) -> None:
        """Suppose what the words around a formula of the stretch say."""
        context, paragraph = m.context, part.pieces[at].paragraph
        if at > self._last and self._here:  # the next sentence may go on with it, or not
            context.assumed[:] = [h for h in context.assumed if h not in self._here]
            self._here = []
            context.fog.setdefault("P", _CASE)
        if paragraph != self._paragraph and context.fog.get("P") == _CASE:
            del context.fog["P"]
        self._paragraph = paragraph
        for said in (said for said in part.said.related if said.first <= at <= max(said.last, said.first)):
            self._suppose(context, said)
        self._give_way(context, part, at)
        self._of_formula(context, part.pieces[at])

    def meant(self, line: Line) -> Line:
        """A line in a sentence that says how events are related is claimed of such events: "are independent if ..."."""
        statement = line.claim.statement if line.claim is not None else None
        about = statement is not None and any(map(L.is_of_events, statement.free))
        return replace(line, kind="step") if self._here and about and line.kind == "condition" else line

    def _give_way(self, context: Context, part: Part, at: int) -> None:
        r"""Suppose now that $P(A \cap B) = 0.1$: how they are related, as was told before, no longer holds."""
        formula, row = part.pieces[at].formula, part.pieces[at].row
        words = formula.lead if formula.display else formula.words
        if row is None or not retelling.chooses(words, formula.rest):
            return
        here = {each.names for said in part.said.related if said.first <= at <= said.last for each in said.events}
        for names in (_of_several(statement) for statement in row.statements):
            for others in [others for others in context.related if names and names <= others]:
                if not any(each <= others for each in here):
                    gone = context.related.pop(others)
                    context.hypotheses[:] = [h for h in context.hypotheses if h not in gone]
                    context.gone += gone if retelling.is_conditional(words, formula.rest) else []

    def _suppose(self, context: Context, said: Related) -> None:
        if not said.spoken:
            known = _spoken_of(context)
            if not known or not all(each.names <= known for each in said.events):
                return
        are_events = [is_event(context, name) for each in said.events for name in each.names]
        if not any(are_events):  # random variables, of which the word is said as well
            return
        if not said.scope or not all(are_events):
            context.fog.setdefault("P", _ASIDE)
            return
        try:
            facts = list(_facts(context, said.kind, said.events))
        except Unread:
            context.fog.setdefault("P", _ASIDE)
            return
        if said.scope == "told":
            self._tell(context, frozenset().union(*(each.names for each in said.events)), facts, said.kind)
        else:
            self._last = said.last
            self._here += [fact for fact in facts if fact not in context.assumed]
            context.assumed += [fact for fact in facts if fact not in context.assumed]

    def _tell(self, context: Context, names: frozenset[str], facts: list[L.Node], kind: str) -> None:
        """What is said anew of the same events takes the place of what was said before, but of what goes with it."""
        before = context.related.get(names, [])
        if kind != "exhaustive" and not set(facts) & set(before):
            context.hypotheses[:] = [h for h in context.hypotheses if h not in before]
        context.related[names] = facts
        context.assume(*facts)

    def _of_formula(self, context: Context, piece: Piece) -> None:
        r"""A \cap B = \emptyset, A \subseteq B, where words tell it."""
        match piece.row:
            case RowSyntax((Statement((left, right), (sign,)), *_)) if left is not None and right is not None:
                one, other = event(left), event(right)
                if one is None or other is None or not (one.names | other.names) & _spoken_of(context):
                    return
                if (
                    piece.formula.display
                    or not claiming.is_told(piece.formula.words)
                    or sign.symbol not in ("=", "subset")
                ):
                    context.fog.setdefault("P", _ASIDE)
                    return
                try:
                    measure = Measure(context, one.names | other.names, left)
                except Unread:
                    return
                context.assume(L.Relation(measure(_without(one, other)), "=", L.Number(0)))
                if sign.symbol == "=":
                    context.assume(L.Relation(measure(_without(other, one)), "=", L.Number(0)))


def in_doubt(context: Context, relation: L.Relation) -> list[str]:
    """The measure of events of which words say what happens in them, or how many of what there are: their probabilities
    are not just any, and what fails for others may hold of them."""
    measures = [n for n in relation.free if L.is_of_events(n)]
    described = bool(measures) and _DESCRIBED.search(context.said) is not None
    return sorted({n.name for n in measures if described or events_by_words.are_in_doubt(context, n)})


def _spoken_of(context: Context) -> frozenset[str]:
    found = (event(item) for use in context.survey.applications if is_measure(use.head) for item in use.items)
    return frozenset(name for each in found if each is not None for name in each.names)


def _of_several(statement: Statement) -> frozenset[str]:
    """The events that an equation gives a joint or a conditional probability; none for the probability of one."""
    match statement:
        case Statement((Multiply((Symbol("P" | "Pr"), Bracket("(", items, ")", given))), _), (Sign("="),)):
            found = [event(item) for item in (*items, *(given or ()))]
            names = frozenset[str]().union(*(each.names for each in found if each is not None))
            return names if len(names) > 1 and None not in found else frozenset()
    return frozenset()


def _facts(context: Context, kind: str, events: Sequence[Event]) -> Iterator[L.Node]:
    names = frozenset().union(*(each.names for each in events))
    measure = Measure(context, names, Symbol("P"))
    pairs = list(combinations(events, 2))
    if kind in ("independent", "pairwise"):
        sizes = range(2, len(events) + 1) if kind == "independent" else (2,)
        for some in (some for size in sizes for some in combinations(events, size)):
            for each in _measures(context, measure, some):
                yield L.Relation(each(_all(some)), "=", L.Times(tuple(map(each, some))))
    if kind in ("disjoint", "partition"):
        for pair in pairs:
            for each in _measures(context, measure, pair):
                yield L.Relation(each(_all(pair)), "=", L.Number(0))
    if kind in ("exhaustive", "partition"):
        none = Event(names, lambda world: not any(each.happens(world) for each in events))
        yield L.Relation(measure(none), "=", L.Number(0))


def _measures(context: Context, of_all: Measure, some: Sequence[Event]) -> Iterator[Measure]:
    """The probabilities of all events, and those of some of them, which formulas may have apart from the others."""
    yield of_all
    own = Measure(context, frozenset().union(*(each.names for each in some)), Symbol("P"))
    if own.names != of_all.names:
        yield own


def _all(events: Sequence[Event]) -> Event:
    names = frozenset().union(*(each.names for each in events))
    return Event(names, lambda world: all(each.happens(world) for each in events))


def _without(one: Event, other: Event) -> Event:
    return Event(one.names | other.names, lambda world: one.happens(world) and not other.happens(world))


__all__ = ["RelatedEvents", "in_doubt"]
