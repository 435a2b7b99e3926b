r"""The Kullback-Leibler divergence is not negative, and zero only between densities that agree almost everywhere.

The densities live on any measure space: the claims hold for sums over finite sets and for integrals alike.  Where p has
mass off the support of q, E_q[p/q] = P(q > 0) is less than one, so that step is an inequality.
"""

from proofs import Proof, by, hypothesis
from proofs.language import (
    KL,
    Abstract,
    AlmostEverywhere,
    Density,
    E,
    Iff,
    Int,
    Number,
    Var,
    density,
    dominated,
    log,
    sqrt,
)
from proofs.rules import (
    affinity,
    almost_everywhere_equal,
    definition_of_kl,
    linearity,
    log_inequality,
    mass_on_support,
    normalisation,
    vanishing_integral,
)

X = Abstract("X")
x = Var("x", X)
p, q = Density("p", X), Density("q", X)

SOURCE = "Kullback and Leibler (1951), On information and sufficiency, lemma 3.1"


def kl_nonnegative() -> Proof:
    """KL(q || p) >= 0, from log t <= t - 1."""
    return (
        Proof(
            -KL(q, p),
            name="kl_nonnegative",
            title="The Kullback-Leibler divergence is not negative",
            source=SOURCE,
            label="negative",
        )
        .given(density(p), density(q), dominated(q, p))
        .eq(-E(log(q(x) / p(x)), x, q), by=definition_of_kl)
        .eq(E(log(p(x) / q(x)), x, q))
        .le(E(p(x) / q(x) - 1, x, q), by=log_inequality)
        .eq(E(p(x) / q(x), x, q) - 1, by=linearity)
        .le(Int(p(x), x) - 1, by=mass_on_support)
        .eq(Number(1) - 1, by=normalisation)
        .eq(0)
        .have(KL(q, p), "Changing the sign")
        .eq(-(-KL(q, p)))
        .ge(0, by=by("negative", phrase="by the inequality just shown"))
    )


def kl_zero_iff_equal() -> Proof:
    """KL(q || p) = 0 exactly if p = q almost everywhere."""
    root = sqrt(p(x) / q(x))
    distance = Int((sqrt(p(x)) - sqrt(q(x))) ** 2, x)
    same = AlmostEverywhere(p, q)
    zero = KL(q, p).eq(0)
    return (
        Proof(
            -KL(q, p),
            name="kl_zero_iff_equal",
            title="The divergence is zero only between equal densities",
            source=SOURCE,
            chain="The divergence is at least the squared Hellinger distance",
            label="hellinger",
        )
        .given(density(p), density(q), dominated(q, p))
        .eq(-E(log(q(x) / p(x)), x, q), by=definition_of_kl)
        .eq(2 * E(log(root), x, q))
        .le(2 * E(root - 1, x, q), by=log_inequality)
        .eq(2 * E(root, x, q) - 2, by=linearity)
        .eq(2 * Int(sqrt(p(x) * q(x)), x) - 2, by=affinity)
        .eq(2 * Int(sqrt(p(x) * q(x)), x) - Int(p(x), x) - Int(q(x), x), by=normalisation)
        .eq(-Int(p(x) + q(x) - 2 * sqrt(p(x) * q(x)), x), by=linearity)
        .eq(-distance)
        .have(distance, "If the divergence is zero, the densities agree", suppose=(zero,), label="vanishes")
        .eq(-(-distance))
        .le(-(-KL(q, p)), by=by("hellinger", phrase="by the bound just shown"))
        .eq(0, by=hypothesis(zero))
        .infer(same, by=vanishing_integral, of=("vanishes",), suppose=(zero,), label="agree")
        .have(KL(q, p), "If the densities agree, the divergence is zero", suppose=(same,), label="zero")
        .eq(E(log(q(x) / p(x)), x, q), by=definition_of_kl)
        .eq(E(log(q(x) / q(x)), x, q), by=almost_everywhere_equal(same))
        .eq(0)
        .infer(Iff(zero, same), by=None, of=("agree", "zero"))
    )
