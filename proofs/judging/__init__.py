"""Is it true?  Exact numbers, enclosures, worlds, verdicts.  Shares the language with the licence, and nothing else."""

from typing import Any


def __getattr__(name: str) -> Any:
    """``enclose``, imported when it is first asked for: FLINT is not needed to print a page."""
    if name == "enclose":
        from .numbers import enclose

        return enclose
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
