r"""Densities of which words say whose they are: "Let $X$ have density $f(x) = 3x^2$ on $[0, 1]$."

A letter alone, f, says it of no random variable; the words before it do, and those behind it say where it holds.  So
they do of data: "Let $X_1, \ldots, X_n$ be a random sample from $f(x; \theta) = \theta x^{\theta - 1}$."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from ... import language as L
from ..claims import behind
from ..claims.statements import of_each
from ..meaning import Meaning
from ..names import name_of
from ..pieces import Piece
from ..probability.masses_written import runs_over
from ..syntax import Bracket, Multiply, Numeral, RowSyntax, Sign, Statement, Symbol, Syntax, Unread
from ..told import orders
from ..words import prose
from ..words.density_words import DENSITY, OF_ONE
from ..words.prose import ONE
from . import laws, stated
from .listed_data import members

_WHOSE = re.compile(rf"{OF_ONE} {DENSITY}(?: is)?(?: given by)?[\s:]*$")
_LAWS = "laplace|exponential|pareto|weibull|rayleigh|gamma|beta|normal|gaussian|logistic|cauchy|geometric"
_DRAWN = (
    r"(independent( and identically distributed)?|random|i\.?\s?i\.?\s?d\.?|independently|identically|distributed|"
    rf"drawn|sampled?|samples|observations|random variables|data|points|of size|and|{ONE}|{_LAWS})"
)
_OF_THEM = r"( the| an?)?( common| same)?( distribution| population| law)?"
_DENSITY = rf"( the| an?)?( common| same)?( (?:{_LAWS}))?( probability)?( density| pdf| pmf| mass)( function)?"
_SAMPLE = re.compile(
    rf"{ONE}\s*(is |be |are )?(an? )?({_DRAWN}[\s,]+)*"
    rf"(from{_OF_THEM}|(from{_OF_THEM}[\s,]*)?(each )?(with|having|from){_DENSITY})( is)?( given by)?[\s:]*$"
)
_OF_LAW = re.compile(rf"{ONE}\s*(be|is|denotes?)?\s*the (probability )?(density|pdf)( function)? of( an?| the)?[\s:]*$")
_FOR = re.compile(rf"[\s,]*(for|where|with)?( all| any| every| each)?\s*{ONE}")
_WHERE = re.compile(rf"[\s,]*(on|over|in|for)( the)?( unit)?( interval)?\s*{ONE}")


def learn(m: Meaning, pieces: Sequence[Piece], at: int) -> None:
    """Keep whose density a formula is, and where the words behind it say that it holds."""
    piece, words = pieces[at], " ".join(prose.sentence(pieces[at].formula.words).split())
    written = _applied(piece)
    if written is not None:
        _learn_counted(m, pieces, at)
    if not at:
        return
    variable = _variable(pieces[at - 1])
    if written is None:
        sole = _sole(piece)
        head = (name_of(sole) if sole is not None else None) or ""
        if sole is not None and _OF_LAW.search(words):
            _learn_of_law(m, _sole(pieces[at - 1]), sole)
        if head in m.context.called_densities and _WHOSE.search(words) and variable is not None:
            _learn_called(m, name_of(variable) or "", head)
        return
    head, argument = written
    if _WHOSE.search(words) and variable is not None:
        m.context.density_names[name_of(variable) or ""] = head
    elif (stem := _listed(pieces, at)) is not None and _SAMPLE.search(words):
        m.context.densities_of_data[stem] = head
    else:
        return
    if (where := _home(m, argument, pieces, at)) is not None:
        m.context.density_homes[head] = where
    if at + 1 < len(pieces) and _WHERE.match(piece.formula.rest.lower()):
        home = _sole(pieces[at + 1])
        if isinstance(home, Bracket) and len(home.items) == 2:
            m.context.assume(*orders.between_ends(m, argument, home))


def _learn_counted(m: Meaning, pieces: Sequence[Piece], at: int) -> None:
    r"""Keep that the argument of a density with parameters counts: p(y; \lambda) = ..., y = 0, 1, 2, \dots"""
    row = pieces[at].row
    match row.statements[0].expressions[0] if row is not None else None:
        case Multiply((_, Bracket(_, (Symbol() as index,), _, _, ";")), _):
            pass
        case _:
            return
    assert row is not None
    following = next(behind.following(pieces, at), None)
    told = row.statements[1:]
    if not told and following is not None and following.row is not None and _FOR.match(pieces[at].formula.rest.lower()):
        told = following.row.statements
    match runs_over(index, told):
        case (Numeral() as low, None):
            name = name_of(index) or ""
            m.context.count(name)
            m.context.assume(L.Var(name, L.Z_INTEGERS) >= m.scalar(low))


def points(m: Meaning, piece: Piece) -> dict[str, L.Term]:
    """The argument of the density of data, where a formula says what that is, as a number: data x_1, ..., x_n are a
    vector of the same letter."""
    head, argument = _applied(piece) or ("", "")
    return {argument: L.Var(argument, L.R)} if head in m.context.densities_of_data.values() else {}


def _learn_called(m: Meaning, variable: str, head: str) -> None:
    """Keep whose density a letter is called: that of a known law, or one of which more may be said later."""
    if (law := m.context.laws.get(variable)) is not None and head not in m.context.functions:
        m.context.laws.setdefault(head, law)
    else:
        m.context.density_names[variable] = head


def _learn_of_law(m: Meaning, letter: Syntax | None, law: Syntax) -> None:
    """Keep the law that a letter is said to be the density of."""
    head = (name_of(letter) if letter is not None else None) or ""
    if head and head not in m.context.functions:
        with suppress(Unread):
            m.context.laws.setdefault(head, laws.law_of(m, law))


def _variable(piece: Piece) -> Symbol | None:
    r"""The random variable that a formula is, or that it says the law of: X, X \sim \mathcal N(0, 1)."""
    match piece.row.statements if piece.row is not None else ():
        case (Statement((Symbol(name) as variable,), ()),) | (
            Statement((Symbol(name) as variable, _), (Sign("~"),)),
        ) if name[:1].isupper():
            return variable
    return None


def _home(m: Meaning, argument: str, pieces: Sequence[Piece], at: int) -> L.Space | None:
    """Where the argument of a density lies, by the orders behind it in its sentence; data may be called as it is."""
    point = L.Var(argument, L.R)
    said: list[L.Node] = []

    def hear(statements: Sequence[Statement]) -> None:
        for statement in statements:
            if argument in {name_of(n) for side in statement.expressions if side is not None for n in side.walk()}:
                with suppress(Unread), m.binding({argument: point}):
                    said.extend(orders.order(m, statement))

    hear(behind.orders_of_chain(pieces, at))
    for piece in behind.following(pieces, at):
        statements = list(of_each(piece.row.statements)) if piece.row is not None else []
        if piece.formula.display or not all(map(orders.is_assumption, statements)):
            break
        hear(statements)
        if re.search(r"[.;:]", piece.formula.rest.split(ONE)[0]):
            break
    return stated.between(said, point)


def _sole(piece: Piece) -> Syntax | None:
    """What a formula is that relates nothing."""
    match piece.row:
        case RowSyntax((Statement((sole,), ()),)):
            return sole
    return None


def _listed(pieces: Sequence[Piece], at: int) -> str | None:
    r"""The letter of the data X_1, \ldots, X_n that the formula before, or the one before that, lists."""
    for piece in reversed(pieces[max(at - 2, 0) : at]):
        statements = piece.row.statements if piece.row is not None else ()
        if all(not s.relations for s in statements):
            found = members([e for s in statements for e in s.expressions if e is not None])
            if found is not None:
                return name_of(found.member.base)
    return None


def _applied(piece: Piece) -> tuple[str, str] | None:
    r"""The f and the x of f(x) = ..., f(x; \theta) = ..."""
    match piece.row.statements[0].expressions[0] if piece.row is not None else None:
        case Multiply((head, Bracket("(", (argument,), ")")), ("", "")):
            names = name_of(head), name_of(argument)
            return (names[0], names[1]) if names[0] is not None and names[1] is not None else None
    return None


__all__ = ["learn", "points"]
