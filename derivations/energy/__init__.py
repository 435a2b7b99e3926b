"""Energy-based models: partition functions."""
