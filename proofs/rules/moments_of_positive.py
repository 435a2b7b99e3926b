"""Moments of the named laws on the positive half line beside the gamma laws, and of laws with heavy tails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import factorial

from ..language import (
    Expectation,
    FisherF,
    HalfNormal,
    InverseGamma,
    InverseGaussian,
    Logistic,
    LogNormal,
    Neg,
    Number,
    Pareto,
    Plus,
    Rayleigh,
    StudentT,
    Term,
    Var,
    Weibull,
    digamma,
    exp,
    fold,
    gamma,
    log,
    pi,
    replace,
    sqrt,
)
from ..language.facts import Facts
from ..registry import rule
from ..views import coefficients, split, times
from .moments import ONE, ZERO, exponential_factor, exponents_of, gaussian_moment, is_log_of, means


@rule("by the moments of the log-normal distribution")
def lognormal_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}[x^s] = e^{s \mu + s^2 \sigma^2 / 2}, \quad \mathbb{E}[\log x] = \mu, \quad \mathbb{E}[(\log x - a)^2] = \sigma^2 + (\mu - a)^2, \quad \log x \sim \mathcal{N}(\mu, \sigma^2)"""
    match t:
        case Expectation(body, x, LogNormal(mean, deviation, _)):
            yield from means(body, x, lambda n: exp(n * mean + n**2 * deviation**2 / 2) if n else ONE)
            coefficient, rest = split(body, x)
            for s in exponents_of(rest, x):
                yield times(coefficient, exp(s * mean + s**2 * deviation**2 / 2))
            y = Var("\\log " + x.name)
            logged = replace(body, log(x), y)
            if x not in logged.free and y not in body.free:
                yield from means(logged, y, lambda n: gaussian_moment(n, mean, deviation))


@rule("by the moments of the inverse gamma distribution")
def inverse_gamma_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{1/x \sim \operatorname{Gamma}(a, b)}[x^s] = \frac{\Gamma(a - s)\, b^s}{\Gamma(a)}, \; s < a, \quad \mathbb{E}[\log x] = \log b - \psi(a)"""
    match t:
        case Expectation(body, x, InverseGamma(a, b, _)):
            yield from _powers(body, x, lambda s: gamma(a - s) * b**s / gamma(a), lambda s: facts.positive(a - s))
            coefficient, rest = split(body, x)
            if is_log_of(rest, x):
                yield times(coefficient, log(b) - digamma(a))


def _powers(body: Term, x: Var, moment: Callable[[Term], Term], exists: Callable[[Term], bool]) -> Iterator[Term]:
    """The mean of a polynomial or of a power, where all the moments it needs exist."""
    found = coefficients(body, x)
    if x in body.free and found is not None and all(c is ZERO or exists(Number(n)) for n, c in enumerate(found)):
        yield from means(body, x, lambda n: moment(Number(n)) if n else ONE)
    coefficient, rest = split(body, x)
    for s in exponents_of(rest, x):
        if exists(s):
            yield times(coefficient, moment(s))


@rule("by the moments of the inverse Gaussian distribution")
def inverse_gaussian_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}[x^n] = \mu^n \sum_{k=0}^{n-1} \frac{(n-1+k)!}{k! (n-1-k)!} \left(\frac{\mu}{2 \lambda}\right)^k, \quad \mathbb{E}[1/x] = \frac{1}{\mu} + \frac{1}{\lambda}, \quad \mathbb{E}[e^{t x}] = e^{\frac{\lambda}{\mu} \left(1 - \sqrt{1 - 2 \mu^2 t / \lambda}\right)}, \; 2 \mu^2 t < \lambda"""
    match t:
        case Expectation(body, x, InverseGaussian(mean, shape, _)):
            yield from means(body, x, lambda n: _inverse_gaussian(n, mean, shape))
            coefficient, rest = split(body, x)
            yield from (
                times(coefficient, 1 / mean + 1 / shape) for s in exponents_of(rest, x) if s in (Number(-1), Neg(ONE))
            )
            for factor, slope in exponential_factor(body, x):
                inside = 1 - 2 * mean**2 * slope / shape
                if facts.positive(inside):
                    yield times(factor, exp(shape / mean * (1 - sqrt(inside))))


