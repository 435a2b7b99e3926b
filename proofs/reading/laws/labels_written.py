r"""How labels and their classes are written: p(x | y = k), p(y = 1 | x; \theta), x \mid y = k \sim law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Add, Bracket, Numeral, Sign, Statement, Symbol, Syntax

if TYPE_CHECKING:
    from ..meaning import Meaning

_MOST = 4  # classes, where nothing but their numbers on the page tells how many there are


def density_of_class(bracket: Bracket) -> tuple[str, str, Syntax] | None:
    """The x, y and k of p(x | y = k), also with parameters behind it."""
    places = [place(item) for item in bracket.items]
    behind = [place(item) for item in bracket.given or ()]
    first = behind[0] if behind else None
    if len(places) != 1 or places[0] is None or first is None or not isinstance((bracket.given or ())[0], Statement):
        return None
    (x, at), (y, value) = places[0], first
    plain = is_letter(at, x) and not is_letter(value, y)
    return (x, y, value) if plain else None


def before_law(statement: Statement) -> Bracket | None:
    r"""The (x | y = k) of x | y = k \sim law."""
    match statement:
        case Statement((Bracket("", (x,), "", (given,)), Syntax() as value, Syntax()), (Sign("="), Sign("~"))):
            return Bracket("(", (x,), ")", (Statement((given, value), (Sign("="),)),))
    return None


def place(item: Syntax) -> tuple[str, Syntax] | None:
    """A variable, small, and what it is equal to; its letter, where it stands by itself."""
    match item:
        case Symbol(_, _, ()) if (name := name_of(item)) is not None:
            return name.lower(), item
        case Statement((Symbol(_, _, ()) as left, Syntax() as right), (Sign("="),)):
            name = name_of(left)
            return None if name is None else (name.lower(), right)
    return None


def is_letter(node: Syntax, name: str) -> bool:
    """Whether it is the letter itself, small or not."""
    return (name_of(node) or "").lower() == name


def number(node: Syntax) -> int | None:
    """The integer that a node writes, 1, +1 or -1."""
    match node:
        case Numeral(text) if text.isdigit():
            return int(text)
        case Add((Numeral(text),), (sign,)) if text.isdigit():
            return -int(text) if sign == "-" else int(text)
    return None


def is_counted(items: tuple[Syntax, ...], x: str) -> bool:
    """Whether x stands equal to a numeral: it is no point of a line then."""
    return any(isinstance(i, Statement) and (p := place(i)) is not None and p[0] == x and number(p[1]) is not None
               for i in items)  # fmt: skip


def label_values(m: Meaning, y: str, also: frozenset[int] | set[int] = frozenset()) -> tuple[int, ...] | None:
    """The values of a label: those of the range that it is said to have, or the numbers on the page, and ``also``."""
    match m.context.spaces.get(y):
        case L.Range(L.Number(low), L.Number(high)) if high - low < _MOST:
            return tuple(range(int(low), int(high) + 1))
    numbers = set(also) | {
        k
        for use in m.context.survey.applications
        for item in (*use.items, *(use.given or ()))
        if (at := place(item)) is not None and at[0] == y and (k := number(at[1])) is not None
    }
    found = tuple(sorted(numbers))
    follow = found == tuple(range(found[0], found[0] + len(found))) if found else False
    return found if 1 < len(found) <= _MOST and (follow or found == (-1, 1)) and found[0] in (-1, 0, 1) else None


__all__ = ["before_law", "density_of_class", "is_counted", "is_letter", "label_values", "number", "place"]
