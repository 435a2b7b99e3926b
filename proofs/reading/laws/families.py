r"""The named laws of statistics, by the names that authors give them: ``\mathcal N(\mu, \sigma^2)``, ``Gam(a, b)``.

A law is read from its parameters in the order of the field: the second one of a normal law is a variance unless the
document's own formula says otherwise.  A name that authors use in several ways is a ``Choice``: the prose or the
letters of the parameters tell which is meant, and where they do not, or contradict each other, it is left open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import isqrt

from ... import language as L

Parameters = tuple[L.Term, ...]


@dataclass(frozen=True)
class Family:
    """How a law is made of its parameters, and what must hold of them."""

    law: Callable[[Parameters], L.Law]
    counts: tuple[int, ...]
    requires: Callable[[Parameters], tuple[L.Node, ...]]
    whole: tuple[int, ...] = ()  # the places of parameters that are integers

    def meant(self, words: str, letters: str, roles: Collection[str]) -> Family | None:
        """This one, whatever is said."""
        return self

    def presumed(self, words: str, letters: str, roles: Collection[str]) -> tuple[str, ...]:
        """What its last parameter is only presumed to be: nothing."""
        return ()


@dataclass(frozen=True)
class Use:
    """One way in which a name is used, the prose that says so, and the letters that such parameters have."""

    family: Family | None  # None: a law that is not read
    words: str = r"(?!)"  # a pattern, in lower case
    letters: str = r"(?!)"  # a pattern for the names of the parameters, with blanks between them
    usual: bool = False
    roles: frozenset[str] = frozenset()  # what its last parameter is: a rate, a scale


@dataclass(frozen=True)
class Choice:
    """A name with several uses.

    ``doubted`` is a pattern for last parameters of which it is not certain that they are what they usually are.
    """

    uses: tuple[Use, ...]
    doubted: str = r"(?!)"

    def meant(self, words: str, letters: str, roles: Collection[str]) -> Family | None:
        """The family that words and letters speak for; the usual one where they say nothing; None if it stays open.

        ``roles``: what is said of the last parameter, a rate, a scale, which comes before what is said of the law.
        """
        found = self._evident(words, letters, roles) or [u for u in self.uses if u.usual]
        return found[0].family if len(found) == 1 else None

    def presumed(self, words: str, letters: str, roles: Collection[str]) -> tuple[str, ...]:
        """What its last parameter may be, where nothing tells which: a rate or a scale."""
        sure = not re.fullmatch(self.doubted, letters.split(" ")[-1]) or self._evident(words, letters, roles)
        return () if sure else tuple(min(use.roles) for use in self.uses)

    def otherwise(self, chosen: Family) -> Family | None:
        """The family that the name stands for elsewhere, where it is one of two."""
        others = [use.family for use in self.uses if use.family is not None and use.family is not chosen]
        return others[0] if len(others) == 1 else None

    def _evident(self, words: str, letters: str, roles: Collection[str]) -> list[Use]:
        fitting = [u for u in self.uses if not u.roles.isdisjoint(roles)]
        spoken = fitting or [u for u in self.uses if re.search(u.words, words)]
        return spoken or [u for u in self.uses if re.fullmatch(u.letters, letters)]


LawName = Family | Choice


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


def matrix_normal(parameters: Parameters) -> L.Law:
    """MN(mean, covariance within columns, covariance between columns)."""
    return L.MatrixNormal(*parameters)


def _both_definite(parameters: Parameters) -> tuple[L.Node, ...]:
    return tuple(c for spread in parameters[1:] for c in _definite(spread))


def student(parameters: Parameters) -> L.Law:
    """t(location, square of the scale, freedom), of numbers or of vectors."""
    location, spread, freedom = parameters
    if L.is_scalar(spread):
        return L.StudentT(freedom, location, _deviation(spread))
    return L.MultivariateT(location, spread, freedom)


def normal_by_deviation(parameters: Parameters) -> L.Normal:
    """N(mean, deviation), where a document writes it so."""
    return L.Normal(*parameters)


def normal_by_precision(parameters: Parameters) -> L.Normal:
    """N(mean, precision), where a document says so."""
    mean, precision = parameters
    return L.Normal(mean, 1 / L.sqrt(precision))


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


def _all_but_first(parameters: Parameters) -> tuple[L.Node, ...]:
    return _positive(*parameters[1:])


def _ordered(parameters: Parameters) -> tuple[L.Node, ...]:
    low, high = parameters
    return () if isinstance(low, L.Number) and isinstance(high, L.Number) else (low < high,)


def _at_most(parameters: Parameters) -> tuple[L.Node, ...]:
    low, high = parameters
    return () if isinstance(low, L.Number) and isinstance(high, L.Number) else (low <= high,)


_NORMAL = Family(normal, (2,), _normal_needs)
_BETA = Family(lambda p: L.Beta(*p), (2,), _all_positive)
_UNIFORM = Family(lambda p: L.Uniform(*p), (2,), _ordered)
_BERNOULLI = Family(lambda p: L.Bernoulli(*p), (1,), lambda p: _probability(p[0]))
_POISSON = Family(lambda p: L.Poisson(*p), (1,), _all_positive)
_LAPLACE = Family(lambda p: L.Laplace(*p), (2,), _second_positive)
_CAUCHY = Family(lambda p: L.Cauchy(*p), (2,), _second_positive)
_BINOMIAL = Family(lambda p: L.Binomial(*p), (2,), lambda p: (*_counted(p[0]), *_probability(p[1])), (0,))
_DISCRETE_UNIFORM = Family(lambda p: L.DiscreteUniform(*p), (2,), _at_most, (0, 1))
_CHI_SQUARED = Family(lambda p: L.ChiSquared(*p), (1,), _all_positive)
_STUDENT = Family(lambda p: L.StudentT(p[0], L.Number(0), L.Number(1)), (1,), _all_positive)
SHIFTED_STUDENT = Family(student, (3,), lambda p: (*_normal_needs(p[:2]), *_positive(p[2])))
_MATRIX_NORMAL = Family(matrix_normal, (3,), _both_definite)
_FISHER = Family(lambda p: L.FisherF(*p), (2,), _all_positive)
_LOG_NORMAL = Family(lambda p: L.LogNormal(p[0], _deviation(p[1])), (2,), _normal_needs)
_INVERSE_GAMMA = Family(lambda p: L.InverseGamma(*p), (2,), _all_positive)
_INVERSE_GAUSSIAN = Family(lambda p: L.InverseGaussian(*p), (2,), _all_positive)
_LOGISTIC = Family(lambda p: L.Logistic(*p), (2,), _second_positive)
_GUMBEL = Family(lambda p: L.Gumbel(*p), (2,), _second_positive)
_RAYLEIGH = Family(lambda p: L.Rayleigh(_scale(p[0])), (1,), lambda p: _positive(_scale(p[0])))
_HALF_NORMAL = Family(lambda p: L.HalfNormal(_scale(p[0])), (1,), lambda p: _positive(_scale(p[0])))
_BETA_BINOMIAL = Family(lambda p: L.BetaBinomial(*p), (3,), lambda p: (*_counted(p[0]), *_positive(*p[1:])), (0,))


def entries(vector: L.Term) -> L.Term:
    """The vector itself, where it is written by all of its entries."""
    match vector:
        case L.VectorOf(L.Coord(L.Var() as whole, place), index) if place is index:
            home = L.space_of(whole)
            if isinstance(home, L.Vectors) and index.space is L.Range(L.Number(1), home.dimension):
                return whole
    return vector


def _of_categories(law: Callable[..., L.Law], count: int) -> Family:
    """A law whose last parameter is a vector with an entry for each category."""

    def made(p: Parameters) -> L.Law:
        if L.is_scalar(p[-1]):
            raise TypeError(f"expected a vector, found {p[-1]!r}")
        return law(*p[:-1], entries(p[-1]))

    def requires(p: Parameters) -> tuple[L.Node, ...]:
        vector = entries(p[-1])
        several = L.categories(vector) >= 2
        entrywise = (c for c in made(p).conditions() if c.free and not L.alpha_equal(c, L.categories(vector) >= 1))
        count = tuple(p[:-1])
        conditions = (c for c in entrywise if not any(n in count for n in c.children()))
        return (*(c for n in count for c in _counted(n)), *((several,) if several.free else ()), *conditions)

    return Family(made, (count,), requires, tuple(range(count - 1)))


DIRICHLET = _of_categories(L.Dirichlet, 1)
MULTINOMIAL = _of_categories(L.Multinomial, 2)
CATEGORICAL = _of_categories(L.Categorical, 1)


def _scale(parameter: L.Term) -> L.Term:
    """The scale where a law is written with it or with its square: both are written \\sigma and \\sigma^2."""
    return _deviation(parameter) if isinstance(parameter, L.Power) else parameter


def _hypergeometric(population: int, successes: int, draws: int) -> Family:
    """The law with its parameters at these places."""
    order = (population, successes, draws)

    def law(p: Parameters) -> L.Law:
        return L.Hypergeometric(*(p[k] for k in order))

    def requires(p: Parameters) -> tuple[L.Node, ...]:
        return tuple(c for c in law(p).conditions() if not c.free.isdisjoint(law(p).free))

    return Family(law, (3,), requires, (0, 1, 2))


_OTHER_SHAPES = r"\b(inverse[\s-]+ga|invga|ig\b|weibull|pareto|wald\b|beta?\b)"  # laws that have a shape, too
_SHAPE_AND = (  # said of this law, not of another one on the page
    rf"(?:(?<!inverse[\s-])\bgamma|^(?![\s\S]*{_OTHER_SHAPES})[\s\S]*\bshape)\b"
    rf"(?:(?!{_OTHER_SHAPES})[^.]){{0,60}}\b"
)
_RATE = frozenset(("rate",))
_SCALE, _SCALE_OR_MEAN = frozenset(("scale",)), frozenset(("scale", "mean"))
_EXPONENTIAL_OF = r"\bexponential\w*\b[^.]{0,60}\b"
_GAMMA = Choice((
    Use(Family(lambda p: L.Gamma(*p), (2,), _all_positive), words=_SHAPE_AND + r"rate\b", usual=True, roles=_RATE),
    Use(Family(lambda p: L.Gamma(p[0], 1 / p[1]), (2,), _all_positive), words=_SHAPE_AND + r"scale\b",
        letters=r"\S+ theta\S*", roles=_SCALE),
))  # fmt: skip
_GAMMA_SPELT_OUT = Choice(_GAMMA.uses, doubted=r"(?!lambda|[rk])\S*")  # Gam(a, b) has a rate, Gamma(a, b) has either
_EXPONENTIAL = Choice((
    Use(Family(lambda p: L.Exponential(*p), (1,), _all_positive), words=_EXPONENTIAL_OF + r"rate\b", usual=True,
        roles=_RATE),
    Use(Family(lambda p: L.Exponential(1 / p[0]), (1,), _all_positive), words=_EXPONENTIAL_OF + r"scale\b",
        roles=_SCALE_OR_MEAN),
), doubted=r"(theta|beta|mu|tau|eta|[bms])\S*")  # fmt: skip
_UNIFORM_OF_SOME_KIND = Choice((
    Use(_UNIFORM, words=r"\bcontinuous[\s-]+uniform", usual=True),
    Use(_DISCRETE_UNIFORM, words=r"\bdiscrete[\s-]+uniform"),
))  # fmt: skip
_IG = Choice((
    Use(_INVERSE_GAMMA, words=r"\binverse[\s-]+gamma", letters=r"(a|alpha)\S* (b|beta)\S*"),
    Use(_INVERSE_GAUSSIAN, words=r"\binverse[\s-]+gaussian|\bwald\b", letters=r"mu\S* lambda\S*"),
))  # fmt: skip
_PASSAGE = Family(lambda p: L.InverseGaussian(p[1] / p[0], p[1] ** 2), (2,), _all_positive)
_WALD = Choice((
    Use(_INVERSE_GAUSSIAN, words=r"\bmean parameter|\bmean\b[^.]{0,30}\bshape\b", letters=r"mu\S* lambda\S*"),
    Use(_PASSAGE, words=r"\bdrift\b|\bthreshold\b", letters=r"(gamma|nu|v)\S* (alpha|a)\S*"),
))  # fmt: skip
_EX_GAUSSIAN = Choice((
    Use(Family(lambda p: L.ExGaussian(*p), (3,), _all_but_first), letters=r"\S+ sigma\S* lambda\S*"),
    Use(Family(lambda p: L.ExGaussian(p[0], p[1], 1 / p[2]), (3,), _all_but_first), letters=r"\S+ sigma\S* tau\S*"),
))  # fmt: skip
_GEOMETRIC = Choice((
    Use(Family(lambda p: L.Geometric(*p), (1,), lambda p: _probability(p[0])), words=r"\bfailures\b"),
    Use(None, words=r"\b(number of|until|up to)\b(?:(?!failures)[^.]){0,40}\b(trials|first success)\b"),
))  # fmt: skip
_WEIBULL = Choice((
    Use(Family(lambda p: L.Weibull(*p), (2,), _all_positive), usual=True),
    Use(Family(lambda p: L.Weibull(p[1], p[0]), (2,), _all_positive), letters=r"lambda\S* k\S*"),
))  # fmt: skip
_PARETO = Choice((
    Use(Family(lambda p: L.Pareto(*p), (2,), _all_positive), letters=r"(alpha|a|k)\S* x_\S*"),
    Use(Family(lambda p: L.Pareto(p[1], p[0]), (2,), _all_positive), letters=r"x_\S* (alpha|a|k)\S*"),
))  # fmt: skip
_HYPERGEOMETRIC = Choice((
    Use(_hypergeometric(0, 1, 2), letters=r"N (K|M|m|r) n"),
    Use(_hypergeometric(2, 1, 0), letters=r"n (K|M|m|r) N"),
))  # fmt: skip
_STUDENTS = Choice((
    Use(_STUDENT, letters=r"[^ ]*", usual=True),
    Use(SHIFTED_STUDENT, letters=r"(mu|m)\S* \S* (nu|n|k|df)\S*"),
))  # fmt: skip

_NAMES: tuple[tuple[str, LawName], ...] = (
    ("N Normal", _NORMAL), ("Gam Ga", _GAMMA), ("Bet Beta Be", _BETA), ("Exp Exponential", _EXPONENTIAL),
    ("U Unif Uniform", _UNIFORM_OF_SOME_KIND), ("DiscreteUniform DUnif", _DISCRETE_UNIFORM),
    ("Bern Ber Bernoulli", _BERNOULLI),
    ("Poiss Poisson Pois Poi Po", _POISSON), ("Laplace Lap", _LAPLACE), ("Cauchy", _CAUCHY),
    ("Bin Binom Binomial", _BINOMIAL), ("Geom Geometric", _GEOMETRIC), ("chi^2", _CHI_SQUARED), ("t", _STUDENTS),
    ("F", _FISHER), ("lnN LogNormal Lognormal LogN", _LOG_NORMAL), ("InvGamma", _INVERSE_GAMMA), ("IG", _IG),
    ("InvGauss InverseGaussian", _INVERSE_GAUSSIAN), ("Wald", _WALD), ("Weibull", _WEIBULL), ("Logistic", _LOGISTIC),
    ("Gumbel", _GUMBEL), ("Rayleigh", _RAYLEIGH), ("Pareto", _PARETO), ("HalfNormal HN", _HALF_NORMAL),
    ("ex-Gaussian exGaussian ExGaussian EMG", _EX_GAUSSIAN),
    ("BetBin BetaBin BetaBinomial Beta-Binomial BetaBinom BB", _BETA_BINOMIAL),
    ("MN", _MATRIX_NORMAL), ("Dir Dirichlet", DIRICHLET), ("Mult Multinomial Multi", MULTINOMIAL),
    ("Cat Categorical", CATEGORICAL),
    ("Hypergeometric Hyp HypGeom Hypergeom HG", _HYPERGEOMETRIC),
)  # fmt: skip
FAMILIES: dict[tuple[str, str], LawName] = {
    **{(name, ""): found for names, found in _NAMES for name in names.split()},
    ("N", "cal"): _NORMAL,
    **{("Gamma", font): _GAMMA_SPELT_OUT for font in ("rm", "text", "sf")},  # \Gamma alone is the function
    **{("U", font): _UNIFORM_OF_SOME_KIND for font in ("cal", "rm", "text", "sf")},
}
SAID = "said"  # the font of a name whose parameters are in the order of its first use, as words have put them
UNIFORM = ("U", "Unif", "Uniform")
ALONE = ("t", "F")  # letters that name a law only where a law is meant


def alike(one: LawName | None, other: LawName | None) -> bool:
    """Whether two names are of one family, also where they leave different things open."""
    if isinstance(one, Choice) and isinstance(other, Choice):
        return one.uses == other.uses
    return one is other


@lru_cache(maxsize=2_000)  # a document has few names
def family(name: str, font: str) -> LawName | None:
    """The family that a symbol names; a word may be set in any upright font, a single letter only as the table says."""
    if name in ALONE:
        return FAMILIES[name, ""] if font in ("", "rm") else None
    if font == SAID:
        known = FAMILIES[name, ""]
        return known.uses[0].family if isinstance(known, Choice) else known
    found = FAMILIES.get((name, font))
    if found is None and len(name) > 1 and name != "Gamma" and font in ("", "rm", "text", "sf", "cal", "it"):
        found = FAMILIES.get((name, ""))
    return found
