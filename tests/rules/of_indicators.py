"""The rules for step functions: instances, and steps they must refuse."""

from __future__ import annotations

from proofs.language import (
    Cases,
    Density,
    DiscreteUniform,
    E,
    Exponential,
    Int,
    Interval,
    Laplace,
    Limit,
    Neg,
    Normal,
    Number,
    PositiveReals,
    R,
    Sup,
    Uniform,
    Var,
    cos,
    density,
    diff,
    erf,
    half,
    nonzero,
    oo,
    sin,
    sqrt,
    symbols,
    term,
)
from proofs.rules import derivative_by_cases, gaussian_tail, mean_of_indicator
from tests.rules.examples import Example

c, d, m, s, x, rate = symbols("c d m s x lambda")
r = Density("r", R)
high, low = Var("x", Interval(c, oo)), Var("x", Interval(Neg(oo), c))
half_line, middle, begin = Var("x", PositiveReals()), Var("x", Interval(c, d)), Var("x", Interval(Number(0), c))


def where(condition, value=1, otherwise=0):
    """The value where the condition holds."""
    return Cases((term(value),), (condition,), term(otherwise))


def phi(end):
    return half + half * erf((end - m) / (s * sqrt(Number(2))))


normal, unit, exponential = Normal(m, s), Normal(0, 1), Exponential(rate)
tail = Int(normal(high), high)
slope = diff(where(m + s * x > 0), m)
line = Var("t", R)

EXAMPLES = [
    Example(mean_of_indicator, E(where(x > c), x, r), Int(r(high), high), (density(r),)),
    Example(mean_of_indicator, E(where(c >= x), x, normal), Int(normal(low), low), (s > 0,)),
    Example(
        mean_of_indicator, E(where(x > 0, x**2), x, normal), Int(normal(half_line) * half_line**2, half_line), (s > 0,)
    ),
    Example(mean_of_indicator, E(where(x < c), x, exponential), Int(exponential(begin), begin), (rate > 0, c >= 0)),
    Example(gaussian_tail, tail, 1 - phi(c), (s > 0,)),
    Example(gaussian_tail, Int(normal(low), low), phi(c), (s > 0,)),
    Example(gaussian_tail, Int(normal(middle), middle), phi(d) - phi(c), (s > 0, c <= d)),
    Example(derivative_by_cases, slope, Number(0), (nonzero(m + s * x),)),
    Example(derivative_by_cases, E(slope, x, unit), E(Number(0), x, unit), (nonzero(s),)),
    Example(derivative_by_cases, E(slope, x, Laplace(0, 1)), E(Number(0), x, Laplace(0, 1)), (nonzero(s),)),
]

REFUSED = [
    # the other side, a law on integers, below the support, an equality, an end that moves with the variable
    Example(mean_of_indicator, E(where(x > c), x, r), Int(r(low), low), (density(r),)),
    Example(
        mean_of_indicator,
        E(where(half_line > c), half_line, exponential),
        Int(exponential(high), high),
        (rate > 0, c <= 0),
    ),
    Example(mean_of_indicator, E(where(x < c), x, exponential), Int(exponential(begin), begin), (rate > 0,)),
    Example(mean_of_indicator, E(where(x.eq(c)), x, normal), tail, (s > 0,)),
    Example(mean_of_indicator, E(where(x > c, otherwise=x), x, normal), tail, (s > 0,)),
    # the other tail, the ends the wrong way round, another law, the deviation for the variance
    Example(gaussian_tail, tail, phi(c), (s > 0,)),
    Example(gaussian_tail, Int(normal(middle), middle), phi(d) - phi(c), (s > 0,)),
    Example(gaussian_tail, Int(Laplace(m, s)(high), high), 1 - phi(c), (s > 0,)),
    Example(gaussian_tail, tail, half - half * erf((c - m) / (s**2 * sqrt(Number(2)))), (s > 0,)),
    # at the step; a law that has atoms; the step is not moved by what is drawn; all m at once
    Example(derivative_by_cases, slope, Number(0), ()),
    Example(
        derivative_by_cases,
        E(diff(where(m + x > 0), m), x, DiscreteUniform(0, 3)),
        E(Number(0), x, DiscreteUniform(0, 3)),
    ),
    Example(derivative_by_cases, E(slope, x, unit), E(Number(0), x, unit), ()),
    Example(derivative_by_cases, E(diff(where(m > 0), m) * x**2, x, unit), E(0 * x**2, x, unit), ()),
    Example(
        derivative_by_cases, E(Sup(diff(where(line + x > 0), line), line), x, unit), E(Sup(0 * line, line), x, unit)
    ),
    Example(
        derivative_by_cases,
        E(Limit(diff(where(x > cos(line)), line), line, oo), x, unit),
        E(Limit(0 * line, line, oo), x, unit),
    ),
    Example(derivative_by_cases, E(diff(where(x > 0), x), x, Uniform(-1, 1)), E(0 * x, x, Uniform(-1, 1))),
    Example(derivative_by_cases, diff(where(m > c, sin(m), m), m), where(m > c, m, m), (nonzero(m - c),)),
]
