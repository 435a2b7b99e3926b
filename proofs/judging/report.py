"""Verdicts, and the report of a proof: plain data, in the shape of the project's JSON schema."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..language import Claim

SCHEMA = 1
MEET = "the sides come together, as far as one sees, where a strict order fails"
VARIES = "which side is the greater is not the same for all values"
ORDER = ("refuted", "unread", "undecided", "supported", "proved", "given")  # worst first; given is neutral

IN_ORDER = (
    "id", "line", "column", "left", "relation", "right", "verdict", "kind", "licence", "numbers", "rule", "reason",
    "worlds", "digits", "mutants", "counterexample", "repair", "needs", "notes",
)  # fmt: skip
"""The keys of a step."""


def verdict(licensed: bool, numbers: str) -> str:
    """The two judges' answers as one word.  ``numbers`` is agree, disagree, estimate, or none (no world decided)."""
    if numbers == "disagree":
        return "refuted"
    if licensed:
        return "proved" if numbers == "agree" else "undecided"
    return "supported" if numbers in ("agree", "estimate") else "undecided"


def worst(verdicts: list[str]) -> str:
    """A proof is worth its worst line; ``given`` lines are neutral, and a proof of nothing is ``undecided``."""
    claimed = [v for v in verdicts if v != "given"]
    return min(claimed, key=ORDER.index) if claimed else "undecided"


@dataclass(frozen=True)
class Counterexample:
    """A world in which the step fails: values a person can put in, and what the two sides then are."""

    assignments: tuple[tuple[str, str], ...]  # (name in LaTeX, value in LaTeX)
    left: str
    right: str


@dataclass(frozen=True)
class Numbers:
    """What the numeric judge found for one claim."""

    outcome: str  # agree | disagree | estimate | none
    worlds: int = 0  # worlds in which both sides were enclosed and compared
    digits: int | None = None  # fewest digits to which both sides agreed
    killed: int = 0  # standard mutants of the claim refuted by the worlds used
    mutants: int = 0  # standard mutants of the claim that differ from it
    counterexample: Counterexample | None = None
    against: Claim | None = None  # the claim that a world refutes, where no counterexample was asked for
    notes: tuple[str, ...] = ()  # sentences for whoever reads the report
    details: tuple[str, ...] = ()  # what stood in the way, in the judge's own words
    telling: bool = True  # not all worlds have one value for the sides, where equations were solved, or one law


def place_of(cell: int | None, line: int | None, column: int | None) -> str:
    """Where something stands, ``12:3``, of a notebook ``cell2:3:14``; empty for what stands in no document."""
    parts = [f"cell{cell}" if cell is not None else None, line, column if line is not None else None]
    return ":".join(str(part) for part in parts if part is not None)


@dataclass(frozen=True)
class StepReport:
    """One line of a report, in the words of the JSON schema: ``left relation right`` as LaTeX, and what was found.

    ``licence`` is granted, reversed or refused; ``numbers`` agree, disagree, estimate or none; ``verdict`` is what the
    two make together; ``None`` where a field does not apply.
    """

    id: str
    left: str
    relation: str | None
    right: str | None
    verdict: str
    kind: str  # step | given | definition | condition | hypothesis | goal
    licence: str | None = None  # granted | refused | reversed
    numbers: str | None = None
    rule: str | None = None
    reason: str | None = None
    worlds: int | None = None
    digits: int | None = None
    mutants: str | None = None  # "41 of 41"
    counterexample: Counterexample | None = None
    repair: str | None = None
    needs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    cell: int | None = None  # of a notebook; its line and column are those in the cell
    line: int | None = None
    column: int | None = None

    @property
    def on_line(self) -> str:
        """The line it stands on, ``12``, of a notebook ``cell2:3``; empty for a step of no document."""
        return place_of(self.cell, self.line, None)

    @property
    def place(self) -> str:
        """The line and the column."""
        return place_of(self.cell, self.line, self.column)


@dataclass(frozen=True)
class NoStep:
    """A formula of a document that relates something and is no step, as LaTeX, and where it stands.

    ``role`` is ``supposed`` (what it says is used), ``mentioned``, or ``not read``, with the reason in ``reason``.
    """

    formula: str
    role: str
    reason: str | None = None
    cell: int | None = None
    line: int | None = None
    column: int | None = None

    @property
    def place(self) -> str:
        """The line and the column, as of a step."""
        return place_of(self.cell, self.line, self.column)

    def as_json(self) -> dict[str, Any]:
        """Its fields, that of the cell for notebooks only."""
        return {key: value for key, value in vars(self).items() if key != "cell" or value is not None}


@dataclass(frozen=True)
class ChainReport:
    """The lines of one chain, what it is called and what it shows (LaTeX).

    Of a document: ``under`` are the headings above its own, the outermost first; ``number`` is that of its part, a).
    """

    title: str | None
    goal: str | None
    steps: tuple[StepReport, ...]
    under: tuple[str, ...] = ()
    number: str = ""

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings that it stands under, its own the last."""
        return (*self.under, self.title) if self.title else self.under


@dataclass(frozen=True)
class Report:
    """What both judges said of a proof; its verdict is that of its worst line."""

    source: str | None
    name: str
    chains: tuple[ChainReport, ...]
    title: str | None = None
    hypotheses: tuple[str, ...] = ()  # LaTeX
    rules: tuple[str, ...] = field(default=())  # names of the rules used

    @property
    def steps(self) -> list[StepReport]:
        return [step for chain in self.chains for step in chain.steps]

    @property
    def verdict(self) -> str:
        return worst([step.verdict for step in self.steps])

    @property
    def summary(self) -> dict[str, int]:
        counts = dict.fromkeys(reversed(ORDER), 0)
        for step in self.steps:
            counts[step.verdict] += 1
        return {word: count for word, count in counts.items() if count}

    def as_json(self) -> dict[str, Any]:
        """The report in the project's JSON schema."""

        def step(s: StepReport) -> dict[str, Any]:
            data = {key: getattr(s, key) for key in IN_ORDER}
            if s.counterexample is not None:
                data["counterexample"] = {
                    "assignments": [{"name": n, "value": v} for n, v in s.counterexample.assignments],
                    "left": s.counterexample.left,
                    "right": s.counterexample.right,
                }
            return data if s.cell is None else {"id": s.id, "cell": s.cell} | data

        return {
            "schema": SCHEMA,
            "source": self.source,
            "name": self.name,
            "verdict": self.verdict,
            "summary": self.summary,
            "chains": [{"title": c.title, "goal": c.goal, "steps": [step(s) for s in c.steps]} for c in self.chains],
        }
