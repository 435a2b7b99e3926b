"""What the second reader says of the lines of a document: where it reads an expression otherwise, the line is unread.

It is asked while the judges are at work, by a thread that owns it, and lives as long as this process: what it has read
in one file it need not read again in the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from threading import Thread

from ..judging.report import StepReport
from ..language import Relation
from ..reading.lines import Line
from .outcomes import Attempt, Crashed, Done, Outcome
from .second_reader import Opinion, Reading, SecondReader

DISAGREE = "the two readers disagree"


@cache
def reader() -> SecondReader:
    """The second reader of this process; it begins to start when it is first called for."""
    return SecondReader()


@dataclass(frozen=True)
class _Asked:
    """An expression that is shown to the second reader, and the lines that it is a side of."""

    reading: Reading
    lines: list[int]


class SecondOpinion:
    """The opinions on the lines of one document; ``on`` waits for those that are still missing.

    Only expressions that ours has read are shown to the other reader, and only where the claim is what was written.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._asked = _asked(lines)
        self._outcome: Outcome = Done([])
        self._thread = Thread(target=self._ask, name="second reader", daemon=True)
        self._thread.start()

    def _ask(self) -> None:
        self._outcome = Attempt().run(lambda asked: list(reader().compare_all(a.reading for a in asked)), self._asked)

    def on(self, rows: Sequence[StepReport]) -> tuple[list[StepReport], list[str]]:
        """The rows, those unread that the two readers read differently, and a sentence for the report."""
        self._thread.join()
        match self._outcome:
            case Done(opinions):
                return self._applied(rows, opinions)
            case Crashed(why):
                return list(rows), [f"the second reader was not asked: {why}"]
        return list(rows), ["the second reader was not asked: it ran out of memory"]

    def _applied(self, rows: Sequence[StepReport], opinions: Sequence[Opinion]) -> tuple[list[StepReport], list[str]]:
        done = list(rows)
        asked = [opinion for opinion in opinions if opinion.verdict != "not asked"]
        for each, opinion in zip(self._asked, opinions, strict=True):
            for k in each.lines if opinion.verdict == "disagree" else ():
                if done[k].verdict != "unread":
                    done[k] = _unread(done[k], each.reading.latex, opinion)
        if not asked:
            return done, []
        agreed = sum(opinion.verdict == "agree" for opinion in asked)
        plural = "expression" if len(asked) == 1 else "expressions"
        return done, [f"a second reader was asked on {len(asked)} {plural} and agreed on {agreed}"]


def _asked(lines: Sequence[Line]) -> list[_Asked]:
    """The sides of all claims; one that ends a line and begins the next is asked about once."""
    found: list[_Asked] = []
    goes_on = False
    for k, line in enumerate(lines):
        if line.claim is None or line.sides is None or not isinstance(line.claim.statement, Relation):
            goes_on = False
            continue
        statement = line.claim.statement
        left = Reading(line.sides[0], line.left, statement.left)
        if goes_on and left == found[-1].reading:
            found[-1].lines.append(k)
        else:
            found.append(_Asked(left, [k]))
        found.append(_Asked(Reading(line.sides[1], line.right, statement.right), [k]))
        goes_on = True
    return found


def _unread(row: StepReport, latex: str, opinion: Opinion) -> StepReport:
    return replace(
        row,
        verdict="unread",
        kind="step",
        licence=None,
        numbers=None,
        rule=None,
        reason=None,
        worlds=None,
        digits=None,
        mutants=None,
        counterexample=None,
        repair=None,
        needs=(),
        notes=(f"{DISAGREE} on ${latex}$: {opinion.why}",),
    )
