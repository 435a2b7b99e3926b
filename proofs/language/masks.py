"""Sets of possible signs, as unions of NEGATIVE, ZERO and POSITIVE, and arithmetic on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

NEGATIVE, ZERO, POSITIVE = 1, 2, 4
ANY = NEGATIVE | ZERO | POSITIVE
NONNEGATIVE, NONZERO = ZERO | POSITIVE, NEGATIVE | POSITIVE

_VALUES = {NEGATIVE: -1, ZERO: 0, POSITIVE: 1}
_ONE_OF = {-1: NEGATIVE, 0: ZERO, 1: POSITIVE}


def _table(combine: Callable[[int, int], int]) -> list[list[int]]:
    """What two sets of signs may give, by what two signs may give."""

    def of_sets(a: int, b: int) -> int:
        pairs = ((s, r) for s in _VALUES if a & s for r in _VALUES if b & r)
        return union(combine(_VALUES[s], _VALUES[r]) for s, r in pairs)

    return [[of_sets(a, b) for b in range(8)] for a in range(8)]


def union(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found


def fold(table: list[list[int]], start: int, masks: Iterable[int]) -> int:
    for mask in masks:
        start = table[start][mask]
    return start


ADD = _table(lambda s, r: ANY if s * r < 0 else _ONE_OF[max(-1, min(1, s + r))])
MULTIPLY = _table(lambda s, r: _ONE_OF[s * r])
MAXIMUM = _table(lambda s, r: _ONE_OF[max(s, r)])
MINIMUM = _table(lambda s, r: _ONE_OF[min(s, r)])


def negated(mask: int) -> int:
    return MULTIPLY[NEGATIVE][mask]


def power(mask: int, n: int) -> int:
    """The signs of the n-th power, the base having no zero where n is negative."""
    if n == 0:
        return POSITIVE
    if n < 0:
        mask &= ~ZERO
    return mask if n % 2 else MULTIPLY[mask][mask] & (NONNEGATIVE if mask & ZERO else POSITIVE)
