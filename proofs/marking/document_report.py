"""The report of a document: what was found of each step, and what holds for the whole of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..judging import report as data
from ..reading.files.encoding import Unreadable as Unreadable


@dataclass(frozen=True)
class DocumentReport(data.Report):
    """The report of a document as a notebook and a terminal show it.

    ``source`` is the file as it was named (None for a text), ``name`` its last part.  A chain's title is the heading it
    stands under.  ``left``, ``relation`` and ``right`` of a step are the author's own LaTeX; ``goal`` of a chain is
    what it sets out to show, if it says so.  ``reason``, ``repair`` and the notes are sentences, formulas in ``$...$``;
    ``needs`` are conditions as one would type them, ``sigma > 0``, or in LaTeX.  ``notes`` are about the document: the
    assumptions in force and where they come from, what N(mu, sigma) means in it, files that it names and that were not
    opened, damaged characters, how often the second reader was asked and agreed.
    ``no_steps`` are the formulas that relate something and are no steps: what they say is supposed, or only mentioned,
    or it was not read.
    """

    notes: tuple[str, ...] = ()
    no_steps: tuple[data.NoStep, ...] = ()

    @property
    def claimed(self) -> int:
        """How many steps claim something; the others are given."""
        return sum(step.verdict != "given" for step in self.steps)

    def as_json(self) -> dict[str, Any]:
        """The report in the project's JSON schema, the notes, and the formulas that are no steps."""
        no_steps = [each.as_json() for each in self.no_steps]
        return {**super().as_json(), "notes": list(self.notes), "no_steps": no_steps}

    def __str__(self) -> str:
        from ..writing.document_text import document_text

        return document_text(self)

    def __repr__(self) -> str:
        counts = ", ".join(f"{n} {word}" for word, n in self.summary.items())
        return (
            f"<DocumentReport {self.name}: {f'{self.verdict}, {counts}' if counts else 'claims nothing in formulas'}>"
        )

    def _repr_html_(self) -> str:
        from ..writing.document_html import document_html

        return document_html(self)


class UnknownFact(ValueError):
    """An assumption that was granted from outside cannot be read as one."""


class Interrupted(KeyboardInterrupt):
    """Somebody interrupted the judging of a document; ``report`` holds the steps that were judged before."""

    def __init__(self, report: DocumentReport) -> None:
        super().__init__(f"interrupted after {len(report.steps)} steps of {report.name}")
        self.report = report
