"""The few worlds in which corrections are tried before the judge is asked, and what values sides have there."""

from __future__ import annotations

from ..judging.deciding import LINE
from ..judging.findings import examine
from ..judging.findings import side as values_of
from ..judging.numbers import Evaluator
from ..judging.worlds import Stage, gallery_of
from ..language import Claim, Relation, Term, is_scalar
from .amounts import number

_SCREENS = 3  # worlds before the judge is asked


def against(claim: Claim, statement: Relation, seed: int) -> list[Stage]:
    """A few worlds for screening: first those that are against the claim, generic ones where there are any."""
    gallery = gallery_of(claim, seed)
    generics = sorted(gallery.generics, key=lambda stage: stage.cost)
    telling = [s for s in generics if examine(s.evaluator, statement).answer == "disagree"]
    generics = [s for s in generics if s.cost < LINE] or generics
    if quick := [s for s in telling if s in generics]:
        telling = quick
    if not telling:
        telling = [s for s in gallery.corners if examine(s.evaluator, statement).answer == "disagree"][:1]
    return [*telling, *(s for s in generics if s not in telling)][:_SCREENS] if telling else []


def is_unknown(evaluator: Evaluator, side: Term) -> bool:
    """Whether the value of the side, or a part of it, is not known."""
    return any(value.kind == "unknown" for value in values_of(evaluator, side))


def is_infinite(evaluator: Evaluator, side: Term) -> bool:
    """Whether the side is infinite, so that anything infinite beside the other would do."""
    return any(value.kind in ("oo", "-oo") for value in values_of(evaluator, side))


def takes_one_value(evaluators: list[Evaluator], statement: Relation) -> bool:
    """Whether the sides are numbers that do not depend on the world, so that every coincidence looks like a law."""
    if not (is_scalar(statement.left) and is_scalar(statement.right)) or len(evaluators) < 2:
        return False
    values = [(number(e, statement.left), number(e, statement.right)) for e in evaluators]
    return None not in values[0] and all(v == values[0] for v in values)


__all__ = ["against", "is_infinite", "is_unknown", "takes_one_value"]
