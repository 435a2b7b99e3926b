"""Probabilities, means and entropies of random variables and events, and the laws that tables and masses tell."""
