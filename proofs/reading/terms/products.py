r"""Products as written: which factors are applied to the ones behind them, and what a slash divides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Evaluated, Multiply, Named, Numeral, Script, Symbol, Syntax, Unread
from . import arrays, elementwise, gradients, images, rates
from .applied import application
from .arrays import RowVector, Value

if TYPE_CHECKING:
    from ..meaning import Meaning

_WORD = 6  # so many letters side by side are a word
_DOTS = ("\\cdot", "·", "cdot")
_TIMES = ("", "\\cdot", "\\times", "*", "·", "×", "cdot", "times")


_UNITS = frozenset(
    ("m", "km", "cm", "mm", "kg", "g", "mg", "s", "ms", "min", "h", "Hz", "Pa", "kPa", "mol", "eV", "ft", "Nm", "kW",
     "kWh", "ml", "EUR", "USD")
)  # fmt: skip


def product(m: Meaning, node: Multiply) -> Value:
    """The product as written; applications and derivatives among its factors are found first."""
    _not_words(m, node)
    _refuse_units(node)
    _refuse_differentials(node)
    if elementwise.is_elementwise(node):
        return elementwise.product(m, node)
    values: list[Value] = []
    signs: list[str] = []
    plain: list[Syntax] = []
    k = 0
    while k < len(node.factors):
        factor, sign = node.factors[k], node.signs[k]
        rest = node.factors[k + 1 :]
        value: Value | None
        behind = node.factors[k:], node.signs[k:]
        if (found := images.at_front(m, *behind) or gradients.at_front(m, *behind)) is not None:
            value, taken = found
        elif rates.is_operator(factor) and rest:
            _refuse_unclear(rest, node.signs[k + 2 :])
            operand = rest[0] if len(rest) == 1 else Multiply(rest, ("", *node.signs[k + 2 :]), span=node.span)
            value = rates.derivative(m, factor, operand)
            taken = 1 + len(rest)
        else:
            follower = rest[0] if rest and not node.signs[k + 1] else None
            value, taken = (None, 1) if follower is None else (application(m, factor, follower), 2)
        if value is None:
            value, taken = m.value(factor), 1
        values.append(value)
        signs.append(sign)
        plain.append(factor)
        k += taken
    return _combined(values, signs, plain, node)


def _refuse_units(node: Multiply) -> None:
    r"""Raises ``Unread`` for 100\,\text{m}: an upright unit behind a numeral is no name of a number."""
    for number, unit, behind in zip(node.factors, node.factors[1:], (*node.factors[2:], None), strict=False):
        symbol = unit.base if isinstance(unit, Script) else unit
        upright = isinstance(symbol, Symbol) and symbol.font in ("text", "rm") and symbol.name in _UNITS
        if upright and isinstance(number, Numeral) and not isinstance(behind, Bracket):
            raise Unread("a unit of measurement", unit.span)


def _refuse_differentials(node: Multiply) -> None:
    r"""Raises ``Unread`` for [F(t)]_a^b dt: the dt that was left behind by the integral is no factor d and no t."""
    match node.factors:
        case (*before, Symbol("d", "", ()) as d, variable) if node.signs[-1] == "" and name_of(variable) is not None:
            within = (n for factor in before if isinstance(factor, Evaluated) for n in factor.body.walk())
            if any(name_of(n) == name_of(variable) for n in within):
                raise Unread("a differential without its integral", d.span)


def _refuse_unclear(operand: tuple[Syntax, ...], signs: tuple[str, ...]) -> None:
    r"""Raises ``Unread`` for \frac{d}{dt} \log p(t) \, p(t), where the factor may stand behind the derivative."""
    if len(operand) > 1 and isinstance(operand[0], Named) and operand[0].name in ("log", "ln") and not signs[0]:
        raise Unread("what a derivative is taken of: the logarithm or all that follows", operand[0].span)


def _not_words(m: Meaning, node: Multiply) -> None:
    """A long run of letters of which none is known is a word set as mathematics."""
    letters = [f.name for f in node.factors if isinstance(f, Symbol) and len(f.name) == 1 and not f.accents]
    known = {n.name for h in m.context.stated() for n in h.free if isinstance(n, L.Var)}
    if len(letters) >= _WORD and known.union(m.bound, m.context.values).isdisjoint(letters):
        raise Unread("letters that look like words", node.span)


def _combined(values: list[Value], signs: list[str], plain: list[Syntax], node: Multiply) -> Value:
    """The factors multiplied; a slash divides what stands before it by the one factor after it."""
    for sign in signs[1:]:
        if sign not in (*_TIMES, "/", "\\div"):
            raise Unread(f"the operation {sign}", node.span)
    groups: list[Value] = []
    pending: list[Value] = [values[0]]
    for k in range(1, len(values)):
        if signs[k] in ("/", "\\div"):
            below = values[k]
            if isinstance(below, RowVector) or not L.is_scalar(below):
                raise Unread("a division by a vector or a matrix", node.span)
            if k + 1 < len(values) and not signs[k + 1] and not _separate(plain[k - 1], plain[k], plain[k + 1]):
                raise Unread("a/b c may be (a/b) c or a/(b c)", node.span)
            above = arrays.multiplied(pending, node)
            if isinstance(above, RowVector):
                pending = [RowVector(L.Quotient(above.vector, below))]
            else:
                pending = [L.Quotient(above, below)]
        elif signs[k] in _DOTS and (inner := arrays.inner(arrays.multiplied(pending, node), values[k])) is not None:
            pending = [inner]
        else:
            pending.append(values[k])
    groups += pending
    return arrays.multiplied(groups, node)


def _separate(above: Syntax, below: Syntax, after: Syntax) -> bool:
    """Whether a slash between numerals is closed before what follows: 1/2 \\sum, 1/2 (x - y)."""
    return isinstance(above, Numeral) and isinstance(below, Numeral) and not isinstance(after, Symbol | Script)
