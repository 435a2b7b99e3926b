"""Speed, as ratios against what a user would pick instead; ``python -m benchmarks`` measures them all in one run."""
