r"""What is said of all of a list at once: ``0 < x, y < 1`` puts both between 0 and 1, ``|x|, |y| \le 1`` bounds both,
and ``(x, y) \in [0, 1]^2`` says where each lies.

As it is parsed a comma parts two orders, 0 < x and y < 1.  Between numbers, or up to a size, no one means that; of
``a < b, c < d`` nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..syntax import Add, Bracket, Fraction, Numeral, Script, Sign, Statement, Symbol, Syntax

_RISING, _FALLING = frozenset(("<", "<=")), frozenset((">", ">="))
_SIZES = frozenset("nmNMdDkKTpLJ")


def several_between(statements: Sequence[Statement], text: str) -> tuple[Statement, ...]:
    """The statements of a row with each of such a list in one of its own."""
    found: list[Statement] = []
    at = 0
    while at < len(statements):
        listed = _coordinates(statements[at])
        end = at if listed else _end(statements, at, text)
        found += listed or (_each(statements[at : end + 1]) if end > at else [statements[at]])
        at = end + 1
    return tuple(found)


def _coordinates(statement: Statement) -> list[Statement]:
    r"""What (x, y) \in [0, 1]^2 says of each coordinate; nothing for other statements."""
    match statement:
        case Statement(
            (
                Bracket("(", (_, _, *_) as names, ")", None),
                Script(Bracket("[" | "(", (low, high)) as interval, None, Numeral(count)),
            ),
            (Sign("in"),),
        ) if _is_number(low) and _is_number(high) and count == str(len(names)):
            return [replace(statement, expressions=(each, interval)) for each in names]
    return []


def _end(statements: Sequence[Statement], at: int, text: str) -> int:
    """The place of the statement that ends a list which begins here; the same where none does."""
    size, way = "", _RISING | _FALLING
    match statements[at]:
        case Statement((low, name), (Sign(symbol),)) if _is_number(low) and _is_name(name):
            way = _RISING if symbol in _RISING else _FALLING if symbol in _FALLING else frozenset()
        case Statement((Bracket("|" | "||" as size),), ()):
            pass
        case _:
            return at
    for k in range(at + 1, len(statements)):
        if text[statements[k - 1].span[1] : statements[k].span[0]].strip() != "," or statements[k].words:
            return at
        match statements[k]:
            case Statement((alone,), ()) if _is_alike(alone, size):
                continue
            case Statement((last, high), (Sign(symbol),)) if symbol in way and _is_alike(last, size):
                return k if size or _is_end(high) else at
        return at
    return at


def _each(listed: Sequence[Statement]) -> Iterator[Statement]:
    first, last = listed[0], listed[-1]
    low = first.expressions[:1] if first.relations else ()
    for each in listed:
        name = each.expressions[1] if each is first and low else each.expressions[0]
        yield replace(
            each,
            expressions=(*low, name, last.expressions[1]),
            relations=(*first.relations, *last.relations),
            words=first.words,
        )


def _is_alike(node: Syntax | None, size: str) -> bool:
    """Whether it is a name, or stands between the same bars as the first of the list."""
    return isinstance(node, Bracket) and node.left == size if size else _is_name(node)


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


def _is_end(node: Syntax | None) -> bool:
    return _is_number(node) or (isinstance(node, Symbol) and node.name in _SIZES)


__all__ = ["several_between"]
