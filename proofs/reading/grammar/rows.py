r"""Rows: the statements that commas, wide spaces and words part, the number in the margin, and rows that go on."""

from __future__ import annotations

from ..syntax import Decorated, RowSyntax, Statement, Symbol, Syntax, Unread, Words
from ..tokens import Token, tokenise
from .expressions import Expressions

_POINTS = frozenset((",", ";", ".", "quad", "newline"))
_SEPARATORS = frozenset((",", ";", ".", "quad"))
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
        elif c.at("prose") or (c.at("word") and statements and c.token.note in ("text", "wide") and not words):
            start = c.token.start if not words else start
            words.append(c.take().text)
        else:
            start = c.token.start if not words else start
            statements.append(_statement(c, " ".join(words), start, bool(statements)))
            words = []
    if words:
        said = Words(" ".join(words), span=c.span_from(start))
        statements.append(Statement((said,), (), span=said.span))
    if not statements:
        raise Unread("nothing to read", (0, len(text)))
    return RowSyntax(tuple(statements), tag, open_start, c.open_end, span=(0, len(text)))


def expression(text: str) -> Syntax:
    """A single expression.  Raises ``Unread``."""
    tokens = _without_points(tokenise(text))
    if len(tokens) == 1:
        raise Unread("nothing to read", (0, len(text)))
    c = Expressions(text, tidy(tokens))
    with c.within("group"):
        node = c.statement()
    if not c.at("end"):
        raise _left_over(c)
    return node


def _statement(c: Expressions, words: str, start: int, later: bool) -> Statement:
    first = c.i
    node = c.statement()
    _check_grouping(c, first)
    if c.token.kind not in _SEPARATORS and c.token.kind not in ("end", "prose", "word"):
        raise _left_over(c)
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


def _left_over(c: Expressions) -> Unread:
    """Why a statement ends where it should not."""
    token = c.token
    if token.kind == "close":
        return Unread("a closing bracket without its opening", c.here())
    if token.kind in ("bar", "mid"):
        return Unread("a bar without its partner", c.here())
    return c.unexpected()


# ---------------------------------------------------------------------------------------------------------------------
# before the parser


def tidy(tokens: list[Token]) -> list[Token]:
    r"""Without wide spaces inside brackets, and without the ``\right. \left.`` of brackets that two rows share."""
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
        if token.kind == "open" and token.text == "." and kept and (kept[-1].kind, kept[-1].text) == ("close", "."):
            kept.pop()
            continue
        kept.append(token._replace(gap=2) if gap else token)
        gap = 0
    return kept


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
    while len(tokens) > 3 and tokens[0].kind == "command" and tokens[0].text == "boxed" and tokens[1].kind == "{":
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
    for k, token in enumerate(tokens):
        if token.kind in ("open", "{", "begin"):
            depth += 1
        elif token.kind in ("close", "}", "finish"):
            depth -= 1
        if depth == 0 and token.kind in ("&", "quad"):
            before = kept[-1].kind if kept else "end"
            after = next(t.kind for t in tokens[k + 1 :] if t.kind not in ("&", "quad") or t.kind == "end")
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


def _closing_row(rows: list[list[Token]], first: int) -> int:
    """The row that closes what a row leaves open; the row itself where it leaves nothing open, or nobody closes it."""
    depth = 0
    for k in range(first, min(first + 8, len(rows))):
        for token in rows[k]:
            depth += (token.kind == "open") - (token.kind == "close")
            if depth < 0:
                return first
        if depth == 0:
            return k
    return first
