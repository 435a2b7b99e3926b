r"""Formulas of events: A, A^c, A', \bar A, \neg A, A \cap B, A B, A \cup B, A \setminus B, +, T^-, \Omega, and events
that are called by words, \text{rain}, \text{no rain}."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..names import name_of
from ..syntax import Add, Bracket, Decorated, Mark, Multiply, Numeral, Script, Symbol, Syntax, Words

Happens = Callable[[dict[str, bool]], bool]  # whether an event happens where these do and the others do not

_AND, _OR, _WITHOUT = ("\\cap", "\\wedge", "\\land", ""), ("\\cup", "\\vee", "\\lor"), ("\\setminus", "\\backslash")
_EITHER = ("\\triangle", "\\oplus")
_NOT = ("\\neg", "\\lnot")
_WORDS = re.compile(  # what calls an event, \text{test positive}, and does not relate several
    r"(?!.*\b(?:and|or|given|if|but|either|both|neither)\b)[A-Za-z]{2,}(?:[ -][A-Za-z]+){0,3}"
)
_DENIED = re.compile(r"(?:no|not|non)[ -](?=[A-Za-z]{2})")


@dataclass(frozen=True)
class Event:
    """An event that is made of others, which have names."""

    names: frozenset[str]
    happens: Happens


def event(node: Syntax) -> Event | None:
    """What an expression says of events with names; None where it is no formula of these."""
    name = name_of_event(node)
    if name is not None:
        return Event(frozenset((name,)), lambda world: world[name])
    match node:
        case Words(text) if (denied := _DENIED.match(text)) is not None:
            return _not(event(Words(text[denied.end() :])))
        case Symbol("Omega", _, ()):
            return Event(frozenset(), lambda world: True)
        case Symbol("emptyset" | "varnothing"):
            return Event(frozenset(), lambda world: False)
        case Mark("-"):  # a test is negative
            return _not(event(Mark("+")))
        case Symbol(letter, font, ("bar",)):
            return _not(event(Symbol(letter, font)))
        case Script(base, below, Mark("-"), 0) if name_of_event(base) is not None:
            return _not(event(base if below is None else Script(base, below)))
        case Decorated("overline", inner):
            return _not(event(inner))
        case Script(base, below, above, primes) if (above is None and primes == 1) or _is_complement(above, primes):
            return _not(event(base if below is None else Script(base, below)))
        case Bracket("(", (inner,), ")", None):
            return event(inner)
        case Multiply((Mark(sign), inner), ("", "")) if sign in _NOT:
            return _not(event(inner))
        case Add((first, second), ("", "-")):
            return _joined([event(first), event(second)], _WITHOUT[0])
        case Multiply(factors, (_, first, *more)) if all(sign == first for sign in more):
            if not first and any(are_words(name_of_event(factor) or "") for factor in factors):
                return None  # Pr(A), and no product of words
            return _joined([event(factor) for factor in factors], first)
    return None


def name_of_event(node: Syntax) -> str | None:
    """The name of an event that is nothing more: a capital letter, with a number or not; + that a test is positive;
    words."""
    match node:
        case Words(text) | Symbol(text, "text" | "rm" | "it" | "sf", ()) if are_words(text) and not _DENIED.match(text):
            return text
        case Mark("+"):
            return "+"
        case Script(base, None, Mark("+"), 0):
            return name_of_event(base)
        case Symbol(letter, "", ()) if len(letter) == 1 and letter.isupper() and letter != "P":
            return letter
        case Script(Symbol(letter, "", ()), Numeral(), None, 0) if len(letter) == 1 and letter.isupper():
            return name_of(node)
    return None


def are_words(name: str) -> bool:
    """Whether the name of an event is not its letter, but words that say what happens in it."""
    return _WORDS.fullmatch(name) is not None


def _is_complement(above: Syntax | None, primes: int) -> bool:
    return primes == 0 and isinstance(above, Symbol | Mark) and above in _COMPLEMENTS


_COMPLEMENTS = (
    Symbol("c"),
    Symbol("C"),
    Symbol("c", "rm"),
    Symbol("C", "rm"),
    Symbol("c", "text"),
    Mark("\\complement"),
)


def _not(inner: Event | None) -> Event | None:
    return None if inner is None else Event(inner.names, lambda world: not inner.happens(world))


def _joined(parts: list[Event | None], sign: str) -> Event | None:
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    names = frozenset().union(*(part.names for part in known))
    if sign in _AND:
        return Event(names, lambda world: all(part.happens(world) for part in known))
    if sign in _OR:
        return Event(names, lambda world: any(part.happens(world) for part in known))
    if len(known) == 2 and sign in _WITHOUT:
        return Event(names, lambda world: known[0].happens(world) and not known[1].happens(world))
    if len(known) == 2 and sign in _EITHER:
        return Event(names, lambda world: known[0].happens(world) != known[1].happens(world))
    return None


__all__ = ["Event", "are_words", "event", "name_of_event"]
