r"""Differentials and derivatives: ``dx``, ``\partial^2 f``, ``\frac{d}{dx}``, ``df/dx``."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from ..syntax import (
    Big,
    Bracket,
    Differential,
    Fraction,
    Mark,
    Multiply,
    Numeral,
    Script,
    Symbol,
    Syntax,
    Unread,
)
from .cursor import Cursor
from .layout import is_d, past_scripts

_PLACES = frozenset("ijklmn")  # \partial_i is by the coordinate at that place
_SYMBOLS = frozenset(("letter", "word", "accent", "font", "{"))


class _Written(NamedTuple):
    """A differential of a denominator: what stands behind its d, and the same taken apart as base and power."""

    sign: str
    whole: Syntax
    base: Syntax
    power: Syntax | None
    span: tuple[int, int]

    def read(self, as_power: bool) -> Differential:
        if as_power:
            return Differential(self.sign, self.base, None, self.power, span=self.span)
        return Differential(self.sign, self.whole, span=self.span)


def claimed(c: Cursor) -> None:
    """Take the differential that is next and file it under the integral that it closes."""
    claim = c.layout.claims[c.i]
    start = c.token.start
    node: Syntax
    if c.at("big"):
        c.take()
        below, above = c.limits()
        inner = differential(c)
        node = Big("prod", inner, below, above, span=c.span_from(start))
    else:
        node = differential(c, applied=True)
    c.differentials.setdefault(claim.integral, []).append(node)


def differential(c: Cursor, applied: bool = False) -> Differential:
    """A differential, from its d on, outside of a derivative; ``applied`` where ``dF(x)`` may be one."""
    start = c.token.start
    claim = c.layout.claims.get(c.i)
    sign, order = _d(c)
    if not _variable_follows(c):
        return Differential(sign, None, order, span=c.span_from(start))
    whole = _variable(c)
    if applied and claim is not None and c.i < claim.end and c.at("open"):
        whole = Multiply((whole, c.bracket()), ("", ""), span=c.span_from(whole.span[0]))
    base, power = _apart(whole)
    return Differential(sign, base, order, power, span=c.span_from(start))


def partial(c: Cursor) -> Syntax:
    r"""``\partial x``, ``\partial_x``, ``\partial f/\partial x``."""
    if (quotient := inline(c)) is not None:
        return quotient
    start = c.token.start
    if c.after().kind != "_":
        return differential(c)
    c.take()
    below, above = c.limits()
    span = c.span_from(start)
    den = None if below is None else _below_partial(below, above, span)
    if den is None:
        return Script(Differential("partial", None, above, span=(start, start)), below, span=span)
    order = Numeral(str(len(den.factors))) if isinstance(den, Multiply) else above
    return Fraction(Differential("partial", None, order, span=span), den, span=span)


def _below_partial(below: Syntax, order: Syntax | None, span: tuple[int, int]) -> Syntax | None:
    r"""What \partial_x, \partial_x^2 and \partial_{xy} differentiate by, as it would stand below a fraction; None for
    a place, \partial_1 and \partial_i."""
    match below:
        case Symbol(name) | Script(Symbol(name), Syntax(), None, 0) if name not in _PLACES:
            return Differential("partial", below, None, order, span=span)
        case Multiply((*factors,), (*signs,)) if order is None and not any(signs):
            if all(isinstance(each, Symbol) and each.name not in _PLACES for each in factors):
                return Multiply(tuple(Differential("partial", each, span=span) for each in factors), below.signs)
    return None


def _d(c: Cursor) -> tuple[str, Syntax | None]:
    """Take a d and the order on it."""
    token = c.take()
    order: Syntax | None = None
    if c.token.kind in ("^", "super"):
        below, order = c.limits()
        if below is not None:
            raise Unread("a d with an index", c.here())
    return "partial" if token.kind == "partial" else "d", order


def _variable_follows(c: Cursor) -> bool:
    return c.token.kind in _SYMBOLS


def _variable(c: Cursor) -> Syntax:
    start = c.token.start
    grouped = c.at("{")
    return c.scripts(c.atom(), start, grouped)


def _apart(node: Syntax) -> tuple[Syntax, Syntax | None]:
    """A variable and the power written on it; marks and transpositions are no powers."""
    if not isinstance(node, Script) or node.above is None or isinstance(node.above, Mark | Bracket):
        return node, None
    if isinstance(node.above, Symbol) and (node.above.font or node.above.name in ("T", "top")):
        return node, None
    base: Syntax = node.base
    if node.below is not None or node.primes:
        base = Script(node.base, node.below, None, node.primes, span=node.span)
    return base, node.above


# ---------------------------------------------------------------------------------------------------------------------
# derivatives


def inline(c: Cursor) -> Fraction | None:
    r"""``df/dx`` on one line, from its first d on; None where no such quotient stands here."""
    if not _is_inline(c):
        return None
    start = c.token.start
    sign, order = _d(c)
    subject: Syntax | None = None
    if not c.at("times"):
        subject = _variable(c)
        if c.at("open", "("):
            subject = Multiply((subject, c.bracket()), ("", ""), span=c.span_from(subject.span[0]))
    num = Differential(sign, subject, order, span=c.span_from(start))
    c.take()
    first = c.token.start
    den = _below(c, order, first)
    return Fraction(num, den, span=c.span_from(start))


def _is_inline(c: Cursor) -> bool:
    tokens, layout = c.tokens, c.layout
    k = past_scripts(tokens, layout, c.i + 1)
    if tokens[k].kind in _SYMBOLS:
        while tokens[k].kind in ("accent", "font"):
            k += 1
        k = past_scripts(tokens, layout, layout.partner.get(k, k) + 1)
        if tokens[k].kind == "open" and tokens[k].text == "(":
            k = layout.partner.get(k, k) + 1
    if k + 2 >= len(tokens) or tokens[k].kind != "times" or tokens[k].text != "/":
        return False
    below = tokens[k + 1]
    touches = tokens[k + 2].gap == 0 or below.kind == "partial" or below.note != ""
    return is_d(below) and touches and tokens[k + 2].kind in _SYMBOLS and k + 1 not in layout.claims


def derivative(c: Cursor, start: int) -> Fraction:
    r"""``\frac{d^2 f}{dx^2}``, from its numerator on."""
    c.take()
    with c.within("group"):
        first = c.token.start
        sign, order = _d(c)
        subject = None if c.at("}") else c.product()
        num = Differential(sign, subject, order, span=c.span_from(first))
    c.expect("}", "more than one term behind the d of a numerator")
    c.take()
    with c.within("group"):
        den = _below(c, order, c.token.start)
    c.expect("}", "a denominator that begins with a d and is no differential")
    return Fraction(num, den, span=c.span_from(start))


def _below(c: Cursor, order: Syntax | None, start: int) -> Syntax:
    r"""The differentials below a derivative: ``dx^2``, ``\partial x \partial y``, ``(\partial \sigma^2)^2``."""
    written: list[_Written] = []
    while is_d(c.token) or (c.at("open", "(") and is_d(c.after())):
        written.append(_bracketed(c) if c.at("open") else _one_below(c))
    if not written:
        raise Unread("a derivative by nothing", c.here())
    nodes = _shared_out(written, order, c.span_from(start))
    if len(nodes) == 1:
        return nodes[0]
    return Multiply(nodes, ("",) * len(nodes), span=c.span_from(start))


def _one_below(c: Cursor) -> _Written:
    start = c.token.start
    sign, order = _d(c)
    if order is not None or not _variable_follows(c):
        raise Unread("a d without its variable below a derivative", c.span_from(start))
    whole = _variable(c)
    if c.at("open", "("):
        whole = Multiply((whole, c.bracket()), ("", ""), span=c.span_from(whole.span[0]))
    return _Written(sign, whole, *_apart(whole), c.span_from(start))


def _bracketed(c: Cursor) -> _Written:
    start = c.take().start
    with c.within("("):
        inner = _one_below(c)
    c.expect("close", "a bracket in a denominator without its closing")
    _, power = c.limits()
    return _Written(inner.sign, inner.whole, inner.whole, power, c.span_from(start))


def _shared_out(written: list[_Written], order: Syntax | None, span: tuple[int, int]) -> tuple[Differential, ...]:
    r"""Which powers count how often, and which belong to the variable: the orders above and below must agree.

    So sigma^2 is the variable of ``\frac{\partial}{\partial \sigma^2}``, and sigma is that of
    ``\frac{\partial^2}{\partial \sigma^2}``.
    """
    if len(written) == 1 and written[0].power is not None and written[0].power == order:
        return (written[0].read(True),)
    wanted = 1 if order is None else int(order.text) if isinstance(order, Numeral) and order.text.isdigit() else None
    if wanted is None or len(written) > 4:
        if any(w.power is not None for w in written):
            raise Unread("the orders of a derivative above and below differ", span)
        return tuple(w.read(False) for w in written)
    for choice in product((True, False), repeat=len(written)):
        counts = [_count(w) if as_power else 1 for w, as_power in zip(written, choice, strict=True)]
        if None not in counts and sum(n for n in counts if n is not None) == wanted:
            return tuple(w.read(p and w.power is not None) for w, p in zip(written, choice, strict=True))
    raise Unread("the orders of a derivative above and below differ", span)


def _count(written: _Written) -> int | None:
    if written.power is None:
        return 1
    if isinstance(written.power, Numeral) and written.power.text.isdigit():
        return int(written.power.text)
    return None


def is_derivative(node: Syntax) -> bool:
    """Whether a factor is a quotient of differentials."""
    return isinstance(node, Fraction) and isinstance(node.num, Differential)
