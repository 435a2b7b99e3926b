"""What a table of a sheet says under its keys; anything else is refused with the key and what was expected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any


class SheetError(ValueError):
    """A sheet is not what its module says; the message names the question and the key."""


Number = int | Fraction | str  # a text says one: sqrt(2)
Value = Number | tuple[Number | tuple[Number, ...], ...]  # or a vector, or the rows of a matrix


def known(table: Mapping[str, Any], keys: Iterable[str], where: str) -> None:
    """Raises ``SheetError`` where the table has another key."""
    if unknown := sorted(table.keys() - set(keys)):
        raise SheetError(f"{where}: unknown key {unknown[0]!r}; the keys are: {', '.join(sorted(keys))}")


def word(table: Mapping[str, Any], key: str, where: str) -> str | None:
    """A text, if there is one."""
    found = table.get(key)
    if found is not None and (not isinstance(found, str) or not found.strip()):
        raise SheetError(f"{where}: {key}: expected a text, found {found!r}")
    return found


def words(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """A text or a list of them."""
    found = table.get(key, [])
    texts = [found] if isinstance(found, str) else found
    if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip() for text in texts):
        raise SheetError(f"{where}: {key}: expected a text or a list of texts, found {found!r}")
    return tuple(texts)


def choice(table: Mapping[str, Any], key: str, where: str) -> bool | None:
    """True or false, if either is said."""
    found = table.get(key)
    if found is not None and not isinstance(found, bool):
        raise SheetError(f"{where}: {key}: expected true or false, found {found!r}")
    return found


def amount(table: Mapping[str, Any], key: str, where: str) -> Fraction | None:
    """A number that is not negative, if there is one."""
    found = table.get(key)
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, int | float | Fraction) or not 0 <= found < float("inf"):
        raise SheetError(f"{where}: {key}: expected a number that is not negative, found {found!r}")
    return Fraction(str(found))


def names(table: Mapping[str, Any], key: str, where: str) -> tuple[tuple[str, str], ...]:
    """A table from names to names."""
    return tuple((old, _name(new, f"{where}: {key}: {old}")) for old, new in _table(table, key, where))


def values(table: Mapping[str, Any], key: str, where: str) -> tuple[tuple[str, Value], ...]:
    """A table from names to values."""
    return tuple((name, _value(value, f"{where}: {key}: {name}")) for name, value in _table(table, key, where))


def _table(table: Mapping[str, Any], key: str, where: str) -> list[tuple[str, Any]]:
    found = table.get(key, {})
    if not isinstance(found, dict):
        raise SheetError(f"{where}: {key}: expected a table such as {{mu_1 = ...}}, found {found!r}")
    return list(found.items())


def _name(found: Any, where: str) -> str:
    if not isinstance(found, str) or not found.strip():
        raise SheetError(f"{where}: expected a name or LaTeX, found {found!r}")
    return found


def _value(found: Any, where: str) -> Value:
    if _is_number(found):
        number: Number = found
        return number
    if isinstance(found, list) and found:
        if all(map(_is_number, found)):
            return tuple(found)
        rows = [tuple(row) for row in found if isinstance(row, list) and row and all(map(_is_number, row))]
        if len(rows) == len(found) and len(set(map(len, rows))) == 1:
            return tuple(rows)
    raise SheetError(
        f"{where}: expected a number, a text such as 'sqrt(2)', a list of them, or rows of one length, found {found!r}"
    )


def _is_number(found: Any) -> bool:
    return isinstance(found, int | Fraction | str) and not isinstance(found, bool)
