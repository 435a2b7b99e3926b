"""Numbers that an equation ties to others, a + 2 b = 3: an order between them is sought to fail without one of them.

With 3 - 2 b in the place of a nothing is to be solved any more, and b can be moved to where a b < 9/8 fails.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from proofs import language as L
from proofs.language.linear_forms import Linear, values_of_one

from .stages import Stage
from .world import World

if TYPE_CHECKING:
    from .worlds import Gallery

Given = list[tuple[L.Var, Linear]]  # in the order in which they were put in


def without_tied(claim: L.Claim) -> tuple[L.Claim, Given] | None:
    """The claim without the numbers that equations give as linear forms in others, and what these are; None where there
    are none."""
    given: Given = []
    while (found := _first_tied(claim)) is not None:
        equation, x, form = found
        put: dict[L.Name, L.Term] = {x: form.term}
        rest = [L.substitute(h, put) for h in claim.hypotheses if h is not equation]
        positive = [form.term > 0] if isinstance(x.space, L.PositiveReals) else []
        claim = L.Claim((*rest, *positive), L.substitute(claim.statement, put))
        given.append((x, form))
    return (claim, given) if given else None


def _first_tied(claim: L.Claim) -> tuple[L.Relation, L.Var, Linear] | None:
    for h in claim.hypotheses:
        if isinstance(h, L.Relation) and h.symbol == "=" and all(_is_number(n) for n in h.free):
            for x, form in values_of_one(h):
                if form.terms:
                    return h, x, form
    return None


def _is_number(name: L.Name) -> bool:
    return isinstance(name, L.Var) and isinstance(name.space, L.Reals | L.PositiveReals)


def with_tied(gallery: Gallery, world: World, given: Given, start: Stage) -> Stage | None:
    """The world with the numbers that others give, as one of the gallery of the whole claim; None where it is none."""
    values: dict[Any, Any] = {**start.world.values, **world.values}
    for x, form in reversed(given):
        parts = [(c, values[name]) for name, c in form.terms]
        if not all(isinstance(value, Fraction) for _, value in parts):
            return None
        values[x] = form.constant + sum(c * value for c, value in parts)
    style = replace(start.style, label="sought", generic=False)
    return gallery.admitted(replace(start.world, values=values), style, gallery.effort)


__all__ = ["Given", "with_tied", "without_tied"]
