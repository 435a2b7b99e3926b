"""Moments of the named laws on integers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import factorial

from ..language import (
    Bernoulli,
    BetaBinomial,
    Binomial,
    DiscreteUniform,
    Expectation,
    Geometric,
    Hypergeometric,
    NegativeBinomial,
    Number,
    Plus,
    Poisson,
    Term,
    exp,
    fold,
    substitute,
)
from ..language.facts import Facts
from ..registry import rule
from ..views import coefficients, times
from .closed_sums import faulhaber
from .moments import ONE, ZERO, exponential_factor, means, power_of


def _by_factorial_moments(n: int, moment: Callable[[int], Term]) -> Term:
    """E[x^n] = sum over k of S(n, k) E[x (x - 1) ... (x - k + 1)], S(n, k) the Stirling numbers of the second kind."""
    stirling = [1]
    for _ in range(n):
        stirling = [k * s + (stirling[k - 1] if k else 0) for k, s in enumerate([*stirling, 0])]
    return fold(Plus, [times(Number(s), moment(k)) for k, s in enumerate(stirling) if s], 0)


@rule("by the moments of the Bernoulli distribution")
def bernoulli_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \operatorname{Bern}(p)}[x^n] = p, \; n \ge 1, \quad \mathbb{E}[f(x)] = p f(1) + (1 - p) f(0)"""
    match t:
        case Expectation(body, x, Bernoulli(p, _)):
            yield from means(body, x, lambda n: p if n else ONE)
            yield p * substitute(body, {x: ONE}) + (1 - p) * substitute(body, {x: ZERO})


@rule("by the moments of the Poisson distribution")
def poisson_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \operatorname{Poisson}(\lambda)}[x (x - 1) \cdots (x - n + 1)] = \lambda^n, \quad \mathbb{E}[e^{t x}] = e^{\lambda (e^t - 1)}"""
    match t:
        case Expectation(body, x, Poisson(rate, _)):
            yield from means(body, x, lambda n: _by_factorial_moments(n, lambda k: power_of(rate, k)))
            for factor, slope in exponential_factor(body, x):
                yield times(factor, exp(rate * (exp(slope) - 1)))


@rule("by the moments of the binomial distribution")
def binomial_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \operatorname{Bin}(n, p)}[x (x - 1) \cdots (x - k + 1)] = n (n - 1) \cdots (n - k + 1)\, p^k, \quad \mathbb{E}[e^{t x}] = (1 - p + p e^t)^n"""
    match t:
        case Expectation(body, x, Binomial(count, p, _)):
            yield from means(
                body, x, lambda n: _by_factorial_moments(n, lambda k: times(*_falling(count, k), power_of(p, k)))
            )
            for factor, slope in exponential_factor(body, x):
                yield times(factor, (1 - p + p * exp(slope)) ** count)


def _falling(n: Term, k: int) -> list[Term]:
    return [n if j == 0 else n - j for j in range(k)]


@rule("by the moments of the beta-binomial distribution")
def beta_binomial_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \operatorname{BetBin}(n, a, b)}[x (x - 1) \cdots (x - k + 1)] = n (n - 1) \cdots (n - k + 1)\, \frac{a (a + 1) \cdots (a + k - 1)}{(a + b) \cdots (a + b + k - 1)}"""
    match t:
        case Expectation(body, x, BetaBinomial(n, a, b, _)):

            def moment(k: int) -> Term:
                return times(*_falling(n, k), *_rising(a, k)) / times(*_rising(a + b, k)) if k else ONE

            yield from means(body, x, lambda n: _by_factorial_moments(n, moment))


@rule("by the moments of the hypergeometric distribution")
def hypergeometric_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \operatorname{Hyp}(N, K, n)}[x (x - 1) \cdots (x - k + 1)] = \frac{n \cdots (n - k + 1)\, K \cdots (K - k + 1)}{N \cdots (N - k + 1)}, \; N \ge k"""
    match t:
        case Expectation(body, x, Hypergeometric(population, successes, draws, _)):

            def moment(k: int) -> Term:
                both = times(*_falling(draws, k), *_falling(successes, k))
                return both / times(*_falling(population, k)) if k else ONE

            found = coefficients(body, x)
            if found is not None and facts.nonnegative(population - len(found) + 1):
                yield from means(body, x, lambda n: _by_factorial_moments(n, moment))


@rule("by the moments of the geometric distribution")
def geometric_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \operatorname{Geom}(p)}[x (x - 1) \cdots (x - k + 1)] = k! \left(\frac{1 - p}{p}\right)^k, \quad \mathbb{E}[e^{t x}] = \frac{p}{1 - (1 - p) e^t}, \; (1 - p) e^t < 1"""
    match t:
        case Expectation(body, x, Geometric(p, _)):
            odds = (1 - p) / p
            yield from means(
                body, x, lambda n: _by_factorial_moments(n, lambda k: times(Number(factorial(k)), power_of(odds, k)))
            )
            for factor, slope in exponential_factor(body, x):
                rest = 1 - (1 - p) * exp(slope)
                if facts.positive(rest):
                    yield times(factor, p / rest)


@rule("by the moments of the negative binomial distribution")
def negative_binomial_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \operatorname{NB}(r, p)}[x (x - 1) \cdots (x - k + 1)] = r (r + 1) \cdots (r + k - 1) \left(\frac{1 - p}{p}\right)^k"""
    match t:
        case Expectation(body, x, NegativeBinomial(r, p, _)):
            odds = (1 - p) / p
            yield from means(
                body, x, lambda n: _by_factorial_moments(n, lambda k: times(*_rising(r, k), power_of(odds, k)))
            )


def _rising(r: Term, k: int) -> list[Term]:
    return [r if j == 0 else r + j for j in range(k)]


@rule("by the moments of the uniform distribution on integers")
def discrete_uniform_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \mathcal{U}\{a, \dots, b\}}[x^n] = \frac{1}{b - a + 1} \sum_{x=a}^{b} x^n, \quad \mathbb{E}[x] = \frac{a + b}{2}"""
    match t:
        case Expectation(body, x, DiscreteUniform(low, high, _)):
            size = high - low + 1
            yield from means(body, x, lambda n: (faulhaber(n, high) - faulhaber(n, low - 1)) / size)
