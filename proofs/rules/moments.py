"""Moments of the named laws: means of powers, of polynomials, of exponentials and of logarithms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import comb, factorial

from ..images import linear_part
from ..language import (
    Apply,
    Beta,
    ChiSquared,
    Coord,
    Elementary,
    Entry,
    ExGaussian,
    Expectation,
    Exponential,
    Form,
    Gamma,
    Laplace,
    MultivariateNormal,
    Neg,
    Normal,
    Number,
    Plus,
    Power,
    Quotient,
    Term,
    Times,
    Uniform,
    Var,
    beta,
    depends,
    digamma,
    exp,
    fold,
    gamma,
    half,
    log,
    substitute,
)
from ..language.facts import Facts
from ..registry import rule
from ..views import coefficients, split, summands, times

ZERO, ONE = Number(0), Number(1)
_HIGHEST = 8


def _polynomial_mean(body: Term, x: Var, moment: Callable[[int], Term]) -> Term | None:
    """The mean of a polynomial from the means of the powers; None where the body is no polynomial that mentions x."""
    found = coefficients(body, x, _HIGHEST) if x in body.free else None
    if found is None:
        return None
    parts = [(c, moment(n)) for n, c in enumerate(found) if c is not ZERO]
    return fold(Plus, [times(c, m) for c, m in parts if m is not ZERO], 0)


@rule("by the moments of the normal distribution")
def gaussian_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \mathcal{N}(\mu, \sigma^2)}[x^{n+1}] = \mu\, \mathbb{E}[x^n] + n \sigma^2\, \mathbb{E}[x^{n-1}], \quad \mathbb{E}[(x - a)^2] = \sigma^2 + (\mu - a)^2, \quad \mathbb{E}[e^{t x}] = e^{\mu t + \sigma^2 t^2 / 2}"""
    match t:
        case Expectation(body, x, Normal(mean, deviation, _)):
            coefficient, rest = split(body, x)
            match rest:
                case Power(base, Number(n)) if n == 2 and (offset := _offset(base, x, facts)) is not None:
                    yield times(coefficient, deviation**2 + (mean - offset) ** 2)
            yield from means(body, x, lambda n: gaussian_moment(n, mean, deviation))
            for factor, slope in exponential_factor(body, x):
                yield times(factor, exp(mean * slope + deviation**2 * slope**2 / 2))


def _offset(base: Term, x: Var, facts: Facts) -> Term | None:
    """The a with base = x - a, or None."""
    parts = summands(base, facts)
    if x not in parts:
        return None
    rest = [p for p in parts if p is not x]
    if any(depends(p, x) for p in rest):
        return None
    return fold(Plus, [p.arg if isinstance(p, Neg) else Neg(p) for p in rest], 0)


def means(body: Term, x: Var, moment: Callable[[int], Term]) -> Iterator[Term]:
    found = _polynomial_mean(body, x, moment)
    if found is not None:
        yield found


def gaussian_moment(n: int, mean: Term, deviation: Term) -> Term:
    """E[x^n] = sum over even k of binom(n, k) (k - 1)!! sigma^k mu^(n - k)."""
    parts = []
    for k in range(0, n + 1, 2):
        pairings = factorial(k) // (2 ** (k // 2) * factorial(k // 2))
        parts.append(times(Number(comb(n, k) * pairings), power_of(deviation, k), power_of(mean, n - k)))
    return fold(Plus, parts, 0)


def power_of(base: Term, n: int) -> Term:
    return ONE if n == 0 else base if n == 1 else Power(base, Number(n))


def exponential_factor(body: Term, x: Var) -> Iterator[tuple[Term, Term]]:
    """(c, s) with body = c exp(s x), c and s free of x."""
    coefficient, rest = split(body, x)
    match rest:
        case Apply(Elementary("exp"), (exponent,)):
            found = coefficients(exponent, x, 1)
            if found is not None and len(found) == 2:
                yield (coefficient if found[0] is ZERO else times(coefficient, exp(found[0]))), found[1]


@rule("by the moments of the gamma distribution")
def gamma_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \operatorname{Gamma}(a, b)}[x^s] = \frac{\Gamma(a + s)}{\Gamma(a)\, b^s}, \quad \mathbb{E}[\log x] = \psi(a) - \log b, \quad \mathbb{E}[e^{t x}] = \left(\frac{b}{b - t}\right)^a, \; t < b"""
    match t:
        case Expectation(body, x, Gamma(a, b, _)):
            shape, rate = a, b
        case Expectation(body, x, Exponential(b, _)):
            shape, rate = ONE, b
        case Expectation(body, x, ChiSquared(freedom, _)):
            shape, rate = freedom / 2, half
        case _:
            return
    yield from means(body, x, lambda n: fold(_product, [*(_plus(shape, k) for k in range(n))], 1) / rate**n)
    coefficient, rest = split(body, x)
    for s in exponents_of(rest, x):
        if facts.positive(shape + s):
            yield times(coefficient, gamma(shape + s) / (gamma(shape) * rate**s))
    if is_log_of(rest, x):
        yield times(coefficient, digamma(shape) - log(rate))
    for factor, slope in exponential_factor(body, x):
        if facts.positive(rate - slope):
            yield times(factor, (rate / (rate - slope)) ** shape)


def _product(args: tuple[Term, ...]) -> Term:
    return times(*args)


def _plus(a: Term, k: int) -> Term:
    return a if k == 0 else a + k


def exponents_of(rest: Term, x: Var) -> Iterator[Term]:
    """The s with rest = x^s."""
    match rest:
        case Power(base, s) if base is x and x not in s.free:
            yield s
        case Apply(Elementary("sqrt"), (base,)) if base is x:
            yield half
        case Quotient(one, base) if one is ONE:
            yield from (Neg(s) for s in ((ONE,) if base is x else exponents_of(base, x)))


def is_log_of(rest: Term, inner: Term) -> bool:
    match rest:
        case Apply(Elementary("log"), (a,)):
            return a is inner
    return False


@rule("by the moments of the ex-Gaussian distribution")
def ex_gaussian_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}[x^n] = \sum_k \binom{n}{k} \frac{k!}{\lambda^k} \mathbb{E}[z^{n-k}], \; z \sim \mathcal{N}(\mu, \sigma^2), \quad \mathbb{E}[e^{t x}] = \frac{\lambda}{\lambda - t} e^{\mu t + \sigma^2 t^2 / 2}, \; t < \lambda"""
    match t:
        case Expectation(body, x, ExGaussian(mean, deviation, rate, _)):
            yield from means(body, x, lambda n: _ex_gaussian(n, mean, deviation, rate))
            for factor, slope in exponential_factor(body, x):
                if facts.positive(rate - slope):
                    gaussian = exp(mean * slope + deviation**2 * slope**2 / 2)
                    yield times(factor, rate / (rate - slope), gaussian)


