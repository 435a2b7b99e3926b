r"""Exponential families: p(x \mid \eta) = h(x) \exp(\eta T(x) - A(\eta)), where A(\eta) makes it integrate to 1.

Of h and T nothing is said; A(\eta) is the logarithm of the integral of the rest, whatever these are.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ..grammar.rewritten import rewritten
from ..names import name_of
from ..syntax import Add, Bracket, Multiply, Named, Numeral, Script, Symbol, Syntax
from ..terms.defined import Defined
from ..uses.heads import Head, head_of
from ..uses.superscripts import is_transposition

if TYPE_CHECKING:
    from ..meaning import Meaning

_LETTERS = ("p", "f", "q")


def define(m: Meaning, left: Syntax, right: Syntax) -> tuple[str, L.Term] | None:
    """The density that an equation gives in such a form, and its value; None for any other equation."""
    written = _density(left)
    found = None if written is None else _normaliser(right, written[2])
    if (
        written is None
        or found is None
        or any(isinstance(n, Script) and is_transposition(n.above) for n in right.walk())
    ):
        return None
    head, x, eta = written
    rest_written, normaliser = found
    context = m.context
    known = (context.functions, context.values, context.laws, context.maps, context.spaces)
    taken = (head, normaliser, eta)
    if any(name in names for name in taken for names in known) or m.shapes.is_array(eta):
        return None
    point, parameter = L.Var(x, L.R), L.Var(eta, L.R)
    with m.binding({x: point, eta: parameter}):
        rest = m.scalar(rest_written)
    if point not in rest.free or parameter not in rest.free:
        return None
    context.spaces[x] = L.R
    log_total = L.log(L.Int(rest, point))
    context.functions[normaliser] = Defined((parameter,), log_total)
    with m.binding({x: point, eta: parameter}):
        body = m.scalar(right)
    given = (parameter,) if "_" not in head else ()
    context.functions[head] = Defined((point,), body, given=given)
    context.normalised[head] = (x, eta)
    context.own |= {head, normaliser}
    return head, body


def _density(left: Syntax) -> tuple[str, str, str] | None:
    r"""The p, x and \eta of p(x \mid \eta), p(x; \eta), p_\eta(x)."""
    match left:
        case Multiply((head_node, Bracket("(", (item,), ")", given)), ("", "")):
            head, x = head_of(head_node), name_of(item)
        case _:
            return None
    if head is None or x is None or head.symbol.name not in _LETTERS or head.power is not None or head.primes:
        return None
    if given is not None and len(given) == 1 and head.below is None:
        eta = name_of(given[0])
    else:
        eta = _label(head) if given is None else None
    return None if eta is None or eta == x else (head.name, x, eta)


def _label(head: Head) -> str | None:
    below = head.below
    return name_of(below) if isinstance(below, Symbol) and not below.name[:1].isupper() else None


def _normaliser(right: Syntax, eta: str) -> tuple[Syntax, str] | None:
    r"""The formula without the -A(\eta) in its exponent, and the A."""
    for node in right.walk():
        match node:
            case Named("exp", argument, None, None):
                exponent = argument
            case Script(Symbol("e"), None, Syntax() as above, 0):
                exponent = above
            case _:
                continue
        while isinstance(exponent, Bracket) and len(exponent.items) == 1:
            exponent = exponent.items[0]
        if not isinstance(exponent, Add):
            continue
        for k, (sign, summand) in enumerate(zip(exponent.signs, exponent.summands, strict=True)):
            match summand:
                case Multiply((Symbol() as symbol, Bracket("(", (item,), ")", None)), ("", "")):
                    if sign == "-" and name_of(item) == eta and (name := name_of(symbol)) is not None:
                        return _without(right, exponent, k), name
    return None


def _without(whole: Syntax, exponent: Add, at: int) -> Syntax:
    """The formula with an exponent that lacks one of its summands."""
    summands = exponent.summands[:at] + exponent.summands[at + 1 :]
    signs = exponent.signs[:at] + exponent.signs[at + 1 :]
    less: Syntax = replace(exponent, summands=summands, signs=signs)
    if not summands:
        less = Numeral("0", span=exponent.span)
    elif len(summands) == 1 and signs[0] != "-":
        less = summands[0]
    done: Syntax = rewritten(whole, lambda node: less if node == exponent else node)
    return done


__all__ = ["define"]
