"""A strict order where its sides are seen to meet: it is refuted if they are proved to be equal at that point."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import islice, product
from math import exp, log, pi

from .. import language as L
from ..judging.meeting import Meeting
from ..judging.report import Counterexample
from ..writing import latex

_NEAR = 1e-7  # how close a number is to the one that it is taken for
_PARTS = 60  # of the fractions that roots are taken of
_MOST = 9  # points that are tried


def failing(claim: L.Claim, met: Meeting, holds: Callable[[L.Claim], bool]) -> Counterexample | None:
    """A point close to a meeting at which the hypotheses hold and the sides are equal, by what is proved; None where
    none is found."""
    assert isinstance(claim.statement, L.Relation)
    left, right = claim.statement.left, claim.statement.right
    candidates = [list(_meant(float(value))) for value in met.values.values()]
    for terms in islice(product(*candidates), _MOST):
        at: dict[L.Name, L.Term] = dict(zip(met.values, terms, strict=True))
        at |= {name: L.substitute(t, at) for name, t in met.others.items()}
        there = [L.substitute(h, at) for h in claim.hypotheses if h.free & at.keys()]
        if any(h.free for h in there if isinstance(h, L.Node)):
            continue
        wanted = (L.substitute(left, at).eq(L.substitute(right, at)), *there)
        if all(holds(L.Claim((), each)) for each in wanted):
            said = tuple((latex(name), latex(at[name])) for name in sorted(at, key=lambda n: n.name))
            return Counterexample(said, *(latex(L.substitute(side, at)) for side in (left, right)))
    return None


def _meant(value: float) -> Iterator[L.Term]:
    """The numbers of few kinds that a decimal may stand for: fractions, roots of fractions, parts of pi, logarithms and
    powers of e."""
    if (found := _fraction(value, _PARTS)) is not None:
        yield L.Number(found)
    if value and (found := _fraction(value * value, _PARTS)) is not None:
        root = L.sqrt(L.Number(found))
        yield root if value > 0 else L.Neg(root)
    if value and (found := _fraction(value / pi, 12)) is not None:
        yield L.pi * L.Number(found)
    if abs(value) < 4 and (found := _fraction(exp(value), 20)) is not None:
        yield L.log(L.Number(found))
    if value > 0 and (found := _fraction(log(value), 2)) is not None:
        yield L.exp(L.Number(found))


def _fraction(value: float, largest: int) -> Fraction | None:
    """The fraction with a small denominator that a number is close to."""
    found = Fraction(value).limit_denominator(largest)
    return found if abs(value - float(found)) < _NEAR * (1 + abs(value)) else None


__all__ = ["failing"]
