"""What hypotheses tell of means and variances: E_p[x] = mu of a density on the line, E[X] = mu of a random variable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from proofs import language as L


@dataclass(frozen=True)
class Moments:
    """The mean and the variance that are told, as terms in scalars; None for one that is left open.

    ``law`` is the density that has them, or that under which a random variable has them.
    """

    law: L.Density
    mean: L.Term | None
    variance: L.Term | None
    hypotheses: tuple[L.Relation, ...]  # that tell so

    @property
    def names(self) -> frozenset[L.Name]:
        """The names whose values must be known before what has these moments is drawn, but for the law."""
        return frozenset().union(*(t.free for t in (self.mean, self.variance) if t is not None))


def moments_told(hypotheses: Iterable[Any]) -> dict[L.Name, Moments]:
    """The densities and random variables whose mean or variance an equation tells, each with the first of either."""
    equations = [h for h in hypotheses if isinstance(h, L.Relation) and _is_told(h)]
    means: dict[L.Name, L.Relation] = {}
    for h in equations:
        if (name := _subject(h.left, h.left.body)) is not None:
            means.setdefault(name, h)
    variances: dict[L.Name, L.Relation] = {}
    for h in equations:
        match h.left.body:
            case L.Power(L.Plus((value, L.Neg(centre))), L.Number(n)) if n == 2:
                name = _subject(h.left, value)
                centres = [L.Expectation(value, *h.left.fields[1:]), *([means[name].right] if name in means else [])]
                if name is not None and any(L.alpha_equal(centre, each) for each in centres):
                    variances.setdefault(name, h)
    squares: dict[L.Name, L.Relation] = {}
    for h in equations:
        match h.left.body:
            case L.Power(value, L.Number(n)) if n == 2 and (name := _subject(h.left, value)) in means:
                squares.setdefault(name, h)
    return {name: _moments(means.get(name), variances.get(name), squares.get(name)) for name in means | variances}


def _moments(mean: L.Relation | None, variance: L.Relation | None, square: L.Relation | None) -> Moments:
    """The mean and the variance; where that is not told, it is what the mean of the square leaves for it."""
    square = square if variance is None and mean is not None else None
    told = tuple(h for h in (mean, variance, square) if h is not None)
    value, spread = (None if h is None else h.right for h in (mean, variance))
    if square is not None and value is not None:
        spread = square.right - value**2
    return Moments(told[0].left.law, value, spread, told)


def _is_told(h: L.Relation) -> bool:
    """Whether an equation gives a mean a value that is made of scalars, which are drawn before any law is."""
    known = all(isinstance(name, L.Var) and L.is_scalar(name) for name in h.right.free)
    return h.symbol == "=" and isinstance(h.left, L.Expectation) and isinstance(h.left.law, L.Density) and known


def _subject(mean: L.Expectation, value: L.Term) -> L.Name | None:
    """What a moment is one of: the density of its variable, or the random variable whose value stands in it."""
    match value, mean.law:
        case L.Var(), L.Density(_, L.Reals()) if value is mean.var:
            return mean.law
        case L.Apply(L.Function(_, _, L.Reals()) as f, (at,)), L.Density(_, L.Abstract()) if at is mean.var:
            return f
    return None
