"""``derivations write``: a hand-in in a file, with its pictures; nothing is written before all of it is made."""

from __future__ import annotations

import sys
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .output import UNUSABLE

if TYPE_CHECKING:
    from ..marking.sheet import Sheet
    from ..writing.hand_in import HandIn
    from ..writing.pictures import Picture

MATPLOTLIB = "pip install 'proofs-derivations[pictures]'"
TEX = "apt-get install texlive-latex-recommended texlive-fonts-recommended"


def write(sources: Sequence[str], output: str, title: str | None, author: str | None, *, brief: bool) -> None:
    """Write it.  Ends the command with exit code 2 where that cannot be."""
    made = _made(sources, brief=brief)
    made = replace(made, title=title or made.title, author=author or made.author)
    path = Path(output)
    match path.suffix:
        case ".tex":
            _put(_tex(made, path))
        case ".md":
            _put(_with_pictures(made, path, "svg", _markdown(made, path)))
        case ".ipynb":
            _put({path: _notebook(made)})
        case ".pdf":
            _pdf(made, path)


def _made(sources: Sequence[str], *, brief: bool) -> HandIn:
    made = _written(sources, brief=brief)
    return made if _can_draw() else _without_pictures(made)


def _written(sources: Sequence[str], *, brief: bool) -> HandIn:
    import derivations as book

    from ..marking.answering import hand_in, of_derivations
    from ..marking.keys import SheetError
    from ..marking.sheet import read_sheet

    if not any(source.endswith(".toml") for source in sources):
        return of_derivations([book.derive(name) for name in sources], _picture, brief=brief)
    if len(sources) > 1:
        raise click.UsageError(f"expected one sheet, or names of derivations, found {' '.join(sources)}")
    (name,) = sources
    try:
        sheet: Sheet = read_sheet(Path(name))
        try:
            return hand_in(sheet, book.derive, _picture, brief=brief)
        except SheetError as error:
            raise SheetError(f"{name}: {error}") from error
    except OSError as error:
        raise click.UsageError(f"{name}: {error.strerror}") from error
    except SheetError as error:
        raise click.UsageError(str(error)) from error


def _picture(name: str) -> Picture | None:
    """The picture of a derivation, where there is one."""
    from derivations.pictures import PICTURES, picture

    return picture(name) if name in PICTURES else None


def _can_draw() -> bool:
    from importlib.util import find_spec

    return find_spec("matplotlib") is not None


def _without_pictures(made: HandIn) -> HandIn:
    """The hand-in without its pictures, which is said if it has some."""
    from ..writing.hand_in import pictures

    if pictures(made):
        click.echo(f"derivations: there is no matplotlib; pictures are left out. To have them: {MATPLOTLIB}", err=True)
    answers = (
        replace(answer, derivations=tuple(replace(each, picture=None) for each in answer.derivations))
        for answer in made.answers
    )
    return replace(made, answers=tuple(answers))


Files = dict[Path, bytes]


def _tex(made: HandIn, path: Path) -> Files:
    from ..writing.hand_in import as_latex

    return _with_pictures(made, path, "pdf", as_latex(made, path.stem))


def _markdown(made: HandIn, path: Path) -> str:
    from ..writing.hand_in import as_markdown

    return as_markdown(made, path.stem)


def _with_pictures(made: HandIn, path: Path, form: str, text: str) -> Files:
    drawn = {path.with_name(f"{path.stem}-{name}.{form}"): data for name, data in _drawn(made, form).items()}
    return {**drawn, path: text.encode()}


def _drawn(made: HandIn, form: str) -> dict[str, bytes]:
    from ..writing.hand_in import pictures

    figures = {figure.name: figure.picture for figure in pictures(made)}
    if not figures:
        return {}
    from ..writing.drawing import as_bytes

    return {name: as_bytes(picture.figure(), form) for name, picture in figures.items()}


def _notebook(made: HandIn) -> bytes:
    from ..writing.hand_in import as_notebook

    drawn = {name: b64encode(data).decode() for name, data in _drawn(made, "png").items()}
    return as_notebook(made, drawn).encode()


def _pdf(made: HandIn, path: Path) -> None:
    """Compile in a folder that is thrown away; where that fails, the LaTeX is kept beside where the PDF would be."""
    import subprocess
    from shutil import which
    from tempfile import TemporaryDirectory

    kept = path.with_suffix(".tex")
    files = _tex(made, kept)
    if (command := which("pdflatex")) is None:
        _put(files)
        click.echo(f"derivations: there is no pdflatex; {kept} is written. To have it: {TEX}", err=True)
        sys.exit(UNUSABLE)
    with TemporaryDirectory() as folder:
        _put({Path(folder) / file.name: data for file, data in files.items()})
        # a path in TeX's own arguments would be read for spaces and signs: the folder is the working one
        done = subprocess.run(
            [command, "-interaction=nonstopmode", "-halt-on-error", "-jobname=hand-in", kept.name],
            cwd=folder,
            capture_output=True,
            check=False,
        )
        if done.returncode == 0:
            _put({path: (Path(folder) / "hand-in.pdf").read_bytes()})
            return
    _put(files)
    said = [line for line in done.stdout.decode("latin-1").splitlines() if line.startswith("!")]
    why = said[0].lstrip("! ") if said else f"it ended with {done.returncode}"
    click.echo(f"derivations: pdflatex did not compile {kept}, which is written: {why}", err=True)
    sys.exit(UNUSABLE)


def _put(files: Files) -> None:
    """Write the files, each whole or not at all."""
    import os

    for path, data in files.items():
        half = path.with_name(f".{path.name}.part")
        half.write_bytes(data)
        os.replace(half, path)
