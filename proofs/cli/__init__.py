"""The command lines: ``derivations`` for the book, ``proofs`` for documents.  Each is loaded when it is asked for."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .book import derivations
    from .documents import proofs

_WHERE = {"derivations": "book", "proofs": "documents"}

__all__ = ["derivations", "proofs"]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
