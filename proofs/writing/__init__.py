"""Writing: terms, proofs and reports as LaTeX, text and HTML."""

from . import latex_binders, latex_laws, latex_matrices  # noqa: F401  (each registers its writers)
from .document import document, fragment
from .html import proof_html, report_html
from .latex import latex
from .phrases import sentence
from .plain import plain
from .text import proof_text, report_text

__all__ = [
    "document", "fragment", "latex", "plain", "proof_html", "proof_text", "report_html", "report_text", "sentence",
]  # fmt: skip
