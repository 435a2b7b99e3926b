"""Where the sides of an order between numbers are nearest: there it fails, or a strict one may."""

from __future__ import annotations

from proofs import language as L

from .findings import examine
from .pursuit import pursued
from .stages import Stage
from .tied import Given, with_tied, without_tied
from .touching import seems_to_touch
from .world import World
from .worlds import Gallery, gallery_of


def where_sides_are_nearest(claim: L.Claim, gallery: Gallery, holding: list[Stage]) -> tuple[Stage | None, bool]:
    """A world that refutes an order between numbers, sought without those that others give; and whether the sides of a
    strict one seem to touch where no world is."""
    free, given, around, starts = claim, Given(), gallery, holding
    if gallery.setting.ties and (reduced := without_tied(claim)) is not None:
        free, given = reduced
        around = gallery_of(free, gallery.seed)
        found = [(s, examine(s.evaluator, free.statement).answer) for s in (*around.each(), *around.search)]
        starts = [stage for stage, answer in found if answer == "agree"]
        assert isinstance(free.statement, L.Relation)
        against = next((stage for stage, answer in found if answer == "disagree"), None)
        against = against or pursued(around, free.statement, starts)
        if against is not None and (stage := _refuting(claim, gallery, against.world, given, holding[0])) is not None:
            return stage, False
    assert isinstance(free.statement, L.Relation)
    if free.statement.symbol not in ("<", ">"):
        return None, False
    nearest = seems_to_touch(around, free.statement, starts)
    return (None, False) if nearest is None else (_refuting(claim, gallery, nearest, given, holding[0]), True)


def _refuting(claim: L.Claim, gallery: Gallery, world: World, given: Given, start: Stage) -> Stage | None:
    """The world as one of the gallery, if it refutes the claim."""
    stage = with_tied(gallery, world, given, start)
    return stage if stage is not None and examine(stage.evaluator, claim.statement).answer == "disagree" else None


__all__ = ["where_sides_are_nearest"]
