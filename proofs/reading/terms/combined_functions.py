r"""Functions made of others by signs, (f \circ g)(x), (f + g)'(x), (f g)'(x), and derivatives of what stands in
brackets, (x \ln x)': read as what they say, f(g(x)) and derivatives of formulas.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..grammar.rewritten import rewritten
from ..names import FUNCTION_LETTERS, name_of
from ..syntax import Add, Bracket, Differential, Fraction, Multiply, Named, RowSyntax, Script, Symbol, Syntax

_COMPOSED = "\\circ"
_VARIABLES = frozenset(("x", "t", "y", "z", "u", "s", "theta"))  # of a formula in a bracket, those that vary


def functions_said(row: RowSyntax) -> RowSyntax:
    """The row with the values of combined functions, and derivatives of brackets, as formulas."""
    done: RowSyntax = rewritten(rewritten(row, _values), _derivatives)
    return done


def _values(node: Any) -> Any:
    """A product with (f \\circ g)(x) or (f + g)'(x) in it, with the values that these are."""
    if not isinstance(node, Multiply):
        return node
    factors, signs, k = list(node.factors), list(node.signs), 0
    while k + 1 < len(factors):
        put = _value(factors[k], factors[k + 1]) if not signs[k + 1] else None
        if put is not None:
            factors[k : k + 2] = [replace(put, span=(factors[k].span[0], factors[k + 1].span[1]))]
            del signs[k + 1]
        k += 1
    if len(factors) == len(node.factors):
        return node
    return factors[0] if len(factors) == 1 else replace(node, factors=tuple(factors), signs=tuple(signs))


def _value(head: Syntax, at: Syntax) -> Syntax | None:
    match head, at:
        case Bracket("(", (inside,), ")", None), Bracket("(", (_,), ")", None):
            return _put(inside, at) if _is_composed(inside) else None
        case Script(Bracket("(", (inside,), ")", None), None, None, primes), Bracket("(", (Symbol() as x,), ")", None):
            value = _put(inside, at) if primes and _is_combined(inside) else None
            return None if value is None else _derivative(value, x, primes)
    return None


def _put(node: Syntax, at: Syntax) -> Syntax:
    """The functions in an expression at a point: f(x) + g(x) of f + g, f(g(x)) of f \\circ g."""
    match node:
        case Multiply((first, *others), (_, sign, *_)) if sign == _COMPOSED:
            rest = others[0] if len(others) == 1 else replace(node, factors=tuple(others), signs=("", *node.signs[2:]))
            return _applied(first, Bracket("(", (_put(rest, at),), ")", None, span=at.span))
        case _ if _is_function(node):
            return _applied(node, at)
        case Bracket("(", (inner,), ")", None):
            return replace(node, items=(_put(inner, at),))
        case Add(summands):
            return replace(node, summands=tuple(_put(each, at) for each in summands))
        case Multiply(factors):
            return replace(node, factors=tuple(_put(each, at) for each in factors))
        case Fraction(top, bottom):
            return replace(node, num=_put(top, at), den=_put(bottom, at))
    return node


def _applied(head: Syntax, at: Syntax) -> Multiply:
    return Multiply((head, at), ("", ""), span=(head.span[0], at.span[1]))


def _derivatives(node: Any) -> Any:
    """(x \\ln x)', of the one variable that stands in it."""
    match node:
        case Script(Bracket("(", (inside,), ")", None), None, None, primes) if primes and not isinstance(
            inside, Symbol
        ):
            letters = {n: each for each in _arguments(inside) if (n := name_of(each)) in _VARIABLES}
            if len(letters) == 1 and not any((name_of(n) or "")[:1].isupper() for n in inside.walk()):
                (x,) = letters.values()
                return replace(_derivative(inside, x, primes), span=node.span)
    return node


def _arguments(node: Syntax) -> list[Symbol]:
    return [each for each in node.walk() if isinstance(each, Symbol)]


def _derivative(inside: Syntax, x: Symbol, primes: int) -> Syntax:
    for _ in range(primes):
        by = Fraction(Differential("d", None), Differential("d", x), span=inside.span)
        inside = Multiply((by, Bracket("(", (inside,), ")", None, span=inside.span)), ("", ""), span=inside.span)
    return inside


def _is_composed(node: Syntax) -> bool:
    match node:
        case Multiply(factors, (_, *signs)):
            return all(sign == _COMPOSED for sign in signs) and all(map(_is_function, factors))
    return False


def _is_combined(node: Syntax) -> bool:
    """Whether an expression is made of functions by their letters, and perhaps of numbers."""
    letters = [n for n in node.walk() if isinstance(n, Symbol)]
    plain = not any(isinstance(n, Script | Named) for n in node.walk())
    return bool(letters) and plain and all(map(_is_function, letters)) and not isinstance(node, Symbol)


def _is_function(node: Syntax) -> bool:
    return isinstance(node, Symbol) and name_of(node) in FUNCTION_LETTERS


__all__ = ["functions_said"]
