r"""Tokens of a row before they are parsed: without margins, boxes, alignment marks and brackets that only TeX needs."""

from __future__ import annotations

from ..syntax import Unread
from .scanning import Token
from .signs import CLOSES

SEPARATORS = frozenset((",", ";", ".", "quad"))
JOINING = frozenset(("relation", "sign", "times"))
_POINTS = SEPARATORS | {"newline"}
_BOXES = 2  # around one row


def tidy(tokens: list[Token]) -> list[Token]:
    """Without wide spaces inside brackets, and with the brackets that only TeX needs in pairs put right."""
    if any((t.text == "." and t.kind == "open") or (t.kind == "close" and t.text == ".") for t in tokens):
        tokens = _halves(tokens)
    tokens = _without_brackets_around_words(tokens)
    kept: list[Token] = []
    depth = 0
    gap = 0
    for token in tokens:
        if token.kind in ("open", "{", "begin"):
            depth += 1
        elif token.kind in ("close", "}", "finish"):
            depth -= 1
        if token.kind == "quad" and depth > 0:
            gap = 2
            continue
        kept.append(token._replace(gap=2) if gap else token)
        gap = 0
    return kept


def _without_brackets_around_words(tokens: list[Token]) -> list[Token]:
    r"""``\quad (\text{by linearity})`` as ``\quad \text{by linearity}``."""
    dropped: set[int] = set()
    for k, token in enumerate(tokens[:-2]):
        if token.kind == "open" and token.text == "(" and k and tokens[k - 1].kind == "quad":
            end = k + 1
            while tokens[end].kind == "prose":
                end += 1
            if end > k + 1 and (tokens[end].kind, tokens[end].text) == ("close", ")"):
                dropped |= {k, end}
    return [token for k, token in enumerate(tokens) if k not in dropped] if dropped else tokens


def _halves(tokens: list[Token]) -> list[Token]:
    r"""With ``\left( a \right. + \left. b \right)``, one bracket in two rows, as one bracket.

    ``\left. y \right|`` without limits is the bar of a condition.
    """
    dropped: set[int] = set()
    changed: dict[int, Token] = {}
    pending: list[tuple[int, int]] = []  # a bracket and the \right. after it
    for left, right in left_and_right(tokens):
        opening, closing = tokens[left].text, tokens[right].text
        if opening != "." and closing == "." and tokens[left + 1].kind != "begin":
            pending.append((left, right))
            pending.sort()  # the innermost is closed first
        elif opening == "." and closing == "." and pending:
            dropped |= {left, right}
        elif opening == "." and pending and CLOSES[tokens[pending[-1][0]].text] == closing:
            dropped |= {left, pending.pop()[1]}
        elif opening == "." and closing == "|" and tokens[right + 1].kind not in ("_", "^"):
            dropped.add(left)
            changed[right] = tokens[right]._replace(kind="mid")
    return [changed.get(k, t) for k, t in enumerate(tokens) if k not in dropped]


def left_and_right(tokens: list[Token]) -> list[tuple[int, int]]:
    r"""The pairs of ``\left`` and ``\right``, by their right ends."""
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    for k, token in enumerate(tokens):
        if token.kind == "open" and token.note == "left":
            stack.append(k)
        elif token.kind == "close" and token.note == "right" and stack:
            pairs.append((stack.pop(), k))
    return pairs


def without_points(tokens: list[Token]) -> list[Token]:
    """Without the punctuation at the end."""
    end = len(tokens) - 1
    while end and tokens[end - 1].kind in _POINTS:
        end -= 1
    start = 0
    while start < end and tokens[start].kind in ("quad", "newline"):
        start += 1
    return [*tokens[start:end], tokens[-1]]


def without_tag(text: str, tokens: list[Token]) -> tuple[list[Token], str | None]:
    r"""Without the number in the margin: ``\tag{3}``, or ``\qquad (3)`` at the end."""
    tags = [t for t in tokens if t.kind == "tag"]
    if tags:
        return [t for t in tokens if t.kind != "tag"], tags[-1].text
    kept = without_points(tokens)
    if len(kept) > 5 and (kept[-2].kind, kept[-2].text) == ("close", ")"):
        size = 1 if kept[-4].kind == "open" else 2
        opening = kept[-3 - size]
        number, *letter = kept[-2 - size : -2]
        plain = number.kind == "number" and all(t.kind == "letter" and t.gap == 0 for t in letter)
        if plain and opening.kind == "open" and opening.text == "(" and kept[-4 - size].kind == "quad":
            return [*kept[: -3 - size], kept[-1]], text[number.start : kept[-2].start].strip()
    return tokens, None


def unboxed(tokens: list[Token]) -> list[Token]:
    r"""The inside of ``\boxed{...}`` where that is the whole row."""
    for _ in range(_BOXES):
        if len(tokens) < 4 or tokens[0][:2] != ("command", "boxed") or tokens[1].kind != "{":
            break
        end = _group_end(tokens, 1)
        if end != len(tokens) - 2:
            break
        tokens = without_points([*tokens[2:end], tokens[-1]])
    return tokens


def _group_end(tokens: list[Token], opening: int) -> int:
    depth = 0
    for k in range(opening, len(tokens)):
        depth += (tokens[k].kind == "{") - (tokens[k].kind == "}")
        if depth == 0:
            return k
    return len(tokens)


def aligned(tokens: list[Token]) -> list[Token]:
    """Without alignment marks beside relations and operators, and without wide spaces there."""
    kept: list[Token] = []
    depth = 0
    following: list[str] = []  # the kinds that come next, alignment marks and spaces left out
    after = "end"
    for token in reversed(tokens):
        following.append(after)
        after = after if token.kind in ("&", "quad") else token.kind
    for token, after in zip(tokens, reversed(following), strict=True):
        if token.kind in ("open", "{", "begin"):
            depth += 1
        elif token.kind in ("close", "}", "finish"):
            depth -= 1
        if depth == 0 and token.kind in ("&", "quad"):
            before = kept[-1].kind if kept else "end"
            if before in JOINING or after in JOINING or "end" in (before, after):
                continue
            if token.kind == "&":
                if before in SEPARATORS or after == "prose":
                    token = token._replace(kind="quad")
                else:
                    raise Unread("an alignment mark & between two expressions", (token.start, token.end))
        kept.append(token)
    return kept
