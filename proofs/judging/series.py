"""Sums to infinity: terms one by one until an envelope of all that follow is small enough.

Where no envelope decays, since the terms are rational functions of the index, the sum is that of their partial
fractions.  A series of dual numbers is one of values and one of slopes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flint import arb, ctx, fmpq

from . import rational_series
from .dual import Dual
from .scalars import ZERO, Infinite, Undefined, Unknown, ball
from .tails import Tail, affine, sum_bound

TERMS = 4096  # of a series, at most
EXACT_TERMS = 16  # of a series are added as rationals: sums of many have denominators without end
GUARD_BITS = 40  # the working precision exceeds what sums and integrals are asked for by this much


def tolerance() -> arb:
    """How much of a series or an integral may be left to a bound of its tail."""
    return arb(2) ** (GUARD_BITS - ctx.prec)


def sum_to_infinity(low: int, term_at: Callable[[Any], Any], new_level: Callable[[], int], termwise: set[int]) -> Any:
    """The sum of the terms from ``low`` on.  Raises ``Unknown`` where it is not enclosed.

    Terms are dual numbers only of levels in ``termwise``, for which the caller sees to it that slopes may be added up.
    """
    level = new_level()
    if moving := _levels([term_at(fmpq(k)) for k in (low + 1, low + 2)]):
        if not moving <= termwise:
            raise Unknown("a series that may not be differentiated term by term")
        level = -level  # inside of what moves: a dual number of envelopes, not an envelope of dual numbers

    def beyond(k: int) -> Any:
        return _beyond(term_at(affine(level, arb(k), arb(1))))

    try:
        beyond(low + 2 * TERMS)  # what has no envelope far out has none nearer
    except (Undefined, Unknown) as error:
        try:
            return rational_series.total(term_at(rational_series.index(new_level())), low)
        except Undefined as pole:
            raise Unknown(str(pole)) from error
        except Unknown:
            if (whole := _endless(term_at, low + 2 * TERMS, new_level())) is not None:
                return whole
            raise Unknown(str(error)) from error
    result: Any = ZERO
    start, stop = low, low + 8
    reason = "a series that converges too slowly"
    while stop - low <= TERMS:
        for k in range(start, stop):
            result = result + (term_at(fmpq(k)) if k - low < EXACT_TERMS else _rounded(term_at(fmpq(k))))
        start, stop = stop, low + 2 * (stop - low)
        try:
            bound = beyond(start)
        except (Unknown, Undefined) as error:
            reason = str(error)
            continue
        if _is_small(bound):
            return result + bound
    raise Unknown(reason)


def _endless(term_at: Callable[[Any], Any], k: int, level: int) -> Infinite | None:
    """The infinite sum of terms that keep one sign and, from the k-th on, a distance from 0; None for others."""
    try:
        far = term_at(affine(level, arb(k), arb(1)))
    except (Undefined, Unknown):
        return None
    if isinstance(far, Tail) and far.side and far.log is not None:
        line = far.log.below
        if line is not None and line[0].is_finite() and line[1] >= 0:
            return Infinite(far.side)
    return None


def _levels(terms: list[Any]) -> set[int]:
    """The levels of the dual numbers among the terms, and inside of these."""
    found = [x for x in terms if isinstance(x, Dual)]
    inside = [x for dual in found for x in (dual.value, dual.slope)]
    return {x.level for x in found} | (_levels(inside) if inside else set())


def _rounded(x: Any) -> Any:
    return Dual(x.level, _rounded(x.value), _rounded(x.slope)) if isinstance(x, Dual) else ball(x)


def _beyond(f: Any) -> Any:
    """A ball around 0 with the sum of all that follows; of duals one with that of the slopes."""
    if isinstance(f, Dual):
        return Dual(f.level, _beyond(f.value), _beyond(f.slope))
    return arb(0, sum_bound(f))


def _is_small(bound: Any) -> bool:
    if isinstance(bound, Dual):
        return _is_small(bound.value) and _is_small(bound.slope)
    return bool(bound.rad() < tolerance())
