"""The command line ``proofs``: ``check``, ``explain`` and ``mark`` for documents that other people wrote.

Exit codes: 0 nothing is refuted; 1 something is; 2 a usage error, or a file that cannot be judged; the highest wins.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from .. import __version__

if TYPE_CHECKING:
    from ..judging.report import StepReport
    from ..marking.document_report import DocumentReport

REFUTED = 1
UNUSABLE = 2
INTERRUPTED = 130  # what a shell expects of a command that ctrl-c ended


# A fixed width spares --help the import of shutil, a tenth of its time.
@click.group(context_settings={"help_option_names": ["-h", "--help"], "terminal_width": 78})
@click.version_option(__version__, prog_name="proofs")
def proofs() -> None:
    """Judge, line by line, the mathematics that other people wrote.

    FILE is LaTeX (.tex), a notebook (.ipynb) or Markdown (anything else); - reads standard input.
    A proofs.toml beside the files may grant what every sheet takes for granted: assume = ["sigma > 0"].

    Exit code 0: nothing is refuted; 1: something is; 2: a usage error, or a file that could not be
    read or holds no mathematics.
    """
    from io import TextIOWrapper

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal without Unicode, a file name that is no text
            stream.reconfigure(errors="backslashreplace")


@proofs.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="As a JSON list, one report per file.")
@click.option("--strict", is_flag=True, help="Exit with 1 also where a step is not proved, or needs an assumption.")
@click.option("--verbose", is_flag=True, help="Show every step, not only those that need attention.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Judge so many steps at a time.")
@click.option("--assume", multiple=True, metavar="FACT", help="Grant a fact, plain or LaTeX: 'sigma > 0'.")
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="Spend at most so long on a step."
)
@click.option("--no-second-reader", is_flag=True, help="Do not have latex2sympy2 read the expressions as well.")
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
    from .output import print_json
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
    from .output import colours, columns

    text = document_text(report, verbose=verbose, colour=colours(), width=columns())
    click.echo("\n" + text if after_another and "\n" in text else text)
