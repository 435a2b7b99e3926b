r"""Integrals over sets that linear inequalities cut out: D = \{(x, y) : x + y \le 1\}, \iint_D, \iint_{x + y \le 1}.

Where such a set is unbounded and the page has a joint density of the same variables, what lies outside of where that is
not zero is left out, as authors mean it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ... import language as L
from ..laws import written_models
from ..names import name_of
from ..syntax import Big, Bracket, Differential, Statement, Symbol, Syntax, Unread
from ..told import orders
from . import regions
from .regions import Linear, NotLinear

if TYPE_CHECKING:
    from ..meaning import Meaning

CUT = "a set is cut off where the joint density is zero"


def learn(m: Meaning, left: Syntax, right: Syntax) -> bool:
    """Keep the set of points that an equation gives a letter; whether it does."""
    match left, right:
        case Symbol(), Bracket("{", (inside,), "}", (_, *_) as given):
            point = inside.expressions[0] if isinstance(inside, Statement) else inside  # (x, y) \in \mathbb R^2
        case _:
            return False
    match point:
        case Bracket("(", (_, _) as coordinates, ")", None):
            names = tuple(name for each in coordinates if (name := name_of(each)) is not None)
        case _:
            return False
    conditions = tuple(each for each in given if isinstance(each, Statement))
    if len(names) != 2 or len(conditions) < len(given):
        return False
    m.context.plane_sets[name_of(left) or ""] = names, conditions
    return True


def integral(m: Meaning, node: Big) -> L.Term | None:
    """An integral over such a set; None of any other.  Raises ``Unread``."""
    if node.above is not None or not isinstance(node.below, Symbol | Statement):
        return None
    differentials, body = list(node.differentials), node.body
    while isinstance(body, Big) and body.operator == "int" and body.below is None and body.above is None:
        differentials += body.differentials  # \iint
        body = body.body
    names = [n for d in differentials if isinstance(d, Differential) and (n := name_of(d.variable)) is not None]
    if len(names) != 2 or len(differentials) != 2:
        return None
    known = m.context.plane_sets.get("" if isinstance(node.below, Statement) else name_of(node.below) or "")
    told, conditions = (tuple(names), (node.below,)) if isinstance(node.below, Statement) else known or ((), ())
    if not told:
        return None
    if set(told) != set(names):
        raise Unread("an integral over a set of points with other names", node.span)
    points = {name: L.Var(name, L.R) for name in told}
    with m.binding(dict(points)):
        cut = [_linear(r) for each in conditions for r in orders.order(m, each)]
        integrand = m.scalar(body)
    order = list(points.values())
    said = [c for c in written_models.said_of_numbers(m.context) if c.names.isdisjoint(order)]
    if _is_unbounded(order, cut, said):
        joint = written_models.joint_of(m, [name.upper() for name in told])
        if joint is not None and not joint.ranges:
            m.remarks.append(CUT)
            cut += joint.region
    return regions.integral(order, cut, said, lambda new: L.substitute(integrand, dict[L.Name, L.Term](new)))


def _linear(relation: L.Relation | L.ForAll) -> Linear:
    found = regions.inequality(relation) if isinstance(relation, L.Relation) else None
    if found is None:
        raise NotLinear
    return found


def _is_unbounded(order: Sequence[L.Var], region: Sequence[Linear], known: Sequence[Linear]) -> bool:
    spaces = (space for ranges in regions.ranges(order, region, known) for space in ranges)
    return any(not isinstance(each, L.Interval) or L.oo in (each.high, L.Neg(each.low)) for each in spaces)


__all__ = ["integral", "learn"]
