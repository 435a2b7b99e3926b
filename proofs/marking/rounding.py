"""Decimals: a decimal that is new stands for every number that rounds to it.

A decimal is exact where that makes a step true.  Otherwise those that are new on the right carry half a unit of their
last place, ties included; the interval that the right side then takes must contain the left side, by enclosure.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from flint import arb, fmpq

from ..judging.numbers import Evaluator
from ..judging.world import World
from ..language import Name, Number, R, Relation, Term, Var, is_scalar, replace


ONE_UNIT = Fraction(1)


def rounds(statement: Relation, decimals: Iterable[str], units: Fraction = Fraction(1, 2)) -> bool | None:
    """Whether the left side lies in what the right side says, its new decimals being rounded ones.

    ``units`` is how many units of the last place each may be off.  None where it cannot be told: a name is free, or a
    side has no value.
    """
    if statement.free or not is_scalar(statement.left) or not is_scalar(statement.right):
        return None
    right: Term = statement.right
    values: dict[Name, arb] = {}
    for k, text in enumerate(decimals):
        places = len(text.partition(".")[2])
        name = Var(f"decimal {k}", R)
        right = replace(right, Number(Fraction(text)), name)
        values[name] = _interval(Fraction(text), units * Fraction(1, 10**places))
    if not values:
        return None
    exact = Evaluator(World({})).value(statement.left)
    rounded = Evaluator(World(values)).value(right)
    if exact.kind != "finite" or rounded.kind != "finite" or exact.ball is None or rounded.ball is None:
        return None
    if not exact.narrow:
        return None
    return bool(exact.ball.overlaps(rounded.ball))


def _interval(middle: Fraction, radius: Fraction) -> arb:
    centre = arb(fmpq(middle.numerator, middle.denominator))
    return centre + arb(0, arb(fmpq(radius.numerator, radius.denominator)))
