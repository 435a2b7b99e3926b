r"""The Fisher information of data about a parameter of their law, which $I(\lambda) = 1/\lambda$ says what it is.

It is minus the mean slope of the score of one of the data, and n times that of a sample of n.  Which of the two is
meant words or a label tell, $I_1$, $I_n$; where they do not it is one of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .. import language as L
from . import likelihoods, prose
from .names import name_of
from .syntax import Bracket, Multiply

if TYPE_CHECKING:
    from .naming_equation import NamingEquation

_LETTER = re.compile(r"(\\(mathcal|mathrm|mathbb|mathscr)\s*\{?\s*)?[IJi]\}?\s*(_\{?(?P<label>\w+)\}?)?")
_NAMED = re.compile(r"\b(fisher|expected) information\b(?! (matrix|distance|metric))|\binformation (number|in|about)\b")
_OTHER = re.compile(r"\b(observed|mutual|empirical|posterior|prior|asymptotic\w*|matrix|limit\w*)\b[^.;]*$")
_ONE = re.compile(
    r"\b(one|1|single|each|an|every|per|unit) (single )?(observation|datum|data point|trial|draw|sample point)\b"
)
_ALL = re.compile(rf"\b(sample|data|observations|whole|total|all|{prose.ONE} (trials|draws))\b")


def sides(equation: NamingEquation, said: str, value: L.Term) -> tuple[tuple[L.Term, L.Term], ...] | None:
    """What the information may be, each beside what the page says it is; None for what is none."""
    match equation.thread.node:
        case Multiply((head, Bracket("(" | "[", (argument,), _, None)), ("", "")):
            letter = _LETTER.fullmatch(equation.formula.written(head).strip())
        case _:
            return None
    page = f"{equation.context.said} {equation.context.words}".lower()
    if letter is None or not (_NAMED.search(said) or _NAMED.search(page)) or _OTHER.search(said):
        return None
    found = [
        (sample, parameter)
        for sample in likelihoods.of_data(equation.m)
        if sample.index is not None and not sample.parts and sample.equation is None
        for parameter in sample.parameters
        if parameter.name == name_of(argument) and L.is_scalar(parameter)
    ]
    if len(found) != 1:
        return None
    ((sample, parameter),) = found
    one = _of_one(sample, parameter)
    assert sample.index is not None
    size = sample.index.space.high
    return tuple((one if each == "one" else size * one, value) for each in _meant(letter["label"], said, size))


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
    point = L.fresh_beside(L.Var("x", sample.home), sample.each)
    density, log = (_at(each, sample, point) for each in (sample.each, sample.log_each))
    slope = L.Derivative(L.Derivative(log, parameter, parameter), parameter, parameter)
    match density:
        case L.Apply(L.Family() as law, (at,)) if at is point:
            return L.Neg(L.Expectation(slope, point, law))
    return L.Neg(L.Int(density * slope, point))


def _at(t: Any, sample: likelihoods.Likelihood, point: L.Var) -> Any:
    """A term in one of the data at a point."""
    match t:
        case L.Coord(data, place) if data is sample.data and place is sample.index:
            return point
        case L.Apply(L.Function() as data, (place,)) if data is sample.data and place is sample.index:
            return point
    return t.map_children(lambda child: _at(child, sample, point)) if isinstance(t, L.Node) else t


__all__ = ["sides"]
