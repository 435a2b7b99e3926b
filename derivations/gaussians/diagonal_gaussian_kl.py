r"""The divergence of a Gaussian with diagonal covariance from the standard normal, in two ways that meet.

Once from the general formula for Gaussians on R^d, and once from independence and the formula on the line.
"""

from proofs import Proof, by
from proofs.language import (
    KL,
    Det,
    Diag,
    Form,
    Identity,
    Inverse,
    MultivariateNormal,
    Normal,
    Number,
    Prod,
    ProductLaw,
    Range,
    Sum,
    Term,
    Tr,
    Var,
    VectorOf,
    Vectors,
    Zero,
    forall,
    half,
    integer,
    log,
    vector,
)
from proofs.rules import (
    additivity_of_kl,
    determinant_of_diagonal,
    form_in_coordinates,
    independent_coordinates,
    linearity,
    log_of_product,
    sum_of_constant,
    trace_of_diagonal,
)

from . import gaussian_kl as line
from . import multivariate_gaussian_kl as general

d = integer("d")
j = Var("j", Range(Number(1), d))
mu, sigma = vector("mu", d), vector("sigma", d)
variances = Diag(VectorOf(sigma[j] ** 2, j))
zero, identity = Zero(Vectors(d)), Identity(d)
p, q = MultivariateNormal(mu, variances, "p"), MultivariateNormal(zero, identity, "q")

SOURCE = "Kingma and Welling (2014), Auto-encoding variational Bayes, appendix B"


def closed_form() -> Term:
    """What both derivations arrive at."""
    return half * Sum(sigma[j] ** 2 + mu[j] ** 2 - 1 - log(sigma[j] ** 2), j)


def _start(name: str, title: str) -> Proof:
    return Proof(KL(p, q), name=name, title=title, source=SOURCE).given(forall(j, sigma[j] > 0))


def diagonal_gaussian_kl() -> Proof:
    """KL of N(mu, diag(sigma^2)) from N(0, I), from the general formula."""
    values = {general.mu_0: mu, general.mu_1: zero, general.Sigma_0: variances, general.Sigma_1: identity}
    return (
        _start("diagonal_gaussian_kl", "A diagonal Gaussian against the standard normal")
        .given(d >= 1)
        .using(general=general.multivariate_gaussian_kl())
        .eq(
            half
            * (
                Tr(Inverse(identity) @ variances)
                + Form(zero - mu, Inverse(identity), zero - mu)
                - d
                + log(Det(identity) / Det(variances))
            ),
            by=by("general", values, phrase="by the general formula"),
        )
        .eq(half * (Tr(variances) + Form(mu, identity, mu) - d - log(Det(variances))))
        .eq(half * (Sum(sigma[j] ** 2, j) + Form(mu, identity, mu) - d - log(Det(variances))), by=trace_of_diagonal)
        .eq(half * (Sum(sigma[j] ** 2, j) + Sum(mu[j] ** 2, j) - d - log(Det(variances))), by=form_in_coordinates)
        .eq(
            half * (Sum(sigma[j] ** 2, j) + Sum(mu[j] ** 2, j) - d - log(Prod(sigma[j] ** 2, j))),
            by=determinant_of_diagonal,
        )
        .eq(
            half * (Sum(sigma[j] ** 2, j) + Sum(mu[j] ** 2, j) - d - Sum(log(sigma[j] ** 2), j)),
            by=log_of_product,
        )
        .eq(
            half * (Sum(sigma[j] ** 2, j) + Sum(mu[j] ** 2, j) - Sum(Number(1), j) - Sum(log(sigma[j] ** 2), j)),
            by=sum_of_constant,
        )
        .eq(closed_form(), by=linearity)
    )


def diagonal_gaussian_kl_by_independence() -> Proof:
    """The same, from independence and the divergence on the line."""
    values = {line.mu_1: mu[j], line.sigma_1: sigma[j], line.mu_2: Number(0), line.sigma_2: Number(1)}
    factor, standard = Normal(mu[j], sigma[j]), Normal(0, 1)
    one_coordinate = log(1 / sigma[j]) - half + (sigma[j] ** 2 + (mu[j] - 0) ** 2) / (2 * Number(1) ** 2)
    return (
        _start(
            "diagonal_gaussian_kl_by_independence", "A diagonal Gaussian against the standard normal, by independence"
        )
        .using(line=line.gaussian_kl())
        .eq(KL(ProductLaw(factor, j), ProductLaw(standard, j)), by=independent_coordinates)
        .eq(Sum(KL(factor, standard), j), by=additivity_of_kl)
        .eq(Sum(one_coordinate, j), by=by("line", values, phrase="by the formula on the line"))
        .eq(closed_form())
    )
