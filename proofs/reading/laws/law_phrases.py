r"""A law phrase of a clause, and the statements that an author could have written instead of it.

"a normal law with mean $\mu$ and standard deviation $s$" is ``\mathcal N(\mu, s^2)``; what is not said in full, or is
said of more things than there are names, is not understood.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..names import name_of
from ..syntax import Bracket, Fraction, Multiply, Numeral, Script, Sign, Statement, Symbol, Syntax
from ..uses.heads import Head, family_of, head_of
from ..words.law_vocabulary import DATA, FAMILIES, NORMAL, POPULATIONS, VECTORS, Change, Spoken
from .families import alike

_MOMENTS = {"E": "mean", "Var": "variance", "var": "variance", "V": "variance"}


class NotUnderstoodError(Exception):
    """The words are not of the grammar."""


@dataclass
class Phrase:
    """A law phrase as far as it is read."""

    family: Spoken | None = None
    written: Syntax | None = None  # the law as a formula
    standard: bool = False
    values: dict[str, list[Syntax]] = field(default_factory=dict)  # by role; under "" what is only listed
    count: int = 1  # how many laws are spoken of
    told: list[tuple[Syntax, int | None]] = field(default_factory=list)  # of what a moment is written, and where
    nouns: set[str] = field(default_factory=set)  # what its subjects are called
    related: bool = False  # it says of several how they depend on each other
    independent: bool = False
    bracketed: bool = False  # its parameters stand behind it as in a formula, "Poisson($\\lambda$)"
    alike: bool = False  # identically distributed

    def put(self, role: str, values: list[Syntax]) -> bool:
        """Give a parameter its values, once."""
        if not values or role in self.values:
            return False
        self.values[role] = values
        return True

    def is_of(self, node: Syntax, subject: Syntax) -> bool:
        """Whether a moment that is written of ``node`` is told of the subject: of data that are alike, of X_1."""
        match node, subject:
            case Script(base, Syntax() as below, None, 0), Script(other, Symbol(), None, 0) if base == other:
                return isinstance(below, Symbol) or (self.alike and below == Numeral("1"))
        return node == subject


def subject(node: Syntax) -> Syntax | None:
    """What a law may be said of: a name, or a density at a point."""
    return node if name_of(node) is not None or density_letter(node) is not None else None


def density_letter(node: Syntax) -> Syntax | None:
    """The p of p(x)."""
    match node:
        case Multiply((head, Bracket("(", (argument,), ")", None)), ("", "")) if name_of(argument) is not None:
            return head if name_of(head) is not None else None
    return None


def moment_written(statement: Statement | None) -> tuple[str, Syntax, Syntax] | None:
    r"""The role, the random variable and the value of \mathrm E[X] = \mu or \sigma^2 = \mathrm{Var}(X)."""
    match statement:
        case Statement(
            (one, value, Symbol("infty")), (Sign("=" | ":=") as sign, Sign("<"))
        ):  # \mathrm E[X] = \mu < \infty
            return moment_written(Statement((one, value), (sign,), span=statement.span))
        case Statement((Syntax() as one, Syntax() as other), (Sign("=" | ":="),)):
            for side, value in ((one, other), (other, one)):
                match side:
                    case Multiply((Symbol(name), Bracket(_, (each,), _, None)), ("", "")) if name in _MOMENTS:
                        if name_of(each) is not None:
                            return _MOMENTS[name], each, value
    return None


def is_law(node: Syntax | None) -> bool:
    """Whether a formula is a named law with its parameters."""
    match node:
        case Multiply((head_node, Bracket("(", _, ")", None)), ("", "")):
            head = head_of(head_node)
            return head is not None and family_of(head, sole=True) is not None
    return False


def statements(subjects: list[Syntax], phrase: Phrase) -> Iterator[Statement]:
    """What the phrase says of each subject, as it would be written.  Raises ``NotUnderstoodError``."""
    if phrase.count > 1 and phrase.count != len(subjects):
        raise NotUnderstoodError
    for k, each in enumerate(subjects):
        values = {role: _share(found, k, subjects, phrase) for role, found in phrase.values.items()}
        if phrase.written is not None:
            if phrase.standard or not _agrees(phrase, phrase.written):
                raise NotUnderstoodError
            yield _relation(each, "~", _with_roles(phrase.written, values) if values else phrase.written)
        elif phrase.family is not None:
            yield _relation(each, "~", _law(phrase.family, values, phrase.standard, phrase.bracketed))
        else:
            yield from _moments(each, values, phrase)


def _agrees(phrase: Phrase, written: Syntax) -> bool:
    r"""Whether the words before a written law are about its family: the normal distribution \mathcal N(0, 1)."""
    if phrase.family is None:
        return True
    assert isinstance(written, Multiply)
    formula, words = head_of(written.factors[0]), head_of(phrase.family.head)
    return formula is not None and words is not None and family_of(formula, True) is family_of(words, True)


def _with_roles(written: Syntax, values: dict[str, list[Syntax]]) -> Syntax:
    r"""A written law of which words say what its parameters are: ``$\mathrm{Gamma}(a, b)$ with rate $b$``."""
    assert isinstance(written, Multiply) and isinstance(written.factors[1], Bracket)
    items, formula = written.factors[1].items, head_of(written.factors[0])
    family = None if formula is None else _spoken(formula)
    if family is None or len(items) != len(family.roles):
        raise NotUnderstoodError
    parameters, said = list(items), set[int]()
    for role, found in values.items():
        place = next((k for k, roles in enumerate(family.roles) if role in roles and k not in said), None)
        if place is None or len(found) != 1:
            raise NotUnderstoodError
        changed = _changed(found[0], family.roles[place][role])
        if found[0] != items[place] and changed != items[place]:
            raise NotUnderstoodError
        parameters[place] = changed
        said.add(place)
    if any(len(roles) > 1 and k not in said for k, roles in enumerate(family.roles)):
        return written  # of another parameter it is not said what it is
    return _applied(family.head, tuple(parameters))


def _spoken(head: Head) -> Spoken | None:
    """The family that a head names, as words say it."""
    meant = family_of(head, sole=True)
    for each in FAMILIES.values():
        known = head_of(each.as_written)
        if meant is not None and known is not None and alike(family_of(known, sole=True), meant):
            return each
    return None


def _share(values: list[Syntax], k: int, subjects: list[Syntax], phrase: Phrase) -> list[Syntax]:
    """The values that belong to the k-th of the subjects: each has one, or all have the same."""
    if len(subjects) == 1 or len(values) == 1:
        return values
    needed = len(phrase.family.roles) if phrase.family is not None else 1
    if len(values) != len(subjects) or (needed > 1 and "" in phrase.values):
        raise NotUnderstoodError
    return [values[k]]


def _law(family: Spoken, values: dict[str, list[Syntax]], standard: bool, bracketed: bool) -> Syntax:
    roles = family.roles
    if standard:
        if family is not NORMAL or values:
            raise NotUnderstoodError
        return _applied(family.head, (Numeral("0"), Numeral("1")))
    if "" in values or (len(roles) > 1 and roles[0] is roles[1]):  # "parameters a and b", "shape parameters a and b"
        listed = values.pop("", None) or values.pop("shape", [])
        if values or len(listed) != len(roles) or not (family.listed or bracketed):
            raise NotUnderstoodError
        return _applied(family.as_written if bracketed else family.head, tuple(listed))
    parameters = []
    for words in roles:
        given = [role for role in words if role in values]
        if len(given) != 1 or len(values[given[0]]) != 1:
            raise NotUnderstoodError
        parameters.append(_changed(values.pop(given[0])[0], words[given[0]]))
    if values:
        raise NotUnderstoodError
    return _applied(family.head, tuple(parameters))


def _moments(each: Syntax, values: dict[str, list[Syntax]], phrase: Phrase) -> Iterator[Statement]:
    """The mean and the variance that a random variable of which no law is said has, the mean first.

    A sample with mean \\bar{x} is one whose values have it; what it is drawn from has another.
    """
    if not values or name_of(each) is None or phrase.standard:
        raise NotUnderstoodError
    if phrase.nouns & VECTORS or "covariance" in values:
        yield from _moments_of_vector(each, values)
        return
    if set(values) - {"mean", "variance", "deviation"} or (
        phrase.nouns & DATA and not phrase.related and not phrase.nouns & POPULATIONS
    ):
        raise NotUnderstoodError
    for role in ("mean", "variance", "deviation"):
        for value in values.get(role, ()):
            if len(values[role]) != 1 or any(isinstance(n, Symbol) and n.accents for n in value.walk()):
                raise NotUnderstoodError
            moment = _applied(Symbol("E" if role == "mean" else "Var", "rm"), (each,))
            yield _relation(_changed(value, "squared") if role == "deviation" else value, "=", moment)


def _moments_of_vector(each: Syntax, values: dict[str, list[Syntax]]) -> Iterator[Statement]:
    r"""The mean and the covariance of a random vector as equations, \mathrm E(x) = \mu and \mathrm{Cov}(x) = \Sigma."""
    spreads = [value for role in ("variance", "covariance") for value in values.get(role, ())]
    if set(values) - {"mean", "variance", "covariance"} or len(spreads) > 1 or len(values.get("mean", ())) != 1:
        raise NotUnderstoodError
    yield _relation(_applied(Symbol("E", "rm"), (each,)), "=", values["mean"][0])
    for spread in spreads:
        yield _relation(_applied(Symbol("Cov", "rm"), (each,)), "=", spread)


def _changed(value: Syntax, change: Change) -> Syntax:
    match change, value:
        case "squared", Script(base, below, None, primes):
            return Script(base, below, Numeral("2"), primes)
        case "squared", Symbol() | Numeral():
            return Script(value, None, Numeral("2"))
        case "squared", _:
            return Script(Bracket("(", (value,), ")"), None, Numeral("2"))
        case "inverse", _:
            return Fraction(Numeral("1"), value)
    return value


def _applied(head: Syntax, items: tuple[Syntax, ...]) -> Syntax:
    return Multiply((head, Bracket("(", items, ")")), ("", ""))


def _relation(left: Syntax, sign: str, right: Syntax) -> Statement:
    return Statement((left, right), (Sign(sign),))
