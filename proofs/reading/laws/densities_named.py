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
from ..context import Context
from ..meaning import Meaning
from ..names import name_of
from ..pieces import Piece
from ..probability.masses_written import runs_over
from ..syntax import Bracket, CaseRows, Multiply, Numeral, RowSyntax, Sign, Statement, Symbol, Syntax, Unread
from ..told import orders
from ..words import prose
from ..words.density_words import DENSITY, DISTRIBUTION_FUNCTION, OF_ONE
from ..words.prose import ONE
from . import laws, stated
from .listed_data import members


def _whose(what: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words before, and behind, a formula that say that it is this of a random variable."""
    opens, of = r"(^|[,;:] |\b(suppose|assume|let)( that)? )(the )?", rf"{what} of( the random variable)? {ONE}"
    before = re.compile(rf"({OF_ONE} {what}|{opens}{of})(?: is| be)?(?: given by)?[\s:]*$")
    return before, re.compile(rf"[\s,]*({ONE}[\s,]*)*(be|is|denotes?) (the|an?) {of}")


_WHOSE, _WHOSE_CDF = _whose(DENSITY), _whose(DISTRIBUTION_FUNCTION)
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
_ALONE = re.compile(r"\b(the|an?) (\w+ )?(probability )?density( function)?,?\s*$")
_ON_THE_LINE = re.compile(r"\b(laplace|normal|gaussian|cauchy|logistic|gumbel)\b")
_ENDED = re.compile(r"[.;:]")
_FOR = re.compile(rf"[\s,]*(for|where|with)?( all| any| every| each)?\s*{ONE}")
_WHERE = re.compile(rf"[\s,]*(on|over|in|for)( the)?( unit)?( interval)?\s*{ONE}")


def learn(m: Meaning, pieces: Sequence[Piece], at: int) -> None:
    """Keep whose density a formula is, and where the words behind it say that it holds."""
    piece, words = pieces[at], " ".join(prose.sentence(pieces[at].formula.words).split())
    written = _applied(piece)
    if written is not None:
        _learn_counted(m, pieces, at)
    variable = _variable(pieces[at - 1]) if at else None
    if written is None:
        sole = _sole(piece)
        head = (name_of(sole) if sole is not None else None) or ""
        if sole is not None and at and _OF_LAW.search(words):
            _learn_of_law(m, _sole(pieces[at - 1]), sole)
        if head in m.context.called_densities and _WHOSE[0].search(words) and variable is not None:
            _learn_called(m, name_of(variable) or "", head)
        return
    head, argument = written
    if (whose := _of_variable(pieces, at, words, _WHOSE_CDF)) is not None:
        m.context.distribution_names[whose] = head
    elif (whose := _of_variable(pieces, at, words, _WHOSE)) is not None:
        m.context.density_names[whose] = head
    elif (stem := _listed(pieces, at)) is not None and _SAMPLE.search(words):
        m.context.densities_of_data[stem] = head
    elif (alone := _ALONE.search(words)) is not None and (name := _of_entropy(m.context)) is not None:
        m.context.density_names[name] = head  # "the exponential density, $f(x) = ...$", where $h(X)$ is asked for
        m.context.density_homes.pop(head, None)
        if _ON_THE_LINE.search(alone[0]):
            m.context.density_homes[head] = L.R
    else:
        return
    where = _home(m, argument, pieces, at)
    if at + 1 < len(pieces) and _WHERE.match(piece.formula.rest.lower()):
        home = _sole(pieces[at + 1])
        if isinstance(home, Bracket) and len(home.items) == 2:
            within = orders.between_ends(m, argument, home)
            m.context.assume(*within)
            where = where or stated.between(within, L.Var(argument, L.R))
    if where is not None and not _is_in_parts(pieces, at):
        m.context.density_homes[head] = where


def _of_variable(
    pieces: Sequence[Piece], at: int, words: str, whose: tuple[re.Pattern[str], re.Pattern[str]]
) -> str | None:
    """The random variable of which words before a formula, or behind it, "be the density of $X$", say that it is."""
    before, behind_it = whose
    variable = _variable(pieces[at - 1]) if at and before.search(words) else None
    if variable is None and (found := behind_it.match(" ".join(pieces[at].formula.rest.lower().split()))) is not None:
        place = at + found[0].count(ONE)
        variable = _variable(pieces[place]) if place < len(pieces) else None
    return None if variable is None else name_of(variable)


def _of_entropy(context: Context) -> str | None:
    """The one random variable without a law of which the differential entropy is written."""
    if "entrop" not in context.said.lower():
        return None
    names = {name_of(use.items[0]) for use in context.survey.uses("h") if len(use.items) == 1 and use.given is None}
    capital = {name for name in names if name is not None and re.fullmatch("[A-Z]", name)}
    return capital.pop() if len(capital) == 1 and capital.isdisjoint({*context.laws, *context.random}) else None


def is_zero_elsewhere(m: Meaning, piece: Piece) -> bool:
    """Whether a formula only says that a density whose part of the line is known is zero on the rest: "and $f(x) = 0$
    otherwise"."""
    head = _head(piece)
    if (head not in m.context.density_homes and head not in m.context.written) or not behind.is_of_other_cases(piece):
        return False
    match piece.row.statements if piece.row is not None else ():
        case (Statement((_, Numeral("0")), (Sign("="),)),):
            return True
    return False


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
                    said.extend(_limits(m, statement, point))

    hear(behind.orders_of_chain(pieces, at))
    hear(_within_cases(pieces[at]))
    for piece in behind.following(pieces, at):
        statements = list(of_each(piece.row.statements)) if piece.row is not None else []
        if piece.formula.display or not all(orders.is_assumption(s) or _is_in_interval(s) for s in statements):
            break
        hear(statements)
        if _ENDED.search(piece.formula.rest.split(ONE)[0]):
            break
    return stated.between(said, point)


def _is_in_parts(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the sentence goes on with another formula for the density: "$f(x) = x$ for $x < 1$, $f(x) = 2 - x$"."""
    head, last = _head(pieces[at]), pieces[at]
    for piece in pieces[at + 1 :]:
        if _ENDED.search(last.formula.rest.split(ONE)[0]) and not last.formula.display:
            return False
        if _head(piece) == head and not behind.is_of_other_cases(piece):
            return True
        last = piece
    return False


def _is_in_interval(statement: Statement) -> bool:
    """Whether a formula says that a name lies between two ends."""
    match statement:
        case Statement((Syntax() as name, Bracket(_, (_, _))), (Sign("in"),)):
            return name_of(name) is not None
    return False


def _limits(m: Meaning, statement: Statement, point: L.Var) -> Sequence[L.Node]:
    """What an order, or that it lies in an interval, says of a point."""
    home = statement.expressions[-1]
    return orders.ends(m, point, home) if _is_in_interval(statement) and home else orders.order(m, statement)


def _within_cases(piece: Piece) -> list[Statement]:
    """Where a formula by cases is not zero, if it has one value beside zero."""
    match piece.row.statements[0].expressions if piece.row is not None else ():
        case (_, CaseRows() as cases) if (sole := cases.zero_otherwise()) is not None:
            return list(of_each((sole[1],)))
    return []


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


def _head(piece: Piece) -> str | None:
    """The f of f(x) = ..., f(x, y) = ..."""
    match piece.row.statements[0].expressions[0] if piece.row is not None else None:
        case Multiply((head, Bracket("(")), ("", "")):
            return name_of(head)
    return None


def _applied(piece: Piece) -> tuple[str, str] | None:
    r"""The f and the x of f(x) = ..., f(x; \theta) = ..."""
    match piece.row.statements[0].expressions[0] if piece.row is not None else None:
        case Multiply((head, Bracket("(", (argument,), ")")), ("", "")):
            names = name_of(head), name_of(argument)
            return (names[0], names[1]) if names[0] is not None and names[1] is not None else None
    return None


__all__ = ["is_zero_elsewhere", "learn", "points"]