def _inverse_gaussian(n: int, mean: Term, shape: Term) -> Term:
    ways = (factorial(n - 1 + k) // (factorial(k) * factorial(n - 1 - k)) for k in range(n))
    return (
        fold(Plus, [times(Number(w), mean**n, (mean / (2 * shape)) ** k) for k, w in enumerate(ways)], 0) if n else ONE
    )


@rule("by the moments of the F distribution")
def fisher_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim F(m, n)}[x^s] = \left(\frac{n}{m}\right)^s \frac{\Gamma(m/2 + s)\, \Gamma(n/2 - s)}{\Gamma(m/2)\, \Gamma(n/2)}, \; -\frac{m}{2} < s < \frac{n}{2}"""
    match t:
        case Expectation(body, x, FisherF(m, n, _)):
            p, q = m / 2, n / 2
            yield from _powers(
                body,
                x,
                lambda s: (n / m) ** s * gamma(p + s) * gamma(q - s) / (gamma(p) * gamma(q)),
                lambda s: facts.positive(p + s) and facts.positive(q - s),
            )


@rule("by the moments of the half-normal distribution")
def half_normal_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}[x^s] = \frac{2^{s/2} \sigma^s\, \Gamma\left(\frac{s+1}{2}\right)}{\sqrt{\pi}}, \; s > -1, \quad x = |z|, \; z \sim \mathcal{N}(0, \sigma^2)"""
    match t:
        case Expectation(body, x, HalfNormal(scale, _)):
            yield from _powers(
                body,
                x,
                lambda s: Number(2) ** (s / 2) * scale**s * gamma((s + 1) / 2) / sqrt(pi),
                lambda s: facts.positive(s + 1),
            )


@rule("by the moments of the Weibull distribution")
def weibull_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}[x^s] = \lambda^s\, \Gamma\left(1 + \frac{s}{k}\right), \quad s > -k; \text{ for the Rayleigh distribution } k = 2, \; \lambda = \sqrt{2}\, \sigma"""
    match t:
        case Expectation(body, x, Weibull(k, scale, _)):
            shape, size = k, scale
        case Expectation(body, x, Rayleigh(sigma, _)):
            shape, size = Number(2), sqrt(Number(2)) * sigma
        case _:
            return
    yield from _powers(body, x, lambda s: size**s * gamma(1 + s / shape), lambda s: facts.positive(1 + s / shape))


@rule("by the moments of the Pareto distribution")
def pareto_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}[x^s] = \frac{a\, m^s}{a - s}, \; s < a, \quad \mathbb{E}[\log x] = \log m + \frac{1}{a}, \quad x \sim \operatorname{Pareto}(a, m)"""
    match t:
        case Expectation(body, x, Pareto(a, m, _)):
            yield from _powers(body, x, lambda s: a * m**s / (a - s), lambda s: facts.positive(a - s))
            coefficient, rest = split(body, x)
            if is_log_of(rest, x):
                yield times(coefficient, log(m) + 1 / a)


@rule("by the moments of the logistic distribution")
def logistic_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}[x] = \mu, \quad \mathbb{E}[x^2] = \mu^2 + \frac{\pi^2 s^2}{3}, \quad x \sim \operatorname{Logistic}(\mu, s)"""
    match t:
        case Expectation(body, x, Logistic(location, scale, _)):
            yield from _first_two(body, x, location, pi**2 * scale**2 / 3)


@rule("by the moments of Student's distribution")
def student_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}[x] = \mu, \; \nu > 1, \quad \mathbb{E}[x^2] = \mu^2 + \frac{\nu}{\nu - 2} s^2, \; \nu > 2, \quad x \sim t_\nu(\mu, s)"""
    match t:
        case Expectation(body, x, StudentT(freedom, location, scale, _)):
            found = coefficients(body, x, 2)
            if found is not None and facts.positive(freedom - len(found) + 1):
                yield from _first_two(body, x, location, freedom / (freedom - 2) * scale**2)


def _first_two(body: Term, x: Var, mean: Term, variance: Term) -> Iterator[Term]:
    """The mean of a polynomial of degree at most two."""
    if coefficients(body, x, 2) is not None:
        yield from means(body, x, lambda n: (ONE, mean, mean**2 + variance)[n])
