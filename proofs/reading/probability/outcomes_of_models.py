r"""Means of random variables with a joint density that is a formula, E[XY], E[X | Y = y], E[\\theta | y = 1]."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ... import language as L
from ..laws import written_models as models
from ..laws.densities_of_models import Guard
from ..laws.written_models import Joint
from ..syntax import Unread
from ..terms.regions import Linear
from .independence import are_independent

if TYPE_CHECKING:
    from ..meaning import Meaning


@dataclass(frozen=True)
class Outcomes:
    """The points of the random variables of a model, and what makes a term in them a mean."""

    values: dict[str, L.Term]
    close: Callable[[L.Term], L.Term]


def beside(joint: Joint, *nodes: L.Node) -> tuple[Joint, dict[str, L.Var]]:
    """The joint density in points that nothing else is called like, and these by what they were called."""
    taken = {n.name for node in (*nodes, joint.body) for n in node.free if isinstance(n, L.Var)}
    taken -= set(joint.names) - {n.name for node in nodes for n in node.free if isinstance(n, L.Var)}
    new = {name: L.fresh(joint.point(name), taken) for name in joint.names}
    points: dict[L.Name, L.Var] = {joint.point(name): point for name, point in new.items()}
    region = tuple(renamed(c, points) for c in joint.region)
    ranges = {new[name].name: space for name, space in joint.ranges.items()}
    body = L.substitute(joint.body, points)
    unsaid = frozenset(new[name].name for name in joint.unsaid)
    return Joint(tuple(point.name for point in new.values()), body, region, ranges, unsaid), new


def outcomes(m: Meaning, names: Sequence[str]) -> Outcomes | None:
    """For a mean of random variables with a joint density of formulas; None for others."""
    joint = models.joint_of(m, names)
    if joint is None and len(names) > 1 and are_independent(m.context, names):
        joint = models.joint_of_independent(m, names)
    if joint is None:
        return None
    points = {name: L.Var(name, joint.point(name.lower()).space) for name in names}
    known = models.said_of_parameters(m.context, joint)

    def close(body: L.Term) -> L.Term:
        moved, at = beside(joint, L.substitute(body, dict.fromkeys(points.values(), L.Number(1))))
        inside = L.substitute(body, {point: at[name.lower()] for name, point in points.items()})
        return moved.integral(moved.names, known, moved.body * inside)

    return Outcomes(dict(points), close)


def outcomes_given(m: Meaning, names: Sequence[str], given: Mapping[str, L.Term]) -> Outcomes | None:
    r"""For a mean of variables of a model under the condition that others have values, E[X | Y = y] and E[\theta | y];
    None for others."""
    every = [*names, *given]
    letter = models.letter_of(m.context, every) if all(n == n.lower() for n in every) else None
    joint = models.joint_of(m, every) if letter is None else models.joint_with(m, letter, every)
    if joint is None:
        return None
    known = models.said_of_parameters(m.context, joint)
    behind = [name.lower() for name in given]
    guard = Guard(m, {joint.point(name.lower()): value for name, value in given.items()})
    for r in models.domain(joint, behind, known):
        if guard.excludes(r) or guard.may_leave(r):
            raise Unread("a mean given a value that has no density", models.NOWHERE)
        guard.presume(r, ())
    points = {name: L.Var(name, joint.point(name.lower()).space) for name in names}

    def close(body: L.Term) -> L.Term:
        moved, at = beside(joint, L.substitute(body, dict.fromkeys(points.values(), L.Number(1))), *given.values())
        inside = L.substitute(body, {point: at[name.lower()] for name, point in points.items()})
        over = [n for n in moved.names if n not in {at[b].name for b in behind}]
        quotient = moved.integral(over, known, moved.body * inside) / moved.integral(over, known, moved.body)
        return L.substitute(quotient, {at[name.lower()]: value for name, value in given.items()})

    return Outcomes({**points, **given}, close)


def renamed(c: Linear, names: Mapping[L.Name, L.Var]) -> Linear:
    """An inequality in other names."""
    return Linear(c.constant, tuple(sorted(((names.get(n, n), k) for n, k in c.terms), key=lambda p: p[0].name)))


__all__ = ["Outcomes", "beside", "outcomes", "outcomes_given", "renamed"]
