r"""The Wasserstein distance of order 2 between two Gaussians on R^d whose coordinates are independent.

The coordinates' squared distances add up, and each is that of two Gaussians on the line.  Covariance matrices that
commute are diagonal in one basis, and a rotation keeps distances: there sigma and tau are the roots of the eigenvalues.
"""

from proofs import Proof, by
from proofs.language import (
    W2,
    Diag,
    MultivariateNormal,
    Normal,
    Number,
    ProductLaw,
    Range,
    Sum,
    Var,
    VectorOf,
    forall,
    integer,
    sqrt,
    vector,
)
from proofs.rules import additivity_of_wasserstein, independent_coordinates

from . import gaussian_wasserstein as line

d = integer("d")
j = Var("j", Range(Number(1), d))
mu, nu, sigma, tau = (vector(name, d) for name in ("mu", "nu", "sigma", "tau"))
p = MultivariateNormal(mu, Diag(VectorOf(sigma[j] ** 2, j)), "p")
q = MultivariateNormal(nu, Diag(VectorOf(tau[j] ** 2, j)), "q")

SOURCE = (
    "Givens and Shortt (1984), proposition 7; Panaretos and Zemel (2019), Statistical aspects of Wasserstein distances"
)


def diagonal_gaussian_wasserstein() -> Proof:
    """W_2^2 of N(mu, diag(sigma^2)) and N(nu, diag(tau^2)): the squared distance of (mu, sigma) and (nu, tau)."""
    values = {line.mu_1: mu[j], line.sigma_1: sigma[j], line.mu_2: nu[j], line.sigma_2: tau[j]}
    first, second = Normal(mu[j], sigma[j]), Normal(nu[j], tau[j])
    return (
        Proof(
            W2(p, q) ** 2,
            name="diagonal_gaussian_wasserstein",
            title="The Wasserstein distance between two Gaussians with independent coordinates",
            source=SOURCE,
        )
        .given(forall(j, sigma[j] > 0), forall(j, tau[j] > 0))
        .using(line=line.gaussian_wasserstein())
        .eq(W2(ProductLaw(first, j), ProductLaw(second, j)) ** 2, by=independent_coordinates)
        .eq(Sum(W2(first, second) ** 2, j), by=additivity_of_wasserstein)
        .eq(
            Sum(sqrt((mu[j] - nu[j]) ** 2 + (sigma[j] - tau[j]) ** 2) ** 2, j),
            by=by("line", values, phrase="by the formula on the line"),
        )
        .eq(Sum((mu[j] - nu[j]) ** 2 + (sigma[j] - tau[j]) ** 2, j))
    )
