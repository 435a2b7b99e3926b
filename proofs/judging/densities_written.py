"""Densities as terms: the log-density of a law at a point, a product, a mixture, a marginal, written out once."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache, reduce
from typing import Any

from proofs import language as L

from .scalars import Undefined


def support_of(law: Any) -> L.Space:
    """The space of a law.  Raises ``Undefined`` for a law whose parameters are of a kind that gives it none."""
    try:
        return L.support(law)
    except TypeError as error:
        raise Undefined(str(error)) from None


@lru_cache(4096)
def log_density_term(law: L.Family, at: L.Term) -> L.Term:
    """The log-density at a point, written out once.  Raises ``Undefined`` for what is no point of the law's space."""
    try:
        return law.log_density(at)
    except TypeError as error:  # with which the language refuses a vector for a number, and the like
        raise Undefined(str(error)) from None


@lru_cache(4096)
def mass_term(law: L.Counting, at: L.Term) -> L.Term:
    """The probability of an integer, written out once."""
    return law.mass(at)


@lru_cache(4096)
def factors(law: L.ProductLaw, at: L.Term) -> tuple[L.Term, L.Var]:
    """The density of the law's coordinate, at the coordinate of ``at``, and the index it runs over."""
    if law.var in at.free:
        taken = {n.name for n in at.free | law.body.free if isinstance(n, L.Var)}
        law = L.rename(law, L.fresh(law.var, taken))
    return L.Apply(law.body, (L.Coord(at, law.var),)), law.var


@lru_cache(4096)
def integrated(joint: L.Law, index: int, at: L.Term) -> L.Term:
    """The marginal density of a coordinate at a point: the joint density, integrated over the other coordinates."""
    factors = support_of(joint).factors
    entries = [at if k == index else L.Var(f"·W{k}", factor) for k, factor in enumerate(factors, 1)]
    others = (entry for entry in entries if entry is not at)
    return reduce(L.Int, others, L.Apply(joint, (L.Tuple(tuple(entries)),)))


@lru_cache(4096)
def blended_term(parts: tuple[tuple[Fraction, tuple[L.Law, ...]], ...], points: tuple[L.Term, ...]) -> L.Term:
    summands = [
        L.Times((L.Number(weight), *(L.Apply(law, (x,)) for law, x in zip(laws, points, strict=True))))
        for weight, laws in parts
    ]
    return L.fold(L.Plus, summands, 0)


@lru_cache(4096)
def mixed(law: L.Mixture, at: L.Term) -> L.Term:
    parts = zip(law.weights, law.components, strict=True)
    return L.fold(L.Plus, [L.Times((w, L.Apply(c, (at,)))) for w, c in parts], 0)
