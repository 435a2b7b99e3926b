"""Why the steps on one line of a document hold: the licensed lines that fill each, or what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from ..judging.report import StepReport
from ..language import Claim, Node, Relation
from ..reading.documents import read_source
from ..reading.files.source import Document
from ..reading.lines import Line
from ..steps import Step
from ..writing.document_text import ROUNDED
from .equations import follows
from .examination import Finding, Question, examine
from .explanation import Explanation, LicensedLine
from .judgement import judged
from .outcomes import Crashed, Done, Outcome, OutOfMemory, TimedOut
from .pool import Pool, lent
from .reasons import BUDGET, LONGEST, Justification, hint, justify
from .verify import MEMORY, TIMEOUT, Verification, facts, told
from .wording import needs

ANSWER = "proofs.marking.explaining:answer"
START = "proofs.marking.preload:start"
NO_CHAIN = "no short chain of rules was found"
NOTHING_CLAIMED = "it claims nothing"


@dataclass(frozen=True)
class Gap:
    """A step to be filled: its claims, the first being what its author most likely means, and the equation above."""

    claims: tuple[Claim, ...]
    premise: Relation | None = None
    hint: bool = False  # only say what kind of step it is


@dataclass(frozen=True)
class Filling:
    """What fills a step."""

    start: str | None = None
    lines: tuple[LicensedLine, ...] = ()
    needs: tuple[str, ...] = ()
    hint: str | None = None


def explain_line(
    source: str | Path,
    line: int,
    *,
    cell: int | None = None,
    hint: bool = False,
    assuming: str | Sequence[str] = (),
    timeout: float | None = None,
) -> tuple[Explanation, ...]:
    """An explanation of each step that begins on a line of a document, a text or the ``Path`` of a file.

    Of a notebook it is a line of the ``cell`` that has this number, from 1.

    With ``hint`` it says only what kind of step it is.  Raises what ``verify`` raises, and ``ValueError`` where no step
    begins on the line, or there is no such cell.
    """
    document = read_source(source)
    seconds, at = timeout or TIMEOUT, document.line_of(cell, line)
    with lent(ANSWER, timeout=seconds, memory=MEMORY, start=START) as pool:
        verification = Verification(document, facts(assuming), pool, until=at)
        report = verification.report()
        lines = [each for chain in told(document, facts(assuming))[1] for each in chain.lines]
        lines = [_leaning(each, verification.leaning.get(k, ())) for k, each in enumerate(lines)]
        asked = [(each, row) for each, row in zip(lines, report.steps, strict=True) if each.place.line == at]
        if not asked:
            raise ValueError(_elsewhere(line, at, [each.place.line for each in lines], document))
        return tuple(_explained(each, row, hint, pool) for each, row in asked)


def _leaning(line: Line, equations: tuple[Node, ...]) -> Line:
    """The line, its claim under the equations before it that it rests on."""
    if line.claim is None or not equations:
        return line
    return replace(line, claim=Claim((*line.claim.hypotheses, *equations), line.claim.statement))


def _elsewhere(line: int, at: int, known: list[int], document: Document) -> str:
    """That no step begins on a line, and where the nearest do."""
    before = max((k for k in known if k < at), default=None)
    after = min((k for k in known if k > at), default=None)
    places = [document.place_of(k) for k in (before, after) if k is not None]
    near = [str(k) if cell is None else f"cell{cell}:{k}" for cell, k in places]
    if not near:
        return "it claims nothing in formulas"
    begin = f"begins on line {near[0]}" if len(near) == 1 else f"begin on lines {' and '.join(near)}"
    return f"no step begins on line {line}; the nearest {begin}"


def _explained(line: Line, row: StepReport, only_hint: bool, pool: Pool) -> Explanation:
    if row.verdict in ("refuted", "unread"):  # the report of the step says all that there is to say
        return Explanation(row, hint="it is not true as it stands" if only_hint and row.verdict == "refuted" else None)
    if line.claim is None or (row.verdict == "given" and row.kind != "goal"):
        return Explanation(row, why=NOTHING_CLAIMED)
    if ROUNDED in row.notes:
        return Explanation(row, hint="decimals are rounded" if only_hint else None)
    premise = line.premise if line.first else None
    filled = pool.call(Gap(line.readings, premise, only_hint))
    found = filled.value if isinstance(filled, Done) else Filling()
    open_ = row.verdict == "undecided" and (row.needs or (row.notes and isinstance(filled, Done)))
    if only_hint:
        return Explanation(row, hint=found.hint or (None if open_ else NO_CHAIN))
    if found.lines:
        return Explanation(row, found.start, found.lines, found.needs)
    if open_:
        return Explanation(row)  # which says what is missing
    return Explanation(row, why=_why_not(filled))


def _why_not(outcome: Outcome) -> str:
    match outcome:
        case TimedOut(seconds):
            return f"{NO_CHAIN} in {seconds:g} seconds"
        case OutOfMemory():
            return f"{NO_CHAIN}: the search ran out of memory"
        case Crashed(why):
            return f"{NO_CHAIN}: the search failed on it, a fault of ours: {why}"
    return NO_CHAIN


def answer(asked: Question | Gap) -> Finding | Filling:
    """What a worker is asked for: the verdict on a step, or what fills one; both by the same processes."""
    return fill(asked) if isinstance(asked, Gap) else examine(asked)


def fill(gap: Gap) -> Filling:
    """The first claim that a chain of rules licenses, filled in; where none is, what follows from the row above."""
    from ..writing import latex

    if gap.hint:
        kinds = (hint(found) for found in _justified(gap))
        above = ("the equation above, rearranged" for _ in _from_above(gap))
        return Filling(hint=next(chain(kinds, above), None))
    for found in chain(_justified(gap), _from_above(gap)):
        statement = found.claim.statement
        assert isinstance(statement, Relation)
        lines = tuple(
            LicensedLine(step.symbol, latex(step.right), step.reason + _read_back(step, back), step.rule)
            for step, back in zip(found.steps, found.reversed, strict=True)
        )
        same = LicensedLine(statement.symbol, latex(statement.right), "the same, written differently", "")
        return Filling(latex(statement.left), lines or (same,), needs(found.needs, statement))
    return Filling()


def _read_back(step: Step, back: bool) -> str:
    """That an equation is used from right to left; an order is the same from both sides."""
    return ", from right to left" if back and step.symbol == "=" else ""


def _justified(gap: Gap) -> Iterator[Justification]:
    for claim in gap.claims:
        found = justify(claim, longest=2 * LONGEST, budget=8 * BUDGET)
        if found is None:  # it may need what the judge grants: that n is no negative number
            found = judged(claim).justification
        if found is not None:
            yield found


def _from_above(gap: Gap) -> Iterator[Justification]:
    if gap.premise is not None:
        found = follows(gap.claims[0], gap.premise)
        if found is not None:
            yield found
