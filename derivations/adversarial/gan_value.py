r"""The value of a generative adversarial network at its best discriminator: twice the JS divergence, less log 4.

So the generator that is best against the best discriminator makes that divergence zero, which it is for g = p.
"""

from proofs import Proof
from proofs.language import JS, KL, Abstract, Density, E, Mixture, Number, Var, density, half, log
from proofs.rules import definition_of_jensen_shannon, definition_of_kl, gibbs_inequality, linearity

X = Abstract("X")
x = Var("x", X)
p, g = Density("p", X), Density("g", X)
m = Mixture((half, half), (p, g))

SOURCE = "Goodfellow et al. (2014), Generative adversarial nets, theorem 1"


def gan_value() -> Proof:
    """E_p[log D] + E_g[log(1 - D)] at D = p/(p + g) is -log 4 + 2 JS(p, g), at least -log 4."""
    both, mixed = p(x) + g(x), half * p(x) + half * g(x)
    two = log(Number(2))
    alike = log(p(x) / (p(x) + p(x)))
    return (
        Proof(
            E(log(p(x) / both), x, p) + E(log(g(x) / both), x, g),
            name="gan_value",
            title="The value of a generative adversarial network at the best discriminator",
            source=SOURCE,
            chain="The value at the best discriminator $D$, which is $p/(p + g)$; then $1 - D$ is $g/(p + g)$",
            label="value",
        )
        .given(density(p), density(g))
        .eq(E(log(p(x) / mixed) - two, x, p) + E(log(g(x) / mixed) - two, x, g))
        .eq(E(log(p(x) / mixed), x, p) - two + E(log(g(x) / mixed), x, g) - two, by=linearity)
        .eq(KL(p, m) + KL(g, m) - 2 * two, by=definition_of_kl)
        .eq(2 * (half * KL(p, m) + half * KL(g, m)) - log(Number(4)))
        .eq(2 * JS(p, g) - log(Number(4)), by=definition_of_jensen_shannon)
        .have(2 * JS(p, g) - log(Number(4)), "No generator makes it less")
        .eq(2 * (half * KL(p, m) + half * KL(g, m)) - log(Number(4)), by=definition_of_jensen_shannon)
        .ge(2 * (half * 0 + half * KL(g, m)) - log(Number(4)), by=gibbs_inequality(KL(p, m)))
        .ge(2 * (half * 0 + half * 0) - log(Number(4)), by=gibbs_inequality(KL(g, m)))
        .eq(-log(Number(4)))
        .have(E(alike, x, p) + E(alike, x, p), "The generator that meets the data attains this")
        .eq(E(-two, x, p) + E(-two, x, p))
        .eq(-two - two, by=linearity)
        .eq(-log(Number(4)))
        .shows((E(log(p(x) / both), x, p) + E(log(g(x) / both), x, g)).eq(2 * JS(p, g) - log(Number(4))))
    )
