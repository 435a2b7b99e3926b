"""Numbers as a page gives them: exactly where they are short decimals, else rounded, by enclosure."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from flint import arb

from proofs.judging.numbers import Evaluator
from proofs.judging.scalars import fraction
from proofs.judging.world import World
from proofs.language import Number, Relation, Term, is_scalar

PLACES = 4
UNIT = 10**PLACES


def rounded(statement: Any) -> str:
    r"""What goes on with an equation whose right side is a number: ``\approx 0.6534``, ``= 0.5625``; else nothing.

    Nothing is said of numbers that stand there in digits, nor where a value is not finite or too small to be seen.
    """
    if not isinstance(statement, Relation) or statement.symbol != "=" or statement.right.free:
        return ""
    right = statement.right
    if not isinstance(right, Term) or not is_scalar(right) or isinstance(right, Number):
        return ""
    found = Evaluator(World({})).value(right)
    if found.kind != "finite" or found.ball is None or not found.narrow:
        return ""
    exact = fraction(found.exact) if found.exact is not None else None
    units = round(exact * UNIT) if exact is not None else _nearest(found.ball)
    if not units:
        return ""
    sign, (whole, rest) = "-" if units < 0 else "", divmod(abs(units), UNIT)
    decimals = f"{rest:0{PLACES}}"
    if exact == Fraction(units, UNIT):
        decimals = decimals.rstrip("0")
        return f"= {sign}{whole}.{decimals}" if decimals else f"= {sign}{whole}"
    return f"\\approx {sign}{whole}.{decimals}"


def _nearest(ball: Any) -> int | None:
    """The whole number of units nearest to all of the ball, if there is one."""
    found = (ball * UNIT + arb("0.5")).floor().unique_fmpz()
    return None if found is None else int(found)
