"""Words that sentences share, whatever they are about: verbs, articles, lists, denials, what numbers and matrices are.

The words for laws are in ``law_vocabulary``, those for kinds of matrices in ``kinds``.
"""

from __future__ import annotations

ARTICLES = frozenset(("a", "an"))
VERBS = frozenset(("be", "is", "are", "being", "was", "were", "denote", "denotes"))
LISTS = frozenset((",", "and"))
ALTERNATIVES = frozenset(("or",))  # of which none is said by itself
NEGATIONS = frozenset(("not", "non", "no", "never", "neither", "nor"))
# Words that keep what stands behind them from being told: it is doubted, shown or concluded.
DOUBTS = frozenset(
    ("if", "not", "never", "unless", "whether", "show", "prove", "hence", "thus", "therefore", "so")
)  # fmt: skip
# What may stand behind words, so that they are said of the name before them and of nothing else.
ENDS = frozenset(
    (",", ".", ";", ":", ")", "(", "and", "but", "it", "so", "such", "then", "we", "where", "while", "with")
)  # fmt: skip
INTEGERS = frozenset(("integer", "integers", "natural", "naturals"))
NUMBERS = INTEGERS | {"number", "numbers", "real", "reals", "scalar", "scalars", "constant", "constants"}
MATRICES = frozenset(("matrix", "matrices"))
VECTORS = frozenset(("vector", "vectors"))
PLURAL = frozenset(("matrices", "vectors"))


__all__ = ["ALTERNATIVES", "ARTICLES", "DOUBTS", "ENDS", "INTEGERS", "LISTS", "MATRICES", "NEGATIONS", "NUMBERS",
           "PLURAL", "VECTORS", "VERBS"]  # fmt: skip
