"""What a document says: the lines that the reader finds in it, before anybody judges them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ..reading.documents import read_source
from ..reading.files.source import Document
from ..reading.lines import Chain, Line
from .verify import facts, notes_on, told


@dataclass(frozen=True)
class Contents:
    """The chains of a document, one for each stretch of it; ``notes`` are about the whole.

    A line has its place, the author's LaTeX, its kind, and the ``claim`` that it was read as: hypotheses and a relation
    between terms, or None where it was not understood (``why`` says why).
    """

    name: str
    chains: tuple[Chain, ...]
    notes: tuple[str, ...] = ()
    document: Document | None = None  # which knows the cells of a notebook

    @property
    def lines(self) -> list[Line]:
        return [line for chain in self.chains for line in chain.lines]

    def __iter__(self) -> Iterator[Chain]:
        return iter(self.chains)

    def __len__(self) -> int:
        return len(self.chains)

    def __repr__(self) -> str:
        lines, chains = len(self.lines), len(self.chains)
        said = f"{lines} {'line' if lines == 1 else 'lines'} in {chains} {'chain' if chains == 1 else 'chains'}"
        return f"<Contents of {self.name}: {said}>"

    def __str__(self) -> str:
        from ..writing.plain_maths import one_row, sentence

        rows = []
        for line in self.lines:
            said = f": {sentence(line.why)}" if line.why else ""
            rows.append(f"{self.place(line)}  {line.kind:10}  {one_row(_written(line))}{said}")
        return "\n".join(rows)

    def place(self, line: Line) -> str:
        """Where a line stands, ``12:4``; of a notebook ``cell2:3:4``."""
        cell, at = (None, line.place.line) if self.document is None else self.document.place_of(line.place.line)
        return f"{'' if cell is None else f'cell{cell}:'}{at}:{line.place.column}"

    def _repr_html_(self) -> str:
        head = "".join(f"<th style='text-align:left'>{word}</th>" for word in ("", "", "as written", "as read"))
        rows = [f"<tr>{head}</tr>", *(_row(line, self.place(line)) for line in self.lines)]
        return f"<div style='overflow-x:auto'><table style='border-collapse:collapse'>{''.join(rows)}</table></div>"


def read(source: str | Path, *, assuming: str | Sequence[str] = ()) -> Contents:
    """What a document says, a text or the ``Path`` of a file; nothing is judged.

    Raises ``Unreadable`` for what is no document, ``UnknownFact`` for an assumption that is not read, ``OSError`` for a
    file that cannot be opened.
    """
    document = read_source(source)
    story, chains = told(document, facts(assuming))
    notes = tuple(dict.fromkeys((*notes_on(document), *story.notes)))
    return Contents(document.name or "text", tuple(chains), notes, document)


def _written(line: Line) -> str:
    from ..writing.document_text import relation

    return f"{line.left} {relation(line.written_sign)} {line.right}" if line.symbol else line.left


def _row(line: Line, at: str) -> str:
    from ..writing import latex
    from ..writing.web_maths import formula, phrase

    meant = formula(latex(line.claim.statement)) if line.claim is not None else phrase(line.why or "")
    cells = (escape(at), escape(line.kind), formula(_written(line)), meant)
    return (
        "<tr>"
        + "".join(f"<td style='text-align:left;padding:0.2em 0.9em 0.2em 0'>{cell}</td>" for cell in cells)
        + "</tr>"
    )
