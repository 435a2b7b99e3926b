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
from ..judging.worlds import worlds_for
from ..language import Claim, Column, Name, Number, R, Relation, Term, Var, is_scalar, replace

HALF, ONE = Fraction(1, 2), Fraction(1)
_WORLDS = 3


def rounds(claim: Claim, decimals: Iterable[str], below: Fraction = HALF, above: Fraction = HALF) -> bool | None:
    """Whether the left side lies in what the right side says, its new decimals being rounded ones, in every world.

    ``below`` and ``above`` say how many units of the last place it may be less and more than what is written: a number
    that is cut is up to one more.  Vectors are compared entry by entry.  None where it cannot be told: there is no
    decimal or no world, or a side has no value.
    """
    statement, decimals = claim.statement, tuple(decimals)
    match statement:
        case Relation(Column(left), "=", Column(right)) if len(left) == len(right):
            pairs = [Relation(a, "=", b) for a, b in zip(left, right, strict=True) if a is not b]
            entries = [rounds(Claim(claim.hypotheses, pair), decimals, below, above) for pair in pairs]
            return None if not entries or None in entries else False not in entries
    if not isinstance(statement, Relation) or not is_scalar(statement.left) or not is_scalar(statement.right):
        return None
    rounded: Term = statement.right
    intervals: dict[Name, arb] = {}
    for k, text in enumerate(decimals):
        places = len(text.partition(".")[2])
        name = Var(f"decimal {k}", R)
        rounded = replace(rounded, Number(Fraction(text)), name)
        unit = Fraction(1, 10**places)
        intervals[name] = _interval(Fraction(text) - below * unit, Fraction(text) + above * unit)
    if not intervals:
        return None
    worlds = worlds_for(claim)[:_WORLDS] if statement.free else [World({})]
    answers = {_agrees(statement.left, rounded, world, intervals) for world in worlds}
    return None if not answers or None in answers else answers == {True}


def has_one_value(claim: Claim) -> bool:
    """Whether the left side has one value in all worlds, as what is told of a law of events leaves no other."""
    statement, worlds = claim.statement, worlds_for(claim)[:_WORLDS]
    if not isinstance(statement, Relation) or not is_scalar(statement.left) or len(worlds) < _WORLDS:
        return False
    values = [Evaluator(world).value(statement.left) for world in worlds]
    balls = [value.ball for value in values if value.narrow and value.ball is not None]
    return len(balls) == len(values) and all(ball.overlaps(balls[0]) for ball in balls)


def _agrees(left: Term, right: Term, world: World, intervals: dict[Name, arb]) -> bool | None:
    exact = Evaluator(world).value(left)
    rounded = Evaluator(World({**world.values, **intervals}, world.spaces)).value(right)
    if exact.kind != "finite" or rounded.kind != "finite" or exact.ball is None or rounded.ball is None:
        return None
    return bool(exact.ball.overlaps(rounded.ball)) if exact.narrow else None


def _interval(low: Fraction, high: Fraction) -> arb:
    middle, radius = (low + high) / 2, (high - low) / 2
    return arb(fmpq(middle.numerator, middle.denominator)) + arb(0, arb(fmpq(radius.numerator, radius.denominator)))
