"""The words in which laws are said: the families, their parameters, what may stand around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..laws.families import SAID
from ..syntax import Numeral, Script, Symbol, Syntax
from . import vocabulary

Change = Literal["", "squared", "inverse"]


@dataclass(frozen=True)
class Spoken:
    """How a family is called in formulas, and the words for its parameters, in order.

    ``listed``: its parameters may be listed as "with parameters a and b", as all books order them alike.
    """

    head: Syntax
    roles: tuple[dict[str, Change], ...]
    listed: bool = False

    @property
    def as_written(self) -> Syntax:
        """Its head as formulas have it, where nothing says what its parameters are."""
        spelt = {"Gam": "Gamma", "Weibull": "Weibull"}
        if isinstance(self.head, Symbol) and self.head.font == SAID:
            return Symbol(spelt.get(self.head.name, self.head.name), "rm")
        return self.head


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MEAN: dict[str, Change] = {"mean": ""}
_SHAPE: dict[str, Change] = {"shape": ""}
_RATE: dict[str, Change] = {"rate": "", "scale": "inverse"}
_SCALE: dict[str, Change] = {"scale": ""}
_LOCATION: dict[str, Change] = {"location": ""}
_CHANCE: dict[str, Change] = {"probability": ""}
NORMAL = Spoken(
    Symbol("N", "cal"), (_MEAN, {"variance": "", "covariance": "", "deviation": "squared", "precision": "inverse"})
)
_CHI_SQUARED = Spoken(Script(Symbol("chi"), None, Numeral("2")), ({"freedom": ""},))

FAMILIES: dict[str, Spoken] = {
    "normal": NORMAL,
    "gaussian": NORMAL,
    "bernoulli": Spoken(Symbol("Bern", "rm"), (_CHANCE,), True),
    "binomial": Spoken(Symbol("Bin", "rm"), ({"trials": ""}, _CHANCE), True),
    "poisson": Spoken(Symbol("Poiss", "rm"), ({"rate": "", "mean": "", "intensity": ""},), True),
    "geometric": Spoken(Symbol("Geom", "rm"), (_CHANCE,), True),
    "exponential": Spoken(Symbol("Exp", SAID), ({**_RATE, "mean": "inverse"},)),
    "gamma": Spoken(Symbol("Gam", SAID), (_SHAPE, _RATE)),
    "inverse gamma": Spoken(Symbol("InvGamma", "rm"), (_SHAPE, _SCALE)),
    "beta": Spoken(Symbol("Bet", "rm"), (_SHAPE, _SHAPE), True),
    "uniform": Spoken(Symbol("U", "cal"), ({"minimum": ""}, {"maximum": ""}), True),
    "laplace": Spoken(Symbol("Laplace", "rm"), ({"location": "", "mean": ""}, _SCALE)),
    "cauchy": Spoken(Symbol("Cauchy", "rm"), (_LOCATION, _SCALE)),
    "logistic": Spoken(Symbol("Logistic", "rm"), (_LOCATION, _SCALE)),
    "weibull": Spoken(Symbol("Weibull", SAID), (_SHAPE, _SCALE)),
    "chi squared": _CHI_SQUARED,
    "student t": Spoken(Symbol("t"), ({"freedom": ""},)),
    "student student t": Spoken(Symbol("t"), ({"freedom": ""},)),  # Student's t-distribution
}
IN_LETTERS = FAMILIES["student t"], _CHI_SQUARED  # that words call by the letter of a formula
SPELLINGS = {
    "gaussians": "gaussian", "normals": "normal", "normally": "normal", "uniformly": "uniform", "uniforms": "uniform",
    "binomially": "binomial", "geometrically": "geometric",
    "exponentially": "exponential", "chi-squared": "chi squared", "chi-square": "chi squared", "square": "squared",
    "bernoullis": "bernoulli", "inverse-gamma": "inverse gamma", "t-distribution": "student t", "laplacian": "laplace",
    "student-t": "student t", "student's": "student", "student\N{RIGHT SINGLE QUOTATION MARK}s": "student",
}  # fmt: skip
ROLES = {
    "mean": "mean", "means": "mean", "expectation": "mean", "expectations": "mean", "expected value": "mean",
    "expected values": "mean", "mean value": "mean", "mean vector": "mean", "mean vectors": "mean",
    "variance": "variance", "variances": "variance", "covariance": "covariance", "covariances": "covariance",
    "precision": "precision", "precisions": "precision",
    "standard deviation": "deviation", "standard deviations": "deviation", "std": "deviation", "shape": "shape",
    "shapes": "shape", "rate": "rate", "rates": "rate", "scale": "scale", "scales": "scale", "location": "location",
    "locations": "location", "minimum": "minimum", "maximum": "maximum", "intensity": "intensity",
    "probability": "probability", "probabilities": "probability", "success probability": "probability",
    "success probabilities": "probability", "parameter": "", "parameters": "",
}  # fmt: skip
SMALL = {"zero": Numeral("0"), "one": Numeral("1"), "unit": Numeral("1")}

LEADS = _words("let suppose assume assuming consider given where")  # what a clause that supposes begins with
CONDITIONS = _words("if when whenever")  # and a condition of its sentence, behind these:
AHEAD = _words(
    "and but now then so also for example instance eg in particular instead , : finally again however first moreover"
)
FILLERS = _words("us that now also again further furthermore moreover here instead")
ARTICLES = vocabulary.ARTICLES | _words("the two three both its")
ADJECTIVES = _words(
    "continuous discrete univariate multivariate real real-valued scalar independent independently iid given known "
    "unknown fixed common some respective corresponding mutually same uncorrelated pairwise square-integrable "
    "integrable"
)
OBSERVE = _words("observe observed have collect collected draw drew obtain obtained take see saw")
KNOWN = _words("known unknown fixed")
RELATED = _words("independent iid uncorrelated")  # what is said of several, and of the law of none
INDEPENDENT = _words("independent independently iid")
ALIKE = _words("iid identically same common")
NOUNS = _words(
    "random variable variables vector vectors sample samples observations distribution distributions density densities "
    "law laws probability mass function functions pdf pmf distributed rv rvs population populations copies draws prior"
)
LAWS = _words("law laws distribution distributions density densities pdf pmf")
DATA = _words("sample samples observations data draws")  # of which a mean is that of their values
POPULATIONS = LAWS | _words("population populations")
VECTORS = _words("vector vectors")
HAVING = _words("with having")
EACH = _words("each all both")
ORDINALS = _words("first second third fourth")
MOMENTS = _words("mean means variance variances moment moments expectation expectations")
SUBJECTS = NOUNS | _words("data noise error errors term terms")
DRAWN = _words("drawn sampled")
CONNECTORS = DRAWN | _words("following follows follow having has with of from that which is are as according to")
FOR = _words("for where with when")  # "the law of $2u$ where $u \\sim p$"
VERBS = vocabulary.VERBS | _words("follow follows has have")
ENDS = _words("; : ) then where so hence")
AFTER_COMMAS = LEADS | _words("the then so hence we it ie")  # where a comma ends the clause
CONCLUSIONS = _words(
    "thus therefore hence then so consequently implies follows show shows shown prove that which find see obtain get "
    "conclude if when whether because since conditional conditioned conditionally"
)
# What is made of others, or is no random variable: "the sum $S$ is normal" claims it.
MADE = LAWS | _words(
    "sum sums total difference product ratio mean average variance deviation moment minimum maximum min max smallest "
    "largest first last next conditional posterior prior joint marginal limit limiting limits function estimator "
    "estimate statistic statistics probability quantile median transform transformed standardized standardised "
    "normalized normalised rescaled scaled residual parameter parameters error errors"
)
DENIALS = vocabulary.NEGATIONS | _words("without cannot don't")
