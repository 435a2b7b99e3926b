r"""Means under the condition that an event of the same variable holds: E[X \mid X > t], \mathrm{Var}(X \mid a < X < b).

They are means under the law that is cut to the event: the integral, or the sum, over it, divided by its probability.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..syntax import Bracket, Statement, Syntax, Unread
from . import probabilities as single
from .random_names import random_variables

if TYPE_CHECKING:
    from ..meaning import Meaning


def moment(m: Meaning, word: str, body: Syntax, bracket: Bracket) -> L.Term | None:
    """The mean, or the variance, of what is made of one variable, given an event of it; None under other conditions."""
    match bracket.given:
        case (Statement(sides, signs) as event,) if all(sign.symbol in single.WITHIN for sign in signs):
            names = random_variables(m, body)
            inside = {name for side in sides if side is not None for name in random_variables(m, side)}
        case _:
            return None
    if len(names) != 1 or inside != set(names) or [sign.symbol for sign in signs] == ["="]:
        return None
    name, limits = single.limits_of(m, event, bracket)
    if name not in m.context.laws:
        return None
    whole = single.between(m, name, limits, bracket)
    if not isinstance(whole, L.Int | L.Sum):
        raise Unread("a mean under a condition of which the probability is none of its law alone", bracket.span)
    before = m.outcomes
    m.outcomes = {**before, name: whole.var}
    try:
        value = m.scalar(body)
    finally:
        m.outcomes = before
    mean = type(whole)(whole.body * value, whole.var) / whole
    return mean if word == "mean" else type(whole)(whole.body * (value - mean) ** 2, whole.var) / whole


__all__ = ["moment"]
