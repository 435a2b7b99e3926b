"""How the named laws are computed with: as images of simpler laws, by factorial moments, by bounds far out."""

from __future__ import annotations

from collections.abc import Callable
from math import comb, factorial
from typing import Any

from proofs import language as L

from .scalars import ONE, ZERO

HALF = L.half


def image(law: Any, name: str) -> tuple[L.Term, L.Var, L.Law] | None:
    """(x, u, simpler): the law is that of the term x in a variable u that has a simpler law; None for other laws."""
    positive, line = L.Var(name, L.R_POSITIVE), L.Var(name, L.R)
    waiting = L.Gamma(1, 1)  # the same as Exponential(1), but 0 is taken to be a singular point
    match law:
        case L.LogNormal(mean, deviation, _):
            return L.exp(line), line, L.Normal(mean, deviation)
        case L.InverseGamma(shape, scale, _):
            return 1 / positive, positive, L.Gamma(shape, scale)
        case L.ChiSquared(freedom, _):
            return positive, positive, L.Gamma(freedom / 2, HALF)
        case L.Weibull(shape, scale, _):
            return scale * L.exp(L.log(positive) / shape), positive, waiting
        case L.Rayleigh(scale, _):
            return scale * L.sqrt(2 * positive), positive, waiting
        case L.Pareto(shape, scale, _):
            return scale * L.exp(positive / shape), positive, L.Exponential(1)
    return None


def opened_densities(body: L.Term, var: L.Var, home: L.Space) -> L.Term:
    """``body`` with the densities at ``var`` of named laws that live on ``home``, where it is, written out."""
    for law in dict.fromkeys(n.head for n in body.walk() if isinstance(n, L.Apply) and n.args == (var,)):
        if isinstance(law, L.Family) and var not in law.free and L.alpha_equal(law.home, home):
            written = law.log_density(var)
            body = L.replace(L.replace(body, L.log(law(var)), written), law(var), L.exp(written))
    return body


def raw_moment(law: Any, n: int) -> L.Term:
    """E[x^n], where it is finite, under a law on the line of which quadrature is slow or fails."""
    match law:
        case L.InverseGaussian(mean, shape, _):
            ways = [factorial(n - 1 + k) // (factorial(k) * factorial(n - 1 - k)) for k in range(n)] or [1]
            return mean**n * L.fold(L.Plus, [w * (mean / (2 * shape)) ** k for k, w in enumerate(ways)], 0)
        case L.FisherF(above, below, _):
            return L.fold(L.Times, [below / above * (above / 2 + k) / (below / 2 - 1 - k) for k in range(n)], 1)
        case L.ExGaussian(mean, deviation, rate, _):
            x = L.Var("·Z", L.R)
            parts = [
                comb(n, k) * factorial(k) / rate**k * L.Expectation(x ** (n - k), x, L.Normal(mean, deviation))
                for k in range(n + 1)
            ]
            return L.fold(L.Plus, parts, 0)
    raise TypeError(f"expected a law whose moments are written out, found {law!r}")


def factorial_moment(law: Any, n: int) -> L.Term:
    """E[x (x - 1) ... (x - n + 1)] under a law on 0, 1, 2, ..."""
    match law:
        case L.Poisson(rate, _):
            return rate**n
        case L.Geometric(p, _):
            return _rising(L.Number(1), n) * ((1 - p) / p) ** n
        case L.NegativeBinomial(successes, p, _):
            return _rising(successes, n) * ((1 - p) / p) ** n
        case L.Binomial(count, p, _):
            return L.fold(L.Times, [count - k for k in range(n)], 1) * p**n
    raise TypeError(f"expected a law on 0, 1, 2, ..., found {law!r}")


def _rising(start: L.Term, n: int) -> L.Term:
    return L.fold(L.Times, [start + k for k in range(n)], 1)


def counting_mean(terms: dict[tuple[int, ...], Any], moment: Callable[[int], Any]) -> Any:
    """The mean of a polynomial by factorial moments: x^n is the sum of S(n, j) x (x - 1) ... (x - j + 1)."""
    result: Any = ZERO
    for (n,), c in terms.items():
        for j, ways in enumerate(_partitions(n)):
            if ways:
                result = result + c * ways * (moment(j) if j else ONE)
    return result


def _partitions(n: int) -> list[int]:
    """Stirling's numbers S(n, 0), ..., S(n, n) of the second kind."""
    row = [1]
    for _ in range(n):
        row = [j * (row[j] if j < len(row) else 0) + (row[j - 1] if j else 0) for j in range(len(row) + 1)]
    return row


def bound(law: L.NegativeBinomial, x: L.Term, least: int) -> L.Term:
    """What the probability of ``x`` >= 2 is at most; ``least`` is an integer >= successes.

    Gamma(x + r)/Gamma(x + 1) <= (x + r)^(r - 1) for r >= 1, since log Gamma is convex, and is at most 1 for r < 1.
    """
    r, p = law.successes, law.probability
    return (x + least) ** max(least - 1, 0) * L.exp(r * L.log(p) - L.loggamma(r) + x * L.log(1 - p))


__all__ = ["bound", "counting_mean", "factorial_moment", "image", "opened_densities", "raw_moment"]
