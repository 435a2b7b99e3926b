"""The files of a command, judged one after the other: what cannot be judged is named, and the run goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click
from click import ClickException

from ..reading.files.encoding import LARGEST, Unreadable, decoded, refuse_kinds
from .output import Bar
from .settings import settings

if TYPE_CHECKING:
    from ..marking.document_report import DocumentReport

STDIN = "-"


@dataclass
class Sheets:
    """Files and how they are to be judged.  ``refused`` are those that could not be, and why; stderr names each."""

    files: Sequence[str]
    assume: Sequence[str] = ()
    jobs: int = 1
    timeout: float | None = None
    second_reader: bool = True
    refused: list[tuple[str, str]] = field(default_factory=list, init=False)
    interrupted: bool = field(default=False, init=False)

    def reports(self) -> Iterator[DocumentReport]:
        """The report of each file that could be judged, in order; after an interruption, of what was judged before."""
        from ..marking.document_report import Interrupted, UnknownFact

        with Bar(len(self.files)) as bar:
            for done, name in enumerate(self.files):
                try:
                    report = self._report(name, bar, done)
                except UnknownFact as error:
                    raise click.UsageError(shown(error)) from error
                except (OSError, ValueError, ClickException) as error:
                    self._refuse(bar, name, error)
                    continue
                except Interrupted as stopped:
                    self.interrupted, report = True, stopped.report
                except KeyboardInterrupt:
                    self.interrupted = True
                    return
                bar.clear()
                if report.steps:
                    yield report
                elif not self.interrupted:
                    self._refuse(bar, name, "claims nothing in formulas")
                if self.interrupted:
                    return

    def _report(self, name: str, bar: Bar, done: int) -> DocumentReport:
        def progress(steps: int, of: int) -> None:
            bar.at(done + steps / max(of, 1), f"{shown(name)} {steps}/{of}")

        bar.at(done, shown(name))
        source = _text(sys.stdin.buffer) if name == STDIN else read(Path(name))
        from ..marking.verify import verify

        report = verify(
            source,
            assuming=(*granted(name), *self.assume),
            timeout=self.timeout,
            second_reader=self.second_reader,
            jobs=self.jobs,
            progress=progress,
        )
        return replace(report, source=name, name="standard input" if name == STDIN else report.name)

    def _refuse(self, bar: Bar, name: str, error: object) -> None:
        self.refused.append((name, why(error)))
        bar.clear()
        click.echo(f"proofs: {shown(f'{name}: {why(error)}')}", err=True)


def why(error: object) -> str:
    """Why a file cannot be judged, in words."""
    match error:
        case ClickException():
            return f"not judged: {error.message}"
        case OSError(strerror=str() as words):
            return words
    return str(error)


def granted(name: str) -> tuple[str, ...]:
    """What the ``proofs.toml`` beside a file grants.  Raises ``ClickException``."""
    return settings(Path(name).parent if name != STDIN else Path()).assume


def read(path: Path) -> str | Path:
    """A file, or what comes through a pipe as text.  Raises ``OSError``, ``Unreadable`` for what can hold no source."""
    if path.exists() and not path.is_file() and not path.is_dir():
        with path.open("rb") as stream:
            return _text(stream)
    with path.open("rb") as file:
        refuse_kinds(file.read(8), path.suffix)
    return path


def _text(stream: BinaryIO) -> str:
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unreadable(f"more than {LARGEST >> 20} MB come through the pipe")
    refuse_kinds(data[:8])
    return decoded(data)[0]


def shown(message: object) -> str:
    from ..writing.plain_maths import printable

    return printable(str(message))
