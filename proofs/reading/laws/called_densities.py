r"""Letters that words call densities and distribution functions: "let $X$ have density $f$ and cdf $F$", "let $X$ and
$Y$ be independent with pdfs $f$ and $g$", "let $g$ be a density".

Where it is said whose density a letter is, and no formula says which, it is the law of that random variable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Multiply, Numeral, Sign, Statement, Symbol
from ..words.density_words import DENSITY, DISTRIBUTION_FUNCTION, HAS, IS, OF_ONE
from ..words.prose import ONE
from ..words.sentences import Maths, Sentence
from .densities_on_parts import letter_of

if TYPE_CHECKING:
    from ..meaning import Meaning

_CALLED = (
    re.compile(rf"(?<!conditional )(?<!joint )\b{DENSITY} (?P<first>{ONE})(?: and (?P<second>{ONE}))?(?!\S)"),
    re.compile(
        rf"(?<!\S)(?:(?P<first>{ONE}) and )?(?P<second>{ONE}) (?:be|is|denotes?|are)(?: the| an?| two)?"
        rf"(?: continuous| probability)* {DENSITY}\b"
    ),
)
_LETTERS_OF = (
    re.compile(rf"{OF_ONE} {DENSITY} (?P<density>{ONE})(?: and(?: an?| the)? {DISTRIBUTION_FUNCTION} (?P<cdf>{ONE}))?"),
    re.compile(rf"{OF_ONE} {DISTRIBUTION_FUNCTION} (?P<cdf>{ONE})(?: and(?: an?| the)? {DENSITY} (?P<density>{ONE}))?"),
    re.compile(rf"(?<!\S)(?P<of>{ONE}) and {ONE}{IS}{HAS} {DENSITY} (?P<density>{ONE}) and {ONE}(?!\S)"),
    re.compile(rf"(?<!\S){ONE} and (?P<of>{ONE}){IS}{HAS} {DENSITY} {ONE} and (?P<density>{ONE})(?!\S)"),
)  # fmt: skip


@dataclass(frozen=True)
class OfVariable:
    """The density and the distribution function of a random variable, by their letters; said of it at a ``place``."""

    place: int
    said: Statement | None  # X >= 0, or which law it has
    variable: str
    density: str | None
    distribution: str | None


def densities_called(sentence: Sentence) -> frozenset[str]:
    """The letters that a sentence calls densities of one variable, where no formula beside them says which."""
    return frozenset(letter for letter, _ in _called(sentence))


def of_variables(sentence: Sentence) -> Iterator[OfVariable]:
    """Whose densities and distribution functions a sentence calls its letters."""
    for _, found in _whose(sentence):
        yield found


def without_called(sentence: Sentence) -> Sentence:
    """The sentence without the words that call letters so."""
    told = {at for _, span in _called(sentence) for at in span} | {at for span, _ in _whose(sentence) for at in span}
    return tuple("" if at in told and isinstance(token, str) else token for at, token in enumerate(sentence))


def learn(m: Meaning, told: OfVariable) -> None:
    """Keep what is told, if nothing else says what the letter, or the law of the random variable, is."""
    context, name = m.context, told.variable
    if told.distribution is not None and told.distribution not in context.functions:
        context.distributions[told.distribution] = name
    letter, survey = told.density, context.survey
    known = context.laws.keys() | context.random.keys() | context.functions.keys() | survey.begun | survey.written
    if letter is None or known & {name, letter} or name in context.data:
        return
    said = L.R if told.said is None else _half_line(told.said)
    home = context.density_parts.get(letter) or context.ranges.get(name) or said
    if home is None:
        return
    law = L.Density(letter, home)
    context.laws[name] = context.laws[letter] = law
    context.assume(L.density(law))


def _half_line(order: Statement) -> L.Space | None:
    match order:
        case Statement((_, Numeral("0")), (Sign(">" | ">="),)):
            return L.R_POSITIVE
    return None


def _whose(sentence: Sentence) -> Iterator[tuple[range, OfVariable]]:
    text = _text(sentence)
    for pattern in _LETTERS_OF:
        for found in pattern.finditer(text):
            letters = {k: _at(sentence, text, found, k) for k in ("density", "cdf") if k in pattern.groupindex}
            token = sentence[text[: found.start("of")].count(" ")]
            assert isinstance(token, Maths)
            variable, said, place = *_variable(token), token.place
            if variable is not None and variable[:1].isupper() and place is not None:
                begin = text[: found.start()].count(" ")
                span = range(begin, begin + found[0].count(" ") + 1)
                yield span, OfVariable(place, said, variable, letters["density"], letters.get("cdf"))


def _variable(token: Maths) -> tuple[str | None, Statement | None]:
    r"""The random variable that a formula names, and what it says of it: X, X \ge 0, X \sim \mathcal N(0, 1)."""
    match token.sole():
        case Statement((Symbol() as variable,), ()):
            return name_of(variable), None
        case Statement((Symbol() as variable, _), (Sign("<" | "<=" | ">" | ">=" | "~"),)) as said:
            return name_of(variable), said
    return None, None


def _called(sentence: Sentence) -> Iterator[tuple[str, range]]:
    """Each letter, and the tokens that say so of it."""
    text = _text(sentence)
    for pattern in _CALLED:
        for found in pattern.finditer(text):
            begin = text[: found.start()].count(" ")
            for group in pattern.groupindex:
                letter = _at(sentence, text, found, group)
                if letter is not None and (letter[:1].islower() or letter.startswith("\\")):
                    yield letter, range(begin, begin + found[0].count(" ") + 1)


def _text(sentence: Sentence) -> str:
    return " ".join(ONE if isinstance(token, Maths) else token for token in sentence)


def _at(sentence: Sentence, text: str, found: re.Match[str], group: str) -> str | None:
    """The letter at a group: of X, f, f(x), F(x); None where there is none, or it is a formula."""
    if found[group] is None:
        return None
    token = sentence[text[: found.start(group)].count(" ")]
    return letter_of(token) if isinstance(token, Maths) and not token.display and not _has_parameters(token) else None


def _has_parameters(token: Maths) -> bool:
    r"""Whether it is f(x; \theta), one of a family, or f(x, y)."""
    match token.sole():
        case Statement((Multiply((_, Bracket(_, items, _, given)), _),), ()):
            return len(items) > 1 or given is not None
    return False


__all__ = ["OfVariable", "densities_called", "learn", "of_variables", "without_called"]
