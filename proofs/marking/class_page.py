"""What a teacher with many files sees: a table of marks, and a page for the class that groups equal slips."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from html import escape
from io import StringIO
from urllib.parse import quote

from ..writing.document_text import findings, relation
from ..writing.plain_maths import one_row, printable, sentence
from .answers import shared_beginning
from .mark import Mark

COLUMNS = (
    "file", "question", "reached", "first wrong line", "largest unjustified step", "suggested points", "needs a look",
)  # fmt: skip
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #1f2328 }
table { border-collapse: collapse; width: 100% } td, th { padding: .35em .8em .35em 0; text-align: left;
vertical-align: top; border-bottom: 1px solid #d8dee4 } th { font-weight: 600 } h1 { font-size: 1.5em }
h2 { font-size: 1.15em; margin-top: 2em } .n { text-align: right; font-variant-numeric: tabular-nums }
summary { cursor: pointer } .bar { background: #cf222e; height: .6em; display: inline-block; border-radius: 2px }
.bars { width: 10em } .n { white-space: nowrap }
details div { padding: .2em 0 .2em 1.2em }
.rows { overflow-x: auto } .rows td:first-child { min-width: 12em; overflow-wrap: anywhere }
.rows td:last-child { min-width: 14em }
@media screen and (max-width: 40em) { body { padding: 0 .6em; font-size: 14px } .bars { display: none } }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 9pt } tr { break-inside: avoid } }
"""


def cells(mark: Mark) -> tuple[str, ...]:
    """A row of the table, one cell for each of ``COLUMNS``."""
    wrong = str(mark.wrong[0].on_line or mark.wrong[0].id) if mark.wrong else ""
    largest = str(mark.largest.on_line or mark.largest.id) if mark.largest is not None else ""
    return mark.file, mark.question.id, mark.reached, wrong, largest, points(mark.points), "; ".join(mark.look)


def points(value: Fraction | None) -> str:
    return "" if value is None else str(value) if value.denominator == 1 else str(float(value))


def as_csv(rows: Iterable[Mark]) -> str:
    """The table as CSV; no cell is a formula to a spreadsheet."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        shown = (printable(cell) for cell in cells(row))
        writer.writerow(["'" + cell if cell.startswith(("=", "+", "-", "@")) else cell for cell in shown])
    return text.getvalue()


def slips(rows: Sequence[Mark]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Equal slips, the most frequent first: (question, the words of the repair, where each is made: file and line).

    A file counts once for a slip.  Wrong lines that no small repair makes right are one group for each question.
    """
    groups: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        for step in row.wrong:
            words = sentence(step.repair) if step.repair is not None else "wrong, and no small repair makes it right"
            groups.setdefault((row.question.id, words), {}).setdefault(row.file, step.on_line)
    ordered = sorted(groups.items(), key=lambda group: -len(group[1]))
    return [(question, words, list(files.items())) for (question, words), files in ordered]


def class_page(rows: Sequence[Mark], pages: Mapping[str, str] | None = None) -> str:
    """The page as HTML that needs nothing else: per question what was reached, equal slips, and every row.

    ``pages`` says where the report of a file stands, seen from the page.
    """
    names = _below_their_folder([row.file for row in rows])
    files = len(names)
    rows = [replace(row, file=names[row.file]) for row in rows]
    parts = [
        f"<h1>{files} {'file' if files == 1 else 'files'} marked</h1>",
        _questions(rows),
        _slips(rows, files),
        _all(rows, {names[file]: page for file, page in (pages or {}).items() if file in names}),
    ]
    return (
        "<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'><title>Marks</title>"
        f"<style>{_STYLE}</style></head>\n<body>{''.join(parts)}</body></html>\n"
    )


def _below_their_folder(files: Iterable[str]) -> dict[str, str]:
    """Each file, and how it is called where the folder that all lie in is left out."""
    parts = {file: file.split(os.sep) for file in files}
    shared = shared_beginning([folders for *folders, _ in parts.values()]) if len(parts) > 1 else 0
    return {file: os.sep.join(each[shared:]) for file, each in parts.items()}


def _text(words: str) -> str:
    return escape(printable(words))


def _questions(rows: Sequence[Mark]) -> str:
    head = "".join(
        f"<th>{name}</th>" for name in ("question", "reached", "not reached", "not found", "to look at", "mean")
    )
    body = []
    for question in dict.fromkeys(row.question for row in rows):
        mine = [row for row in rows if row.question is question]
        counts = [sum(row.reached == word for row in mine) for word in ("yes", "no", "not found")]
        known = [row.points for row in mine if row.points is not None]
        mean = f"{float(sum(known) / len(known)):.1f} of {points(question.points)}" if known else ""
        told = [_text(question.id), *map(str, counts), str(sum(bool(row.look) for row in mine)), mean]
        body.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in told) + "</tr>")
    return f"<h2>Questions</h2><table><tr>{head}</tr>{''.join(body)}</table>"


def _slips(rows: Sequence[Mark], files: int) -> str:
    found = slips(rows)
    if not found:
        return "<h2>Slips</h2><p>No line is wrong.</p>"
    body = []
    for question, words, places in found:
        listed = "".join(f"<div>{_text(file)}{f', line {line}' if line else ''}</div>" for file, line in places)
        bar = f"<span class='bar' style='width:{10 * len(places) / files:.2f}em'></span>"
        body.append(
            f"<tr><td class='n'>{len(places)} of {files}</td><td class='bars'>{bar}</td><td>{_text(question)}</td>"
            f"<td><details><summary>{_text(words)}</summary>{listed}</details></td></tr>"
        )
    return f"<h2>Slips</h2><table>{''.join(body)}</table>"


def _all(rows: Sequence[Mark], pages: Mapping[str, str]) -> str:
    head = "".join(f"<th>{name}</th>" for name in COLUMNS)
    body = []
    for row in rows:
        told = [_text(cell) for cell in cells(row)]
        if row.file in pages:
            told[0] = f"<a href='{quote(pages[row.file], errors='replace')}'>{told[0]}</a>"
        if row.wrong:
            step = row.wrong[0]
            sides = (step.left, relation(step.relation), step.right) if step.right else (step.left,)
            claim = " ".join(map(one_row, sides))
            said = "".join(f"<div>{_text(sentence(words))}</div>" for _, words in findings(step))
            told[3] = f"<details><summary>{told[3]}</summary><div>{_text(claim)}</div>{said}</details>"
        body.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in told) + "</tr>")
    return f"<h2>Rows</h2><div class='rows'><table><tr>{head}</tr>{''.join(body)}</table></div>"
