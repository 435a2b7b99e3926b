r"""Probabilities of events that words say: "the probability of $A$ is $0.3$", "the probability of $T$ given $D$ is
$0.9$", "the probability that both occur is $0.15$".

They are read as the formula that an author could have written in their place, $P(T \mid D) = 0.9$: whether that is told
there, or claimed, the sentence around it says.
"""

from __future__ import annotations

import re

from ..files.source import Inline, Placed, Text
from ..words.inline import Part, ends, is_related, joined

_LETTER = r"[A-Z](?:_\{?\w+\}?)?(?:\^(?:c|C|\\complement|\{c\}|\\mathsf\s*\{?c\}?))?"
_EVENT = re.compile(rf"\s*{_LETTER}(?:\s*(?:\\cap|\\cup|\\setminus)\s*{_LETTER})*\s*$")
_NAME = re.compile(r"\s*[A-Z](?:_\{?\w+\}?)?\s*$")
_LEAD = re.compile(
    r"(?P<before>(?:.*\W)?)the probability (?:of|that)(?P<both> both)?(?: the)?(?: events?)?\s*$", re.I | re.S
)
_IS = r"(?: then| thus| therefore| hence)? (?:is|equals)(?: then| thus| therefore| hence)?(?: equal to| given by)?\s*$"
_OCCURS = r"(?: (?:both )?(?:occurs?|happens?|has occurred|will occur))?"
_VALUE = re.compile(rf"{_OCCURS}{_IS}")
_GIVEN = re.compile(rf"{_OCCURS} ?,? (?:given|conditional on)(?: that)?(?: the)?(?: event)?\s*$")
_JOINT = re.compile(r" (?P<word>and|or)(?: the)?(?: event)?\s*$")
_OF_PAIR = re.compile(
    r"(?P<before>(?:.*\W)?)the probability (?:of|that) (?P<which>both|neither|at least one)"
    rf"(?: of (?:them|the events|the two))?(?: events?)?{_OCCURS}{_IS}",
    re.I | re.S,
)
_PAIRS = {"both": ("", r" \cap ", ""), "neither": ("", r"^c \cap ", "^c"), "at least one": ("", r" \cup ", "")}
_DOUBT = re.compile(r"\b(not|whether|what|find|compute|unless|would|show|prove)\b[^.;:]*$", re.I)
_LISTED = re.compile(r"\s*(,|and|, and)\s*$")


def written(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a paragraph with formulas for such words."""
    if not any(isinstance(part, Text) and "the probability" in part.text.lower() for part in parts):
        return parts
    found: list[Part] = []
    rest = list(parts)
    pair: tuple[Placed, Placed] | None = None  # the events that words have spoken of as two
    while rest:
        pair = _spoken_of(found, rest) or pair
        read = None
        match rest:
            case [Text(words) as text, *after] if not _DOUBT.search(words):
                read = _of_event(text, after) or (_of_pair(text, pair, after) if pair is not None else None)
        if read is None:
            found.append(rest.pop(0))
        else:
            said, rest = read
            found += said
    return tuple(found)


Read = tuple[list[Part], list[Part]]  # what stands for it, and what is left


def _of_event(text: Text, after: list[Part]) -> Read | None:
    lead = _LEAD.match(text.text)
    if lead is None:
        return None
    match after:
        case [Inline(event), Text(words), Inline(value), *rest] if _EVENT.match(event.text):
            if _VALUE.match(words) and not lead["both"]:
                return _equation(text, lead, ("P(", event, ")"), value, rest)
    match after:
        case [Inline(event), Text(words), Inline(other), Text(further), Inline(value), *rest]:
            if not (_EVENT.match(event.text) and _EVENT.match(other.text) and _VALUE.match(further)):
                return None
            if _GIVEN.match(words) and not lead["both"]:
                return _equation(text, lead, ("P(", event, r" \mid ", other, ")"), value, rest)
            if (joint := _JOINT.match(words)) is not None and (joint["word"] == "and" or not lead["both"]):
                sign = r" \cap " if joint["word"] == "and" else r" \cup "
                return _equation(text, lead, ("P(", event, sign, other, ")"), value, rest)
    return None


def _of_pair(text: Text, pair: tuple[Placed, Placed], after: list[Part]) -> Read | None:
    found = _OF_PAIR.match(text.text)
    match after:
        case [Inline(value), *rest] if found is not None:
            first, between, behind = _PAIRS[found["which"].lower()]
            return _equation(text, found, (f"P({first}", pair[0], between, pair[1], f"{behind})"), value, rest)
    return None


def _equation(
    text: Text, lead: re.Match[str], left: tuple[str | Placed, ...], value: Placed, rest: list[Part]
) -> Read | None:
    if is_related(value) or not ends(rest):
        return None
    return [Text(lead["before"], text.place), Inline(joined(*left, " = ", value))], rest


def _spoken_of(before: list[Part], rest: list[Part]) -> tuple[Placed, Placed] | None:
    """The two events that are listed right there, beside the word for events."""
    match before, rest:
        case [*ahead, Inline(one), Text(joint), Inline(other)], [Text(behind), *_] if _LISTED.match(joint):
            said = f"{ahead[-1].text if ahead and isinstance(ahead[-1], Text) else ''} {behind}"
            if _NAME.match(one.text) and _NAME.match(other.text) and re.search(r"\bevents\b", said):
                return one, other
    return None


__all__ = ["written"]
