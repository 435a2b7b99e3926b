r"""What is said of all names of a list at once: ``0 < x, y < 1`` puts both between 0 and 1.

As it is parsed its comma parts two orders, 0 < x and y < 1.  Between numbers, or up to a size, no one means that; of
``a < b, c < d`` nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..syntax import Add, Bracket, Numeral, Script, Sign, Statement, Symbol, Syntax

_RISING = ("<", "<=")
_ORDERED = ("<", "<=", ">", ">=")
_SIZES = frozenset("nmNMdDkKTpLJ")


def spread(statements: Sequence[Statement], text: str) -> list[Statement]:
    """The statements of a row with each name of such a list between its ends."""
    found: list[Statement] = []
    at = 0
    while at < len(statements):
        if (coordinates := _coordinates(statements[at])) is not None:
            found += coordinates
            at += 1
        elif (end := _end(statements, at, text)) is not None:
            found += _each(statements[at : end + 1])
            at = end + 1
        else:
            found.append(statements[at])
            at += 1
    return found


def _coordinates(statement: Statement) -> list[Statement] | None:
    r"""What (x, y) \in [0, 1]^2 says of each coordinate; None for other statements."""
    match statement:
        case Statement(
            (
                Bracket("(", (_, _, *_) as names, ")", None),
                Script(Bracket("[" | "(", (low, high)) as interval, None, Numeral(count)),
            ),
            (Sign("in"),),
        ) if _is_number(low) and _is_number(high) and count == str(len(names)):
            return [
                Statement((each, interval), statement.relations, statement.words, span=statement.span) for each in names
            ]
    return None


def _end(statements: Sequence[Statement], at: int, text: str) -> int | None:
    """The place of the statement that ends a list which begins here; None where none begins."""
    match statements[at]:
        case Statement((low, Symbol() | Script()), (Sign(symbol),)) if symbol in _RISING and _is_number(low):
            size = ""
        case Statement((Bracket("|" | "||" as size),), ()):
            pass
        case _:
            return None
    for k in range(at + 1, len(statements)):
        between = text[statements[k - 1].span[1] : statements[k].span[0]]
        if between.strip() != "," or statements[k].words:
            return None
        match statements[k]:
            case Statement((Symbol() | Script(),), ()) if not size:
                continue
            case Statement((Symbol() | Script(), high), (Sign(symbol),)) if (
                not size and symbol in _RISING and _is_end(high)
            ):
                return k
            case Statement((Bracket(left),), ()) if left == size:
                continue
            case Statement((Bracket(left), _), (Sign(symbol),)) if left == size and symbol in _ORDERED:
                return k
        return None
    return None


def _each(listed: Sequence[Statement]) -> Iterator[Statement]:
    first, last = listed[0], listed[-1]
    span = (first.span[0], last.span[1])
    if not first.relations:  # |x|, |y| <= 1
        for each in listed:
            yield Statement((each.expressions[0], last.expressions[-1]), last.relations, first.words, span=span)
        return
    low, high = first.expressions[0], last.expressions[-1]
    names = [first.expressions[-1], *(statement.expressions[0] for statement in listed[1:])]
    for name in names:
        yield Statement((low, name, high), (*first.relations, *last.relations), first.words, span=span)


def _is_number(node: Syntax | None) -> bool:
    match node:
        case Numeral() | Add((Numeral(),), _) | Symbol("infty") | Add((Symbol("infty"),), _):
            return True
    return False


def _is_end(node: Syntax | None) -> bool:
    return _is_number(node) or (isinstance(node, Symbol) and node.name in _SIZES)


__all__ = ["spread"]
