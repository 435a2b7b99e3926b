"""What words say of numbers: "let $n$ be a positive integer", "for nonnegative $x$", "positive constants $a$ and $b$".

Only what is told is read, no conclusion and no case; a phrase that goes on with another noun, "a positive function",
says nothing of a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..names import name_of
from ..relations import ORDERS
from ..syntax import Dots, Numeral, RowSyntax, Sign, Statement, Syntax
from ..words.sentences import Maths, Sentence, Token
from ..words.vocabulary import ALTERNATIVES, ARTICLES, DOUBTS, ENDS, INTEGERS, LISTS, NEGATIONS, NUMBERS, VERBS

_SIGNS = {
    "positive": ">", "nonnegative": ">=", "non-negative": ">=", "negative": "<", "nonpositive": "<=",
    "non-positive": "<=", "nonzero": "!=", "non-zero": "!=",
}  # fmt: skip
_PLAIN = frozenset(("strictly", "two", "three", "any", "some", "all", "fixed", "given", "arbitrary", "finite", "both"))
# Words before "is positive" that make it told; "be" tells it by itself.
_OPENERS = frozenset(("let", "suppose", "assume", "assuming", "where", "with", "given", "here", "for", "consider"))
_NOT_TOLD = DOUBTS | frozenset(
    ("when", "whenever", "cannot", "verify", "check", "then", "follows", "because", "since", "implies", "must", "needs",
     "need", "require", "requires", "otherwise", "may", "might", "would", "could", "which", "that")
)  # fmt: skip


@dataclass(frozen=True)
class Numbered:
    """That a name is an integer, or a number of a sign; of several in a row with dots it is said of all, which ``rows``
    are with the sign behind them."""

    name: Syntax
    integer: bool
    orders: tuple[Statement, ...]
    listed: bool = False
    rows: tuple[RowSyntax, ...] = ()


def numbers_told(sentence: Sentence) -> Iterator[Numbered]:
    """What the clauses of a sentence say of numbers."""
    at = 0
    while at < len(sentence):
        begin, words = at, []
        while at < len(sentence) and sentence[at] in NUMBERS | _PLAIN | _SIGNS.keys():
            words.append(str(sentence[at]))
            at += 1
        if not words:
            at += 1
        elif _SIGNS.keys() & set(words) or INTEGERS & set(words):
            for maths in _said_of(sentence, begin, at):
                yield from _numbered(maths, words)


def _said_of(sentence: Sentence, begin: int, end: int) -> list[Maths]:
    """The formulas that the words from ``begin`` to ``end`` are said of."""
    before: Token | None = sentence[begin - 1] if begin else None
    if before in NEGATIONS:
        return []
    if end < len(sentence) and isinstance(sentence[end], Maths):
        return _run(sentence[end:]) if _is_told(sentence[:begin], behind=True) else []
    if end < len(sentence) and (sentence[end] not in ENDS or sentence[end + 1 : end + 2] == ("or",)):
        return []  # positive or zero; positive, or zero
    at = begin - 1 if before in ARTICLES else begin
    verb = sentence[at - 1] if at else None
    if verb in VERBS:
        return _run(reversed(sentence[: at - 1])) if verb == "be" or _is_told(sentence[:at]) else []
    apposed = at < begin and isinstance(verb, Maths)  # $n$ a positive integer
    return _run(reversed(sentence[:at])) if apposed and _is_told(sentence[:at]) else []


def _is_told(before: Sentence, behind: bool = False) -> bool:
    """Whether the words before make it something that is told; what stands as an adjective mostly is."""
    words = {token for token in before if isinstance(token, str)}
    return not words & _NOT_TOLD and (behind or bool(words & _OPENERS))


def _run(tokens: Iterator[Token] | Sentence) -> list[Maths]:
    """The formulas that a list begins with; none of one that says it of one or another."""
    found: list[Maths] = []
    for token in tokens:
        if token in ALTERNATIVES:
            return []
        if isinstance(token, Maths) and not token.display:
            found.append(token)
        elif token not in LISTS:
            break
    return found


def _numbered(maths: Maths, words: list[str]) -> Iterator[Numbered]:
    listed = maths.row is not None and any(isinstance(n, Dots) for n in maths.row.walk())
    integer = bool(INTEGERS & set(words))
    for name in (*maths.expressions(), *_in_orders(maths)):
        if name_of(name) is not None:
            signs = [_SIGNS[word] for word in words if word in _SIGNS] or ([">"] if "natural" in words else [])
            orders = tuple(Statement((name, Numeral("0")), (Sign(sign),)) for sign in signs)
            rows = tuple(_with_sign(maths.row, sign) for sign in signs) if listed and maths.row is not None else ()
            yield Numbered(name, integer, orders, listed, rows)


def _with_sign(row: RowSyntax, sign: str) -> RowSyntax:
    """The list a_1, ..., a_n as a_1, ..., a_n > 0."""
    *others, last = row.statements
    told = (
        last
        if last.relations
        else replace(last, expressions=(*last.expressions, Numeral("0")), relations=(Sign(sign),))
    )
    return replace(row, statements=(*others, told))


def _in_orders(maths: Maths) -> Iterator[Syntax]:
    r"""The further names in a chain of orders, $0 \le k \le n$, which is about all of them."""
    for statement in maths.row.statements if maths.row is not None else ():
        if statement.relations and {sign.symbol for sign in statement.relations} <= set(ORDERS):
            yield from (e for e in statement.expressions[1:] if e is not None)


__all__ = ["Numbered", "numbers_told"]
