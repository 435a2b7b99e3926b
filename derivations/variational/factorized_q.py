r"""Minimising KL(p || q) over one factor of q(Z) = prod_i q_i(Z_i): the best factor is the marginal of p.

A Lagrange multiplier for the normalisation gives the stationary point; that it is the minimum follows from Gibbs'
inequality, for every number M of factors.
"""

from proofs import Proof, by, hypothesis
from proofs.language import (
    KL,
    Density,
    DensityFamily,
    E,
    FunctionalDerivative,
    Glue,
    H,
    Int,
    Marginal,
    Number,
    Prod,
    Product,
    ProductLaw,
    Range,
    Slot,
    Sum,
    Term,
    Var,
    Without,
    density,
    dominated,
    finite,
    forall,
    integer,
    log,
    positive_density,
    symbols,
)
from proofs.rules import (
    definition_of_entropy,
    definition_of_kl,
    density_of_independent,
    functional_derivative,
    linearity,
    log_of_product,
    marginal_density,
    marginalisation,
    normalisation,
    split_off,
    terms_free_of_the_density,
)

from ..divergences import kl_nonnegative as gibbs

M = integer("M")
I = Range(Number(1), M)
Zs = Product("Z", I)
i, j = Var("i", I), Var("j", I)
i_other = Var("i", Without(I, j))
Z = Var("Z", Zs)
z, z_i = Var("z", Slot("Z", j)), Var("z", Slot("Z", i))
rest = Var("Z_{\\setminus j}", Product("Z", Without(I, j)))
lam = symbols("lambda")
p = Density("p", Zs)
q_family = DensityFamily("q", Zs)
q, q_j, p_j = ProductLaw(q_family[i], i, "q"), q_family[j], Marginal(p, j)

SOURCE = "Bishop (2006), Pattern Recognition and Machine Learning, section 10.1.2 and exercise 10.3"


def others() -> Term:
    """The part of the cross-entropy that does not depend on q_j."""
    return E(Sum(log(q_family[i_other](Z[i_other])), i_other), Z, p)


def factorized_q() -> Proof:
    """The factor q_j that minimises KL(p || q) is the marginal p(Z_j)."""
    objective = -Int(p_j(z) * log(q_j(z)), z)
    constraint = Int(q_j(z), z) - 1
    lagrangian = -H(p) - others() + objective + lam * constraint
    stationary = forall(z, (lam - p_j(z) / q_j(z)).eq(0))
    positive = positive_density(q_j)
    gibbs_at_j = {gibbs.X: Slot("Z", j), gibbs.q: p_j, gibbs.p: q_j}
    split_sum = log(q_j(Z[j])) + Sum(log(q_family[i_other](Z[i_other])), i_other)
    return (
        Proof(
            KL(p, q),
            name="factorized_q",
            title="The best factor of a factorized distribution is the marginal",
            source=SOURCE,
            chain="The divergence as a function of one factor",
            label="objective",
        )
        .using(kl_nonnegative=gibbs.kl_nonnegative())
        .given(
            density(p),
            forall(i, density(q_family[i])),
            forall(i, dominated(Marginal(p, i), q_family[i])),
            finite(H(p)),
            forall(i, finite(E(log(q_family[i](z_i)), z_i, Marginal(p, i)))),
        )
        .eq(E(log(p(Z) / q(Z)), Z, p), by=definition_of_kl)
        .eq(E(log(p(Z) / Prod(q_family[i](Z[i]), i)), Z, p), by=density_of_independent)
        .eq(E(log(p(Z)) - log(Prod(q_family[i](Z[i]), i)), Z, p))
        .eq(E(log(p(Z)) - Sum(log(q_family[i](Z[i])), i), Z, p), by=log_of_product)
        .eq(E(log(p(Z)), Z, p) - E(Sum(log(q_family[i](Z[i])), i), Z, p), by=linearity)
        .eq(-H(p) - E(Sum(log(q_family[i](Z[i])), i), Z, p), by=definition_of_entropy)
        .eq(-H(p) - E(split_sum, Z, p), by=split_off(j))
        .eq(-H(p) - E(log(q_j(Z[j])), Z, p) - others(), by=linearity)
        .eq(-H(p) - E(log(q_j(z)), z, p_j) - others(), by=marginalisation)
        .have(
            FunctionalDerivative(lagrangian, q_j, z),
            "The Lagrangian with a multiplier for the normalisation, and its derivative",
            suppose=(positive,),
            label="derivative",
        )
        .eq(FunctionalDerivative(objective + lam * constraint, q_j, z), by=terms_free_of_the_density)
        .eq(lam - p_j(z) / q_j(z), by=functional_derivative)
        .have(lam * q_j(z), "Where the derivative is zero", suppose=(positive, stationary), label="solved")
        .eq((lam - p_j(z) / q_j(z)) * q_j(z) + p_j(z))
        .eq(0 * q_j(z) + p_j(z), by=hypothesis(stationary, z, phrase="since the derivative is zero"))
        .eq(p_j(z))
        .have(lam, "The multiplier", suppose=(positive, stationary), label="multiplier")
        .eq(lam * Int(q_j(z), z), by=normalisation)
        .eq(Int(lam * q_j(z), z))
        .eq(Int(p_j(z), z), by=by("solved", phrase="by the stationarity condition"))
        .eq(1, by=normalisation)
        .have(q_j(z), "The factor", suppose=(positive, stationary), label="factor")
        .eq(1 * q_j(z))
        .eq(lam * q_j(z), by=by("multiplier", phrase="since the multiplier is one"))
        .eq(p_j(z), by=by("solved", phrase="by the stationarity condition"))
        .eq(Int(p(Glue(j, z, rest)), rest), by=marginal_density)
        .have(KL(p, q), "It is the minimum, by Gibbs' inequality", suppose=(finite(H(p_j)),))
        .eq(-H(p) - E(log(q_j(z)), z, p_j) - others(), by=by("objective", phrase="by the decomposition above"))
        .eq(-H(p) + E(log(p_j(z)) - log(q_j(z)), z, p_j) - E(log(p_j(z)), z, p_j) - others(), by=linearity)
        .eq(-H(p) + E(log(p_j(z)) - log(q_j(z)), z, p_j) + H(p_j) - others(), by=definition_of_entropy)
        .eq(-H(p) + E(log(p_j(z) / q_j(z)), z, p_j) + H(p_j) - others())
        .eq(-H(p) + KL(p_j, q_j) + H(p_j) - others(), by=definition_of_kl)
        .ge(-H(p) + 0 + H(p_j) - others(), by=by("kl_nonnegative", gibbs_at_j, phrase="by Gibbs' inequality"))
        .eq(-H(p) + H(p_j) - others())
        .shows(q_j(z).eq(Int(p(Glue(j, z, rest)), rest)))
    )
