r"""Proofs and reports as HTML for notebooks: tables whose formulas stand in ``\( \)``, for MathJax or KaTeX to set.

Everything that comes from a proof is escaped.  Verdicts are marked by a sign as well as by a colour.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from .denoting import definitions, denoting, denoting_chain, put
from .display import AVAILABLE, LONG_LEFT
from .latex import latex
from .latex_laws import SYMBOLS
from .measure import broken, width
from .phrases import grouped, listed, notation, put_in, written
from .verdicts import LOOKS

if TYPE_CHECKING:
    from proofs.judging.report import Report, StepReport

_CELL = "text-align:left;vertical-align:middle;padding:0.3em 0.8em 0.3em 0;background:none;border:none"
_PLAIN = "background:none"
_BOX = "border:1px solid;padding:0.4em 0.6em;display:inline-block"
_SMALL = "font-size:85%;opacity:0.8"


def math(formula: str) -> str:
    return f"\\(\\displaystyle {escape(formula)}\\)"


def lines(formula: str) -> str:
    """A formula, over several lines where it is too wide for a notebook beside its reason."""
    first, *rest = broken(formula, AVAILABLE)
    if not rest:
        return math(formula)
    return math(
        " \\\\ ".join([f"\\begin{{aligned}} & {first}", *(f"&\\quad {{}} {line}" for line in rest)]) + " \\end{aligned}"
    )


def prose(words: str) -> str:
    """LaTeX text with ``$...$`` in it."""
    pieces = re.split(r"\$([^$]*)\$", words)
    return "".join(f"\\({escape(p)}\\)" if k % 2 else escape(p) for k, p in enumerate(pieces))


def report_html(report: Report) -> str:
    """The report as a table, one row a step: the line, the verdict, and what each judge said."""
    rows, before = [], None
    for step in (step for step in report.steps if step.kind == "step"):
        rows.append(_report_row(step, shows_left=step.left != before))
        before = step.right
    return f"<div>{_headline(report)}{_table(''.join(rows))}</div>"


def _table(rows: str) -> str:
    return f"<div style='overflow-x:auto;overflow-y:hidden'><table>{rows}</table></div>"


def proof_html(proof: Any, report: Report) -> str:
    """The proof as a page of mathematics, each line with its reason and a mark for its verdict."""
    parts = [f"<h3>{prose(proof.title or proof.name)}</h3>"]
    if proof.source:
        parts.append(f"<p style='{_SMALL}'>Source: {prose(proof.source)}.</p>")
    nodes = [node for chain in proof.chains for node in (chain.start, chain.statement) if node is not None]
    nodes = [*proof.hypotheses, *(each.right for each in proof.definitions), *nodes]
    meanings = written(definitions(proof))
    hypotheses = tuple(denoting(proof, h) for h in proof.hypotheses)
    parts.append(_paragraph(notation(nodes), meanings, put_in(put(proof)), _suppose(hypotheses)))
    before: tuple[Any, ...] = ()
    for chain, judged in zip((denoting_chain(proof, each) for each in proof.chains), report.chains, strict=True):
        title = f"<b>{prose(chain.title)}.</b>" if chain.title else ""
        same = chain.suppose and chain.suppose == before
        suppose = "Under the same hypotheses:" if same else _suppose(chain.suppose)
        said = [part for part in (chain.text or "", suppose) if part]
        parts.append(f"<p>{' '.join([title, *map(prose, said)])}</p>" if title or said else "")
        parts.append(_chain(chain, [step for step in judged.steps if step.kind == "step"]))
        before = chain.suppose
    result = lines(latex(denoting(proof, proof.result.statement)))
    parts.append(f"<p><span style='{_BOX}'>{result}</span></p>{_headline(report)}")
    return f"<div>{''.join(parts)}</div>"


def _suppose(hypotheses: tuple[Any, ...]) -> str:
    phrases = grouped(hypotheses)
    return f"Suppose that {listed(phrases)}." if phrases else ""


def _paragraph(*sentences: str) -> str:
    words = " ".join(sentence for sentence in sentences if sentence)
    return f"<p>{prose(words)}</p>" if words else ""


def _chain(chain: Any, judged: list[StepReport]) -> str:
    left = ""
    if chain.start is None:
        reason = chain.use.reason if chain.use is not None else "from its two directions"
        rows = [(latex(chain.statement), reason)]
    else:
        left = latex(chain.start)
        rows = [(f"{SYMBOLS[step.symbol]} {latex(step.right)}", step.reason) for step in chain.steps]
    body, left = _own_row(left)
    for (right, reason), step in zip(rows, judged, strict=True):
        body += _row([(left, ""), (lines(right), ""), (prose(reason), _SMALL), (_mark(step), "")])
        left = ""
    return _table(body)


def _own_row(left: str) -> tuple[str, str]:
    """A left side that is wide as a row of its own, and the cell of one that is not."""
    if width(left) <= LONG_LEFT * AVAILABLE:
        return "", math(left) if left else ""
    return f"<tr style='{_PLAIN}'><td colspan='5' style='{_CELL}'>{lines(left)}</td></tr>", ""


def _report_row(step: StepReport, shows_left: bool) -> str:
    above, left = _own_row(step.left) if shows_left else ("", "")
    right = lines(f"{SYMBOLS[step.relation or '=']} {step.right}") if step.right is not None else ""
    told = (step.worlds, "world" if step.worlds == 1 else "worlds"), (step.digits, "digits"), (step.mutants, "mutants")
    numbers = ", ".join(f"{escape(str(value))} {what}" for value, what in told if value is not None)
    licence = "" if step.licence in (None, "granted") else f" ({step.licence})"
    rule = f"<code>{escape(step.rule or '')}</code>{licence}"
    cells = [(left, ""), (right, ""), (_mark(step, word=True), ""), (rule, _SMALL), (numbers, _SMALL)]
    return above + _row(cells) + _details(step)


def _details(step: StepReport) -> str:
    said = [prose(note) for note in step.notes] if step.verdict != "proved" else []
    if (found := step.counterexample) is not None:
        values = ", ".join(f"{math(name)} = {math(value)}" for name, value in found.assignments)
        said.append(f"at {values}: the left side is {math(found.left)}, the right side {math(found.right)}")
    if step.repair is not None:
        said.append(f"it would hold as {math(step.repair)}")
    items = "".join(f"<div>{item}</div>" for item in said)
    style = f"{_CELL};{_SMALL};padding-left:2em"
    return f"<tr style='{_PLAIN}'><td colspan='5' style='{style}'>{items}</td></tr>" if said else ""


def _row(cells: list[tuple[str, str]]) -> str:
    return (
        f"<tr style='{_PLAIN}'>"
        + "".join(f"<td style='{_CELL};{style}'>{content}</td>" for content, style in cells)
        + "</tr>"
    )


def _mark(step: StepReport, *, word: bool = False) -> str:
    look = LOOKS[step.verdict]
    told = [step.verdict, step.rule or "", f"worlds: {step.worlds}" if step.worlds else ""]
    title = escape(", ".join(part for part in told if part))
    shown = f"{look.sign} {step.verdict}" if word else look.sign
    return f"<span style='color:{look.html};white-space:nowrap' title='{title}'>{shown}</span>"


def _headline(report: Report) -> str:
    look = LOOKS[report.verdict]
    counts = ", ".join(f"{count} {word}" for word, count in report.summary.items())
    verdict = f"<b style='color:{look.html}'>{look.sign} {report.verdict}</b>"
    return f"<p>{verdict} <span style='{_SMALL}'>{escape(report.name)}: {counts}</span></p>"
