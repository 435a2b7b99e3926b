"""Partial sums: a series is their limit."""

from __future__ import annotations

from .binders import Limit, Sum
from .binding import fresh_beside, substitute
from .spaces import Integers, Range
from .terms import Constant, Plus, Term, Var


def series_of(t: Limit) -> Sum | None:
    """The series of whose partial sums a term is the limit; None for other limits."""
    match t:
        case Limit(Sum(body, Var(name, Range(low, high))), n, Constant("oo") as oo) if _follows(high, n):
            k = fresh_beside(Var(name, Range(low, oo)), t)
            found = Sum(substitute(body, {t.body.var: k}), k)
            return found if n not in found.free and isinstance(n.space, Integers | Range) else None
    return None


def _follows(end: Term, n: Var) -> bool:
    """Whether the end of a range is n, or n and what does not depend on it."""
    match end:
        case Plus(args):
            return args.count(n) == 1 and not any(n in a.free for a in args if a is not n)
    return end is n


__all__ = ["series_of"]
