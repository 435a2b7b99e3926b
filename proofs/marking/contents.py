"""What a document says: the lines that the reader finds in it, before anybody judges them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ..reading.documents import read_document, read_file
from ..reading.lines import Chain, Line
from .verify import notes_on, told


@dataclass(frozen=True)
class Contents:
    """The chains of a document, one for each stretch of it; ``notes`` are about the whole.

    A line has its place, the author's LaTeX, its kind, and the ``claim`` that it was read as: hypotheses and a relation
    between terms, or None where it was not understood (``why`` says why).
    """

    name: str
    chains: tuple[Chain, ...]
    notes: tuple[str, ...] = ()

    @property
    def lines(self) -> list[Line]:
        return [line for chain in self.chains for line in chain.lines]

    def __iter__(self) -> Iterator[Chain]:
        return iter(self.chains)

    def __len__(self) -> int:
        return len(self.chains)

    def __repr__(self) -> str:
        return f"<Contents of {self.name}: {len(self.lines)} lines in {len(self.chains)} chains>"

    def __str__(self) -> str:
        from ..writing.plain_maths import one_row, sentence

        rows = []
        for line in self.lines:
            said = f": {sentence(line.why)}" if line.why else ""
            rows.append(f"{line.place.line}:{line.place.column}  {line.kind:10}  {one_row(_written(line))}{said}")
        return "\n".join(rows)

    def _repr_html_(self) -> str:
        head = "".join(f"<th style='text-align:left'>{word}</th>" for word in ("", "", "as written", "as read"))
        rows = [f"<tr>{head}</tr>", *map(_row, self.lines)]
        return f"<div style='overflow-x:auto'><table style='border-collapse:collapse'>{''.join(rows)}</table></div>"


def read(source: str | Path, *, assuming: Sequence[str] = ()) -> Contents:
    """What a document says, a text or the ``Path`` of a file; nothing is judged.

    Raises ``Unreadable`` for what is no document, ``UnknownFact`` for an assumption that is not read, ``OSError`` for a
    file that cannot be opened.
    """
    document = read_file(source) if isinstance(source, Path) else read_document(source)
    story, chains = told(document, tuple(assuming))
    notes = tuple(dict.fromkeys((*notes_on(document), *story.notes)))
    return Contents(document.name or "text", tuple(chains), notes)


def _written(line: Line) -> str:
    from ..writing.document_text import relation

    return f"{line.left} {relation(line.symbol)} {line.right}" if line.symbol else line.left


def _row(line: Line) -> str:
    from ..writing import latex
    from ..writing.web_maths import formula, phrase

    meant = formula(latex(line.claim.statement)) if line.claim is not None else phrase(line.why or "")
    at = f"{line.place.line}:{line.place.column}"
    cells = (escape(at), escape(line.kind), formula(_written(line)), meant)
    return (
        "<tr>"
        + "".join(f"<td style='text-align:left;padding:0.2em 0.9em 0.2em 0'>{cell}</td>" for cell in cells)
        + "</tr>"
    )
