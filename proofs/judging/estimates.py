"""Estimates of integrals and infinite sums that could not be enclosed: ordinary quadrature and summation, no bound.

A term is evaluated at one resolution after another until they agree.  An estimate supports and never refutes.

An axis is cut as for an enclosure; on each piece the double exponential substitution makes both ends decay, and the
trapezoidal rule is nearly exact (Takahasi and Mori).  What does not decay there is not integrable, or not by this.
Series are accelerated by Levin's u transform, once their terms are seen to shrink.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from flint import arb, ctx, fmpq

from .dual import Dual, split
from .scalars import Infinite, Lifted, Unknown, ball, exact

BITS = 110  # the precision at which an estimate is computed
RESOLUTIONS = (2, 3, 4, 5, 6)  # one step of the trapezoidal rule is 2^-resolution
EVALUATIONS = 400_000  # of integrands, for one value at all resolutions together
CLOSE = -12  # the decimal logarithm of the error that is aimed at, relative to the value
DIGITS = 30  # more than this precision tells
NEGLIGIBLE = fmpq(1, 10**16)  # what a point may contribute beyond which no other is looked at, relative to all
QUIET = 4  # so many points in a row must contribute as little
LIMIT_BITS = 700  # enough for what cancels in 10^60 as against 1
TERMS = 8  # of a series, for each step of the resolution


class Budget:
    """How many evaluations are left."""

    def __init__(self) -> None:
        self.left = EVALUATIONS

    def spend(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Unknown("an estimate that takes too many evaluations")


def integral(f: Callable[[arb], Any], width: Any, scale: arb, resolution: int, budget: Budget) -> Any:
    """The integral of f over 0 < y < width, or over 0 < y where there is no width."""
    length = scale if width is None else ball(width)
    if not isinstance(length, arb):
        raise Unknown("an estimate over a piece whose width is no number")
    total: Any = exact(0)
    largest = arb(0)
    for side in (_half_line if width is None else _interval)(resolution, ctx.prec):
        quiet = 0
        for far, y, weight in side:  # from the middle outwards
            budget.spend()
            part = f(y * length) * weight
            size = _size(part)
            total, largest = total + part, largest + size
            quiet = quiet + 1 if far and size <= NEGLIGIBLE * largest else 0
            if quiet == QUIET:
                break
        else:
            if not quiet:
                raise Unknown("an integrand that does not decay fast enough for an estimate")
    return total * length


def series(term_at: Callable[[Any], Any], low: int, resolution: int, budget: Budget) -> Any:
    """The sum of the terms from ``low`` on, by Levin's u transform of its partial sums; of duals part by part."""
    for part in map(term_at, map(fmpq, range(low + 1, low + 3))):
        if isinstance(part, Dual):
            parts = (series(_part_of(term_at, part.level, i), low, resolution, budget) for i in (0, 1))
            return Dual(part.level, *parts)
        if isinstance(part, Lifted):
            raise Unknown("an estimate of a series of what are no numbers")
    for start in (32, 64, 128):
        first, second = (_size(term_at(fmpq(low + k))) for k in (start, 2 * start))
        budget.spend()
        if not second <= arb("0.9") * first:
            raise Unknown("a series whose terms do not shrink")
        if start == 128 and _same_sign(term_at, low + start) and second * 2 > arb("0.98") * first:
            raise Unknown("a series that may diverge")
    count = TERMS * resolution
    total: Any = exact(0)
    above, below, sign = arb(0), arb(0), 1
    for k in range(count + 1):
        budget.spend()
        term = term_at(fmpq(low + k))
        total = total + term
        if ball(term).contains(0):
            return _plain_sum(term_at, low, budget)
        weight = sign * arb(fmpq(k + 1, count + 1)) ** (count - 1) * arb(count).bin(k) / (ball(term) * (k + 1))
        above, below, sign = above + weight * total, below + weight, -sign
    return above / below


def _part_of(term_at: Callable[[Any], Any], level: int, place: int) -> Callable[[Any], Any]:
    """The values (0) or the slopes (1) of the terms."""
    return lambda k: split(term_at(k), level)[place]


def limit(f: Callable[[Any], Any], to: Any, side: str, whole: bool, budget: Budget) -> arb:
    """The value that f has, to many digits, at all of some points very close to ``to`` (at whole ones, if so said)."""
    precision, ctx.prec = ctx.prec, LIMIT_BITS
    try:
        if isinstance(to, Infinite):
            start = arb(10) ** 60
            points = [start * 10**k + k if whole else start * fmpq(n, 7) for k, n in enumerate((9, 16, 25, 39))]
            points = [to.sign * x for x in points]
        elif isinstance(ball(to), arb) and not whole:
            gaps = [fmpq(n, 7 * 10**60) for n in (1, 3, 11)]
            signs = {"+": (1,), "-": (-1,)}.get(side, (1, -1))
            points = [ball(to) + sign * gap for sign in signs for gap in gaps]
        else:
            raise Unknown("a limit at what is no number")
        values = []
        for x in points:
            budget.spend()
            value = ball(f(x))
            if not isinstance(value, arb) or not value.is_finite():
                raise Unknown("a limit of what is no finite number")
            values.append(value)
    finally:
        ctx.prec = precision
    widest = max((abs((v - values[0]).mid()) + v.rad() for v in values), key=float)
    if not widest <= arb(10) ** -25 * (1 + abs(values[0].mid())):
        raise Unknown("a limit that is not seen to exist")
    return arb(values[0].mid(), widest)


