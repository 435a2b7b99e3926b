"""Whether a step of a document states the goal of a question: the same two sides, up to plain algebra.

Both are read by the reader of documents, where the sheet's conventions hold.  Values are not compared: that an integral
is what its closed form is, is what a goal asks to be shown.
"""

from __future__ import annotations

from ..algebra import equal
from ..judging.report import StepReport
from ..language import FLIPPED, Relation, Term, is_scalar
from ..language.facts import Facts
from ..reading.context import Context
from ..reading.grammar.parser import parse_expression, parse_row
from ..reading.meaning import RELATIONS, Meaning
from ..reading.shapes.evidence import shapes
from ..reading.syntax import Statement, Syntax, Unread
from ..reading.told.grants import grant
from ..reading.told.told import tell
from ..reading.uses.survey import survey
from .keys import SheetError
from .sheet import Goal, Sheet

_SYMBOLS = {**RELATIONS, "equiv": "=", ":=": "="}


def require_readable(sheet: Sheet) -> None:
    """Raises ``SheetError`` for a goal, a convention or an assumption that is not understood."""
    for question in sheet.questions:
        for goal in (form for forms in question.goals for form in forms):
            try:
                _read(goal)
            except Unread as reason:
                where = f"question {question.id!r}: goal {goal.statement!r}"
                raise SheetError(f"{where} is not understood: {reason.reason}") from None


def readable(goal: Goal) -> bool:
    """Whether the goal is understood."""
    try:
        _read(goal)
    except Unread:
        return False
    return True


def same_statement(goal: Goal, step: StepReport) -> bool:
    """Whether the step has the goal's sides and relation.

    A step whose sides are not read states no goal, nor does one that uses the goal's names for other things, so that
    the goal cannot be read beside it; that a goal is understood by itself is asked once (see ``require_readable``).
    """
    symbol = _SYMBOLS.get(step.relation or "")
    if step.right is None or symbol is None:
        return False
    try:
        sides = parse_expression(step.left), parse_expression(step.right)
    except Unread:
        return False
    try:
        stated, m = _read(goal, sides)
        left, right = m.term(sides[0]), m.term(sides[1])
    except Unread:
        return False
    facts = Facts(m.context.stated())
    return any(
        stated.symbol == shown.symbol
        and _same(stated.left, shown.left, facts)
        and _same(stated.right, shown.right, facts)
        for shown in (Relation(left, symbol, right), Relation(right, FLIPPED[symbol], left))
    )


def _same(a: Term, b: Term, facts: Facts) -> bool:
    return is_scalar(a) == is_scalar(b) and equal(a, b, facts)


def _read(goal: Goal, others: tuple[Syntax, ...] = ()) -> tuple[Relation, Meaning]:
    """The goal, and what reads other expressions as it was read.  Raises ``Unread``."""
    statement = _statement(goal)
    rows = [statement, *others]
    context = Context(survey=survey(rows))
    for text in (*goal.told, *goal.conventions, *goal.assume):
        if "$" in text:
            tell(Meaning(context), text)
            continue
        for _ in grant(context, text, rows):
            pass  # what it covers is no news here
    m = Meaning(context, shapes(rows, context))
    first, last = statement.expressions[0], statement.expressions[-1]
    symbols = {_SYMBOLS.get(sign.symbol) for sign in statement.relations}
    symbol = symbols.pop()
    if first is None or last is None or symbol is None or symbols:
        raise Unread("expected two sides with one kind of relation between them", statement.span)
    return Relation(m.term(first), symbol, m.term(last)), m


def _statement(goal: Goal) -> Statement:
    row = parse_row(goal.statement)
    if len(row.statements) != 1 or not row.statements[0].relations:
        raise Unread("expected one statement, as in H(p) = 1", row.span)
    return row.statements[0]
