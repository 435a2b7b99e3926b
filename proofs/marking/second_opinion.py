"""What the second reader says of the lines of a document: where it reads an expression otherwise, the line is unread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..judging.report import StepReport
from ..language import Relation
from ..reading.lines import Line
from .second_reader import SecondReader

DISAGREE = "the two readers disagree"


def second_opinion(lines: Sequence[Line], rows: Sequence[StepReport]) -> tuple[list[StepReport], list[str]]:
    """The rows, those unread that the two readers read differently, and a sentence for the report.

    Only expressions that ours has read are shown to the other one.
    """
    done: list[StepReport] = []
    with SecondReader() as reader:
        for line, row in zip(lines, rows, strict=True):
            done.append(row if row.verdict in ("unread",) else _with_opinion(reader, line, row))
        asked, agreed = reader.asked, reader.agreed
    if not asked:
        return done, []
    return done, [f"a second reader was asked on {asked} expressions and agreed on {agreed}"]


def _with_opinion(reader: SecondReader, line: Line, row: StepReport) -> StepReport:
    if line.claim is None or line.sides is None or not isinstance(line.claim.statement, Relation):
        return row
    statement = line.claim.statement
    shown = ((line.sides[0], line.left, statement.left), (line.sides[1], line.right, statement.right))
    for node, text, term in shown:
        opinion = reader.compare(node, text, term)
        if opinion.verdict == "disagree":
            note = f"{DISAGREE} on ${text}$: {opinion.why}"
            return replace(
                row,
                verdict="unread",
                kind="step",
                licence=None,
                numbers=None,
                counterexample=None,
                repair=None,
                notes=(note,),
            )
    return row
