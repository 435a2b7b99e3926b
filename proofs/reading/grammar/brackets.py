r"""Brackets: which closes which, what commas, bars and semicolons part in them, and absolute values.

A bar ``|`` opens an absolute value where an operand is due.  Behind an operand it closes the value that is open; else
it opens one where the bars left in the stretch pair off, ``(a|x|)``, and is the bar of a condition where one is left
over, ``p(x|y)``.
"""

from __future__ import annotations

from dataclasses import replace

from ..syntax import (
    Add,
    Bracket,
    Evaluated,
    Grid,
    Mark,
    Sign,
    Span,
    Statement,
    Symbol,
    Syntax,
    Unread,
)
from . import grids
from .cursor import Cursor, words
from .signs import CLOSES

_ENDS = frozenset(("close", "}", ",", ";", "bar", "mid", "end", "&", "newline", "finish"))


def bracket(c: Cursor) -> Syntax:
    """A bracket from its opening sign on, with what it is besides: a matrix, cases, a value at a limit."""
    opening = c.take()
    left = opening.text
    if left == "{" and c.at("begin") and _ends_open(c):
        return _braced_rows(c, opening.start)
    with c.within(left, left if left in ("|", "||") else ""):
        if c.at("close"):
            raise Unread("an empty bracket", (opening.start, c.token.end))
        items, given, bar, parted = _contents(c)
    if not c.at("close"):
        raise _no_closing(c, (opening.start, opening.end))
    closing = c.take()
    span = (opening.start, closing.end)
    if left == "." or closing.text == ".":
        return _invisible(c, left, closing.text, items, given, span)
    if closing.text != CLOSES[left]:
        if (left, closing.text) not in (("(", "]"), ("[", ")")) or len(items) != 2 or given is not None:
            raise Unread(f"a bracket {left} closed by {closing.text}", span)
    elif len(items) == 1 and given is None and isinstance(items[0], Grid) and items[0].fence == "":
        return Grid(items[0].rows, left, span=span)
    return Bracket(left, items, closing.text, given, bar, parted, span=span)


def between_limits(c: Cursor, node: Syntax, start: int) -> Syntax:
    """[F]_a^b and [F]_{x=1}, where a square bracket is followed by such limits; else the bracket as it is."""
    if not isinstance(node, Bracket) or node.left != "[" or len(node.items) != 1 or node.given is not None:
        return node
    if c.token.kind not in ("_", "^"):
        return node
    before = c.i
    below, above = c.limits()
    if below is not None and (above is not None or _is_place(below)):
        return Evaluated(node.items[0], below, above, span=c.span_from(start))
    c.i = before
    return node


def _is_place(below: Syntax) -> bool:
    return isinstance(below, Statement) and below.relations == (Sign("="),)


def _invisible(
    c: Cursor, left: str, right: str, items: tuple[Syntax, ...], given: tuple[Syntax, ...] | None, span: Span
) -> Syntax:
    r"""``\left. F \right|_a^b`` and ``\left. F \right.``."""
    if len(items) != 1 or given is not None or left != ".":
        raise Unread("a bracket with one side only", span)
    if right == ".":
        return items[0]
    if right != "|" or c.token.kind not in ("_", "^"):
        raise Unread("a bracket with one side only", span)
    at, to = c.limits()
    return Evaluated(items[0], at, to, span=c.span_from(span[0]))


def _ends_open(c: Cursor) -> bool:
    r"""Whether the bracket just opened ends with ``\right.``."""
    end = c.layout.partner.get(c.i - 1)
    return end is not None and c.tokens[end].text == "."


def _braced_rows(c: Cursor, start: int) -> Syntax:
    r"""``\left\{ \begin{array} ... \end{array} \right.``: cases."""
    with c.within("{"):
        node = grids.environment(c, braced=True)
    c.expect("close", "a left brace before rows, without its end")
    return replace(node, span=c.span_from(start))


def _no_closing(c: Cursor, opened: Span) -> Unread:
    token = c.token
    if token.kind in ("end", "}", "finish", "newline", "&"):
        return Unread("an opening bracket without its closing", opened)
    if token.kind in ("prose", "word"):
        return Unread("words inside a bracket", (token.start, token.end))
    if token.kind == "relation":
        return Unread("a relation without its left side", (token.start, token.end))
    return Unread(f"inside a bracket: {token.text} is not understood here", (token.start, token.end))


# ---------------------------------------------------------------------------------------------------------------------


def _contents(c: Cursor) -> tuple[tuple[Syntax, ...], tuple[Syntax, ...] | None, str, int]:
    """What a bracket holds: items, what is given, the bar between, and how many stand before a second one."""
    items: list[Syntax] = []
    given: list[Syntax] | None = None
    bar, parted = "", 0
    while True:
        (items if given is None else given).append(item(c))
        token = c.token
        if token.kind == ",":
            _check_grouping(c)
            c.take()
        elif token.kind == ";":
            c.take()
            if given is None:
                given, bar = [], ";"
        elif _is_condition(c):
            if bar and bar != ";":
                raise Unread("two bars in one bracket", (token.start, token.end))
            bar = _condition_bar(c)
            given = given or []
            parted = len(given)
        else:
            return tuple(items), None if given is None else tuple(given), bar, parted


