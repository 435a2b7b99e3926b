"""A stage: a world that satisfies the hypotheses, with what was computed in it; whether a hypothesis holds there."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from flint import arb

from proofs import language as L

from .densities import is_dominated, is_positive
from .domination import may_differentiate
from .findings import examine
from .newton import as_ball
from .numbers import Evaluator
from .setting import Setting
from .smooth_sums import is_smooth_sum
from .styles import Style
from .world import FiniteSpace, Line, World

MUTANT_DIGITS, MUTANT_EFFORT = 15, 500  # mutants with integrals over the line are not worth more
ROUGH_DIGITS = 1  # most mutants are far from the claim
MET = 25  # an equation that holds to so many digits, where it was not solved for, is one that follows from the others


@dataclass(frozen=True, eq=False)
class Stage:
    """A world that satisfies the hypotheses, and the evaluators that remember what was computed in it."""

    world: World
    evaluator: Evaluator
    style: Style
    solved: tuple[Any, ...] = ()  # the equations that it was moved onto solutions of

    def renew(self) -> None:
        """Allow the work of another claim."""
        for part in vars(self).values():
            if isinstance(part, Evaluator):
                part.renew()

    @property
    def exact(self) -> Evaluator:
        """An evaluator for mutants, without quadrature; it knows what was computed here if none of that took any."""
        return self._exact_anew if self.evaluator.integrated else self._exact_so_far

    @cached_property
    def _exact_so_far(self) -> Evaluator:
        return self.evaluator.without_quadrature()

    @cached_property
    def _exact_anew(self) -> Evaluator:
        return Evaluator(self.world, MUTANT_DIGITS, effort=0)

    @cached_property
    def quick(self) -> Evaluator:
        """An evaluator for mutants, with a little quadrature."""
        return self.evaluator.cursory(MUTANT_DIGITS, MUTANT_EFFORT)

    @cached_property
    def rough(self) -> Evaluator:
        """An evaluator that tells apart what differs in the first digits."""
        return self.evaluator.cursory(ROUGH_DIGITS, MUTANT_EFFORT)

    @cached_property
    def estimator(self) -> Evaluator:
        """An evaluator that makes an estimate of what it cannot enclose."""
        return Evaluator(self.world, estimates=True)

    @cached_property
    def cost(self) -> int:
        """A guess at how long evaluation takes, for the order of the worlds."""
        if any(isinstance(s, Line) for s in self.world.spaces.values()):
            return 10**6
        size = 1
        for space in self.world.spaces.values():
            size *= len(space.weights) if isinstance(space, FiniteSpace) else 1
        for name, value in self.world.values.items():
            if isinstance(name, L.Var) and isinstance(name.space, L.Integers):
                size *= max(1, abs(value))
        return size


def met(stage: Stage, h: Any) -> bool:
    """Whether an equation holds: by exact numbers, by a ball around a root, or to so many digits at drawn values."""
    if h in stage.solved or stage.evaluator.truth(h) is True:
        return True
    if not (isinstance(h, L.Relation) and h.symbol == "="):
        return False
    found = examine(stage.evaluator, h)
    return found.answer == "agree" and found.digits >= MET


def same_values(a: World, b: World) -> bool:
    """Whether two worlds give all numbers the same values, as far as balls tell."""
    pairs = ((value, b.values[name]) for name, value in a.values.items() if isinstance(value, Fraction | arb))
    return all(as_ball(x).overlaps(as_ball(y)) for x, y in pairs)


def by_construction(setting: Setting, h: Any, world: World) -> bool:
    """Whether a hypothesis that the evaluator cannot check holds because of how the world was built."""
    settled = h in setting.settled
    if settled and (told := setting.orders.get(h)) is not None:
        return told.holds(world)
    while isinstance(h, L.ForAll):
        h = h.body
    match h:
        case L.Fact("dominated", (q, p)):
            return is_dominated(*(world.values.get(law, law) for law in (q, p)))
        case L.Fact("differentiable", (L.Term() as t,)) if not isinstance(t, L.Name | L.Head):
            rough = (*setting.steepness, *setting.definitions, *setting.inverses, *filter(setting.shapes, t.free))
            return is_smooth_sum(t, frozenset(rough), world)
        case L.Fact("differentiable_under", (L.Lambda(mean, x), _)):
            return may_differentiate(mean, x, world)
        case L.Fact("positive_density", (p,)):
            value = world.values.get(p, p)
            return isinstance(value, tuple | dict) or is_positive(value)  # roots were kept positive
    return settled
