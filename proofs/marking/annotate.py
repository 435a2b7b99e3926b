"""An author's own text with comments on what needs attention, which change nothing of what the text sets.

In LaTeX a comment stands on the line after the step; in Markdown after the paragraph or display that holds it, since
nothing else may stand inside one.
"""

from __future__ import annotations

import re

from ..judging.report import StepReport
from ..writing.document_text import findings, kind_of, needs_attention
from ..writing.plain_maths import printable, sentence
from ..writing.verdicts import LOOKS
from .document_report import DocumentReport

_LISTED = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+|\s*")


def annotated(text: str, report: DocumentReport) -> str:
    """The text with comments; its line ends stay as they are."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    tex = is_tex(text, report.name)
    end = "\r\n" if "\r\n" in text else "\n"
    after: dict[int, list[str]] = {}
    for step in report.steps:
        if lines and step.line is not None and (needs_attention(step) or step.verdict == "supported"):
            line = min(max(step.line, 1), len(lines))
            place = line if tex else _end_of_block(lines, line)
            indent = "" if tex else _indent(lines, place)
            after.setdefault(place, []).extend(f"{indent}{comment}{end}" for comment in _comments(step, tex))
    out = []
    for number, line in enumerate(lines, 1):
        comments = after.get(number, [])
        out += [line if line.endswith("\n") or not comments else line + end, *comments]
    return "".join(out)


def is_tex(text: str, name: str) -> bool:
    r"""Whether a file is LaTeX: by its name, or because it has a ``\documentclass``."""
    return name.lower().endswith((".tex", ".ltx")) or "\\documentclass" in text


def remarks(step: StepReport) -> list[str]:
    """What is said of a step beside it, in plain text."""
    return [f"{LOOKS[step.verdict].sign} {kind_of(step)}", *(sentence(said) for _, said in findings(step))]


def _comments(step: StepReport, tex: bool) -> list[str]:
    first, *rest = remarks(step)
    at = f" in column {step.column}" if step.column is not None and tex else "" if tex else f" (line {step.line})"
    lines = [printable(line) for line in (f"{first}{at}", *rest)]
    if tex:
        return [f"% proofs: {line}" for line in lines]
    return ["<!-- proofs: " + re.sub("-(?=-)", "- ", "; ".join(lines)) + " -->"]  # which nothing but two dashes ends


def _end_of_block(lines: list[str], line: int) -> int:
    """The last line of the paragraph, and of the display, that a line stands in."""
    dollars = sum(text.count("$$") for text in lines[: line - 1])
    for number in range(line, len(lines) + 1):
        dollars += lines[number - 1].count("$$")
        if dollars % 2 == 0 and (number == len(lines) or not lines[number].strip()):
            return number
    return len(lines)


def _indent(lines: list[str], line: int) -> str:
    """What the paragraph that ends in a line is indented by: in a list, as far as the text of its item."""
    while line > 1 and lines[line - 2].strip():
        line -= 1
    found = _LISTED.match(lines[line - 1])
    return " " * len(found[0].rstrip("\r\n")) if found else ""
