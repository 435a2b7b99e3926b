"""What a display says, row by row: its claims, what it defines beside them, and the conditions behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .. import language as L
from . import (
    behind,
    beside,
    claiming,
    denied,
    orders,
    suppositions,
    wanting,
)
from . import declarations as say
from .chain_reader import ChainReader
from .fog import forget
from .lines import Line
from .meaning import Meaning
from .parts import Piece
from .relations import ORDERS
from .statements import claims_of, is_partial
from .syntax import Add, RowSyntax, Statement, Unread


def lines_of(chains: ChainReader, piece: Piece) -> Iterator[Line]:
    """The lines of a row."""
    assert piece.row is not None
    row, m, conditions = piece.row, chains.m, chains.told.claims.conditions
    if piece.told or denied.claims_nothing(piece.formula):
        for statement in claims_of(row, m):
            if None not in statement.expressions:
                yield from suppositions.supposed(m, statement, piece.formula)
        return
    for statement in row.statements[1:]:
        if isinstance(first := statement.expressions[0], Add) and first.signs[0] == "+":
            raise Unread("a sum that a comma cuts: what stands behind it begins with +", first.span)
    defining = beside.definitions(m.context, row.statements)
    row = RowSyntax(tuple(s for s in row.statements if s not in defining), row.tag, span=row.span)
    set_behind = behind.in_row(row)
    _declare_beside(m, set_behind)
    conditions.partial |= any(is_partial(statement) for statement in row.statements[1:])
    statements = RowSyntax(row.statements[: len(row.statements) - len(set_behind)], row.tag, span=row.span)
    where = replace(piece, formula=replace(piece.formula, words="where", lead="where"))
    for statement in defining:
        yield from chains.aside(statement, where)
    chains.begin(statements, piece)
    laws = m.context.laws
    around: dict[str, L.Law] = {}
    for statement in claims_of(statements, m):
        symbols = [sign.symbol for sign in statement.relations]
        recalled = dict(laws) if symbols == ["~"] and statement.words == "if" else {}
        if symbols == [":", "~"]:
            yield from chains.two_laws(statement, piece)
        elif beside.names_something_new(m.context, statement):
            yield from chains.aside(statement, where)
        elif beside.is_reason(statement, row, piece.formula.maths.text):
            yield from chains.aside(statement, piece)
        else:
            lines = list(chains.lines(statement, _behind_arrow(piece) if statement.words == "so" else piece))
            reason = claiming.is_reason(piece.formula.words)
            if {*symbols} <= set(ORDERS) and (reason or any(line.kind == "condition" for line in lines)):
                said = orders.order(m, statement)
                if wanting.is_required(piece.formula.words):
                    m.context.assume(*said, case=True)
                else:
                    m.context.want(*said)
            yield from (line.in_doubt(m.context.spaces) if reason else line for line in lines)
        laws.update(around)  # X ~ law => ...: what is known of such a law, whatever X has around it
        around = recalled
    conditions.partial = False


def _behind_arrow(piece: Piece) -> Piece:
    """The piece with the word for an arrow that what is read in it stands behind."""
    return replace(piece, formula=replace(piece.formula, lead=f"{piece.formula.lead} so "))


def _declare_beside(m: Meaning, conditions: tuple[Statement, ...]) -> None:
    r"""The memberships behind the claim of a row, ``\quad x \in \mathbb{R}``."""
    for statement in conditions:
        if [sign.symbol for sign in statement.relations] == ["in"]:
            try:
                say.declare(m, statement)
            except Unread as reason:
                forget(m.context, statement.expressions[0], reason)


__all__ = ["lines_of"]
