"""Writing: terms, proofs and reports as LaTeX, text and HTML.

Judging needs only the LaTeX of terms, so the rest is loaded when it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import latex_binders, latex_laws, latex_matrices  # noqa: F401  (each registers its writers)
from .latex import latex
from .phrases import sentence

if TYPE_CHECKING:
    from .html import proof_html, report_html
    from .one_line import plain
    from .pages import document, fragment
    from .text import proof_text, report_text

_LATER = {
    "document": "pages", "fragment": "pages", "plain": "one_line", "proof_html": "html", "proof_text": "text",
    "report_html": "html", "report_text": "text",
}  # fmt: skip

__all__ = [
    "document", "fragment", "latex", "plain", "proof_html", "proof_text", "report_html", "report_text", "sentence",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
