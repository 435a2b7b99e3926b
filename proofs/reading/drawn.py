r"""p(x) \sim \mathcal N(0, 1): it is x that is drawn; of the density p it says what p(x) = \mathcal N(0, 1) says."""

from __future__ import annotations

from dataclasses import replace

from .context import DENSITY_LETTERS
from .declarations import law_written
from .heads import head_of
from .names import name_of
from .syntax import Bracket, Multiply, RowSyntax, Sign, Statement, Syntax


def densities_said(row: RowSyntax) -> RowSyntax:
    """The row with an equation for each density that is said to be distributed by a named law."""
    return replace(row, statements=tuple(map(_said, row.statements)))


def _said(statement: Statement) -> Statement:
    match statement:
        case Statement((Syntax() as left, Syntax() as right), (Sign("~") as sign,)) if _is_density(left):
            if law_written(right):
                return replace(statement, relations=(replace(sign, symbol="="),))
    return statement


def _is_density(node: Syntax) -> bool:
    match node:
        case Multiply((head_node, Bracket("(", (item,), ")", _)), ("", "")):
            head = head_of(head_node)
            return head is not None and head.symbol.name in DENSITY_LETTERS and name_of(item) is not None
    return False
