r"""Rows that go on: which rows of a display are one line."""

from __future__ import annotations

from collections.abc import Iterator

from ..syntax import Unread
from .scanning import Token
from .tidying import JOINING, left_and_right, without_tag
from .tokens import tokenise


def join(texts: list[str]) -> list[tuple[int, ...]]:
    """Which rows are one line, decided from their tokens: each group of indices is read as one text.

    A row goes on with the one before where that ends with an operator or relation or leaves a bracket open that a later
    row closes, and where it begins with ``+`` or a product sign, or with ``-`` and holds no relation.
    """
    if len(texts) == 1:
        return [(0,)]
    rows = [_scanned(text) for text in texts]
    groups: list[list[int]] = []
    k = 0
    while k < len(rows):
        if groups and _continues(rows[groups[-1][-1]], rows[k]):
            groups[-1].append(k)
        else:
            groups.append([k])
        last = _closing_row(rows, groups[-1][-1])
        groups[-1] += range(groups[-1][-1] + 1, last + 1)
        k = groups[-1][-1] + 1
    return [tuple(group) for group in groups]


def _scanned(text: str) -> list[Token]:
    try:
        tokens = without_tag(text, tokenise(text))[0]
    except Unread:
        return []
    return [t for t in tokens if t.kind not in ("quad", "&", "newline", "end")]


def _continues(before: list[Token], tokens: list[Token]) -> bool:
    if not before or not tokens or tokens[0].kind == "relation":
        return False
    if before[-1].kind in JOINING:
        return True
    first = tokens[0]
    if first.kind == "times" or (first.kind == "sign" and first.text == "+"):
        return True
    return first.kind == "sign" and not any(t.kind == "relation" for t in _outside(tokens))


def _outside(tokens: list[Token]) -> list[Token]:
    """The tokens that stand in no bracket."""
    found: list[Token] = []
    depth = 0
    for token in tokens:
        if token.kind in ("open", "{", "begin"):
            depth += 1
        elif token.kind in ("close", "}", "finish"):
            depth -= 1
        elif depth <= 0:
            found.append(token)
    return found


def _steps(tokens: list[Token]) -> Iterator[int]:
    r"""How far each bracket goes in or out; ``\right.`` closes nothing but cases and ``\left.``."""
    pairs = dict(left_and_right(tokens))
    ends = {right: left for left, right in pairs.items()}
    for k, token in enumerate(tokens):
        if token.kind == "open" and token.text != ".":
            cases = k in pairs and tokens[k + 1].kind == "begin" and tokens[pairs[k]].text == "."
            yield 0 if cases else 1
        elif token.kind == "close" and token.text != ".":
            yield 0 if token.text == "|" and k in ends and tokens[ends[k]].text == "." else -1


def _closing_row(rows: list[list[Token]], first: int) -> int:
    """The row that closes what a row leaves open; the row itself where it leaves nothing open, or nobody closes it."""
    depth = 0
    for k in range(first, min(first + 8, len(rows))):
        for step in _steps(rows[k]):
            depth += step
            if depth < 0:
                return first
        if depth == 0:
            return k
    return first
