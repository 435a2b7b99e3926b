"""Is it true?  Exact numbers, enclosures, worlds, verdicts.  Shares the language with the licence, and nothing else."""

from importlib import import_module
from typing import Any

_WHERE = {
    "contradicts": "contradictions",
    "enclose": "numbers",
    "judge": "deciding",
    "exemplified": "deciding",
    "worlds_for": "worlds",
    "mutants": "slips",
    "met_by": "meeting",
    "valueless": "deciding",
}


def __getattr__(name: str) -> Any:
    """``enclose``, ``judge``, ``mutants`` and the like, imported when first asked for: a page needs no FLINT."""
    if name in _WHERE:
        return getattr(import_module(f".{_WHERE[name]}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
