"""Scripts and what they hold: indices, powers, primes, marks, limits; and factorials, which bind as tightly."""

from __future__ import annotations

from ..syntax import Bracket, Factorial, Mark, Numeral, Script, Symbol, Syntax, Unread
from . import brackets
from .cursor import Cursor, words

_KINDS = ("^", "_", "'", "super", "sub", "!")


def scripts(c: Cursor, base: Syntax, start: int, grouped: bool) -> Syntax:
    """A base with the scripts and factorials that follow it; ``grouped`` where braces were around the base."""
    node = base
    while c.token.kind in _KINDS or _is_grouped(c):
        if c.at("{"):
            node = _grouped(c, node, start)
        elif c.at("!"):
            c.take()
            if isinstance(node, Factorial):
                raise Unread("x!! has two meanings", c.span_from(start))
            node = Factorial(node, span=c.span_from(start))
        else:
            below, above, primes = read(c)
            if below is None and above is None and not primes:
                continue
            if grouped and isinstance(node, Script) and node.above is None and not (below and node.below):
                if primes and node.primes:
                    raise Unread("two superscripts", c.span_from(start))
                below, primes, node = below or node.below, primes or node.primes, node.base
            node = Script(node, below, above, primes, span=c.span_from(start))
        grouped = False
    return node


def _is_grouped(c: Cursor) -> bool:
    r"""Whether a group follows that holds nothing before its script, ``A{^\top}``, as ``\ensuremath{^\top}`` leaves it,
    or nothing at all: ``A{}^{-1}``."""
    return c.at("{") and (c.after().kind in ("^", "_") or (c.after().kind == "}" and c.after(2).kind == "^"))


def _grouped(c: Cursor, base: Syntax, start: int) -> Syntax:
    c.take()
    if c.at("}"):
        c.take()
        return base
    below, above, primes = read(c)
    c.expect("}", "a group that begins with a script")
    return Script(base, below, above, primes, span=c.span_from(start))


def read(c: Cursor) -> tuple[Syntax | None, Syntax | None, int]:
    """The scripts that follow: below, above, and how many primes."""
    below: Syntax | None = None
    above: Syntax | None = None
    primes = 0
    while True:
        match c.token.kind:
            case "'":
                _one(above, "two superscripts", c)
                c.take()
                primes += 1
            case "_" | "^" if c.after().kind == "{" and c.after(2).kind == "}":  # as an optional argument leaves it
                c.i += 3
            case "_":
                _one(below, "two subscripts", c)
                c.take()
                below = _script(c, "below")
            case "^":
                _one(above, "two superscripts", c)
                c.take()
                if count := _primes(c):
                    if primes:
                        raise Unread("two superscripts", c.here())
                    primes = count
                else:
                    above = _script(c, "above")
            case "super":
                _one(above, "two superscripts", c)
                above = _small(c)
            case "sub":
                _one(below, "two subscripts", c)
                below = _small(c)
            case _:
                return below, above, primes


def _one(there: Syntax | None, reason: str, c: Cursor) -> None:
    if there is not None:
        raise Unread(reason, c.here())


def _primes(c: Cursor) -> int:
    r"""Take a superscript that is nothing but primes, ``^\prime`` or ``^{\prime\prime}``; how many there are."""
    if c.at("'"):
        c.take()
        return 1
    count = 0
    while c.at("{") and c.after(count + 1).kind == "'":
        count += 1
    if count and c.after(count + 1).kind == "}":
        c.i += count + 2
        return count
    return 0


def _small(c: Cursor) -> Syntax:
    token = c.take()
    sign, rest = (token.text[0], token.text[1:]) if token.text[0] in "+-" else ("", token.text)
    span = (token.start, token.end)
    if rest == "" or not (rest.isdigit() or len(rest) == 1):
        raise Unread("small raised or lowered signs that are not read", span)
    value: Syntax = Numeral(rest, span=span) if rest.isdigit() else Symbol(rest, span=span)
    return brackets.signed(value, sign, span) if sign else value


def _script(c: Cursor, place: str) -> Syntax:
    token = c.token
    match token.kind:
        case "{":
            return c.label(place)
        case "number" if len(token.text) > 1:
            raise Unread(
                f"a script of several signs without braces: only its first, {token.text[0]}, is set small", c.here()
            )
        case "sign" | "times" | "mark":
            c.take()
            if token.kind == "sign" and c.token.kind in ("number", "letter") and c.token.gap == 0:
                raise Unread(f"a script that begins with {token.text}, without braces", (token.start, c.token.end))
            return Mark(token.text, span=(token.start, token.end))
        case "relation" if token.text == "perp":
            c.take()
            return Mark("\\perp", span=(token.start, token.end))
        case "function" | "big":
            c.take()
            return Symbol(token.text, "rm", span=(token.start, token.end))
        case "letter" | "number" | "word" | "accent" | "font" | "command" | "dots":
            return c.argument()
        case "prose":
            return words(c)
    raise Unread("a script without what it holds", c.here())


def label(c: Cursor, place: str) -> Syntax:
    """A script in braces."""
    start = c.take().start
    with c.within(place):
        node = brackets.listing(c, "}", "a script without its end")
    c.expect("}", "a script that is not understood")
    if isinstance(node, Bracket) and node.left == "":
        return Bracket("", node.items, "", node.given, node.bar, span=c.span_from(start))
    return node


def limits(c: Cursor) -> tuple[Syntax | None, Syntax | None]:
    """What stands below and above a large operator."""
    below, above, primes = read(c)
    if primes:
        raise Unread("a prime on an operator", c.here())
    return below, above
