r"""Rows that say what each member of a family is: of $p_i = e^{\lambda - 1}$ the i is any that a sum runs over.

Where nothing is supposed of the index, and words mean no particular one by it, the row holds for all of them, and may
be put beneath the sum: $\sum_i p_i = \sum_i e^{\lambda - 1}$.
"""

from __future__ import annotations

from ..language import Apply, Coord, ForAll, FunctionalDerivative, Node, Number, Range, Relation, Var, Vectors
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


def varied(statement: Node) -> frozenset[tuple[Node, Node]]:
    """The densities by whose values at a point something is differentiated, each with the point."""
    return frozenset((n.density, n.point) for n in statement.walk() if isinstance(n, FunctionalDerivative))


def at_each_point(line: Line, moved: frozenset[tuple[Node, Node]]) -> Node:
    r"""What an equation says that is to be solved for a density which is ``moved`` at a point, as \lambda q(z) = p(z)
    is: at all points z, since the derivative vanishes at all; of other equations, what they say of each member."""
    assert line.claim is not None
    statement: Node = line.claim.statement
    supposed = frozenset().union(*(h.free for h in line.claim.hypotheses))
    values = {(n.head, n.args[0]) for n in statement.walk() if isinstance(n, Apply) and len(n.args) == 1}
    points = [z for _, z in values & moved if isinstance(z, Var) and z in statement.free - supposed]
    if not points or not isinstance(statement, Relation) or statement.symbol != "=":
        return of_each_member(line)
    for z in sorted(points, key=lambda z: z.name):
        statement = ForAll(statement, z)
    return statement


__all__ = ["at_each_point", "of_each_member", "varied"]
