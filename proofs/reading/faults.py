"""Faults of the reader: one relation, or one formula, is then not read, and all others are."""

from __future__ import annotations

FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def reason_of(fault: BaseException) -> str:
    """The reason that is given for a line on which the reader failed."""
    return f"the reader failed on it, a fault of its own: {type(fault).__name__}: {fault}"


__all__ = ["FAULTS", "reason_of"]
