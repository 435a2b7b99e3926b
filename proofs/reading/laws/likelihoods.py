"""Likelihoods: the density of data whose law a page tells, as a function of its parameters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ... import language as L
from ..words import prose
from . import stated
from .noise import is_error_of, law_of_each

if TYPE_CHECKING:
    from ..meaning import Meaning

_DEPENDENT = re.compile(r"\b(autoregressive|markov|time series|dependen(t|ce) (data|observations|samples))\b")
LETTERS_OF_LOGARITHMS = frozenset(("ell", "\\ell", "l", "LL"))
_INDEPENDENT = re.compile(r"\bindependent (random )?samples\b")
_SIZES = ("n", "N")


@dataclass(frozen=True)
class Likelihood:
    """The log-likelihood of data, and the names in it."""

    each: L.Term  # the density of one of the data, or of all
    log_each: L.Term  # its logarithm, written out where it can be
    index: L.Var | None  # that tells them apart
    data: L.Name
    home: L.Space  # where each of the data lies
    equation: L.Node | None = None  # by which the data are made of an error, y = X b + e
    parts: tuple[Likelihood, ...] = ()  # of samples that are independent of each other; this is then of all of them

    @property
    def samples(self) -> tuple[Likelihood, ...]:
        """The likelihoods of the samples that it is of."""
        return self.parts or (self,)

    @property
    def log(self) -> L.Term:
        return self.log_each if self.index is None else L.Sum(self.log_each, self.index)

    @property
    def whole(self) -> L.Term:
        return self.each if self.index is None else L.Prod(self.each, self.index)

    @property
    def names(self) -> frozenset[L.Name]:
        return self.log.free

    @property
    def parameters(self) -> frozenset[L.Var]:
        """The parameters, on which the support does not depend."""
        if self.parts:
            among = [each.names & self._own(each) for each in self.parts]
            return frozenset().union(*(each.parameters for each in self.parts)) - frozenset().union(*among)
        home = frozenset() if isinstance(self.home, L.Vectors) else self.home.free
        sizes = frozenset().union(*(n.space.free for n in self.names if isinstance(n, L.Var)))
        spaces = L.Reals | L.PositiveReals | L.Interval | L.Vectors
        continuous = (n for n in self.names if isinstance(n, L.Var) and isinstance(n.space, spaces))
        return frozenset(n for n in continuous if n is not self.data and n not in home | sizes)

    @staticmethod
    def _own(part: Likelihood) -> frozenset[L.Name]:
        """The names in a part that are none of its parameters."""
        return frozenset(n for n in part.names if n not in part.parameters)


def of_data(m: Meaning, given: str = "") -> Iterator[Likelihood]:
    """Of all samples together, where there are several that are said to be independent, and of each of them."""
    single = list(_of_each(m, given))
    samples = [each for each in single if each.index is not None and each.equation is None]
    apart = m.context.independent or prose.is_said_of(_INDEPENDENT, m.context.said)
    if len(samples) > 1 and apart and not given:
        yield together(samples)
    yield from single


def together(samples: list[Likelihood]) -> Likelihood:
    """The likelihood of samples that are independent of each other."""
    whole = L.Times(tuple(each.whole for each in samples))
    log = L.Plus(tuple(each.log for each in samples))
    return Likelihood(whole, log, None, samples[0].data, samples[0].home, parts=tuple(samples))


def _of_each(m: Meaning, given: str) -> Iterator[Likelihood]:
    """Of the data y_i with a law each, of y with a law, of y that is made of an error with a law; where what they are
    ``given`` has a law, too, by the laws under it."""
    context = m.context
    if _DEPENDENT.search(context.said):
        return
    errors = {e: h for h in context.stated() if isinstance(h, L.Relation) and (e := _error(m, h, given)) is not None}
    for stem, (index, law) in context.data.items():
        if any(is_error_of(context, stem, family) for family in context.made_each):
            continue
        if context.is_counted(stem):
            counts = L.Function(stem, (L.Z_INTEGERS,), L.Z_INTEGERS)
            yield Likelihood(*_at(law, counts(index)), index, counts, L.support(law))
        elif (data := m.family(stem)) is not None:
            yield from _observed(data, errors, law, index)
    for family in context.made_each.keys() - context.data.keys():
        if (told := law_of_each(context, family, given)) is not None:
            data, index, each = told
            yield Likelihood(*_at(each, L.Coord(data, index)), index, data, L.R)
    for stem in context.densities_of_data.keys() - context.data.keys():
        if (written_out := _written_out(m, stem)) is not None:
            yield written_out
    for (_, name), factor in context.factors.items() if given else ():
        if name not in context.data and name != given:
            yield Likelihood(*_at(factor.law, factor.one), factor.index, factor.point, L.support(factor.law))
    for name, law in context.laws.items():
        if isinstance(law, L.Family) and name in m.valued and L.is_scalar_space(L.support(law)):
            anything = L.Var(name, L.support(law))  # X itself, as any value that it takes
            yield Likelihood(*_at(law, anything), None, anything, L.support(law))
        match L.support(law):
            case L.Vectors() as space:
                yield from _observed(L.Var(name, space), errors, law)
            case L.Compositions() as space:
                yield Likelihood(*_at(law, L.Var(name, space)), None, L.Var(name, space), space)
            case _ if isinstance(law, L.Family) and isinstance(point := _value(m, name), L.Var):
                yield Likelihood(*_at(law, point), None, point, L.support(law))


def _written_out(m: Meaning, stem: str) -> Likelihood | None:
    """Of data of which the density is a formula; None where nothing says on which part of the line that holds."""
    head = m.context.densities_of_data[stem]
    found = m.context.functions.get(head)
    data = next((each for each in map(m.family, (stem, stem.lower())) if each is not None), None)
    ends = m.context.survey.ends.get(stem, set())
    if data is None and len(ends) == 1:  # X_1, ..., X_n, of which no X_i is written
        data = L.Var(stem, L.Vectors(m.scalar(*ends)))
    if found is None or data is None or not found.is_plain or not stated.is_written_out(found.body):
        return None
    (argument,) = found.arguments
    home = stated.home(m.context, head, argument)
    if home is None:
        return None
    index = L.fresh(L.Var("i", L.Range(L.Number(1), data.space.dimension)), {n.name for n in found.body.free})
    each = found.at(L.Coord(data, index))
    return Likelihood(each, L.log(each), index, data, home)


def _at(law: L.Law, point: L.Term) -> tuple[L.Term, L.Term]:
    """The density at a point, and its logarithm."""
    density = law(point)
    plain = isinstance(law, L.Family) and L.is_scalar(point)
    return density, law.log_density(point) if plain else L.log(density)


def _observed(
    data: L.Var, errors: dict[L.Var, L.Relation], law: L.Law, index: L.Var | None = None
) -> Iterator[Likelihood]:
    point: L.Term = data
    seen, equation = data, errors.get(data)
    if equation is not None:
        assert isinstance(equation.left, L.Var) and isinstance(equation.right, L.Plus)
        seen = equation.left
        point = L.Plus((seen, *(L.Neg(part) for part in equation.right.args if part is not data)))
    if isinstance(L.space_of(point), L.Vectors):
        at = point if index is None else L.Coord(point, index)
        yield Likelihood(*_at(law, at), index, seen, L.support(law), equation)


def _error(m: Meaning, equation: L.Relation, given: str) -> L.Var | None:
    """The error in an equation y = X b + e: the one summand that is random, where b is not or is given."""
    match equation:
        case L.Relation(L.Var() as left, "=", L.Plus(parts)):
            known = m.context.laws.keys() | m.context.data.keys()
            random = [n for n in equation.right.free if n.name in known and n.name != given]
            if len(random) == 1 and random[0] in parts and left is not random[0]:
                return random[0] if isinstance(random[0], L.Var) else None
    return None


def _value(m: Meaning, name: str) -> L.Term | None:
    from ..probability.random_names import value_of

    context, small = m.context, name.lower()
    if len(name) == 1 and small != name and L.is_scalar_space(home := L.support(context.laws[name])):
        known = (context.values, context.laws, context.data, context.spaces, context.random)
        if small in context.survey.numeric and not any(small in names for names in known):
            return L.Var(small, L.Z_INTEGERS if L.is_counted(home) else L.R)  # the x that X was observed to be
    return value_of(m, name)


def at_point(t: Any, sample: Likelihood, point: L.Var) -> Any:
    """A term in one of the data at a point."""
    match t:
        case L.Coord(data, place) if data is sample.data and place is sample.index:
            return point
        case L.Apply(L.Function() as data, (place,)) if data is sample.data and place is sample.index:
            return point
    return t.map_children(lambda child: at_point(child, sample, point)) if isinstance(t, L.Node) else t


def maximal_at(likelihood: Likelihood, parameter: L.Var) -> L.Term | None:
    """Where a likelihood is greatest in a parameter, whatever the others are: the mean of the data, or of their
    logarithms, for the place of a normal law; None for any other."""
    match likelihood.each, likelihood.index:
        case L.Apply(L.Normal() | L.LogNormal() as law, (point,)), L.Var(_, L.Range(_, size)) as index:
            if law.parameters[0] is parameter:
                return L.Sum(L.log(point) if isinstance(law, L.LogNormal) else point, index) / size
    return None


def sizes(m: Meaning, likelihood: Likelihood, values: Iterable[L.Term]) -> dict[L.Name, L.Term]:
    """n, of which nothing is said, as the number of the data, which has no name either."""
    home = likelihood.data.space if isinstance(likelihood.data, L.Var) else None
    if not isinstance(home, L.Vectors) or not isinstance(home.dimension, L.Var):
        return {}
    said = {n.name for h in m.context.stated() for n in h.free} | m.context.spaces.keys() | {home.dimension.name}
    names = {n for value in values for n in value.free if n.name in _SIZES and n.name not in said}
    return dict.fromkeys(names, home.dimension) if len(names) == 1 else {}


def as_data(value: L.Term, likelihood: Likelihood) -> dict[L.Name, L.Node]:
    """Observations x_i as the data X_i that they are of, which have no other name."""
    found: dict[L.Name, L.Node] = {}
    for sample in likelihood.samples:
        data, index = sample.data, sample.index
        if data in value.free:
            continue
        if isinstance(data, L.Var) and L.is_scalar(data):
            found |= {n: data for n in value.free if n.name == data.name and isinstance(n, L.Var) and L.is_scalar(n)}
        found |= {n: data for n in value.free if n.name.upper() == data.name and _alike(n, data)}
        if isinstance(data, L.Function) and index is not None:  # integers, read as the numbers of a vector
            each = L.VectorOf(data(index), index)
            found |= {n: each for n in value.free if n.name in (data.name, data.name.lower()) and _is_vector(n, index)}
    return found


def _is_vector(name: L.Name, index: L.Var) -> bool:
    """Whether a name is a vector whose coordinates an index runs over."""
    home = name.space if isinstance(name, L.Var) else None
    return isinstance(home, L.Vectors) and index.space is L.Range(L.Number(1), home.dimension)


def _alike(one: L.Name, other: L.Name) -> bool:
    match one, other:
        case L.Var(_, L.Vectors() as home), L.Var(_, L.Vectors() as another):
            return home is another
        case L.Function(), L.Function():
            return one.domain == other.domain
    return False


__all__ = ["LETTERS_OF_LOGARITHMS", "Likelihood", "as_data", "at_point", "maximal_at", "of_data", "sizes"]
