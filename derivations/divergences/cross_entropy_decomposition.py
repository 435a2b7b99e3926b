r"""The Kullback-Leibler divergence as cross-entropy less entropy.

The densities live on any measure space: the claim holds for sums over finite sets and for integrals alike.  The entropy
of p must be finite: where it is infinite (``infinite_entropy``), so is the cross-entropy of p and p, and their
difference has no value, while the divergence of p from itself is 0.
"""

from proofs import Proof
from proofs.language import KL, Abstract, CrossEntropy, Density, E, H, Var, density, dominated, finite, log
from proofs.rules import definition_of_cross_entropy, definition_of_entropy, definition_of_kl, linearity

X = Abstract("X")
x = Var("x", X)
p, q = Density("p", X), Density("q", X)

SOURCE = "Cover and Thomas (2006), Elements of Information Theory, sections 2.3 and 5.4"


def cross_entropy_decomposition() -> Proof:
    """KL(p || q) = H(p, q) - H(p), where H(p) is finite; H(p, q) may be infinite."""
    return (
        Proof(
            KL(p, q),
            name="cross_entropy_decomposition",
            title="The divergence is the cross-entropy less the entropy",
            source=SOURCE,
        )
        .given(density(p), density(q), dominated(p, q), finite(H(p)))
        .eq(E(log(p(x) / q(x)), x, p), by=definition_of_kl)
        .eq(E(log(p(x)) - log(q(x)), x, p))
        .eq(E(log(p(x)), x, p) - E(log(q(x)), x, p), by=linearity)
        .eq(-H(p) - E(log(q(x)), x, p), by=definition_of_entropy)
        .eq(-H(p) + CrossEntropy(p, q), by=definition_of_cross_entropy)
        .eq(CrossEntropy(p, q) - H(p))
    )
