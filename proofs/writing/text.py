"""Proofs and reports for a terminal.  Without colour it is plain text and ``rich`` is not loaded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from proofs.language import Family, Node

from .denoting import definitions, denoting, denoting_chain, put
from .names import GREEK
from .verdicts import LOOKS

if TYPE_CHECKING:
    from proofs.judging.report import Report, StepReport

_MOST = 90  # characters of a formula that has its reason beside it
COLUMNS = ("step", "verdict", "rule", "worlds", "digits", "mutants")
_RIGHT = {"worlds", "digits"}
_RELATIONS = {"=": "=", "<=": "≤", "<": "<", ">=": "≥", ">": ">"}
_COMMANDS = {
    "le": " ≤ ", "leq": " ≤ ", "ge": " ≥ ", "geq": " ≥ ", "neq": " ≠ ", "to": " → ", "in": " in ", "sim": " ~ ",
    "infty": "∞", "|": "‖", "cdot": "·", "times": "×", "dots": "…", "sum": "Σ", "prod": "Π", "int": "∫", "top": "ᵀ",
    "setminus": "∖", "ll": " ≪ ", "iff": " ⟺ ", "circ": "∘", "partial": "∂", "mapsto": " ↦ ", "mid": " | ",
    ",": " ", ";": " ", "{": "{", "}": "}",
}  # fmt: skip
_SILENT = re.compile(r"\\(?:left|right|middle|bigg?[lrm]|displaystyle|quad|qquad|!)(?![a-z])\.?")
_GROUP = r"\{([^{}]*)\}"


def words(latex: str) -> str:
    r"""LaTeX, be it a phrase with formulas or a formula, as well as one line of plain text can say it."""
    text = _SILENT.sub("", latex).replace("$", "")
    before = None
    while before != text:  # from the innermost braces outwards
        before = text
        text = re.sub(rf"\\(?:mathrm|mathbb|mathcal|operatorname|text){_GROUP}", r"\1", text)
        text = re.sub(rf"\\frac{_GROUP}{_GROUP}", lambda m: f"{_bracketed(m[1])}/{_bracketed(m[2])}", text)
        text = re.sub(rf"\\sqrt{_GROUP}", r"sqrt(\1)", text)
        text = re.sub(rf"([_^]){_GROUP}", lambda m: m[1] + _bracketed(m[2]), text)
    text = re.sub(r"\\([A-Za-z]+|.) ?", lambda m: _COMMANDS.get(m[1], GREEK.get(m[1], f"{m[1]} ")), text)
    return re.sub(r"\s+", " ", text).replace("[ ", "[").replace("( ", "(").replace(" ]", "]").replace(" )", ")").strip()


def _bracketed(text: str) -> str:
    return text if re.fullmatch(r"\w+|\\[A-Za-z]+(_\w+)?", text.strip()) else f"({text.strip()})"


def proof_text(proof: Any, *, width: int | None = None) -> str:
    """The proof line by line, each with its reason, in lines of at most ``width`` characters; nothing is judged."""
    from .one_line import plain

    lines = [proof.title or proof.name]
    if proof.source:
        lines.append(f"Source: {words(proof.source)}")
    laws = dict.fromkeys(law for line in _lines(proof) for law in line.walk() if isinstance(law, Family) and law.label)
    lines += ["", *(f"Let {plain(law)} = {plain(type(law)(*law.parameters))}." for law in laws)] if laws else []
    shown = [denoting_chain(proof, chain) for chain in proof.chains]
    meanings = [f"  {plain(each)}" for each in definitions(proof)]
    lines += ["", "Write:", *meanings] if meanings else []
    values = [f"  {plain(name)} = {plain(value)}" for name, value in put(proof)]
    lines += ["", "Put:", *values] if values else []
    hypotheses = [f"  {plain(denoting(proof, h))}" for h in proof.hypotheses]
    lines += ["", "Suppose:", *hypotheses] if hypotheses else []
    for chain in shown:
        lines += ["", *(words(said) for said in (f"{chain.title}:" if chain.title else "", chain.text or "") if said)]
        lines += [f"  supposing {plain(h)}" for h in chain.suppose]
        if chain.start is None:
            reason = words(chain.use.reason) if chain.use is not None else "from its two directions"
            lines += _aligned([(f"  {plain(chain.statement)}", reason)], width)
        else:
            steps = [(f"    {_RELATIONS[s.symbol]} {plain(s.right)}", words(s.reason)) for s in chain.steps]
            lines += [f"  {plain(chain.start)}", *_aligned(steps, width)]
    lines += ["", f"Result: {plain(denoting(proof, proof.result.statement))}"]
    return "\n".join(part for line in lines for part in _wrapped(line, width))


def _lines(proof: Any) -> list[Node]:
    """The lines of a proof, in order."""
    lines: list[Node] = []
    for chain in proof.chains:
        lines += [chain.statement] if chain.start is None else [chain.start, *(step.right for step in chain.steps)]
    return lines


def _wrapped(line: str, width: int | None) -> list[str]:
    """A line that is too long as several; what follows is set in."""
    if width is None or len(line) <= width:
        return [line]
    from textwrap import wrap

    indent = " " * (len(line) - len(line.lstrip()) + 4)
    return wrap(line, width, subsequent_indent=indent, break_on_hyphens=False)


def _aligned(rows: list[tuple[str, str]], width: int | None) -> list[str]:
    """Formulas with their reasons in one column; a reason stands below a formula that is too long for it."""
    most = _MOST if width is None else min(_MOST, width - 3 - max(len(reason) for _, reason in rows))
    column = max((len(formula) for formula, _ in rows if len(formula) <= most), default=0) + 3
    lines = []
    for formula, reason in rows:
        if len(formula) <= most:
            lines.append(f"{formula:{column}}{reason}")
        else:
            lines += [formula, f"{'':8}{reason}"]
    return lines


def report_text(report: Report, *, colour: bool = False) -> str:
    """The report as a table, one row a step, and below it what there is to say of steps that fall short."""
    rows = [(step, _cells(step)) for step in report.steps if step.kind == "step"]
    table = _coloured(report, rows) if colour else _plain(report, rows)
    return "\n".join([table, *(line for step, _ in rows for line in _details(step))])


def headline(report: Report) -> str:
    """The verdict and the count of each: ``gaussian_kl: proved (5 proved, 2 given)``."""
    counts = ", ".join(f"{count} {word}" for word, count in report.summary.items())
    return f"{LOOKS[report.verdict].sign} {report.name}: {report.verdict} ({counts})"


def _cells(step: StepReport) -> tuple[str, ...]:
    """What stands in each of ``COLUMNS``."""
    numbers = ["" if value is None else str(value) for value in (step.worlds, step.digits, step.mutants)]
    rule = (step.rule or "") + {"reversed": " (reversed)", "refused": " (refused)"}.get(step.licence or "", "")
    return step.id, f"{LOOKS[step.verdict].sign} {step.verdict}", rule, *numbers


def _plain(report: Report, rows: list[tuple[StepReport, tuple[str, ...]]]) -> str:
    table = [COLUMNS, *(cells for _, cells in rows)]
    widths = [max(len(row[k]) for row in table) for k in range(len(COLUMNS))]
    lines = [headline(report)]
    for row in table:
        cells = (
            f"{cell:>{wide}}" if name in _RIGHT else f"{cell:{wide}}"
            for cell, wide, name in zip(row, widths, COLUMNS, strict=True)
        )
        lines.append(("  " + "  ".join(cells)).rstrip())
    return "\n".join(lines)


def _coloured(report: Report, rows: list[tuple[StepReport, tuple[str, ...]]]) -> str:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in COLUMNS:
        table.add_column(name, justify="right" if name in _RIGHT else "left", no_wrap=True)
    for step, cells in rows:
        style = {"verdict": LOOKS[step.verdict].terminal, "rule": "", "step": "dim"}
        table.add_row(*(Text(c, style=style.get(n, "")) for c, n in zip(cells, COLUMNS, strict=True)))
    console = Console(force_terminal=True, highlight=False)
    needed = console.measure(table, options=console.options.update(width=1000)).maximum
    console.width = max(console.width, needed)  # a narrow terminal wraps rows as a whole
    with console.capture() as captured:
        console.print(Text(headline(report), style=f"bold {LOOKS[report.verdict].terminal}"))
        console.print(table)
    return captured.get().rstrip("\n")


def _details(step: StepReport) -> list[str]:
    """Why a step falls short: the line itself, the notes, and the counterexample."""
    if step.verdict in ("proved", "given"):
        return []
    claim = " ".join(words(part) for part in (step.left, step.relation, step.right) if part)
    lines = [f"  {step.id} {step.verdict}: {claim}", *(f"      {words(note)}" for note in step.notes)]
    if (found := step.counterexample) is not None:
        values = ", ".join(f"{words(name)} = {words(value)}" for name, value in found.assignments)
        lines.append(f"      at {values}: the left side is {words(found.left)}, the right side {words(found.right)}")
    if step.repair is not None:
        lines.append(f"      it would hold as: {words(step.repair)}")
    return lines


__all__ = ["headline", "proof_text", "report_text", "words"]
