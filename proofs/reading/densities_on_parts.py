r"""Densities that words say live on a part of the line, "a density $p(x)$ on $[0, \infty)$", and that no formula gives.

Where they are not zero is not read: nothing that fails for a density on the whole line is refuted of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .names import name_of
from .prose import ONE
from .sentences import Maths, Sentence
from .syntax import Bracket, Multiply

if TYPE_CHECKING:
    from .context import Context

_PART = rf"(?:{ONE}I|the (?:positive|non-?negative|unit|half)\S*)"
_LIVES = r"(?: ,)?(?: (?:supported|concentrated|which lives|that lives|living|defined))? (?:on|over)"
_SAID = (
    re.compile(rf"\bdensit(?:y|ies)(?: functions?)? (?P<name>{ONE}){_LIVES} {_PART}"),
    re.compile(rf"(?<!\S)(?P<name>{ONE}) (?:be|is|are) (?:\S+ )*?densit(?:y|ies)(?: functions?)?{_LIVES} {_PART}"),
)


def densities_said(sentence: Sentence) -> Iterator[str]:
    """The letters of densities that a sentence says live on a part of the line."""
    text = " ".join(_written(token) for token in sentence)
    for pattern in _SAID:
        for found in pattern.finditer(text):
            token = sentence[text[: found.start("name")].count(" ")]
            if isinstance(token, Maths) and (letter := letter_of(token)) is not None:
                yield letter


def leave_open(context: Context, letter: str) -> None:
    """Where an unknown density is not zero was not read."""
    context.fog.setdefault(f"{letter}(", "where it is not zero was not read")


def letter_of(token: Maths) -> str | None:
    """The letter of p or p(x), where nothing is said to be equal to it."""
    sole = token.sole()
    match sole.expressions if sole is not None and not sole.relations else ():
        case (Multiply((head, Bracket("(")), ("", "")),):
            return name_of(head)
        case (node,):
            return name_of(node)
    return None


def _written(token: object) -> str:
    """A token in the text of its sentence: an interval apart from other formulas."""
    if not isinstance(token, Maths):
        return str(token)
    sole = token.sole()
    match sole.expressions if sole is not None and not sole.relations else ():
        case (Bracket("[" | "(", (_, _), "]" | ")", None),):
            return f"{ONE}I"
    return ONE


__all__ = ["densities_said", "leave_open", "letter_of"]
