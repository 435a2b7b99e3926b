"""What hypotheses say of the moments of laws: E_p[x] = mu, E_p[(x - mu)^2] = sigma^2, or that one is finite.

A law on a line has moments of its variable; a law on another space has those of random variables, functions on it.
Where the moment of an order is finite, so are the means of all polynomials of that degree, and of that total degree in
several random variables: |x^j y^k| <= 1 + |x|^n + |y|^n for j + k <= n.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .language import (
    Apply,
    Coord,
    Expectation,
    Fact,
    Function,
    Integers,
    Interval,
    Lambda,
    Law,
    Neg,
    Number,
    Plus,
    PositiveReals,
    Power,
    ProductLaw,
    Pushforward,
    Quotient,
    R,
    Range,
    Reals,
    Relation,
    Space,
    Sum,
    Term,
    Times,
    Var,
    Without,
    alpha_equal,
    is_scalar,
    replace,
    support,
)
from .language.facts import Facts
from .language.membership import is_endless
from .views import coefficients

Quantity = Function | None  # a random variable; None for the variable of a law on a line
_HIGHEST = 8
Z = Var("·z", R)  # stands for a random quantity


@dataclass(frozen=True)
class Known:
    """The mean and the variance of a random quantity, None for one that is not known, and the order of the highest
    moment that is known to be finite."""

    mean: Term | None = None
    variance: Term | None = None
    order: int = 0


def is_line(space: Space) -> bool:
    """Whether the points of a space are numbers."""
    return isinstance(space, Reals | PositiveReals | Interval | Integers | Range | Without)


def quantities(body: Term, x: Var) -> Iterator[tuple[Quantity, Term]]:
    """The random quantity through which alone a body depends on the point x, and the body with Z in its place."""
    if is_line(x.space):
        yield None, replace(body, x, Z)
        return
    for node in dict.fromkeys(body.walk()):
        match node:
            case Apply(Function() as f, (at,)) if at is x and is_scalar(node):
                inner = replace(body, node, Z)
                if x not in inner.free:
                    yield f, inner


def value_of(quantity: Quantity, x: Var) -> Term:
    """The random quantity at a point."""
    return x if quantity is None else quantity(x)


@lru_cache(maxsize=2_000)
def known(law: Law, quantity: Quantity, facts: Facts) -> Known:
    """What the hypotheses tell of a random quantity under a law; of an affine image, what they tell of its source."""
    match law:
        case Pushforward(Lambda(image, u), inner) if (affine := _affine(image, u)) is not None:
            source, (shift, scale) = known(inner, None, facts), affine
            mean = None if source.mean is None else shift + scale * source.mean
            return Known(mean, None if source.variance is None else scale**2 * source.variance, source.order)
    mean = None
    squares: list[tuple[Term, Term]] = []
    order = 0
    for body, value in _stated(law, quantity, facts):
        found = coefficients(body, Z, _HIGHEST)
        if found is None or not isinstance(found[-1], Number) or not found[-1].value:
            continue
        order = max(order, len(found) - 1)
        if value is not None and found == [Number(0), Number(1)]:
            mean = value if mean is None else mean
        elif value is not None and len(found) == 3:
            squares.append((body, value))
    x = Var("·x", support(law))
    centres = [Expectation(value_of(quantity, x), x, law), *([] if mean is None else [mean])]
    for body, value in squares:
        match body:
            case Power(Plus((z, Neg(centre))), _) if z is Z and any(alpha_equal(centre, each) for each in centres):
                return Known(mean, value, order)
            case Power(z, _) if z is Z and mean is not None:
                return Known(mean, value - mean**2, order)
    return Known(mean, None, order)


def _affine(image: Term, u: Var) -> tuple[Term, Term] | None:
    """The a and b of a + b u; None for another function."""
    found = coefficients(image, u, 1) if is_line(u.space) else None
    return (found[0], found[1]) if found is not None and len(found) == 2 else None


def _stated(law: Law, quantity: Quantity, facts: Facts) -> Iterator[tuple[Term, Term | None]]:
    """The integrands, in Z, of which the mean is said to be finite or to have a value; with the value."""
    for h in facts.hypotheses:
        match h:
            case Relation(Expectation() as mean, "=", value) | Relation(value, "=", Expectation() as mean):
                if not facts.finite_number(value):
                    continue
            case Fact("finite", (Expectation() as mean,)):
                value = None
            case _:
                continue
        if alpha_equal(mean.law, law):
            yield from ((body, value) for of, body in quantities(mean.body, mean.var) if of is quantity)


def has_moments(body: Term, x: Var, law: Law, facts: Facts, finite: Callable[[Term], bool]) -> bool:
    """Whether a body is a polynomial of a degree of which all that it is made of has finite moments."""
    inside: set[Quantity] = set()

    def degree(t: Term) -> int | None:
        if x not in t.free:
            return 0 if finite(t) else None
        match t:
            case Var():
                inside.add(None)
                return 1 if is_line(t.space) else None
            case Coord(at, index) if at is x and x not in index.free:
                inside.add(None)
                return 1
            case Apply(Function() as f, (at,)) if at is x and is_scalar(t):
                inside.add(f)
                return 1
            case Plus(args) | Times(args):
                degrees = [degree(a) for a in args]
                found = [n for n in degrees if n is not None]
                return None if None in degrees else max(found) if isinstance(t, Plus) else sum(found)
            case Neg(a):
                return degree(a)
            case Sum(a, place) if x not in place.space.free and not is_endless(
                place.space
            ):  # as many terms for every x
                return degree(a)
            case Quotient(num, den) if x not in den.free and finite(den):
                return degree(num)
            case Power(base, Number(n)) if n.denominator == 1 and n >= 0:
                found_in = degree(base)
                return None if found_in is None else found_in * int(n)
        return None

    wanted = degree(body)
    return wanted is not None and all(wanted <= _order(law, quantity, facts) for quantity in inside)


def _order(law: Law, quantity: Quantity, facts: Facts) -> int:
    """The order of the highest moment that is known to be finite; of independent coordinates, that of each."""
    match law:
        case ProductLaw(factor, _):
            return _order(factor, quantity, facts)
    return known(law, quantity, facts).order


__all__ = ["Known", "Z", "has_moments", "is_line", "known", "quantities", "value_of"]
