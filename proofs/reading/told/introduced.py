"""What an equation introduces: a name of which nothing is claimed so far, and of which it says what it is."""

from __future__ import annotations

from ... import language as L
from ..context import Context
from ..probability.sample_moments import SampleMoments
from ..words import giving


def introduces(context: Context, moments: SampleMoments, words: str, start: L.Term, target: L.Term) -> bool:
    r"""Whether an equation between these terms says what its left side is: a name of which nothing is claimed so far.

    A member of a family, U_i or n_{i \bullet}, stands for all of them.  A parameter of a law, and a name that was used
    before, are introduced only by words: where a_n = a_0 + n/2.
    """
    name = _introduced(start)
    if name is None or name in target.free or name.name in context.solved_for or context.in_fog(name):
        return False
    if name.name in context.values or name.name in context.laws or moments.is_mean(name):
        return False
    if giving.is_definition(words):
        return True
    member = isinstance(start, L.Coord | L.Entry | L.Apply)
    return member and name not in context.claimed_of and not any(name in h.free for h in context.stated())


def _introduced(start: L.Term) -> L.Var | L.Function | None:
    """The name that a left side is, or is the square or a member of."""
    match start:
        case L.Var():
            return start
        case L.Power(L.Var() as base, L.Number()):
            return base
        case L.Coord(L.Var() as family, L.Var()) | L.Entry(L.Var() as family, L.Var(), L.Var()):
            return family
        case L.Apply(L.Function() as family, places) if set(family.domain) == {L.Z_INTEGERS}:
            return family if all(isinstance(place, L.Var) for place in places) else None
    return None


__all__ = ["introduces"]
