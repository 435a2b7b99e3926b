"""Where mathematics stands in a document: blocks in reading order, every character with its line and column."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Place:
    """A position in a file, counted from 1 (of a notebook: in what its Markdown cells make, one after the other)."""

    line: int
    column: int


@dataclass(frozen=True)
class Placed:
    """A text and where its characters stand in the file: ``starts[k]`` is an offset, ``places[k]`` its place.

    Between two starts characters run on along the line.  What a macro stands for has the place of the macro.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[Place, ...]

    def place(self, offset: int) -> Place:
        """The place of the character at ``offset``."""
        k = max(bisect_right(self.starts, offset) - 1, 0)
        start, place = self.starts[k], self.places[k]
        return Place(place.line, place.column + max(offset - start, 0))


@dataclass(frozen=True)
class Row:
    r"""A row of a display, ``&`` and ``\\`` removed: its text, its number, and the label it may be called by."""

    maths: Placed
    tag: str | None = None
    label: str | None = None


@dataclass(frozen=True)
class Display:
    """Mathematics set apart from the text: one or more rows.  ``environment`` is ``$$``, ``align``, ``cases``, ..."""

    rows: tuple[Row, ...]
    environment: str


@dataclass(frozen=True)
class Inline:
    """Mathematics within a sentence."""

    maths: Placed


@dataclass(frozen=True)
class Text:
    """Words of a sentence as plain text: markup, links and references are resolved or dropped."""

    text: str
    place: Place


@dataclass(frozen=True)
class Heading:
    """A heading: ``level`` 1 is the outermost.  Bold run-in titles (``**Proof:**``, ``\\paragraph``) are level 6."""

    level: int
    parts: tuple[Text | Inline, ...]
    place: Place


@dataclass(frozen=True)
class Paragraph:
    """Sentences and displays as they follow each other, until the text breaks; a list item is a paragraph of its own.

    ``depth`` is how deep in lists it stands.
    """

    parts: tuple[Text | Inline | Display, ...]
    depth: int = 0


@dataclass(frozen=True)
class Cell:
    """A Markdown cell of a notebook: its number among all cells, and the line of the whole where it begins."""

    number: int
    line: int


@dataclass(frozen=True)
class Document:
    """A file as it is read: headings and paragraphs in order, and remarks (damaged characters, files not followed)."""

    name: str
    kind: str  # tex | markdown | notebook | maths
    blocks: tuple[Heading | Paragraph, ...]
    notes: tuple[str, ...] = ()
    inputs: int = 0  # files that it names and that were not opened
    macros: dict[str, str] = field(default_factory=dict, compare=False)
    cells: tuple[Cell, ...] = ()  # of a notebook

    def place_of(self, line: int) -> tuple[int | None, int]:
        """The cell that a line of the whole stands in and the line there, as its author counts; of a file no cell."""
        before = [cell for cell in self.cells if cell.line <= line]
        return (before[-1].number, line - before[-1].line + 1) if before else (None, line)

    def line_of(self, cell: int | None, line: int) -> int:
        """The line of the whole that stands on a line of a cell.  Raises ``ValueError`` where there is no such cell."""
        if cell is None and not self.cells:
            return line
        found = [each.line for each in self.cells if each.number == cell]
        if not found:
            numbers = ", ".join(f"cell{each.number}" for each in self.cells) or "it is no notebook"
            why = f"no Markdown cell has the number {cell}" if cell else "a line of a notebook stands in a cell"
            raise ValueError(f"{why} ({numbers})")
        return found[0] + line - 1
