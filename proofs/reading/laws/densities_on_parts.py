r"""Densities that words say live on a part of the line, "a density $p(x)$ on $[0, \infty)$", and that no formula gives.

There they live; where the part is not read, nothing that fails for a density on the whole line is refuted of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..probability import outcomes
from ..syntax import Bracket, Multiply, Numeral, Sign, Statement, Symbol
from ..words.prose import ONE
from ..words.sentences import Maths, Sentence

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning

_PART = rf"(?:{ONE}I|the (?:positive|non-?negative|unit|half)\S*)"
_LIVES = r"(?: ,)?(?: (?:supported|concentrated|which lives|that lives|living|defined))? (?:on|over)"
_SAID = (
    re.compile(rf"\bdensit(?:y|ies)(?: functions?)? (?P<name>{ONE}){_LIVES} {_PART}"),
    re.compile(rf"(?<!\S)(?P<name>{ONE}) (?:be|is|are) (?:\S+ )*?densit(?:y|ies)(?: functions?)?{_LIVES} {_PART}"),
)


def densities_said(sentence: Sentence) -> Iterator[tuple[str, Bracket | None]]:
    """The letters of densities that a sentence says live on a part of the line, and the interval, if it is one."""
    text = " ".join(_written(token) for token in sentence)
    for pattern in _SAID:
        for found in pattern.finditer(text):
            token = sentence[text[: found.start("name")].count(" ")]
            if isinstance(token, Maths) and (letter := letter_of(token)) is not None:
                yield letter, _interval(sentence[text[: found.end()].count(" ")])


def learn(m: Meaning, letter: str, part: Bracket | None) -> None:
    """Keep where an unknown density lives, between numbers or up to infinity."""
    home = None if part is None else _between(part)
    if home is None or letter in m.context.functions:
        leave_open(m.context, letter)
    else:
        m.context.density_parts[letter] = home


def learn_from_order(m: Meaning, statement: Statement) -> bool:
    """Whether an order says that a random variable with an unknown density is not negative; then that is kept."""
    match statement:
        case Statement((variable, Numeral("0")), (Sign(">" | ">="),)) if variable is not None:
            name = name_of(variable) or ""
            letter = outcomes.density_of(m, [name]) if name[:1].isupper() else None
            if letter is not None and letter not in m.context.functions:
                m.context.density_parts[letter] = L.R_POSITIVE
                return True
    return False


def leave_open(context: Context, letter: str) -> None:
    """Where an unknown density is not zero was not read."""
    context.fog.setdefault(f"{letter}(", "where it is not zero was not read")


def _between(part: Bracket) -> L.Space | None:
    match part.items:
        case (Numeral("0"), Symbol("infty")):
            return L.R_POSITIVE
        case (Numeral(low), Numeral(high)) if low.isdigit() and high.isdigit() and int(low) < int(high):
            return L.Interval(L.Number(int(low)), L.Number(int(high)))
    return None


def letter_of(token: Maths) -> str | None:
    """The letter of p or p(x), where nothing is said to be equal to it."""
    sole = token.sole()
    match sole.expressions if sole is not None and not sole.relations else ():
        case (Multiply((head, Bracket("(")), ("", "")),):
            return name_of(head)
        case (node,):
            return name_of(node)
    return None


def _interval(token: object) -> Bracket | None:
    sole = token.sole() if isinstance(token, Maths) else None
    match sole.expressions if sole is not None and not sole.relations else ():
        case (Bracket("[" | "(", (_, _), "]" | ")", None) as part,):
            return part
    return None


def _written(token: object) -> str:
    """A token in the text of its sentence: an interval apart from other formulas."""
    if not isinstance(token, Maths):
        return str(token)
    return ONE if _interval(token) is None else f"{ONE}I"


__all__ = ["densities_said", "learn", "learn_from_order", "leave_open", "letter_of"]
