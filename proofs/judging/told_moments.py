"""Densities on the line of which hypotheses tell the mean or the variance: E_p[x] = mu, E_p[(x - mu)^2] = sigma^2."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from proofs import language as L


@dataclass(frozen=True)
class Moments:
    """What is told of a density: its mean and its variance, as terms in scalars; None for one that is left open."""

    mean: L.Term | None
    variance: L.Term | None
    hypotheses: tuple[L.Relation, ...]  # that tell so

    @property
    def names(self) -> frozenset[L.Name]:
        """What must have a value before the law has one."""
        return frozenset().union(*(t.free for t in (self.mean, self.variance) if t is not None))


def moments_told(hypotheses: Iterable[Any]) -> dict[L.Name, Moments]:
    """The densities whose mean or variance an equation tells, each with the first of either."""
    equations = [h for h in hypotheses if isinstance(h, L.Relation) and h.symbol == "="]
    means: dict[L.Name, tuple[L.Term, L.Relation]] = {}
    for h in equations:
        match h.left:
            case L.Expectation(body, x, L.Density(_, L.Reals()) as law) if body is x and _is_known(h.right):
                means.setdefault(law, (h.right, h))
    variances: dict[L.Name, tuple[L.Term, L.Relation]] = {}
    for h in equations:
        match h.left:
            case L.Expectation(L.Power(L.Plus((y, L.Neg(centre))), L.Number(n)), x, L.Density(_, L.Reals()) as law):
                mean = means[law][0] if law in means else L.Expectation(x, x, law)
                if n == 2 and y is x and L.alpha_equal(centre, mean) and _is_known(h.right):
                    variances.setdefault(law, (h.right, h))
    found: dict[L.Name, Moments] = {}
    for law in means | variances:
        (mean, *first), (variance, *second) = means.get(law, (None,)), variances.get(law, (None,))
        found[law] = Moments(mean, variance, (*first, *second))
    return found


def _is_known(t: L.Term) -> bool:
    """Whether a moment is made of scalars alone, which have their values before any law does."""
    return all(isinstance(name, L.Var) and L.is_scalar(name) for name in t.free)
