r"""The named laws of statistics, by the names that authors give them: ``\mathcal N(\mu, \sigma^2)``, ``Gam(a, b)``.

A law is read from its parameters in the order of the field: the second one of a normal law is a variance unless the
document's own formula says otherwise, the second one of a Gamma law is a rate.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from .. import language as L

Parameters = tuple[L.Term, ...]


@dataclass(frozen=True)
class Family:
    """How a law is made of its parameters, and what must hold of them."""

    law: Callable[[Parameters], L.Law]
    counts: tuple[int, ...]
    requires: Callable[[Parameters], tuple[L.Node, ...]]
    whole: tuple[int, ...] = ()  # the places of parameters that are integers


def _deviation(variance: L.Term) -> L.Term:
    """The deviation that belongs to a variance as it is written: of s^2 it is s."""
    match variance:
        case L.Power(base, L.Number(n)) if n == 2:
            return base
        case L.Number(value) if (root := _square_root(value)) is not None:
            return L.Number(root)
    return L.sqrt(variance)


def _square_root(value: Fraction) -> Fraction | None:
    if value <= 0:
        return None
    a, b = isqrt(value.numerator), isqrt(value.denominator)
    return Fraction(a, b) if a * a == value.numerator and b * b == value.denominator else None


def normal(parameters: Parameters) -> L.Law:
    """N(mean, variance), of numbers or of vectors."""
    mean, spread = parameters
    if L.is_scalar(spread):
        return L.Normal(mean, _deviation(spread))
    return L.MultivariateNormal(mean, spread)


def normal_by_deviation(parameters: Parameters) -> L.Law:
    """N(mean, deviation), where a document writes it so."""
    return L.Normal(*parameters)


def _normal_needs(parameters: Parameters) -> tuple[L.Node, ...]:
    spread = parameters[1]
    if not L.is_scalar(spread):
        return tuple(_definite(spread))
    deviation = _deviation(spread)
    return _positive(spread if isinstance(deviation, L.Apply) else deviation)


def _definite(spread: L.Term) -> Iterator[L.Node]:
    r"""What makes V, \sigma^2 V, (\tau \Lambda)^{-1} covariance matrices: definite matrices, positive multiples."""
    match spread:
        case L.Var():
            yield L.positive_definite(spread) if not L.is_scalar(spread) else spread > 0
        case L.Times(args):
            for factor in args:
                yield from _definite(factor)
        case L.Inverse(arg) | L.Quotient(arg, L.Number()):
            yield from _definite(arg)
        case L.Power(L.Var() as base, L.Number(n)) if n == 2 and L.is_scalar(base):
            yield base > 0


def _positive(*terms: L.Term) -> tuple[L.Node, ...]:
    return tuple(t > 0 for t in terms if not isinstance(t, L.Number))


def _all_positive(parameters: Parameters) -> tuple[L.Node, ...]:
    return _positive(*parameters)


def _second_positive(parameters: Parameters) -> tuple[L.Node, ...]:
    return _positive(parameters[-1])


def _probability(p: L.Term) -> tuple[L.Node, ...]:
    return () if isinstance(p, L.Number) else (p > 0, p < 1)


def _counted(n: L.Term) -> tuple[L.Node, ...]:
    return () if isinstance(n, L.Number) else (n >= 1,)


def _ordered(parameters: Parameters) -> tuple[L.Node, ...]:
    low, high = parameters
    return () if isinstance(low, L.Number) and isinstance(high, L.Number) else (low < high,)


def _at_most(parameters: Parameters) -> tuple[L.Node, ...]:
    low, high = parameters
    return () if isinstance(low, L.Number) and isinstance(high, L.Number) else (low <= high,)


_NORMAL = Family(normal, (2,), _normal_needs)
_GAMMA = Family(lambda p: L.Gamma(*p), (2,), _all_positive)
_BETA = Family(lambda p: L.Beta(*p), (2,), _all_positive)
_EXPONENTIAL = Family(lambda p: L.Exponential(*p), (1,), _all_positive)
_UNIFORM = Family(lambda p: L.Uniform(*p), (2,), _ordered)
_BERNOULLI = Family(lambda p: L.Bernoulli(*p), (1,), lambda p: _probability(p[0]))
_POISSON = Family(lambda p: L.Poisson(*p), (1,), _all_positive)
_LAPLACE = Family(lambda p: L.Laplace(*p), (2,), _second_positive)
_CAUCHY = Family(lambda p: L.Cauchy(*p), (2,), _second_positive)

_BINOMIAL = Family(lambda p: L.Binomial(*p), (2,), lambda p: (*_counted(p[0]), *_probability(p[1])), (0,))
_DISCRETE_UNIFORM = Family(lambda p: L.DiscreteUniform(*p), (2,), _at_most, (0, 1))
_GEOMETRIC = Family(lambda p: L.Geometric(*p), (1,), lambda p: _probability(p[0]))
_CHI_SQUARED = Family(lambda p: L.ChiSquared(*p), (1,), _all_positive)
_STUDENT = Family(lambda p: L.StudentT(p[0], L.Number(0), L.Number(1)), (1,), _all_positive)
_LOG_NORMAL = Family(lambda p: L.LogNormal(p[0], _deviation(p[1])), (2,), _normal_needs)
_INVERSE_GAMMA = Family(lambda p: L.InverseGamma(*p), (2,), _all_positive)
_WEIBULL = Family(lambda p: L.Weibull(*p), (2,), _all_positive)
_LOGISTIC = Family(lambda p: L.Logistic(*p), (2,), _second_positive)

FAMILIES: dict[tuple[str, str], Family] = {
    ("N", "cal"): _NORMAL,
    ("Normal", ""): _NORMAL,
    ("N", ""): _NORMAL,
    ("Gam", ""): _GAMMA,
    ("Gamma", "rm"): _GAMMA,
    ("Ga", ""): _GAMMA,
    ("Bet", ""): _BETA,
    ("Beta", ""): _BETA,
    ("Be", ""): _BETA,
    ("Exp", ""): _EXPONENTIAL,
    ("Exponential", ""): _EXPONENTIAL,
    ("U", "cal"): _UNIFORM,
    ("U", ""): _UNIFORM,
    ("Unif", ""): _UNIFORM,
    ("Uniform", ""): _UNIFORM,
    ("Bern", ""): _BERNOULLI,
    ("Ber", ""): _BERNOULLI,
    ("Bernoulli", ""): _BERNOULLI,
    ("Poiss", ""): _POISSON,
    ("Poisson", ""): _POISSON,
    ("Pois", ""): _POISSON,
    ("Poi", ""): _POISSON,
    ("Laplace", ""): _LAPLACE,
    ("Lap", ""): _LAPLACE,
    ("Cauchy", ""): _CAUCHY,
    ("Bin", ""): _BINOMIAL,
    ("Binom", ""): _BINOMIAL,
    ("Binomial", ""): _BINOMIAL,
    ("Geom", ""): _GEOMETRIC,
    ("Geometric", ""): _GEOMETRIC,
    ("chi^2", ""): _CHI_SQUARED,
    ("t", ""): _STUDENT,
    ("lnN", ""): _LOG_NORMAL,
    ("LogNormal", ""): _LOG_NORMAL,
    ("Lognormal", ""): _LOG_NORMAL,
    ("InvGamma", ""): _INVERSE_GAMMA,
    ("IG", ""): _INVERSE_GAMMA,
    ("Weibull", ""): _WEIBULL,
    ("Logistic", ""): _LOGISTIC,
}


def by_words(found: Family, words: str) -> Family | None:
    """The family that is meant where words say more than the letter: a uniform law that is discrete.

    None where the words speak of both kinds.
    """
    if found is not _UNIFORM or not re.search(r"\bdiscrete[\s-]+uniform", words):
        return found
    return None if re.search(r"\bcontinuous[\s-]+uniform", words) else _DISCRETE_UNIFORM


def family(name: str, font: str) -> Family | None:
    """The family that a symbol names; a word may be set in any upright font, a single letter only as the table says."""
    if name == "t" and font not in ("", "rm"):
        return None
    found = FAMILIES.get((name, "" if name == "t" else font))
    if found is None and len(name) > 1 and name != "Gamma" and font in ("", "rm", "text", "sf", "cal", "it"):
        found = FAMILIES.get((name, ""))
    return found
