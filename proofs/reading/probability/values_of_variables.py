r"""What words say of the values of random variables: "a non-negative random variable $X$", "$X$ takes values in
$\{0, 1, 2, \dots\}$", "an integer-valued random variable $N$".  Of one without a law it holds at all outcomes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ... import language as L
from ..laws import densities_on_parts
from ..names import name_of
from ..syntax import Add, Bracket, Dots, Numeral, Script, Sign, Statement, Symbol, Syntax, Unread
from ..words.prose import ONE
from ..words.sentences import Maths, Sentence
from . import outcomes, unknown_events

if TYPE_CHECKING:
    from ..meaning import Meaning

_SIGN = r"(?P<sign>positive|non-?negative)"
_WHOLE = r"(?P<whole>(?:integer|count)-?valued|integral-?valued|discrete integer-?valued)"
_KIND = rf"(?:{_SIGN}(?:,? {_WHOLE})?|{_WHOLE.replace('whole', 'only')})"
_VARIABLE = r"(?:,? (?:real|real-valued|integrable|finite|discrete))* random variables?"
_NAMES = rf"(?P<names>{ONE}(?:(?: ,)?(?: and)? {ONE})*)"
_TAKING = (
    r"(?:,? (?:which|that))?(?: can)?(?: only)? (?:with|takes?|taking|assumes?|assuming|having|has)"
    r"(?: its| the| only)? values?"
)
_SET = rf"(?: in| from)?(?: the)?(?: set)? (?P<set>{ONE})"
_TWO = r"(?P<two>indicator|binary|zero-one|0-1|rademacher)(?: random)? variables?"  # with two values by their name
_SAID = (
    re.compile(rf"(?<!\S)(?<!not an )(?<!not a ){_TWO} {_NAMES}(?!\S)"),
    re.compile(rf"(?<!\S){_NAMES} (?:be|is|are)(?: an?)? {_TWO}(?!\S)"),
    re.compile(rf"(?<!\S)(?<!not )(?<!not a )(?<!not an ){_KIND}{_VARIABLE} {_NAMES}(?!\S)"),
    re.compile(rf"(?<!\S){_NAMES} (?:be|is|are)(?: an?)? {_KIND}{_VARIABLE}(?!\S)"),
    re.compile(rf"(?<!\S)random variables? {_NAMES}(?: ,)?{_TAKING}{_SET}(?!\S)"),
    re.compile(rf"(?<!\S){_NAMES} (?:be|is|are)(?: an?)?{_VARIABLE}(?: ,)?{_TAKING}{_SET}(?!\S)"),
    re.compile(rf"(?<!\S){_NAMES}{_TAKING}{_SET}(?!\S)"),
)
_VARIABLES = (
    re.compile(rf"\brandom variables? {_NAMES}(?!\S)"),
    re.compile(rf"(?<!\S){_NAMES} (?:be|is|are)(?: \S+){{0,4}}? random variables?(?!\S)"),
)
_FURTHEST = 3  # apart, of values that are said one by one
_DOUBTED = re.compile(r"\b(not|whether|or|show|prove|unless|if)\b")
_BEHIND = re.compile(r"(?: ,)? (?:with|each|and)(?: \S+)? (?:probabilit|prob|mass|equal)")


@dataclass(frozen=True)
class Values:
    """Orders and equations that a value is in, whether it is an integer, and which integers it is, of a few."""

    orders: tuple[tuple[str, Syntax], ...] = ()
    whole: bool = False
    among: tuple[int, ...] = ()


@dataclass(frozen=True)
class ToldValues:
    """What holds of the values of random variables at all outcomes; None where their set is not read.

    The tokens from ``begin`` to ``end`` say so.
    """

    names: tuple[Syntax, ...]
    values: Values | None
    begin: int
    end: int


def values_told(sentence: Sentence) -> Iterator[ToldValues]:
    """What a sentence tells of the values of random variables."""
    text = " ".join(ONE if isinstance(token, Maths) else token for token in sentence)
    for pattern in _SAID:
        for found in pattern.finditer(text):
            if _DOUBTED.search(text[: found.start()]) or _BEHIND.match(text, found.end()):
                continue
            names = _names(sentence, text, found)
            told = _of_set(sentence, text, found) if "set" in pattern.groupindex else _of_kind(found)
            if names is not None:
                begin = text[: found.start()].count(" ")
                yield ToldValues(names, told, begin, begin + found[0].count(" ") + 1)


def _names(sentence: Sentence, text: str, found: re.Match[str]) -> tuple[Syntax, ...] | None:
    """The names that a match speaks of; None where one is no name."""
    begin = text[: found.start("names")].count(" ")
    places = sentence[begin : begin + found["names"].count(" ") + 1]
    names = [e for each in places if isinstance(each, Maths) for e in each.expressions() if name_of(e)]
    return tuple(names) if len(names) >= found["names"].count(ONE) else None


def _of_kind(found: re.Match[str]) -> Values:
    if "two" in found.re.groupindex:
        one, minus = Numeral("1"), Add((Numeral("1"),), ("-",))
        low, among = (minus, (-1, 1)) if found["two"] == "rademacher" else (Numeral("0"), ())
        return Values(((">=", low), ("<=", one)), whole=True, among=among)
    sign = {"positive": ">", None: ""}.get(found["sign"], ">=")
    orders = ((sign, Numeral("0")),) if sign else ()
    return Values(orders, whole=(found["whole"] or found["only"]) is not None)


def _of_set(sentence: Sentence, text: str, found: re.Match[str]) -> Values | None:
    token = sentence[text[: found.start("set")].count(" ")]
    sole = token.sole() if isinstance(token, Maths) and not token.display else None
    match sole:
        case Statement((Syntax() as home,), ()):
            return _in(home)
    return None


def _in(home: Syntax) -> Values | None:
    r"""What holds of the elements of a set: \{0, 1, 2, \dots\}, \{1, \dots, n\}, \{-1, 1\}, \mathbb N, [0, 1]."""
    match home:
        case Symbol("Z", "bb"):
            return Values(whole=True)
        case Symbol("N", "bb") | Script(Symbol("N", "bb"), Numeral("0"), None):  # the first with 0 or without
            return Values(((">=", Numeral("0")),), whole=True)
        case Script(Symbol("Z", "bb"), Statement((_, Numeral("0") as low), (Sign(">=" | ">" as symbol),)), None):
            return Values(((symbol, low),), whole=True)
        case Bracket("{", items, "}", None):
            return _of_items(items)
        case Bracket("[" | "(" as left, (low, high), "]" | ")" as right, None):
            ends = ((">=" if left == "[" else ">", low), ("<=" if right == "]" else "<", high))
            return Values(tuple(end for end in ends if not _is_endless(end[1])))
    return None


def _of_items(items: tuple[Syntax, ...]) -> Values | None:
    """Integers one by one, or successive ones with dots for those that follow, up to a last one or without."""
    dots = [k for k, item in enumerate(items) if isinstance(item, Dots)]
    ahead = items[: dots[0]] if dots else items
    values = [n for n in map(_integer, ahead) if n is not None]
    if not values or len(values) < len(ahead):
        return None
    follow = all(b - a == 1 for a, b in pairwise(values))
    if not dots:
        first, last = min(values), max(values)
        ends = ((">=", items[values.index(first)]), ("<=", items[values.index(last)]))
        if last - first > _FURTHEST or first == last:
            return None
        return Values(ends, whole=True, among=() if follow else tuple(sorted(values)))
    if follow and len(values) > 1 and dots == [len(items) - 1]:
        return Values(((">=", ahead[0]),), whole=True)
    if follow and dots == [len(items) - 2]:
        return Values(((">=", ahead[0]), ("<=", items[-1])), whole=True)
    return None


def _integer(item: Syntax) -> int | None:
    match item:
        case Numeral(text) if text.isdigit():
            return int(text)
        case Add((Numeral(text),), ("-",)) if text.isdigit():
            return -int(text)
    return None


def _is_endless(end: Syntax) -> bool:
    return any(name_of(part) == "\\infty" or (isinstance(part, Symbol) and part.name == "infty") for part in end.walk())


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
    """The sentence without the words that tell such values."""
    told = {at for each in values_told(sentence) for at in range(each.begin, each.end)}
    return tuple("" if at in told and not isinstance(token, Maths) else token for at, token in enumerate(sentence))


def assume(m: Meaning, told: Iterable[ToldValues]) -> None:
    """Assume what is told; of a random variable that has a law it is not read, and nothing is refuted of that."""
    for each in told:
        for node in each.names:
            name = name_of(node) or ""
            if each.values is not None and (home := _range(m, each.values)) is not None:
                m.context.ranges[name] = home
            try:
                said = _said(m, node, each.values)
                letter = outcomes.density_of(m, [name])
            except Unread:
                said, letter = None, None
            m.context.assume(*(said or ()))
            if letter is not None and not isinstance(m.densities.space(name.lower()), L.PositiveReals):
                densities_on_parts.leave_open(m.context, letter)
            if said is None:
                m.context.shaped |= {name}


def _range(m: Meaning, values: Values) -> L.Space | None:
    """The part of the line that a variable with a density has values in, with its ends or without."""
    match {symbol[0]: end for symbol, end in values.orders}:
        case {">": Numeral("0"), **rest} if not rest and not values.whole:
            return L.R_POSITIVE
        case {">": Numeral(low), "<": Numeral(high)} if not values.whole and float(low) < float(high):
            return L.Interval(m.scalar(Numeral(low)), m.scalar(Numeral(high)))
    return None


def _said(m: Meaning, node: Syntax, values: Values | None) -> list[L.ForAll] | None:
    """What holds at all outcomes; None where the random variable has a law, or the set of its values is not read."""
    value = unknown_events.value_of(m, node)
    if value is None or values is None:
        return None
    if values.whole:
        m.context.whole_valued |= {name_of(node) or ""}
        value = unknown_events.value_of(m, node)
        assert value is not None
    said = [L.Relation(value, symbol, m.scalar(end)) for symbol, end in values.orders]
    match values.among:
        case (low, high) if low == -high:
            said.append((value**2).eq(high**2))
        case (_, *_):
            said.append(L.Times(tuple(value - k for k in values.among)).eq(0))
    return [L.ForAll(each, unknown_events.OUTCOME) for each in said]


__all__ = ["ToldValues", "assume", "values_told", "variables_told", "without_told"]
