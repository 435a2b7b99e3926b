"""Means of polynomials of degree 2 in random quantities that are independent: from their means and variances.

The quantities are the coordinates of a vector that has the law of independent coordinates, or random variables,
functions on one space.  A form is a constant and a sum of multiples of them, c + sum_i a_i X_i + b X_j.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from .known_moments import is_line, known
from .language import (
    Apply,
    Coord,
    Expectation,
    Family,
    Function,
    Law,
    Neg,
    Node,
    Number,
    Plus,
    Power,
    ProductLaw,
    Quotient,
    Sum,
    Term,
    Times,
    Var,
    alpha_equal,
    fold,
    fresh_beside,
    is_scalar,
    substitute,
    support,
)
from .language.facts import Facts
from .language.membership import is_endless
from .views import times

ZERO, ONE = Number(0), Number(1)


@dataclass(frozen=True)
class Part:
    """a X_j, or the sum of such over all j in the space of ``index`` where ``runs``; X_j is called by its ``index``."""

    factor: Term
    index: Any
    runs: bool = False

    def scaled(self, by: Callable[[Term], Term]) -> Part:
        return Part(by(self.factor), self.index, self.runs)

    def total(self, of: Term) -> Term:
        """``of``, which speaks of the index, summed over it where it runs."""
        return Sum(of, self.index) if self.runs else of


@dataclass(frozen=True)
class Form:
    constant: Term
    parts: tuple[Part, ...] = ()

    def scaled(self, by: Callable[[Term], Term]) -> Form:
        constant = self.constant if self.constant is ZERO else by(self.constant)
        return Form(constant, tuple(part.scaled(by) for part in self.parts))


@dataclass(frozen=True)
class Quantities:
    """The random quantities at a point ``x`` under a law."""

    x: Var
    law: Law
    facts: Facts
    squares: bool = False  # variances are E[X^2] - E[X]^2: of known laws the moments are known one by one

    def index(self, t: Term) -> Node | None:
        """What the quantity that a term is is called by: its place as a coordinate, its function; None for others."""
        match t, self.law:
            case Coord(at, j), ProductLaw() if at is self.x and self.x not in j.free:
                return j
            case Apply(Function() as f, (at,)), _ if (
                at is self.x and is_scalar(t) and not isinstance(self.law, ProductLaw)
            ):
                return f
        return None

    def mean(self, index: Any) -> Term:
        y, value, law = self._alone(index)
        told = known(law, self._quantity(index), self.facts).mean
        return Expectation(value, y, law) if told is None else told

    def variance(self, index: Any) -> Term:
        y, value, law = self._alone(index)
        told = known(law, self._quantity(index), self.facts).variance
        if told is not None:
            return told
        mean = Expectation(value, y, law)
        if self.squares:
            return Expectation(value**2, y, law) - mean**2
        return Expectation((value - mean) ** 2, y, law)

    def _quantity(self, index: Any) -> Function | None:
        return None if isinstance(self.law, ProductLaw) else index

    def _alone(self, index: Any) -> tuple[Var, Term, Law]:
        """A variable, the value of one quantity at it, and the law of the variable."""
        if isinstance(self.law, ProductLaw):
            law = substitute(self.law.body, {self.law.var: index})
            y = fresh_beside(Var("x", support(law)), law)
            return y, y, law
        return self.x, index(self.x), self.law

    def related(self, one: Any, other: Any) -> str | None:
        """Whether two quantities are the ``same``, or ``independent``; None where neither is known."""
        if isinstance(self.law, ProductLaw):
            if self.facts.same(one, other):
                return "same"
            return "independent" if self.facts.differ(one, other) else None
        if one is other:
            return "same"
        return "independent" if self.facts.independent(self.law, one, other) else None

    def within(self, index: Any, range_: Var) -> bool:
        return self.facts.within(index, range_.space)


def quantities_under(t: Expectation, facts: Facts) -> Iterator[Quantities]:
    """The random quantities that a mean is over, with their variances in one form or two; none of other points."""
    if t.var in t.law.free or (isinstance(t.law, ProductLaw) and not is_line(support(t.law.body))):
        return
    yield Quantities(t.var, t.law, facts)
    if isinstance(t.law, ProductLaw) and isinstance(t.law.body, Family):
        yield Quantities(t.var, t.law, facts, squares=True)


def mean_of(t: Term, of: Quantities, finite: Callable[[Term, Facts], bool]) -> Term | None:
    """The mean of a polynomial of degree 2 in the quantities; None where it is none, where nothing says whether two of
    them are the same or independent, or where a variance that is wanted is not ``finite``."""
    if (whole := form(t, of)) is not None:
        return _mean(whole, of)
    match t:
        case Neg(a):
            inner = mean_of(a, of, finite)
            return None if inner is None else Neg(inner)
        case Quotient(num, den) if of.x not in den.free:
            inner = mean_of(num, of, finite)
            return None if inner is None else inner / den
        case Plus(args):
            found = [mean_of(a, of, finite) for a in args]
            known = [part for part in found if part is not None]
            return fold(Plus, known, 0) if len(known) == len(found) else None
        case Sum(body, k) if k not in of.x.space.free and of.x not in k.space.free and not is_endless(k.space):
            inner = mean_of(body, replace(of, facts=of.facts.under(t)), finite)
            return None if inner is None else Sum(inner, k)
        case Power(base, Number(n)) if n == 2:
            return _mean_of_product((base, base), (), of, finite)
        case Times(args) if all(map(is_scalar, args)):
            moving = tuple(a for a in args if of.x in a.free)
            before = tuple(a for a in args if of.x not in a.free)
            if len(moving) == 1:
                inner = mean_of(moving[0], of, finite)
                return None if inner is None else times(*before, inner)
            return _mean_of_product(moving, before, of, finite)
    return None


def _mean_of_product(
    factors: tuple[Term, ...], before: tuple[Term, ...], of: Quantities, finite: Callable[[Term, Facts], bool]
) -> Term | None:
    """E[f g] = E[f] E[g] + Cov(f, g)."""
    forms = [found for factor in factors if (found := form(factor, of)) is not None]
    if len(factors) != 2 or len(forms) != 2:
        return None
    spread = _covariance(forms[0], forms[1], of)
    if spread is None or not finite(spread, of.facts):
        return None
    means = [_mean(each, of) for each in forms]
    return times(*before, spread if ZERO in means else times(*means) if spread is ZERO else times(*means) + spread)


def form(t: Term, of: Quantities) -> Form | None:
    """A term as a form in the quantities; None where it is none.  Means of forms that stand in it are written out."""
    if of.x not in t.free:
        return Form(_opened(t, of))
    if (index := of.index(t)) is not None:
        return Form(ZERO, (Part(ONE, index),))
    match t:
        case Plus(args):
            found = [form(a, of) for a in args]
            known = [f for f in found if f is not None]
            constant = fold(Plus, [f.constant for f in known if f.constant is not ZERO], 0)
            return Form(constant, tuple(part for f in known for part in f.parts)) if len(known) == len(found) else None
        case Neg(a) if (inner := form(a, of)) is not None:
            return inner.scaled(Neg)
        case Quotient(num, den) if of.x not in den.free and (inner := form(num, of)) is not None:
            return inner.scaled(lambda c: c / den)
        case Times(args) if all(map(is_scalar, args)):
            moving = [a for a in args if of.x in a.free]
            inner = form(moving[0], of) if len(moving) == 1 else None
            others = [a for a in args if of.x not in a.free]
            return None if inner is None else inner.scaled(lambda c: times(*others, c))
        case Sum(body, k) if of.x not in k.space.free and not is_endless(k.space):
            inner = form(body, of)
            return None if inner is None else _summed(inner, k)
    return None


def _opened(t: Any, of: Quantities) -> Any:
    """A term without the quantities, the means of forms in them that stand in it being written out."""
    match t:
        case Expectation(body, y, law) if alpha_equal(law, of.law):
            inside = replace(of, x=y, law=law)
            found = form(body, inside)
            if found is not None and found.parts:
                return _mean(found, inside)
    return t.map_children(lambda child: _opened(child, of)) if isinstance(t, Node) else t


def _summed(inner: Form, k: Var) -> Form | None:
    """The sum of a form over an index."""
    parts = []
    for part in inner.parts:
        if part.index is k and not part.runs:
            parts.append(Part(part.factor, k, True))
        elif isinstance(part.index, Term) and k in part.index.free:
            return None
        else:
            parts.append(part.scaled(lambda c: Sum(c, k)))
    return Form(inner.constant if inner.constant is ZERO else Sum(inner.constant, k), tuple(parts))


def _mean(whole: Form, of: Quantities) -> Term:
    parts = [part.total(times(part.factor, of.mean(part.index))) for part in whole.parts]
    return fold(Plus, [t for t in (whole.constant, *parts) if t is not ZERO], 0)


def _covariance(one: Form, other: Form, of: Quantities) -> Term | None:
    """The covariance of two forms; None where it is not known of two quantities that they are one or independent."""
    found: list[Term] = []
    for a in one.parts:
        for b in other.parts:
            shared = list(_shared(a, b, of))
            if not shared:
                return None
            found += [p.total(times(p.factor, of.variance(p.index))) for p in shared if p.factor is not ZERO]
    return fold(Plus, found, 0)


def _shared(a: Part, b: Part, of: Quantities) -> Iterator[Part]:
    """The quantities that two parts have in common, with the product of their factors; the factor 0 where there are
    none, and nothing where it is not known."""
    if a.runs and b.runs:
        if a.index.space is b.index.space:
            factor = b.factor if a.index is b.index else substitute(b.factor, {b.index: a.index})
            yield Part(times(a.factor, factor), a.index, True)
    elif a.runs:
        if of.within(b.index, a.index):
            yield Part(times(substitute(a.factor, {a.index: b.index}), b.factor), b.index)
    elif b.runs:
        yield from _shared(b, a, of)
    elif (related := of.related(a.index, b.index)) is not None:
        yield Part(times(a.factor, b.factor) if related == "same" else ZERO, a.index)


__all__ = ["mean_of", "quantities_under"]
