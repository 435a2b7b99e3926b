"""The random variables and densities of a claim of which more may have been said than was read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ... import language as L
from ..probability.outcomes import OMEGA, PROBABILITY

if TYPE_CHECKING:
    from ..context import Context

_LINE = L.Reals | L.PositiveReals | L.Interval
_BY_CONVENTION = ("mu", "sigma", "gamma", "kappa", "rho", "tau", "nu", "m_", "\\bar", "\\hat")  # of laws and data

# What words may say of random variables and their laws, and what may then hold of them that was not read:
#   sign     they are on one side of zero
#   shape    which law they have, or what is the same for two of them, so that an equation of moments may hold
#   more     what a claim of all laws does not suppose
#   bound    what may give a mean a bound of its own
_WORDS: tuple[tuple[str, str], ...] = (
    (r"non-?\s?negative|positive", "sign shape"),
    (r"constant|identical\w*|i\.?\s?i\.?\s?d|exchangeabl\w+|interchangeabl\w+|same (law|distribution)", "shape"),
    (r"follow\w*|distributed|symmetric|condition\w*|standardi[sz]ed|sample[ds]?", "shape"),
    (r"binary|bernoulli|normal|gaussian|exponential", "shape"),
    (r"uncorrelated", "shape"),
    (r"uniform\w*|poisson|binomial|degenerate|discrete|continuous\w*|integer\w*|martingale\w*|sub-?gaussian", "more"),
    (r"bounded|cent(er|r)ed|surely|supported|monoton\w*|zero|units?|values?|tails?|errors?|noise", "more"),
    (r"means?|variances?|moments?|expect\w+|medians?|densit\w+|laws?|distributions?", "more"),
    (r"independen\w+|correlat\w+|copies|copy|cop(ied|ula)|such that|satisf\w+", "more"),
    (r"suppos\w+|assum\w+|average|at (most|least)|kn(ow|own)|given|provided|whenever|typical\w*|recall", "bound"),
    (r"fair|coins?|dice?|number of|success\w*|trials?|toss\w*", "bound"),
)
_KINDS = {
    kind: re.compile(rf"\b({'|'.join(words for words, kinds in _WORDS if kind in kinds.split())})\b")
    for kind in ("sign", "shape", "more", "bound")
}

# What is read of random variables, and taken out before it is looked for what else is said of them.
_READ = re.compile(
    r"\b(non-?\s?negative|positive) ((real|real-valued|integer-valued|integrable|finite) )*random variables?\b|"
    r"\binteger-valued\b|\bdiscrete random variables?\b|\b(taking|takes?|with|having|has) (its |the )?values? in\b|"
    r"\bpositive (constants?|numbers?|integers?|reals?)\b|\bfinite (means?|variances?|expectations?|moments?)\b|"
    r"\btaking expectations?\b"
)

# What words tell of an unknown density, so that it is not any.
_TOLD_OF_DENSITY = re.compile(
    r"\b((with|and|has|have|having|of|whose|zero|unit) (an? |the |its )?(zero |unit |common |finite |same )?"
    r"(means?|variances?|expectations?|moments?|medians?|modes?)|symmetr\w*|unimodal|even|cent(red|ered)|"
    r"standardi[sz]ed|log-?concave|bounded|monoton\w*|(de|in)creasing|convex|concave|heavy[- ]tailed)\b"
)


# Words for models in which three variables hang together by some of them, which no equation need say again.
_NETWORK = re.compile(
    r"\bhidden markov|\bhmms?\b|\bmarkov (chain|model|propert|assumption|blanket|network|random field)|"
    r"\bstate[- ]space (model|system)|\bkalman\b|\bgraphical model|\b(bayes(ian)?|belief) net|\bd-separat|\bseparates\b"
)


def _speaks(kind: str, words: str) -> bool:
    return _KINDS[kind].search(words) is not None


def _may_be_any(context: Context) -> bool:
    """Whether all that words say of random variables is that they are some, and what their values are: what is claimed
    is then claimed of all such laws."""
    said = _READ.sub(" ", context.said)
    return "random variable" in context.said and not (_speaks("shape", said) or _speaks("more", said))


def doubtful(context: Context, relation: L.Relation) -> list[str]:
    """The random variables and densities of a claim of which more may have been said than was read.

    What a claim says of the shape of a law can be refuted only where the law is known: E(X) = \\mu is its mean's name.
    """
    free = relation.free
    found: list[str] = []
    if "independen" in context.said:
        joint = [n for n in free if isinstance(n, L.Density) and isinstance(n.space, L.Cartesian)]
        found += [n.name for n in joint if not L.is_of_events(n)]
    if _NETWORK.search(context.said.lower()):
        joint = [n for n in free if isinstance(n, L.Density) and isinstance(n.space, L.Cartesian)]
        found += [n.name for n in joint if len(n.space.factors) > 2]
    if relation.symbol != "=" and _speaks("sign", context.said):
        grounded = {n for h in context.stated() for n in h.free}
        found += [n.name for n in free - grounded if isinstance(n, L.Var) and isinstance(n.space, L.Vectors)]
    if _TOLD_OF_DENSITY.search(context.said):
        grounded = {n for h in context.stated() if isinstance(h, L.Relation | L.ForAll) for n in h.free}
        densities = {n for n in free if isinstance(n, L.Density) and isinstance(n.space, _LINE)}
        found += [n.name for n in densities - grounded]
    for node in relation.walk():
        if isinstance(node, L.Divergence):
            found += [p.name for p in (node.p, node.q) if isinstance(p, L.Density) and _taken_apart(context, p)]
    if PROBABILITY not in free:
        if relation.symbol != "=":  # the mean and the variance of what more may be said of: of values in [0, 1]
            means = {role.name for role in context.roles if role.law is None and role.role in ("mean", "variance")}
            found += [n.name for n in free if isinstance(n, L.Var) and n.name in means]
        return sorted(found)
    numbers = [n.name for n in free if isinstance(n, L.Var) and n.space is not OMEGA]
    laws = any(isinstance(n, L.Density) and n is not PROBABILITY for n in free)
    variables = [n for n in free if isinstance(n, L.Function) and n.domain[:1] == (OMEGA,)]
    one_sided = PROBABILITY not in relation.left.free or PROBABILITY not in relation.right.free
    if relation.symbol == "=":
        shaped = _speaks("shape", _READ.sub(" ", context.said))
    else:  # an order of one mean and a number may be claimed of all laws only where their values are told
        shaped = not _may_be_any(context)
        plain = not _speaks("bound", context.said)
        one_sided = one_sided and not (
            plain and variables and {*variables} <= {n for h in context.stated() for n in h.free}
        )
    named = any(name.startswith(_BY_CONVENTION) for name in numbers)
    whole = bool(variables) and all(f.codomain is L.Z_INTEGERS for f in variables)
    of_events = not whole and any(isinstance(n, L.Cases) for n in relation.walk())  # P(X < x) = P(X <= x) without atoms
    if laws or one_sided or named or shaped or (of_events and relation.symbol == "="):
        found += [f.name for f in variables] or ["\\mathbb{P}"]
    return sorted(found)


def _taken_apart(context: Context, p: L.Density) -> bool:
    """Whether a joint density is also taken at fewer variables: p(x) beside p(x, y), in a formula for any p."""
    if not isinstance(p.space, L.Cartesian):
        return False
    uses = context.survey.uses(p.name)
    return any(use.given is None and len(use.items) < len(p.space.factors) for use in uses)


__all__ = ["doubtful"]
