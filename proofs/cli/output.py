"""What the commands print: JSON, and on a terminal a bar that shows where a long run stands; how they end."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.progress import Progress

REFUTED = 1  # exit codes: something is refuted
UNUSABLE = 2  # a usage error, or a file that cannot be judged
INTERRUPTED = 130  # what a shell expects of a command that ctrl-c ended
PATIENCE = 0.5  # seconds before a progress bar is worth its line


class Commands(click.Group):
    """Commands that end with a sentence where what they print or write finds no room."""

    def invoke(self, ctx: click.Context) -> Any:
        import errno

        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read has gone, which is no fault
                raise
            where = f"{error.filename}: " if isinstance(error.filename, str) else ""
            if not where:
                _print_no_more()
            click.echo(f"{ctx.command.name}: {where}{error.strerror or error}", err=True)
            sys.exit(UNUSABLE)


def _print_no_more() -> None:
    """Let go what waits to be printed: at the end of the process it would find no room once more."""
    import os
    from contextlib import suppress
    from io import UnsupportedOperation

    with suppress(UnsupportedOperation):  # of a standard output that is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Writable(click.ParamType):
    """A path that can be written, refused before anything is computed; ``-`` is standard output."""

    name = "file"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        import os

        folder = os.path.dirname(value) or "."
        if value == "-":
            return value
        if not os.path.isdir(folder):
            self.fail(f"{value!r}: the folder {folder!r} does not exist", param, ctx)
        if os.path.isdir(value) or not os.access(value if os.path.exists(value) else folder, os.W_OK):
            self.fail(f"{value!r} cannot be written", param, ctx)
        return value


def print_json(data: Any) -> None:
    import json

    click.echo(json.dumps(data, indent=2, ensure_ascii=False))


def colours() -> bool:
    """Whether standard output shows colours and its user has not asked for none (no-color.org)."""
    import os

    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def columns() -> int | None:
    """The width of the terminal; None where the output is kept, and lines may be as long as they are."""
    from shutil import get_terminal_size

    return get_terminal_size().columns if sys.stdout.isatty() else None


class Bar:
    """How far a run of ``total`` items has come, on standard error if that is a terminal, after half a second.

    It stands in the way of what is printed in between: ``clear`` it before that; it comes back by itself.
    """

    def __init__(self, total: int) -> None:
        self._total, self._began, self._live = total, monotonic(), None
        self._wanted = sys.stderr.isatty()

    _live: Progress | None

    def at(self, done: float, what: str) -> None:
        """So many items are done, and this is what is being worked on."""
        if not self._wanted or monotonic() - self._began <= PATIENCE:
            return
        from rich.markup import escape

        if self._live is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
            console = Console(stderr=True)
            # What is printed meanwhile goes where it was sent; rich would redirect it to the bar's console.
            self._live = Progress(
                *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
            )
            self._live.add_task("", total=self._total)
            self._live.start()
        self._live.update(self._live.task_ids[0], completed=done, description=escape(what))

    def clear(self) -> None:
        if self._live is not None:
            self._live.stop()
            self._live = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.clear()
