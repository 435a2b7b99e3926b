r"""A law does not diverge from itself: the Kullback-Leibler and the Jensen-Shannon divergence of p from p are zero."""

from proofs import Proof
from proofs.language import JS, KL, Abstract, Density, E, Mixture, Number, Var, density, half, log
from proofs.rules import definition_of_jensen_shannon, definition_of_kl

X = Abstract("X")
x = Var("x", X)
p = Density("p", X)

SOURCE = "Cover and Thomas (2006), Elements of Information Theory, section 2.3"


def kl_of_itself() -> Proof:
    """KL(p, p) = 0."""
    return (
        Proof(KL(p, p), name="kl_of_itself", title="A law does not diverge from itself", source=SOURCE)
        .given(density(p))
        .eq(E(log(p(x) / p(x)), x, p), by=definition_of_kl)
        .eq(E(Number(0), x, p))
        .eq(0)
    )


def jensen_shannon_of_itself() -> Proof:
    """JS(p, p) = 0."""
    m, ratio = Mixture((half, half), (p, p)), p(x) / (half * p(x) + half * p(x))
    return (
        Proof(
            JS(p, p),
            name="jensen_shannon_of_itself",
            title="The Jensen-Shannon divergence of a law from itself",
            source=SOURCE,
        )
        .given(density(p))
        .eq(half * KL(p, m) + half * KL(p, m), by=definition_of_jensen_shannon)
        .eq(half * E(log(ratio), x, p) + half * E(log(ratio), x, p), by=definition_of_kl)
        .eq(half * E(Number(0), x, p) + half * E(Number(0), x, p))
        .eq(0)
    )
