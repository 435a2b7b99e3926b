r"""Which law a recalled formula is about, where words name one: "the density of a normal distribution is f_X(x) = ...".

A page may write so of an X that has another law: the formula is then about the family, and not about this X.
"""

from __future__ import annotations

import re

from .. import language as L
from . import prose

_PHRASE = re.compile(
    r"\b(?:of|for)\s+(?:an?|the|any)\s+((?:[\w'-]+\s+){1,3}?)(?:random\s+(?:variable|vector)|distribution|law)s?\b"
)
_FAMILIES: dict[str, tuple[type[L.Law], ...]] = {
    "normal": (L.Normal, L.MultivariateNormal),
    "gaussian": (L.Normal, L.MultivariateNormal),
    "log-normal": (L.LogNormal,),
    "lognormal": (L.LogNormal,),
    "gamma": (L.Gamma,),
    "inverse-gamma": (L.InverseGamma,),
    "exponential": (L.Exponential,),
    "chi-squared": (L.ChiSquared,),
    "chi-square": (L.ChiSquared,),
    "beta": (L.Beta,),
    "uniform": (L.Uniform, L.DiscreteUniform),
    "bernoulli": (L.Bernoulli,),
    "binomial": (L.Binomial,),
    "poisson": (L.Poisson,),
    "geometric": (L.Geometric,),
    "laplace": (L.Laplace,),
    "cauchy": (L.Cauchy,),
    "weibull": (L.Weibull,),
    "logistic": (L.Logistic,),
    "t": (L.StudentT,),
    "f": (L.FisherF,),
    "ex-gaussian": (L.ExGaussian,),
    "inverse-gaussian": (L.InverseGaussian,),
    "wald": (L.InverseGaussian,),
}


def about_others(words: str, laws: dict[str, L.Law], relation: L.Relation) -> list[str]:
    """The random variables in a relation whose law is of another family than the one that words name."""
    named = [_family(word) for phrase in _PHRASE.findall(prose.sentence(words)) for word in phrase.split()]
    families = [family for family in named if family is not None]
    if not families:
        return []
    kinds = tuple(kind for family in families for kind in family)
    inside = {n for n in relation.walk() if isinstance(n, L.Law)}
    return sorted(name for name, law in laws.items() if law in inside and not isinstance(law, kinds))


def _family(word: str) -> tuple[type[L.Law], ...] | None:
    """The laws that a word names: none for a compound of families that is not known, None for any other word."""
    if word in _FAMILIES:
        return _FAMILIES[word]
    return () if "-" in word and not _FAMILIES.keys().isdisjoint(word.split("-")) else None


__all__ = ["about_others"]
