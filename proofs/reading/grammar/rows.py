r"""Rows: the statements that commas, wide spaces and words part, and the number in the margin."""

from __future__ import annotations

from ..syntax import Decorated, RowSyntax, Statement, Symbol, Syntax, Unread, Words
from .between import several_between
from .expressions import Expressions
from .signs import OPERATORS
from .tidying import SEPARATORS, aligned, tidy, unboxed, without_points, without_tag
from .tokens import tokenise


def row(text: str) -> RowSyntax:
    """A row as its statements.  Raises ``Unread``."""
    tokens, tag = without_tag(text, tokenise(text))
    tokens = unboxed(without_points(tokens))
    c = Expressions(text, tidy(aligned(tokens)))
    open_start = ""
    if c.at("times"):
        open_start = c.take().text
    elif c.at("sign"):
        open_start = c.token.text
    statements: list[Statement] = []
    words: list[str] = []
    start = c.token.start
    while not c.at("end"):
        if c.token.kind in SEPARATORS:
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
    return RowSyntax(several_between(statements, text), tag, open_start, c.open_end, span=(0, len(text)))


def _is_said(c: Expressions, later: bool) -> bool:
    """Whether a word set as text, where a statement begins or has ended, is a word and no name."""
    if not c.at("word") or c.token.note not in ("text", "wide") or c.token.text in OPERATORS:
        return False
    after = c.after()
    if after.kind in ("open", "_", "^", "relation"):
        return False
    c.i += 1
    goes_on = c.starts_factor()
    c.i -= 1
    return goes_on or (later and c.token.note == "wide") or (later and after.kind in SEPARATORS | {"end"})


def expression(text: str) -> Syntax:
    """A single expression.  Raises ``Unread``."""
    tokens = without_points(tokenise(text))
    if len(tokens) == 1:
        raise Unread("nothing to read", (0, len(text)))
    c = Expressions(text, tidy(aligned(tokens)))
    with c.within("group"):
        node = c.statement()
    if not c.at("end"):
        raise c.left_over()
    return node


def _statement(c: Expressions, words: str, start: int, later: bool) -> Statement:
    first = c.i
    node = c.statement()
    _check_grouping(c, first)
    if c.token.kind not in SEPARATORS and c.token.kind not in ("end", "prose", "word"):
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


def _are_successive(one: str, other: str) -> bool:
    return one.isdigit() and other.isdigit() and int(other) == int(one) + 1


def _check_grouping(c: Expressions, first: int) -> None:
    """``1,000`` and ``0,5`` outside of brackets may be one number or two."""
    before, comma, after = c.tokens[c.i - 1], c.token, c.after()
    if (before.kind, comma.kind, after.kind) != ("number", ",", "number") or comma.gap or after.gap:
        return
    follower = c.after(2).kind
    if follower == "," or (c.i - first == 1 and first and c.tokens[first - 1].kind == ","):
        return
    index = [token.text for token in c.tokens[first : c.i - 1]]
    if index in (["i", "="], ["j", "="], ["k", "="]) and _are_successive(before.text, after.text):
        return  # for $i = 2,3$: no index is 2.3
    shown = f"{before.text},{after.text}"
    raise Unread(f"{shown} may be one number or two", (before.start, after.end))
