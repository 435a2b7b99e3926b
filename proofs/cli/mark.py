"""``proofs mark``: the marks of many files against one sheet, as a table, as CSV, and as a folder with comments."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .output import INTERRUPTED, UNUSABLE, Writable, columns

if TYPE_CHECKING:
    from ..marking.document_report import DocumentReport
    from ..marking.mark import Mark
    from ..marking.sheet import Sheet

CLASS_PAGE = "class.html"


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--against", required=True, metavar="SHEET.toml", help="The questions, their goals and points.")
@click.option(
    "--csv", "csv_file", type=Writable(), metavar="MARKS.csv", help="Write the table as CSV; - is standard output."
)
@click.option("-o", "--output", metavar="DIR", help="Write a copy of each file with comments, reports, a class page.")
@options.jobs
@options.timeout
@options.no_second_reader
def mark(
    files: tuple[str, ...],
    against: str,
    csv_file: str | None,
    output: str | None,
    jobs: int,
    timeout: float | None,
    no_second_reader: bool,
) -> None:
    """Mark the answers of a class against a sheet of questions.

    Per file and question: was the goal reached, the first wrong line, the largest step that nothing
    licenses, points to suggest, and why a person should look at it. Exit code 0, or 2 where a file
    could not be marked.
    """
    from ..marking.class_page import as_csv, class_page
    from ..marking.goals import require_readable, same_statement
    from ..marking.keys import SheetError
    from ..marking.mark import marks, unmarked
    from ..marking.sheet import read_sheet, require_points
    from .sheets import Sheets

    try:
        sheet = read_sheet(Path(against))
        try:
            sheet = _with_derivations(sheet)
            require_points(sheet)
            require_readable(sheet)
        except SheetError as error:
            raise SheetError(f"{against}: {error}") from error
    except OSError as error:
        raise click.BadParameter(f"{against}: {error.strerror}", param_hint="--against") from error
    except SheetError as error:
        raise click.BadParameter(str(error), param_hint="--against") from error
    files = tuple(dict.fromkeys(files))
    folder = _folder(output, files)
    sheets = Sheets(files, sheet.granted, jobs, timeout, not no_second_reader)
    rows: list[Mark] = []
    pages: dict[str, str] = {}
    try:
        for report in sheets.reports():
            rows += marks(report, sheet, same_statement)
            if folder is not None:
                pages[report.source or report.name] = _write_copy(report, folder, files)
    finally:
        for name, why in sheets.refused:
            rows += unmarked(name, sheet, why)
        rows.sort(key=lambda row: files.index(row.file))
        if csv_file is not None:
            _write(csv_file, as_csv(rows))
        else:
            _table(rows)
        if folder is not None:
            _write(str(folder / CLASS_PAGE), class_page(rows, pages))
    if sheets.interrupted:
        click.echo("proofs: interrupted; what is judged is marked", err=True)
        sys.exit(INTERRUPTED)
    if sheets.refused:
        sys.exit(UNUSABLE)


def _with_derivations(sheet: Sheet) -> Sheet:
    """The sheet with the results of the derivations that it names as goals.  Raises ``SheetError``."""
    if not any(question.derived for question in sheet.questions):
        return sheet
    import derivations as book

    from ..marking.answering import with_goals

    return with_goals(sheet, book.derive)


def _folder(output: str | None, files: Sequence[str]) -> Path | None:
    """The folder for copies, made if it is not there; none of the files may stand where its copy would."""
    if output is None:
        return None
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.BadParameter(f"{output}: {error.strerror}", param_hint="-o") from error
    for name in files:
        if _copy(name, folder, files).resolve() == Path(name).resolve():
            raise click.BadParameter(f"{output}: the copy of {name} would replace it", param_hint="-o")
    return folder


def _copy(name: str, folder: Path, files: Sequence[str]) -> Path:
    """Where the copy of a file goes: as deep as the files lie below the folder that they share."""
    absolute = [os.path.abspath(each) for each in files]
    shared = os.path.dirname(absolute[0]) if len(set(absolute)) == 1 else os.path.commonpath(absolute)
    return folder / os.path.relpath(os.path.abspath(name), shared)


def _write_copy(report: DocumentReport, folder: Path, files: Sequence[str]) -> str:
    """Write the text with comments, and the report beside it as a page; where that stands in the folder."""
    from ..marking.annotate import annotated
    from ..writing.document_page import document_page

    name = report.source or report.name
    copy = _copy(name, folder, files)
    copy.parent.mkdir(parents=True, exist_ok=True)
    if os.path.isfile(name) and copy.suffix.lower() != ".ipynb":
        with open(name, encoding="utf-8", errors="surrogateescape", newline="") as file:
            text = file.read()
        with open(copy, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(annotated(text, report))
    page = copy.with_name(f"{copy.name}.html")
    _write(str(page), document_page(report))
    return page.relative_to(folder).as_posix()


def _write(name: str, text: str) -> None:
    if name == "-":
        click.echo(text, nl=False)
        return
    with open(name, "w", encoding="utf-8", errors="replace", newline="") as file:
        file.write(text)


def _table(rows: Sequence[Mark]) -> None:
    """The rows in columns; where a terminal is too narrow, headings take several lines and remarks stand below."""
    from itertools import zip_longest
    from textwrap import wrap

    from ..marking.class_page import COLUMNS, cells
    from ..writing.plain_maths import printable

    table = [tuple(map(printable, cells(row))) for row in rows]
    room = columns()
    if room is None or sum(_widths([[name] for name in COLUMNS], table)) <= room:
        _print([COLUMNS, *table], _widths([[name] for name in COLUMNS], table))
        return
    heads = [name.split() for name in COLUMNS[:-1]]
    widths = _widths(heads, table)
    _print(list(zip_longest(*heads, fillvalue="")), widths)
    for *row, remark in table:
        _print([row], widths)
        for line in wrap(remark, room, initial_indent="    ", subsequent_indent="    "):
            click.echo(line)


def _widths(heads: Sequence[Sequence[str]], table: Sequence[Sequence[str]]) -> list[int]:
    """How wide the columns are, with what stands between them."""
    return [max(map(len, (*head, *(row[k] for row in table)))) + 2 for k, head in enumerate(heads)]


def _print(table: Sequence[Sequence[str]], widths: Sequence[int]) -> None:
    for row in table:
        click.echo("".join(f"{cell:{wide}}" for cell, wide in zip(row, widths, strict=True)).rstrip())
