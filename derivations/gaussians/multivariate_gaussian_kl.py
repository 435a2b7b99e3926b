r"""The Kullback-Leibler divergence between two Gaussians on R^d, for any d, by the trace identity."""

from proofs import Proof
from proofs.language import (
    KL,
    Det,
    E,
    Form,
    Inverse,
    MultivariateNormal,
    Tr,
    half,
    integer,
    log,
    matrix,
    positive_definite,
    vector,
)
from proofs.rules import definition_of_kl, linearity, log_of_density, mean_of_quadratic_form

d = integer("d")
x, mu_0, mu_1 = vector("x", d), vector("mu_0", d), vector("mu_1", d)
Sigma_0, Sigma_1 = matrix("Sigma_0", d), matrix("Sigma_1", d)
p, q = MultivariateNormal(mu_0, Sigma_0, "p"), MultivariateNormal(mu_1, Sigma_1, "q")


def multivariate_gaussian_kl() -> Proof:
    """KL of N(mu_0, Sigma_0) from N(mu_1, Sigma_1)."""
    z0, z1 = x - mu_0, x - mu_1
    form_0, form_1 = Form(z0, Inverse(Sigma_0), z0), Form(z1, Inverse(Sigma_1), z1)
    return (
        Proof(
            KL(p, q),
            name="multivariate_gaussian_kl",
            title="The Kullback-Leibler divergence between two multivariate Gaussians",
            source="Kullback (1959), Information Theory and Statistics, chapter 9",
        )
        .given(positive_definite(Sigma_0), positive_definite(Sigma_1))
        .eq(E(log(p(x) / q(x)), x, p), by=definition_of_kl)
        .eq(E(log(p(x)) - log(q(x)), x, p))
        .eq(E(half * log(Det(Sigma_1) / Det(Sigma_0)) - half * form_0 + half * form_1, x, p), by=log_of_density)
        .eq(half * log(Det(Sigma_1) / Det(Sigma_0)) - half * E(form_0, x, p) + half * E(form_1, x, p), by=linearity)
        .eq(
            half * log(Det(Sigma_1) / Det(Sigma_0))
            - half * Tr(Inverse(Sigma_0) @ Sigma_0)
            + half * (Tr(Inverse(Sigma_1) @ Sigma_0) + Form(mu_0 - mu_1, Inverse(Sigma_1), mu_0 - mu_1)),
            by=mean_of_quadratic_form,
        )
        .eq(
            half
            * (
                Tr(Inverse(Sigma_1) @ Sigma_0)
                + Form(mu_1 - mu_0, Inverse(Sigma_1), mu_1 - mu_0)
                - d
                + log(Det(Sigma_1) / Det(Sigma_0))
            )
        )
    )