def _plain_sum(term_at: Callable[[Any], Any], low: int, budget: Budget) -> Any:
    """The sum of a series some of whose terms vanish: up to where they are negligible."""
    total, quiet = arb(0), 0
    for k in range(low, low + 2000):
        budget.spend()
        term = ball(term_at(fmpq(k)))
        total = total + term
        quiet = quiet + 1 if _size(term) <= NEGLIGIBLE * _size(total) else 0
        if quiet == 20:
            return total
    raise Unknown("a series that converges too slowly for an estimate")


def _same_sign(term_at: Callable[[Any], Any], k: int) -> bool:
    first, second = (ball(term_at(fmpq(i))) for i in (k, k + 1))
    return bool(first * second > 0)


def _size(x: Any) -> arb:
    """The absolute value, with that of the slope of a dual number."""
    if isinstance(x, Dual):
        return _size(x.value).max(_size(x.slope))
    x = ball(x)
    if not isinstance(x, arb) or not x.is_finite():
        raise Unknown("an estimate of what is no finite number")
    return arb(abs(x).mid())


def agreed(values: Iterable[arb]) -> arb | None:
    """The first value that seems to be close enough, with the estimated error as its radius; None where none does.

    The rule doubles its digits with each resolution: the error is estimated from the last two gaps, as in Bailey,
    Jeyabalan and Li, "A comparison of three high-precision quadrature schemes" (2005).
    """
    found: list[arb] = []
    for value in values:
        found.append(value)
        if len(found) < 3:
            continue
        last, previous = (_relative_gap(found[-1], other) for other in (found[-2], found[-3]))
        error = max(last**2 / previous, 2 * last) if last < 0 and previous < 0 else 0.0
        if error <= CLOSE:
            value = arb(value.mid())
            return arb(value, abs(value) * arb(10) ** max(int(error), CLOSE) * 10 + arb(10) ** (2 * CLOSE))
    return None


def _relative_gap(a: arb, b: arb) -> float:
    """The decimal logarithm of the difference, relative to the value where this is not tiny."""
    size = abs(a.mid())
    gap = abs((a - b).mid()) / size if size > arb(10) ** (2 * CLOSE) else abs((a - b).mid())
    return float(gap.log_base(10).mid()) if gap > arb(10) ** -DIGITS else -float(DIGITS)


Points = list[tuple[bool, arb, arb]]  # whether it is far from the middle, the point, its weight
MIDDLE, FAR = fmpq(3, 2), 5  # between these the integrand must become negligible


def _sides(resolution: int, point: Callable[[arb], tuple[arb, arb]]) -> tuple[Points, Points]:
    """Points and weights of the trapezoidal rule in t, from 0 to the left and to the right."""
    step = arb(2) ** -resolution

    def at(k: int) -> tuple[bool, arb, arb]:
        t = step * k
        y, slope = point(t)
        return bool(abs(t) >= MIDDLE), arb(y.mid()), arb((step * slope).mid())

    last = FAR * 2**resolution
    return [at(-k) for k in range(1, last + 1)], [at(k) for k in range(last + 1)]


@lru_cache(64)
def _interval(resolution: int, bits: int) -> tuple[Points, Points]:
    """Points of (0, 1) with weights: y = sigmoid(pi sinh t), as long as it is less than 1 at this precision."""

    def point(t: arb) -> tuple[arb, arb]:
        rising = (arb.pi() * t.sinh()).exp()
        y = rising / (1 + rising)
        return y, arb.pi() * t.cosh() * y / (1 + rising)

    left, right = _sides(resolution, point)
    return left, [(far, y, weight) for far, y, weight in right if y < 1 - arb(2) ** (8 - bits)]


@lru_cache(64)
def _half_line(resolution: int, bits: int) -> tuple[Points, Points]:
    """Points of (0, oo) with weights: y = exp(pi/2 sinh t)."""

    def point(t: arb) -> tuple[arb, arb]:
        y = (arb.pi() / 2 * t.sinh()).exp()
        return y, arb.pi() / 2 * t.cosh() * y

    return _sides(resolution, point)


__all__ = ["BITS", "RESOLUTIONS", "Budget", "agreed", "integral", "limit", "series"]
