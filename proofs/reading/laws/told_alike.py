"""What is known of independent data of which words tell letters of one law alone (``samples_alike``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..syntax import Symbol
from ..told import declarations as say
from ..told import orders
from .samples_alike import Alike, distribution_at

if TYPE_CHECKING:
    from ..meaning import Meaning


def learn(m: Meaning, told: Alike) -> None:
    """Keep what is told, if nothing else says what the data, or the letters, are."""
    context = m.context
    known = context.data.keys() | context.laws.keys() | context.functions.keys() | context.random.keys()
    written = context.survey.begun | context.survey.written  # a formula says what it is
    letters = {each for each in (told.density, told.distribution) if each is not None}
    if known & {told.stem, *letters} or told.density in written:
        return
    context.alike[told.stem] = told
    if told.density is not None:
        law = L.Density(told.density, context.density_parts.get(told.density) or L.R)
        context.laws[told.density] = law
        context.assume(L.density(law))
        if told.listed is not None:
            say.declare_law(m, [told.listed.member], Symbol(told.density))
        if told.distribution is not None:
            context.distributions[told.distribution] = told.density
    elif told.distribution is not None:
        value = distribution_at(m, told.distribution, Symbol("x"))
        for bound in (L.Relation(value, ">=", L.Number(0)), L.Relation(value, "<=", L.Number(1))):
            context.assume(orders.at_every_point(bound))


__all__ = ["learn"]
