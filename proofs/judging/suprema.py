"""Least upper bounds, enclosed: an interval is cut into pieces, on each of which the function is bounded.

A piece is settled by its ends where the slope has one sign on it, and by its top where the curvature is negative; else
it is bounded by the values on the whole piece and by the value in its middle and the slopes on it.  Pieces that lie
below a value that was found are dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from typing import Any

from flint import arb, fmpq

from proofs import language as L

from . import germs
from .dual import seed
from .elementary import call
from .laws import Measures
from .machine import handles, index_values
from .meanings import slope_of
from .scalars import MINUS, PLUS, Infinite, Undefined, Unknown, ball
from .tails import Tail, affine

PIECES = 2_000  # that one least upper bound may cost
CLOSE = fmpq(1, 10**15)  # how far the bounds from above and below may lie apart, beside their size
COARSE = fmpq(1, 2**27)  # a bound of all values far out is no better: the radius of a ball has 30 bits

FAR = 8  # where an interval without an end is cut; beyond, the values are bounded all at once
_JUMPING = (L.Elementary("floor"), L.Elementary("sign"))

Function = Callable[[Any], Any]
Functions = tuple[Function, Function, Function]  # a function, its slope and its curvature
PATIENCE = 64  # so many pieces are looked at before what the values come close to far out
CLOSING = 40  # how often the place of a top is narrowed down


@handles(L.Sup)
def _sup(m: Measures, t: L.Sup) -> Any:
    match t.var.space:
        case L.Range() | L.Without() as space:
            return _greatest(m, t, index_values(m, space))
        case L.Interval(low, high):
            return over_interval(_functions(m, t), m.value(low), m.value(high))
        case L.Reals():
            return over_interval(_functions(m, t), MINUS, PLUS)
        case L.PositiveReals():  # in the logarithm of the variable
            return over_interval(_functions(m, t, through="exp"), MINUS, PLUS)
    raise Unknown("a least upper bound over such a set")


def _greatest(m: Measures, t: L.Sup, indices: list[int] | None) -> Any:
    if indices is None:
        raise Unknown("a least upper bound over infinitely many integers")
    if not indices:
        raise Undefined("a least upper bound of nothing")
    values = [m.at(t.body, t.var, fmpq(k)) for k in indices]
    if all(isinstance(v, fmpq) for v in values):
        return max(values)
    found = _real(values[0])
    for v in values[1:]:
        found = found.max(_real(v))
    return found


def _functions(m: Measures, t: L.Sup, through: str | None = None) -> Functions:
    """The function, perhaps of another variable, its slope and its curvature, at points and on balls."""

    smooth = not _jumps(m, t.body)

    def at(x: Any) -> Any:
        return m.at(t.body, t.var, x if through is None else call(through, (x,)))

    def rate(f: Function) -> Function:
        def slope(x: Any) -> Any:
            if not smooth:
                raise Unknown("slopes, which say nothing of a function that jumps")
            level = m.new_level()
            return slope_of(f(seed(level, x)), level)

        return slope

    return at, rate(at), rate(rate(at))


def _jumps(m: Measures, body: L.Node) -> bool:
    """Whether a function may jump: it distinguishes cases, or one of the functions it is made of does."""
    if any(isinstance(n, L.Cases) or n in _JUMPING for n in body.walk()):
        return True
    made_of = (m.world.values.get(name) for name in body.free if not isinstance(name, L.Var))
    return any(isinstance(made, L.Node) and _jumps(m, made) for made in made_of)


def over_interval(functions: Functions, low: Any, high: Any) -> Any:
    """A ball around the least upper bound of a function on [low, high]; exact where that is a rational value at an end.

    Raises ``Undefined`` for an empty interval and where the function has no value at a point that is looked at.
    """
    f = functions[0]
    ends = low, high
    far = _whole_beyond(f, low, high)
    if not far < arb.pos_inf() and _towards_the_ends(f, *ends) is PLUS:
        return PLUS
    low, high = (fmpq(s * FAR) if isinstance(end, Infinite) else end for s, end in ((-1, low), (1, high)))
    if not ball(low) <= ball(high):
        if ball(low) > ball(high):
            raise Undefined("a least upper bound over an empty interval")
        raise Unknown("an interval of which it is not known whether it is empty")
    if not far < arb.pos_inf():
        raise Unknown("a least upper bound that could not be enclosed: the values far out")
    at_ends = [f(low), f(high)]
    below = _real(at_ends[0]).max(_real(at_ends[1]))  # no greater than the least upper bound
    endless = any(isinstance(end, Infinite) for end in ends)
    over_all = _by_envelope(f, ball(low), 1) if endless else arb.pos_inf()
    settled = below.upper().max(far)
    waiting: list[tuple[float, int, Any, Any, arb]] = []
    heappush(waiting, (0.0, 0, low, high, arb.pos_inf()))
    for count in range(1, PIECES):
        if not waiting:
            break
        if count == PATIENCE:
            below = below.max(_real(_towards_the_ends(f, *ends)))
        *_, a, b, bound = heappop(waiting)
        if bound <= below.lower():
            continue
        size, least = abs(below) + 1, below.lower()
        near = COARSE if settled - least > COARSE / 16 * size else CLOSE  # no closer than it is for what is far out
        if bound.is_finite() and bound - least <= near * size:
            settled = settled.max(bound)
            continue
        middle = _middle(a, b)
        below = below.max(_real(f(middle)))
        for number, (left, right) in enumerate(((a, middle), (middle, b))):
            end, bound = _bound(functions, left, right)
            bound = bound.min(over_all)
            if end is not None:
                below = below.max(end)
                settled = settled.max(end.upper())
            elif not bound <= below.lower():
                heappush(
                    waiting,
                    (-float(bound) if bound.is_finite() else float("-inf"), 2 * count + number, left, right, bound),
                )
    for *_, bound in waiting:
        settled = settled.max(bound)
    if endless and settled - below.lower() > CLOSE * (abs(below) + 1):  # what is not attained may be approached
        below = below.max(_real(_towards_the_ends(f, *ends)))
    exact = [v for v in at_ends if isinstance(v, fmpq) and arb(v).lower() == settled and arb(v).is_exact()]
    if not settled.is_finite():
        raise Unknown("a least upper bound that could not be enclosed")
    return exact[0] if exact else below.lower().union(settled.max(below.upper()))


def _towards_the_ends(f: Function, low: Any, high: Any) -> Any:
    """What the values come close to on an interval without an end: a number, or an infinity."""
    found = arb.neg_inf()
    for end in (low, high):
        if isinstance(end, Infinite):
            try:
                limit = germs.limit(f, end, "", False, Measures.new_level())
            except (Unknown, Undefined):
                continue
            if limit is PLUS:
                return PLUS
            found = found if limit is MINUS else found.max(_real(limit))
    return found


def _whole_beyond(f: Function, low: Any, high: Any) -> arb:
    """A bound for the values far out on an interval without an end."""
    found = arb.neg_inf()
    for end, side in ((low, -1), (high, 1)):
        if isinstance(end, Infinite):
            beyond = arb(side * FAR).union(arb.pos_inf() if side > 0 else arb.neg_inf())
            found = found.max(_whole(f, beyond).min(_by_envelope(f, arb(side * FAR), side)))
    return found


def _by_envelope(f: Function, start: Any, side: int) -> arb:
    """A bound for the values at start + side t, t >= 0."""
    try:
        found = f(affine(Measures.new_level(), start, arb(side)))
    except (Unknown, Undefined):
        return arb.pos_inf()
    if not isinstance(found, Tail):
        return _real(found).upper()
    bound = arb.pos_inf()
    if found.above is not None and found.above[1] <= 0:
        bound = found.above[0].upper()
    a, k, b = found.size
    return bound.min(a.upper()) if k == 0 and b >= 0 else bound


def _bound(functions: Functions, a: Any, b: Any) -> tuple[arb | None, arb]:
    """The greatest value on a piece where it could be told, else None; and a bound for all values on it."""
    f, slope, _ = functions
    piece = ball(a).union(ball(b))
    try:
        steep = _real(slope(piece))
    except (Unknown, Undefined):  # a kink, or a value that is not enclosed on a whole piece
        return None, _whole(f, piece)
    if steep >= 0 or steep <= 0:
        return _real(f(b if steep >= 0 else a)), arb.pos_inf()
    top = _top(functions, piece)
    if top is not None:
        return top, arb.pos_inf()
    middle = _middle(a, b)
    sloping = _real(f(middle)) + steep * (piece - ball(middle))
    whole = _whole(f, piece)
    return None, sloping.upper().min(whole) if sloping.is_finite() else whole


def _top(functions: Functions, piece: arb) -> arb | None:
    """The greatest value on a piece where the curvature is negative and the slope vanishes; None where it is not so.

    The place where the slope vanishes is narrowed down by Newton's method for intervals: it stays inside x.
    """
    f, slope, curvature = functions
    x = piece
    try:
        if not _real(slope(x.lower())) > 0 > _real(slope(x.upper())):
            return None
        for _ in range(CLOSING):
            bent = _real(curvature(x))
            if not bent < 0:
                return None
            middle = x.mid()
            closer = (middle - _real(slope(middle)) / bent).intersection(x)
            if not closer.rad() < x.rad() / 2:
                break
            x = closer
        top = _real(f(x))
    except (Unknown, Undefined):
        return None
    return top if top.rad() <= CLOSE * (abs(top) + 1) else None


def _whole(f: Function, piece: arb) -> arb:
    try:
        found = _real(f(piece))
    except (Unknown, Undefined):
        return arb.pos_inf()
    return found.upper() if found.is_finite() else arb.pos_inf()


def _middle(a: Any, b: Any) -> fmpq:
    """A rational point between the ends, about in the middle."""
    at = ((ball(a) + ball(b)) / 2).mid()
    numerator, exponent = at.man_exp()
    return fmpq(int(numerator)) * fmpq(2) ** int(exponent)


def _real(x: Any) -> arb:
    found = ball(x)
    if not isinstance(found, arb):
        raise Unknown("a least upper bound of values that are no real numbers")
    return found
