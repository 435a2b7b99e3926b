r"""Verify a document: every relation in it read, judged and reported, in the order its author wrote them.

``verify(r"\begin{align} ... \end{align}")`` takes a text, ``verify(Path("sheet.tex"))`` a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from ..judging.report import MEET, VARIES, ChainReport, NoStep, Numbers, StepReport
from ..language import Claim, ForAll, Node, Var, is_index_space
from ..reading.claims.quantified import is_of
from ..reading.documents import read_source
from ..reading.faults import FAULTS, reason_of
from ..reading.files.source import Document
from ..reading.lines import Chain, Line, NoLine, Said
from ..reading.story import Story, UnreadAssumption
from ..reading.syntax import Unread
from .carried import CarriedOn
from .conditional_equations import is_told_by_values
from .document_report import DocumentReport, Interrupted, UnknownFact, Unreadable
from .findings import DATA_UNSAID, FOGGY, FROM_WRONG, HOW_NEAR, UPON_WRONG, Finding, Question
from .from_wrong_values import WrongValues
from .known_equations import KnownEquations
from .open_grounds import OpenGrounds, as_reason
from .outcomes import Crashed, Done, Outcome, OutOfMemory, TimedOut
from .pool import Pool, lent
from .second_opinion import SecondOpinion, reader
from .shown import Record
from .taken_back import Slips
from .wording import needs, no_such_law, not_read, unread_condition, with_formulas

Progress = Callable[[int, int], None]
TIMEOUT = 20.0  # seconds for one step
MEMORY = 2000  # megabytes for one step
EXAMINE = "proofs.marking.examination:examine"
START = "proofs.marking.preload:start"
_IN_DOLLARS = re.compile(r"\s*\$([^$]+)\$\s*")


def verify(
    source: str | Path,
    *,
    assuming: str | Sequence[str] = (),
    timeout: float | None = None,
    second_reader: bool = True,
    jobs: int = 1,
    brief: bool = False,
    progress: Progress | None = None,
) -> DocumentReport:
    """The report of a document: a verdict for every step that was found in it.

    ``source`` is LaTeX or Markdown as a text, or the ``Path`` of a file.  ``assuming`` is a fact or several, in LaTeX
    or as one types them, ``"sigma > 0"``.  ``timeout`` are seconds for one step (20), ``jobs`` how many
    steps are judged at a time (0: in this process, without bounds).  A ``brief`` report says of wrong steps neither for
    which values they fail nor what would make them right, which takes longer than to judge them.  ``progress`` is told
    how many of how many steps are done.

    Raises ``Unreadable`` for what is no document, ``UnknownFact`` for an assumption that is not read, ``OSError`` for a
    file that cannot be opened, ``Interrupted`` (with what was judged) at Ctrl-C, ``ValueError`` for a time or a number
    of workers that is none.
    """
    if timeout is not None and not timeout > 0:
        raise ValueError(f"expected a number of seconds greater than 0, found {timeout}")
    with lent(EXAMINE, jobs=jobs, timeout=timeout or TIMEOUT, memory=MEMORY, start=START) as pool:
        pool.warm()
        if second_reader:
            reader()
        document = read_source(source)
        found = Verification(document, facts(assuming), pool, str(source) if isinstance(source, Path) else None)
        found.brief = brief
        return found.report(progress, second_reader)


@dataclass
class Verification:
    """One document on its way to a report."""

    document: Document
    assuming: tuple[str, ...]
    pool: Pool
    source: str | None = None
    until: int | None = None  # the line of the document after which nothing is judged
    brief: bool = False  # of what is refuted neither a counterexample nor a repair is wanted
    leaning: dict[int, tuple[Node, ...]] = field(default_factory=dict)  # the equations before it that a line rests on

    def report(self, progress: Progress | None = None, second_reader: bool = False) -> DocumentReport:
        story, chains = told(self.document, self.assuming)
        lines = [line for chain in chains for line in chain.lines]
        asked = [k for k, line in enumerate(lines) if _is_asked(line)]
        if self.until is not None:
            asked = [k for k in asked if lines[k].place.line <= self.until]
        opinion = SecondOpinion(lines) if second_reader else None
        outcomes: dict[int, Outcome] = {}
        try:
            for k, outcome in self.pool.each([question(lines[k], self.brief) for k in asked]):
                outcomes[asked[k]] = outcome
                if progress is not None:
                    progress(len(outcomes), len(asked))
        except KeyboardInterrupt:
            raise Interrupted(self._written(story, chains, lines, outcomes, None)) from None
        return self._written(story, chains, lines, outcomes, opinion)

    def _written(
        self,
        story: Story,
        chains: list[Chain],
        lines: list[Line],
        outcomes: dict[int, Outcome],
        opinion: SecondOpinion | None,
    ) -> DocumentReport:
        """The rows in order.  Only now is known which lines are equations that the ones after them may use."""
        rows: list[StepReport] = []
        equations = KnownEquations()
        record = Record()
        wrong: set[Node] = set()  # what is false, and what was concluded from it
        grounds = OpenGrounds()
        slips = Slips(lambda line: self.pool.call(question(line, brief=True)))
        values = WrongValues(lambda line: self._asked(line, tuple(equations.reaching(line.scope))))
        carried = CarriedOn(lambda line: self.pool.call(question(line, brief=True)))
        for k, line in enumerate(lines):
            outcome = outcomes.get(k)
            equations.hear(line)
            if isinstance(outcome, Done) and line.presumes is None:
                outcome, self.leaning[k] = self._in_its_place(line, outcome, equations, record)
                if isinstance(outcome, Done):
                    outcome = as_reason(line, outcome)
                    outcome = grounds.beneath(line, outcome, self.leaning[k], self._asked)
                if line.premise in wrong or not wrong.isdisjoint(line.through):
                    outcome = self._of_what_is_wrong(line, outcome, not wrong.isdisjoint(line.through))
                if not wrong.isdisjoint(line.rests_on):
                    outcome = _upon_what_is_wrong(outcome)
                outcome = carried.told(line, outcome)
                if isinstance(outcome, Done) and line.claim is not None and outcome.value.is_wrong:
                    wrong.add(line.claim.statement)
            else:
                record.broken()
                if outcome is not None:
                    grounds.leave_open(line)
            outcome = values.told(line, outcome)
            outcome = slips.told(line, outcome)
            if isinstance(outcome, Done) and line.presumes is None:
                equations.learn(line, outcome.value, used=bool(self.leaning.get(k)))
            rows.append(row(line, outcome, self.document))
        notes = [*notes_on(self.document), *story.notes]
        if opinion is not None:
            rows, said = opinion.on(rows)
            notes += said
        parts, at = [], 0
        for number, chain in enumerate(chains, 1):
            own = rows[at : at + len(chain.lines)]
            at += len(chain.lines)
            numbered = tuple(replace(r, id=f"{number}.{j}") for j, r in enumerate(own, 1))
            parts.append(ChainReport(chain.title, None, numbered, chain.under, chain.number))
        return DocumentReport(
            source=self.source,
            name=self.document.name or "text",
            chains=tuple(parts),
            notes=tuple(dict.fromkeys(notes)),
            no_steps=tuple(no_step(each, self.document) for chain in chains for each in chain.no_lines),
        )

    def _in_its_place(
        self, line: Line, outcome: Done, equations: KnownEquations, record: Record
    ) -> tuple[Outcome, tuple[Node, ...]]:
        """What is said of a line in the light of what stands before it, equations that hold there and what was shown;
        and the equations that were used."""
        finding = outcome.value
        reaching = tuple(equations.reaching(line.scope))
        near = tuple(e for e in reaching if _shares(e, line))
        around = tuple(e for e in near if not is_of(e, line.bound))
        line = replace(line, perhaps=(*line.perhaps, *(e for e in near if e not in around)))
        used: tuple[Node, ...] = ()
        found: Outcome = outcome
        open_otherwise = not {FOGGY, HOW_NEAR, MEET, VARIES}.isdisjoint(finding.notes)
        open_otherwise |= DATA_UNSAID in finding.notes and any(isinstance(e, ForAll) for e in around)
        if line.claim is not None and line.relation is not None:
            open_otherwise |= is_told_by_values(Claim((*line.claim.hypotheses, *around), line.relation))
        if near and (finding.verdict == "refuted" or finding.equation or open_otherwise):
            shown = record.usable(line, around)
            asked = replace(question(line, self.brief), around=around, shown=shown)
            found, used = _better(outcome, self.pool.call(asked)), around
            if isinstance(found, Done) and _may_rest_on_more(finding, found.value):
                wider = _connected(line, reaching)
                again = self.pool.call(replace(asked, around=wider)) if len(wider) > len(near) == len(around) else found
                enough = ("proved",) if found.value.holds else ("proved", "supported")
                better = isinstance(again, Done) and again.value.verdict in enough
                found, used = (again, wider) if better else (found, used)
        elif finding.verdict in ("supported", "undecided") and not finding.licensed:
            for used in dict.fromkeys(((), around)):
                shown = record.usable(line, used)
                if not (used or shown):
                    continue
                again = self.pool.call(replace(question(line, brief=True), around=used, shown=shown))
                if isinstance(again, Done) and again.value.verdict == "proved":
                    found = again
                    break
        if isinstance(found, Done) and found.value.verdict == "proved" and not found.value.equation:
            record.proved(line, used, found.value.allowed)
        else:
            record.broken()
        return found, () if found is outcome else used

    def _asked(self, line: Line, around: tuple[Node, ...]) -> Outcome:
        """What is found of a line where only these equations before it hold."""
        premise = line.premise if line.premise in around else None
        around = tuple(e for e in around if e is not premise)
        return self.pool.call(replace(question(line, brief=True), around=around, premise=premise))

    def _of_what_is_wrong(self, line: Line, outcome: Outcome, through: bool) -> Outcome:
        """What is said of a line beneath one that is wrong, or that may go on ``through`` it: what it is by itself.
        Where it only follows from that one, it is none of the things a line can be: the slip is reported once, and
        nothing false passes."""
        if not isinstance(outcome, Done) or outcome.value.verdict == "refuted":
            return outcome
        if not (outcome.value.from_above or through):
            return outcome
        alone = self.pool.call(
            replace(question(line, self.brief), premise=None, instead=line.instead[1:] if through else line.instead)
        )
        if not isinstance(alone, Done) or alone.value.verdict != "refuted" or outcome.value.verdict == "undecided":
            return alone
        return Done(Finding("undecided", outcome.value.numbers, notes=(FROM_WRONG,)))


def facts(assuming: str | Sequence[str]) -> tuple[str, ...]:
    """What is granted, one fact or several, also in dollars.  Raises ``TypeError`` for what is no text."""
    said = (assuming,) if isinstance(assuming, str) else tuple(assuming)
    for fact in said:
        if not isinstance(fact, str):
            raise TypeError(f"expected a fact as a text, as in 's > 0', found {type(fact).__name__}")
    return tuple(found[1] if (found := _IN_DOLLARS.fullmatch(fact)) is not None else fact for fact in said)


def told(document: Document, assuming: tuple[str, ...]) -> tuple[Story, list[Chain]]:
    """What a document says.  Raises ``UnknownFact``, and ``Unreadable`` where the reader fails on all of it."""
    story = Story(document, assuming)
    try:
        return story, story.chains()
    except UnreadAssumption as error:
        raise UnknownFact(str(error)) from error
    except Unread as reason:
        raise Unreadable(f"the reader failed on it, a fault of its own: {reason.reason}") from reason
    except FAULTS as fault:
        raise Unreadable(reason_of(fault)) from fault


def notes_on(document: Document) -> list[str]:
    """What a reader should know of the document as a whole."""
    notes = list(document.notes)
    if document.inputs:
        files = "1 file that it names was" if document.inputs == 1 else f"{document.inputs} files that it names were"
        notes.append(f"{files} not opened")
    return notes


def _upon_what_is_wrong(outcome: Outcome) -> Outcome:
    """What is said of an estimate that was found from a likelihood that is wrong: the slip is reported once."""
    if not isinstance(outcome, Done) or outcome.value.verdict != "refuted":
        return outcome
    return Done(Finding("undecided", outcome.value.numbers, notes=(UPON_WRONG,)))


def _better(alone: Outcome, around: Outcome) -> Outcome:
    """What is said of a line in the light of the equations around it, unless these leave it open without need."""
    if (
        isinstance(alone, Done)
        and isinstance(around, Done)
        and alone.value.equation
        and around.value.verdict == "undecided"
    ):
        return alone
    return around


def _may_rest_on_more(alone: Finding, around: Finding) -> bool:
    """Whether equations about other names may tell of a line what those around it do not: that it holds, or why."""
    return (around.equation and not around.holds) or (alone.equation and around.verdict == "supported")


def _connected(line: Line, equations: Sequence[Node]) -> tuple[Node, ...]:
    """The equations that share a name with a line, or with others that do, but for names of sizes and indices."""
    assert line.claim is not None
    names, found, left = set(line.claim.statement.free), list[Node](), list(equations)
    while new := [e for e in left if any(n in names and not _counts(n) for n in e.free)]:
        found += new
        left = [e for e in left if e not in new]
        names.update(n for e in new for n in e.free)
    return tuple(dict.fromkeys(found))


def _counts(name: Node) -> bool:
    return isinstance(name, Var) and is_index_space(name.space)


def _shares(equation: Node, line: Line) -> bool:
    assert line.claim is not None
    return not equation.free.isdisjoint(line.claim.statement.free)


def _is_asked(line: Line) -> bool:
    """Whether there is something to judge: what a line claims, or what it presumes."""
    return line.presumes is not None or (line.claim is not None and line.kind in ("step", "goal"))


def question(line: Line, brief: bool = False) -> Question:
    """What the examination is asked about a line."""
    if line.presumes is not None:
        return Question(claim=line.presumes, brief=brief, as_written=False)
    said = {each.name: getattr(line, each.name) for each in fields(Said)}
    return Question(
        **said,
        approximate=line.symbol == "approx",
        certain=not (line.fog or line.cites or line.only_if),
        doubted=line.fog,
        brief=brief,
    )


def row(line: Line, outcome: Outcome | None, document: Document) -> StepReport:
    """The report of one line."""
    cell, at = document.place_of(line.place.line)
    base = StepReport(
        id="",
        left=line.left,
        relation=line.written_sign or None,
        right=line.right or None,
        verdict="given",
        kind=line.kind,
        cell=cell,
        line=at,
        column=line.place.column,
        notes=line.remarks,
    )
    if line.kind == "unread":
        return replace(
            base, verdict="unread", kind="step", notes=(with_formulas(line.why or "not understood"), *line.remarks)
        )
    match outcome:
        case None:
            return base
        case Done(Finding() as found):
            pass
        case TimedOut(seconds):
            return _undecided(base, f"it took longer than {seconds:g} seconds")
        case OutOfMemory():
            return _undecided(base, "it took too much memory")
        case Crashed(why):
            return _undecided(base, f"the judges failed on it, a fault of theirs: {why}")
    numbers: Numbers = found.numbers
    if line.presumes is not None and found.verdict != "refuted":
        return base
    verdict = "given" if line.kind == "goal" and found.verdict != "refuted" else found.verdict
    if verdict == "given" and line.kind == "step":
        base = replace(base, kind="definition" if line.again else "hypothesis")
    return replace(
        base,
        verdict=verdict,
        licence=("reversed" if found.reversed else "granted") if found.licensed else "refused",
        numbers=numbers.outcome,
        rule=", ".join(found.rules) or None,
        reason="; then ".join(dict.fromkeys(found.reasons)) or None,
        worlds=numbers.worlds,
        digits=numbers.digits,
        mutants=f"{numbers.killed} of {numbers.mutants}" if numbers.mutants else None,
        counterexample=numbers.counterexample if verdict == "refuted" else None,
        repair=found.repair if verdict == "refuted" and line.presumes is None else None,
        needs=needs(found.needs, line.claim.statement) if line.claim is not None and verdict != "refuted" else (),
        notes=(*base.notes, *_notes(line, found)),
    )


def no_step(formula: NoLine, document: Document) -> NoStep:
    """The report of a formula that is no line."""
    cell, at = document.place_of(formula.place.line)
    why = None if formula.why is None else with_formulas(formula.why)
    return NoStep(formula.text, formula.role, why, cell, at, formula.place.column)


def _notes(line: Line, found: Finding) -> tuple[str, ...]:
    """What is said of a line; where it is open, with what was not read of that which it rests on.

    Of what is to be shown nothing is said unless it is false: whether it follows is what the lines below are for.
    """
    if line.kind == "goal" and found.verdict != "refuted":
        return ()
    if line.presumes is not None:
        return (no_such_law(line.presumes.statement),)
    if line.only_if and found.holds:
        return (*found.notes, f"{unread_condition(line.only_if)} and is not used")
    if line.somewhere and FOGGY in found.notes:
        others = tuple(note for note in found.notes if note != FOGGY)
        return (
            f"it fails for some values, and is said \N{LEFT DOUBLE QUOTATION MARK}{line.somewhere}"
            "\N{RIGHT DOUBLE QUOTATION MARK}",
            *others,
        )
    unread = not_read(line.fog, line.cites, line.only_if) if found.verdict == "undecided" else None
    if unread is None:
        return found.notes
    others = tuple(note for note in found.notes if note != FOGGY)
    return (f"it fails for some values, but {unread}" if FOGGY in found.notes else unread, *others)


def _undecided(base: StepReport, why: str) -> StepReport:
    return replace(base, verdict="undecided", numbers="none", notes=(*base.notes, why))


__all__ = ["DocumentReport", "verify"]
