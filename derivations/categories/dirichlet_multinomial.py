r"""Counts of categories whose probabilities have a Dirichlet law: the evidence, and the posterior."""

from proofs import Proof, by
from proofs.language import (
    Compositions,
    Dirichlet,
    Int,
    Multinomial,
    Number,
    Prod,
    Range,
    Simplex,
    Sum,
    Var,
    factorial,
    forall,
    gamma,
    integer,
    vector,
)
from proofs.rules import density_written_out, dirichlet_integral, linearity, products_together, sum_of_coordinates

K, n = integer("K"), integer("n")
k = Var("k", Range(Number(1), K))
alpha, theta, y = vector("alpha", K), Var("theta", Simplex(K)), Var("y", Compositions(K, n))
likelihood, prior = Multinomial(n, theta)(y), Dirichlet(alpha)(theta)

SOURCE = "Murphy (2012), Machine Learning: A Probabilistic Perspective, section 3.4"
HYPOTHESES = (K >= 1, n >= 0, forall(k, alpha[k] > 0))

draws = factorial(n) / Prod(factorial(y[k]), k)
normaliser = gamma(Sum(alpha[k], k)) / Prod(gamma(alpha[k]), k)
counted, weighted = Prod(theta[k] ** y[k], k), Prod(theta[k] ** (alpha[k] - 1), k)
kernel = Prod(theta[k] ** (alpha[k] + y[k] - 1), k)
grown = Prod(gamma(alpha[k] + y[k]), k)


def dirichlet_multinomial_evidence() -> Proof:
    """The probability of counts, their probabilities integrated out."""
    return (
        Proof(
            Int(likelihood * prior, theta),
            name="dirichlet_multinomial_evidence",
            title="The evidence of counts under a Dirichlet prior",
            source=SOURCE,
        )
        .given(*HYPOTHESES)
        .eq(Int(draws * counted * (normaliser * weighted), theta), by=density_written_out)
        .eq(Int(draws * normaliser * kernel, theta), by=products_together)
        .eq(draws * normaliser * (grown / gamma(Sum(alpha[k] + y[k], k))), by=dirichlet_integral)
        .eq(draws * normaliser * (grown / gamma(Sum(alpha[k], k) + Sum(y[k], k))), by=linearity)
        .eq(draws * normaliser * (grown / gamma(Sum(alpha[k], k) + n)), by=sum_of_coordinates)
    )


def dirichlet_posterior() -> Proof:
    """The law of the probabilities given the counts."""
    evidence = dirichlet_multinomial_evidence()
    size = Sum(alpha[k], k) + n
    return (
        Proof(
            likelihood * prior / Int(likelihood * prior, theta),
            name="dirichlet_posterior",
            title="The posterior of the probabilities of categories",
            source=SOURCE,
        )
        .given(*HYPOTHESES)
        .using(evidence=evidence)
        .eq(
            likelihood * prior / (draws * normaliser * (grown / gamma(size))),
            by=by("evidence", phrase="by the formula for the evidence"),
        )
        .eq(
            draws * counted * (normaliser * weighted) / (draws * normaliser * (grown / gamma(size))),
            by=density_written_out,
        )
        .eq(draws * normaliser * kernel / (draws * normaliser * (grown / gamma(size))), by=products_together)
        .eq(gamma(size) / grown * kernel)
        .eq(gamma(Sum(alpha[k], k) + Sum(y[k], k)) / grown * kernel, by=sum_of_coordinates)
        .eq(gamma(Sum(alpha[k] + y[k], k)) / grown * kernel, by=linearity)
        .eq(Dirichlet(alpha + y)(theta), by=density_written_out)
    )
