r"""X_1, \ldots, X_n \sim \mathcal N(0, 1): the law of each of the data, X_i \sim \mathcal N(0, 1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..names import name_of, symbol_name
from ..syntax import Bracket, Dots, Numeral, RowSyntax, Script, Sign, Statement, Symbol, Syntax

_INDICES = "ijk"
_BY_END = {"m": "j", "M": "j", "2": "j", "y": "j", "Y": "j", "3": "k"}  # of m data, or of n_2, beside n or n_1 others


@dataclass(frozen=True)
class Members:
    """Data that a list with dots names: one of them by its running index, and from where to where that runs."""

    member: Script
    range: tuple[Statement, Statement, Statement]


def data_said(row: RowSyntax) -> RowSyntax:
    """The row with a law of each of the data for one that stands behind their list."""
    for end, statement in enumerate(row.statements):
        match statement:
            case Statement((Script() | Bracket("", (Script(),), "") as left, Syntax() as law), (Sign("~"),)):
                last = left.items[0] if isinstance(left, Bracket) else left
                start = next((k for k in range(end) if all(map(_is_entry, row.statements[k:end]))), end)
                listed = [s.expressions[0] for s in row.statements[start:end]]
                found = members([e for e in (*listed, last) if e is not None], law)
                if found is not None:
                    one = replace(left, items=(found.member,)) if isinstance(left, Bracket) else found.member
                    told = replace(statement, expressions=(one, law))
                    kept = row.statements[:start], row.statements[end + 1 :]
                    return replace(row, statements=(*kept[0], told, *found.range, *kept[1]))
    return row


def members(listed: Sequence[Syntax], law: Syntax | None = None) -> Members | None:
    """The data that a list x_1, ..., x_n is, and those of a sequence x_1, x_2, ... up to any n; None for others."""
    match listed:
        case [Script(base, Numeral("1"), None, 0), *between, Dots() as dots, Script(other, high, None, 0) as last]:
            pass
        case [Script(base, Numeral("1"), None, 0) as last, *between, Dots() as dots] if between:
            other, high = base, Symbol("n", span=dots.span)
        case _:
            return None
    counted = all(
        isinstance(each, Script) and each.base == base and each.below == Numeral(str(k))
        for k, each in enumerate(between, 2)
    )
    used = {symbol_name(n) for part in (base, high, law) for n in _symbols(part)}
    if base != other or not counted or not (name_of(high) or _is_number(high)):
        return None
    own = _BY_END.get(_label(high), "i")
    letters = (own, *(name for name in _INDICES if name != own))
    index = next((Symbol(name, span=last.span) for name in letters if name not in used), None)
    if index is None:
        return None
    first = Statement((index, Numeral("1")), (Sign("="),), span=last.span)
    ends = Statement((dots,), (), span=last.span), Statement((high,), (), span=last.span)
    return Members(Script(base, index, span=last.span), (first, *ends))


def _is_number(high: Syntax | None) -> bool:
    """Whether a list with dots has so many members as a numeral says: X_1, ..., X_{16}."""
    return isinstance(high, Numeral) and high.text.isdigit() and int(high.text) > 2


def _label(high: Syntax | None) -> str:
    """What tells the number of data from that of others: m, and the 2 of n_2."""
    match high:
        case Script(_, Numeral(text)):
            return text
        case Script(_, Symbol(name)) | Symbol(name):
            return name
    return ""


def _symbols(part: Syntax | None) -> list[Symbol]:
    return [] if part is None else [n for n in part.walk() if isinstance(n, Symbol)]


def _is_entry(statement: Statement) -> bool:
    return not statement.relations and isinstance(statement.expressions[0], Script | Dots)


__all__ = ["Members", "data_said", "members"]
