"""Estimating parameters from data."""
