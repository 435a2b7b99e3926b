"""The examination for many documents that have lines in common: a question that was answered is not examined again."""

from functools import cache

from proofs.marking import examination

examine = cache(examination.examine)
