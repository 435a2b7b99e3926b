r"""Which law a formula is about, where words name one: "the density of a normal distribution is f_X(x) = ...".

A page may write so of an X that has another law: the formula is then about the family, and not about this X.  Or words
say that X is truncated, or under which condition a mean is meant, and it is not about the law that X was given.
"""

from __future__ import annotations

import re

from ... import language as L
from ..context import Context
from ..syntax import Bracket, Syntax
from ..threads import Formula
from ..words import prose

_CUT = re.compile(r"\b(truncat\w*|censored|folded|winsori[sz]\w*|restrict(ed|ing) to)\b")
_CONDITION = re.compile(
    r"\b(condition(ed|al|ally|ing) (up)?on|given that|(if (we|you|one) know|knowing) that|"
    r"conditional (mean|variance|expect\w+))\b"
)
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


def restricted(context: Context, relation: L.Relation, begins: Syntax, formula: Formula) -> list[str]:
    """The random variables in a relation of which words say that their law is cut, or meant under a condition."""
    if not context.laws and not context.data:
        return []
    written = any(isinstance(part, Bracket) and part.given is not None for part in begins.walk())
    here = f"{prose.sentence(formula.lead)} {formula.rest.lower()}"
    if not _CUT.search(context.said) and (written or not _CONDITION.search(here)):
        return []
    inside = {n for n in relation.walk() if isinstance(n, L.Law)}
    found = [name for name, law in context.laws.items() if law in inside]
    kinds = {type(law) for law in inside}
    return sorted(found + [stem for stem, (_, law) in context.data.items() if type(law) in kinds])


def _family(word: str) -> tuple[type[L.Law], ...] | None:
    """The laws that a word names: none for a compound of families that is not known, None for any other word."""
    if word in _FAMILIES:
        return _FAMILIES[word]
    return () if "-" in word and not _FAMILIES.keys().isdisjoint(word.split("-")) else None


__all__ = ["about_others"]
