r"""Verify a document: every relation in it read, judged and reported, in the order its author wrote them.

``verify(r"\begin{align} ... \end{align}")`` takes a text, ``verify(Path("sheet.tex"))`` a file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ..judging.report import ChainReport, StepReport
from ..language import Claim, Node, Relation
from ..reading.documents import read_document, read_file
from ..reading.lines import Line
from ..reading.source import Document
from ..reading.story import Story
from .document_report import DocumentReport
from .judgement import SAME, Judgement, judged
from .rounding import rounds

Progress = Callable[[int, int], None]


def verify(
    source: str | Path,
    *,
    assuming: Sequence[str] = (),
    timeout: float | None = None,
    second_reader: bool = True,
    jobs: int = 1,
    progress: Progress | None = None,
) -> DocumentReport:
    """The report of a document: a verdict for every step that was found in it.

    ``source`` is LaTeX or Markdown as a text, or the ``Path`` of a file.  ``assuming`` are facts in LaTeX or as one
    types them, ``"sigma > 0"``.  Raises ``Unreadable`` for what is no document, ``UnknownFact`` for an assumption that
    is not read.
    """
    document = read_file(source) if isinstance(source, Path) else read_document(source)
    return report(document, tuple(assuming), str(source) if isinstance(source, Path) else None, progress)


def report(
    document: Document, assuming: tuple[str, ...] = (), source: str | None = None, progress: Progress | None = None
) -> DocumentReport:
    """The report of a document that is read already."""
    story = Story(document, assuming)
    chains: list[ChainReport] = []
    for number, chain in enumerate(story.chains(), 1):
        rows = []
        for k, line in enumerate(chain.lines, 1):
            row = step(line, f"{number}.{k}", story)
            rows.append(row)
            if progress is not None:
                progress(len(rows), len(chain.lines))
        chains.append(ChainReport(chain.title, None, tuple(rows)))
    notes = (*document.notes, *story.notes)
    return DocumentReport(source=source, name=document.name or "text", chains=tuple(chains), notes=notes)


def step(line: Line, at: str, story: Story) -> StepReport:
    """The report of one line."""
    row = StepReport(
        id=at,
        left=line.left,
        relation=line.symbol or None,
        right=line.right or None,
        verdict="given",
        kind=line.kind,
        line=line.place.line,
        column=line.place.column,
        notes=line.remarks,
    )
    match line.kind:
        case "unread":
            return replace(row, verdict="unread", kind="step", notes=(line.why or "not understood", *row.notes))
        case "definition" | "hypothesis":
            return row
        case "condition":
            if line.symbol == "=":
                story.accept(line)
            return row
    assert line.claim is not None
    found = _best(line)
    if found.verdict == "refuted" and (softer := _softer(line, row, found, story)) is not None:
        return softer
    return _row(row, line, found)


def _best(line: Line) -> Judgement:
    """The judgement of the claim, or of another claim that the line may make, whichever speaks for the author."""
    assert line.claim is not None
    order = ("proved", "supported", "undecided", "refuted")
    best = judged(line.claim, line.around)
    for other in line.instead:
        if best.verdict in ("proved", "supported"):
            break
        found = judged(other, line.around)
        if order.index(found.verdict) < order.index(best.verdict):
            best = found
    return best


def _softer(line: Line, row: StepReport, found: Judgement, story: Story) -> StepReport | None:
    """What a line is that fails as an identity: rounded, a consequence of the row above, an equation to be solved."""
    assert line.claim is not None and isinstance(line.claim.statement, Relation)
    statement = line.claim.statement
    if statement.symbol == "=" and rounds(statement, line.decimals):
        return replace(
            row, verdict="supported", numbers="agree", notes=(*row.notes, "right to the digits that are written")
        )
    if line.premise is not None and statement.symbol == "=" and line.first:
        follows = judged(Claim((*line.claim.hypotheses, line.premise), statement))
        if follows.verdict in ("proved", "supported"):
            story.accept(line)
            return _row(row, line, follows, extra=("it follows from the equation above",))
    if line.fog:
        reasons = tuple(dict.fromkeys(story.context.fog.get(name, "not read") for name in line.fog))
        return replace(
            row,
            verdict="undecided",
            notes=(*row.notes, *(f"of ${n}$: {r}" for n, r in zip(line.fog, reasons, strict=False))),
        )
    if line.first and statement.left.free != statement.right.free:
        story.accept(line)
        return replace(
            row,
            verdict="undecided",
            notes=(*row.notes, "an equation between different names: nothing says what it should follow from"),
        )
    return None


def _row(row: StepReport, line: Line, found: Judgement, extra: tuple[str, ...] = ()) -> StepReport:
    from ..writing import latex

    numbers, why = found.numbers, found.justification
    verdict = found.verdict
    if line.kind == "goal" and verdict != "refuted":
        verdict = "given"
    steps = why.steps if why is not None else ()
    return replace(
        row,
        verdict=verdict,
        licence="granted" if (why is not None or found.trivial) else "refused",
        numbers=numbers.outcome,
        rule=", ".join(s.rule for s in steps) or None,
        reason=SAME if found.trivial else "; then ".join(dict.fromkeys(s.reason for s in steps)) or None,
        worlds=numbers.worlds,
        digits=numbers.digits,
        mutants=f"{numbers.killed} of {numbers.mutants}" if numbers.mutants else None,
        counterexample=found.counterexample if verdict == "refuted" else None,
        needs=tuple(latex(n) for n in (*found.wanted, *found.granted)),
        notes=(*row.notes, *extra, *found.notes, *numbers.notes),
    )


__all__ = ["DocumentReport", "Node", "report", "step", "verify"]
