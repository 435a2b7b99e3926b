"""``proofs explain``: the steps on one line of a file, each with what leads from its left side to its right."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
from click import ClickException

from . import options
from .output import REFUTED, UNUSABLE, colours, columns

_Line = tuple[str, int | None, int]  # of a file, of a cell of it


class _Place(click.ParamType):
    """A line of a file, ``sheet.tex:12``, or of a notebook's cell, ``sheet.ipynb:cell2:3``; a column after it, as
    reports print it, is passed over."""

    name = "FILE:LINE"

    def convert(self, value: str | _Line, param: click.Parameter | None, ctx: click.Context | None) -> _Line:
        if isinstance(value, tuple):
            return value
        found = re.fullmatch(r"(.+?)(?::cell ?(\d{1,9}))?:(\d{1,9})(?::\d{1,9})?", value, re.DOTALL)
        if found is None or int(found[3]) == 0:
            expected = "expected a file and a line, as in sheet.tex:12 or sheet.ipynb:cell2:3"
            self.fail(f"{expected}, found {value!r}", param, ctx)
        return found[1], None if found[2] is None else int(found[2]), int(found[3])


@click.command(short_help="Show why a step holds, or what is missing.")
@click.argument("place", type=_Place(), metavar="FILE:LINE")
@click.option("--hint", is_flag=True, help="Say only what kind of step it is.")
@options.assume
def explain(place: _Line, hint: bool, assume: tuple[str, ...]) -> None:
    """Show why a step holds: licensed lines that fill it, or what is missing.

    FILE:LINE is where a report says that the step stands, sheet.tex:12, of a notebook
    sheet.ipynb:cell2:3.

    Exit code 0: no step on the line is refuted; 1: one is; 2: a usage error, or no step stands there.
    """
    from ..marking.explaining import explain_line
    from ..writing.explanation_text import explanation_text
    from .sheets import granted, read, shown, why

    name, cell, line = place
    try:
        found = explain_line(read(Path(name)), line, cell=cell, hint=hint, assuming=(*granted(name), *assume))
    except (OSError, ValueError, ClickException) as error:
        click.echo(f"proofs: {shown(f'{name}: {why(error)}')}", err=True)
        sys.exit(UNUSABLE)
    for k, each in enumerate(found):
        text = explanation_text(each, name, colour=colours(), width=columns())
        click.echo(f"\n{text}" if k else text)
    if any(each.step.verdict == "refuted" for each in found):
        sys.exit(REFUTED)
