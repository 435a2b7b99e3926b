r"""Names that a claim is made of anew: ``for all $x$`` before or behind it, ``\forall x`` in its row.

What was supposed of x until then may be meant, for all x as above, or not: whether it is, is not said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ... import language as L
from ..laws import stated
from ..meaning import Meaning
from ..names import name_of
from ..pieces import Piece
from ..relations import ORDERS
from ..syntax import RowSyntax, Sign, Statement, Symbol, Syntax, Unread
from ..told import orders
from ..words import prose, words_behind
from ..words.prose import ONE
from . import behind
from .statements import of_each

_EVERY = r"for (all|any|every|each)"
_OF = r"( real| distinct)?( numbers?| values? of)?"  # words behind it that restrict no real number
_QUANTIFIER = re.compile(rf"\b{_EVERY}{_OF}\s*{ONE}")
_BEHIND = re.compile(rf"\W*((and|but|is true|is valid|holds|hold|which holds) )*{_EVERY}{_OF}\s*{ONE}")
_REAL = re.compile(r"\breal\b")
_NEXT = re.compile(rf"\s*(,|and|, and|with)( {_EVERY})?\s*{ONE}")
_IN_ROW = re.compile(rf"\W*(and )?{_EVERY}{_OF}\W*")
_HEADS = re.compile(
    rf"\W*((then|hence|thus|therefore|so|and|but|now|also|moreover|clearly|indeed|in particular|note that)\W+)*"
    rf"{_EVERY}{_OF}\s*{ONE}((\s*(,|and|, and)\s*){ONE})*"
    r"[\s,:]*((we|one) (also )?(have|has)|it holds|there holds)?( that)?[\s,:]*"
)


def statements(pieces: Sequence[Piece], at: int) -> tuple[Statement, ...]:
    r"""What the quantifiers of a claim say: of which names it is made, ``x``, ``x \in \mathbb{R}``, ``x > 2``."""
    own, last = pieces[at].row, behind.last_of_chain(pieces, at).row
    in_rows = (s for row in ((own,) if own == last else (own, last)) if row is not None for s in _in_row(row))
    before, behind_it = (tuple(s for _, s in said) for said in (_before(pieces, at), _behind(pieces, at)))
    return (*before, *in_rows, *behind_it)


def homes(m: Meaning, pieces: Sequence[Piece], at: int) -> dict[str, L.Space]:
    r"""The names that a formula is said to hold for all of, each with where: ``for all $x$``, ``for every
    $x \in [0, 1]$``; none where words say it that are not read, ``for all $x$ in the unit ball``."""
    if any(map(words_behind.is_restricted, _behind_names(pieces, at))):
        return {}
    found: dict[str, L.Space] = {}
    for _, statement in (*_before(pieces, at), *_behind(pieces, at)):
        for name in names([statement]):
            point = L.Var(name, m.context.space_of_number(name))
            said = list(repeated(m, [statement]))
            free = not statement.relations or _is_of_line(statement)
            home = L.R if free else stated.between(said, point)
            one = len(statement.relations) <= len(said) and all(h.symbol != "!=" for h in said)
            if home is None or not (free or one):
                return {}
            found[name] = home
    return found


def over_the_reals(pieces: Sequence[Piece], at: int) -> frozenset[str]:
    r"""The names of a claim that is said to hold for all real numbers: ``for all real $x$``, ``$x \in \mathbb R$``."""
    said = [*_before(pieces, at), *_behind(pieces, at)]
    return names(s for words, s in said if (_REAL.search(words) and not s.relations) or _is_of_line(s))


def _is_of_line(statement: Statement) -> bool:
    match statement:
        case Statement((_, Symbol("R", "bb")), (Sign("in"),)):
            return True
    return False


def names(said: Iterable[Statement]) -> frozenset[str]:
    """The names that are bound by what quantifiers say; of 0 < x < 1 it is the one in the middle."""
    bound = (s.expressions[1 if len(s.expressions) == 3 else 0] for s in said)
    return frozenset(name for each in bound if (name := name_of(each)) is not None)


def repeated(m: Meaning, said: Iterable[Statement]) -> Iterator[L.Node]:
    """What quantifiers themselves say of the names that they bind."""
    for statement in said:
        symbols = {sign.symbol for sign in statement.relations}
        try:
            if symbols and symbols <= set(ORDERS):
                yield from orders.order(m, statement)
            elif symbols == {"in"}:
                yield from _membership(m, *statement.expressions)
        except Unread as reason:
            for name in names([statement]):
                m.context.fog.setdefault(name, reason.reason)


def _membership(m: Meaning, element: Syntax | None, home: Syntax | None) -> tuple[L.Node, ...]:
    assert element is not None and home is not None
    name = name_of(element)
    return () if name is None else orders.between_ends(m, name, home)


def is_of(hypothesis: L.Node, bound: frozenset[str]) -> bool:
    """Whether a hypothesis is about a name that is bound anew; that it is a natural number is what the name means, and
    an equation that says what another name is stays true."""
    about = {n for n in hypothesis.free if isinstance(n, L.Var) and n.name in bound}
    if not about:
        return False
    match hypothesis:
        case L.Relation(L.Var(_, L.Integers()), ">=", L.Number(least)) if least in (0, 1):
            return False
        case L.Relation(left, "=", right):
            return hypothesis.free <= about or any(side in about for side in (left, right))
    return True


def is_closed(statement: Statement, bound: frozenset[str]) -> bool:
    """Whether an order says something of the names that are bound and of no others: it is true or false by itself."""
    found = {name for e in statement.expressions if e is not None for n in e.walk() if (name := name_of(n)) is not None}
    return bool(found) and found - {"pi", "e"} <= bound


def heads(words: str) -> bool:
    """Whether a sentence begins with a quantifier and then says the formula: ``For all real $x$, we have``."""
    return bool(_HEADS.fullmatch(prose.sentence(words)))


def _before(pieces: Sequence[Piece], at: int) -> Iterator[tuple[str, Statement]]:
    """What the quantifiers before a claim say, each with its words."""
    while at and not pieces[at].formula.opens:
        at -= 1
    words = prose.sentence(pieces[at].formula.lead)
    for found in _QUANTIFIER.finditer(words):
        if words[: found.start()].rstrip().endswith(ONE):
            continue  # it is said of what stands before it
        first = at - 1 - words[found.end() :].count(ONE)
        if first >= 0:
            yield from ((found[0], s) for s in _listed(pieces[first:at], words[found.end() :]))


def _behind(pieces: Sequence[Piece], at: int) -> Iterator[tuple[str, Statement]]:
    rest = pieces[at].formula.rest.lower()
    if (found := _BEHIND.match(rest)) is not None:
        yield from ((found[0], s) for s in _listed(behind.following(pieces, at), rest[found.end() :]))


def _behind_names(pieces: Sequence[Piece], at: int) -> Iterator[str]:
    """What stands behind each name that quantifiers bind."""
    rest, begin = pieces[at].formula.rest.lower(), at
    while begin and not pieces[begin].formula.opens:
        begin -= 1
    words = prose.sentence(pieces[begin].formula.lead)
    behind = [rest[found.end() :]] if (found := _BEHIND.match(rest)) is not None else []
    for text in (*behind, *(words[found.end() :] for found in _QUANTIFIER.finditer(words))):
        yield text
        while (found := _NEXT.match(text)) is not None:
            text = text[found.end() :]
            yield text


def _listed(pieces: Iterable[Piece], rest: str) -> Iterator[Statement]:
    """The statements of the first piece, and of those that the text behind it lists with it."""
    for piece in pieces:
        if piece.formula.display or piece.row is None:
            return
        yield from of_each(piece.row.statements)
        if (found := _NEXT.match(rest)) is None:
            return
        rest = rest[found.end() :]


def _in_row(row: RowSyntax) -> Iterator[Statement]:
    bound = False
    for statement in row.statements[1:]:
        bound = bool(_IN_ROW.fullmatch(statement.words.lower())) or (bound and not statement.words)
        if bound:
            yield statement


__all__ = ["heads", "is_closed", "is_of", "names", "over_the_reals", "repeated", "statements"]
