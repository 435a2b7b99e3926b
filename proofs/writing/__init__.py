"""Writing: terms, proofs and reports as LaTeX, text and HTML."""

from . import latex_binders, latex_laws, latex_matrices  # noqa: F401  (each registers its writers)
from .document import document, fragment
from .latex import latex
from .phrases import sentence
from .plain import plain

__all__ = ["document", "fragment", "latex", "plain", "sentence"]
