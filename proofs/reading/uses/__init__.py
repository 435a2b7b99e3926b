"""How names are used on a page, before any is given a meaning: what runs, what is applied, what a script says."""
