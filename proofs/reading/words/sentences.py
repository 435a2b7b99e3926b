r"""Sentences: the words and the formulas of a paragraph as they follow each other, cut at the full stops.

Numbers and intervals of numbers that stand in the words, ``uniform on [0, 1]``, are formulas too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..grammar.parser import parse_row
from ..syntax import RowSyntax, Statement, Syntax, Unread

_ABBREVIATIONS = [(re.compile(pattern), plain) for pattern, plain in {
    r"\bi\.\s?i\.\s?d\b\.?": "iid", r"\bi\.\s?e\.": "ie", r"\be\.\s?g\.": "eg", r"\bw\.\s?r\.\s?t\.": "wrt",
    r"\bp\.\s?[dm]\.\s?f\.": "density", r"\br\.\s?v\.": "variable", r"\br\.\s?v\.?s\b": "variables",
    r"\bresp\.": "respectively", r"\bcf\.": "cf", r"\bvs\.": "vs", r"-distributed\b": " distributed",
}.items()]  # fmt: skip
_NUMBER = r"-?\d+(?:\.\d+)?"
_TOKEN = re.compile(
    rf"(?P<maths>[\[(]\s*{_NUMBER}\s*,\s*{_NUMBER}\s*[\])]|(?<![\w.]){_NUMBER}(?![\w.]*\w))"
    r"|(?P<word>-?[^\W\d_][\w'\N{RIGHT SINGLE QUOTATION MARK}\N{EN DASH}-]*)|(?P<sign>[.,;:!?()])"
)
_STOPS = frozenset(".!?")
_SIGN = re.compile(r" ([,;:])")


@dataclass(frozen=True)
class Maths:
    """A formula in a sentence: the ``place``-th of its stretch, or a number in the words (None)."""

    row: RowSyntax | None
    place: int | None = None
    display: bool = False

    def __hash__(self) -> int:  # of what is cheap to hash: every reader of words looks each token up in its sets
        return hash((self.place, self.display))

    def expressions(self) -> tuple[Syntax, ...]:
        """The expressions that it lists; of ``x \\in S``, ``x > 0`` and ``x = 1`` that is x."""
        if self.row is None:
            return ()
        firsts = [statement.expressions[0] for statement in self.row.statements]
        return tuple(e for e in firsts if e is not None) if None not in firsts else ()

    def sole(self) -> Statement | None:
        """Its one statement, if it is one."""
        return self.row.statements[0] if self.row is not None and len(self.row.statements) == 1 else None


Token = str | Maths
Sentence = tuple[Token, ...]


def words_of(text: str) -> Iterator[Token]:
    """The words of a text in small letters, its signs, and the numbers that stand in it."""
    text = text.lower()
    for pattern, plain in _ABBREVIATIONS:
        text = pattern.sub(plain, text)
    for found in _TOKEN.finditer(text):
        if found["maths"] is not None:
            yield _number(found["maths"])
        else:
            yield found[0]


@lru_cache(maxsize=256)
def _number(text: str) -> Maths:
    """A number, or an interval, in the words."""
    try:
        return Maths(parse_row(text))
    except Unread:
        return Maths(None)


@lru_cache(maxsize=32)
def numbered(sentence: Sentence) -> str:
    """A sentence as text, with its formulas numbered: every reader of words looks at the same few."""
    return " ".join(token if isinstance(token, str) else f"@{k}" for k, token in enumerate(sentence))


@lru_cache(maxsize=32)
def as_text(sentence: Sentence) -> str:
    """A sentence as text, with its formulas numbered, and with signs right behind the words before them."""
    return _SIGN.sub(r"\1", numbered(sentence))


def speaks_of(sentence: Sentence, *parts: str) -> bool:
    """Whether one of these stands in its words, also as a part of one.

    A reader whose patterns cannot do without certain words asks first whether there is any of them.
    """
    text = numbered(sentence)
    return any(part in text for part in parts)


def has_formula(sentence: Sentence) -> bool:
    """Whether a formula of its paragraph stands in a sentence, beside words and numbers."""
    return any(isinstance(token, Maths) and token.place is not None for token in sentence)


def sentences(tokens: Iterable[Token]) -> Iterator[Sentence]:
    """The tokens of a paragraph cut at the stops."""
    sentence: list[Token] = []
    for token in tokens:
        if token in _STOPS:
            if sentence:
                yield tuple(sentence)
            sentence = []
        else:
            sentence.append(token)
    if sentence:
        yield tuple(sentence)
