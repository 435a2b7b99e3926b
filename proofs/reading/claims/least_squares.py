r"""Estimates by least squares, as they are recalled: $\hat\beta = (X^\top X)^{-1} X^\top y$.

They solve the normal equations, X^T X b = X^T y, with a weight V^{-1} in the middle, or with \lambda b beside it for
ridge regression.  Where the formula has factors of its own, and so may minimise another objective, it is not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Add, Bracket, Fraction, Multiply, Numeral, Script, Symbol, Syntax, Unread
from ..uses.superscripts import is_minus_one
from .called import read_text

if TYPE_CHECKING:
    from ..told.naming_equation import NamingEquation

_PLAIN = re.compile(r"\b(least[- ]squares?|ols|normal equations?)\b")
_WEIGHTED = re.compile(r"\b((weighted|generali[sz]ed) least[- ]squares?|wls|gls)\b")
_RIDGE = re.compile(r"\b(ridge|tikhonov)\b")
_STATES = re.compile(r"\b(is|are|by|gives?|yields?|obtain\w*|get|find|as|solution|estimat\w+)\b[^.;]*$|[:,]\s*$")
_OPEN = "which objective this minimises was not read"


def sides(equation: NamingEquation, said: str) -> tuple[tuple[L.Term, L.Term], ...] | None:
    """The two sides of the normal equations for what the page says solves them; None where words do not call it an
    estimate by least squares, or it has another form.  Raises ``Unread``."""
    kind = next((p for p in (_WEIGHTED, _RIDGE, _PLAIN) if p.search(said)), None)
    if kind is None or not _STATES.search(said) or name_of(equation.thread.node) is None:
        return None
    parts = _parts(equation.right)
    if parts is None:
        return None
    open_ = Unread(_OPEN, equation.right.span)
    if (kind is _RIDGE) != (parts.penalty is not None) or (kind is _WEIGHTED) != bool(parts.weight):
        raise open_
    if kind is _RIDGE and not _is_plain_objective(equation, parts):
        raise open_
    written = equation.formula.written
    design, weight = written(parts.design), "".join(map(written, parts.weight))
    value = rf"\left({written(equation.right)}\right)"
    left = rf"{design}^\top {weight} {design} {value}"
    if parts.penalty is not None:
        left = rf"{left} + {written(parts.penalty)} {value}"
    right = rf"{design}^\top {weight} {written(parts.data)}"
    return ((read_text(equation.m, left), read_text(equation.m, right)),)


@dataclass(frozen=True)
class _Parts:
    r"""The X, V^{-1}, y and \lambda of (X^T V^{-1} X + \lambda I)^{-1} X^T V^{-1} y."""

    design: Syntax
    weight: tuple[Syntax, ...]
    data: Syntax
    penalty: Syntax | None


def _parts(right: Syntax) -> _Parts | None:
    match right:
        case Multiply((Script(Bracket(_, (inner,), _, None), None, power), *_, data), _) if is_minus_one(power):
            pass
        case _:
            return None
    penalty: Syntax | None = None
    if isinstance(inner, Add):
        if len(inner.summands) != 2:
            return None
        inner, rest = inner.summands
        match rest:
            case Multiply((factor, Script(Symbol("I"), _, None) | Symbol("I")), _):
                penalty = factor
            case _:
                return None
    match inner:
        case Multiply((_, *weight, Symbol() | Script() as design), _) if name_of(design) is not None:
            return _Parts(design, tuple(weight), data, penalty)
    return None


def _is_plain_objective(equation: NamingEquation, parts: _Parts) -> bool:
    """Whether the penalty is one letter, and no objective on the page gives it another factor."""
    letter = name_of(parts.penalty) if parts.penalty is not None else None
    if letter is None:
        return False
    rows = [row for row in equation.formula.ahead if row is not None]
    about = [row for row in rows if any(name_of(n) == letter for n in row.walk())]
    plain = all(not isinstance(n, Fraction) and n != Numeral("1") for row in about for n in row.walk())
    functions = equation.context.functions.values()
    return plain and not any(n.name == letter for f in functions for n in f.body.free)


__all__ = ["sides"]
