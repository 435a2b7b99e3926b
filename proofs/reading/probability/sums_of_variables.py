r"""The density of a random variable that is made of others: f_Z(z) for Z = X + Y, Z = 2X - Y.

In the place of one of them stands what it is for a value of Z, over the others the joint density is integrated.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from ... import language as L
from ..laws import written_models
from ..laws.densities_of_models import Guard
from ..laws.written_models import Joint
from ..syntax import Syntax, Unread
from ..terms import regions
from ..terms.regions import Linear, NotLinear
from ..uses.uses import Applied
from . import events_of_models
from .independence import are_independent
from .joint_events import variables_of
from .outcomes_of_models import beside, renamed

if TYPE_CHECKING:
    from ..meaning import Meaning


def _made(m: Meaning, applied: Applied) -> tuple[Syntax, Joint, list[str]] | None:
    """What the Z of f_Z(z) is made of, and the joint density of that; None where it is not known."""
    letter, _, variable = applied.head.partition("_")
    made = m.context.random.get(variable.strip("{}"))
    if letter not in ("f", "p") or made is None or applied.given is not None or len(applied.items) != 1:
        return None
    names = variables_of(m, (made,))
    if len(names) > 1 and are_independent(m.context, names):
        joint = written_models.joint_of_independent(m, names)
    else:
        names = events_of_models.variables_of(m, (made,))
        joint = written_models.joint_of(m, names) if names else None
    return None if joint is None or joint.ranges else (made, joint, names)


def known(m: Meaning, applied: Applied) -> bool:
    """Whether a density is that of something made of random variables with a joint density."""
    return _made(m, applied) is not None


def value(m: Meaning, applied: Applied) -> L.Term | None:
    """The density of something linear in random variables with a joint density at a value; None of anything else."""
    found = _made(m, applied)
    if found is None:
        return None
    made, joint, names = found
    try:
        return _density(m, joint, names, lambda: m.scalar(made), m.term(applied.items[0]))
    except NotLinear:
        return None


def _density(m: Meaning, joint: Joint, names: Sequence[str], total: Callable[[], L.Term], at: L.Term) -> L.Term:
    """The density of what is linear in random variables with a joint density: in the place of the last of them stands
    what it then is, over the others it is integrated."""
    points = {name: L.Var(name, L.R) for name in names}
    with m.binding(dict[str, L.Term](points)):
        form = regions.linear(total())
    if joint.ranges or not set(points.values()) <= form.names:
        raise Unread("the density of what is made of random variables that are counted", (0, 0))
    known = written_models.said_of_parameters(m.context, joint)
    moved, new = beside(joint, at)
    form = renamed(form, {points[name]: new[name.lower()] for name in names})
    z = L.fresh(
        L.Var("z", L.R), {n.name for n in (*moved.body.free, *at.free) if isinstance(n, L.Var)} | set(moved.names)
    )
    last = new[names[-1].lower()]
    slope = form.of(last)
    rest = form.plus(regions.linear(last), -slope)
    instead = regions.linear(z).plus(rest, Fraction(-1)).scaled(1 / slope)
    region = [c.plus(regions.linear(last), -c.of(last)).plus(instead, c.of(last)) for c in moved.region]
    order = [new[n] for n in joint.names if new[n] is not last]
    body = L.substitute(moved.body, {last: instead.term})
    body = body if abs(slope) == 1 else body / L.Number(abs(slope))
    said = [*known, *(c for c in written_models.said_of_numbers(m.context) if c.names.isdisjoint({*order, z}))]
    try:
        density = regions.integral(
            order, region, [*said, *_at_least(at, z, said)], lambda inside: L.substitute(body, inside)
        )
    except NotLinear:
        raise Unread("a density that is another formula on each of several parts", (0, 0)) from None
    guard = Guard(m, {z: at})
    for c in regions.projected(order, region, said):
        if guard.excludes(c.order) or guard.may_leave(c.order):
            raise Unread("the density of a sum where it is zero", (0, 0))
        guard.presume(c.order, (z.name,))
    return L.substitute(density, {z: at})


def _at_least(at: L.Term, z: L.Var, known: Sequence[Linear]) -> list[Linear]:
    """What is known of a point at which a density is taken, as said of z."""
    if not isinstance(at, L.Var):
        return []
    return [renamed(c, {at: z}) for c in known if at in c.names]


__all__ = ["known", "value"]
