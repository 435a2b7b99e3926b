"""What a display says, row by row: its claims, what it defines beside them, and the conditions behind them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from ... import language as L
from ..lines import Line
from ..meaning import Meaning
from ..names import name_of
from ..pieces import Piece
from ..relations import EQUATIONS, ORDERS
from ..syntax import Add, RowSyntax, Statement, Unread
from ..told import beside, of_all_values, orders, set_aside, suppositions
from ..told import declarations as say
from ..uses.fog import forget
from ..words import claiming, denied, giving, wanting
from . import behind, following_orders
from .chain_reader import ChainReader
from .statements import claims_of, is_partial


def lines_of(chains: ChainReader, piece: Piece, arrows: following_orders.Arrows) -> Iterator[Line]:
    """The lines of a row; ``arrows`` are those between it and the others."""
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
    _declare_laws_beside(m, row)
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
        elif {*symbols} <= set(ORDERS) and statement.words != "if" and giving.lets_order_hold(piece.formula.words):
            yield from suppositions.supposed(m, statement, piece.formula)
            m.context.assume(*orders.order(m, statement))
        elif {*symbols} <= set(ORDERS) and (told := of_all_values.lines(m, statement, piece.formula)) is not None:
            yield from told
        elif beside.is_reason(statement, row, piece.formula.maths.text):
            yield from chains.aside(statement, piece)
        else:
            behind_arrow = statement.words in ("so", "iff")
            where_it_stands = _behind_arrow(piece) if behind_arrow else piece
            if (behind_arrow or arrows.led_from) and {*symbols} <= set(ORDERS) and statement.words != "if":
                again = arrows.led_from if following_orders.is_equivalent(piece, statement) else ()
                lines = list(
                    following_orders.lines(chains, statement, where_it_stands, arrows.led_from, again, behind_arrow)
                )
            else:
                lines = list(chains.lines(statement, where_it_stands))
            reason = claiming.is_reason(piece.formula.words)
            if {*symbols} <= set(ORDERS):
                opens = arrows.goes_on and all(line.kind == "step" and line.may_be_to_solve for line in lines)
                if opens or reason or any(line.kind == "condition" for line in lines):
                    _meant(m, statement, piece, arrows if opens or statement.words == "if" else None)
                lines = [line.doubted() for line in lines] if opens else lines
            yield from (line.in_doubt(m.context.spaces) if reason else line for line in lines)
        laws.update(around)  # X ~ law => ...: what is known of such a law, whatever X has around it
        around = recalled
    conditions.partial = False


def _meant(m: Meaning, statement: Statement, piece: Piece, arrows: following_orders.Arrows | None) -> None:
    """Take an order for one that is to be met, or for a constraint; the ``arrows`` behind it lead from it."""
    said = orders.order(m, statement)
    if wanting.is_required(piece.formula.words):
        m.context.assume(*said, case=True)
    else:
        m.context.want(*said)
    if arrows is not None:
        arrows.led_from += said


def _behind_arrow(piece: Piece) -> Piece:
    """The piece with the word for an arrow that what is read in it stands behind."""
    formula = piece.formula
    return replace(piece, formula=replace(formula, words=f"{formula.words} so ", lead=f"{formula.lead} so "))


def _declare_laws_beside(m: Meaning, row: RowSyntax) -> None:
    r"""The laws behind the claim of a row of random variables that have none, ``\quad \text{for } X \sim``."""
    first, *others = row.statements
    if not {sign.symbol for sign in first.relations} <= {*EQUATIONS, *ORDERS}:
        return
    for statement in others:
        if [sign.symbol for sign in statement.relations] == ["~"] and statement.words in ("", "for", "where", "with"):
            name = name_of(statement.expressions[0])
            if name is not None and name[:1].isupper() and not set_aside.known(m.context, name):
                with suppress(Unread):
                    say.declare(m, statement)


def _declare_beside(m: Meaning, conditions: tuple[Statement, ...]) -> None:
    r"""The memberships behind the claim of a row, ``\quad x \in \mathbb{R}``."""
    for statement in conditions:
        if [sign.symbol for sign in statement.relations] == ["in"]:
            try:
                say.declare(m, statement)
            except Unread as reason:
                forget(m.context, statement.expressions[0], reason)


__all__ = ["lines_of"]
