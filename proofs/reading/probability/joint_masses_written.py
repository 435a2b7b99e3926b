r"""Formulas by which a sentence tells the values that random variables have together and the probabilities.

"Let $X$ and $Y$ have the joint pmf $p(0, 0) = \frac12$, $p(0, 1) = \frac14$, $p(1, 1) = \frac14$", "suppose that
$P(X = 0, Y = 0) = \frac12$ and ...", "with joint mass function $p(x, y) = \frac{x + y}{32}$ for $x = 1, 2$ and
$y = 1, 2, 3, 4$".  What a sentence concludes is a claim, and tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..laws.law_clauses import Told
from ..names import name_of
from ..syntax import (
    Add,
    Bracket,
    CaseRows,
    Dots,
    Fraction,
    Multiply,
    Numeral,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
)
from ..words import claiming
from ..words.prose import ONE
from ..words.sentences import Maths, Sentence
from .masses_written import supposing

_JOINT = re.compile(
    r"\b(joint(ly)? (probability )?(mass function|pmf|distribution|density|law|probabilit(y|ies)|table)|"
    r"(joint|bivariate) (discrete )?\w* ?distribution|jointly distributed)\b|\bpair\b[^.]*\bdistribution\b"
)
_IS_GIVEN = re.compile(
    rf"^\W*(the )?(joint|bivariate) [\w\s]*of( the)?( discrete)?( random)?( variables?)?\s*"
    rf"({ONE}(\s*(, and|,|and))?\s*)+"
    r"(is|are)( given)?( by| as)?( the)?( following)?( table)?[\s:]*$"
)
_ARE_GIVEN = re.compile(r"^\W*((we|you) are )?given\b[^.;]*$")
_HEADS = frozenset(("p", "f", "P"))
_FOR = frozenset(("for", ",", "and", "all", "each", "every", "where", "with", "when", "if"))
_ORDERS = frozenset(("<", "<=", ">", ">=", "!="))
_LONGEST = 12  # values that one letter runs over


@dataclass(frozen=True)
class JointTold:
    """What is told of random variables: their values with the probabilities one by one, or these as a formula of
    letters and the values that each of them has."""

    variables: tuple[Syntax, ...]
    points: tuple[tuple[tuple[Syntax, ...], Syntax], ...] = ()
    letters: tuple[str, ...] = ()
    formula: Syntax | None = None
    ranges: tuple[tuple[Syntax, ...], ...] = ()  # the values of each letter
    orders: tuple[Statement, ...] = ()  # that the letters have besides
    head: str | None = None  # the letter of the mass function


@dataclass(frozen=True)
class _Mass:
    """A probability of a joint outcome at a place of the sentence; without names p(0, 1)."""

    at: int
    place: int
    head: str | None
    variables: tuple[Syntax, ...]
    values: tuple[Syntax, ...]
    weight: Syntax
    alone: bool


def written_joint_masses(sentence: Sentence) -> Iterator[Told]:
    """What the formulas of a sentence tell so."""
    found = list(_masses(sentence))
    if not found or len({(mass.head, tuple(map(name_of, mass.variables))) for mass in found}) > 1:
        return
    first = found[0]
    words = _words(sentence[: first.at])
    if not _tells(sentence, first.at, words):
        return
    variables = first.variables or _variables(sentence[: first.at], len(first.values))
    names = [name_of(each) for each in variables]
    if len(set(names)) != len(first.values) or not (first.variables or _JOINT.search(words)):
        return
    told = _by_formula(sentence, first, variables) if len(found) == 1 else _by_points(found, variables)
    if told is None:
        return
    places = tuple(dict.fromkeys(mass.place for mass in found))
    only = tuple(place for place in places if all(mass.alone for mass in found if mass.place == place))
    yield Told((), (places[0],), written=only, masses=told)


def _words(tokens: Sequence[object]) -> str:
    words = " ".join(token if isinstance(token, str) else ONE for token in tokens)
    return re.sub(r" ([,;:])", r"\1", words) + " "


def _tells(sentence: Sentence, at: int, words: str) -> bool:
    """Whether the words before a formula let or suppose it, or say that the joint law is given by it."""
    if supposing(sentence, at) is not None:
        return True
    return (
        bool(_IS_GIVEN.search(words) or _ARE_GIVEN.search(words))
        and not claiming.is_concluded(words)
        and not claiming.MAY_NOT_TELL.search(words)
    )


def _masses(sentence: Sentence) -> Iterator[_Mass]:
    for at, token in enumerate(sentence):
        if not isinstance(token, Maths) or token.place is None or token.row is None:
            continue
        for statement in token.row.statements:
            if not statement.relations or any(sign.symbol != "=" for sign in statement.relations):
                continue
            *lefts, weight = statement.expressions
            read = [_outcome(each) for each in lefts]
            if weight is None or _outcome(weight) is not None or isinstance(weight, CaseRows):
                continue
            told = [each for each in read if each is not None]
            for head, variables, values in told if len(told) == len(read) else ():
                yield _Mass(at, token.place, head, variables, values, weight, len(told) == 1)


def _outcome(node: Syntax | None) -> tuple[str | None, tuple[Syntax, ...], tuple[Syntax, ...]] | None:
    """The head, the random variables and their values of P(X = 0, Y = 1), p_{X,Y}(0, 1), p(0, 1)."""
    match node:
        case Multiply((head, Bracket("(" | "[" | "{", items, _, None)), ("", "")) if len(items) > 1:
            pass
        case _:
            return None
    related = [equation(item) for item in items]
    if isinstance(head, Symbol) and head.name in ("P", "Pr") and all(each is not None for each in related):
        pairs = [each for each in related if each is not None]
        return None, tuple(variable for variable, _ in pairs), tuple(value for _, value in pairs)
    letter, below = (head.base, head.below) if isinstance(head, Script) and head.above is None else (head, None)
    if not isinstance(letter, Symbol) or letter.name not in _HEADS or any(isinstance(i, Statement) for i in items):
        return None
    named = () if below is None else _labels(below)
    if below is not None and len(named) != len(items):
        return None
    return name_of(head), named, items


def equation(item: Syntax) -> tuple[Syntax, Syntax] | None:
    """X and v of X = v."""
    match item:
        case Statement((Syntax() as variable, Syntax() as value), (Sign("="),)) if is_variable(variable):
            return None if any(is_variable(each) for each in value.walk()) else (variable, value)
    return None


def _labels(below: Syntax) -> tuple[Syntax, ...]:
    """X and Y of the label X, Y or X Y."""
    match below:
        case Bracket("" | "(", items, _, None) | Multiply(items) if all(map(is_variable, items)):
            return items
    return ()


def is_variable(node: Syntax | None) -> bool:
    return (name_of(node) or "")[:1].isupper()


def _variables(tokens: Sequence[object], count: int) -> tuple[Syntax, ...]:
    """The random variables that are named before a formula, if they are as many: $X$ and $Y$, $(X, Y)$."""
    found: dict[str | None, Syntax] = {}
    for token in tokens:
        sole = token.row.statements if isinstance(token, Maths) and token.row is not None else ()
        for statement in sole:
            match statement:
                case Statement((Bracket("(", items, ")", None),), ()) if all(map(is_variable, items)):
                    found.update((name_of(each), each) for each in items)
                case Statement((Syntax() as each,), ()) | Statement((Syntax() as each, _), (Sign("in"),)) if (
                    is_variable(each)
                ):
                    found[name_of(each)] = each
    return tuple(found.values()) if len(found) == count else ()


def _by_points(masses: Sequence[_Mass], variables: tuple[Syntax, ...]) -> JointTold | None:
    if any(not is_value(value) for mass in masses for value in mass.values):
        return None
    return JointTold(variables, tuple((mass.values, mass.weight) for mass in masses), head=masses[0].head)


def is_value(node: Syntax) -> bool:
    """Whether it is a number that is written: 1, -1, 1/2."""
    match node:
        case Numeral():
            return True
        case Add((Numeral(),), ("-" | "+",)) | Fraction(Numeral(), Numeral()):
            return True
    return False


# ---------------------------------------------------------------------------------------------------------------------
# formulas


def _by_formula(sentence: Sentence, mass: _Mass, variables: tuple[Syntax, ...]) -> JointTold | None:
    """A formula of letters, and behind it what these run over."""
    letters = tuple(name_of(value) or "" for value in mass.values)
    if len(set(letters)) < len(letters) or not all(letter.islower() for letter in letters):
        return None
    said = _behind(sentence, mass)
    ranges = {letter: values for letter in letters if (values := _range(letter, said, letters)) is not None}
    orders = [each for each in said if each.relations and all(sign.symbol in _ORDERS for sign in each.relations)]
    if len(ranges) < len(letters) or any(name_of(n) not in (None, *letters) for o in orders for n in o.walk()):
        return None
    return JointTold(
        variables,
        letters=letters,
        formula=mass.weight,
        ranges=tuple(ranges[letter] for letter in letters),
        orders=tuple(orders),
        head=mass.head,
    )


def _behind(sentence: Sentence, mass: _Mass) -> list[Statement]:
    """What stands behind the formula in its row, and behind the words "for" and "and"."""
    token = sentence[mass.at]
    assert isinstance(token, Maths) and token.row is not None
    found = list(token.row.statements[1:])
    at = mass.at + 1
    while at < len(sentence):
        token = sentence[at]
        if isinstance(token, Maths) and token.row is not None and not token.display:
            found += token.row.statements
        elif token not in _FOR:
            break
        at += 1
    return found


def _range(letter: str, said: Sequence[Statement], letters: Sequence[str]) -> tuple[Syntax, ...] | None:
    r"""The values of a letter: of x = 1, 2, of x \in \{1, 2\}, of x, y \in \{1, 2\}; None of none or several."""
    found: list[tuple[Syntax, ...] | None] = []
    for at, statement in enumerate(said):
        match statement:
            case Statement((left, Syntax() as first), (Sign("=" | "in" as sign),)):
                before = at - 1
                alike = [name_of(left)]
                while before >= 0 and not said[before].relations and name_of(said[before].expressions[0]) in letters:
                    alike.append(name_of(said[before].expressions[0]))
                    before -= 1
                if letter not in alike:
                    continue
                if sign == "in":
                    match first:
                        case Bracket("{", items, "}", None):
                            found.append(_listed(items))
                        case _:
                            found.append(None)
                    continue
                listed = [first]
                for further in said[at + 1 :]:
                    (sole, *_) = further.expressions
                    if further.relations or sole is None or name_of(sole) in letters:
                        break
                    listed.append(sole)
                found.append(_listed(listed))
    return found[0] if len(found) == 1 else None


def _listed(items: Sequence[Syntax]) -> tuple[Syntax, ...] | None:
    r"""Numbers one by one; 1, \dots, 4 are all integers between these."""
    match items:
        case [Numeral(low), *between, Dots(), Numeral(high)] if low.isdigit() and high.isdigit():
            listed = [str(k) for k in range(int(low), int(high) + 1)]
            shown = [low, *(each.text for each in between if isinstance(each, Numeral))]
            if shown == listed[: len(between) + 1] and len(listed) <= _LONGEST:
                return tuple(Numeral(text, span=items[0].span) for text in listed)
            return None
    return tuple(items) if all(map(is_value, items)) and len(items) <= _LONGEST else None


__all__ = ["JointTold", "equation", "is_value", "is_variable", "written_joint_masses"]
