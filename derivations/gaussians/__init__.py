"""Gaussians."""
