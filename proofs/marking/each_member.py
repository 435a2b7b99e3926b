r"""Rows that say what each member of a family is: of $p_i = e^{\lambda - 1}$ the i is any that a sum runs over.

Where nothing is supposed of the index, and words mean no particular one by it, the row holds for all of them, and may
be put beneath the sum: $\sum_i p_i = \sum_i e^{\lambda - 1}$.
"""

from __future__ import annotations

from ..language import Coord, ForAll, Node, Number, Range, Relation, Var, Vectors
from ..reading.lines import Line


def of_each_member(line: Line) -> Node:
    """What a line says, of each member if it gives the one that it names a value, for which the line needs no other."""
    assert line.claim is not None
    statement = line.claim.statement
    match statement:
        case Relation(Coord(Var(_, Vectors(size)) as family, place), "=", right) | Relation(
            right, "=", Coord(Var(_, Vectors(size)) as family, place)
        ) if family not in right.free:
            pass
        case _:
            return statement
    match place:
        case Var(name, Range(Number(one), high)) if one == 1 and high is size and name not in line.particular:
            if any(place in h.free for h in line.claim.hypotheses):
                return statement
            return ForAll(Relation(Coord(family, place), "=", right), place)
    return statement


__all__ = ["of_each_member"]
