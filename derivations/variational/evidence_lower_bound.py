r"""The evidence lower bound: log p(x) = ELBO + KL of q from the posterior, in both usual forms, and ELBO <= log p(x).

The observation x is fixed: p(X) is the evidence, its density; p_{Z|X} the posterior and p_Z the prior of the latent
variable z; q is any law of z, which may depend on x.  The joint density of x and z is p(X) p_{Z|X}(z), so that by
Bayes' theorem p(X) p_{Z|X}(z) / p_Z(z) is the likelihood p(x | z), whose mean logarithm is the reconstruction term.
"""

from proofs import Proof, by
from proofs.language import KL, Abstract, Density, E, Var, density, dominated, finite, log
from proofs.rules import definition_of_kl, gibbs_inequality, linearity

Z = Abstract("Z")
z = Var("z", Z)
q, prior, posterior = Density("q", Z), Density("p_Z", Z), Density(r"p_{Z \mid X}", Z)
evidence = Var("p(X)")
joint = evidence * posterior(z)
likelihood = evidence * posterior(z) / prior(z)

SOURCE = "Kingma and Welling (2014), Auto-encoding variational Bayes, equations 1 to 3; Bishop (2006), section 9.4"


def evidence_lower_bound() -> Proof:
    """log p(x) = E_q[log p(x, z) - log q(z)] + KL(q || p(z|x)); the bound is E_q[log p(x|z)] - KL(q || p(z))."""
    bound = E(log(joint) - log(q(z)), z, q)
    prior_known = (density(prior), dominated(q, prior), finite(E(log(likelihood), z, q)))
    return (
        Proof(
            log(evidence),
            name="evidence_lower_bound",
            title="The evidence lower bound",
            source=SOURCE,
            chain=r"What the bound leaves out, where $p(X)\, p_{Z \mid X}(z)$ is the joint density",
            label="evidence",
        )
        .given(density(q), density(posterior), evidence > 0, dominated(q, posterior), finite(KL(q, posterior)))
        .eq(E(log(evidence), z, q), by=linearity)
        .eq(E(log(joint / q(z)) + log(q(z) / posterior(z)), z, q))
        .eq(E(log(joint / q(z)), z, q) + E(log(q(z) / posterior(z)), z, q), by=linearity)
        .eq(E(log(joint / q(z)), z, q) + KL(q, posterior), by=definition_of_kl)
        .eq(bound + KL(q, posterior))
        .have(
            bound,
            r"The bound by the prior $p_Z$ and the likelihood $p(X)\, p_{Z \mid X}(z) / p_Z(z)$",
            suppose=prior_known,
        )
        .eq(E(log(likelihood) - log(q(z) / prior(z)), z, q))
        .eq(E(log(likelihood), z, q) - E(log(q(z) / prior(z)), z, q), by=linearity)
        .eq(E(log(likelihood), z, q) - KL(q, prior), by=definition_of_kl)
        .have(bound, "It is a bound")
        .le(bound + KL(q, posterior), by=gibbs_inequality(KL(q, posterior)))
        .eq(log(evidence), by=by("evidence", phrase="by the first equation"))
        .shows(log(evidence).eq(bound + KL(q, posterior)))
    )