def _check_grouping(c: Cursor) -> None:
    """``(x + 1,000)`` may hold one number or two; ``(1,2)``, ``[0,100]`` hold two, a group of three digits that begins
    with 0 can only be part of a number."""
    before, after = c.tokens[c.i - 1], c.after()
    if before.kind != "number" or after.kind != "number" or c.token.gap or after.gap or len(after.text) != 3:
        return
    alone = c.tokens[c.i - 2].kind in ("open", ",", "{") and c.after(2).kind in ("close", ",", "}")
    if after.text.startswith("0") or (not alone and before.text != "0"):
        raise Unread(f"{before.text},{after.text} may be one number or two", (before.start, after.end))


def _is_condition(c: Cursor) -> bool:
    token = c.token
    if token.kind == "bar":
        return not closes(c)
    return token.kind == "mid" or (token.kind == "relation" and token.text == ":" and c.inside == "{")


def _condition_bar(c: Cursor) -> str:
    token = c.take()
    if token.kind == "bar" and token.text == "|" and c.at("bar", "|") and c.token.gap == 0:
        c.take()
        return "||"
    return token.text


def item(c: Cursor) -> Syntax:
    r"""One place of a bracket or list: an expression, a statement, a lone sign, or words that deny: \text{not ill}."""
    token = c.token
    if token.kind == "prose" and token.text.startswith("not ") and c.after().kind in _ENDS:
        return words(c)
    if token.kind in ("sign", "times", "mark") and c.after().kind in _ENDS and not _bars_follow(c):
        c.take()
        return Mark(token.text, span=(token.start, token.end))
    if token.kind in (",", ";", "close", "}", "mid"):
        raise Unread("an empty place in a list", c.here())
    return c.statement()


def _bars_follow(c: Cursor) -> bool:
    """Whether the bar behind a sign opens an absolute value, ``(-|x|)``, for the bars left pair off: ``(+|D)``."""
    return c.after().kind == "bar" and c.layout.bars_from(c.i + 1) % 2 == 0


def listing(c: Cursor, end: str, reason: str) -> Syntax:
    """What stands in braces without a bracket: one thing, or several as a ``Bracket`` without signs."""
    if c.at(end):
        raise Unread("an empty group", c.here())
    start = c.token.start
    items, given, bar, parted = _contents(c)
    if len(items) == 1 and given is None:
        return items[0]
    return Bracket("", items, "", given, bar, parted, span=c.span_from(start))


# ---------------------------------------------------------------------------------------------------------------------
# bars


def closes(c: Cursor) -> bool:
    """Whether the bar that is next closes the absolute value or norm that is open."""
    token = c.token
    if c.bar == token.text:
        return True
    return c.bar == "pair" and token.text == "|" and c.after().kind == "bar" and c.after().gap == 0


def opens(c: Cursor) -> bool:
    """Whether a bar behind an operand opens an absolute value: the bars left pair off."""
    if closes(c) or c.bar:
        return False
    pair = c.at("bar", "|") and c.after().kind == "bar" and c.after().gap == 0 and c.after().text == "|"
    return c.layout.bars_from(c.i) % (4 if pair else 2) == 0


def absolute(c: Cursor) -> Syntax:
    """An absolute value or norm between bars that do not say which of them opens."""
    opening = c.take()
    bar = sign = opening.text
    stretch, place = c.layout.bars[c.i - 1]
    if bar == "|" and c.at("bar", "|") and c.token.gap == 0 and _pairs_up(c, stretch, place):
        c.take()
        bar, sign = "pair", "||"
    with c.within("|", bar):
        content = c.sum()
        if not (c.at("bar") and closes(c)):
            raise Unread(f"a bar {sign} without its partner", (opening.start, opening.end))
    c.take()
    if bar == "pair":
        c.take()
    return Bracket(sign, (content,), sign, span=c.span_from(opening.start))


def _pairs_up(c: Cursor, stretch: list[int], place: int) -> bool:
    """Whether ``||`` opens a norm: the next bars are a pair as well, not the inner bars of ``||x| - |y||``."""
    following = stretch[place + 2 : place + 4]
    return len(following) == 2 and following[1] == following[0] + 1 and c.tokens[following[1]].gap == 0


def check_nesting(c: Cursor, factors: list[Syntax], signs: list[str]) -> None:
    """|a| b |c| may be |a (|b|) c|: refuse to guess."""
    for k, factor in enumerate(factors[:-1]):
        if _is_bare(c, factor) and not _is_bare(c, factors[k + 1]) and not signs[k + 1]:
            raise Unread("bars that pair in two ways", c.here())


def _is_bare(c: Cursor, node: Syntax) -> bool:
    return isinstance(node, Bracket) and node.left == "|" and c.text.startswith(("|", r"\vert"), node.span[0])


def signed(value: Syntax, sign: str, span: Span) -> Syntax:
    """A value with a sign of its own."""
    return Add((value,), (sign,), span=span)


def names_in(node: Syntax) -> set[tuple[str, str]]:
    """The symbols that stand in a tree, with their fonts."""
    return {(n.name, n.font) for n in node.walk() if isinstance(n, Symbol)}
