"""Laws of which one lives where the other does, and laws that live on disjoint sets: what follows from their making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .binders import Lambda
from .binding import alpha_equal, fresh_beside, substitute
from .families_of_counts import Counting
from .laws import Family, Mixture, Pushforward, support
from .matrices import Column
from .node import Node
from .relations import AlmostEverywhere, dominated, singular
from .signs import has_density, positive_everywhere
from .terms import Neg, Plus, Term, Var

if TYPE_CHECKING:
    from .facts import Facts


def lives_within(q: Node, p: Node, facts: Facts) -> bool:
    """Whether q is provably dominated by p: it has no mass where p has none."""
    if q is p or (has_density(q, facts) and positive_everywhere(p, facts)):
        return True
    if any(facts.states(AlmostEverywhere(*pair)) for pair in ((q, p), (p, q))):
        return True
    match q, p:
        case Mixture(_, components), _:
            return all(facts.proves(dominated(part, p)) for part in components)
        case _, Mixture(weights, components):
            parts = zip(weights, components, strict=True)
            return any(facts.positive(w) and facts.proves(dominated(q, part)) for w, part in parts)
        case Family(), Family() if alpha_equal(support(q), support(p)):
            return not isinstance(p, Counting) or all(map(facts.proves, p.conditions()))
    return False


def live_apart(p: Node, q: Node, facts: Facts) -> bool:
    """Whether the laws provably live on disjoint sets: it is stated, or no value of one map is one of the other's."""
    if facts.states(singular(q, p)):
        return True
    match p, q:
        case Pushforward(Lambda() as there, _), Pushforward(Lambda() as here, _):
            u = fresh_beside(there.var, p, q)
            v = fresh_beside(Var(f"{here.var.name}'", here.var.space), p, q, u)
            a, b = substitute(there.body, {there.var: u}), substitute(here.body, {here.var: v})
            inside = facts.under(Lambda(a, u)).under(Lambda(b, v))
            return any(inside.nonzero(Plus((first, Neg(second)))) for first, second in _coordinates(a, b))
    return False


def _coordinates(a: Term, b: Term) -> list[tuple[Term, Term]]:
    """The coordinates of two points of one space that are written out."""
    match a, b:
        case Column(first), Column(second) if len(first) == len(second):
            return list(zip(first, second, strict=True))
        case (Column(), _) | (_, Column()):
            return []
    return [(a, b)]


__all__ = ["live_apart", "lives_within"]
