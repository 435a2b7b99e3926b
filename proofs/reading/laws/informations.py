r"""The Fisher information of data about a parameter of their law, which $I(\lambda) = 1/\lambda$ says what it is.

It is minus the mean slope of the score of one of the data, and n times that of a sample of n.  Which of the two is
meant words or a label tell, $I_1$, $I_n$; where they do not it is one of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Multiply, Symbol, Syntax
from ..words import claiming, prose
from . import likelihoods

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..told.naming_equation import NamingEquation

_LETTER = re.compile(r"(\\(mathcal|mathrm|mathbb|mathscr)\s*\{?\s*)?[IJi]\}?\s*(_\{?(?P<label>\w+)\}?)?")
_NAMED = re.compile(r"\b(fisher|expected) information\b(?! (matrix|distance|metric))|\binformation (number|in|about)\b")
_OTHER = re.compile(r"\b(observed|mutual|empirical|posterior|prior|asymptotic\w*|matrix|limit\w*)\b[^.;]*$")
_JEFFREYS = re.compile(r"\bjeffreys\b")
_ANOTHER = re.compile(
    r"\b(uniform|flat|conjugate|beta|gamma|normal|reference|informative|other|another|improper|prior|instead)\b"
)
_ONE = re.compile(
    r"\b(one|1|single|each|an|every|per|unit) (single )?(observation|datum|data point|trial|draw|sample point)\b"
)
_ALL = re.compile(rf"\b(sample|data|observations|whole|total|all|{prose.ONE} (trials|draws))\b")
REMARK = "Jeffreys' prior is the root of the Fisher information: it is compared by its square"


def sides(equation: NamingEquation, said: str, value: L.Term) -> tuple[tuple[L.Term, L.Term], ...] | None:
    """What the information may be, each beside what the page says it is; None for what is none."""
    match equation.thread.node:
        case Multiply((head, Bracket("(" | "[", (argument,), _, None)), ("", "")):
            letter = _LETTER.fullmatch(equation.formula.written(head).strip())
        case _:
            return None
    page = f"{equation.context.said} {equation.context.words}".lower()
    if letter is None or not (_NAMED.search(said) or _NAMED.search(page) or _JEFFREYS.search(page)):
        return None
    if _OTHER.search(said) or (found := _of_one_and_size(equation.m, name_of(argument))) is None:
        return None
    one, size = found
    return tuple((one if each == "one" else size * one, value) for each in _meant(letter["label"], said, size))


def square_of_prior(m: Meaning, node: Syntax, words: str) -> L.Term | None:
    r"""The information, which the square of p(\theta) is proportional to on a page on Jeffreys' prior; None for other
    densities, and where words are about another prior."""
    said, context = prose.sentence(words), m.context
    match node:
        case Multiply((Symbol("p" | "pi" | "f" | "P", _, ()), Bracket("(", (argument,), _, None)), ("", "")):
            name = name_of(argument)
            follows = claiming.is_concluded(words) and not _ANOTHER.search(said)
            named = _JEFFREYS.search(said) or (_JEFFREYS.search(context.said) and follows)
            found = _of_one_and_size(m, name) if named and name not in context.laws else None
            return None if found is None else found[0]
    return None


def _of_one_and_size(m: Meaning, name: str | None) -> tuple[L.Term, L.Term] | None:
    """The information about a parameter in one of the data, and how many of them there are, where one law is known
    that has the parameter."""
    found: dict[L.Node, tuple[L.Term, L.Term]] = {}
    for sample in likelihoods.of_data(m, name or ""):
        for parameter in sample.parameters:
            if parameter.name == name and L.is_scalar(parameter):
                law = sample.each.head if isinstance(sample.each, L.Apply) else sample.each
                alike = sample.index is None or sample.index not in law.free or law is sample.each
                if sample.parts or sample.equation is not None or not alike:
                    return None
                size = L.Number(1) if sample.index is None else sample.index.space.high
                found[law] = _of_one(sample, parameter), size
    for variable, law in m.context.laws.items():
        if isinstance(law, L.Family) and variable != name and L.is_scalar_space(home := L.support(law)):
            for own in law.free - home.free:
                if own.name == name and isinstance(own, L.Var):
                    found.setdefault(law, (_of_law(law, own), L.Number(1)))
    return next(iter(found.values())) if len(found) == 1 else None


def _meant(label: str | None, said: str, size: L.Term) -> tuple[str, ...]:
    """Whether the information of one of the data is meant, or of all."""
    if label is not None:
        if label == "1":
            return ("one",)
        return ("all",) if isinstance(size, L.Var) and label == size.name else ("one", "all")
    words = prose.since(said)
    one, every = _ONE.search(words), _ALL.search(_ONE.sub("", words))
    return ("one",) if one and not every else ("all",) if every and not one else ("one", "all")


def _of_one(sample: likelihoods.Likelihood, parameter: L.Var) -> L.Term:
    """Minus the mean second derivative of the log density of one of the data."""
    match sample.each:
        case L.Apply(L.Family() as law, (_,)):
            return _of_law(law, parameter)
    point = L.fresh_beside(L.Var("x", sample.home), sample.each)
    density, log = (likelihoods.at_point(each, sample, point) for each in (sample.each, sample.log_each))
    return L.Neg(L.Int(density * _curvature(log, parameter), point))


def _of_law(law: L.Family, parameter: L.Var) -> L.Term:
    point = L.fresh_beside(L.Var("x", L.support(law)), law)
    return L.Neg(L.Expectation(_curvature(law.log_density(point), parameter), point, law))


def _curvature(log: L.Term, parameter: L.Var) -> L.Term:
    return L.Derivative(L.Derivative(log, parameter, parameter), parameter, parameter)


__all__ = ["sides", "square_of_prior"]
