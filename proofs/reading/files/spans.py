"""Pieces of a file that know where each of their characters stands, whatever was cut out of them or put into them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from .source import Place, Placed


@dataclass(frozen=True)
class Span:
    """A text made of runs: from ``starts[k]`` on its characters are those of the file from ``offsets[k]`` on.

    A character that stands for something else, as in what a macro expands to, is a run of its own.
    """

    text: str
    starts: tuple[int, ...]
    offsets: tuple[int, ...]

    def offset(self, position: int) -> int:
        """Where in the file the character at ``position`` stands."""
        k = max(bisect_right(self.starts, position) - 1, 0)
        return self.offsets[k] + max(position - self.starts[k], 0) if self.starts else 0

    def cut(self, begin: int, end: int) -> Span:
        """The characters from ``begin`` to ``end``."""
        if begin >= end:
            return Span("", (0,), (self.offset(begin),))
        first = max(bisect_right(self.starts, begin) - 1, 0)
        last = bisect_right(self.starts, end - 1)
        starts = (0, *(s - begin for s in self.starts[first + 1 : last]))
        return Span(self.text[begin:end], starts, (self.offset(begin), *self.offsets[first + 1 : last]))

    def stripped(self) -> Span:
        """The span without the white space at its ends."""
        begin = len(self.text) - len(self.text.lstrip())
        return self.cut(begin, max(len(self.text.rstrip()), begin))


class SpanBuilder:
    """Puts a span together from pieces."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._offsets: list[int] = []

    def run(self, text: str, offset: int) -> None:
        """Characters that stand one after the other in the file, from ``offset`` on."""
        if text:
            if not self._starts or offset != self._offsets[-1] + self._length - self._starts[-1]:
                self._starts.append(self._length)
                self._offsets.append(offset)
            self._pieces.append(text)
            self._length += len(text)

    def fixed(self, text: str, offset: int) -> None:
        """Characters that all stand for what is at ``offset``."""
        self._starts.extend(range(self._length, self._length + len(text)))
        self._offsets.extend([offset] * len(text))
        self._pieces.append(text)
        self._length += len(text)

    def add(self, span: Span, begin: int = 0, end: int | None = None) -> None:
        """A part of another span."""
        end = len(span.text) if end is None else end
        if begin < end:
            piece = span.cut(begin, end)
            self._starts += [self._length + s for s in piece.starts]
            self._offsets += piece.offsets
            self._pieces.append(piece.text)
            self._length += len(piece.text)

    def built(self) -> Span:
        if not self._starts:
            return Span("", (0,), (0,))
        return Span("".join(self._pieces), tuple(self._starts), tuple(self._offsets))


class Source:
    """The text of a file with line ends ``\\n``; lines and columns are counted from 1, of its first line ``line``."""

    def __init__(self, text: str, line: int = 1) -> None:
        self.text = text
        self._first = line
        self._lines = [0]
        at = text.find("\n")
        while at >= 0:
            self._lines.append(at + 1)
            at = text.find("\n", at + 1)

    @property
    def lines(self) -> int:
        return len(self._lines)

    def line_start(self, offset: int) -> int:
        """Where the line of a character begins."""
        return self._lines[bisect_right(self._lines, offset) - 1]

    def place(self, offset: int) -> Place:
        """The line and column of the character at ``offset``."""
        k = bisect_right(self._lines, offset) - 1
        return Place(self._first + k, offset - self._lines[k] + 1)

    def whole(self) -> Span:
        return Span(self.text, (0,), (0,))

    def placed(self, span: Span) -> Placed:
        """The span with a place at the start of each of its runs and lines."""
        starts: list[int] = []
        places: list[Place] = []
        ends = (*span.starts[1:], len(span.text))
        for start, end, offset in zip(span.starts, ends, span.offsets, strict=True):
            at = start
            while True:
                starts.append(at)
                places.append(self.place(offset + at - start))
                at = span.text.find("\n", at, end) + 1
                if not at or at >= end:
                    break
        return Placed(span.text, tuple(starts), tuple(places))
