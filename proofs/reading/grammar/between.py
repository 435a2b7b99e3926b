r"""Several names between two numbers, $0 \le x, y \le 1$: each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..syntax import Add, Fraction, Numeral, Script, Sign, Statement, Symbol, Syntax

_RISING, _FALLING = frozenset(("<", "<=")), frozenset((">", ">="))


def several_between(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements of a row with each name between two numbers in one of its own.

    The numbers are written as such: $a < b, c < d$ says two things.
    """
    found: list[Statement] = []
    at = 0
    while at < len(statements):
        end = _end(statements, at)
        found += statements[at : at + 1] if end is None else _each(statements[at : end + 1])
        at = at + 1 if end is None else end + 1
    return tuple(found)


def _end(statements: Sequence[Statement], at: int) -> int | None:
    """Where such a list ends that begins there."""
    match statements[at]:
        case Statement((low, name), (Sign(symbol),)) if _is_number(low) and _is_name(name):
            way = _RISING if symbol in _RISING else _FALLING if symbol in _FALLING else frozenset()
        case _:
            return None
    for k, each in enumerate(statements[at + 1 :], at + 1):
        match each:
            case Statement((name,), (), "") if _is_name(name):
                continue
            case Statement((name, high), (Sign(symbol),), "") if _is_name(name) and _is_number(high) and symbol in way:
                return k
        break
    return None


def _each(listed: Sequence[Statement]) -> list[Statement]:
    first, last = listed[0], listed[-1]
    names = [first.expressions[1], *(each.expressions[0] for each in listed[1:])]
    ends, signs = (first.expressions[0], last.expressions[1]), (*first.relations, *last.relations)
    return [
        replace(each, expressions=(ends[0], name, ends[1]), relations=signs)
        for each, name in zip(listed, names, strict=True)
    ]


def _is_name(node: Syntax | None) -> bool:
    return isinstance(node, Symbol) or (isinstance(node, Script) and isinstance(node.base, Symbol) and not node.above)


def _is_number(node: Syntax | None) -> bool:
    match node:
        case Numeral() | Symbol("infty"):
            return True
        case Add((inner,), ("-" | "+",)):
            return _is_number(inner)
        case Fraction(top, bottom):
            return _is_number(top) and _is_number(bottom)
    return False


__all__ = ["several_between"]