def _ex_gaussian(n: int, mean: Term, deviation: Term, rate: Term) -> Term:
    parts = [
        times(Number(comb(n, k) * factorial(k)), gaussian_moment(n - k, mean, deviation)) / power_of(rate, k)
        for k in range(n + 1)
    ]
    return fold(Plus, parts, 0)


@rule("by the moments of the beta distribution")
def beta_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \operatorname{Beta}(a, b)}[x^s] = \frac{\mathrm{B}(a + s, b)}{\mathrm{B}(a, b)}, \quad \mathbb{E}[\log x] = \psi(a) - \psi(a + b), \quad \mathbb{E}[\log(1 - x)] = \psi(b) - \psi(a + b)"""
    match t:
        case Expectation(body, x, Beta(a, b, _)):
            yield from means(body, x, lambda n: _beta(n, a, b))
            coefficient, rest = split(body, x)
            for s in exponents_of(rest, x):
                if facts.positive(a + s):
                    yield times(coefficient, beta(a + s, b) / beta(a, b))
            if is_log_of(rest, x):
                yield times(coefficient, digamma(a) - digamma(a + b))
            if is_log_of(rest, 1 - x):
                yield times(coefficient, digamma(b) - digamma(a + b))


def _beta(n: int, a: Term, b: Term) -> Term:
    parts: list[Term] = [_plus(a, k) / _plus(a + b, k) for k in range(n)]
    return fold(_product, parts, 1)


@rule("by the moments of the Laplace distribution")
def laplace_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \operatorname{Laplace}(\mu, b)}[(x - \mu)^k] = k!\, b^k \text{ for even } k, \; 0 \text{ for odd } k, \quad \mathbb{E}|x - \mu| = b"""
    match t:
        case Expectation(body, x, Laplace(location, scale, _)):
            yield from means(body, x, lambda n: _laplace(n, location, scale))
            coefficient, rest = split(body, x)
            match rest:
                case Apply(Elementary("abs"), (Plus((y, Neg(m))),)) if y is x and m is location:
                    yield times(coefficient, scale)


def _laplace(n: int, location: Term, scale: Term) -> Term:
    even = range(0, n + 1, 2)
    parts = [times(Number(comb(n, k) * factorial(k)), power_of(scale, k), power_of(location, n - k)) for k in even]
    return fold(Plus, parts, 0)


@rule("by the moments of the uniform distribution")
def uniform_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \mathcal{U}(a, b)}[x^n] = \frac{a^n + a^{n-1} b + \dots + b^n}{n + 1}"""
    match t:
        case Expectation(body, x, Uniform(low, high, _)):
            yield from means(body, x, lambda n: _uniform(n, low, high))


def _uniform(n: int, low: Term, high: Term) -> Term:
    return fold(Plus, [times(power_of(low, n - k), power_of(high, k)) for k in range(n + 1)], 0) / Number(n + 1)


@rule("by the moments of the multivariate normal distribution")
def gaussian_vector_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \mathcal{N}(\mu, \Sigma)}[x_i] = \mu_i, \quad \mathbb{E}[x_i x_j] = \Sigma_{ij} + \mu_i \mu_j, \quad \mathbb{E}[a^\top (B x + b)] = a^\top (B \mu + b)"""
    match t:
        case Expectation(body, x, MultivariateNormal(mean, covariance, _)):
            coefficient, rest = split(body, x)
            match rest:
                case Coord(y, i) if y is x and x not in i.free:
                    yield times(coefficient, mean[i])
                case Times((Coord(y, i), Coord(z, j))) if y is x and z is x and x not in i.free | j.free:
                    yield times(coefficient, Entry(covariance, i, j) + mean[i] * mean[j])
                case Power(Coord(y, i), Number(n)) if n == 2 and y is x and x not in i.free:
                    yield times(coefficient, Entry(covariance, i, i) + mean[i] ** 2)
                case Form(a, matrix, y) if x not in a.free | matrix.free and linear_part(y, x) is not None:
                    yield times(coefficient, Form(a, matrix, substitute(y, {x: mean})))
                case Form(y, matrix, a) if x not in a.free | matrix.free and linear_part(y, x) is not None:
                    yield times(coefficient, Form(substitute(y, {x: mean}), matrix, a))
