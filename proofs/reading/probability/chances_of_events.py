r"""How likely words say that events are: "independent events with probabilities $\frac12$ and $\frac13$", "disjoint
events, each with probability $p$", "equally likely events $A$ and $B$".

They are read as the formulas that an author could have written in their place, "with $P(A) = p$ and $P(B) = p$".
"""

from __future__ import annotations

import re

from ..files.source import Inline, Placed, Text
from ..words.inline import Part, joined

_NAME = re.compile(r"\s*[A-Z](_\{?\w+\}?)?\s*$")
_LISTED = re.compile(r"\s*(,|and|, and)\s*$")
_KIND = r"(?:[\w-]+(?:ly)? |,? and )*?"
_EVENTS = rf"\s*(?:be|are) {_KIND}events"
_WITH = r",? (?:each )?(?:with|having|of) (?:the )?(?:same |respective )?(?:probability|probabilities|chances?)\s*$"
_CHANCES = re.compile(rf"(?P<head>{_EVENTS}){_WITH}")
_ALIKE = re.compile(
    r"(?P<head>\s*(?:be|are) (?:[\w-]+ )*?)(?:equally likely|equiprobable) (?P<rest>(?:[\w-]+ )*?events\b)"
)
_BEHIND = re.compile(r"\s*(?:each|respectively)\b")


def written(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a paragraph with formulas for such words."""
    found: list[Part] = []
    rest = list(parts)
    while rest:
        match rest:
            case [Text(words) as text, *after] if names := _names(found):
                if (said := _alike(text, names)) is not None:
                    found += said
                    rest = after
                    continue
                if (head := _CHANCES.match(words)) is not None and (read := _chances(text, head, names, after)):
                    said, rest = read
                    found += said
                    continue
        found.append(rest.pop(0))
    return tuple(found)


def _names(before: list[Part]) -> list[Placed]:
    """The events that are listed right before words: $A$ and $B$, $A, B, C$."""
    names: list[Placed] = []
    for part in reversed(before):
        match part:
            case Inline(each) if (listed := _listed(each)) is not None:
                names[:0] = listed
            case Text(words) if names and _LISTED.match(words):
                continue
            case _:
                break
    return names if len(names) > 1 else []


def _listed(formula: Placed) -> list[Placed] | None:
    names = [Placed(each.strip(), (0,), (formula.place(0),)) for each in formula.text.split(",")]
    return names if all(_NAME.match(each.text) for each in names) else None


def _chances(
    text: Text, head: re.Match[str], names: list[Placed], after: list[Part]
) -> tuple[list[Part], list[Part]] | None:
    """What each of the events has for its probability: the one that stands behind, or its own."""
    values: list[Placed] = []
    rest = list(after)
    while rest and isinstance(value := rest[0], Inline):
        values.append(value.maths)
        rest.pop(0)
        joint = rest[0] if rest else None
        if not (
            isinstance(joint, Text) and _LISTED.match(joint.text) and len(rest) > 1 and isinstance(rest[1], Inline)
        ):
            break
        if len(values) == len(names):
            break
        rest.pop(0)
    if len(values) not in (1, len(names)):
        return None
    if len(values) == 1:
        values *= len(names)
    if rest and isinstance(last := rest[0], Text) and (each := _BEHIND.match(last.text)) is not None:
        rest[0] = Text(last.text[each.end() :], last.place)
    said: list[Part] = [Text(head["head"] + " with ", text.place)]
    for k, (name, chance) in enumerate(zip(names, values, strict=True)):
        said += [Text(" and ", text.place)] if k else []
        said.append(Inline(joined("P(", name, ") = ", chance)))
    return said, rest


def _alike(text: Text, names: list[Placed]) -> list[Part] | None:
    """Events that are equally likely: $P(A) = P(B)$."""
    found = _ALIKE.match(text.text)
    if found is None:
        return None
    first, *others = names
    said: list[Part] = [Text(found["head"] + found["rest"] + " with ", text.place)]
    for k, other in enumerate(others):
        said += [Text(" and ", text.place)] if k else []
        said.append(Inline(joined("P(", first, ") = P(", other, ")")))
    return [*said, Text(text.text[found.end() :], text.place)]


__all__ = ["written"]
