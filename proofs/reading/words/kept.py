"""Answers about words are kept for a while: reader after reader asks the same of the words of a formula.

Whoever adds a question that many ask, and that is of nothing but words, decorates it so.
"""

from __future__ import annotations

from functools import lru_cache

answers_kept = lru_cache(maxsize=1_000)

__all__ = ["answers_kept"]
