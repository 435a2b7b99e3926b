r"""The statements of a row that claim something: a box is opened, a label taken off, and what leads on is cut.

``m: y = X\beta`` claims an equation, ``a = b \Rightarrow c = d`` supposes one and claims another, ``i = 1, \ldots, n``
claims nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from ..meaning import Meaning
from ..names import name_of
from ..relations import ORDERS
from ..shapes.shapes import bare
from ..syntax import Decorated, Dots, Numeral, RowSyntax, Sign, Statement, Unread, Words
from ..told.left_sides import function_written


def claims_of(row: RowSyntax, m: Meaning) -> Iterator[Statement]:
    """The statements of a row that relate something; a box is opened, i = 1, ..., n only says what i runs over."""
    for statement, following in zip_longest(statements := list(of_each(row.statements)), statements[1:]):
        if not begins_list(statement, following):
            yield from _single(_unlabelled(_unboxed(statement)), m)


def begins_list(statement: Statement, following: Statement | None) -> bool:
    """Whether it is the beginning of x = 0, 1, 2, which lists the values that x takes."""
    match statement, following:
        case Statement((_, Numeral()), (Sign("="),)), Statement((Numeral() | Dots(),), ()):
            return name_of(statement.expressions[0]) is not None
    return False


def _single(statement: Statement, m: Meaning, arrow: str = "if") -> Iterator[Statement]:
    """A statement cut where one equation leads to the next, a = b => c = d; without those that claim nothing.

    Only the first is supposed, ``if``: what it leads to, ``so``, or is equivalent to, ``iff``, is claimed, also where
    that leads on.
    """
    expressions, relations = statement.expressions, statement.relations
    for k, sign in enumerate(relations):
        if sign.symbol in ("implies", "iff"):
            if k == 1 and arrow == "if" and _is_property(statement, m):
                return
            before = Statement(expressions[: k + 1], relations[:k], arrow, span=statement.span)
            way = "iff" if sign.symbol == "iff" else "so"
            rest = Statement(expressions[k + 1 :], relations[k + 1 :], way, span=statement.span)
            yield from _single(before, m)
            yield from _single(rest, m, way)
            return
    if not relations or [sign.symbol for sign in relations] in ([":", "to"], [":"]):
        return
    for left, sign in zip(expressions, relations, strict=False):
        if sign.symbol == ":" and isinstance(left, Numeral):  # 2 : 4 = 1 : 2
            raise Unread("a ratio", statement.span)
    name = name_of(expressions[0])
    running = m.context.survey.running
    places = len(expressions) == 2 and name_of(expressions[1]) in running  # for i = j, for i \neq j: no range
    runs = name in running and not places
    if not runs and not any(isinstance(e, Dots) for e in expressions):
        yield statement


def _is_property(statement: Statement, m: Meaning) -> bool:
    r"""Whether d(x, y) = 0 is what an unknown function d has where something else holds: it defines nothing.  What the
    function is, f(x) = x^2, leads to something else about it."""
    left, right, *behind = statement.expressions
    if left is None or right is None:
        return False
    written = function_written(m, left, right)
    if written is None:
        return False
    head, arguments = written[0], {name_of(n) for n in left.walk()} - {None, written[0]}
    leads_on = any(name_of(n) == head for e in behind if e is not None for n in e.walk())
    if leads_on and any(name_of(n) in arguments for n in right.walk()):
        return False
    return head not in m.context.functions and not m.context.is_density(head)


def links(statement: Statement) -> Iterator[Statement]:
    """The relations of a chain, each as a statement; an order of all that is equal to its left side is one of the first
    of them: a = b and a > 0, of a = b > 0."""
    first = 0
    for k, sign in enumerate(statement.relations):
        left, right = statement.expressions[first if sign.symbol in ORDERS else k], statement.expressions[k + 1]
        yield replace(statement, expressions=(left, right), relations=(sign,))
        if sign.symbol in ORDERS:
            first = k + 1


def compared(statement: Statement) -> list[Statement]:
    r"""The parts of a chain that only compare: ``a = b`` of ``a = b \in A``, ``b = c`` of ``x \in A = b = c``, where
    two sets are the same."""
    found, begin = [], 0
    for k, sign in enumerate((*statement.relations, None)):
        if sign is None or sign.symbol in ("in", "to"):
            if begin < k:
                found.append(replace(
                    statement, expressions=statement.expressions[begin : k + 1], relations=statement.relations[begin:k]
                ))  # fmt: skip
            begin = k + 1 + (sign is not None and sign.symbol == "in")
    return found


def of_each(statements: tuple[Statement, ...]) -> Iterator[Statement]:
    """The statements of a row; what is said of the last name of a list, a, b > 0, is said of each."""
    names: list[Statement] = []
    for statement in statements:
        if not statement.relations and name_of(statement.expressions[0]) is not None and _may_list(statement.words):
            names.append(statement)
            continue
        if statement.relations and statement.relations[0].symbol in (*ORDERS, "in", "~") and not statement.words:
            for name in names:
                yield replace(
                    statement, expressions=(name.expressions[0], *statement.expressions[1:]), words=name.words
                )
        else:
            yield from names
        names.clear()
        yield statement
    yield from names


def _may_list(words: str) -> bool:
    """Whether names behind such words may be a list that something is said of: ``for a, b > 0``."""
    return not words or words.lower().lstrip("(").startswith(("for", "where", "with", "if", "when"))


def is_partial(statement: Statement) -> bool:
    r"""Whether a row holds only where this does: ``\quad \text{if } i > k``, ``(i \ne j)``."""
    alone = (e.text for e in statement.expressions if isinstance(e, Words))
    starts = ("if", "when", "unless", "otherwise", "where", "else")
    worded = any(words.lower().lstrip("(").startswith(starts) for words in (statement.words, *alone))
    return worded or any(sign.symbol in ORDERS for sign in statement.relations)


def _unlabelled(statement: Statement) -> Statement:
    r"""m: y = X\beta + \varepsilon without the model's name; a hypothesis H_0: \mu = 0 is none of the text's claims."""
    match statement:
        case Statement((label, *sides), (Sign(":"), Sign("=" | ":="), *_)) if (name := name_of(label)) is not None:
            if not bare(name).startswith("H"):
                return Statement(tuple(sides), statement.relations[1:], span=statement.span)
    return statement


def _unboxed(statement: Statement) -> Statement:
    match statement:
        case Statement((Decorated(_, content),), ()):
            while isinstance(content, Decorated):
                content = content.content
            if isinstance(content, Statement):
                return content
            if isinstance(content, RowSyntax) and content.statements:
                return content.statements[0]
    return statement


__all__ = ["begins_list", "claims_of", "compared", "is_partial", "links", "of_each"]
