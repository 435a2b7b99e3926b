"""Shares of categories and counts of draws from them."""
