r"""Functions with a name of their own, and how far an argument without a bracket goes: ``\log 2\pi\sigma^2``."""

from __future__ import annotations

import re
from dataclasses import replace

from ..syntax import (
    Big,
    Bracket,
    Factorial,
    Multiply,
    Named,
    Numeral,
    Script,
    Symbol,
    Syntax,
    Unread,
)
from . import scripts
from .cursor import Cursor, stem
from .signs import FUNCTION_COMMANDS, LOGARITHMS

_RUN = frozenset(("letter", "word", "number", "accent", "font"))
_SCORE = re.compile(r"\\(nabla|partial)\s*(_\s*(\{[^{}]*\}|\\?[A-Za-z]+))?\s*\\(log|ln)\s*$")
_DENSITIES = re.compile(r"\\?(p|q|pi|P|Q|mathbb|mathcal|int|sum)\b|[pq]_")
_DIFFERENTIATED = frozenset(("tanh", "softplus", "sigmoid", "sinh", "cosh", "sin", "cos", "tan", "arctan", "erf"))


def named(c: Cursor) -> Syntax:
    """A function and its argument, from its name on."""
    token = c.take()
    name, start = token.text, token.start
    below, above, primes = scripts.read(c)
    if primes and (name not in _DIFFERENTIATED or not c.at("open") or c.token.text != "(" or below or above):
        raise Unread(f"a derivative of {name} written with a prime", c.span_from(start))
    if c.at("open") and c.token.text in ("(", "[", "{"):
        applied = _applied(c, name, below, above, start)
        return _primed(applied, primes) if primes else applied
    if c.at("sign"):
        raise Unread(f"{name} before a sign: how much belongs to it is not said", c.span_from(start))
    if not c.starts_factor():
        if name in FUNCTION_COMMANDS and c.inside not in ("below", "above"):
            raise Unread(f"{name} without its argument", c.span_from(start))
        symbol: Syntax = Symbol(name, "rm", span=(token.start, token.end))
        if below is None and above is None:
            return symbol
        return Script(symbol, below, above, span=c.span_from(start))
    argument = _run(c, name)
    return Named(name, argument, below, above, span=c.span_from(start))


def _primed(node: Syntax, primes: int) -> Syntax:
    """The derivative of the function, at its argument; a power behind the bracket is one of that value."""
    if isinstance(node, Script) and isinstance(node.base, Named):
        return replace(node, base=replace(node.base, primes=primes))
    assert isinstance(node, Named)
    return replace(node, primes=primes)


def extremum(c: Cursor) -> Syntax:
    r"""``\max(x, y)``: the largest of several values."""
    token = c.take()
    return c.scripts(Named(token.text, c.bracket(), span=c.span_from(token.start)), token.start)


def _applied(c: Cursor, name: str, below: Syntax | None, above: Syntax | None, start: int) -> Syntax:
    """A name with a bracket directly behind it."""
    first = c.token.start
    argument = c.bracket()
    if name in LOGARITHMS and c.token.kind in ("^", "super"):
        raised = c.scripts(argument, first)
        power = raised.above if isinstance(raised, Script) else None
        single = isinstance(argument, Bracket) and len(argument.items) == 1 and _is_single(argument.items[0])
        if not isinstance(power, Numeral):
            return Named(name, raised, below, above, span=c.span_from(start))
        if not single:
            raise Unread(f"the power may be of {name} or of its argument", c.span_from(start))
        value = Named(name, argument, below, above, span=(start, argument.span[1]))
        return Script(value, None, power, span=c.span_from(start))
    return c.scripts(Named(name, argument, below, above, span=c.span_from(start)), start)


def _is_score(before: str, behind: str) -> bool:
    r"""Whether \nabla \log p(x) stands before a factor f(x), of which the logarithm is not taken: of another density it
    may be."""
    return _SCORE.search(before) is not None and _DENSITIES.match(behind) is None


def _is_single(node: Syntax) -> bool:
    return isinstance(node, Symbol | Numeral) or (isinstance(node, Script) and node.above is None)


def _run(c: Cursor, name: str) -> Syntax:
    """The argument of a function without a bracket: see ``Named``."""
    start = c.token.start
    factors = [c.factor()]
    applied = False
    while not applied and _is_plain(factors[-1]):
        token = c.token
        if token.gap == 2 or c.i in c.layout.claims:
            break
        if token.kind == "open" and token.text in ("(", "["):
            if not isinstance(stem(factors[-1]), Symbol):
                raise Unread(f"the bracket may belong to {name} or stand behind it", c.here())
            first = token.start
            factors.append(c.scripts(c.bracket(), first))
            applied = True
        elif token.kind in _RUN:
            factors.append(c.factor())
        else:
            break
    argument = factors[0]
    if len(factors) > 1:
        argument = Multiply(tuple(factors), ("",) * len(factors), span=c.span_from(start))
        if any(_is_exponential(factor) for factor in factors[1:]):
            raise Unread(f"{name} before several factors: how many belong to it is not said", argument.span)
    if applied and c.token.text.lstrip("\\") == "nabla":  # what it differentiates stands behind it
        return argument
    if name in LOGARITHMS and c.token.text.lstrip("\\") == "exp" and c.token.gap < 2:  # \log \frac{1}{c} \exp(-x)
        raise Unread(f"{name} before several factors: how many belong to it is not said", c.here())
    follows = c.token.kind in _RUN if applied else c.at("command") and _is_plain(factors[-1])
    if follows and c.token.gap < 2 and c.i not in c.layout.claims and c.starts_factor():
        if applied and _is_score(c.text[:start], c.text[c.token.start :]):
            return argument
        raise Unread(f"{name} before several factors: how many belong to it is not said", c.here())
    if c.at("times", "/") and (applied or _is_plain(argument) or len(factors) > 1):
        raise Unread(f"{name} a/b may be {name} of the quotient or a quotient of {name} a", c.here())
    return argument


def _is_exponential(node: Syntax) -> bool:
    """e^{-x}, which one writes behind a function as often as within it."""
    carrier = stem(node)
    return isinstance(node, Script) and node.above is not None and isinstance(carrier, Symbol) and carrier.name == "e"


def _is_plain(node: Syntax) -> bool:
    """A numeral or symbol, with scripts or factorials: what others may follow."""
    while isinstance(node, Factorial):
        node = node.argument
    return isinstance(stem(node), Symbol | Numeral) and not isinstance(node, Big)
