r"""Formulas in the words of a Markdown text: behind a dollar that is not closed, or typed as words, f(x) = x^2 + 1.

They are not read, as two dollars may be prices and ``rate=0.1`` the setting of a program; their author is told of them.
"""

from __future__ import annotations

import re

NEAR = 60  # characters
_PRICE = re.compile(r"\d[\d.,]*(?!\s*[=<>+*^_\\\d.,-])")
_RELATES = re.compile(r"[=<>^_]|\\[A-Za-z]")
_CLOSES = re.compile(r"([=<>]\s*[^\s$=<>]{1,12}|[\^_\\][^\s$]*)$")
_BREAK = re.compile(r"\n[ \t>]*\n|[.;!?](?=\s)|\n\s*\|")
_APART = re.compile(r"<[A-Za-z/!][^<>]*>|\]\([^()\s]*\)|\b\w+://\S+|&\w+;")  # tags, addresses
_EQUATION = re.compile(
    r"(?<![\w.])(?P<left>[\w|(\[\N{SQUARE ROOT}\N{N-ARY SUMMATION}\N{INTEGRAL}][^=<>\n]{0,40}?)(?<![!:<>=])\s*"
    r"=(?![=>])\s*"
    r"(?P<right>-?[\w(\[|\N{SQUARE ROOT}\N{N-ARY SUMMATION}\N{INTEGRAL}][^=<>\n]{0,40})"
)
# An operation beside a number, or a function of something: x-ray, and/or are none.
_WORKED = re.compile(
    r"[\w)]\s*[+*^\N{MULTIPLICATION SIGN}\N{MIDDLE DOT}]\s*[\w(]|\d\s*[-/]\s*\w|\w\s*[-/]\s*\d|"
    r"[\N{SQUARE ROOT}\N{N-ARY SUMMATION}\N{INTEGRAL}\N{SUPERSCRIPT TWO}\N{SUPERSCRIPT THREE}]"
)
_VALUE = re.compile(r"(^|\s)[A-Za-z]{1,4}\s?[(\[][^()\[\]]*[)\]]\s*$")  # Var(X) = 4


def begins_formula(text: str, after: int) -> bool:
    """Whether what stands behind an opener that is not closed looks like a formula, and not like a price."""
    behind = text[after : after + NEAR]
    end = _BREAK.search(behind)
    behind = behind if end is None else behind[: end.start()]
    return bool(behind.strip() and not behind[0].isspace() and not _PRICE.match(behind) and _RELATES.search(behind))


def ends_formula(text: str, at: int) -> bool:
    """Whether what stands before a dollar that opens nothing looks like the end of a formula."""
    return _CLOSES.search(text[max(at - NEAR, 0) : at]) is not None


def equations(words: str) -> list[int]:
    """Where equations begin that stand in words as they are."""
    words = _APART.sub(lambda found: " " * len(found[0]), words)
    return [
        found.start() for found in _EQUATION.finditer(words) if _WORKED.search(found[0]) or _VALUE.search(found["left"])
    ]


__all__ = ["NEAR", "begins_formula", "ends_formula", "equations"]
