"""An order between numbers that equations tie: a world in which it fails is sought without those that others give."""

from __future__ import annotations

from proofs import language as L

from .findings import examine
from .pursuit import pursued
from .stages import Stage
from .tied import with_tied, without_tied
from .worlds import Gallery, gallery_of


def against_untied(claim: L.Claim, gallery: Gallery, holding: list[Stage]) -> Stage | None:
    """A world that refutes an order, found without the numbers that others give; None where there is none."""
    if not gallery.setting.ties or (reduced := without_tied(claim)) is None:
        return None
    free, given = reduced
    around = gallery_of(free, gallery.seed)
    found = [(s, examine(s.evaluator, free.statement).answer) for s in (*around.each(), *around.search)]
    assert isinstance(free.statement, L.Relation)
    against = next((stage for stage, answer in found if answer == "disagree"), None)
    against = against or pursued(around, free.statement, [stage for stage, answer in found if answer == "agree"])
    stage = None if against is None else with_tied(gallery, against.world, given, holding[0])
    fails = stage is not None and examine(stage.evaluator, claim.statement).answer == "disagree"
    return stage if fails else None


__all__ = ["against_untied"]
