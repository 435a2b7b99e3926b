r"""Rows: the statements that commas, wide spaces and words part, the number in the margin, and rows that go on."""

from __future__ import annotations

from collections.abc import Iterator

from ..syntax import Decorated, RowSyntax, Statement, Symbol, Syntax, Unread, Words
from ..tokens import tokenise
from .expressions import Expressions
from .scanning import Token
from .signs import CLOSES

_POINTS = frozenset((",", ";", ".", "quad", "newline"))
_SEPARATORS = frozenset((",", ";", ".", "quad"))
_BOXES = 2  # around one row
_JOINING = frozenset(("relation", "sign", "times"))


def row(text: str) -> RowSyntax:
    """A row as its statements.  Raises ``Unread``."""
    tokens, tag = _without_tag(text, tokenise(text))
    tokens = _unboxed(_without_points(tokens))
    c = Expressions(text, tidy(_aligned(tokens)))
    open_start = ""
    if c.at("times"):
        open_start = c.take().text
    elif c.at("sign"):
        open_start = c.token.text
    statements: list[Statement] = []
    words: list[str] = []
    start = c.token.start
    while not c.at("end"):
        if c.token.kind in _SEPARATORS:
            c.take()
        elif c.at("prose") or _is_said(c, bool(statements)):
            start = c.token.start if not words else start
            words.append(c.take().text)
        else:
            start = c.token.start if not words else start
            statements.append(_statement(c, " ".join(words), start, bool(statements)))
            words = []
    if any(map(str.isalnum, "".join(words))):
        said = Words(" ".join(words), span=c.span_from(start))
        statements.append(Statement((said,), (), span=said.span))
    if not statements:
        raise Unread("nothing to read", (0, len(text)))
    return RowSyntax(tuple(statements), tag, open_start, c.open_end, span=(0, len(text)))


def _is_said(c: Expressions, later: bool) -> bool:
    """Whether a word set as text, where a statement begins or has ended, is a word and no name."""
    if not c.at("word") or c.token.note not in ("text", "wide"):
        return False
    after = c.after()
    if after.kind in ("open", "_", "^", "relation"):
        return False
    c.i += 1
    goes_on = c.starts_factor()
    c.i -= 1
    return goes_on or (later and c.token.note == "wide") or (later and after.kind in _SEPARATORS | {"end"})


def expression(text: str) -> Syntax:
    """A single expression.  Raises ``Unread``."""
    tokens = _without_points(tokenise(text))
    if len(tokens) == 1:
        raise Unread("nothing to read", (0, len(text)))
    c = Expressions(text, tidy(tokens))
    with c.within("group"):
        node = c.statement()
    if not c.at("end"):
        raise c.left_over()
    return node


def _statement(c: Expressions, words: str, start: int, later: bool) -> Statement:
    first = c.i
    node = c.statement()
    _check_grouping(c, first)
    if c.token.kind not in _SEPARATORS and c.token.kind not in ("end", "prose", "word"):
        raise c.left_over()
    span = c.span_from(start)
    match node:
        case Decorated(_, Statement() as inner):
            return Statement(inner.expressions, inner.relations, words, span=span)
        case Statement():
            return Statement(node.expressions, node.relations, words, span=span)
        case Symbol(name, "text", ()) if later:
            return Statement((Words(name, span=node.span),), (), words, span=span)
    return Statement((node,), (), words, span=span)


def _check_grouping(c: Expressions, first: int) -> None:
    """``1,000`` and ``0,5`` outside of brackets may be one number or two."""
    before, comma, after = c.tokens[c.i - 1], c.token, c.after()
    if (before.kind, comma.kind, after.kind) != ("number", ",", "number") or comma.gap or after.gap:
        return
    follower = c.after(2).kind
    if follower == "," or (c.i - first == 1 and first and c.tokens[first - 1].kind == ","):
        return
    shown = f"{before.text},{after.text}"
    raise Unread(f"{shown} may be one number or two", (before.start, after.end))


# ---------------------------------------------------------------------------------------------------------------------
# before the parser


def tidy(tokens: list[Token]) -> list[Token]:
    """Without wide spaces inside brackets, and with the brackets that only TeX needs in pairs put right."""
    if any((t.text == "." and t.kind == "open") or (t.kind == "close" and t.text == ".") for t in tokens):
        tokens = _halves(tokens)
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


