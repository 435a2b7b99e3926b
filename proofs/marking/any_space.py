"""Claims about densities on R^d in which nothing is used of R^d: they are about densities on any space.

A claim that holds for all measure spaces holds for R^d; one that fails for some of them need not fail there.
"""

from __future__ import annotations

from typing import Any

from ..language import (
    Abstract,
    Apply,
    Claim,
    Density,
    Expectation,
    ForAll,
    Function,
    Int,
    Node,
    Relation,
    Term,
    Tuple,
    Var,
    space_of,
    support,
)
from ..language.families_of_vectors import OfVectors
from ..language.spaces import Cartesian, Space, Vectors


def over_any_space(claim: Claim) -> Claim | None:
    """The claim with unnamed spaces for those of vectors that only points of unknown densities are from; None where
    there are no such."""
    nodes = {node for part in (*claim.hypotheses, claim.statement) for node in part.walk()}
    homes = dict.fromkeys(space for node in nodes if isinstance(node, Density) for space in _factors(node.space))
    plain = [space for space in homes if all(_leaves_plain(node, space) for node in nodes)]
    if not plain:
        return None
    named = {space: Abstract(f"R^{{{k}}}") for k, space in enumerate(plain, 1)}

    def change(node: Any) -> Any:
        return named.get(node) or node.map_children(change)

    statement = change(claim.statement)
    assert isinstance(statement, Relation)
    return Claim(tuple(map(change, claim.hypotheses)), statement)


def _factors(space: Space) -> tuple[Space, ...]:
    factors = space.factors if isinstance(space, Cartesian) else (space,)
    return tuple(each for each in factors if isinstance(each, Vectors))


def _leaves_plain(node: Node, space: Space) -> bool:
    """Whether a node does nothing with the points of a space but take densities and functions at them."""
    match node:
        case Var() | Density() | Function() | Space():
            return True
        case OfVectors():
            return support(node) is not space
        case Int() | Expectation() | ForAll() | Tuple() | Apply(Density() | Function(), _):
            pass
        case _:
            if any(isinstance(child, Var) and child.space is space for child in node.children()):
                return False
    return not (isinstance(node, Term) and space_of(node) is space)


__all__ = ["over_any_space"]
