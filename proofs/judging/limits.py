"""Limits: by the germ of a function at the point; where there is none, by estimates."""

from __future__ import annotations

from typing import Any

from flint import ctx

from proofs import language as L
from proofs.language.partial_sums import series_of

from . import estimates, germs
from .laws import Measures
from .machine import handles
from .scalars import PLUS, ZERO, Infinite, Unknown, is_zero


@handles(L.Limit)
def _limit(m: Measures, t: L.Limit) -> Any:
    if (series := series_of(t)) is not None:
        return m.value(series)
    to, whole = m.value(t.to), L.is_index_space(t.var.space)
    side = _side(m, t, to)

    def f(x: Any) -> Any:
        return m.at(t.body, t.var, x)

    precision = ctx.prec
    if m.resolution is not None:
        ctx.prec = estimates.LIMIT_BITS  # what is remembered from the one is used by the other
    try:
        return germs.limit(f, to, side, whole, m.new_level())
    except Unknown:
        if m.resolution is None:
            raise
    finally:
        ctx.prec = precision
    return estimates.limit(f, to, side, whole, m.budget)


def _side(m: Measures, t: L.Limit, to: Any) -> str:
    """From which side the point is approached: at an end of the variable's space from inside."""
    match t.var.space:
        case L.PositiveReals():
            low, high = ZERO, PLUS
        case L.Interval(low_end, high_end):
            low, high = m.value(low_end), m.value(high_end)
        case _:
            return t.side
    if t.side or isinstance(to, Infinite):
        return t.side
    return next((s for s, end in (("+", low), ("-", high)) if not isinstance(end, Infinite) and is_zero(to - end)), "")
