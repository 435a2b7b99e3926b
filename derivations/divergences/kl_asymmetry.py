r"""The Kullback-Leibler divergence is not symmetric: N(3, 2) and N(4, 1), variances as second parameters.

Both values come from the general formula: 1 - log(2)/2 = 0.6534 one way and log(2)/2 = 0.3466 the other; that they
differ needs no decimals, only log 2 < 1.
"""

from proofs import Proof, by
from proofs.language import KL, Normal, Number, half, log, sqrt
from proofs.rules import strict_log_inequality

from ..gaussians.gaussian_kl import SOURCE, gaussian_kl, mu_1, mu_2, sigma_1, sigma_2

two, root = Number(2), sqrt(Number(2))
p, q = Normal(3, root, "p"), Normal(4, 1, "q")


def kl_asymmetry() -> Proof:
    """KL(q || p) < KL(p || q) for p = N(3, 2) and q = N(4, 1): 0.3466 < 0.6534."""
    there = {mu_1: Number(3), sigma_1: root, mu_2: Number(4), sigma_2: Number(1)}
    back = {mu_1: Number(4), sigma_1: Number(1), mu_2: Number(3), sigma_2: root}
    return (
        Proof(
            KL(p, q),
            name="kl_asymmetry",
            title="The Kullback-Leibler divergence is not symmetric",
            source=SOURCE,
            chain="The divergence of one from the other",
            label="there",
        )
        .using(general=gaussian_kl())
        .eq(
            log(1 / root) - half + (root**2 + (Number(3) - 4) ** 2) / (2 * Number(1) ** 2),
            by=by("general", there, phrase="by the general formula"),
        )
        .eq(1 - log(two) / 2)
        .have(KL(q, p), "The other way round", label="back")
        .eq(
            log(root / 1) - half + (Number(1) ** 2 + (Number(4) - 3) ** 2) / (2 * root**2),
            by=by("general", back, phrase="by the general formula"),
        )
        .eq(log(two) / 2)
        .have(KL(q, p), "The two differ")
        .eq(log(two) / 2, by=by("back", phrase="as just computed"))
        .lt((two - 1) / 2, by=strict_log_inequality)
        .eq(1 - (two - 1) / 2)
        .lt(1 - log(two) / 2, by=strict_log_inequality)
        .eq(KL(p, q), by=by("there", phrase="as computed first"))
    )
