"""Divergences between any two laws."""
