r"""Braces that nobody sees: ``a {- b}`` is printed as a difference, and is one.

They are left over from a colour (``\textcolor{red}{- b}``, ``{\color{blue} + c}``) or stand there for the spacing.
"""

from __future__ import annotations

from .scanning import Token

_JOINING = frozenset(("relation", "sign", "times"))
_STARTS = frozenset(("&", "quad", "newline"))
_OPERANDS = frozenset(("letter", "number", "word", "dots"))
_MARKS = frozenset(("'", "!", "super", "sub"))
_OF_ONE = frozenset(("sqrt", "boxed", "fbox", "underbrace", "overbrace", "cancel", "bcancel", "xcancel"))


def without_idle_braces(tokens: list[Token]) -> list[Token]:
    """Without braces that begin with a sign or a relation where an operand has ended, or a row begins."""
    if not any(t.kind == "{" and tokens[k + 1].kind in _JOINING for k, t in enumerate(tokens[:-1])):
        return tokens
    opened, ends = _pairs(tokens)
    kept = list(tokens)
    dropped: set[int] = set()
    for start, end in ends.items():
        first = tokens[start + 1].kind
        if tokens[start].kind != "{" or first not in _JOINING:
            continue
        if first != "relation" and any(t.kind == "relation" for t in tokens[start:end]):
            continue  # an expression would begin before the braces and end inside of them
        if start == 0 or tokens[start - 1].kind in _STARTS or _ends_operand(tokens, start - 1, opened):
            dropped |= {start, end}
            if first != "relation":
                kept[end - 1] = kept[end - 1]._replace(end=tokens[end].end)
    return [t for k, t in enumerate(kept) if k not in dropped]


def _pairs(tokens: list[Token]) -> tuple[dict[int, int], dict[int, int]]:
    """What each closing token closes, and what closes each opening one."""
    opened: dict[int, int] = {}
    stack: list[int] = []
    for k, token in enumerate(tokens):
        if token.kind in ("{", "open"):
            stack.append(k)
        elif token.kind in ("}", "close") and stack and (tokens[stack[-1]].kind == "{") == (token.kind == "}"):
            opened[k] = stack.pop()
    return opened, {start: end for end, start in opened.items()}


def _ends_operand(tokens: list[Token], k: int, opened: dict[int, int]) -> bool:
    """Whether the token ends an operand, so that a group behind it is no argument of a command or an operator."""
    while k >= 0:
        kind = tokens[k].kind
        if kind in _MARKS:
            k -= 1
            continue
        closing = kind in ("}", "close")
        if (closing and k not in opened) or (not closing and kind not in _OPERANDS):
            return False
        start = opened.get(k, k)
        before = tokens[start - 1] if start else tokens[-1]
        if before.kind in ("^", "_"):
            k = start - 2
            continue
        return before.kind != "command" or (kind == "}" and before.text in _OF_ONE)
    return False
