r"""Regions that linear inequalities cut out, 0 < x < y < 1, x + y < z, and integrals over them, one variable at a time.

Variables are eliminated one after the other (Fourier and Motzkin): from what is left the range of a variable is read
off, given the variables outside of it.  Where two limits compete the region is cut where they are equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .. import language as L
from .syntax import Unread

_MOST = 200  # inequalities at once
_ORDERS = {"<": 1, "<=": 1, ">": -1, ">=": -1}


class NotLinear(Unread):
    """A region that is not cut out by linear inequalities, or by too many."""

    def __init__(self) -> None:
        super().__init__("a region that is not cut out by linear inequalities", (0, 0))


@dataclass(frozen=True)
class Linear:
    """constant + sum of coefficient times name; as an inequality: that this is positive."""

    constant: Fraction
    terms: tuple[tuple[L.Var, Fraction], ...] = ()  # by name, without zeros

    @property
    def names(self) -> frozenset[L.Var]:
        return frozenset(name for name, _ in self.terms)

    def of(self, name: L.Var) -> Fraction:
        return dict(self.terms).get(name, Fraction(0))

    def plus(self, other: Linear, times: Fraction = Fraction(1)) -> Linear:
        found = dict(self.terms)
        for name, c in other.terms:
            found[name] = found.get(name, Fraction(0)) + times * c
        terms = sorted(((n, c) for n, c in found.items() if c), key=lambda pair: pair[0].name)
        return Linear(self.constant + times * other.constant, tuple(terms))

    def scaled(self, by: Fraction) -> Linear:
        return Linear(Fraction(0)).plus(self, by)

    @property
    def term(self) -> L.Term:
        """As a term: what is added first."""
        parts: list[L.Term] = [_multiple(c, name) for name, c in sorted(self.terms, key=lambda pair: pair[1] < 0)]
        if self.constant or not parts:
            parts.append(L.Number(self.constant))
        return L.fold(L.Plus, parts, 0)

    @property
    def order(self) -> L.Relation:
        """As an order between what is added and what is taken away."""
        more = Linear(max(self.constant, Fraction(0)), tuple((n, c) for n, c in self.terms if c > 0))
        return L.Relation(more.plus(self, Fraction(-1)).term, "<", more.term)


def _multiple(c: Fraction, name: L.Var) -> L.Term:
    if c == 1:
        return name
    return L.Neg(_multiple(-c, name)) if c < 0 else L.Number(c) * name


def linear(t: L.Term) -> Linear:
    """A term as a linear form in its names.  Raises ``NotLinear``."""
    match t:
        case L.Number(value):
            return Linear(Fraction(value))
        case L.Var() if L.is_scalar(t):
            return Linear(Fraction(0), ((t, Fraction(1)),))
        case L.Neg(inner):
            return linear(inner).scaled(Fraction(-1))
        case L.Plus(args):
            found = Linear(Fraction(0))
            for each in args:
                found = found.plus(linear(each))
            return found
        case L.Times(args):
            found = Linear(Fraction(1))
            for each in map(linear, args):
                if found.terms and each.terms:
                    raise NotLinear
                found = each.scaled(found.constant) if not found.terms else found.scaled(each.constant)
            return found
        case L.Quotient(num, den) if not (below := linear(den)).terms and below.constant:
            return linear(num).scaled(1 / below.constant)
        case L.Power(base, L.Number(n)) if n.denominator == 1 and n >= 0 and not (value := linear(base)).terms:
            return Linear(value.constant ** int(n))
    raise NotLinear


def inequality(relation: L.Node) -> Linear | None:
    """An order between linear forms as what is positive; None for any other statement, and where an end is infinite."""
    if not isinstance(relation, L.Relation) or relation.symbol not in _ORDERS:
        return None
    try:
        return (
            linear(relation.right).plus(linear(relation.left), Fraction(-1)).scaled(Fraction(_ORDERS[relation.symbol]))
        )
    except NotLinear:
        return None


def of_space(x: L.Var, space: L.Space) -> list[Linear]:
    """That a variable lies in a part of the line.  Raises ``NotLinear``."""
    here = linear(x)
    match space:
        case L.Reals():
            return []
        case L.PositiveReals():
            return [here]
        case L.Interval(low, high) | L.Range(low, high):
            above = [] if low is L.Neg(L.oo) else [here.plus(linear(low), Fraction(-1))]
            return above if high is L.oo else [*above, linear(high).plus(here, Fraction(-1))]
    raise NotLinear


def _without(name: L.Var, region: Sequence[Linear]) -> list[Linear]:
    """The inequalities that are left of a region when a variable is eliminated."""
    rest = [c for c in region if not c.of(name)]
    lower = [c for c in region if c.of(name) > 0]
    upper = [c for c in region if c.of(name) < 0]
    for low in lower:
        for high in upper:
            rest.append(low.scaled(1 / low.of(name)).plus(high, -1 / high.of(name)))
    if len(rest) > _MOST:
        raise NotLinear
    return list(dict.fromkeys(rest))


def is_empty(region: Iterable[Linear]) -> bool:
    """Whether it is known that no point satisfies all inequalities, each strictly."""
    left = list(region)
    for name in sorted({n for c in left for n in c.names}, key=lambda n: n.name):
        try:
            left = _without(name, left)
        except NotLinear:
            return False
    return any(c.constant <= 0 for c in left)


def implies(region: Iterable[Linear], claim: Linear) -> bool:
    """Whether a linear form is nowhere negative in a region."""
    return is_empty([*region, claim.scaled(Fraction(-1))])


def _pruned(region: Sequence[Linear], known: Sequence[Linear]) -> list[Linear]:
    """The inequalities that do not follow from the others and from what is known."""
    kept = list(dict.fromkeys(region))
    for each in list(kept):
        others = [c for c in kept if c is not each]
        if implies([*others, *known], each):
            kept = others
    return kept


def projected(names: Iterable[L.Var], region: Sequence[Linear], known: Sequence[Linear]) -> list[Linear]:
    """What a region says of its other names, where these are eliminated."""
    left = list(region)
    for name in names:
        left = _pruned(_without(name, left), known)
    return _pruned(left, known)


def ranges(order: Sequence[L.Var], region: Sequence[Linear], known: Sequence[Linear]) -> Iterator[tuple[L.Space, ...]]:
    """The ranges of variables, the first the outermost, for each of the pieces that a region is cut into.

    Raises ``NotLinear`` where what is not integrated over decides between two limits.
    """
    if is_empty([*region, *known]):
        return
    found: list[L.Space] = []
    for k, name in enumerate(order):
        here = projected(order[k + 1 :], region, known)
        here = [c for c in here if c.of(name)]
        lower, upper = ([c.scaled(1 / abs(c.of(name))) for c in here if c.of(name) * s > 0] for s in (1, -1))
        for limits in (lower, upper):
            if len(limits) > 1:
                difference = limits[0].plus(limits[1], Fraction(-1))
                if difference.names.isdisjoint(order):
                    raise NotLinear
                for cut in (difference, difference.scaled(Fraction(-1))):
                    yield from ranges(order, [*region, cut], known)
                return
        x = linear(name)
        low = x.plus(lower[0], Fraction(-1)).term if lower else L.Neg(L.oo)
        high = x.plus(upper[0]).term if upper else L.oo
        found.append(_between(low, high))
    yield tuple(found)


def _between(low: L.Term, high: L.Term) -> L.Space:
    if high is L.oo and low is L.Neg(L.oo):
        return L.R
    return L.R_POSITIVE if high is L.oo and low is L.Number(0) else L.Interval(low, high)


def integral(
    order: Sequence[L.Var],
    region: Sequence[Linear],
    known: Sequence[Linear],
    body: Callable[[dict[L.Name, L.Term]], L.Term],
) -> L.Term:
    """The integral over a region of a term in its variables, as one of one variable after the other."""
    done = []
    for spaces in ranges(order, region, known):
        new: dict[L.Name, L.Term] = {}
        for name, space in zip(order, spaces, strict=True):
            new[name] = L.Var(name.name, L.substitute(space, new))
        term = body(new)
        for name in reversed(order):
            term = L.Int(term, new[name])
        done.append(term)
    return L.fold(L.Plus, done, 0)


__all__ = ["Linear", "NotLinear", "implies", "inequality", "integral", "is_empty", "linear", "of_space", "projected",
           "ranges"]  # fmt: skip
