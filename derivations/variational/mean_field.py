r"""Minimising KL(q || p) over one factor of q(Z) = prod_i q_i(Z_i): the mean-field equation.

p_{Z|X} is the posterior of the latent variables and p(X) the evidence, so the joint density is their product.
"""

from proofs import Proof, by, hypothesis
from proofs.language import (
    KL,
    Density,
    E,
    FunctionalDerivative,
    Glue,
    Int,
    Prod,
    ProductLaw,
    Sum,
    Term,
    Var,
    density,
    exp,
    finite,
    forall,
    log,
    positive_density,
)
from proofs.rules import (
    definition_of_kl,
    density_of_independent,
    functional_derivative,
    iterated_expectation,
    linearity,
    log_inequality,
    log_of_product,
    mass_on_support,
    normalisation,
    split_off,
    terms_free_of_the_density,
)

from .factorized_q import Z, Zs, i, i_other, j, lam, q, q_family, q_j, rest, z, z_i

p = Density(r"p_{Z \mid X}", Zs)
evidence = Var("p(X)")
q_rest = ProductLaw(q_family[i_other], i_other, r"q_{\setminus j}")

SOURCE = "Bishop (2006), Pattern Recognition and Machine Learning, section 10.1.1"


def mean_log_joint(at: Term = z) -> Term:
    """E_{i != j}[log p(X, Z)] as a function of Z_j: the other factors average the log of the joint density."""
    return E(log(evidence * p(Glue(j, at, rest))), rest, q_rest)


def mean_field() -> Proof:
    """log q_j(Z_j) = E_{i != j}[log p(X, Z)] + const for the factor q_j that minimises KL(q || p)."""
    g = mean_log_joint()
    normaliser = Int(exp(g), z)
    sum_of_others = Sum(log(q_family[i_other](rest[i_other])), i_other)
    others = E(sum_of_others, rest, q_rest)
    log_joint = log(evidence * p(Z))
    in_product = Prod(q_family[i](Z[i]), i)
    split_sum = log(q_j(Z[j])) + Sum(log(q_family[i_other](Z[i_other])), i_other)
    objective = E(log(q_j(z)), z, q_j) - E(g, z, q_j)
    lagrangian = objective + others + log(evidence) + lam * (Int(q_j(z), z) - 1)
    slope = log(q_j(z)) + 1 - g + lam
    stationary = forall(z, slope.eq(0))
    positive = positive_density(q_j)
    gap = exp(g) / (normaliser * q_j(z))
    return (
        Proof(
            KL(q, p),
            name="mean_field",
            title="The mean-field equation",
            source=SOURCE,
            chain="The divergence as a function of one factor",
        )
        .where(Var("C").eq(normaliser))
        .given(
            density(p),
            positive_density(p),
            evidence > 0,
            forall(i, density(q_family[i])),
            forall(i, finite(E(log(q_family[i](z_i)), z_i, q_family[i]))),
            finite(E(log(p(Z)), Z, q)),
            finite(E(g, z, q_j)),
            forall(z, finite(g)),
            finite(normaliser),
            normaliser > 0,
        )
        .eq(E(log(q(Z) / p(Z)), Z, q), by=definition_of_kl)
        .eq(E(log(in_product / p(Z)), Z, q), by=density_of_independent)
        .eq(E(log(in_product) - log_joint + log(evidence), Z, q))
        .eq(E(Sum(log(q_family[i](Z[i])), i) - log_joint + log(evidence), Z, q), by=log_of_product)
        .eq(E(split_sum - log_joint + log(evidence), Z, q), by=split_off(j))
        .eq(
            E(log(q_j(Z[j])), Z, q) + E(split_sum.args[1], Z, q) - E(log_joint, Z, q) + log(evidence),
            by=linearity,
        )
        .eq(
            E(E(log(q_j(z)), rest, q_rest), z, q_j) + E(others, z, q_j) - E(g, z, q_j) + log(evidence),
            by=iterated_expectation(j),
        )
        .eq(E(log(q_j(z)), z, q_j) + others - E(g, z, q_j) + log(evidence), by=linearity)
        .have(
            FunctionalDerivative(lagrangian, q_j, z),
            "The Lagrangian with a multiplier for the normalisation, and its derivative",
            suppose=(positive,),
        )
        .eq(
            FunctionalDerivative(objective + lam * (Int(q_j(z), z) - 1), q_j, z),
            by=terms_free_of_the_density,
        )
        .eq(slope, by=functional_derivative)
        .have(q_j(z), "Where the derivative is zero", suppose=(positive, stationary), label="solved")
        .eq(exp((g - 1 - lam) + slope))
        .eq(exp((g - 1 - lam) + 0), by=hypothesis(stationary, z, phrase="since the derivative is zero"))
        .eq(exp(-1 - lam) * exp(g))
        .have(exp(-1 - lam), "The multiplier", suppose=(positive, stationary), label="constant")
        .eq(Int(exp(-1 - lam) * exp(g), z) / normaliser)
        .eq(Int(q_j(z), z) / normaliser, by=by("solved", phrase="by the form of $q_j$ just found"))
        .eq(1 / normaliser, by=normalisation)
        .have(log(q_j(z)), "The factor", suppose=(positive, stationary), label="factor")
        .eq(log(exp(-1 - lam) * exp(g)), by=by("solved", phrase="by the stationarity condition"))
        .eq(log(1 / normaliser * exp(g)), by=by("constant", phrase="with the multiplier found"))
        .eq(g - log(normaliser))
        .have(-objective, "It is the minimum: no factor does better")
        .eq(E(g, z, q_j) - E(log(q_j(z)), z, q_j))
        .eq(E(g - log(q_j(z)), z, q_j), by=linearity)
        .eq(E(log(gap) + log(normaliser), z, q_j))
        .eq(E(log(gap), z, q_j) + log(normaliser), by=linearity)
        .le(E(gap - 1, z, q_j) + log(normaliser), by=log_inequality)
        .eq(E(exp(g) / q_j(z), z, q_j) / normaliser - 1 + log(normaliser), by=linearity)
        .le(normaliser / normaliser - 1 + log(normaliser), by=mass_on_support)
        .eq(log(normaliser))
        .have(-objective, "The stationary factor reaches this bound", suppose=(positive, stationary))
        .eq(E(g, z, q_j) - E(g - log(normaliser), z, q_j), by=by("factor", phrase="inserting the factor"))
        .eq(log(normaliser), by=linearity)
        .shows(log(q_j(z)).eq(g - log(normaliser)))
    )
