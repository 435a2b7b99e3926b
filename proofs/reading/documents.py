r"""Documents as blocks: LaTeX, Markdown, notebooks, or one formula, from a text or a file."""

from __future__ import annotations

import re
from pathlib import Path

from .files.blocks import Blocks
from .files.delimiters import DISPLAYS, INNER, environment_ends, environment_name, is_prose
from .files.encoding import LARGEST, REMEDY, Unreadable, decoded, refuse_kinds
from .files.expansion import expand
from .files.german import in_english
from .files.half_width import half_width
from .files.macros import Macros
from .files.markdown import read_markdown
from .files.notebook import markdown_cells
from .files.packages import PACKAGES
from .files.source import Cell, Document, Heading, Paragraph
from .files.spans import Source
from .files.tex import add_display, read_tex

LONGEST = 8_000_000  # characters, some three thousand pages
KINDS = ("tex", "markdown", "notebook", "maths")
_CLASS = re.compile(r"^[ \t]*\\documentclass\s*[\[{]", re.MULTILINE)
_MATHS = re.compile(r"[=<>]|\\[A-Za-z]+")
_BEGIN = re.compile(r"\\begin\s*\{([^{}\n]{1,40})\}")
_FILE_NAME = re.compile(r"[^\n$=<>{}]{1,200}\.(tex|ltx|latex|md|ipynb|txt|pdf)")
_MARKUP = re.compile(
    r"\$|\\[(\[]|\\(?:section|item|begin\s*\{document\})|^\s{0,3}(?:#|>|[-*+] |\d+[.)] )|\n\s*\n|`", re.MULTILINE
)


def read_source(source: str | Path) -> Document:
    """The document that a text is, or the file with this ``Path`` holds.

    Raises what ``read_document`` and ``read_file`` raise, ``Unreadable`` also for a text that is a file's name, and
    ``TypeError`` for anything else.
    """
    if isinstance(source, Path):
        return read_file(source)
    if not isinstance(source, str):
        raise TypeError(f"expected a text or the Path of a file, found {type(source).__name__}")
    if _FILE_NAME.fullmatch(source):
        raise Unreadable(f"{source!r} is read as a text: a file is given as Path({source!r})")
    return read_document(source)


def read_file(path: Path | str) -> Document:
    """The document that a file holds; its name is the last part of the path.

    Raises ``OSError`` for a file that cannot be opened, and ``Unreadable`` for one that is no text, of a kind that
    holds no LaTeX source, or too large.
    """
    path = Path(path)
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    refuse_kinds(data[:8], path.suffix)
    if len(data) > LARGEST:
        raise Unreadable(f"the file is larger than {LARGEST >> 20} MB: {REMEDY} of the part in question")
    text, notes = decoded(data)
    return _read(text, path.name, None, notes)


def read_document(text: str, name: str = "", kind: str | None = None) -> Document:
    r"""The document that a text is.

    ``kind`` is ``tex``, ``markdown``, ``notebook`` or ``maths`` (one formula or environment and nothing else).  Without
    it, the name and the text decide: ``.tex`` and what has a ``\documentclass`` is LaTeX, ``.ipynb`` a notebook, a text
    without a name that is a formula is one, anything else is Markdown.

    Raises ``Unreadable`` for a notebook that is none and for a text of more than 8 million characters (of a notebook,
    in its Markdown cells), ``ValueError`` for an unknown kind.
    """
    return _read(text, name, kind, ())


def _read(text: str, name: str, kind: str | None, notes: tuple[str, ...]) -> Document:
    if kind is not None and kind not in KINDS:
        raise ValueError(f"the kind of a document is one of {', '.join(KINDS)}, not {kind!r}")
    text = re.sub("\r\n?", "\n", text.removeprefix("\ufeff")).replace("\0", "\ufffd")
    kind = kind or kind_of(text, name)
    macros, remarks = Macros(known=PACKAGES), list(notes)
    blocks: tuple[Heading | Paragraph, ...]
    cells: tuple[Cell, ...] = ()
    if kind == "notebook":
        blocks, cells = _notebook(text, macros, remarks)
    else:
        _refuse_long(len(text))
        read = {"tex": read_tex, "markdown": read_markdown, "maths": _formula}[kind]
        blocks = read(Source(text), macros, remarks).blocks()
    remarks += macros.notes
    blocks = in_english(half_width(blocks))
    return Document(name, kind, blocks, tuple(dict.fromkeys(remarks)), macros.inputs, macros.shown(), cells)


def _refuse_long(length: int) -> None:
    if length > LONGEST:
        raise Unreadable(f"the text is too large: {length:,} characters, at most {LONGEST:,} are read")


def kind_of(text: str, name: str) -> str:
    """What a text is read as."""
    ending = Path(name).suffix.lower()
    if ending == ".ipynb" or (text.lstrip()[:1] == "{" and '"nbformat"' in text and '"cells"' in text):
        return "notebook"
    if ending in (".tex", ".ltx", ".latex") or _CLASS.search(text):
        return "tex"
    return "maths" if not name and _is_formula(text) else "markdown"


def _is_formula(text: str) -> bool:
    if sum(environment_name(name) in DISPLAYS for name in _BEGIN.findall(text)) > 1:
        return False  # several displays below each other
    return bool(_MATHS.search(text)) and not _MARKUP.search(text.strip()) and not is_prose(text)


def _notebook(text: str, macros: Macros, notes: list[str]) -> tuple[tuple[Heading | Paragraph, ...], tuple[Cell, ...]]:
    """Cells one after the other, a blank line between them; a macro of one is known in the next."""
    blocks: list[Heading | Paragraph] = []
    line = 1
    cells = markdown_cells(text)
    _refuse_long(sum(len(cell) for _, cell in cells))
    begun: list[Cell] = []
    for number, cell in cells:
        begun.append(Cell(number, line))
        source = Source(re.sub("\r\n?", "\n", cell).replace("\0", "\ufffd").rstrip("\n"), line)
        blocks += read_markdown(source, macros, notes).blocks()
        line += source.lines + 1
    return tuple(blocks), tuple(begun)


def _formula(source: Source, macros: Macros, notes: list[str]) -> Blocks:
    """The whole text as one display, out of its delimiters if it has some."""
    blocks = Blocks()
    span = expand(macros, source.whole()).stripped()
    environment = "$$"
    for opener, closer in (("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$")):
        if span.text.startswith(opener) and span.text.endswith(closer) and len(span.text) >= 2 * len(opener):
            span = span.cut(len(opener), len(span.text) - len(closer)).stripped()
            break
    begin = _BEGIN.match(span.text)
    if begin and (name := environment_name(begin[1])) in DISPLAYS - INNER:
        end = environment_ends(span.text).get(0)
        if end is not None and end[1] == len(span.text):
            span, environment = span.cut(begin.end(), end[0]), name
    add_display(blocks, source, span, environment, notes)
    return blocks
