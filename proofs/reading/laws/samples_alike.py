r"""Independent data with one law, of which words tell letters alone: "let $X_1, \dots, X_n$ be iid with distribution
function $F$", "iid with density $f$ and cdf $F$", "let $X_1$ and $X_2$ be iid continuous random variables".

Where a density is told it is the law of each.  Else their distribution function is any that is one; continuous ones are
never equal, and each order of them is as likely as any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import factorial
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Multiply, Numeral, RowSyntax, Script, Statement, Symbol, Syntax, Unread
from ..words.density_words import DENSITY, DISTRIBUTION_FUNCTION
from ..words.prose import ONE
from ..words.sentences import Maths, Sentence
from .densities_on_parts import letter_of
from .listed_data import Members, members

if TYPE_CHECKING:
    from ..meaning import Meaning

_ALIKE = r"(?:iid|independent(?: ,)?(?: and)? identically distributed)"
_DENSITY = rf"{DENSITY} (?P<density{{0}}>{ONE})"
_CDF = rf"{DISTRIBUTION_FUNCTION} (?P<cdf{{0}}>{ONE})"
_KIND = r"(?: (?:a|an|the|common|same|continuous|absolutely|unknown|real|real-valued|scalar))*"
_TOLD = (
    rf"(?: ,)? (?:with|having|from){_KIND}(?: distribution (?:with|having){_KIND})? "
    rf"(?:{_DENSITY.format(1)}(?: and{_KIND} {_CDF.format(1)})?|{_CDF.format(2)}(?: and{_KIND} {_DENSITY.format(2)})?|"
    rf"distribution(?! function)(?: {ONE})?)"
)
_SAMPLE = re.compile(
    rf"(?<!\S)(?P<of>{ONE}(?:(?: ,)?(?: and)? {ONE})*) (?:be|are)(?: (?:a|an|two|three|random|sample|of|size|real))*"
    rf"{_KIND}(?: {ONE})? ?{_ALIKE}{_KIND}(?: random variables?| observations| data| samples?)?(?P<told>{_TOLD})?"
    r"(?= *(?:[,;:)]|and\b|then\b|where\b|so\b|$))"
)


@dataclass(frozen=True)
class Alike:
    """Such data: the list of them, or how many there are, and what is told of their law."""

    place: int
    stem: str
    listed: Members | None
    count: int
    density: str | None
    distribution: str | None
    continuous: bool

    @property
    def size(self) -> Syntax:
        """How many there are."""
        end = self.listed.range[-1].expressions[0] if self.listed is not None else None
        return end if end is not None else Numeral(str(self.count))

    @property
    def rows(self) -> Iterator[Syntax]:
        """What could have been written instead, of one of them by its index."""
        if self.listed is not None:
            yield RowSyntax(self.listed.range, None, "", "", span=self.listed.member.span)
            yield Statement((self.listed.member,), (), span=self.listed.member.span)


def samples_alike(sentence: Sentence) -> Iterator[Alike]:
    """The data that a sentence tells so of."""
    text = " ".join(ONE if isinstance(token, Maths) else token for token in sentence)
    for found in _SAMPLE.finditer(text):
        begin = text[: found.start("of")].count(" ")
        tokens = sentence[begin : begin + found["of"].count(" ") + 1]
        listed = [e for token in tokens if isinstance(token, Maths) for e in token.expressions()]
        first = tokens[0]
        data = members(listed)
        stem = name_of(data.member.base) if data is not None else _counted(listed)
        letters = {key: _letter(sentence, text, found, key) for key in ("density", "cdf")}
        if stem is not None and stem[:1].isupper() and isinstance(first, Maths) and first.place is not None:
            continuous = letters["density"] is not None or "continuous" in found[0].split()
            yield Alike(first.place, stem, data, len(listed), letters["density"], letters["cdf"], continuous)


def _counted(listed: list[Syntax]) -> str | None:
    """The letter of X_1, X_2, X_3."""
    match listed:
        case [Script(base, Numeral("1"), None), _, *_] if all(
            isinstance(each, Script) and each.base == base and each.below == Numeral(str(k))
            for k, each in enumerate(listed, 1)
        ):
            return name_of(base)
    return None


def _letter(sentence: Sentence, text: str, found: re.Match[str], kind: str) -> str | None:
    for group in (f"{kind}1", f"{kind}2"):
        if found[group] is not None:
            token = sentence[text[: found.start(group)].count(" ")]
            return letter_of(token) if isinstance(token, Maths) and not token.display else None
    return None


def distribution_at(m: Meaning, letter: str, at: Syntax) -> L.Term:
    """The value of a distribution function that is called so."""
    return m.scalar(Multiply((Symbol(letter), Bracket("(", (at,), ")", span=at.span)), ("", ""), span=at.span))


def at_most(m: Meaning, stem: str, limit: Syntax) -> L.Term | None:
    """The probability that one of the data is at most a number, by the letter of their distribution function, where
    that is all that is told of their law; else None."""
    told = m.context.alike.get(stem)
    if told is None or told.density is not None or told.distribution is None:
        return None
    return distribution_at(m, told.distribution, limit)


def is_order(m: Meaning, event: Statement) -> bool:
    """Whether an event is an order of some of the data, X_1 < X_2 < X_3."""
    return _ordered(m, event) is not None


def probability_of_order(m: Meaning, event: Statement) -> L.Term | None:
    """The probability of an order of some of the data; None of other events."""
    places = _ordered(m, event)
    if places is None:
        return None
    told = m.context.alike[places[0][0]]
    if not told.continuous:
        raise Unread(f"whether the {told.stem}_i may be equal is not said", event.span)
    m.remarks.append("independent continuous variables with one law have each of their orders with one probability")
    return L.Number(1) / L.Number(factorial(len(places)))


def _ordered(m: Meaning, event: Statement) -> list[tuple[str, str]] | None:
    """The letter and the number of each of the data that an event puts into order."""
    signs = {sign.symbol for sign in event.relations}
    if not (signs <= {"<", "<="} or signs <= {">", ">="}) or len(event.expressions) < 2:
        return None
    places: list[tuple[str, str]] = []
    for each in event.expressions:
        match each:
            case Script(base, Numeral(place), None) if (stem := name_of(base)) in m.context.alike and stem is not None:
                places.append((stem, place))
            case _:
                return None
    if len({stem for stem, _ in places}) > 1 or len(set(places)) < len(places):
        return None
    told = m.context.alike[places[0][0]]
    return places if told.listed is not None or all(int(place) <= told.count for _, place in places) else None


__all__ = ["Alike", "at_most", "distribution_at", "is_order", "probability_of_order", "samples_alike"]
