r"""The Kullback-Leibler divergence between two Dirichlet laws: only the means of the logarithms are needed."""

from proofs import Proof
from proofs.language import (
    KL,
    Dirichlet,
    E,
    Number,
    Range,
    Simplex,
    Sum,
    Var,
    digamma,
    forall,
    integer,
    log,
    loggamma,
    vector,
)
from proofs.rules import definition_of_kl, dirichlet_moments, exchange, linearity, log_of_density, sums_together

K = integer("K")
k = Var("k", Range(Number(1), K))
alpha, beta = vector("alpha", K), vector("beta", K)
x = Var("x", Simplex(K))
p, q = Dirichlet(alpha, "p"), Dirichlet(beta, "q")


def dirichlet_kl() -> Proof:
    """KL of Dir(alpha) from Dir(beta)."""
    log_p = loggamma(Sum(alpha[k], k)) - Sum(loggamma(alpha[k]), k) + Sum((alpha[k] - 1) * log(x[k]), k)
    log_q = loggamma(Sum(beta[k], k)) - Sum(loggamma(beta[k]), k) + Sum((beta[k] - 1) * log(x[k]), k)
    constants = (
        loggamma(Sum(alpha[k], k)) - Sum(loggamma(alpha[k]), k) - loggamma(Sum(beta[k], k)) + Sum(loggamma(beta[k]), k)
    )
    return (
        Proof(
            KL(p, q),
            name="dirichlet_kl",
            title="The Kullback-Leibler divergence between two Dirichlet laws",
            source="Penny (2001), Kullback-Leibler divergences of normal, gamma, Dirichlet and Wishart densities",
        )
        .given(K >= 1, forall(k, alpha[k] > 0), forall(k, beta[k] > 0))
        .eq(E(log(p(x) / q(x)), x, p), by=definition_of_kl)
        .eq(E(log(p(x)) - log(q(x)), x, p))
        .eq(E(log_p - log_q, x, p), by=log_of_density)
        .eq(E(constants + Sum((alpha[k] - beta[k]) * log(x[k]), k), x, p), by=sums_together)
        .eq(constants + E(Sum((alpha[k] - beta[k]) * log(x[k]), k), x, p), by=linearity)
        .eq(constants + Sum(E((alpha[k] - beta[k]) * log(x[k]), x, p), k), by=exchange)
        .eq(
            constants + Sum((alpha[k] - beta[k]) * (digamma(alpha[k]) - digamma(Sum(alpha[k], k))), k),
            by=dirichlet_moments,
        )
    )
