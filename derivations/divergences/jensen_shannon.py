r"""The Jensen-Shannon divergence: symmetric, between 0 and log 2, and log 2 for laws that live on disjoint sets.

It is defined through the mixture m = p/2 + q/2, which dominates both: so it is finite for all densities on any measure
space, whether or not one of them dominates the other.
"""

from proofs import Proof
from proofs.language import (
    JS,
    KL,
    Abstract,
    Density,
    E,
    Mixture,
    Normal,
    Number,
    Var,
    density,
    half,
    log,
    singular,
    sqrt,
)
from proofs.rules import (
    bounded_ratio,
    definition_of_jensen_shannon,
    definition_of_kl,
    gibbs_inequality,
    linearity,
    vanishing_density,
)

X = Abstract("X")
x = Var("x", X)
p, q = Density("p", X), Density("q", X)
m, reversed_m = Mixture((half, half), (p, q)), Mixture((half, half), (q, p))
mixed = half * p(x) + half * q(x)

SOURCE = "Lin (1991), Divergence measures based on the Shannon entropy, theorems 3 and 4"


def jensen_shannon() -> Proof:
    """JS(p, q) = JS(q, p), 0 <= JS(p, q) <= log 2."""
    return (
        Proof(
            JS(p, q),
            name="jensen_shannon",
            title="The Jensen-Shannon divergence is symmetric and lies between 0 and log 2",
            source=SOURCE,
            chain="It is symmetric",
        )
        .given(density(p), density(q))
        .eq(half * KL(p, m) + half * KL(q, m), by=definition_of_jensen_shannon)
        .eq(half * KL(q, reversed_m) + half * KL(p, reversed_m))
        .eq(JS(q, p), by=definition_of_jensen_shannon)
        .have(JS(p, q), "It is not negative")
        .eq(half * KL(p, m) + half * KL(q, m), by=definition_of_jensen_shannon)
        .ge(half * 0 + half * KL(q, m), by=gibbs_inequality(KL(p, m)))
        .ge(half * 0 + half * 0, by=gibbs_inequality(KL(q, m)))
        .eq(0)
        .have(JS(p, q), "It is at most log 2")
        .eq(half * KL(p, m) + half * KL(q, m), by=definition_of_jensen_shannon)
        .eq(half * E(log(p(x) / mixed), x, p) + half * E(log(q(x) / mixed), x, q), by=definition_of_kl)
        .le(half * E(log(Number(2)), x, p) + half * E(log(q(x) / mixed), x, q), by=bounded_ratio)
        .le(half * E(log(Number(2)), x, p) + half * E(log(Number(2)), x, q), by=bounded_ratio)
        .eq(half * log(Number(2)) + half * log(Number(2)), by=linearity)
        .eq(log(Number(2)))
    )


def jensen_shannon_disjoint() -> Proof:
    """JS(p, q) = log 2 for p and q that live on disjoint sets."""
    p_alone, q_alone = half * p(x) + half * 0, half * 0 + half * q(x)
    return (
        Proof(
            JS(p, q),
            name="jensen_shannon_disjoint",
            title="The Jensen-Shannon divergence of laws on disjoint sets",
            source=SOURCE,
        )
        .given(density(p), density(q), singular(p, q))
        .eq(half * KL(p, m) + half * KL(q, m), by=definition_of_jensen_shannon)
        .eq(half * E(log(p(x) / mixed), x, p) + half * E(log(q(x) / mixed), x, q), by=definition_of_kl)
        .eq(half * E(log(p(x) / p_alone), x, p) + half * E(log(q(x) / q_alone), x, q), by=vanishing_density)
        .eq(half * E(log(Number(2)), x, p) + half * E(log(Number(2)), x, q))
        .eq(half * log(Number(2)) + half * log(Number(2)), by=linearity)
        .eq(log(Number(2)))
    )


def jensen_shannon_example() -> Proof:
    """JS of N(3, 2) and N(4, 1), variances as second parameters."""
    return (
        jensen_shannon()
        .at(p=Normal(3, sqrt(Number(2)), "p"), q=Normal(4, 1, "q"))
        .named("jensen_shannon_example", "The Jensen-Shannon divergence between N(3, 2) and N(4, 1)")
    )
