"""Writing: terms, proofs and reports as LaTeX, text and HTML."""

from . import latex_binders, latex_laws, latex_matrices  # noqa: F401  (each registers its writers)
from .latex import latex
from .plain import plain

__all__ = ["latex", "plain"]
