r"""Random variables of which a mean or a variance is told, and no law: E[X_i] = \mu, \mathrm{Var}(X_i) = \sigma^2.

Data have a law then, of which no more is known than these moments; other random variables are functions on their
probability space, and what is told of them are equations there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..probability.outcomes import PROBABILITY
from ..syntax import Bracket, Multiply, Numeral, Script, Statement, Symbol, Syntax, Unread
from ..terms.degrees import degree
from . import stated, written_models

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning

_AVERAGE = re.compile(r"\\(?:bar|hat|overline)\{(\w+)\}")  # of data
_ALIKE = re.compile(
    r"\bi\.?\s?i\.?\s?d\b|\bidentically\b|\bsamples? (of size\W+)?from\b|\b(population|same distribution)\b"
)
_SHAPE = re.compile(
    r"\b(normal\w*|gaussian|symmetr\w*|bernoulli|binomial|poisson|exponential\w*|geometric|uniform\w*|binary|bounded|"
    r"(non-?\s?)?negative|positive|discrete|integer|takes? (the )?values?|densit\w+|skew\w*|kurtosis|moments?|mgf|"
    r"central limit|clt|asymptotic\w*|approximat\w*|large)\b"
)


@dataclass(frozen=True)
class ToldData:
    """What is told of each of the data X_1, ..., X_n: the terms of their mean and variance, in their index.

    ``order`` is up to which degree the means of polynomials in them are known to be those of ``law``; None for any.
    """

    index: L.Var
    mean: L.Term | None = None
    variance: L.Term | None = None
    alike: bool = False  # all have one law

    @property
    def order(self) -> int | None:
        if self.alike:
            return None
        return 0 if self.mean is None else 1 if self.variance is None else 2

    def density(self, stem: str) -> L.Density:
        """The unknown law, of each of the data, or of what they are made of by shifts and scales."""
        return L.Density(f"P_{stem}", L.R)

    @property
    def varies(self) -> bool:
        """Whether the moments depend on the index."""
        return any(t is not None and self.index in t.free for t in (self.mean, self.variance))

    def law(self, stem: str) -> L.Law:
        if not self.varies:
            return self.density(stem)
        assert self.mean is not None
        z = L.fresh_beside(L.Var("z", L.R), *(t for t in (self.mean, self.variance) if t is not None))
        scaled = z if self.variance is None else _root(self.variance) * z
        return L.Pushforward(L.Lambda(self.mean + scaled, z), self.density(stem))

    def hypotheses(self, stem: str) -> list[L.Node]:
        """What is said of the unknown law."""
        law = self.density(stem)
        given = [t for t in (self.mean, self.variance) if t is not None]
        x = L.fresh_beside(L.Var(stem.lower(), L.R), *given)
        mean, variance = self.mean, self.variance
        if self.varies:
            mean, variance = L.Number(0), None if variance is None else L.Number(1)
        found: list[L.Node] = [L.density(law)]
        if mean is not None:
            found.append(L.Expectation(x, x, law).eq(mean))
        if variance is not None:
            centre = L.Expectation(x, x, law) if mean is None else mean
            found.append(L.Expectation((x - centre) ** 2, x, law).eq(variance))
        return found


def moment_told(statement: Statement) -> tuple[str, Syntax, Syntax] | None:
    r"""The role, the random variable and the value of what words tell as \mu = \mathrm E(X)."""
    match statement:
        case Statement((Syntax() as value, Multiply((Symbol("E" | "Var" as word), Bracket("(", (each,))))), (sign,)):
            return ("mean" if word == "E" else "variance", each, value) if sign.symbol == "=" else None
    return None


def is_open(m: Meaning, each: Syntax) -> bool:
    """Whether no law is known of a random variable, and not what it is made of: else its moments are what they are."""
    member = member_of(m, each)
    known = m.context.data if member is not None else m.context.laws.keys() | m.context.random.keys()
    return (name_of(each) if member is None else name_of(member[0])) not in known


def learn(m: Meaning, role: str, each: Syntax, value: Syntax) -> None:
    """Put what is told of a random variable, or of each of the data, into the context.  Raises ``Unread``."""
    if (member := member_of(m, each)) is not None:
        _of_data(m, role, *member, value)
        return
    if (name := name_of(each)) is None:
        raise Unread("a moment of what is no name", each.span)
    mean = Multiply(
        (Symbol("E" if role == "mean" else "Var", "rm"), Bracket("(", (each,), ")")), ("", ""), span=each.span
    )
    moment, known = m.scalar(mean), m.scalar(value)
    m.context.hypotheses = [
        h for h in m.context.hypotheses if not isinstance(h, L.Relation) or h.symbol != "=" or h.left is not moment
    ]
    m.context.assume(moment.eq(known))
    _presume_positive(m, role, known)
    m.context.told[name] = (*m.context.told.get(name, ()), role)


def may_be_told(m: Meaning, role: str, each: Syntax, anew: bool = False) -> bool:
    """Whether nothing is known yet of a moment of a random variable, or it is told ``anew``."""
    context, member, name = m.context, member_of(m, each), name_of(each) or ""
    if member is not None:
        stem = name_of(member[0]) or ""
        return stem not in context.data and (anew or getattr(context.moments.get(stem), role, None) is None)
    known = context.laws.keys() | context.random.keys() | context.values.keys()
    below = _AVERAGE.match(name)
    if below is not None and any(below[1] in data for data in (context.data, context.moments)):
        return False
    if stated.stated(context, name) is not None or written_models.small_names(context, [name]) is not None:
        return False  # it has a density
    return (
        name not in known
        and (anew or role not in context.told.get(name, ()))
        and not any(name.split("_")[0] in data for data in (context.data, context.moments))
    )


def learn_independent(m: Meaning, names: list[str]) -> None:
    """Random variables of which moments are told are independent of each other."""
    if len(names) > 1 and m.context.told.keys() >= set(names):
        m.context.assume(L.independent(PROBABILITY, *(L.Function(name, PROBABILITY_SPACE) for name in names)))


PROBABILITY_SPACE = (PROBABILITY.space,)


def member_of(m: Meaning, each: Syntax) -> tuple[Syntax, L.Var] | None:
    """The letter and the index of X_i that is one of the data, or of X_1 where all have one law; None for others."""
    match each:
        case Script(base, Syntax() as below, None, 0) if (stem := name_of(base)) is not None:
            data = m.family(stem)
            if m.context.survey.is_index(below):
                index = m.term(below)
                runs = isinstance(index, L.Var) and isinstance(index.space, L.Range) and index.name not in m.bound
                if data is None or not isinstance(index, L.Var) or not runs:
                    raise Unread("a moment of data of which it is not said how many there are", below.span)
                return base, index
            if below == Numeral("1") and data is not None and m.context.survey.ends.get(stem) and _are_alike(m.context):
                return base, L.Var("i", L.Range(L.Number(1), data.space.dimension))
    return None


def _are_alike(context: Context) -> bool:
    return _ALIKE.search(context.said) is not None


def _of_data(m: Meaning, role: str, base: Syntax, index: L.Var, value: Syntax) -> None:
    context, stem = m.context, name_of(base) or ""
    if stem in context.data:
        return  # a law is known, and its moments with it
    with m.binding({index.name: index}):
        known = m.scalar(value)
    before = context.moments.get(stem) or ToldData(index)
    known = L.substitute(known, {index: before.index})
    told = replace(before, alike=_are_alike(context))
    told = replace(told, mean=known) if role == "mean" else replace(told, variance=known)
    if told.varies and told.mean is None:
        raise Unread("the variances of data with unknown means", base.span)
    stale = told.density(stem)
    context.hypotheses = [h for h in context.hypotheses if stale not in h.free]
    context.moments[stem] = told
    context.assume(*told.hypotheses(stem))
    assert isinstance(told.index.space, L.Range)
    if isinstance(told.index.space.high, L.Var):
        context.presume(told.index.space.high >= 1)  # there are any
    _presume_positive(m, role, known, told.index)


def _presume_positive(m: Meaning, role: str, value: L.Term, index: L.Var | None = None) -> None:
    r"""A variance is positive, and so is the \sigma of \sigma^2."""
    if role == "variance" and value.free:
        above = _root(value) > 0 if isinstance(value, L.Power) else value > 0
        m.context.presume(above if index is None or index not in value.free else L.forall(index, above))


def _root(square: L.Term) -> L.Term:
    match square:
        case L.Power(base, L.Number(n)) if n == 2:
            return base
    return L.sqrt(square)


# ---------------------------------------------------------------------------------------------------------------------
# doubts


def in_doubt(context: Context, relation: L.Relation) -> list[str]:
    """The data of which moments are told that more may be said of: than a claim takes from these, or where a name
    stands on one side of it alone that nothing ties to them, as the sigma of which no variance was read."""
    laws: dict[L.Name, ToldData] = {told.density(stem): told for stem, told in context.moments.items()}
    inside = laws.keys() & relation.free
    if not inside:
        return []
    tied = {n for law in inside for t in (laws[law].mean, laws[law].variance) if t is not None for n in t.free}
    alone = {n for n in relation.left.free ^ relation.right.free if isinstance(n, L.Var)} - tied
    loose = any(not L.is_index_space(n.space) for n in alone)
    if loose or (_SHAPE.search(context.said) and _beyond(relation)):
        return sorted(stem for stem, told in context.moments.items() if told.density(stem) in inside)
    return []


def is_settled(context: Context, relation: L.Relation) -> bool:
    """Whether nothing that is said of random variables but their moments bears on a claim: it takes no more from their
    laws, or no more is said of these."""
    inside = {n for n in relation.free if isinstance(n, L.Function) and n.domain == PROBABILITY_SPACE}
    if not inside or not {f.name for f in inside} <= context.told.keys():
        return False
    if _beyond(relation) and _SHAPE.search(context.said):
        return False
    stated = context.stated()
    independent = any(isinstance(h, L.Fact) and h.predicate == "independent" and inside <= h.free for h in stated)
    known = {n for h in stated if not inside.isdisjoint(h.free) for n in h.free}
    return (len(inside) == 1 or independent) and relation.free <= known | (relation.left.free & relation.right.free)


def _beyond(relation: L.Relation) -> bool:
    """Whether a claim is about more than means of polynomials of degree 2."""
    for node in relation.walk():
        match node:
            case L.Expectation(body, x, law):
                atoms = {n for n in body.free if isinstance(n, L.Function) and n.domain == PROBABILITY_SPACE}
                found = degree(body, frozenset({x} if law is not PROBABILITY else atoms))
                if found is None or found > 2:
                    return True
            case L.Apply(L.Law()):
                return True
    return False


__all__ = ["ToldData", "in_doubt", "is_open", "is_settled", "learn", "learn_independent", "moment_told"]
