r"""Matrices of which dots leave out the middle: [a_{11} & \cdots & a_{1n} \\ \vdots & \ddots & \vdots \\ ...].

The rows are a list whose middle is left out, and so are the entries of each row; what is written must follow its rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from ... import language as L
from ..syntax import Bracket, Dots, Grid, Multiply, Numeral, Script, Syntax, Unread
from ..uses import lists
from ..uses.lists import Listed, listed
from ..uses.tables import indices

if TYPE_CHECKING:
    from ..meaning import Meaning

_ZERO = Numeral("0")
_Table = tuple[tuple[Syntax, ...], ...]


@dataclass(frozen=True)
class Dotted:
    """The rule of a matrix with dots: each row, in which the index of ``down`` stands, has the ``entries``.

    ``along`` says how these go on if dots stand among them too.
    """

    down: Listed
    entries: tuple[Syntax, ...]
    along: Listed | None


def is_dotted(node: Grid) -> bool:
    return any(isinstance(entry, Dots) for entry in node.children())


def sizes(node: Grid) -> tuple[Syntax, Syntax]:
    """How many rows and columns a matrix with dots has.  Raises ``Unread`` where the rule is not seen."""
    rows = _with_indices_apart(node.rows)
    if (diagonal := _diagonal(rows)) is not None and (found := listed(diagonal, node.span)) is not None:
        return found.high, found.high
    sideways = _is_sideways(rows)
    rule = _rule(tuple(zip(*rows, strict=True)) if sideways else rows, node)
    width: Syntax = Numeral(str(len(rule.entries))) if rule.along is None else rule.along.high
    return (width, rule.down.high) if sideways else (rule.down.high, width)


def matrix(m: Meaning, node: Grid) -> L.Term:
    """The matrix of which dots leave entries out; of one column it is a vector, of one row a matrix of one row.

    Its rows, or its columns, may be vectors: [x_1^\\top; ...; x_n^\\top] and [x_1, ..., x_n].
    """
    rows = _with_indices_apart(node.rows)
    if (diagonal := _diagonal(rows)) is not None:
        return L.Diag(lists.vector(m, diagonal, node.span))
    if _is_sideways(rows):
        return L.Transpose(_matrix(m, _rule(tuple(zip(*rows, strict=True)), node), node, sideways=True))
    return _matrix(m, _rule(rows, node), node, sideways=False)


def _matrix(m: Meaning, rule: Dotted, node: Grid, sideways: bool) -> L.Term:
    row = _place(m, rule.down)
    with m.binding({rule.down.index: row}):
        if rule.along is not None:
            column = _place(m, rule.along)
            with m.binding({rule.along.index: column}):
                return L.RowsOf(L.VectorOf(m.scalar(rule.along.entry), column), row)
        if len(rule.entries) > 1:
            return L.RowsOf(L.Column(tuple(map(m.scalar, rule.entries))), row)
        only = m.value(rule.entries[0])
        if not isinstance(only, L.Term):  # a row vector
            if sideways:
                raise Unread("rows side by side", node.span)
            return L.RowsOf(only.vector, row)
        if sideways and isinstance(L.space_of(only), L.Vectors):
            return L.RowsOf(only, row)
        if not L.is_scalar(only):
            raise Unread("a matrix made of vectors or matrices", node.span)
        return L.VectorOf(only, row)


def _place(m: Meaning, found: Listed) -> L.Var:
    return L.Var(found.index, L.Range(L.Number(1), m.scalar(found.high)))


def _rule(rows: _Table, node: Grid) -> Dotted:
    """The rule of a matrix in which a row of dots stands for rows."""
    whole = tuple(Dots() if _is_left_out(row) else Bracket("[", row, "]") for row in rows)
    down = listed(whole, node.span)
    if down is None or not isinstance(down.entry, Bracket):
        raise Unread("a matrix with entries that are not written", node.span)
    entries = down.entry.items
    along = listed(entries, node.span)
    for each in (down, along):
        if each is not None and (each.low != Numeral("1") or any(isinstance(n, Script) for n in each.high.walk())):
            raise Unread("a vector or matrix whose first entry is not the one at 1", node.span)
    return Dotted(down, entries, along)


def _is_left_out(row: Sequence[Syntax]) -> bool:
    return all(isinstance(entry, Dots) for entry in row)


def _is_sideways(rows: _Table) -> bool:
    """Whether dots stand for columns and not for rows."""
    return not any(map(_is_left_out, rows))


def _diagonal(rows: _Table) -> tuple[Syntax, ...] | None:
    """The diagonal, with its dots, if all that is written beside it is 0, and something is; else None."""
    if len(rows) != len(rows[0]) or len(rows) < 3:
        return None
    beside = {entry for i, row in enumerate(rows) for j, entry in enumerate(row) if i != j}
    zero = _ZERO in beside and all(entry == _ZERO or isinstance(entry, Dots) for entry in beside)
    return tuple(row[k] for k, row in enumerate(rows)) if zero else None


def _with_indices_apart(rows: _Table) -> _Table:
    """The 1 and the 1 of a_{11} as two indices, where other entries have two: a_{1n}."""
    if len({len(row) for row in rows}) != 1:
        raise Unread("a matrix whose rows differ in length", (0, 0))
    below = [n.below for row in rows for entry in row for n in entry.walk() if isinstance(n, Script) and n.below]
    return _apart(rows) if any(len(indices(each)) == 2 for each in below) else rows


def _apart(node: Any) -> Any:
    match node:
        case Script(base, Numeral(text) as below, above) if text.isdigit() and len(text) == 2:
            digits = tuple(Numeral(d, span=below.span) for d in text)
            return replace(node, base=_apart(base), below=Multiply(digits, ("", "")), above=_apart(above))
        case tuple():
            return tuple(map(_apart, node))
        case Syntax():
            return replace(node, **{f.name: _apart(getattr(node, f.name)) for f in fields(node) if f.name != "span"})
    return node


__all__ = ["is_dotted", "matrix", "sizes"]
