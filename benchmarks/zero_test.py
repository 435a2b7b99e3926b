"""Zero tests: ``algebra.equal`` against ``simplify(left - right) == 0`` on a table of true and false identities."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from time import perf_counter
from typing import Any

from proofs.algebra import equal
from proofs.language.facts import Facts
from proofs.language.sympy_door import to_sympy
from tests.algebra.identities import IDENTITIES

from .timing import Row

LIMIT = 10  # seconds for one call of simplify


class _Late(Exception):
    """The limit is over."""


@contextmanager
def limit(seconds: int) -> Iterator[None]:
    """Stop what runs too long.  Raises ``_Late``."""

    def late(*_: Any) -> None:
        raise _Late

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _sympy(left: Any, right: Any, facts: Facts) -> tuple[bool | None, float]:
    """What SymPy says and how long it took; None where it cannot say the terms or does not end."""
    import sympy

    positive = frozenset(name for name in left.free | right.free if facts.positive(name))
    began = perf_counter()
    try:
        a, b = to_sympy(left, positive=positive), to_sympy(right, positive=positive)
        began = perf_counter()
        with limit(LIMIT):
            return bool(sympy.simplify(a - b) == 0), perf_counter() - began
    except (_Late, TypeError, NotImplementedError, ValueError, AttributeError, RecursionError):
        return None, perf_counter() - began


def rows() -> Iterator[Row]:
    ours_true = theirs_true = ours_false = theirs_false = unsaid = 0
    times, total = [], {True: 0, False: 0}
    for left, right, hypotheses, true in IDENTITIES:
        facts = Facts(tuple(hypotheses))
        began = perf_counter()
        ours = equal(left, right, facts)
        took = perf_counter() - began
        theirs, theirs_took = _sympy(left, right, facts)
        total[true] += 1
        unsaid += theirs is None
        if true:
            ours_true, theirs_true = ours_true + ours, theirs_true + bool(theirs)
            if theirs is not None:
                times.append((took, theirs_took))
        else:
            ours_false, theirs_false = ours_false + ours, theirs_false + bool(theirs)
    note = (
        f"true accepted: {ours_true} against {theirs_true} of {total[True]}; false accepted: {ours_false} against "
        f"{theirs_false} of {total[False]}; SymPy stopped or cannot say {unsaid}"
    )
    ours_took, theirs_took = median(a for a, _ in times), median(b for _, b in times)
    yield Row("zero test of a true step", ours_took, "simplify(l - r) == 0", theirs_took, 10, note=note)
