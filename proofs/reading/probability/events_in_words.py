r"""What words say of how events are related: "$A$ and $B$ are independent", "disjoint events $A$ and $B$".

What a sentence lets, supposes or tells holds from there on.  What it says behind "if" or "for" holds in that sentence,
unless it goes on to ask for something under that condition; a definition supposes what it defines.  What it denies,
doubts, asks or is to be shown supposes nothing; what it concludes may rest on what was not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..syntax import Bracket, Multiply, Statement, Symbol, Syntax
from ..words.sentences import Maths, Sentence
from .event_formulas import Event, event

_KINDS = {
    "independent": "independent", "disjoint": "disjoint", "exclusive": "disjoint", "incompatible": "disjoint",
    "exhaustive": "exhaustive", "partition": "partition",
}  # fmt: skip
_DEGREES = frozenset(
    ("mutually", "pairwise", "jointly", "statistically", "stochastically", "collectively", "two", "three", "both",
     "all", "also", "a", "an", "now", "and", "in", "fact", "events", "exclusive", "disjoint", "form", "forms", "which",
     "that", "called", "said", "termed", "to", ",")
)  # fmt: skip
_VERBS = frozenset(("be", "is", "are", "being"))
_NOUNS = frozenset(("event", "events"))
_DENIED = frozenset(("not", "never", "neither", "nor", "no", "whether", "show", "prove", "verify", "check", "cannot"))
_DENIED |= {"determine", "decide", "dependent", "why"}
_ASKED = frozenset(("are", "is", "do", "does", "can", "could", "must"))  # what a question begins with
_CONCLUDED = frozenset(("so", "hence", "thus", "therefore", "then", "conclude", "implies", "follows", "see", "means"))
_GROUNDS = frozenset(("since", "because", "as", "suppose", "assume", "let", "given"))
_CONDITIONS = frozenset(("if", "when", "whenever", "for", "iff", "provided", "unless", "called", "say", "said"))
_SOUGHT = frozenset(("find", "compute", "calculate", "determine", "what", "show", "prove"))


@dataclass(frozen=True)
class Related:
    """How some events are related, in the words between two formulas of a stretch.

    ``scope`` is "told" for what holds from there on, "sentence" for what holds in these words; "" is not understood.
    """

    kind: str
    events: tuple[Event, ...]
    scope: str
    first: int
    last: int
    spoken: bool = True  # it speaks of events


def events_related(sentence: Sentence, before: Sentence = ()) -> Iterator[Related]:
    """What a sentence says of how events are related; ``before`` are the sentences that "they" may look back at."""
    places = [token.place for token in sentence if isinstance(token, Maths) and token.place is not None]
    found = [at for at, token in enumerate(sentence) if isinstance(token, str) and token in _KINDS]
    spoken = _NOUNS.intersection(t for t in (*before, *sentence) if isinstance(t, str))
    if not found:
        return
    sure = bool(spoken) or any(_of_probability(token) for token in (*before, *sentence))
    first = min(
        places, default=max((t.place for t in before if isinstance(t, Maths) and t.place is not None), default=-1) + 1
    )
    last = max(places, default=first)
    for at in found:
        scope = _scope(sentence, at)
        if scope is None:
            continue
        events = _subjects(sentence, at, before) if scope else ()
        kind = _kind(sentence, at)
        if len(events) < 2:
            yield Related(kind, (), "", first, last, sure)
        else:
            yield Related(kind, events, scope, first, last, sure)


def _kind(sentence: Sentence, at: int) -> str:
    word = _KINDS[str(sentence[at])]
    return "pairwise" if word == "independent" and "pairwise" in sentence[max(0, at - 2) : at] else word


def _scope(sentence: Sentence, at: int) -> str | None:
    """For what a sentence says so: None for nothing, "" for what is not known."""
    words = [token for token in sentence if isinstance(token, str)]
    before = {token for token in sentence[:at] if isinstance(token, str)}
    if before & _DENIED or sentence[0] in _ASKED or sentence[at - 1 : at] == ("non",):
        return None
    if _CONDITIONS.intersection(words):
        head = words[0] == "if" and "if" in before
        return "told" if head and _SOUGHT.intersection(words) else "sentence"
    return "" if before & _CONCLUDED and not before & _GROUNDS else "told"


def _subjects(sentence: Sentence, at: int, before: Sentence) -> tuple[Event, ...]:
    """The events that an adjective is said of."""
    behind = at + 1
    if sentence[behind : behind + 1] == ("of",) and sentence[at] == "independent":
        other = _listed(sentence[behind + 1 :])
        verb = at - 1 if at and sentence[at - 1] in _VERBS else at
        return (*_listed_before(sentence, verb)[-1:], *other) if len(other) == 1 else ()
    begin = at
    while begin and sentence[begin - 1] in _DEGREES:
        begin -= 1
    if begin and sentence[begin - 1] in _VERBS:
        found = _listed_before(sentence, begin - 1)
        if found:
            return found
        if begin > 1 and sentence[begin - 2] in ("they", "these", "events", "both", "which", "that"):
            return _named((*before, *sentence[:begin]))
        return ()
    if begin and isinstance(sentence[begin - 1], Maths) and sentence[at] == "partition":
        return _listed_before(sentence, begin)
    while behind < len(sentence) and (sentence[behind] in _NOUNS or sentence[behind] in _DEGREES):
        behind += 1
    found = _listed(sentence[behind:]) or _named(sentence[behind:])
    if not found and begin and isinstance(sentence[begin - 1], Maths):  # P(A) = 0.3 and $A$, $B$ independent
        found = _listed_before(sentence, begin)
    return found


def _listed(tokens: Sentence) -> tuple[Event, ...]:
    """The events that a list begins with: $A$, $B$ and $C$."""
    found: tuple[Event, ...] = ()
    for token in tokens:
        if isinstance(token, Maths):
            new = _events_of(token)
            if not new:
                break
            found += new
        elif not found or token not in ("and", ","):
            break
    return found


def _listed_before(sentence: Sentence, end: int) -> tuple[Event, ...]:
    """The events that a list ends with."""
    found: tuple[Event, ...] = ()
    for token in reversed(sentence[:end]):
        if isinstance(token, Maths):
            new = _events_of(token)
            if not new:
                break
            found = new + found
        elif token not in ("and", ",") or not found:
            break
    return found


def _events_of(token: Maths) -> tuple[Event, ...]:
    """The events that a formula lists; none where it says more."""
    if token.row is None or token.display or any(s.relations or s.words for s in token.row.statements):
        return ()
    found = [event(e) for s in token.row.statements for e in s.expressions if e is not None]
    return tuple(each for each in found if each is not None and each.names) if None not in found else ()


def _named(tokens: Sentence) -> tuple[Event, ...]:
    """The events that formulas list or give a probability, each once: independent events with $P(A) = 1/3$, ..."""
    found: dict[frozenset[str], Event] = {}
    for token in tokens:
        if not isinstance(token, Maths) or token.row is None:
            continue
        for each in (*_events_of(token), *(e for s in token.row.statements for e in _with_probability(s))):
            if len(each.names) == 1:
                found.setdefault(each.names, each)
    return tuple(found.values())


def _with_probability(statement: Statement) -> Iterator[Event]:
    for expression in statement.expressions:
        match expression:
            case Multiply((Symbol("P" | "Pr"), Bracket("(", (inner,), ")", None))) if (
                found := _plain(inner)
            ) is not None:
                yield found


def _plain(node: Syntax) -> Event | None:
    found = event(node)
    return found if found is not None and found.happens(dict.fromkeys(found.names, True)) else None


def _of_probability(token: object) -> bool:
    nodes = token.row.walk() if isinstance(token, Maths) and token.row is not None else ()
    return any(
        isinstance(node, Multiply) and isinstance(node.factors[0], Symbol) and node.factors[0].name in ("P", "Pr")
        for node in nodes
    )


__all__ = ["Related", "events_related"]
