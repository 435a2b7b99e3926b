"""Puts headings and paragraphs together from what is met in a text, one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..words.prose import FORMULA
from .source import Display, Heading, Inline, Paragraph, Place, Row, Text

Part = Text | Inline | Display
RUN_IN = 6
_NUMBER = re.compile(r"[ \t]*\n?[ \t]*\((\d+[a-z]?(?:\.\d+)*|\*+)\)[ \t]*(?=\n|$)")
_GOES_ON = re.compile(r"[=,.;]|(?![a-z]\)|[ivx]+\)|[a-z]\.\s)[a-zà-öø-ÿ]")  # words, and no part b) or ii)
_RELATION = re.compile(r"=|\\[lg]eq?(?:slant)?\b")
_TITLE_WORDS = re.compile(
    r"\W*(?:proof|solution|answer|hint|theorem|lemma|proposition|corollary|claim|definition|remark|example|exercise|"
    r"problem|question|task|part|step|case|derivation)\b", re.IGNORECASE
)  # fmt: skip


@dataclass
class _Open:
    """A paragraph while it is put together.  ``words`` are not yet a part of it."""

    depth: int
    parts: list[Part] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    begin: Place = field(default_factory=lambda: Place(1, 1))

    def close_words(self) -> None:
        """Make a part of the words; white space counts once, a number right after a display is its own."""
        text, self.words = "".join(self.words), []
        if not text:
            return
        last = self.parts[-1] if self.parts else None
        begin = 0
        if isinstance(last, Display) and last.rows[-1].tag is None and (number := _NUMBER.match(text)):
            self.parts[-1] = replace(last, rows=(*last.rows[:-1], replace(last.rows[-1], tag=number[1])))
            begin = number.end()
        if not isinstance(last, Inline):
            begin += len(text[begin:]) - len(text[begin:].lstrip())
        shown = re.sub(r"\s+", " ", text[begin:])
        if shown:
            self.parts.append(Text(shown, _moved(self.begin, text[:begin])))


def _moved(place: Place, text: str) -> Place:
    """The place behind a text that stands at a place."""
    lines = text.count("\n")
    return Place(place.line + lines, len(text) - text.rfind("\n") if lines else place.column + len(text))


class Blocks:
    """The blocks of a document.  A display continues the paragraph before it, also across a blank line."""

    def __init__(self) -> None:
        self._done: list[Heading | _Open] = []
        self._open: _Open | None = None
        self._apart = False  # the next paragraph does not continue the one before it
        self.depth = 0

    def text(self, text: str, place: Place) -> None:
        """Words."""
        now = self._now()
        if not now.words:
            now.begin = place
        now.words.append(text)

    @property
    def fresh(self) -> bool:
        """Whether nothing stands in the open paragraph yet."""
        now = self._open
        return now is None or not (now.parts or "".join(now.words).strip())

    @property
    def said(self) -> str:
        """The words of the paragraph that is open, or else of the last one; nothing behind a heading."""
        if not self.fresh and self._open is not None:
            parts, words = self._open.parts, "".join(self._open.words)
        elif self._done and isinstance(last := self._done[-1], _Open):
            parts, words = last.parts, ""
        else:
            return ""
        return "".join(p.text if isinstance(p, Text) else FORMULA for p in parts) + words

    def sentence(self, parts: Sequence[Part]) -> None:
        """A paragraph of its own, in the place of what it stands for."""
        self.end(apart=True)
        for part in parts:
            if isinstance(part, Text):
                self.text(part.text, part.place)
            else:
                self.add(part)
        self.end(apart=True)

    def add(self, part: Inline | Display) -> None:
        now = self._now()
        now.close_words()
        now.parts.append(part)

    def heading(self, level: int, parts: list[Part], place: Place) -> None:
        """A heading; displays in it are formulas of its line."""
        self.end(apart=True)
        kept: list[Text | Inline] = []
        for part in parts:
            kept += [Inline(row.maths) for row in part.rows] if isinstance(part, Display) else [part]
        self._done.append(Heading(level, tuple(kept), place))

    def end(self, apart: bool = False) -> None:
        """The paragraph ends; with ``apart`` nothing that follows continues it."""
        now, self._open = self._open, None
        if now is not None:
            now.close_words()
            if now.depth == 0 and _is_set_apart(now.parts):
                now.parts = [_display(part) if isinstance(part, Inline) else part for part in now.parts]
        if now is not None and now.parts:
            before = self._done[-1] if self._done and not self._apart else None
            if isinstance(before, _Open) and before.depth == now.depth and _continues(before.parts, now.parts):
                before.parts += now.parts
            else:
                self._done.append(now)
            self._apart = False
        self._apart = self._apart or apart

    def blocks(self) -> tuple[Heading | Paragraph, ...]:
        self.end()
        return tuple(b if isinstance(b, Heading) else Paragraph(tuple(_trimmed(b.parts)), b.depth) for b in self._done)

    def _now(self) -> _Open:
        if self._open is None:
            self._open = _Open(self.depth)
        return self._open


def _is_set_apart(parts: list[Part]) -> bool:
    """Whether a paragraph is made of relations and nothing else: formulas written line by line, each in dollars."""
    formulas = [p for p in parts if not isinstance(p, Text)]
    words = "".join(p.text for p in parts if isinstance(p, Text))
    return (
        bool(formulas)
        and all(isinstance(p, Inline) and _RELATION.search(p.maths.text) is not None for p in formulas)
        and not words.strip(" .,;")
    )


def _display(formula: Inline) -> Display:
    return Display((Row(formula.maths),), "$$")


def _continues(before: list[Part], now: list[Part]) -> bool:
    if isinstance(now[0], Display):
        return True
    if not isinstance(before[-1], Display):
        return False
    return isinstance(now[0], Text) and _GOES_ON.match(now[0].text) is not None


def _trimmed(parts: list[Part]) -> list[Part]:
    if parts and isinstance(last := parts[-1], Text):
        words = last.text.rstrip()
        return [*parts[:-1], Text(words, last.place)] if words else parts[:-1]
    return parts


def is_run_in(title: list[Part], rest: str, depth: int, strong: bool) -> bool:
    """Whether emphasised words at the beginning of a paragraph are its title: **Proof:**, *Hint.*, **Step 1**:"""
    words = "".join(p.text if isinstance(p, Text) else "x" for p in title).strip()
    if not words or any(isinstance(p, Display) for p in title):
        return False
    ends = words[-1] in ".:)?" or rest.lstrip()[:1] == ":" or not rest.strip()
    return ends and (bool(_TITLE_WORDS.match(words)) or (strong and depth == 0))
