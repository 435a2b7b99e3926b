r"""What words say of the signs of random variables: "a non-negative random variable $X$", "$X$ be a positive random
variable".  Of one without a law it holds of all its values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import language as L
from . import densities_on_parts, outcomes, unknown_events
from .names import name_of
from .prose import ONE
from .sentences import Maths, Sentence
from .syntax import Numeral, Sign, Statement, Syntax, Unread

if TYPE_CHECKING:
    from .meaning import Meaning

_SIGN = r"(?P<sign>positive|non-?negative)"
_VARIABLE = r"(?:,? (?:real|real-valued|integrable|finite))* random variables?"
_NAMES = rf"(?P<names>{ONE}(?:(?: ,)?(?: and)? {ONE})*)"
_SAID = (
    re.compile(rf"(?<!\S)(?<!not )(?<!not a ){_SIGN}{_VARIABLE} {_NAMES}(?!\S)"),
    re.compile(rf"(?<!\S){_NAMES} (?:be|is|are)(?: an?)? {_SIGN}{_VARIABLE}(?!\S)"),
)
_VARIABLES = (
    re.compile(rf"\brandom variables? {_NAMES}(?!\S)"),
    re.compile(rf"(?<!\S){_NAMES} (?:be|is|are)(?: \S+){{0,4}}? random variables?(?!\S)"),
)
_DOUBTED = re.compile(r"\b(not|whether|or|show|prove|unless|if)\b")


@dataclass(frozen=True)
class Signed:
    """That random variables have no values below zero, or only positive ones; ``token`` says so."""

    names: tuple[Syntax, ...]
    symbol: str
    token: int


def signs_told(sentence: Sentence) -> Iterator[Signed]:
    """What a sentence tells of the signs of random variables."""
    text = " ".join(ONE if isinstance(token, Maths) else token for token in sentence)
    for pattern in _SAID:
        for found in pattern.finditer(text):
            if _DOUBTED.search(text[: found.start()]):
                continue
            begin = text[: found.start("names")].count(" ")
            places = sentence[begin : begin + found["names"].count(" ") + 1]
            names = [e for each in places if isinstance(each, Maths) for e in each.expressions() if name_of(e)]
            if len(names) >= found["names"].count(ONE):
                symbol = ">" if found["sign"] == "positive" else ">="
                yield Signed(tuple(names), symbol, text[: found.start("sign")].count(" "))


def variables_told(sentence: Sentence) -> Iterator[str]:
    """The single capital letters that a sentence calls random variables."""
    text = " ".join(ONE if isinstance(token, Maths) else token for token in sentence)
    for pattern in _VARIABLES:
        for found in pattern.finditer(text):
            begin = text[: found.start("names")].count(" ")
            for token in sentence[begin : begin + found["names"].count(" ") + 1]:
                names = map(name_of, token.expressions()) if isinstance(token, Maths) else ()
                yield from (name for name in names if name is not None and len(name) == 1 and name.isupper())


def without_told(sentence: Sentence) -> Sentence:
    """The sentence without the words that tell such signs."""
    told = {each.token for each in signs_told(sentence)}
    return tuple("" if at in told else token for at, token in enumerate(sentence))


def assume(m: Meaning, told: Iterable[Signed]) -> None:
    """Assume what is told; of a random variable that has a law it is not read, and nothing is refuted of that."""
    for each in told:
        for node in each.names:
            name = name_of(node) or ""
            order = Statement((node, Numeral("0")), (Sign(each.symbol),))
            try:
                said, letter = unknown_events.everywhere(m, order), outcomes.density_of(m, [name])
            except Unread:
                said, letter = [], None
            m.context.assume(*said)
            if letter is not None and not isinstance(m.densities.space(name.lower()), L.PositiveReals):
                densities_on_parts.leave_open(m.context, letter)
            if not said:
                m.context.shaped |= {name}


__all__ = ["Signed", "assume", "signs_told", "variables_told", "without_told"]
