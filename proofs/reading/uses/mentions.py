r"""Names that a sentence speaks of and no more: $f$, $E_1, E_2$, $s_\theta$.

What is put before plain arguments elsewhere, f(x), is a function, and no number for being spoken of.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeGuard

from ..names import name_of, symbol_name
from ..syntax import Named, Numeral, RowSyntax, Script, Statement, Symbol, Syntax
from .uses import Survey


def alone(rows: Iterable[Syntax]) -> list[tuple[Syntax, str]]:
    r"""The rows that are one letter, or its logarithm as in "the derivative of $\log L$", and that letter."""
    found: list[tuple[Syntax, str]] = []
    for row in rows:
        match row:
            case RowSyntax((Statement(((Symbol() as sole) | Named("log" | "ln", Symbol() as sole, None, None),), ()),)):
                found.append((row, symbol_name(sole)))
    return found


def listed(rows: Iterable[Syntax]) -> list[RowSyntax]:
    """The rows that list names, one of them with an index or several."""
    return [row for row in rows if _is_list(row)]


def is_of_function(node: Syntax | None, found: Survey) -> bool:
    """Whether a name stands before plain arguments wherever it has any: before x or 0, and no formula in brackets."""
    uses = found.uses(name_of(node) or "")
    return bool(uses) and all(all(map(_is_put_in, use.items)) for use in uses)


def keep(names: Iterable[str], found: Survey) -> None:
    r"""Letters that stand alone are numbers, unless they are put before arguments: f is none beside f(x), nor need
    \sigma be one beside \sigma(w^\top x)."""
    for name in names:
        found.bare.add(name)
        if not any(use.may_be_link or all(map(_is_put_in, use.items)) for use in found.uses(name)):
            found.mentioned |= {name} - found.numeric
            found.numeric.add(name)


def _is_list(row: Syntax) -> TypeGuard[RowSyntax]:
    if not isinstance(row, RowSyntax) or any(len(each.expressions) != 1 or each.words for each in row.statements):
        return False
    names = [each.expressions[0] for each in row.statements]
    plain = all(isinstance(name, Symbol | Script) and name_of(name) is not None for name in names)
    return plain and not (len(names) == 1 and isinstance(names[0], Symbol))


def _is_put_in(item: Syntax) -> bool:
    return name_of(item) is not None or isinstance(item, Numeral)


__all__ = ["alone", "is_of_function", "keep", "listed"]
