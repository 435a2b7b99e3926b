r"""Estimates by maximum likelihood: a page that says which they are makes a claim about the likelihood of its data.

\hat{\lambda} = \bar{x}, of data x_i \sim Poisson(\lambda), says that the log-likelihood has derivative zero at \bar{x}
(with what the page gives for the other parameters put for these).  What maximises a smooth likelihood inside of its
range does; a law whose support depends on the parameter claims nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .. import language as L
from . import prose
from .names import name_of
from .shapes import without_accent
from .syntax import Numeral, Script, Syntax

if TYPE_CHECKING:
    from .lines import Line
    from .meaning import Meaning
    from .sample_moments import SampleMoments

_STATED = re.compile(
    r"\b(maximum[- ]likelihood\s+(estimat\w+|solutions?|values?)|mles?)\b[^.;:]*\b(is|are|by|as|reads?|equals?)\W*$"
)
_OTHER = re.compile(  # what is no maximum of the likelihood itself
    r"\b(regulari[sz]\w*|penali[sz]\w*|constrain\w*|subject to|restricted|asymptotic\w*|(un)?bias\w*|correct\w*|"
    r"adjust\w*|modif\w*|approximat\w*|conditional|marginal|profile|pseudo\S*|quasi\S*|weighted|hypothesis|not|instead)\b"
)
_DEPENDENT = re.compile(r"\b(autoregressive|markov|time series|dependen(t|ce) (data|observations|samples))\b")
_LABEL = re.compile(r"_\{?(\\mathrm\{)?(ML|MLE)\}*$")
_SIZES = ("n", "N")
REMARK = "judged by the log-likelihood, which has derivative zero at its maximum"


def are_stated(words: str) -> bool:
    """Whether the words before a display say that it gives estimates by maximum likelihood."""
    return bool(_STATED.search(prose.sentence(words))) and not _OTHER.search(prose.sentence(words))


def estimated(m: Meaning, left: Syntax, term: L.Term) -> L.Relation | None:
    r"""What an equation \hat{\lambda} = ... or \hat{\sigma}^2 = ... says of the parameter; None for any other."""
    square = isinstance(left, Script) and left.above == Numeral("2")
    assert not square or isinstance(left, Script)
    name = name_of(Script(left.base, left.below) if square and isinstance(left, Script) else left)
    parameter = None if name is None else _parameter(name)
    if parameter is None:
        return None
    found = {n for likelihood in _likelihoods(m) for n in likelihood.parameters if _plain(n.name) == parameter}
    if len(found) != 1:
        return None
    (theta,) = found
    if square:
        return theta.eq(L.sqrt(term)) if L.is_scalar(theta) and L.is_scalar(term) else None
    alike = L.is_scalar(theta) and L.is_scalar(term)
    return theta.eq(term) if alike or L.space_of(theta) is L.space_of(term) else None


def judged(m: Meaning, moments: SampleMoments, lines: list[Line]) -> Iterator[Line]:
    """The lines, those that state an estimate with what that claims, now that all of the stretch has been read."""
    every = list(dict.fromkeys(line.estimate for line in lines if line.estimate is not None))
    for line in lines:
        claim = None if line.estimate is None else _claim(m, moments, line.estimate, every)
        if claim is None:
            yield line
            continue
        yield replace(
            line, kind="goal", claim=claim, instead=(), of_data=None, premise=None, sides=None, loose=(),
            fog=tuple(sorted(n.name for n in claim.statement.free if m.context.in_fog(n))), as_written=False,
            remarks=(*line.remarks, REMARK),
        )  # fmt: skip


def _claim(m: Meaning, moments: SampleMoments, estimate: L.Relation, every: list[L.Relation]) -> L.Claim | None:
    """That the log-likelihood has derivative zero there; None where that cannot be said, or another parameter has more
    than one estimate."""
    theta, context = estimate.left, m.context
    others = {other.left: other.right for other in every if other.left is not theta}
    if len(others) < sum(other.left is not theta for other in every):
        return None
    said = {**others, theta: estimate.right}
    (likelihood,) = (each for each in _likelihoods(m) if theta in each.parameters)
    needed: list[L.Node] = []
    places: dict[L.Name, L.Term] = {}
    for parameter, value in said.items():
        assert isinstance(parameter, L.Var)
        value = context.unfolded(value)
        put = moments.put_in(value.eq(0)) if L.is_scalar(value) else None
        places[parameter] = value if put is None else put[0].left
        needed += () if put is None else put[1]
    size = _size(m, likelihood, places.values())
    places = {p: L.substitute(value, size) for p, value in places.items()}
    for other in likelihood.parameters - places.keys():
        if any(_parameter(name) == _plain(other.name) for name in (*context.values, *context.survey.bare)):
            return None  # it is estimated as well, and by what was not read
    assert isinstance(theta, L.Var)
    at = places.pop(theta)
    if any(not value.free <= likelihood.names for value in (at, *places.values())):
        return None
    body = L.substitute(likelihood.log, places)
    slope = L.Derivative(body, theta, at) if L.is_scalar(theta) else L.Gradient(body, theta, at)
    everywhere = {**places, theta: at}
    held = (L.substitute(h, everywhere) for h in context.stated() if h is not likelihood.equation)
    return L.Claim((*held, *needed), slope.eq(0 if L.is_scalar(theta) else L.Zero(theta.space)))


def _size(m: Meaning, likelihood: _Likelihood, values: Iterable[L.Term]) -> dict[L.Name, L.Term]:
    """n, of which nothing is said, as the number of the data, which has no name either."""
    home = likelihood.data.space if isinstance(likelihood.data, L.Var) else None
    if not isinstance(home, L.Vectors) or not isinstance(home.dimension, L.Var):
        return {}
    said = {n.name for h in m.context.stated() for n in h.free} | m.context.spaces.keys() | {home.dimension.name}
    names = {n for value in values for n in value.free if n.name in _SIZES and n.name not in said}
    return dict.fromkeys(names, home.dimension) if len(names) == 1 else {}


def _parameter(name: str) -> str | None:
    r"""The name of the parameter that \hat{\theta}, \theta_{ML} estimates."""
    below = without_accent(name) if name.startswith("\\hat") else None
    if below is None and _LABEL.search(name):
        below = _LABEL.sub("", name)
    return None if below is None else _plain(below)


def _plain(name: str) -> str:
    return name.replace("{", "").replace("}", "").strip("\\")


# ---------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Likelihood:
    """The log-likelihood of data, and the names in it."""

    log: L.Term
    data: L.Name
    law: L.Law
    equation: L.Node | None = None  # by which the data are made of an error, y = X b + e

    @property
    def names(self) -> frozenset[L.Name]:
        return self.log.free

    @property
    def parameters(self) -> frozenset[L.Var]:
        """The parameters, on which the support does not depend."""
        home = frozenset() if isinstance(L.support(self.law), L.Vectors) else L.support(self.law).free
        sizes = frozenset().union(*(n.space.free for n in self.names if isinstance(n, L.Var)))
        continuous = (n for n in self.names if isinstance(n, L.Var) and isinstance(n.space, L.Reals | L.Vectors))
        return frozenset(n for n in continuous if n is not self.data and n not in home | sizes)


def _likelihoods(m: Meaning) -> Iterator[_Likelihood]:
    """Of the data y_i with a law each, of y with a law, of y that is made of an error with a law."""
    context = m.context
    if _DEPENDENT.search(context.said):
        return
    errors = {e: h for h in context.stated() if isinstance(h, L.Relation) and (e := _error(m, h)) is not None}
    for stem, (index, law) in context.data.items():
        if context.is_counted(stem):
            counts = L.Function(stem, (L.Z_INTEGERS,), L.Z_INTEGERS)
            yield _Likelihood(L.Sum(L.log(law(counts(index))), index), counts, law)
        elif (data := m.family(stem)) is not None:
            yield from _observed(data, errors, law, index)
    for name, law in context.laws.items():
        match L.support(law):
            case L.Vectors() as space:
                yield from _observed(L.Var(name, space), errors, law)
            case _ if isinstance(law, L.Family) and isinstance(point := _value(m, name), L.Var):
                yield _Likelihood(L.log(law(point)), point, law)


def _observed(
    data: L.Var, errors: dict[L.Var, L.Relation], law: L.Law, index: L.Var | None = None
) -> Iterator[_Likelihood]:
    point: L.Term = data
    seen, equation = data, errors.get(data)
    if equation is not None:
        assert isinstance(equation.left, L.Var) and isinstance(equation.right, L.Plus)
        seen = equation.left
        point = L.Plus((seen, *(L.Neg(part) for part in equation.right.args if part is not data)))
    if isinstance(L.space_of(point), L.Vectors):
        at = point if index is None else L.Coord(point, index)
        log = L.log(law(at))
        yield _Likelihood(log if index is None else L.Sum(log, index), seen, law, equation)


def _error(m: Meaning, equation: L.Relation) -> L.Var | None:
    """The error in an equation y = X b + e: the one summand that is random."""
    match equation:
        case L.Relation(L.Var() as left, "=", L.Plus(parts)):
            random = [n for n in equation.right.free if n.name in m.context.laws or n.name in m.context.data]
            if len(random) == 1 and random[0] in parts and left is not random[0]:
                return random[0] if isinstance(random[0], L.Var) else None
    return None


def _value(m: Meaning, name: str) -> L.Term | None:
    from .random_names import value_of

    return value_of(m, name)


__all__ = ["are_stated", "estimated", "judged"]
