"""Divergences and entropies by their definitions."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    CrossEntropy,
    Diag,
    Divergence,
    Entropy,
    Expectation,
    Identity,
    JensenShannon,
    Mixture,
    MultivariateNormal,
    Normal,
    Number,
    ProductLaw,
    Range,
    Sum,
    Term,
    Var,
    VectorOf,
    dimension_of,
    fresh_beside,
    half,
    log,
    rename,
    sqrt,
    substitute,
    support,
)
from ..language.facts import Facts
from ..registry import rule


@rule("by the definition of the divergence")
def definition_of_kl(t: Term, facts: Facts) -> Iterator[Term]:
    r"""D_{\mathrm{KL}}(p \,\|\, q) = \mathbb{E}_{x \sim p}\left[\log \frac{p(x)}{q(x)}\right], \quad p \ll q"""
    match t:
        case Divergence(p, q):
            x = fresh_beside(Var("x", support(p)), p, q)
            yield Expectation(log(p(x) / q(x)), x, p)


@rule("by the definition of the Jensen-Shannon divergence")
def definition_of_jensen_shannon(t: Term, facts: Facts) -> Iterator[Term]:
    r"""D_{\mathrm{JS}}(p \,\|\, q) = \tfrac12 D_{\mathrm{KL}}(p \,\|\, m) + \tfrac12 D_{\mathrm{KL}}(q \,\|\, m), \quad m = \tfrac12 p + \tfrac12 q"""
    match t:
        case JensenShannon(p, q):
            middle = Mixture((half, half), (p, q))
            yield half * Divergence(p, middle) + half * Divergence(q, middle)


@rule("by the definition of the entropy")
def definition_of_entropy(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathrm{H}(p) = -\mathbb{E}_{x \sim p}[\log p(x)]"""
    match t:
        case Entropy(p):
            x = fresh_beside(Var("x", support(p)), p)
            yield -Expectation(log(p(x)), x, p)


@rule("by the definition of the cross-entropy")
def definition_of_cross_entropy(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathrm{H}(p, q) = -\mathbb{E}_{x \sim p}[\log q(x)]"""
    match t:
        case CrossEntropy(p, q):
            x = fresh_beside(Var("x", support(p)), p, q)
            yield -Expectation(log(q(x)), x, p)


@rule("the divergence of independent coordinates adds up")
def additivity_of_kl(t: Term, facts: Facts) -> Iterator[Term]:
    r"""D_{\mathrm{KL}}\Big(\prod_j p_j \,\Big\|\, \prod_j q_j\Big) = \sum_j D_{\mathrm{KL}}(p_j \,\|\, q_j)"""
    match t:
        case Divergence(ProductLaw(_, j) as p, ProductLaw() as q) if j.space is q.var.space:
            j = fresh_beside(j, p, q)
            yield Sum(Divergence(rename(p, j).body, rename(q, j).body), j)
        case Divergence(MultivariateNormal() as p, MultivariateNormal() as q) if support(p) is support(q):
            j = fresh_beside(Var("j", Range(Number(1), dimension_of(p))), p, q)
            factors = [_factor(law, j) for law in (p, q)]
            if factors[0] is not None and factors[1] is not None:
                yield Sum(Divergence(*factors), j)


def _factor(law: MultivariateNormal, j: Var) -> Normal | None:
    """The law of the j-th coordinate where a diagonal covariance says that they are independent."""
    match law.covariance:
        case Identity():
            return Normal(law.mean[j], Number(1))
        case Diag(VectorOf(body, k)):
            return Normal(law.mean[j], sqrt(substitute(body, {k: j})))
    return None
