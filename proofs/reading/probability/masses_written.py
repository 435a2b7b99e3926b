r"""Formulas by which a sentence tells the values of a random variable and their probabilities.

"Let $X$ be a random variable with $P(X = 1) = p$ and $P(X = -1) = 1 - p$", "where $P(X = k) = (1-p)^{k-1} p$ for
$k = 1, 2, \dots$", "let $X$ have the pmf $p(x) = x/6$ for $x = 1, 2, 3$".  What a sentence concludes is a claim, and
tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..laws.law_clauses import Told
from ..names import name_of
from ..syntax import Add, Bracket, CaseRows, Dots, Multiply, Numeral, Script, Sign, Statement, Symbol, Syntax
from ..uses.running import PLACES
from ..words import claiming, giving
from ..words.prose import ONE
from ..words.sentences import Maths, Sentence

_FUNCTION = re.compile(r"\b(mass function|pmf|density|distribution|law)( function)?( is)?( given by)?[\s:]*$")
_MASS = re.compile(r"\b(mass function|pmf|probability function)( is)?( given by)?[\s:]*$")
_MADE = re.compile(r"\b(number of|sum of|difference|product of|maximum|minimum|largest|smallest|first|last)\b")
_BEFORE_RANGE = frozenset(("for", ",", "all", "each", "every", "where", "with"))
_PART = re.compile(r"^\W*\w{1,2} ?\) *")  # a)
_WHERE = re.compile(rf"\bwhere\s*({ONE}(\s*(,|and|, and))?\s*)*$")
_IF = re.compile(rf"\W*if ({ONE}(\s*(,|and|, and))?\s*)*$")
_OF_TWO_VALUES = re.compile(r"\b(bernoulli|binary)\b")
_FAMILIES = ("bernoulli", "binomial", "geometric", "poisson", "uniform")
_HAS = re.compile(
    rf"(^|,|\band)\s*(an? |the |each )*(discrete |independent |random )*(random )?(variables? )?"
    rf"({ONE}(\s*(,|and))?\s*)+"
    r"(is an? (discrete )?(random )?variable )?(with|has|have|having|whose)\b[^.;]*$|"
    rf"^\W*(we )?define {ONE} by\s*({ONE}(\s*(,|and|, and))?\s*)*$"
)


@dataclass(frozen=True)
class _Mass:
    """P(X = v) = w at a place of the sentence, in a formula of the page."""

    at: int
    place: int
    variable: Syntax
    value: Syntax
    weight: Syntax
    alone: bool = True  # its formula says nothing else


@dataclass(frozen=True)
class MassesTold:
    """What is told of a random variable: its values and their probabilities, or those as a formula of an index."""

    variable: Syntax
    points: tuple[tuple[Syntax, Syntax | None], ...]
    """Without a probability all values have the same; none: so have those that it is known to have."""
    index: Syntax | None = None
    ends: tuple[Syntax, Syntax | None] | None = None  # from where to where it runs; None: without an end
    called: str | None = None  # the family that words call the law


def written_masses(sentence: Sentence) -> Iterator[Told]:
    """What the formulas of a sentence tell so."""
    found: dict[str, list[_Mass]] = {}
    first: int | None = None
    functions: dict[Syntax, Syntax] = {}  # heads of mass functions, p of p(1), and whose they are
    for at, token in enumerate(sentence):
        if isinstance(token, Maths) and token.place is not None and token.row is not None:
            for statement in token.row.statements:
                written = _as_events(statement)
                alone = written is statement
                said = _masses(written)
                if not said and (values := _values(sentence, at, statement, functions)):
                    said = values
                if not said and (of_function := _of_function(sentence, at, statement)) is not None:
                    said, alone = [of_function], False
                for each in said:
                    first = at if first is None else first
                    found.setdefault(name_of(each[0]) or "", []).append(_Mass(at, token.place, *each, alone))
    words = None if first is None else supposing(sentence, first)
    if words is None:
        return
    called = {family for family in _FAMILIES if re.search(rf"\b{family}\b", words)}
    for masses in found.values():
        told = _formula(sentence, masses[0]) if len(masses) == 1 else _points(masses)
        if len(masses) == 1 and told is None and _OF_TWO_VALUES.search(words):
            told = _of_two_values(masses[0])
        if told is not None and len(called) < 2:
            places = tuple(dict.fromkeys(mass.place for mass in masses))
            only = tuple(place for place in places if all(m.alone for m in masses if m.place == place))
            yield Told((), (places[0],), written=only, masses=replace(told, called=next(iter(called), None)))


def _of_two_values(mass: _Mass) -> MassesTold | None:
    """What is told of a variable that is called Bernoulli, or binary, by the probability of 1, or of 0."""
    match mass.value:
        case Numeral("0" | "1" as value):
            rest = Add((Numeral("1"), Bracket("(", (mass.weight,), ")")), ("", "-"))
            return MassesTold(mass.variable, ((mass.value, mass.weight), (Numeral(str(1 - int(value))), rest)))
    return None


def _points(masses: list[_Mass]) -> MassesTold | None:
    if any(isinstance(mass.value, Symbol) and mass.value.name in PLACES for mass in masses):
        return None
    return MassesTold(masses[0].variable, tuple((mass.value, mass.weight) for mass in masses))


def supposing(sentence: Sentence, at: int) -> str | None:
    """The words before a formula, where they let or suppose it or say that a random variable has it; else None."""
    words = _PART.sub("", re.sub(r" ([,;:])", r"\1", _words(sentence, at))) + " "
    if _IF.match(words):
        return words
    if (
        claiming.is_concluded(words)
        or not claiming.is_told(words)
        or claiming.MAY_NOT_TELL.search(words)
        or _MADE.search(words)
    ):
        return None
    given = giving.is_let(words) or giving.is_supposition(words) or giving.is_supposed(words)
    return words if given or giving.lets_hold(words, "") or _HAS.search(words) or _WHERE.search(words) else None


def _masses(statement: Statement) -> list[tuple[Syntax, Syntax, Syntax]]:
    """X, v and w of P(X = v) = w, and of each in P(X = v) = P(X = u) = w."""
    if not statement.relations or any(sign.symbol != "=" for sign in statement.relations):
        return []
    events = [_event(each) for each in statement.expressions[:-1]]
    weight = statement.expressions[-1]
    told = [event for event in events if event is not None]
    if len(told) < len(events) or weight is None or _event(weight) is not None:
        return []
    if isinstance(weight, CaseRows):
        return _by_cases(told[0], weight) if len(told) == 1 else []
    return [(variable, value, weight) for variable, value in told]


def _by_cases(event: tuple[Syntax, Syntax], cases: CaseRows) -> list[tuple[Syntax, Syntax, Syntax]]:
    r"""P(X = k) by cases, each for one value, k = 1, and 0 otherwise."""
    variable, index = event
    found: list[tuple[Syntax, Syntax, Syntax]] = []
    for row in cases.rows:
        match row:
            case (weight, Statement((left, Syntax() as value), (Sign("="),))) if name_of(left) == name_of(index):
                found.append((variable, value, weight))
            case (Numeral("0"), _):
                pass
            case _:
                return []
    return found if name_of(index) is not None else []


def _as_events(statement: Statement) -> Statement:
    """Of p(k) = P(X = k) = w the second equation."""
    first, *others = statement.expressions
    if len(others) > 1 and _applied(first) is not None and _event(others[0]) is not None:
        return replace(statement, expressions=tuple(others), relations=statement.relations[1:])
    return statement


def _of_function(sentence: Sentence, at: int, statement: Statement) -> tuple[Syntax, Syntax, Syntax] | None:
    """X, k and w of a mass function p_X(k) = w, or of p(k) = w where the words before call it that of X."""
    if len(statement.relations) != 1 or statement.relations[0].symbol != "=":
        return None
    applied, weight = _applied(statement.expressions[0]), statement.expressions[1]
    if applied is None or weight is None or isinstance(weight, CaseRows):
        return None
    if not _FUNCTION.search(_words(sentence, at)):
        return None
    head, index = applied
    if isinstance(head, Script):
        return (head.below, index, weight) if head.below is not None and _is_variable(head.below) else None
    variable = _last_variable(sentence[:at])
    return (variable, index, weight) if variable is not None and _is_variable(variable) else None


def _applied(node: Syntax | None) -> tuple[Syntax, Syntax] | None:
    """The head and the letter of p(k), f_X(x)."""
    match node:
        case Multiply(
            (Symbol("p" | "f" | "P", "", ()) | Script(Symbol("p" | "f" | "P", "", ()), _, None, 0) as head,
             Bracket("(", (Symbol(letter) as index,), ")", None)), ("", "")
        ) if letter.islower():  # fmt: skip
            return head, index
    return None


def _values(
    sentence: Sentence, at: int, statement: Statement, functions: dict[Syntax, Syntax]
) -> list[tuple[Syntax, Syntax, Syntax]]:
    """X, v and w of each value p(v) = w of a mass function, where the words before the first call it that of X."""
    weight, heads, points = statement.expressions[-1], set[Symbol | Script](), list[Syntax]()
    for each in statement.expressions[:-1]:
        match each:
            case Multiply(
                (Symbol("p" | "P", "", ()) | Script(Symbol("p" | "P", "", ()), _, None, 0) as head,
                 Bracket("(", (Numeral() as point,), ")", None)), ("", "")
            ):  # fmt: skip
                heads.add(head)
                points.append(point)
            case _:
                return []
    if weight is None or len(heads) != 1 or any(sign.symbol != "=" for sign in statement.relations):
        return []
    (head,) = heads
    if head not in functions and _MASS.search(_words(sentence, at)):
        of = head.below if isinstance(head, Script) else _last_variable(sentence[:at])
        if of is not None and _is_variable(of):
            functions[head] = of
    return [(functions[head], point, weight) for point in points] if head in functions else []


def _words(sentence: Sentence, at: int) -> str:
    return " ".join(token if isinstance(token, str) else ONE for token in sentence[:at])


def _last_variable(before: Sentence) -> Syntax | None:
    return next((each for token in reversed(before) if (each := sole(token)) is not None), None)


def _is_variable(node: Syntax) -> bool:
    return isinstance(node, Symbol) and node.name[:1].isupper()


def _event(node: Syntax | None) -> tuple[Syntax, Syntax] | None:
    """X and v of P(X = v)."""
    match node:
        case Multiply(
            (Symbol("P" | "Pr", _, ()), Bracket(_, (Statement((variable, Syntax() as value), (Sign("="),)),), _, None)),
            ("", ""),
        ):
            name = name_of(variable)
            if variable is not None and name is not None and name[:1].isupper() and not _mentions_random(value):
                return variable, value
    return None


def _mentions_random(node: Syntax) -> bool:
    return any((name_of(each) or "")[:1].isupper() for each in node.walk())


def _formula(sentence: Sentence, mass: _Mass) -> MassesTold | None:
    r"""The masses at k or at x_i, and what k and i run over: behind the formula in its row, or behind "for" in the
    words."""
    at, token, value = mass.at, sentence[mass.at], mass.value
    index = value.below if isinstance(value, Script) and value.above is None and not value.primes else value
    if not isinstance(index, Symbol):
        return None
    assert isinstance(token, Maths) and token.row is not None
    behind = token.row.statements[1:]
    if not behind:
        following = at + 1  # the formula that stands behind the words "for all"
        while following < len(sentence) and sentence[following] in _BEFORE_RANGE:
            following += 1
        ahead = sentence[following] if following < len(sentence) else None
        behind = ahead.row.statements if isinstance(ahead, Maths) and ahead.row is not None else ()
    ends = runs_over(index, behind)
    if not mass.alone and any(sign.symbol not in ("=", "in") for s in behind for sign in s.relations):
        return None  # f(x) = 3x^2 for 0 < x < 1, no list of integers
    return None if ends is None else MassesTold(mass.variable, ((value, mass.weight),), index, ends)


def runs_over(index: Symbol, statements: tuple[Statement, ...]) -> tuple[Syntax, Syntax | None] | None:
    r"""The ends of k = 0, 1, \dots, n, k \ge 1, k \in \{1, \dots, n\}; without an end the second is None."""
    match statements:
        case (Statement((left, low), (Sign("="),)), *rest) if name_of(left) == name_of(index) and low is not None:
            items = [low, *(s.expressions[0] for s in rest if not s.relations)]
            return _ends(items) if len(items) == len(statements) else None
        case (Statement((left, Bracket("{", items, "}", None)), (Sign("in"),)),) if name_of(left) == name_of(index):
            return _ends(list(items))
        case (Statement((left, Numeral() as low), (Sign(">="),)),) if name_of(left) == name_of(index):
            return low, None
        case (Statement((Numeral() as low, left, high), (Sign("<="), Sign("<="))),) if name_of(left) == name_of(index):
            return low, high
    return None


def _ends(items: list[Syntax | None]) -> tuple[Syntax, Syntax | None] | None:
    """The first and the last of integers that follow each other; the last is None where they have no end."""
    match items:
        case [Numeral() as low, *between, Dots(), Syntax() as high]:
            return (low, high) if _follow(low, between) else None
        case [Numeral() as low, *between, Dots()] if between:
            return (low, None) if _follow(low, between) else None
        case [Numeral() as low, *between, Numeral() as high]:
            return (low, high) if _follow(low, [*between, high]) else None
    return None


def _follow(low: Numeral, others: list[Syntax | None]) -> bool:
    digits = [low.text, *(each.text for each in others if isinstance(each, Numeral))]
    whole = len(digits) == len(others) + 1 and all(map(str.isdigit, digits))
    return whole and [int(each) - int(digits[0]) for each in digits] == list(range(len(digits)))


def sole(token: object) -> Syntax | None:
    """The expression of a formula in a sentence that is nothing else."""
    sole = token.sole() if isinstance(token, Maths) and not token.display else None
    return sole.expressions[0] if sole is not None and not sole.relations and not sole.words else None


__all__ = ["MassesTold", "runs_over", "sole", "supposing", "written_masses"]
