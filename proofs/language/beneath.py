"""What holds beneath a binder: what the range of its variable says, and which densities are positive there."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce
from itertools import permutations
from typing import TYPE_CHECKING, Any

from .binders import Expectation, ForAll, Int, Limit
from .binding import alpha_equal, canonical, substitute
from .families_of_vectors import OfVectors
from .laws import Density, Family, Law, Marginal, ProductLaw, support
from .matrices import Coord, Tuple
from .membership import between, is_infinite
from .node import Node
from .relations import AlmostEverywhere, Fact, Relation
from .signs import has_density
from .spaces import Cartesian, Integers, Interval, PositiveReals, Product, Range, Reals, Space, Without
from .terms import Apply, Constant, Neg, Number, Term, Var

if TYPE_CHECKING:
    from .facts import Facts


def beneath(binder: Any, facts: Facts) -> Iterator[Node]:
    """What the range of the bound variable gives in the body; beneath an expectation almost surely, beneath an integral
    almost everywhere."""
    law = binder.law if isinstance(binder, Expectation) else None
    x = binder.var
    if isinstance(binder, Int | Expectation):
        match x.space:
            case Interval(low, high) if between(low, low, high, facts):
                yield from _strictly_between(low, x, high)
    if isinstance(binder, Limit):
        yield from _near(x, binder.to, binder.side, facts)
    if law is None or x in law.free:
        return
    if isinstance(support(law), Reals | PositiveReals | Interval) and has_density(law, facts):
        yield diffuse(x)
    yield from _positive_at(law, x, facts)
    if isinstance(law, Family) and not isinstance(law, OfVectors):
        match support(law):
            case PositiveReals():
                yield x > 0
            case Interval(low, high):
                yield from _strictly_between(low, x, high)
            case Integers():
                yield x >= 0
            case Range() as home:
                yield from of_space(x, home)


def diffuse(x: Var) -> Fact:
    """x is drawn here from a law with a density on the line: a given number it almost surely is not."""
    return Fact("diffuse", (x,))


def _positive_at(law: Law, x: Term, facts: Facts) -> Iterator[Node]:
    """The densities that are positive at a point drawn from ``law``."""
    reached, waiting = [law], [law]
    while waiting:
        q = waiting.pop()
        yield Apply(q, (x,)) > 0
        for p in _dominating(q, facts):
            if p not in reached and x not in p.free:
                reached.append(p)
                waiting.append(p)
    for p in reached:
        if isinstance(p, ProductLaw) and isinstance(x, Var) and isinstance(x.space, Product):
            yield ForAll(Apply(p.body, (Coord(x, p.var),)) > 0, p.var)
    if isinstance(x, Var) and isinstance(x.space, Product):
        yield from _positive_coordinates(law, x, facts)
    if isinstance(x, Var) and isinstance(x.space, Cartesian) and isinstance(law, Density):
        yield from _positive_sections(law, x, len(x.space.factors))


def _dominating(q: Law, facts: Facts) -> Iterator[Law]:
    wanted = canonical(q)
    for h in facts.said_of(q):
        match h:
            case Fact("dominated", (smaller, p)) if smaller is wanted:
                yield p
            case AlmostEverywhere(one, other) if wanted in (one, other):
                yield other if one is wanted else one


def _positive_coordinates(law: Law, x: Var, facts: Facts) -> Iterator[Node]:
    """Where every marginal is dominated, each coordinate of the point has positive density."""
    for h in facts.hypotheses:
        match h:
            case ForAll(Fact("dominated", (Marginal(joint, index), p)), i) if index is i and alpha_equal(joint, law):
                if i not in law.free and x is not i:
                    yield ForAll(Apply(p, (Coord(x, i),)) > 0, i)
            case ForAll(Fact("dominated", (factor, p)), i) if isinstance(law, ProductLaw):
                mine = substitute(law.body, {law.var: i}) if i is law.var or i not in law.body.free else None
                if mine is not None and i.space is law.var.space and alpha_equal(factor, mine) and x is not i:
                    yield ForAll(Apply(p, (Coord(x, i),)) > 0, i)


def _positive_sections(law: Density, x: Var, n: int) -> Iterator[Relation]:
    """Almost surely a joint density is positive at the coordinates of the point, and so are its marginals there."""
    coordinates = [Coord(x, Number(k)) for k in range(1, n + 1)]
    names = [Var(f"{x.name}_{k}", factor) for k, factor in enumerate(x.space.factors, 1)]
    for out in range(n if n <= 3 else 1):  # how many coordinates are integrated out
        for left in permutations(range(n), out):
            entries = tuple(names[k] if k in left else coordinates[k] for k in range(n))
            yield reduce(Int, (names[k] for k in left), Apply(law, (Tuple(entries),))) > 0
    for k, coordinate in enumerate(coordinates, 1):
        yield Apply(Marginal(law, Number(k)), (coordinate,)) > 0


def of_space(x: Var, space: Space) -> Iterator[Relation]:
    """What the space of a variable says about it.  The interval is taken to be closed."""
    match space:
        case PositiveReals():
            yield x > 0
        case Range(low, high) | Interval(low, high):
            yield from (x >= bound for bound in (low,) if not is_infinite(bound))
            yield from (x <= bound for bound in (high,) if not is_infinite(bound))
        case Without(outer, index):
            yield Relation(x, "!=", index)
            yield from of_space(x, outer)


def interior(x: Term, home: Space) -> list[Relation]:
    """That a point lies inside the support of a named law, its ends left out where the law lives on a line."""
    match home:
        case PositiveReals():
            return [x > 0]
        case Interval(low, high):
            return list(_strictly_between(low, x, high))
        case Integers():
            return [x >= 0]
        case Range(low, high):
            lower = [] if is_infinite(low) else [x >= low]
            return lower if is_infinite(high) else [*lower, x <= high]
    return []


_FAR, _CLOSE = 10, Number(Fraction(1, 10))


def _near(x: Var, to: Term, side: str, facts: Facts) -> Iterator[Relation]:
    """What holds of a variable that comes close enough to what it tends to."""
    match to:
        case Constant("oo"):
            yield x >= _FAR
        case Neg(Constant("oo")):
            yield x <= -_FAR
        case _ if x not in to.free:
            yield {"+": x > to, "-": x < to}.get(side, Relation(x, "!=", to))
            if side != "+":
                yield x > to - _CLOSE
            if side != "-":
                yield x < to + _CLOSE
            if facts.positive(to):
                yield x > 0
            if facts.negative(to):
                yield x < 0


def _strictly_between(low: Term, x: Term, high: Term) -> Iterator[Relation]:
    if not is_infinite(low):
        yield x > low
    if not is_infinite(high):
        yield x < high
