r"""Decimals of German pages, ``0,25``: written with a point where nothing else can be meant.

A comma between digits parts two numbers in a pair, an interval, a list or an index.  So a page must show that it
writes its decimals so: one that begins with ``0,`` stands outside of brackets somewhere, and none has a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .source import Display, Heading, Inline, Paragraph, Placed

_LONGEST = 2_000  # characters of a formula that is looked at
_NUMBER = re.compile(r"(?<![\d,.])\d+(?:\{,\}|,)\d+(?!\s*(?:,|\\ldots|\\dots|\\cdots|\.\.))(?!\d|\.\d)")
_SHOWN = re.compile(r"(?<![\d,.])0,\d+(?!,)")
_POINT = re.compile(r"\d\.\d")
_LIST = re.compile(r"\d\s*,\s*\\(?:[lc]?dots)|,\s*\.\.\.|\\(?:[lc]?dots)\s*,")
_SCRIPTS = ("_", "^")
_INDEX = re.compile(r"\b[ijklmn]\s*(?:=|\\in)")
_BRACKET = re.compile(r"\\[A-Za-z]+|\\.|[()\[\]{}]")
_OPERATOR = re.compile(r"[-+*/^<>]|\\(?:cdot|times|frac|leq?|geq?)(?![A-Za-z])")


def with_points(blocks: Sequence[Heading | Paragraph]) -> tuple[Heading | Paragraph, ...]:
    """The blocks of a page in German with its decimals as English ones, if it shows that it has such."""
    texts = [maths.text for block in blocks if isinstance(block, Paragraph) for maths in _maths(block)]
    texts = [text for text in texts if len(text) <= _LONGEST]
    shown = any(
        _stands_free(text, found.start()) and not _may_be_two(text, found)
        for text in texts
        for found in _SHOWN.finditer(text)
    )
    if not shown or any(_POINT.search(text) for text in texts):
        return tuple(blocks)
    return tuple(_changed(block) if isinstance(block, Paragraph) else block for block in blocks)


def _maths(block: Paragraph) -> Iterator[Placed]:
    for part in block.parts:
        if isinstance(part, Inline):
            yield part.maths
        elif isinstance(part, Display):
            yield from (row.maths for row in part.rows)


def _changed(block: Paragraph) -> Paragraph:
    parts = []
    for part in block.parts:
        if isinstance(part, Inline):
            part = replace(part, maths=_pointed(part.maths))
        elif isinstance(part, Display):
            part = replace(part, rows=tuple(replace(row, maths=_pointed(row.maths)) for row in part.rows))
        parts.append(part)
    return replace(block, parts=tuple(parts))


def _pointed(maths: Placed) -> Placed:
    """A formula with its decimal commas as points: of the same length, so that all keeps its place."""
    text = maths.text
    if len(text) > _LONGEST or _LIST.search(text) or _INDEX.search(text):
        return maths
    for found in _NUMBER.finditer(text):
        if "{" not in found[0] and _stands_free(text, found.start()) and not _may_be_two(text, found):
            text = text[: found.start()] + found[0].replace(",", ".") + text[found.end() :]
    return maths if text == maths.text else replace(maths, text=text)


def _may_be_two(text: str, found: re.Match[str]) -> bool:
    """Whether it is the 0,1 of "for x = 0,1": two values that follow each other, or a decimal."""
    first, _, second = found[0].partition(",")
    successive = second.isdigit() and int(second) == int(first) + 1
    return successive and text[: found.start()].rstrip().endswith("=")


def _stands_free(text: str, at: int) -> bool:
    r"""Whether a place is in no index or superscript, and in no bracket but one that holds a calculation: (1 - 0,2)."""
    open_: list[tuple[str, int]] = []
    for found in _BRACKET.finditer(text, 0, at):
        sign = found[0]
        if sign in ("(", "[", "{", r"\{"):
            script = sign == "{" and text[: found.start()].rstrip()[-1:] in _SCRIPTS
            open_.append(("_" if script else sign, found.end()))
        elif sign in (")", "]", "}", r"\}") and open_:
            open_.pop()
    alone = text[:at].rstrip()[-1:] not in _SCRIPTS
    return alone and all(_holds_calculation(text, sign, start) for sign, start in open_)


def _holds_calculation(text: str, sign: str, start: int) -> bool:
    if sign == "(":
        inside = re.split(r"[()]", text[start:], maxsplit=1)[0]
        return inside.count(",") == 1 and _OPERATOR.search(inside) is not None
    return sign == "{"


__all__ = ["with_points"]
