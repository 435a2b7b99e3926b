"""Divergences and entropies by their definitions."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    CrossEntropy,
    Divergence,
    Entropy,
    Expectation,
    ProductLaw,
    Sum,
    Term,
    Var,
    fresh_beside,
    log,
    rename,
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
