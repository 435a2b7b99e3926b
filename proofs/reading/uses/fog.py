r"""Fog: the names about which nothing is certain after a formula that was not read."""

from __future__ import annotations

import re

from ..context import Context
from ..names import GREEK, name_of
from ..syntax import Bracket, Decorated, Fraction, Multiply, Script, Statement, Syntax, Unread


def forget(context: Context, left: Syntax | None, reason: Unread) -> None:
    """After a formula that was not read nothing is certain about the name on its left."""
    if left is None:
        return
    name = name_of(left)
    match left:
        case Fraction(inner) | Script(inner, None, _, 0) if name is None:  # S/\sigma^2, s^2
            return forget(context, inner, reason)
        case Script(base, below, above, 0) if name is None:  # a label that is not read leaves the letter in doubt
            return forget(context, base if above is None else Script(base, below), reason)
        case Multiply((head, Bracket()), _):
            name = f"{name_of(head)}("
        case Decorated(_, content) | Bracket("", (content,), "", (_, *_)):  # Y of Y | X ~ law
            return forget(context, content, reason)
    if name is not None and name not in context.values:
        context.fog.setdefault(name, reason.reason)


def forget_means_given(context: Context, statement: Statement) -> None:
    """Nor about the random variables of which a mean given others was told and not read: with E[X | Y] = 2Y."""
    for node in statement.walk():
        match node:
            case Multiply((_, Bracket(_, items, _, (_, *_) as given)), ("", "")):
                inside = {name_of(n) for part in (*items, *given) for n in part.walk()}
                for name in (n for n in inside if n is not None and n[:1].isupper()):
                    context.fog.setdefault(name, "what was said of a mean given others was not read")


def forget_mentioned(context: Context, text: str) -> None:
    """Nor about the names in a text that could not be parsed."""
    for name in _mentioned(text):
        context.fog.setdefault(name, "a formula about it was not read")


def _mentioned(text: str) -> set[str]:
    """The letters and commands of a text that could not be parsed, with and without an index."""
    commands = {c[1:] for c in re.findall(r"\\[A-Za-z]+", text)}
    letters = commands & GREEK | set(re.findall(r"(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])", text))
    indexed = re.findall(r"(?<![A-Za-z])([A-Za-z]+)\s*_\s*(?:\{(\w+)\}|(\w))", text)
    return letters | {f"{letter}_{long or short}" for letter, long, short in indexed if letter in letters}


__all__ = ["forget", "forget_means_given", "forget_mentioned"]
