"""Laws about categories: integrals over the simplex, moments of shares and of counts."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    Apply,
    Compositions,
    Coord,
    Dirichlet,
    Elementary,
    Expectation,
    Int,
    Multinomial,
    Number,
    Power,
    Prod,
    Range,
    Simplex,
    Sum,
    Term,
    Times,
    Var,
    digamma,
    fold,
    gamma,
    over_categories,
)
from ..language.facts import Facts
from ..registry import rule
from ..validity import law_unmet
from ..views import split, times
from .moments import ONE, power_of


@rule("by the sum of the coordinates")
def sum_of_coordinates(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{i=1}^{K} x_i = 1 \text{ for a point of a simplex}, \quad \sum_{i=1}^{K} x_i = n \text{ for counts of } n \text{ draws}"""
    match t:
        case Sum(Coord(Var(_, Simplex(size) | Compositions(size, _)) as x, place), Var(_, Range(low, high)) as i):
            if place is i and low is ONE and high is size:
                yield ONE if isinstance(x.space, Simplex) else x.space.total


@rule("by Dirichlet's integral")
def dirichlet_integral(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\int_{\Delta^{K-1}} \prod_{i=1}^{K} x_i^{b_i - 1} \,\mathrm{d}x = \frac{\prod_i \Gamma(b_i)}{\Gamma(\sum_i b_i)}, \quad b_i > 0"""
    match t:
        case Int(body, Var(_, Simplex(size)) as x) if facts.positive(size):
            coefficient, rest = split(body, x)
            for power, i in _powers_of_coordinates(rest, x):
                above = power + 1
                if facts.under(Prod(power, i)).positive(above):
                    yield times(coefficient, Prod(gamma(above), i) / gamma(Sum(above, i)))


def _powers_of_coordinates(t: Term, x: Var) -> Iterator[tuple[Term, Var]]:
    """The exponent e of a product of x_i^e over all coordinates, and its index; of several such products the sum."""
    match t:
        case Prod(Power(Coord(point, place), exponent), Var(_, Range(low, high)) as i):
            if point is x and place is i and x not in exponent.free and low is ONE and high is x.space.dimension:
                yield exponent, i
        case Times((first, *others)):
            for exponent, i in _powers_of_coordinates(first, x):
                for other, j in _powers_of_coordinates(fold(Times, others, 1), x):
                    if i is j:
                        yield exponent + other, i


@rule("by the moments of the Dirichlet distribution")
def dirichlet_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \operatorname{Dir}(\alpha)}[x_i] = \frac{\alpha_i}{\alpha_0}, \quad \mathbb{E}[x_i^2] = \frac{\alpha_i (\alpha_i + 1)}{\alpha_0 (\alpha_0 + 1)}, \quad \mathbb{E}[x_i x_j] = \frac{\alpha_i \alpha_j}{\alpha_0 (\alpha_0 + 1)}, \; i \neq j, \quad \mathbb{E}[\log x_i] = \psi(\alpha_i) - \psi(\alpha_0), \quad \alpha_0 = \sum_k \alpha_k"""
    match t:
        case Expectation(body, x, Dirichlet(a, _) as law) if not law_unmet(law, facts):
            k = over_categories(a, body)
            coefficient, rest = split(body, x)
            whole = Sum(a[k], k)
            for i, n in _coordinate_power(rest, x):
                rising = [(a[i] + j) / (whole + j) if j else a[i] / whole for j in range(n)]
                yield times(coefficient, fold(Times, rising, 1))
            for i, j in _two_coordinates(rest, x, facts):
                yield times(coefficient, a[i] * a[j] / (whole * (whole + 1)))
            match rest:
                case Apply(Elementary("log"), (Coord(point, i),)) if point is x and x not in i.free:
                    yield times(coefficient, digamma(a[i]) - digamma(whole))


def _coordinate_power(t: Term, x: Var) -> Iterator[tuple[Term, int]]:
    """(i, n) of x_i^n, n a positive number; a square may be written as a product."""
    match t:
        case Coord(point, i) if point is x and x not in i.free:
            yield i, 1
        case Power(Coord(point, i), Number(n)) if point is x and x not in i.free and n.denominator == 1 and n > 0:
            yield i, int(n)
        case Times((Coord(point, i) as one, other)) if other is one and point is x and x not in i.free:
            yield i, 2


def _two_coordinates(t: Term, x: Var, facts: Facts) -> Iterator[tuple[Term, Term]]:
    match t:
        case Times((Coord(one, i), Coord(other, j))) if one is x and other is x and x not in i.free | j.free:
            if facts.differ(i, j):
                yield i, j


@rule("by the moments of the multinomial distribution")
def multinomial_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \operatorname{Mult}(n, p)}[x_i] = n p_i, \quad \mathbb{E}[x_i^2] = n p_i + n (n - 1) p_i^2, \quad \mathbb{E}[x_i x_j] = n (n - 1) p_i p_j, \; i \neq j"""
    match t:
        case Expectation(body, x, Multinomial(n, p, _) as law) if not law_unmet(law, facts):
            coefficient, rest = split(body, x)
            for i, degree in _coordinate_power(rest, x):
                if degree == 1:
                    yield times(coefficient, n * p[i])
                elif degree == 2:
                    yield times(coefficient, n * p[i] + n * (n - 1) * power_of(p[i], 2))
            for i, j in _two_coordinates(rest, x, facts):
                yield times(coefficient, n * (n - 1) * p[i] * p[j])
