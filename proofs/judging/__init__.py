"""Is it true?  Exact numbers, enclosures, worlds, verdicts.  Shares the language with the licence, and nothing else."""
