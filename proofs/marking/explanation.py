"""What ``proofs explain`` shows of a step: its verdict, and the licensed lines that lead from its left to its right."""

from __future__ import annotations

from dataclasses import dataclass

from ..judging.report import StepReport


@dataclass(frozen=True)
class LicensedLine:
    """One line of a chain that fills a step: ``relation right``, as LaTeX, and the reason it may be written."""

    relation: str
    right: str
    reason: str  # the phrase of the rule: "by linearity"
    rule: str  # its name


@dataclass(frozen=True)
class Explanation:
    """Why a step holds, as far as it is known.

    ``lines`` lead from ``start`` to its other side, each licensed under ``needs`` beside the document's own
    assumptions; there are none where no short chain of rules was found.  ``hint`` says what kind of step it is without
    giving it away; ``why`` says what is missing where there are no lines.
    """

    step: StepReport
    start: str | None = None  # LaTeX
    lines: tuple[LicensedLine, ...] = ()
    needs: tuple[str, ...] = ()
    hint: str | None = None
    why: str | None = None
