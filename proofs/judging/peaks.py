"""Orders about an unknown density at a number, p(x) <= 1: in worlds where the law is narrow, at its peak."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from proofs import language as L

from .findings import examine
from .stages import Stage

if TYPE_CHECKING:
    from .worlds import Gallery

_NARROW = L.Number(Fraction(1, 16))


def at_peak(gallery: Gallery, statement: L.Relation, holding: list[Stage]) -> Stage | None:
    """A world that refutes the order; None where none is found, or it is about no density at a number."""
    taken = [
        (node.head, node.args[0])
        for node in statement.walk()
        if isinstance(node, L.Apply) and isinstance(node.head, L.Density) and node.args[0] in gallery.setting.names
    ]
    for stage in holding if taken else ():
        values: dict[Any, Any] = dict(stage.world.values)
        for law, x in taken:
            match values.get(law):
                case L.Normal(centre, _) | L.Laplace(centre, _) if isinstance(centre, L.Number):
                    values |= {law: type(values[law])(centre, _NARROW), x: centre.value}
        style = replace(stage.style, label="at a peak", generic=False)
        found = gallery.admitted(replace(stage.world, values=values), style, gallery.effort)
        if found is not None and examine(found.evaluator, statement).answer == "disagree":
            return found
    return None


__all__ = ["at_peak"]
