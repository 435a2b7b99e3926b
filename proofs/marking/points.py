"""Points at which two readings of a formula are compared: exact numbers for its names, and our value there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from proofs import language as L

from .plain import NotPlain

if TYPE_CHECKING:
    from proofs.judging.numbers import Value

ENOUGH = 3  # points at which our reading has a value
SAME, OTHER = "1e-15", "1e-9"  # relative differences: the same value, clearly another one
NOTHING = "1e-30"  # what counts as 0
BITS = 160
PRIMES = (7, 11, 5, 13, 3, 17, 2, 19, 23, 29)


@dataclass(frozen=True)
class Point:
    """A value for every name, as texts of rationals in the order of the names, and our value there."""

    names: tuple[str, ...]
    numbers: tuple[str, ...]
    ours: Value

    def shown(self) -> str:
        return ", ".join(f"{n} = {v}" for n, v in zip(self.names, self.numbers, strict=True) if len(v) < 12)

    def digits(self) -> str:
        """Our value, as short as a person would write it."""
        if self.ours.exact is not None or self.ours.ball is None:
            return str(self.ours.exact)
        return str(self.ours.ball.str(8, radius=False))


def points_for(term: L.Term, named: list[L.Term]) -> list[Point]:
    """Up to three points at which the term has a value; ``named`` are the terms whose values are wanted too.

    Raises ``NotPlain`` where a name is no number or may not be chosen freely.
    """
    from proofs.judging.numbers import Evaluator
    from proofs.judging.world import World

    free = sorted(frozenset().union(term.free, *(t.free for t in named)), key=lambda name: name.name)
    for name in free:
        if not isinstance(name, L.Var) or not _is_number(name.space):
            raise NotPlain(f"{name.name} is not a number")
    found: list[Point] = []
    for world in _worlds(free):
        evaluator = Evaluator(World(world), effort=0)
        ours = evaluator.value(term)
        numbers = [evaluator.value(t) for t in named]
        if ours.narrow and all(n.narrow for n in numbers):
            shown = tuple(t.name if isinstance(t, L.Var) else "..." for t in named)
            found.append(Point(shown, tuple(map(_text, numbers)), ours))
        if len(found) == ENOUGH:
            break
    return found


def _is_number(space: L.Space) -> bool:
    return isinstance(space, L.Reals | L.PositiveReals | L.Interval | L.Integers | L.Range)


def _text(value: Value) -> str:
    if value.exact is not None:
        return str(value.exact)
    assert value.ball is not None
    return str(value.ball.mid().str(60, radius=False))


def _worlds(names: list[Any]) -> Iterator[dict[Any, Any]]:
    """Values for the names: below 1, above 1, of both signs, and integers falling and rising."""
    n = len(names)
    primes = [PRIMES[k % len(PRIMES)] + 30 * (k // len(PRIMES)) for k in range(n)]
    yield _fitting(names, [Fraction(p, p + 10 + k) for k, p in enumerate(primes)])
    yield _fitting(names, [1 + Fraction(p + 1, p + 4 + k) + k for k, p in enumerate(primes)])
    yield _fitting(names, [(-1) ** k * Fraction(p + 2, 9 + k) for k, p in enumerate(primes, 1)])
    yield _fitting(names, [Fraction(2 + (n - k)) for k in range(n)])
    yield _fitting(names, [Fraction(2 + k) for k in range(n)])


def _fitting(names: list[Any], numbers: Iterable[Fraction]) -> dict[Any, Any]:
    """The numbers, moved to where their names live."""
    return {name: _moved(name.space, number) for name, number in zip(names, numbers, strict=True)}


def _moved(space: L.Space, number: Fraction) -> Fraction | int:
    match space:
        case L.PositiveReals():
            return abs(number)
        case L.Integers() | L.Range():
            return int(abs(number) * 3) + 1 if number.denominator > 1 else int(number)
        case L.Interval(L.Number(low), L.Number(high)):
            return low + (high - low) * abs(number) / (1 + abs(number))
        case L.Interval(L.Number(low), _):
            return low + abs(number)
        case L.Interval(_, L.Number(high)):
            return high - abs(number)
    return number


def agreement(ours: Value, theirs: str | None) -> str:
    """agree, disagree or unknown: whether a value given in digits is ours; clearly another is a disagreement."""
    from flint import arb, ctx

    if theirs is None or ours.ball is None:
        return "unknown"
    precision, ctx.prec = ctx.prec, BITS
    try:
        other = arb(theirs)
        size = max(abs(ours.ball).upper(), abs(other).upper())
        difference = abs(ours.ball - other)
        if difference.upper() <= max(arb(SAME) * size, arb(NOTHING)):
            return "agree"
        return "disagree" if difference.lower() > max(arb(OTHER) * size, arb(NOTHING)) else "unknown"
    finally:
        ctx.prec = precision
