r"""The Kullback-Leibler divergence between two Gaussians on the line, from its definition, and two special cases."""

from proofs import Proof, by
from proofs.language import KL, E, Normal, half, log, symbols
from proofs.rules import definition_of_kl, gaussian_moments, linearity, log_of_density

x, mu, mu_1, sigma, sigma_1, mu_2, sigma_2 = symbols("x mu mu_1 sigma sigma_1 mu_2 sigma_2")
p, q = Normal(mu_1, sigma_1, "p"), Normal(mu_2, sigma_2, "q")

SOURCE = "Kullback and Leibler (1951), On information and sufficiency; Bishop (2006), exercise 1.30"


def gaussian_kl() -> Proof:
    """KL of N(mu_1, sigma_1^2) from N(mu_2, sigma_2^2)."""
    z1, z2 = (x - mu_1) / sigma_1, (x - mu_2) / sigma_2
    return (
        Proof(
            KL(p, q),
            name="gaussian_kl",
            title="The Kullback-Leibler divergence between two Gaussians",
            source=SOURCE,
        )
        .given(sigma_1 > 0, sigma_2 > 0)
        .eq(E(log(p(x) / q(x)), x, p), by=definition_of_kl)
        .eq(E(log(p(x)) - log(q(x)), x, p))
        .eq(E(log(sigma_2 / sigma_1) - z1**2 / 2 + z2**2 / 2, x, p), by=log_of_density)
        .eq(log(sigma_2 / sigma_1) - E(z1**2, x, p) / 2 + E(z2**2, x, p) / 2, by=linearity)
        .eq(
            log(sigma_2 / sigma_1) - half + (sigma_1**2 + (mu_1 - mu_2) ** 2) / (2 * sigma_2**2),
            by=gaussian_moments,
        )
    )


def gaussian_kl_same_mean() -> Proof:
    """KL of two Gaussians with the same mean: a function of the ratio of the variances."""
    mean = {mu_1: mu, mu_2: mu}
    return (
        Proof(
            KL(Normal(mu, sigma_1, "p"), Normal(mu, sigma_2, "q")),
            name="gaussian_kl_same_mean",
            title="The divergence between two Gaussians with the same mean",
            source=SOURCE,
        )
        .using(general=gaussian_kl())
        .given(sigma_1 > 0, sigma_2 > 0)
        .eq(
            log(sigma_2 / sigma_1) - half + (sigma_1**2 + (mu - mu) ** 2) / (2 * sigma_2**2),
            by=by("general", mean, phrase="by the general formula"),
        )
        .eq(half * (sigma_1**2 / sigma_2**2 - 1 - log(sigma_1**2 / sigma_2**2)))
    )


def gaussian_kl_same_variance() -> Proof:
    """KL of two Gaussians with the same variance: half the squared distance of the means in units of the deviation."""
    deviation = {sigma_1: sigma, sigma_2: sigma}
    return (
        Proof(
            KL(Normal(mu_1, sigma, "p"), Normal(mu_2, sigma, "q")),
            name="gaussian_kl_same_variance",
            title="The divergence between two Gaussians with the same variance",
            source=SOURCE,
        )
        .using(general=gaussian_kl())
        .given(sigma > 0)
        .eq(
            log(sigma / sigma) - half + (sigma**2 + (mu_1 - mu_2) ** 2) / (2 * sigma**2),
            by=by("general", deviation, phrase="by the general formula"),
        )
        .eq((mu_1 - mu_2) ** 2 / (2 * sigma**2))
    )
