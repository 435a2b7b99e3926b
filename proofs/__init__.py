"""A symbolic derivation engine: proofs whose every step is licensed by a named rule and checked by exact numbers."""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"

_PUBLIC = {
    "Proof": "proofs.proof",
    "by": "proofs.chains",
    "hypothesis": "proofs.chains",
    "term": "proofs.language",
    "latex": "proofs.writing",
    "document": "proofs.writing",
    "Picture": "proofs.writing.pictures",
    "Panel": "proofs.writing.pictures",
    "Curve": "proofs.writing.pictures",
    "Area": "proofs.writing.pictures",
    "Mark": "proofs.writing.pictures",
    "enclose": "proofs.judging",
    "judge": "proofs.judging",
    "verify": "proofs.marking.verify",
    "read": "proofs.marking.contents",
}


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        from importlib import import_module

        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'proofs' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(_PUBLIC)
