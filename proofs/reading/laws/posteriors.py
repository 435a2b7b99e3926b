"""Posteriors as functions of the parameter: the likelihood of data times the prior density that a page tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ... import language as L
from . import likelihoods
from .likelihoods import Likelihood

if TYPE_CHECKING:
    from ..meaning import Meaning


def priors(m: Meaning) -> Iterator[tuple[L.Var, L.Law]]:
    """The parameters of the likelihoods of a page that have a law themselves, and these laws.

    One on which another law than that of the data depends is none: what its posterior is, depends on that as well.
    """
    from .models import factor_of

    context = m.context
    names = dict.fromkeys([*context.laws, *(name for _, name in context.factors)])
    for name in names:
        factor = factor_of(m, "p", name)
        if factor is None or factor.index is not None:
            continue
        for likelihood in likelihoods.of_data(m, name):
            theta = next((p for p in likelihood.parameters if p.name == name), None)
            data = {sample.data.name.lower() for sample in likelihood.samples}
            if theta is None or any(n.name.lower() in data for n in factor.law.free):
                continue  # \theta \mid x \sim law is no prior
            if not _others(m, likelihood, name) and _fits(theta, factor.law):
                yield theta, factor.law
                break


def log_density(likelihood: Likelihood, prior: L.Law, theta: L.Var) -> L.Term:
    """The logarithm of the posterior density, up to a constant in the parameter."""
    plain = isinstance(prior, L.Family) and L.is_scalar(theta)
    return likelihood.log + (prior.log_density(theta) if plain else L.log(prior(theta)))


def _others(m: Meaning, likelihood: Likelihood, name: str) -> bool:
    """Whether a law that is not that of the data depends on a parameter."""
    context, own = m.context, {likelihood.data.name}
    if likelihood.equation is not None:
        own |= {n.name for n in likelihood.equation.right.free}
    laws = list(context.laws.items())
    laws += [(each, law) for each, (_, law) in context.data.items()]
    laws += [(each, factor.law) for (_, each), factor in context.factors.items()]
    return any(each not in own and any(n.name == name for n in law.free) for each, law in laws)


def _fits(theta: L.Var, prior: L.Law) -> bool:
    home = L.support(prior)
    return L.linear(home) is L.linear(theta.space) if not L.is_scalar(theta) else L.is_scalar_space(home)


__all__ = ["log_density", "priors"]
