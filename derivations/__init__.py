"""The book: results of probabilistic machine learning, each derived step by step.

``from derivations import gaussian_kl``; ``gaussian_kl()`` is the proof.  A result is one file and one line here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from proofs.proof import Proof

_WHERE = {
    "kl_nonnegative": "divergences.kl_nonnegative",
    "kl_zero_iff_equal": "divergences.kl_nonnegative",
    "cross_entropy_decomposition": "divergences.cross_entropy_decomposition",
    "infinite_entropy": "divergences.infinite_entropy",
    "kl_of_itself": "divergences.of_itself",
    "jensen_shannon_of_itself": "divergences.of_itself",
    "jensen_shannon": "divergences.jensen_shannon",
    "jensen_shannon_disjoint": "divergences.jensen_shannon",
    "jensen_shannon_example": "divergences.jensen_shannon",
    "kl_asymmetry": "divergences.kl_asymmetry",
    "kl_is_not_a_metric": "divergences.kl_is_not_a_metric",
    "gaussian_kl": "gaussians.gaussian_kl",
    "gaussian_kl_same_mean": "gaussians.gaussian_kl",
    "gaussian_kl_same_variance": "gaussians.gaussian_kl",
    "multivariate_gaussian_kl": "gaussians.multivariate_gaussian_kl",
    "diagonal_gaussian_kl": "gaussians.diagonal_gaussian_kl",
    "diagonal_gaussian_kl_by_independence": "gaussians.diagonal_gaussian_kl",
    "gaussian_wasserstein": "transport.gaussian_wasserstein",
    "gaussian_wasserstein_example": "transport.gaussian_wasserstein",
    "diagonal_gaussian_wasserstein": "transport.diagonal_gaussian_wasserstein",
    "linear_image_of_gaussian": "transport.linear_image_of_gaussian",
    "multivariate_gaussian_wasserstein": "transport.multivariate_gaussian_wasserstein",
    "parallel_lines": "transport.disjoint_lines",
    "disjoint_lines": "transport.disjoint_lines",
    "coinciding_lines": "transport.disjoint_lines",
    "divergences_along_theta": "transport.disjoint_lines",
    "divergences_as_the_gap_closes": "transport.disjoint_lines",
    "wgan_dual": "transport.wgan_dual",
    "bernoulli_log_likelihood": "estimation.bernoulli_mle",
    "bernoulli_mle": "estimation.bernoulli_mle",
    "bernoulli_mle_boundary": "estimation.bernoulli_mle",
    "bernoulli_mle_example": "estimation.bernoulli_mle",
    "dirichlet_kl": "categories.dirichlet_kl",
    "dirichlet_multinomial_evidence": "categories.dirichlet_multinomial",
    "dirichlet_posterior": "categories.dirichlet_multinomial",
    "evidence_lower_bound": "variational.evidence_lower_bound",
    "vae_loss": "variational.vae_loss",
    "vae_loss_example": "variational.vae_loss",
    "factorized_q": "variational.factorized_q",
    "mean_field": "variational.mean_field",
    "reparameterization": "variational.reparameterization",
    "reparameterization_of_gaussian": "variational.reparameterization",
    "reparameterization_of_a_step": "variational.reparameterization",
    "partition_function": "energy.partition_function",
    "partition_function_example": "energy.partition_function",
    "change_of_variables": "flows.change_of_variables",
    "flow_log_determinant": "flows.coupling_layer",
    "flow_log_determinant_example": "flows.coupling_layer",
    "triangular_log_determinant": "flows.triangular_map",
    "composed_log_determinant": "flows.composition",
    "optimal_discriminator": "adversarial.optimal_discriminator",
    "discriminator_gain": "adversarial.optimal_discriminator",
    "best_discriminator": "adversarial.optimal_discriminator",
    "gaussian_discriminator": "adversarial.optimal_discriminator",
    "gaussian_discriminator_example": "adversarial.optimal_discriminator",
    "lipschitz_constant": "adversarial.lipschitz_constant",
    "lipschitz_constant_example": "adversarial.lipschitz_constant",
    "no_lipschitz_constant": "adversarial.lipschitz_constant",
    "rescaled_critic": "adversarial.lipschitz_constant",
    "adjusted_softplus": "adversarial.adjusted_softplus",
    "gan_value": "adversarial.gan_value",
    "unit_slope": "adversarial.gradient_penalty",
    "gradient_penalty": "adversarial.gradient_penalty",
    "convolution_shapes": "networks.convolution_shapes",
    "transposed_convolution_shapes": "networks.convolution_shapes",
    "convolution_parameters": "networks.convolution_shapes",
    "convolution_shapes_example": "networks.convolution_shapes",
    "sequence_costs": "networks.sequence_costs",
    "sequence_costs_far_out": "networks.sequence_costs",
    "word2vec_counts": "networks.word2vec_counts",
    "word2vec_counts_example": "networks.word2vec_counts",
}

CATALOGUE = tuple(_WHERE)


def derive(name: str) -> Proof:
    """The proof with that name.  Raises ``KeyError`` for a name that is not in the catalogue."""
    if name not in _WHERE:
        from difflib import get_close_matches

        near = get_close_matches(name, CATALOGUE, cutoff=0.4) or CATALOGUE
        raise KeyError(f"no derivation is called {name!r}; did you mean {' or '.join(near)}?")
    proof: Proof = getattr(import_module(f"derivations.{_WHERE[name]}"), name)()
    return proof


def __getattr__(name: str) -> Any:
    if name in _WHERE:
        return getattr(import_module(f"derivations.{_WHERE[name]}"), name)
    raise AttributeError(f"module 'derivations' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*CATALOGUE, "CATALOGUE", "derive"]
