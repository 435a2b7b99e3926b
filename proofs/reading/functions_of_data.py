r"""Functions of data as random variables: \frac1n \sum_i y_i, \bar{y}_1 - \bar{y}_2, of independent data with laws."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from .. import language as L
from .models import are_independent
from .names import name_of
from .outcomes import has_data, random_variables
from .sample_moments import mean_of
from .syntax import Bracket, Numeral, Script, Syntax, Unread

if TYPE_CHECKING:
    from .meaning import Meaning

_DEPENDENT = re.compile(
    r"\bnot\b[^.]{0,30}\bindependen|\b(?<!un)correlated\b|\bauto(correlat|regress)|\bmarkov\b|\brandom walk|"
    r"\bwithout replacement\b|\bpaired\b|\brepeated measure|\btime series\b|\bexchangeable\b|"
    r"\bdependent (data|observations|samples|random|variables)\b"
)
_STATISTIC = re.compile(r"s($|_)|[A-Z]|\\(bar|hat|tilde)\b")  # names that statistics have by custom
_UNDER = re.compile(r"\bhypothes[ei]s|\bunder the null\b|\bunder h\b")
_SAMPLED = re.compile(r"\b(data sets?|samples?|observations|measurements)\b")
_IN_THE_LIMIT = re.compile(r"\bapproximat|\basymptotic|\bcentral limit\b|\blarge (samples?|n)\b|\bin distribution\b")
REMARK = "the data are taken to be independent: a sample is"


@dataclass(frozen=True)
class _Sample:
    """Data y_1, ..., y_n: the vector that stands for them, their law, and how one of them is read."""

    data: L.Var
    index: L.Var
    law: L.Law
    member: L.Term

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
    laws: tuple[_Sample, ...]
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
    known = list(_known(m))
    if not known:
        return None
    name = name_of(node)
    value = m.term(node) if name is None else m.context.unfolded(m.context.values.get(name, L.Var(name, L.R)))
    if not L.is_scalar(value) or any(value is s.member or s.coordinate(value) is not None for s in known):
        return None
    means: dict[L.Name, L.Term] = {L.Var(_average(s.data.name), L.R): mean_of(s.data) for s in known}
    if name is not None and L.Var(name, L.R) is value and value not in means:
        return None
    value = _with_coordinates(L.substitute(value, means), known)
    inside = tuple(s for s in known if s.data in value.free)
    if not inside:
        return None
    if _IN_THE_LIMIT.search(m.context.said):
        raise Unread("whether the law is exact or that of a limit", node.span)
    _plain(m, inside, node)
    _independent(m, inside, node)
    return Samples(value, inside, frozenset(n.name for s in known for n in s.law.free if isinstance(n, L.Var)))


@contextmanager
def in_mean(m: Meaning, parts: tuple[Syntax, ...]) -> Iterator[Callable[[L.Term], L.Term] | None]:
    """Inside, data with laws are read as what they are; what is yielded closes a term in them to its mean.

    It is None where none of them stand in the parts.  Raises ``Unread`` where other random variables do as well.
    """
    known = [s for s in _known(m) if not any(_stands_whole(part, s.data.name) for part in parts)]
    averages = _averages(m, known)
    names = {name for part in parts for name in random_variables(m, part)} if known else set()
    written = (
        {name for part in parts for each in part.walk() if (name := name_of(each)) is not None} if known else set()
    )
    made = averages.keys() | {name for name in written if _is_made_of(m, name, known)}
    names |= made & written
    inside = {name for name in names if name in made or any(_is_member(s, name) for s in known)}
    if not inside:
        yield None
        return
    if inside < names:
        raise Unread("a mean of data and of other random variables", parts[0].span)

    def closing(body: L.Term) -> L.Term:
        body = _with_coordinates(L.substitute(body, {L.Var(n, L.R): mean for n, mean in averages.items()}), known)
        inside = tuple(s for s in known if s.data in body.free)
        _plain(m, inside, parts[0])
        places = [(s.data, place) for s in inside for place in _places(body, s.data)]
        if len(places) > 1 or any(not place.free <= body.free for _, place in places):
            _independent(m, inside, parts[0])
        for (data, i), (other, j) in combinations(places, 2):
            if data is other and not _are_apart(m, i, j):
                raise Unread(f"whether two of the data {data.name} may be the same one is not said", parts[0].span)
        match places:
            case [(data, place)] if place.free <= body.free:
                return _of_one(body, data, place, inside[0])
        return Samples(body, inside, frozenset()).mean(body)

    before, m.outcomes = m.outcomes, {s.data.name: s.data for s in known}
    try:
        with m.at_outcomes():
            yield closing
    finally:
        m.outcomes = before


def _stands_whole(node: Syntax, name: str) -> bool:
    """Whether all data together, as a vector, stand in an expression: Z of Z_1, ..., Z_n."""
    if name_of(node) == name:
        return True
    member = node.base if isinstance(node, Script) and node.below is not None else None
    return any(_stands_whole(child, name) for child in node.children() if child is not member)


def _averages(m: Meaning, known: list[_Sample]) -> dict[str, L.Term]:
    r"""The means \bar{y} of data by their names, where these say nothing else."""
    taken = {*m.context.values, *m.context.laws, *m.context.random, *m.context.spaces}
    return {name: mean_of(s.data) for s in known if (name := _average(s.data.name)) not in taken}


def _is_member(sample: _Sample, name: str) -> bool:
    """Whether a name is that of one of the data, X_1 or X_i."""
    return name.partition("_")[0] == sample.data.name


def _is_made_of(m: Meaning, name: str, known: list[_Sample]) -> bool:
    """Whether a name stands for a value that is made of the data."""
    value = m.context.values.get(name)
    if name in m.context.random:
        return has_data(m, m.context.random[name])
    if value is None or name in m.context.laws:
        return False
    return any(s.data in _with_coordinates(m.context.unfolded(value), known).free for s in known)


def _of_one(body: L.Term, data: L.Var, place: L.Term, sample: _Sample) -> L.Term:
    """The mean of a function of one of the data, under its law."""
    law = L.substitute(sample.law, {sample.index: place})
    taken = {n.name for n in body.free | law.free if isinstance(n, L.Var)}
    one = L.fresh(L.Var(data.name.lower(), L.support(law)), taken)
    return L.Expectation(L.replace(body, L.Coord(data, place), one), one, law)


def _places(body: L.Node, data: L.Var) -> set[L.Term]:
    return {part.index for part in body.walk() if isinstance(part, L.Coord) and part.point is data}


def _are_apart(m: Meaning, i: L.Term, j: L.Term) -> bool:
    """Whether places are different ones, or run over all where the mean stands."""
    running = {*m.bound.values()}
    if all(isinstance(place, L.Number) or place in running for place in (i, j)):
        return True
    stated = [h for h in m.context.stated() if isinstance(h, L.Relation) and h.symbol in ("!=", "<", ">")]
    return any({h.left, h.right} == {i, j} for h in stated)


def _plain(m: Meaning, inside: tuple[_Sample, ...], node: Syntax) -> None:
    """Raise ``Unread`` for data whose parameters are random, and for order statistics."""
    random = m.context.laws.keys() | {variable for _, variable in m.context.factors}
    for sample in inside:
        if any(isinstance(n, L.Var) and n.name in random for n in sample.law.free):
            raise Unread(f"whether the law is meant given what the data {sample.data.name} depend on", node.span)
    if any(_are_ordered(m, s) for s in inside) or "order statistic" in m.context.said:
        raise Unread("order statistics of data", node.span)


def _are_ordered(m: Meaning, sample: _Sample) -> bool:
    """Whether some of the data are written X_{(k)}: the k-th in order of size."""
    labels = m.context.survey.labels.get(sample.data.name.partition("_")[0], [])
    return any(isinstance(label, Bracket) for label in labels)


def _independent(m: Meaning, inside: tuple[_Sample, ...], node: Syntax) -> None:
    """Raise ``Unread`` unless the data are independent; of what is called a sample that is understood."""
    said = m.context.said
    if not _DEPENDENT.search(said):
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


def _known(m: Meaning) -> Iterator[_Sample]:
    for stem, (index, law) in m.context.data.items():
        data = m.family(stem)
        if data is not None and not m.context.is_counted(stem):
            yield _Sample(data, index, law, data[index])
        elif _from_one(index) and isinstance(index.space, L.Range):
            member = L.Function(stem, (L.Z_INTEGERS,), L.Z_INTEGERS)(index)
            yield _Sample(L.Var(stem, L.Vectors(index.space.high)), index, law, member)
    for one, (index, law) in m.context.groups.items():
        assert isinstance(one, L.Apply) and isinstance(index.space, L.Range)
        label = _label([place for place in one.args if isinstance(place, L.Number)])
        yield _Sample(L.Var(f"{one.head.name}_{label}", L.Vectors(index.space.high)), index, law, one)


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


def _average(name: str) -> str:
    r"""How the mean of data is called: \bar{y}, of a group \bar{y}_1."""
    stem, _, label = name.partition("_")
    return f"\\bar{{{stem}}}" + (f"_{{{label}}}" if label else "")


def _with_coordinates(t: Any, samples: list[_Sample]) -> Any:
    for sample in samples:
        if (found := sample.coordinate(t)) is not None:
            return found
    return t.map_children(lambda child: _with_coordinates(child, samples)) if isinstance(t, L.Node) else t


__all__ = ["Samples", "in_mean", "learn_group", "of_data"]
