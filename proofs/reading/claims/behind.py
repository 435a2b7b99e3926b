r"""Conditions behind a claim: $\sqrt{x^2} = x$ for $x \ge 0$, the rows of a display with "for $i \ne j$." after it, and
what stands in a row, ``\quad t > 0``: behind the last row of a chain, for all of it.

They hold of what stands before them, so they are known before it is read, and of nothing that comes after it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import dropwhile, takewhile

from ... import language as L
from ...language.facts import Facts
from ..names import name_of
from ..pieces import Piece
from ..relations import ORDERS
from ..syntax import Bracket, Multiply, RowSyntax, Sign, Statement, Symbol, Syntax, Unread
from ..told.orders import is_assumption
from ..words import claiming
from ..words.cases_in_words import AT
from ..words.prose import ONE
from .statements import begins_list, of_each

_FIRST = re.compile(
    rf"(\W*(but |and |only )*for( all| any| every| each)?( real| positive| fixed| distinct)?|"
    rf"\s*{AT})\s*{ONE}"
)
_AND_FIRST = re.compile(r"\W*(but|and|while|whereas)\s+for\b")  # "and for $x > 0$, $|x| = x$": of what comes next
_CLAIMS = re.compile(rf"[\s,]*((we|one|it|this|then) ?(get|have|has|obtain|find|holds|gives)?( that)?[\s,]*)?{ONE}")
_OF_NEXT = re.compile(r"[\s,]*(it|they|this|that|these|both|all|each|neither|either|the|there)\b")  # "both vanish"
_IF = re.compile(rf"[\s,.]*(if|when|whenever|provided( that)?|as long as)\s*{ONE}")  # and the sentence ends there
_ANOTHER = re.compile(rf"[\s,;]*(and|but|while|whereas)\s*{ONE}\s*,?\s*(if|when|whenever|otherwise|else)\b")  # case
_REASON = re.compile(rf"[\s,]*(because|since|as|where we used( that)?)( of)?( we have)?\s*{ONE}")
_NEXT = re.compile(rf"\s*(,|and|, and|or|,? ?where|,? ?with)( for)?( all| any| every| each)?\s*{ONE}")
_ON = re.compile(rf"[\s,]*(on|over)( all of)?( the)?( unit| open| closed)*( interval)?\s*{ONE}\s*(?![-\w])")
_SIDE = ("for", "if", "where", "with", "when", "whenever", "at ", "and ")  # words that a side condition begins with
_OTHERWISE = re.compile(r"\W*(and |or )*(otherwise|else|elsewhere)\b")


def conditions(pieces: Sequence[Piece], at: int) -> list[tuple[Piece, list[Statement]]]:
    """The pieces behind a claim that say what it holds for, and what they say; none where other things are said.

    Raises ``Unread`` where it holds for these or for others: for $x > 0$ or $y > 0$.
    """
    rest = pieces[at].formula.rest
    if (part := _part(pieces, at)) is not None:
        return [part]
    found: list[tuple[Piece, list[Statement]]] = []
    ends = _IF.match(rest.lower()) is not None
    pattern = _IF if ends else _FIRST
    for piece in following(pieces, at):
        matched = pattern.match(rest.lower())
        if matched is None or piece.formula.display or piece.row is None:
            break
        statements = list(of_each(piece.row.statements))
        ties = not found and all(map(_is_equation, statements))  # behind an "and" an equation is claimed
        placed = not ends  # behind "if $X > 0$ and" stands the value for the other case
        if not ties and not all(_is_order(each) or (placed and _is_place(each)) for each in statements):
            break
        if found and matched[1] == "or":
            raise Unread("it is said of one case or another", (0, 0))
        found.append((piece, statements))
        rest, pattern = rest[matched.end() :], _NEXT
    if ends and rest.strip(" .,;") and not _ANOTHER.match(rest.lower()):
        return []  # "if $x < 0$, then" begins what comes next
    another = _AND_FIRST.match(pieces[at].formula.rest.lower()) is not None
    return [] if another and (_CLAIMS.match(rest.lower()) or _OF_NEXT.match(rest.lower())) else found


def _part(pieces: Sequence[Piece], at: int) -> tuple[Piece, list[Statement]] | None:
    """The interval on which words say that a function has a value: ``$f(x) = 2x$ on $[0, 1]$``."""
    piece, row = next(following(pieces, at), None), pieces[at].row
    if piece is None or piece.row is None or row is None or not _ON.match(pieces[at].formula.rest.lower()):
        return None
    match _arguments(row.statements[0]), piece.row.statements:
        case (x,), (Statement((Bracket("[" | "(", (low, high), "]" | ")", None),), ()),) if name_of(x) is not None:
            ends = [(low, x)] if _is_finite(low) else []
            ends += [(x, high)] if _is_finite(high) else []
            return piece, [Statement(pair, (Sign("<="),), span=row.span) for pair in ends]
    return None


def _is_finite(end: Syntax) -> bool:
    return not any(isinstance(n, Symbol) and n.name == "infty" for n in end.walk())


def reasons(pieces: Sequence[Piece], at: int) -> list[Statement]:
    r"""The equations right behind a claim that it holds because of: "since $\sum_k p_k = 1$"."""
    piece = next(following(pieces, at), None)
    if (
        piece is None
        or piece.formula.display
        or piece.row is None
        or not _REASON.match(pieces[at].formula.rest.lower())
    ):
        return []
    found = list(of_each(piece.row.statements))
    return found if all([sign.symbol for sign in each.relations] == ["="] for each in found) else []


def following(pieces: Sequence[Piece], at: int) -> Iterator[Piece]:
    """The pieces behind a formula, and behind the display that it is a row of."""
    rest = pieces[at].formula.rest
    return dropwhile(lambda piece: piece.formula.display and piece.formula.rest == rest, pieces[at + 1 :])


def in_row(row: RowSyntax) -> tuple[Statement, ...]:
    """What stands behind the claim of a row and says where it holds, or what is what in it."""
    behind = takewhile(lambda s: {sign.symbol for sign in s.relations} <= {*ORDERS, "in"} or _is_worded(s),
                       reversed(row.statements[1:]))  # fmt: skip
    found = tuple(behind)[::-1]
    before = row.statements[len(row.statements) - len(found) - 1]
    return (before, *found) if found and begins_list(before, found[0]) else found


def orders_of_chain(pieces: Sequence[Piece], at: int) -> list[Statement]:
    """The conditions in a row; if it has none, those in the last row of its chain."""
    rows = (pieces[at].row, last_of_chain(pieces, at).row)
    return next((found for row in rows if row is not None and (found := _supposed(row))), [])


def last_of_chain(pieces: Sequence[Piece], at: int) -> Piece:
    """The last of the rows of a display that go on with a row, or that row."""
    for piece in pieces[at + 1 :]:
        if piece.formula.opens or piece.row is None or not _goes_on(piece.row):
            break
        at += 1
    return pieces[at]


def ended_with(piece: Piece, conditions: Iterable[L.Node], kinds: Collection[str]) -> frozenset[L.Node]:
    """Those conditions behind a formula that are none of what follows, by the kinds of the lines that were read in it.

    What is to be shown is shown under them, and what is only supposed is supposed from there on; a definition says what
    its parameters are, and only of its arguments, f(x; a) = a x^2 for x > 0, where it holds.
    """
    if "goal" in kinds or piece.row is None or not may_claim(piece):
        return frozenset()
    if not kinds or not set(kinds) <= {"definition", "hypothesis"}:
        return frozenset(conditions)
    arguments = {name_of(item) for statement in piece.row.statements for item in _arguments(statement)}
    return frozenset(c for c in conditions if any(isinstance(n, L.Var) and n.name in arguments for n in c.free))


def _arguments(statement: Statement) -> tuple[Syntax, ...]:
    match statement.expressions[0]:
        case Multiply((_, Bracket(_, items)), _):
            return items
    return ()


def _goes_on(row: RowSyntax) -> bool:
    first = row.statements[0]
    return first.expressions[0] is None and not first.words


def _supposed(row: RowSyntax) -> list[Statement]:
    """The orders behind the claim of a row that are conditions: between names and numbers, or words say so."""
    behind = in_row(row)
    worded = any(map(_is_worded, row.statements[1:]))

    def supposes(s: Statement) -> bool:
        return _is_worded(s) or (_words(s) == "and" and worded) or is_assumption(s)

    return [s for s in of_each(behind) if _is_order(s) and supposes(s)]


def _words(statement: Statement) -> str:
    return statement.words.lower().lstrip("(")


def _is_worded(statement: Statement) -> bool:
    words = _words(statement)
    return words.startswith(_SIDE) or words == "at"


def _is_order(statement: Statement) -> bool:
    symbols = {sign.symbol for sign in statement.relations}
    return bool(symbols) and symbols <= set(ORDERS)


def _is_place(statement: Statement) -> bool:
    """Whether it says where something holds by giving a letter a number: for $x = 3$."""
    return [sign.symbol for sign in statement.relations] == ["="] and is_assumption(statement)


def _is_equation(statement: Statement) -> bool:
    r"""Whether it ties numbers together, \sum_k p_k = 1, and gives no name, function or probability a value."""
    left = statement.expressions[0]
    applied = isinstance(left, Multiply) and any(isinstance(factor, Bracket) for factor in left.factors)
    plain = left is None or name_of(left) is not None or applied
    return [sign.symbol for sign in statement.relations] == ["="] and not plain


def are_alternatives(known: Iterable[L.Node], said: Sequence[L.Node]) -> bool:
    """Whether conditions cannot hold together: for any $x < a$ and any $x > b$, one holds or the other."""
    facts = (Facts((*known, *said[:k])) for k in range(len(said)))
    return any(each.excludes(one) for each, one in zip(facts, said, strict=True) if isinstance(one, L.Relation))


def may_claim(piece: Piece) -> bool:
    """Whether a formula is an equation, or an order between more than names and numbers or one that is concluded."""
    said = [s for s in piece.row.statements if s.relations] if piece.row is not None else []
    supposes = all(_is_order(each) and is_assumption(each) for each in said)
    return bool(said) and (not supposes or claiming.is_concluded(piece.formula.words))


def is_of_other_cases(piece: Piece) -> bool:
    """Whether the words behind a claim make it hold only where others do not: ``f(x) = 0 otherwise``."""
    return is_otherwise(piece.formula.rest)


def is_otherwise(rest: str) -> bool:
    """Whether the words behind a formula say it of all other cases."""
    return bool(_OTHERWISE.match(rest.lower()))


__all__ = ["are_alternatives", "conditions", "ended_with", "following", "in_row", "is_of_other_cases", "is_otherwise",
           "last_of_chain", "may_claim", "orders_of_chain"]  # fmt: skip
