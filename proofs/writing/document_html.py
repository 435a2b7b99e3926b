"""The report of a document as HTML: the author's lines, each with its verdict; what is wrong with one folds away.

Everything that comes from the document is escaped; see ``web_maths`` for its formulas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from .document_text import counts, findings, kind_of, measured, others, relation
from .names import GREEK
from .plain_maths import one_row, printable
from .verdicts import LOOKS
from .web_maths import formula, phrase

if TYPE_CHECKING:
    from proofs.judging.report import ChainReport, NoStep, StepReport
    from proofs.marking.document_report import DocumentReport

_WIDE = 34  # characters; a left side beyond that stands above its chain
_CELL = "text-align:left;vertical-align:middle;padding:0.35em 0.9em 0.35em 0;background:none;border:none"
_SMALL = "font-size:85%;opacity:0.8"
_TITLE = "margin:1.1em 0 0.3em;font-weight:600"
_REMARKS = "padding:0 0 0.5em 0;white-space:normal"

_CONDITION = re.compile(r"(.*?\b(?:if|needs) )(.*?)(, which is not said)?$", re.DOTALL)


def document_html(report: DocumentReport) -> str:
    """The report as HTML for a notebook or a page."""
    chains = [chain for chain in report.chains if chain.steps]
    before = [None, *(chain.title for chain in chains)]  # a heading stands once above the parts beneath it
    parts = [_headline(report), *(_chain(c, c.title != last) for c, last in zip(chains, before, strict=False))]
    if report.no_steps:
        parts.append(_no_steps(report.no_steps))
    if report.notes:
        items = "".join(f"<div>{phrase(note)}</div>" for note in report.notes)
        parts.append(f"<div style='margin-top:0.8em;{_SMALL}'>{items}</div>")
    return f"<div class='proofs-document'>{''.join(parts)}</div>"


def _headline(report: DocumentReport) -> str:
    word = report.verdict if report.summary.keys() - {"given"} else "given"
    look = LOOKS[word]
    name = escape(printable(report.name))
    return (
        f"<p><b style='color:{look.html}'>{look.sign} {word}</b> <span class='mathjax_ignore tex2jax_ignore'>{name}"
        f"</span> <span style='{_SMALL}'>{counts(report)}</span></p>"
    )


def _no_steps(formulas: Sequence[NoStep]) -> str:
    """What relates something and is no step, folded away."""
    rows = "".join(
        f"<tr style='background:none'>{_place(each)}{_cell(each.role, '')}{_cell(formula(each.formula), '')}"
        f"{_cell(phrase(each.reason or ''), f'{_SMALL};width:100%;white-space:normal')}</tr>"
        for each in formulas
    )
    return (
        f"<details style='{_SMALL}'><summary style='cursor:pointer'>{others(formulas)}</summary>"
        "<div style='overflow-x:auto;overflow-y:hidden'>"
        f"<table style='border-collapse:collapse;margin:0'>{rows}</table></div></details>"
    )


def _chain(chain: ChainReport, headed: bool) -> str:
    title = f"<div style='{_TITLE}'>{phrase(chain.title)}</div>" if chain.title and headed else ""
    rows: list[str] = []
    before = None
    for step in chain.steps:
        rows += _rows(step, goes_on=before is not None and step.left == before and step.right is not None)
        before = step.right
    table = f"<table style='border-collapse:collapse;margin:0'>{''.join(rows)}</table>"
    return f"{title}<div style='overflow-x:auto;overflow-y:hidden;margin-bottom:0.6em'>{table}</div>"


def _rows(step: StepReport, goes_on: bool) -> Iterator[str]:
    """One row for a step; one above it for a left side that is wide, one below for what is to be said."""
    left, start = formula(step.left), (_place(step), _cell(_mark(step), "min-width:6em"))
    blank = (_cell("", ""), _cell("", ""))
    if step.right is None:
        yield _row(step, *start, _cell(left, "", 3))
    else:
        wide = not goes_on and len(one_row(step.left)) > _WIDE
        if wide:
            yield _row(step, *blank, _cell(left, "", 3))
        beside = _cell("" if wide or goes_on else left, "min-width:1.5em")
        right = _cell(formula(f"{relation(step.relation)} {step.right}"), "")
        reason = phrase(step.reason) if step.reason is not None and step.verdict == "proved" else ""
        yield _row(step, *start, beside, right, _cell(reason, f"{_SMALL};width:100%;white-space:normal;min-width:12em"))
    if remarks := _remarks(step):
        yield _row(step, *blank, _cell(remarks, _REMARKS, 3))


def _place(step: StepReport | NoStep) -> str:
    return _cell(step.place, f"{_SMALL};font-variant-numeric:tabular-nums;padding-left:0.6em")


def _mark(step: StepReport) -> str:
    look = LOOKS[step.verdict]
    title = escape(printable(", ".join(filter(None, [step.rule, *measured(step)]))))
    return f"<span style='color:{look.html}' title='{title}'>{look.sign} {kind_of(step)}</span>"


def _remarks(step: StepReport) -> str:
    """What is wrong or missing: the most useful sentence, and behind it the rest."""
    said = sorted(findings(step), key=lambda finding: finding[0] != "repair")
    if not said:
        return ""
    first, *rest = (phrase(_typed(words) if what == "needs" else words) for what, words in said)
    if not rest:
        return f"<div style='{_SMALL}'>{first}</div>"
    open_ = " open" if step.verdict == "refuted" else ""
    folded = "".join(f"<div style='padding:0.2em 0 0 1.1em'>{each}</div>" for each in rest)
    return f"<details style='{_SMALL}'{open_}><summary style='cursor:pointer'>{first}</summary>{folded}</details>"


def _typed(needs: str) -> str:
    """``proved if sigma > 0`` with each condition as a formula, where it is one."""
    found = _CONDITION.match(needs)
    if found is None:
        return needs
    conditions = " and ".join(map(_as_formula, found[2].split(" and ")))
    return f"{found[1]}{conditions}{found[3] or ''}"


def _as_formula(condition: str) -> str:
    words = set(re.findall(r"[A-Za-z]{3,}", condition))
    if not re.fullmatch(r"[\w\s<>=()/+*^-]+", condition) or words - GREEK.keys():
        return condition
    return f"${re.sub(r'[A-Za-z]{2,}', lambda name: f'{chr(92)}{name[0]}', condition)}$"


def _row(step: StepReport, *cells: str) -> str:
    return f"<tr style='background:none;border-left:3px solid {LOOKS[step.verdict].html}'>{''.join(cells)}</tr>"


def _cell(content: str, style: str, span: int = 1) -> str:
    wide = f" colspan='{span}'" if span > 1 else ""
    return f"<td{wide} style='{_CELL};white-space:nowrap;{style}'>{content}</td>"
