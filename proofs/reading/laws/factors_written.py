r"""Formulas that a page gives as densities of several variables: "$X$ and $Y$ have joint density $f(x, y) = 6(1 - y)$
for $0 < x < y < 1$", "let $p(y | x) = x e^{-xy}$ for $y > 0$", p(x, y) = (x + y)/21 for x = 1, 2, 3 and y = 1, 2.

What stands behind the formula, or in its cases, is where it holds: it is zero elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from ... import language as L
from ..claims import behind
from ..claims.statements import of_each
from ..context import argument_names
from ..meaning import Meaning
from ..names import name_of
from ..pieces import Piece
from ..relations import ORDERS
from ..syntax import Bracket, CaseRows, Dots, Multiply, Numeral, Script, Sign, Statement, Syntax, Unread
from ..terms import regions
from ..terms.regions import NotLinear
from ..told import orders
from ..uses.uses import Applied
from ..words import claiming, giving, prose
from ..words.prose import ONE
from . import densities_of_models, models, stated, written_models
from .densities import keys, stem
from .written_models import Written

_JOINT = re.compile(
    r"\b(joint|bivariate|conditional|probability)?[\s-]*(probability )?(density|densities|pdf|pmf|mass)( function)?\b"
)
_SPEAKS = re.compile(r"densit|distribut|probab|random|prior|posterior|likelihood|\bp[dm]f\b|\bmodel|independent")
_CALLED = re.compile(
    r"\b(be|is|denotes?|as)( the| an?| their)? (joint|conditional)( probability)? (density|pdf|pmf|mass)\b"
)
_FIRST = re.compile(rf"[\s,]*(for|where|when|if|whenever|with|on( the (region|set|triangle))?)?( all| any)?\s*{ONE}")
_NEXT = re.compile(rf"[\s,]*(and|where|with)?( for)?( all| any)?\s*{ONE}")
_SQUARE = re.compile(r"[\s,]*(for \S+ )?(on|in|over) the unit square\b")
_FUNCTION = re.compile(r"(?<!density )(?<!mass )(?<!distribution )\bfunction\s*$")
_LETTER = re.compile(r"[a-z]|P|\\[a-z]+")
_BEGINS = re.compile(r"(^|\band\b)\W*(model|example|exercise|problem)\s+\w+\W*((has|with)\s*)?$")
_ENDED = re.compile(r"[.!?]\s*$")
_COUNTS = re.compile(r"\bmass\b|\bp\.?m\.?f\b|\bdiscrete\b")
_INTEGERS = re.compile(r"\bintegers?\b")


def learn(m: Meaning, pieces: Sequence[Piece], at: int) -> None:
    """Keep the density that a formula is, where it is one and nothing said so far tells it."""
    match row.statements if (row := pieces[at].row) is not None else ():
        case (Statement((Syntax() as left, Syntax() as right, *_), (Sign("=" | ":="), *_)), *_):
            applied = Applied.written(left)
        case _:
            return
    if applied is None:
        return
    letter = stem(applied.head)
    if not _LETTER.fullmatch(letter):
        return  # Cov(X, Y)
    before, behind_bar = keys(applied)
    names = [n for n in (*before, *behind_bar) if n is not None]
    written = [*argument_names(applied)[0], *argument_names(applied)[1]]
    if names != written or len(set(names)) < len(names) or not all(n.isalpha() or n[:1] == "\\" for n in names):
        return
    if not _is_density(m, applied, pieces[at], letter):
        if _is_other_function(m, applied, right, pieces[at]):
            written_models.forget(m.context, letter)
        return
    if densities_of_models.known(m, applied):
        if behind.is_of_other_cases(pieces[at]) or not _is_new(
            m, letter, (set(before), set(behind_bar)), right, pieces[at]
        ):
            return
        written_models.forget(m.context, letter)
    try:
        if models.known(m, left):
            return
        factor = _factor(m, [n for n in before if n], [n for n in behind_bar if n], left, right, pieces, at)
        if factor is not None and factor.body.free.isdisjoint(m.bound.values()) and _may_be(m, letter, factor):
            written_models.learn(m.context, letter, factor)
    except Unread:
        _unread(m, letter)
        m.context.fog.setdefault("P(", f"where the density {letter} is not zero was not read")


def _said_before(piece: Piece) -> str:
    """The words of the sentence that a formula stands in, before it; none where it begins one."""
    return "" if _ENDED.search(piece.formula.words) else prose.sentence(piece.formula.words)


def _is_new(
    m: Meaning, letter: str, names: tuple[set[str | None], set[str | None]], right: Syntax, piece: Piece
) -> bool:
    """Whether words let a density that was stated be another one: another example begins, ``Model B:``."""
    exact = next((f for f in m.context.written.get(letter, ()) if set(f.names) == names[0]), None)
    if exact is None or exact.right == right:
        return False
    words = _said_before(piece)
    begins = set(exact.given) == names[1] and _BEGINS.search(words) is not None
    return begins or giving.is_let(words) or _JOINT.search(words) is not None


def _is_other_function(m: Meaning, applied: Applied, right: Syntax, piece: Piece) -> bool:
    """Whether words let the letter of a density be a function of which nothing says that it is one: ``Let f(x, y) =``,
    ``the function f(x) =``."""
    factors, words = m.context.written.get(applied.head, ()), prose.sentence(piece.formula.words)
    if applied.given is not None or not factors or any(f.right == right for f in factors):
        return False
    if _SPEAKS.search(prose.rest_of_sentence(piece.formula.rest).lower()):
        return False  # "Let $f(x) = 2x$ be the marginal density"
    alike = any(len(f.names) == len(applied.items) for f in factors) or applied.head not in ("p", "q")
    return alike and (giving.lets_be(piece.formula.words) or _FUNCTION.search(words) is not None)


def _unread(m: Meaning, letter: str) -> None:
    """Where a joint density is not read, its marginals are not known, and what is said of them claims nothing new."""
    for use in m.context.survey.applications:
        if use.head != letter and stem(use.head) == letter:
            m.context.fog.setdefault(f"{use.head}(", f"where the density {letter} is not zero was not read")


def _is_density(m: Meaning, applied: Applied, piece: Piece, letter: str) -> bool:
    """Whether words or the notation make it a density of a model, and it is no conclusion."""
    words, context = _said_before(piece), m.context
    if claiming.is_concluded(piece.formula.words) or piece.formula.shown or letter in context.laws:
        return False
    if letter in context.functions or applied.head in context.functions:
        return False
    marked = letter != applied.head and letter in ("f", "p", "g")
    uses = [use for use in context.survey.applications if stem(use.head) == letter]
    barred = any(use.given is not None for use in uses)  # p(y | x) is written of nothing else
    several = len({len(use.items) for use in uses}) > 1  # p(x, y) and p(x) are no one function
    speaks = marked or (letter in ("p", "q") and (barred or several or _SPEAKS.search(context.said) is not None))
    together = (set(chain(*keys(use))) for use in uses if use.given is not None or len(use.items) > 1)
    said = bool(_JOINT.search(words) or _CALLED.search(prose.rest_of_sentence(piece.formula.rest).lower()))
    if len(applied.items) > 1 or applied.given is not None:
        return speaks or said
    (name,) = keys(applied)[0]
    return speaks and any(name in names for names in together)


def _may_be(m: Meaning, letter: str, factor: Written) -> bool:
    """Whether what a factor is given has, or gets, a density of its own, and none of it depends on its variables."""
    named = {n for use in m.context.survey.applications if stem(use.head) == letter for n in keys(use)[0]}
    if not all(n in named or n.upper() in m.context.laws for n in factor.given):
        return False
    if any(n.upper() in m.context.laws for n in factor.names):
        return False  # it has a law
    others = m.context.written.get(letter, ())
    circular = any(set(f.given) & set(factor.names) and set(factor.given) & set(f.names) for f in others)
    return not circular and not any(set(f.names) & set(factor.names) for f in others)


def _factor(
    m: Meaning, names: list[str], given: list[str], left: Syntax, right: Syntax, pieces: Sequence[Piece], at: int
) -> Written | None:
    body_syntax, said = right, []
    if isinstance(right, CaseRows):
        if (cases := right.zero_otherwise()) is None:
            raise NotLinear
        body_syntax, condition = cases
        said = list(of_each((condition,)))
    said += _conditions(pieces, at, _arguments(left))
    ranges = _listed(m, said, names)
    if len(ranges) < len(names) and _counts(m, pieces[at]):
        raise Unread("masses at values that are not listed", (0, 0))
    points: dict[str, L.Term] = {n: L.Var(n, L.Z_INTEGERS if n in ranges else L.R) for n in names}
    for n in given:
        factor = written_models.factor_of(m.context, stem(_letter(left)), n)
        points[n] = L.Var(n, L.R) if factor is None else factor.point(n)
    with m.binding(points):
        body = m.scalar(body_syntax)
        region: list[L.Node] = [r for s in said if _is_order(s) for r in orders.order(m, s)]
    inside = [r for r in region if isinstance(r, L.Relation) and not r.free.isdisjoint(points.values())]
    if not stated.is_written_out(body) or any(isinstance(n, L.Law) for n in body.walk()):
        return None  # of other densities
    if any(regions.inequality(r) is None for r in inside):
        raise NotLinear
    if _SQUARE.match(pieces[at].formula.rest.lower()):
        inside += [r for n in names for r in (points[n] > 0, points[n] < 1)]
    unsaid: list[str] = []
    for n in names:
        if n in ranges or any(points[n] in r.free for r in inside):
            continue
        told = [h for h in m.context.stated() if isinstance(h, L.Relation) and points[n] in h.free]
        told = [h for h in told if regions.inequality(h) is not None and h.free <= set(points.values())]
        inside += told
        if not told and m.context.spaces.get(n) is not L.R and not _falls_off(body, points[n]):
            unsaid.append(n)
    return Written(tuple(names), tuple(given), body, tuple(inside), tuple(ranges.items()), tuple(unsaid), left, right)


def _counts(m: Meaning, piece: Piece) -> bool:
    """Whether words call a formula one of masses."""
    formula = piece.formula
    around = f"{prose.sentence(formula.words)} {prose.rest_of_sentence(formula.rest)}".lower()
    return bool(_COUNTS.search(around) or re.search(r"\bdiscrete (random )?variables\b", m.context.said.lower()))


def _falls_off(body: L.Term, x: L.Term) -> bool:
    """Whether a formula has e to the power of a square of a variable in it: it is then meant on all of the line."""
    exponents = (n.args[0] if isinstance(n, L.Apply) else n.exponent for n in body.walk() if _is_exponential(n))
    squares = (n for e in exponents for n in e.walk() if isinstance(n, L.Power) and n.exponent is L.Number(2))
    return any(x in square.base.free for square in squares)


def _is_exponential(n: L.Node) -> bool:
    match n:
        case L.Apply(L.Elementary("exp"), (_,)) | L.Power(L.Constant("e"), _):
            return True
    return False


def _letter(left: Syntax) -> str:
    assert isinstance(left, Multiply)
    return name_of(left.factors[0]) or ""


def _arguments(left: Syntax) -> tuple[Syntax, ...]:
    match left:
        case Multiply((_, Bracket(_, items)), _):
            return items
    return ()


def _is_order(statement: Statement) -> bool:
    return bool(statement.relations) and {sign.symbol for sign in statement.relations} <= {*ORDERS}


def _conditions(pieces: Sequence[Piece], at: int, arguments: Sequence[Syntax]) -> list[Statement]:
    """What is said right behind a formula of where it holds: in its row, and in the formulas that follow.

    Raises ``Unread`` where words restrict it that are not read.
    """
    row = pieces[at].row
    assert row is not None
    found = list(of_each(behind.in_row(row)))
    if len(found) < len(row.statements) - 1 and not all(_is_listed(s) for s in row.statements[1:]):
        raise Unread("what stands beside a density is not read", (0, 0))
    found = found if len(found) >= len(row.statements) - 1 else list(of_each(row.statements[1:]))
    rest, pattern = pieces[at].formula.rest, _FIRST
    for piece in behind.following(pieces, at):
        matched = pattern.match(rest.lower())
        if matched is None or piece.formula.display or piece.row is None or behind.is_of_other_cases(piece):
            break
        statements = [each for s in of_each(piece.row.statements) for each in _within(arguments, s)]
        if not all(_is_order(s) or _is_listed(s) for s in statements):
            break
        found += statements
        rest, pattern = rest[matched.end() :], _NEXT
    if not found and not _SQUARE.match(rest.lower()) and re.match(r"[\s,]*(on|over|in|inside|within)\b", rest.lower()):
        raise Unread("where a density is not zero is not read", (0, 0))
    if _INTEGERS.search(prose.rest_of_sentence(rest).lower()):
        raise Unread("a density on integers that are not listed", (0, 0))
    return found


def _within(arguments: Sequence[Syntax], said: Statement) -> list[Statement]:
    r"""That arguments lie between the ends of intervals, of "on $(0, 1)$", $[0, 1]^2$, $[0, 1] \times [0, 2]$; any
    other statement as it is."""
    homes: Sequence[Syntax] = ()
    match said:
        case Statement((Script(Bracket() as side, None, Numeral(power), 0),), ()) if power == str(len(arguments)):
            homes = [side] * len(arguments)
        case Statement((Multiply(factors, ("", *signs)),), ()) if set(signs) == {"\\times"}:
            homes = factors
        case Statement((Bracket() as side,), ()):
            homes = (side,)
    ends = [each.items for each in homes if isinstance(each, Bracket) and each.left in ("(", "[") and not each.given]
    if not ends or len(ends) != len(arguments) or any(len(pair) != 2 for pair in ends):
        return [said]
    inside = (Sign("<"), Sign("<"))
    return [Statement((a, x, b), inside, span=said.span) for x, (a, b) in zip(arguments, ends, strict=True)]


def _is_listed(statement: Statement) -> bool:
    """Whether it is one of the statements that x = 1, 2, 3 is read as."""
    if not statement.relations:
        return isinstance(statement.expressions[0], Numeral | Dots) or name_of(statement.expressions[0]) is not None
    return [sign.symbol for sign in statement.relations] == ["="] and isinstance(statement.expressions[1], Numeral)


def _listed(m: Meaning, said: Sequence[Statement], names: Sequence[str]) -> dict[str, L.Range]:
    """The ranges of variables that are listed, x = 1, 2, 3.  Raises ``Unread`` for a list of other numbers."""
    found: dict[str, list[int]] = {}
    name: str | None = None
    for statement in said:
        value: Syntax | None
        if [sign.symbol for sign in statement.relations] == ["="]:
            name = name_of(statement.expressions[0])
            value = statement.expressions[1]
        elif not statement.relations and name is not None:
            value = statement.expressions[0]
        else:
            name = None
            continue
        if name is None or name not in names or not isinstance(value, Numeral) or not value.text.isdigit():
            raise Unread("values of a variable that are not read", (0, 0))
        found.setdefault(name, []).append(int(value.text))
    for values in found.values():
        if values != list(range(values[0], values[-1] + 1)):
            raise Unread("values of a variable with gaps", (0, 0))
    return {n: L.Range(L.Number(v[0]), L.Number(v[-1])) for n, v in found.items()}


__all__ = ["learn"]
