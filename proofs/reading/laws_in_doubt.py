"""The random variables and densities of a claim of which more may have been said than was read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .. import language as L
from .outcomes import OMEGA, PROBABILITY
from .relations import ORDERS

if TYPE_CHECKING:
    from .context import Context

_BY_CONVENTION = ("mu", "sigma", "gamma", "kappa", "rho", "tau", "nu", "m_", "\\bar", "\\hat")  # of laws and data

_SIGNED = re.compile(r"\b(non-?\s?negative|positive)\b")

_SHAPED = re.compile(
    r"\b(constant|non-?\s?negative|positive|identical\w*|i\.?\s?i\.?\s?d|follow\w*|distributed|uncorrelated|symmetric|"
    r"condition\w*|standardi[sz]ed|binary|bernoulli|normal|gaussian|exponential|sample[ds]?)\b"
)


# What else may be said of random variables than that they are some, after what is read of them has been taken out.
_READ = re.compile(
    r"\b(non-?\s?negative|positive) ((real|real-valued|integrable|finite) )*random variables?\b|"
    r"\bpositive (constants?|numbers?|integers?|reals?)\b|\bfinite (means?|variances?|expectations?|moments?)\b|"
    r"\btaking expectations?\b"
)
_MORE = re.compile(
    r"\b(bounded|continuous\w*|sub-?gaussian|means?|variances?|moments?|expect\w+|cent(er|r)ed|independen\w+|surely|values?|discrete|"
    r"integer\w*|martingale\w*|such that|satisf\w+|degenerate|medians?|zero|units?|densit\w+|laws?|distributions?|"
    r"supported|uniform\w*|poisson|binomial|correlat\w+|copies|copy|cop(ied|ula)|monoton\w*|tails?|errors?|noise)\b"
)


def _may_be_any(context: Context, relation: L.Relation) -> bool:
    """Whether all that words say of the random variables of an order is that they are some, and it is one between means
    of them, or of those that lie between numbers: what is claimed is then claimed of all laws."""
    said = _READ.sub(" ", context.said)
    if "random variable" not in context.said or _SHAPED.search(said) or _MORE.search(said):
        return False
    return (PROBABILITY in relation.left.free and PROBABILITY in relation.right.free) or _is_bounded(context, relation)


def _is_bounded(context: Context, relation: L.Relation) -> bool:
    """Whether it is said of all random variables of an order between which numbers they lie, and it compares a mean of
    them with a number."""
    variables = {n for n in relation.free if isinstance(n, L.Function) and n.domain[:1] == (OMEGA,)}
    ends = {(f, symbol) for h in context.stated() for f, symbol in _ends(h)}
    others = relation.free - variables - {PROBABILITY, OMEGA}
    return bool(variables) and not others and all({(f, "<="), (f, ">=")} <= ends for f in variables)


def _ends(h: L.Node) -> Iterator[tuple[L.Name, str]]:
    """On which side a random variable is said to be bounded by a number, wherever it is taken."""
    match h:
        case L.ForAll(L.Relation(left, "<" | "<=" | ">" | ">=" as symbol, end), _) if not end.free:
            match left:
                case L.Apply(L.Function() as f, (_,)):
                    yield f, f"{symbol[0]}="
                case L.Apply(L.Elementary("abs"), (L.Apply(L.Function() as f, (_,)),)) if symbol[0] == "<":
                    yield from ((f, "<="), (f, ">="))


def doubtful(context: Context, relation: L.Relation) -> list[str]:
    """The random variables and densities of a claim of which more may have been said than was read.

    What a claim says of the shape of a law can be refuted only where the law is known: E(X) = \\mu is its mean's name.
    """
    free = relation.free
    found: list[str] = []
    if "independen" in context.said:
        joint = [n for n in free if isinstance(n, L.Density) and isinstance(n.space, L.Cartesian)]
        found += [n.name for n in joint if not L.is_of_events(n)]
    if relation.symbol != "=" and _SIGNED.search(context.said):
        grounded = {n for h in context.stated() for n in h.free}
        found += [n.name for n in free - grounded if isinstance(n, L.Var) and isinstance(n.space, L.Vectors)]
    for node in relation.walk():
        if isinstance(node, L.Divergence):
            found += [p.name for p in (node.p, node.q) if isinstance(p, L.Density) and _taken_apart(context, p)]
    if PROBABILITY not in free:
        return sorted(found)
    numbers = [n.name for n in free if isinstance(n, L.Var) and n.space is not OMEGA]
    laws = any(isinstance(n, L.Density) and n is not PROBABILITY for n in free)
    one_sided = PROBABILITY not in relation.left.free or PROBABILITY not in relation.right.free
    one_sided = one_sided and not (relation.symbol in ORDERS and _is_bounded(context, relation))
    named = any(name.startswith(_BY_CONVENTION) for name in numbers)
    shaped = _SHAPED.search(context.said) if relation.symbol == "=" else not _may_be_any(context, relation)
    of_events = any(isinstance(n, L.Cases) for n in relation.walk())  # P(X < x) is P(X <= x) of a law without atoms
    if laws or one_sided or named or shaped or (of_events and relation.symbol == "="):
        found += [n.name for n in free if isinstance(n, L.Function) and n.domain[:1] == (OMEGA,)] or ["\\mathbb{P}"]
    return sorted(found)


def _taken_apart(context: Context, p: L.Density) -> bool:
    """Whether a joint density is also taken at fewer variables: p(x) beside p(x, y), in a formula for any p."""
    if not isinstance(p.space, L.Cartesian):
        return False
    uses = context.survey.uses(p.name)
    return any(use.given is None and len(use.items) < len(p.space.factors) for use in uses)


__all__ = ["doubtful"]
