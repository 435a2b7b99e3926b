"""Neural networks: how much of what they hold and cost."""
