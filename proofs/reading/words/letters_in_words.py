"""Letters of events that a sentence writes without dollars: "Let T and D be independent. $P(T) = 0.3$"."""

from __future__ import annotations

import re

from ..files.source import Inline, Placed, Text
from .inline import Part

_PROBABILITY = re.compile(r"(?<![A-Za-z])(?:P|Pr|\\Pr|\\mathbb\s*\{?P\}?|\\mathrm\{P\})\s*(?:\\left)?\(([^=<>]*?)\)")
_LETTER = re.compile(r"(?<![A-Za-z\\{])[A-Z](?![A-Za-z_])")
_RELATED = re.compile(r"\b(independent|disjoint|exclusive|exhaustive)\b")
_LISTED = re.compile(r"(?<![\w'])([A-Z])((?:,? and|,) )([A-Z])(?![\w'])")


def written(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a paragraph with two such letters as formulas, where formulas give what they name probabilities."""
    inside = [found for part in parts if isinstance(part, Inline) for found in _PROBABILITY.findall(part.maths.text)]
    letters = {letter for each in inside for letter in _LETTER.findall(each)}
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Text) and letters and _RELATED.search(part.text):
            found += _with_formulas(part, letters)
        else:
            found.append(part)
    return tuple(found)


def _with_formulas(part: Text, letters: set[str]) -> list[Part]:
    listed = next((m for m in _LISTED.finditer(part.text) if {m[1], m[3]} <= letters), None)
    if listed is None:
        return [part]
    before, behind = part.text[: listed.start()], part.text[listed.end() :]
    one, other = (Inline(Placed(letter, (0,), (part.place,))) for letter in (listed[1], listed[3]))
    return [Text(before, part.place), one, Text(listed[2], part.place), other, Text(behind, part.place)]


__all__ = ["written"]
