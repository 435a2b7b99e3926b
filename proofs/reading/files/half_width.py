"""Stops of Chinese and Japanese pages as those that sentences are cut at: ``方差：$v = 2$。`` as ``方差: $v = 2$.``"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .source import Display, Heading, Inline, Paragraph, Text

_STOPS = str.maketrans({
    "\N{FULLWIDTH COLON}": ": ", "\N{FULLWIDTH SEMICOLON}": "; ", "\N{FULLWIDTH COMMA}": ", ",
    "\N{IDEOGRAPHIC COMMA}": ", ", "\N{IDEOGRAPHIC FULL STOP}": ". ", "\N{FULLWIDTH FULL STOP}": ". ",
    "\N{FULLWIDTH QUESTION MARK}": "? ", "\N{FULLWIDTH EXCLAMATION MARK}": "! ",
    "\N{FULLWIDTH LEFT PARENTHESIS}": " (", "\N{FULLWIDTH RIGHT PARENTHESIS}": ") ",
})  # fmt: skip


def half_width(blocks: Iterable[Heading | Paragraph]) -> tuple[Heading | Paragraph, ...]:
    """The blocks of a document with such stops in their words."""
    return tuple(replace(b, parts=tuple(map(_part, b.parts))) if isinstance(b, Paragraph) else b for b in blocks)


def _part(part: Text | Inline | Display) -> Text | Inline | Display:
    return replace(part, text=part.text.translate(_STOPS)) if isinstance(part, Text) else part


__all__ = ["half_width"]
