"""Probabilities of events: by inclusion and exclusion, and by what is told of them."""

from __future__ import annotations

from collections.abc import Iterator

from ..inclusion import by_intersections
from ..language import Term
from ..language.facts import Facts
from ..registry import rule


@rule("by inclusion and exclusion")
def inclusion_and_exclusion(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\operatorname{P}(A \cap B^c) = \operatorname{P}(A) - \operatorname{P}(A \cap B), \quad \operatorname{P}(B^c) = 1 - \operatorname{P}(B)"""
    yield from by_intersections(t, facts, told=False)


@rule("by the probabilities that are told")
def told_probabilities(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\operatorname{P}(A \cap B) = c, \quad \operatorname{P}(A) = a \;\Rightarrow\; \operatorname{P}(A \cap B^c) = a - c"""
    yield from by_intersections(t, facts, told=True)
