r"""Functions of data as random variables: \frac1n \sum_i y_i, \bar{y}_1 - \bar{y}_2, of independent data with laws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ... import language as L
from ..laws.models import are_independent
from ..laws.noise import is_error_of, law_of_each
from ..names import name_of
from ..syntax import Bracket, Numeral, Script, Syntax, Unread
from .sample_moments import mean_of

if TYPE_CHECKING:
    from ..meaning import Meaning

_DEPENDENT = re.compile(
    r"\bnot\b[^.]{0,30}\bindependen|\b(?<!un)correlated\b|\bauto(correlat|regress)|\bmarkov\b|\brandom walk|"
    r"\bwithout replacement\b|\bpaired\b|\brepeated measure|\btime series\b|\bexchangeable\b|"
    r"\bdependent (data|observations|samples|random|variables)\b"
)
_IN_PAIRS = re.compile(r"\bpairwise\b|\buncorrelated\b")
_STATISTIC = re.compile(r"s($|_)|[A-Z]|\\(bar|hat|tilde)\b")  # names that statistics have by custom
_UNDER = re.compile(r"\bhypothes[ei]s|\bunder the null\b|\bunder h\b")
_SAMPLED = re.compile(r"\b(data sets?|samples?|observations|measurements)\b")
_IN_THE_LIMIT = re.compile(r"\bapproximat|\basymptotic|\bcentral limit\b|\blarge (samples?|n)\b|\bin distribution\b")
REMARK = "the data are taken to be independent: a sample is"


@dataclass(frozen=True)
class Sample:
    """Data y_1, ..., y_n: the vector that stands for them, their law, and how one of them is read."""

    data: L.Var
    index: L.Var
    law: L.Law
    member: L.Term
    order: int | None = None  # up to which degree means of polynomials are known to be those of the law; None: of any
    told: bool = False  # by moments

    def coordinate(self, t: Any) -> L.Term | None:
        """The coordinate of the vector that a term is; None for anything else."""
        if not isinstance(self.member, L.Apply) or not isinstance(t, L.Apply) or t.head is not self.member.head:
            return None
        places = list(zip(self.member.args, t.args, strict=True))
        if not all(own is self.index or own is other for own, other in places):
            return None
        return next(L.Coord(self.data, other) for own, other in places if own is self.index)


@dataclass(frozen=True)
class Samples:
    """A function of data, and the samples that it is made of."""

    value: L.Term
    laws: tuple[Sample, ...]
    parameters: frozenset[str]  # of the laws of all data that are spoken of

    def unclear(self, law: L.Law) -> str | None:
        """Why the means of the value cannot be compared with those under a law; None where they can."""
        if not _is_polynomial(self.value, frozenset(s.data for s in self.laws)):
            return "a law of what is no polynomial in the data"
        loose = self._loose_names(law)
        return f"whether {', '.join(loose)} is made of the data as well" if loose else None

    def open_names(self, said: str, law: L.Law) -> tuple[str, ...]:
        r"""The parameters of which a hypothesis may say more: \mu_0 beside \mu, and all where one is spoken of."""
        if _UNDER.search(said):
            return tuple(sorted(self.parameters))
        stems = {name.partition("_")[0] for name in self.parameters}
        used = {n.name for n in self.value.free | law.free if isinstance(n, L.Var)}
        return tuple(sorted(n for n in used - self.parameters if n.partition("_")[0] in stems))

    def _loose_names(self, law: L.Law) -> list[str]:
        """The names in a value of which nothing says that they are not made of the data as well, as s and V are."""
        used = {*self.value.free, *law.free} - {sample.data for sample in self.laws}
        sizes = {n for name in self.value.free if isinstance(name, L.Var) for n in name.space.free}
        own = {n.name for n in used if n in sizes} | self.parameters
        shared = self.value.free & law.free
        return sorted(n.name for n in used if n.name not in own and (n not in shared or _STATISTIC.match(n.name)))

    def mean(self, body: L.Term) -> L.Term:
        """The mean of a function of the data, which are independent of each other."""
        for sample in reversed(self.laws):
            body = L.Expectation(body, sample.data, L.ProductLaw(sample.law, sample.index))
        return body


def of_data(m: Meaning, node: Syntax) -> Samples | None:
    """An expression as a function of data; None where it is made of none, or is one of them.

    Raises ``Unread`` for data of which it is not said that they are independent.
    """
    known = list(known_samples(m))
    if not known:
        return None
    name = name_of(node)
    value = _value(m, node, name, known)
    if not L.is_scalar(value) or any(value is s.member or s.coordinate(value) is not None for s in known):
        return None
    means: dict[L.Name, L.Term] = {L.Var(average_name(s.data.name), L.R): mean_of(s.data) for s in known}
    if name is not None and L.Var(name, L.R) is value and value not in means:
        return None
    value = squared_roots(with_coordinates(L.substitute(value, means), known))
    inside = tuple(s for s in known if s.data in value.free)
    if not inside:
        return None
    if any(s.told for s in inside):
        raise Unread("a law of data of which only moments are known", node.span)
    if _IN_THE_LIMIT.search(m.context.said):
        raise Unread("whether the law is exact or that of a limit", node.span)
    require_plain(m, inside, node)
    require_independent(m, inside, node)
    return Samples(value, inside, frozenset(n.name for s in known for n in s.law.free if isinstance(n, L.Var)))


def at_data(m: Meaning, node: Syntax) -> L.Term | None:
    """An expression with the data as the values that they take, whatever is known of their joint law."""
    known = list(known_samples(m))
    try:
        return with_coordinates(_value(m, node, name_of(node), known), known) if known else None
    except Unread:
        return None


def without_data(m: Meaning, names: list[str]) -> list[str]:
    """The random variables that are none of the data X_i; X alone may be another."""
    stems = [sample.data.name for sample in known_samples(m)]
    return [name for name in names if not any(name.startswith(f"{stem}_") for stem in stems)]


def is_member(sample: Sample, name: str) -> bool:
    """Whether a name is that of one of the data, X_1 or X_i, or the letter that they have; X_{(i)} is that of another
    one."""
    stem, _, label = name.partition("_")
    return stem == sample.data.name and not label.startswith("{(")


def _value(m: Meaning, node: Syntax, name: str | None, known: list[Sample]) -> L.Term:
    """What an expression means; of a name, and of names that are made of the data, what these were said to be."""
    if name is not None and name not in m.context.random:
        return m.context.unfolded(m.context.values.get(name, L.Var(name, L.R)))
    before, m.outcomes = m.outcomes, {s.data.name: s.data for s in known}
    try:
        return m.term(node)
    finally:
        m.outcomes = before


def squared_roots(t: Any) -> Any:
    """The term with S^2 as what it was said to be, which the name S is the root of."""
    match t:
        case L.Power(L.Apply(L.Elementary("sqrt"), (arg,)), L.Number(n)) if n > 0 and n % 2 == 0:
            whole = squared_roots(arg)
            return whole if n == 2 else L.Power(whole, L.Number(n / 2))
    return t.map_children(squared_roots) if isinstance(t, L.Node) else t


def require_plain(m: Meaning, inside: tuple[Sample, ...], node: Syntax) -> None:
    """Raise ``Unread`` for data whose parameters are random, and for order statistics."""
    random = m.context.laws.keys() | {variable for _, variable in m.context.factors}
    for sample in inside:
        if any(isinstance(n, L.Var) and n.name in random for n in sample.law.free):
            raise Unread(f"whether the law is meant given what the data {sample.data.name} depend on", node.span)
    if any(is_error_of(m.context, one.data.name, other.data.name) for one in inside for other in inside):
        raise Unread("a mean of data and of the errors in them", node.span)
    if any(_are_ordered(m, s) for s in inside) or "order statistic" in m.context.said:
        raise Unread("order statistics of data", node.span)


def _are_ordered(m: Meaning, sample: Sample) -> bool:
    """Whether some of the data are written X_{(k)}: the k-th in order of size."""
    labels = m.context.survey.labels.get(sample.data.name.partition("_")[0], [])
    return any(isinstance(label, Bracket) for label in labels)


def require_independent(m: Meaning, inside: tuple[Sample, ...], node: Syntax, pairwise: bool = False) -> None:
    """Raise ``Unread`` unless the data are independent; of what is called a sample that is understood.

    With ``pairwise`` it is enough that each two of them are uncorrelated.
    """
    said = m.context.said
    in_pairs = _IN_PAIRS.search(said) is not None
    if not _DEPENDENT.search(said) and (pairwise or not in_pairs):
        if in_pairs:
            return
        if are_independent(m) or all(sample.data.name in m.context.survey.factored for sample in inside):
            return
        if _SAMPLED.search(said):
            m.remarks.append(REMARK)
            return
    raise Unread("the joint law of the data is not said (independent?)", node.span)


def learn_group(m: Meaning, member: Script, law: L.Law) -> None:
    r"""y_{1i} \sim law, i = 1, ..., n_1: each of the data of the group has this law."""
    try:
        one = m.term(member)
    except Unread:
        return
    match one:
        case L.Apply(L.Function(), places):
            running = [p for p in places if isinstance(p, L.Var)]
            labels = [p for p in places if isinstance(p, L.Number)]
            if len(running) != 1 or len(running) + len(labels) < len(places):
                return
            size = _size(m, running[0].name, _label(labels))
            if size is not None:
                index = L.Var(running[0].name, L.Range(L.Number(1), size))
                place: dict[L.Name, L.Term] = {running[0]: index}
                m.context.presume(size >= 1)  # there are any
                m.context.groups[L.substitute(one, place)] = index, L.substitute(law, place)


def _size(m: Meaning, index: str, label: str) -> L.Term | None:
    r"""How many data a group has: i = 1, \ldots, n for all groups, or n_1 for that with the label 1."""
    highs = {name_of(high): high for low, high in m.context.survey.ranges.get(index, []) if low == Numeral("1")}
    own = [high for name, high in highs.items() if name is not None and (len(highs) == 1 or name.endswith(f"_{label}"))]
    return m.scalar(own[0]) if len(own) == 1 else None


def _label(numbers: list[L.Number]) -> str:
    return "".join(str(n.value) for n in numbers)


def _from_one(index: L.Var) -> bool:
    return isinstance(index.space, L.Range) and index.space.low is L.Number(1)


def known_samples(m: Meaning) -> Iterator[Sample]:
    for stem, (index, law) in m.context.data.items():
        data = m.family(stem)
        if data is not None and not m.context.is_counted(stem):
            yield Sample(data, index, law, data[index])
        elif _from_one(index) and isinstance(index.space, L.Range):
            member = L.Function(stem, (L.Z_INTEGERS,), L.Z_INTEGERS)(index)
            yield Sample(L.Var(stem, L.Vectors(index.space.high)), index, law, member)
    for stem, told in m.context.moments.items():
        if stem not in m.context.data and (data := m.family(stem)) is not None:
            yield Sample(data, told.index, told.law(stem), data[told.index], told.order, True)
    for stem in m.context.made_each.keys() - m.context.data.keys():
        if (each := law_of_each(m.context, stem)) is not None:
            data, index, law = each
            yield Sample(data, index, law, data[index])
    for one, (index, law) in m.context.groups.items():
        assert isinstance(one, L.Apply) and isinstance(index.space, L.Range)
        label = _label([place for place in one.args if isinstance(place, L.Number)])
        yield Sample(L.Var(f"{one.head.name}_{label}", L.Vectors(index.space.high)), index, law, one)


def _is_polynomial(t: L.Node, data: frozenset[L.Var]) -> bool:
    if t.free.isdisjoint(data):
        return True
    match t:
        case L.Coord(vector, place):
            return vector in data and place.free.isdisjoint(data)
        case L.Plus(args) | L.Times(args):
            return all(_is_polynomial(each, data) for each in args)
        case L.Neg(arg) | L.Sum(arg, _):
            return _is_polynomial(arg, data)
        case L.Quotient(num, den):
            return den.free.isdisjoint(data) and _is_polynomial(num, data)
        case L.Power(base, L.Number(n)):
            return n >= 0 and n.denominator == 1 and _is_polynomial(base, data)
    return False


def average_name(name: str) -> str:
    r"""How the mean of data is called: \bar{y}, of a group \bar{y}_1."""
    stem, _, label = name.partition("_")
    return f"\\bar{{{stem}}}" + (f"_{{{label}}}" if label else "")


def with_coordinates(t: Any, samples: list[Sample]) -> Any:
    for sample in samples:
        if (found := sample.coordinate(t)) is not None:
            return found
    return t.map_children(lambda child: with_coordinates(child, samples)) if isinstance(t, L.Node) else t


__all__ = [
    "Sample",
    "Samples",
    "at_data",
    "average_name",
    "is_member",
    "known_samples",
    "learn_group",
    "of_data",
    "require_independent",
    "require_plain",
    "squared_roots",
    "with_coordinates",
    "without_data",
]
