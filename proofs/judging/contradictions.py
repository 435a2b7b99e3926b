"""Whether what equations tell of probabilities contradicts itself: no table meets it, shown by exact arithmetic."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from proofs import language as L

from .draws import Draw
from .filled_tables import Contradiction, Unmet, filled
from .numbers import Evaluator
from .scalars import fraction
from .told_tables import told_of
from .world import World


def contradicts(hypotheses: tuple[Any, ...]) -> bool:
    """Whether there are no probabilities as the equations among the hypotheses tell them by numbers alone."""
    told: dict[L.Density, list[L.Relation]] = {}
    for h in hypotheses:
        law = told_of(h)
        if law is not None and h.free == {law} and L.density(law) in hypotheses:
            told.setdefault(law, []).append(h)
    return any(_is_empty(law, equations) for law, equations in told.items())


def _is_empty(law: L.Density, equations: list[L.Relation]) -> bool:
    try:
        filled(law, equations, _number, Draw(""), extreme=False)
    except Contradiction:
        return True
    except Unmet:
        return False
    return False


def _number(t: L.Term) -> Fraction:
    found = Evaluator(World({})).value(t).exact
    if found is None:
        raise Unmet("a probability that is no fraction")
    return fraction(found)
