r"""Chains of steps as aligned displays: the relation in one column, the reason at the right margin of each step.

On paper the reason is a tag, so that TeX itself moves it below a line that leaves no room for it.  A web page centres
what it sets and cuts off tags that do not fit: there the reason stands ``beside`` the line, in a column of its own, or
below it.  ``fit`` is for documents, whose preamble knows how to set a line smaller.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from proofs.language import Node, Relation, Statement

from .latex import latex
from .latex_laws import SYMBOLS
from .measure import broken, width
from .phrases import formula, grouped, listed, mathematics, written

if TYPE_CHECKING:
    from proofs.language import Term
    from proofs.steps import Step

AVAILABLE = 395.0
"""Points at a font size of 10: the lines of an A4 page with margins of 25 mm at a font size of 11, less the indent."""

_RELATION, _INDENT = 16.0, 20.0
_LONG_HYPOTHESIS = 150.0
_SCREEN, _BETWEEN, _SMALL = 500.0, 20.0, 0.9  # a narrow window, the gap before a reason, and the size of its letters
LONG_LEFT = 0.3  # a left side wider than this share of the line stands on a line of its own


def aligned(
    start: Term,
    steps: tuple[Step, ...],
    reasons: list[str],
    marks: list[str],
    *,
    fit: bool,
    beside: bool = False,
    value: str = "",
) -> str:
    """The chain as an ``align*`` display; ``marks``, where there are any, stand below their steps.

    ``value`` goes on with the last line.
    """
    left = latex(start)
    rows: list[str] = []
    ends: dict[int, str] = {}  # the rows with which steps end, and the reasons of these
    column = width(left) + _RELATION
    if width(left) > LONG_LEFT * AVAILABLE:
        first, *rest = _lines(left, AVAILABLE, fit)
        rows = ["&" + first, *(_continued(line) for line in rest)]
        left, column = "", _RELATION
    for k, (step, reason) in enumerate(zip(steps, reasons, strict=True)):
        line = _joined(latex(step.right), value if k == len(steps) - 1 else "")
        first, *rest = _lines(line, AVAILABLE - column, fit)
        rows.append(f"&{SYMBOLS[step.symbol]} {first}")
        rows += [_continued(line) for line in rest]
        ends[len(rows) - 1] = reason
        if marks:
            rows.append(f"&\\quad {marks[k]}")
    rows = _reasoned(rows, ends, column - _RELATION, beside)
    return _display("align*", [left + rows[0], *rows[1:]])


def stated(statement: Statement, reason: str, mark: str | None = None, *, fit: bool, beside: bool = False) -> str:
    """One statement as a display, with its reason if there is one."""
    first, *rest = _lines(latex(statement), AVAILABLE, fit)
    rows = ["&" + first, *(_continued(line) for line in rest)]
    reasoned = _reasoned(rows, {len(rows) - 1: reason} if reason else {}, 0.0, beside)
    return _display("align*", reasoned + ([f"&\\quad {mark}"] if mark else []))


def _reasoned(rows: list[str], ends: dict[int, str], left: float, beside: bool) -> list[str]:
    """The rows, right of a column so wide as ``left``, with the reasons of those with which a step ends."""
    if not beside:
        return [f"{row} \\tag*{{{ends[k]}}}" if k in ends else row for k, row in enumerate(rows)]
    widest = max(map(width, rows))
    done = []
    for k, row in enumerate(rows):
        done.append(row)
        if k in ends:
            reason = f"\\small\\text{{{ends[k]}}}"
            if left + widest + _BETWEEN + _SMALL * width(f"\\text{{{ends[k]}}}") <= _SCREEN:
                done[-1] += f" &&{reason}"
            else:
                done.append(f"&\\qquad {reason}")
    return done


def boxed(statement: Statement, end: str = "", *, fit: bool, value: str = "") -> str:
    r"""The statement in a box, over several lines where it is wide; ``value`` goes on with it: ``\approx 0.6534``."""
    room = AVAILABLE - 30
    text = _joined(latex(statement), value)
    if width(text) > room:
        if isinstance(statement, Relation):
            left, right = latex(statement.left), latex(statement.right)
            narrow = width(left) < room / 2
            first, *rest = _lines(_joined(right, value), room - _RELATION - (width(left) if narrow else 0.0), fit)
            above = [] if narrow else ["&" + line for line in _lines(left, room, fit)]
            rows = [*above, f"{left if narrow else ''} &{SYMBOLS[statement.symbol]} {first}", *map(_continued, rest)]
        else:
            first, *rest = _lines(text, room, fit)
            rows = ["&" + first, *map(_continued, rest)]
        text = _display("aligned", rows).replace("\n", " ")
    return f"\\begin{{align*}}\n\\boxed{{{text}}}{end}\n\\end{{align*}}"


def _joined(formula: str, value: str) -> str:
    return f"{formula} {value}" if value else formula


def defined(definitions: Sequence[Relation], *, fit: bool) -> str:
    """``Write J = ...``: what names stand for, in a sentence or, where one is long, in a display; nothing for none."""
    formulas = [latex(each) for each in definitions]
    if all(width(formula) <= _LONG_HYPOTHESIS for formula in formulas):
        return written(definitions)
    return f"Write\n{_display('align*', _listed_rows(formulas, fit))}"


def _listed_rows(formulas: Sequence[str], fit: bool) -> list[str]:
    """Formulas one below the other, with commas between them and a full stop after the last."""
    rows = []
    for k, each in enumerate(formulas, 1):
        first, *rest = _lines(each, AVAILABLE, fit)
        rows += ["&" + first, *map(_continued, rest)]
        rows[-1] += "." if k == len(formulas) else ","
    return rows


def supposed(hypotheses: Sequence[Node], lead: str = "Suppose that", end: str = ".", *, fit: bool) -> str:
    """``Suppose that ...``: short hypotheses in a sentence, long ones in a display below it; nothing for none."""
    long = [h for h in hypotheses if width(latex(mathematics(h))) > _LONG_HYPOTHESIS]
    phrases = grouped(h for h in hypotheses if h not in long)
    if not long:
        return f"{lead} {listed(phrases)}{end}" if phrases else ""
    opening = f"{lead} {listed(phrases)}, and that" if phrases else lead
    return f"{opening}\n{_display('align*', _listed_rows([formula(h) for h in long], fit))}"


def _lines(formula: str, available: float, fit: bool) -> list[str]:
    """The formula in lines; with ``fit``, one that no break makes narrow enough is set smaller (by ``\\fitted``)."""
    lines = broken(formula, available, _INDENT)
    if not fit:
        return lines
    return [f"\\fitted{{{int(available)}pt}}{{{line}}}" if width(line) > available else line for line in lines]


def _continued(line: str) -> str:
    return f"&\\qquad {{}} {line}"


def _display(environment: str, rows: list[str]) -> str:
    return f"\\begin{{{environment}}}\n" + " \\\\\n".join(rows) + f"\n\\end{{{environment}}}"
