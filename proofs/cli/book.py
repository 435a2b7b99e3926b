"""The command line: ``derivations list``, ``show``, ``check`` and ``write``.

Exit codes: 0 when all that was judged is proved, 1 when anything falls short, 2 for a usage error.
"""

import sys
from typing import TYPE_CHECKING

import click

from .. import __version__
from .output import Bar, Commands, Writable, columns, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..judging.report import Report

FALLS_SHORT = 1
SHEET = ".toml"
KINDS = ".tex", ".pdf", ".md", ".ipynb"


class _Derivation(click.ParamType):
    """A name of the catalogue."""

    name = "name"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        import derivations as book

        if value in book.CATALOGUE:
            return value
        from difflib import get_close_matches

        near = get_close_matches(value, book.CATALOGUE, n=3)
        remedy = f"did you mean {' or '.join(near)}?" if near else "'derivations list' names them all."
        self.fail(f"no derivation is called {value!r}; {remedy}", param, ctx)


class _Source(_Derivation):
    """A name of the catalogue, or a sheet that names derivations."""

    name = "sheet"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return value if value.endswith(SHEET) else super().convert(value, param, ctx)


class _Document(Writable):
    """A path for a document of one of the kinds that are written."""

    name = "file"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not value.endswith(KINDS):
            self.fail(f"expected a file name that ends in {', '.join(KINDS)}, found {value!r}", param, ctx)
        return super().convert(value, param, ctx)


# A fixed width spares --help the import of shutil, a tenth of its time.
@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "terminal_width": 78})
@click.version_option(__version__, prog_name="derivations")
def derivations() -> None:
    """Derivations that are licensed step by step and checked by exact numbers."""


@derivations.command("list")
@click.option("--json", "as_json", is_flag=True, help="As a JSON list of name, title, source and result.")
def list_(as_json: bool) -> None:
    """List the catalogue."""
    import derivations as book

    from ..writing import latex

    if not as_json:
        width = max(map(len, book.CATALOGUE))
        for name in book.CATALOGUE:
            click.echo(f"{name:{width}}  {book.derive(name).title}")
        return
    rows = []
    for name in book.CATALOGUE:
        proof = book.derive(name)
        result = latex(proof.statement)
        rows.append({"name": name, "title": proof.title, "source": proof.source, "result": result})
    print_json(rows)


@derivations.command()
@click.argument("name", type=_Derivation())
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "latex", "json"]),
    default="text",
    show_default=True,
    help="json judges the derivation and is what 'check --json' prints.",
)
def show(name: str, form: str) -> None:
    """Show one derivation, line by line."""
    import derivations as book

    proof = book.derive(name)
    if form == "json":
        print_json([proof.check().as_json()])
    elif form == "latex":
        click.echo(proof.latex())
    else:
        from ..writing import proof_text

        click.echo(proof_text(proof, width=columns()))


@derivations.command()
@click.argument("names", nargs=-1, type=_Derivation())
@click.option("--json", "as_json", is_flag=True, help="As JSON, one report per derivation.")
def check(names: tuple[str, ...], as_json: bool) -> None:
    """Judge derivations: every step by its licence, and by numbers.  All of them when none is named."""
    from ..writing import report_text

    reports: list[Report] = []
    try:
        for report in _judged(names):
            reports.append(report)
            if not as_json:
                click.echo(report_text(report, colour=sys.stdout.isatty()))
    finally:  # an interruption loses nothing that is already judged
        if as_json:
            print_json([report.as_json() for report in reports])
    _exit(reports)


@derivations.command(short_help="Write answers to a sheet, or derivations, as one document.")
@click.argument("sources", nargs=-1, required=True, type=_Source(), metavar="SHEET.toml|NAME...")
@click.option("-o", "--output", required=True, type=_Document(), help="FILE.tex, .pdf, .md or .ipynb.")
@click.option("--title", help="Of the document; else that of the sheet.")
@click.option("--author", help="Of the document; else that of the sheet.")
@click.option(
    "--style",
    type=click.Choice(["brief", "full"]),
    default="full",
    show_default=True,
    help="brief leaves out sources, pictures and the derivation of results that are used.",
)
@click.option("--marks", is_flag=True, help="Of NAMES, as .tex: print each step's verdict, worlds and rule.")
def write(
    sources: tuple[str, ...], output: str, title: str | None, author: str | None, style: str, marks: bool
) -> None:
    """Write the answers to a sheet of questions, or derivations, as one document."""
    if marks:
        if not output.endswith(".tex") or any(name.endswith(SHEET) for name in sources):
            raise click.UsageError(f"--marks: expected names of derivations and a file name in .tex, found {output!r}")
        _write_with_marks(sources, output, title, author)
        return
    from .hand_in import write as write_hand_in

    write_hand_in(sources, output, title, author, brief=style == "brief")


def _write_with_marks(names: tuple[str, ...], output: str, title: str | None, author: str | None) -> None:
    import derivations as book

    from ..writing import document

    reports = list(_judged(names))
    text = document([book.derive(name) for name in names], title=title, author=author, marks=True, reports=reports)
    with open(output, "w", encoding="utf-8") as file:
        file.write(text)
    _exit(reports)


def _judged(names: tuple[str, ...]) -> "Iterator[Report]":
    """The report of each derivation, one after the other; on a terminal a bar shows where a long run stands."""
    import atexit
    import gc

    import derivations as book

    gc.disable()  # the command ends soon, and a tenth of its time would go into looking for garbage,
    atexit.register(gc.freeze)  # another tenth into looking once more when it does
    todo = names or book.CATALOGUE
    with Bar(len(todo)) as bar:
        for done, name in enumerate(todo):
            bar.at(done, name)
            report = book.derive(name).check()
            bar.clear()
            yield report


def _exit(reports: "list[Report]") -> None:
    if any(report.verdict != "proved" for report in reports):
        sys.exit(FALLS_SHORT)
