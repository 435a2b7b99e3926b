"""The derivative of a term by what it is written in: a name, its square, a coordinate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ... import language as L
from ...language.facts import Facts
from ..syntax import Syntax, Unread


def by(body: L.Term, place: L.Term, node: Syntax, stated: Iterable[L.Node] = ()) -> L.Term:
    """The derivative of a term by a variable, or by a coordinate of a vector, or by a square: where what is squared is
    positive by what is ``stated``, also of what is written in its odd powers."""
    if isinstance(place, L.Var):
        if not L.is_scalar_space(place.space) or isinstance(place.space, L.Abstract | L.Slot):
            raise Unread("a derivative by what is no number", node.span)
        if (hidden := _depends_unsaid(body, place)) is not None:
            raise Unread(f"how {hidden} depends on {place.name} is not said", node.span)
        return L.Derivative(body, place, place)
    if isinstance(place, L.Apply) and isinstance(place.head, L.Density | L.MemberDensity):
        return L.FunctionalDerivative(body, place.head, place.args[0])
    if isinstance(place, L.Coord) and isinstance(place.point, L.Var):
        u = L.fresh(L.Var("u", L.R), {v.name for v in body.free | place.free if isinstance(v, L.Var)})
        moved = L.replace(body, place, u)
        if place.point in moved.free:  # under a sum over all places: the derivative is a coordinate of the gradient
            return L.Coord(L.Gradient(body, place.point, place.point), place.index)
        return L.Derivative(moved, u, place)
    if isinstance(place, L.Entry) and isinstance(place.matrix, L.Var):
        return L.Entry(L.Gradient(body, place.matrix, place.matrix), place.row, place.column)
    if isinstance(place, L.Power) and isinstance(place.base, L.Var) and place.exponent is L.Number(2):
        u = L.fresh(L.Var("u", L.R_POSITIVE), {v.name for v in body.free | place.free if isinstance(v, L.Var)})
        if (of_square := _in_square(body, place.base, u)) is not None:
            return L.Derivative(of_square, u, place)
        if Facts(stated).proves(place.base > 0):
            of_square = L.substitute(body, {place.base: L.sqrt(u)})
            return L.Derivative(of_square, u, place)
    member = place.base if isinstance(place, L.Power) and place.exponent is L.Number(2) else None
    if isinstance(member, L.Coord) and (slope := _by_square_of_member(body, member)) is not None:
        return slope
    raise Unread("a derivative by a formula", node.span)


def _by_square_of_member(body: L.Term, member: L.Coord) -> L.Term | None:
    r"""The derivative by \sigma_k^2 of what depends on the \sigma_j by their even powers alone: by a coordinate of the
    vector of their squares, where it is that; None of anything else."""
    family = member.point
    if not (isinstance(family, L.Var) and isinstance(family.space, L.Vectors)):
        return None
    squares = L.fresh(L.Var("u", family.space), {v.name for v in body.free | member.free if isinstance(v, L.Var)})

    def in_squares(t: Any) -> Any:
        match t:
            case L.Apply(L.Elementary("log"), (L.Apply(L.Normal() as law, (x,)),)) if family in law.free:
                return in_squares(law.log_density(x))
            case L.Apply(L.Normal() as law, (x,)) if family in law.free:
                return in_squares(law.density(x))
            case L.Power(L.Coord(point, index), L.Number(power)) if point is family and power % 2 == 0:
                square = L.Coord(squares, index)
                return square if power == 2 else square ** int(power / 2)
        return t.map_children(in_squares) if isinstance(t, L.Node) else t

    moved = in_squares(body)
    if family in moved.free:
        return None
    j = L.fresh_beside(L.Var("j", L.Range(L.Number(1), family.space.dimension)), body, member)
    return L.Coord(L.Gradient(moved, squares, L.VectorOf(L.Coord(family, j) ** 2, j)), member.index)


def _in_square(body: L.Term, root: L.Var, square: L.Var) -> L.Term | None:
    """What depends on a number by its even powers alone as a function of its square; None of anything else."""
    moved = body
    for each in {n for n in body.walk() if isinstance(n, L.Power) and n.base is root}:
        match each.exponent:
            case L.Number(power) if power.denominator == 1 and power % 2 == 0:
                moved = L.replace(moved, each, square if power == 2 else square ** int(power / 2))
    return None if root in moved.free else moved


def _depends_unsaid(body: L.Term, place: L.Var) -> str | None:
    r"""The density or function that depends on a variable by its label or its bar, p_\theta, p(\cdot | \theta).

    It is any density there, and the variable nowhere in it: by that its derivative would be zero.  A function that has
    the variable as an argument wherever it stands says how it depends on it.
    """
    for name in body.free:
        if isinstance(name, L.Density) or (isinstance(name, L.Function) and not _is_argument(body, name, place)):
            _, _, label = name.name.partition("_")
            circumstances = re.search(r"\\mid (.*)\)$", name.name)
            among = [label.strip("{}\\"), *(circumstances[1].split(", ") if circumstances else ())]
            if place.name in among:
                return name.name
    return None


def _is_argument(body: L.Term, function: L.Function, place: L.Var) -> bool:
    values = [n for n in body.walk() if isinstance(n, L.Apply) and n.head is function]
    return all(place in value.args for value in values)


__all__ = ["by"]