def _halves(tokens: list[Token]) -> list[Token]:
    r"""With ``\left( a \right. + \left. b \right)``, one bracket in two rows, as one bracket.

    ``\left. y \right|`` without limits is the bar of a condition.
    """
    dropped: set[int] = set()
    changed: dict[int, Token] = {}
    pending: list[tuple[int, int]] = []  # a bracket and the \right. after it
    for left, right in _left_and_right(tokens):
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


def _left_and_right(tokens: list[Token]) -> list[tuple[int, int]]:
    r"""The pairs of ``\left`` and ``\right``, by their right ends."""
    stack: list[int] = []
    pairs: list[tuple[int, int]] = []
    for k, token in enumerate(tokens):
        if token.kind == "open" and token.note == "left":
            stack.append(k)
        elif token.kind == "close" and token.note == "right" and stack:
            pairs.append((stack.pop(), k))
    return pairs


def _without_points(tokens: list[Token]) -> list[Token]:
    """Without the punctuation at the end."""
    end = len(tokens) - 1
    while end and tokens[end - 1].kind in _POINTS:
        end -= 1
    start = 0
    while start < end and tokens[start].kind in ("quad", "newline"):
        start += 1
    return [*tokens[start:end], tokens[-1]]


def _without_tag(text: str, tokens: list[Token]) -> tuple[list[Token], str | None]:
    r"""Without the number in the margin: ``\tag{3}``, or ``\qquad (3)`` at the end."""
    tags = [t for t in tokens if t.kind == "tag"]
    if tags:
        return [t for t in tokens if t.kind != "tag"], tags[-1].text
    kept = _without_points(tokens)
    if len(kept) > 5 and (kept[-2].kind, kept[-2].text) == ("close", ")"):
        size = 1 if kept[-4].kind == "open" else 2
        opening = kept[-3 - size]
        number, *letter = kept[-2 - size : -2]
        plain = number.kind == "number" and all(t.kind == "letter" and t.gap == 0 for t in letter)
        if plain and opening.kind == "open" and opening.text == "(" and kept[-4 - size].kind == "quad":
            return [*kept[: -3 - size], kept[-1]], text[number.start : kept[-2].start].strip()
    return tokens, None


def _unboxed(tokens: list[Token]) -> list[Token]:
    r"""The inside of ``\boxed{...}`` where that is the whole row."""
    for _ in range(_BOXES):
        if len(tokens) < 4 or tokens[0][:2] != ("command", "boxed") or tokens[1].kind != "{":
            break
        end = _group_end(tokens, 1)
        if end != len(tokens) - 2:
            break
        tokens = _without_points([*tokens[2:end], tokens[-1]])
    return tokens


def _group_end(tokens: list[Token], opening: int) -> int:
    depth = 0
    for k in range(opening, len(tokens)):
        depth += (tokens[k].kind == "{") - (tokens[k].kind == "}")
        if depth == 0:
            return k
    return len(tokens)


def _aligned(tokens: list[Token]) -> list[Token]:
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
            if before in _JOINING or after in _JOINING or "end" in (before, after):
                continue
            if token.kind == "&":
                if before in _SEPARATORS or after == "prose":
                    token = token._replace(kind="quad")
                else:
                    raise Unread("an alignment mark & between two expressions", (token.start, token.end))
        kept.append(token)
    return kept


# ---------------------------------------------------------------------------------------------------------------------
# rows that go on


def join(texts: list[str]) -> list[tuple[int, ...]]:
    """Which rows are one line, decided from their tokens: each group of indices is read as one text.

    A row goes on with the one before where that ends with an operator or relation or leaves a bracket open that a later
    row closes, and where it begins with ``+`` or a product sign, or with ``-`` and holds no relation.
    """
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
        tokens = _without_tag(text, tokenise(text))[0]
    except Unread:
        return []
    return [t for t in tokens if t.kind not in ("quad", "&", "newline", "end")]


def _continues(before: list[Token], tokens: list[Token]) -> bool:
    if not before or not tokens or tokens[0].kind == "relation":
        return False
    if before[-1].kind in _JOINING:
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
    pairs = dict(_left_and_right(tokens))
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
