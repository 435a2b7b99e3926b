r"""The Wasserstein distance of order 2 between two Gaussians on the line, and an example with numbers.

On the line the coupling of x and y through one variable u, in which both increase, is optimal (Villani 2003, theorem
2.18): of Gaussians x = mu_1 + sigma_1 u and y = mu_2 + sigma_2 u with u ~ N(0, 1), the quantiles at the level of u.
"""

from proofs import Proof
from proofs.language import W2, E, Normal, Number, Var, sqrt, symbols
from proofs.rules import gaussian_moments, monotone_coupling

mu_1, sigma_1, mu_2, sigma_2 = symbols("mu_1 sigma_1 mu_2 sigma_2")
u = Var("u")
p, q, standard = Normal(mu_1, sigma_1, "p"), Normal(mu_2, sigma_2, "q"), Normal(0, 1)

SOURCE = "Villani (2003), Topics in Optimal Transportation, theorem 2.18; Givens and Shortt (1984), proposition 7"


def gaussian_wasserstein() -> Proof:
    """W_2 of N(mu_1, sigma_1^2) and N(mu_2, sigma_2^2): the distance of the points (mu, sigma) in the plane."""
    return (
        Proof(
            W2(p, q),
            name="gaussian_wasserstein",
            title="The Wasserstein distance between two Gaussians",
            source=SOURCE,
        )
        .given(sigma_1 > 0, sigma_2 > 0)
        .eq(sqrt(E((mu_1 + sigma_1 * u - (mu_2 + sigma_2 * u)) ** 2, u, standard)), by=monotone_coupling)
        .eq(sqrt(E((mu_1 - mu_2 + (sigma_1 - sigma_2) * u) ** 2, u, standard)))
        .eq(sqrt((mu_1 - mu_2) ** 2 + (sigma_1 - sigma_2) ** 2), by=gaussian_moments)
    )


def gaussian_wasserstein_example() -> Proof:
    """W_2 of N(3, 2) and N(4, 1), variances as second parameters: 1.0824."""
    return (
        gaussian_wasserstein()
        .at(mu_1=3, sigma_1=sqrt(Number(2)), mu_2=4, sigma_2=1)
        .named("gaussian_wasserstein_example", "The Wasserstein distance between N(3, 2) and N(4, 1)")
        .eq(sqrt(1 + (sqrt(Number(2)) - 1) ** 2))
    )
