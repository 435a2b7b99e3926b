r"""Laws on integers that are written in several ways: uniform on \{1, \dots, n\}, geometric of trials or failures."""

from __future__ import annotations

import re

from ..names import name_of
from ..syntax import Add, Bracket, Dots, Multiply, Numeral, Symbol, Syntax
from .families import SAID

_OF_TRIALS = re.compile(
    r"\b(number of|count(s|ing)?)( the)?( number of)? (\w+ )?(trials|tosses|flips|rolls|attempts)\b"
    r"[^.]{0,30}\b(until|up to|to get|to obtain|for)\b"
    r"[^.]{0,20}\bfirst (success|head)"
)


def on_integers(node: Syntax | None) -> Syntax | None:
    r"""The law on a set of integers that follow each other, \{1, \dots, n\}; None for other sets."""
    match node:
        case Bracket("{", (Numeral(a) as low, Dots(), high), "}", None) if a.isdigit():
            return named("DiscreteUniform", low, high)
        case Bracket("{", (Numeral(a) as low, Numeral(b), Dots(), high), "}", None) if a.isdigit() and b.isdigit():
            return named("DiscreteUniform", low, high) if int(b) == int(a) + 1 else None
    return None


def one_more_than_failures(trials: Syntax) -> tuple[Symbol, Syntax]:
    """A name for the number of failures before the last of some trials, and the number of trials in terms of it."""
    failures = Symbol(re.sub(r"\W|_", "", f"N{name_of(trials)}"), "rm")
    return failures, Add((failures, Numeral("1")), ("", "+"))


def law_of_failures(words: str, law: Syntax) -> Syntax | None:
    """The law of the failures before, where a geometric law is said to be that of the number of trials; else None."""
    match law:
        case Multiply((Symbol("Geom" | "Geometric", font), Bracket("(", (_,), ")", None) as chance), ("", "")):
            of_trials = font != SAID and _OF_TRIALS.search(words) and "failure" not in words
            return Multiply((Symbol("Geom", SAID), chance), ("", "")) if of_trials else None
    return None


def named(head: str, *parameters: Syntax, font: str = "rm") -> Syntax:
    """A law by the name of its family."""
    return Multiply((Symbol(head, font), Bracket("(", parameters, ")")), ("", ""))


__all__ = ["law_of_failures", "named", "on_integers", "one_more_than_failures"]
