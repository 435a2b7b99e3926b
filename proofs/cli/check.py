"""``proofs check``: the report of each file, for a terminal or as JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from . import options
from .output import INTERRUPTED, REFUTED, UNUSABLE, colours, columns, print_json

if TYPE_CHECKING:
    from ..judging.report import StepReport
    from ..marking.document_report import DocumentReport


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="As a JSON list, one report per file.")
@click.option("--strict", is_flag=True, help="Exit with 1 also where a step is not proved, or needs an assumption.")
@click.option("--verbose", is_flag=True, help="Show every step, and the formulas that are none.")
@options.jobs
@options.assume
@options.timeout
@options.no_second_reader
def check(
    files: tuple[str, ...],
    as_json: bool,
    strict: bool,
    verbose: bool,
    jobs: int,
    assume: tuple[str, ...],
    timeout: float | None,
    no_second_reader: bool,
) -> None:
    """Judge every step of documents: by rules, and by numbers."""
    from .sheets import Sheets

    sheets = Sheets(files, assume=assume, jobs=jobs, timeout=timeout, second_reader=not no_second_reader)
    shown: list[DocumentReport] = []
    try:
        for report in sheets.reports():
            shown.append(report)
            if not as_json:
                _show(report, verbose=verbose, after_another=len(shown) > 1)
    finally:  # an error or an interruption loses nothing that is already judged
        if as_json:
            print_json([report.as_json() for report in shown])
    if sheets.interrupted:
        click.echo(f"proofs: interrupted; judged {len(shown)} of {len(files)} files", err=True)
        sys.exit(INTERRUPTED)
    if sheets.refused:
        sys.exit(UNUSABLE)
    if any(_falls_short(step, strict) for report in shown for step in report.steps):
        sys.exit(REFUTED)


def _falls_short(step: StepReport, strict: bool) -> bool:
    if strict:
        return step.verdict not in ("proved", "given") or bool(step.needs)
    return step.verdict == "refuted"


def _show(report: DocumentReport, *, verbose: bool, after_another: bool) -> None:
    from ..writing.document_text import document_text

    text = document_text(report, verbose=verbose, colour=colours(), width=columns())
    click.echo("\n" + text if after_another and "\n" in text else text)
