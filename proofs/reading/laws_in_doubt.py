"""The random variables and densities of a claim of which more may have been said than was read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .. import language as L
from .outcomes import OMEGA, PROBABILITY

if TYPE_CHECKING:
    from .context import Context

_BY_CONVENTION = ("mu", "sigma", "gamma", "kappa", "rho", "tau", "nu", "m_", "\\bar", "\\hat")  # of laws and data

_SIGNED = re.compile(r"\b(non-?\s?negative|positive)\b")

_SHAPED = re.compile(
    r"\b(constant|non-?\s?negative|positive|identical\w*|i\.?\s?i\.?\s?d|follow\w*|distributed|uncorrelated|symmetric|"
    r"condition\w*|standardi[sz]ed|binary|bernoulli|normal|gaussian|exponential|sample[ds]?)\b"
)


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
    named = any(name.startswith(_BY_CONVENTION) for name in numbers)
    if laws or one_sided or named or relation.symbol != "=" or _SHAPED.search(context.said):
        found += [n.name for n in free if isinstance(n, L.Function) and n.domain[:1] == (OMEGA,)] or ["\\mathbb{P}"]
    return sorted(found)


def _taken_apart(context: Context, p: L.Density) -> bool:
    """Whether a joint density is also taken at fewer variables: p(x) beside p(x, y), in a formula for any p."""
    if not isinstance(p.space, L.Cartesian):
        return False
    uses = context.survey.uses(p.name)
    return any(use.given is None and len(use.items) < len(p.space.factors) for use in uses)


__all__ = ["doubtful"]
