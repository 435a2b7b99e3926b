r"""Optimal transport: couplings, duality, the Wasserstein distances, and how they compare with divergences."""
