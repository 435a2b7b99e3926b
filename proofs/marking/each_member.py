r"""Rows that say what each member of a family is: of $p_i = e^{\lambda - 1}$ the i is any that a sum runs over.

Where nothing is supposed of the index, and words mean no particular one by it, the row holds for all of them, and may
be put beneath the sum: $\sum_i p_i = \sum_i e^{\lambda - 1}$.
"""

from __future__ import annotations

from ..language import Abstract, Apply, Coord, ForAll, Law, Node, Number, Range, Relation, Slot, Var, Vectors
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


def at_each_point(line: Line) -> Node:
    r"""What an equation between densities at a point says that is to be solved, as \lambda q(z) = p(z) is: at all
    points z, where nothing is supposed of the one that it names; else what it says of each member."""
    assert line.claim is not None
    statement: Node = line.claim.statement
    supposed = frozenset().union(*(h.free for h in line.claim.hypotheses))
    points = {at for n in statement.walk() if isinstance(n, Apply) and isinstance(n.head, Law) for at in n.args}
    named = [x for x in points & (statement.free - supposed) if isinstance(x, Var)]
    free = sorted((x for x in named if isinstance(x.space, Abstract | Slot)), key=lambda x: x.name)
    if not free or not isinstance(statement, Relation) or statement.symbol != "=":
        return of_each_member(line)
    for x in free:
        statement = ForAll(statement, x)
    return statement


__all__ = ["at_each_point", "of_each_member"]
