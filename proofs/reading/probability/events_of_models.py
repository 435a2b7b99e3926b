r"""Probabilities of events of random variables with a joint density, P(X < Y), P(X + Y \le z), P(|X - Y| < 1/2): of a
model whose factors are formulas or of independent variables with known laws on the line.

What is linear in the variables is integrated over; of a maximum, a minimum or an absolute value the event is said of
each, or what it lacks of 1 is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from ... import language as L
from ..laws import written_models as models
from ..laws.written_models import Joint
from ..names import name_of
from ..syntax import Bracket, Multiply, Named, Sign, Statement, Syntax, Unread
from ..terms import regions
from ..terms.regions import Linear, NotLinear
from ..told.orders import order
from .outcomes_of_models import beside

if TYPE_CHECKING:
    from ..meaning import Meaning

LISTED = 50  # values of a counted variable
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def variables_of(m: Meaning, parts: tuple[Syntax, ...]) -> list[str]:
    """The random variables of a model of formulas that are in an event; empty where others are in it."""
    if not m.context.written:
        return []
    names = (name for part in parts for node in part.walk() if (name := name_of(node)) is not None)
    found = list(dict.fromkeys(n for n in names if n[:1].isupper() and len(n) == 1))
    if not found or any(n in m.context.laws or n in m.context.random for n in found):
        return []
    return found if models.small_names(m.context, found) is not None else []


def probability(m: Meaning, joint: Joint, names: list[str], bracket: Bracket) -> L.Term:
    """The probability of an event, or of one given another.  Raises ``Unread``."""
    events, condition = list(bracket.items), list(bracket.given or ())
    if not condition:
        return _of(m, joint, names, events)
    given = _of(m, joint, names, condition)
    if given is L.Number(0):
        raise Unread("a probability given an event that has none", bracket.span)
    return _of(m, joint, names, [*condition, *events]) / given


def _of(m: Meaning, joint: Joint, names: list[str], events: list[Syntax]) -> L.Term:
    match events:
        case [Statement((left, right), (sign,)) as sole] if sign.symbol in _OPPOSITE and _is_outside(left, sign):
            opposite = Statement((left, right), (Sign(_OPPOSITE[sign.symbol]),), span=sole.span)
            return 1 - _of(m, joint, names, [opposite])
    parts = [part for event in events for part in _split(event)]

    def read(points: dict[str, L.Term]) -> list[L.Relation]:
        with m.binding(points):
            found = [relation for part in parts for relation in _relations(m, part)]
        return [r for r in found if isinstance(r, L.Relation)]

    return holds(m, joint, names, read)


def _relations(m: Meaning, part: Statement) -> list[L.Relation]:
    match part:
        case Statement((left, right), (Sign("="),)) if left is not None and right is not None:
            return [L.Relation(m.scalar(left), "=", m.scalar(right))]
    found = order(m, part)
    if not all(isinstance(r, L.Relation) for r in found) or not found:
        raise Unread("a probability of this event", part.span)
    return [r for r in found if isinstance(r, L.Relation)]


def _is_outside(left: Syntax | None, sign: Sign) -> bool:
    """Whether an event says that a size or a maximum is large, or a minimum small."""
    extreme, _ = extreme_of(left)
    large = sign.symbol in (">", ">=")
    return (isinstance(left, Bracket) and left.left == "|" and large) or extreme == ("max" if large else "min")


def _split(event: Syntax) -> list[Statement]:
    match event:
        case Statement((left, right), (sign,)) as sole:
            extreme, inside = extreme_of(left)
            if extreme is None:
                return [sole]
            return [Statement((each, right), (sign,), span=sole.span) for each in inside]
        case Statement():
            return [event]
    raise Unread("a probability of this event", event.span)


def extreme_of(node: Syntax | None) -> tuple[str | None, tuple[Syntax, ...]]:
    r"""The word of a maximum or minimum and what it is of; None for anything else."""
    match node:
        case Bracket("(", (inner,), ")", None):
            return extreme_of(inner)
        case Multiply((Named("max" | "min" as name, Bracket(_, inside, _, None)),)) | Named(
            "max" | "min" as name, Bracket(_, inside, _, None)
        ):
            return name, inside
    return None, ()


def holds(
    m: Meaning, joint: Joint, names: Sequence[str], read: Callable[[dict[str, L.Term]], list[L.Relation]]
) -> L.Term:
    """The probability of an event of random variables, which is read at the points that they have."""
    points = {name: L.Var(name, joint.point(name.lower()).space) for name in names}
    relations = read(dict(points))
    bare = [L.substitute(r, dict.fromkeys(points.values(), L.Number(1))) for r in relations]
    moved, at = beside(joint, *bare)
    inside: dict[L.Name, L.Var] = {point: at[name.lower()] for name, point in points.items()}
    event = [L.substitute(r, inside) for r in relations]
    return _counted(moved, event) if joint.ranges else _of_region(m, moved, event)


def _of_region(m: Meaning, joint: Joint, event: Sequence[L.Relation]) -> L.Term:
    if any(relation.symbol == "=" for relation in event):
        if joint.unsaid:
            raise Unread(f"whether {', '.join(sorted(joint.unsaid))} is counted is not said", models.NOWHERE)
        return L.Number(0)
    cuts = [regions.inequality(relation) for relation in event]
    if None in cuts:
        raise Unread("an event whose limits are not linear", models.NOWHERE)
    cut = [c for c in cuts if c is not None]
    points = set(joint.of(joint.names))
    said = [c for c in models.said_of_numbers(m.context) if c.names.isdisjoint(points)]
    for c in [*_limits(joint, cut, said), *regions.projected(list(points), [*joint.region, *cut], said)]:
        if c.names:  # a limit that is not said to be elsewhere is where the variables are
            m.context.presume(c.order)
            said.append(c)
    return joint.integral(joint.names, said, joint.body, cut)


def _limits(joint: Joint, cut: Sequence[Linear], said: Sequence[Linear]) -> Iterator[Linear]:
    """That the limit of one variable, as in P(X <= x), lies where that has a density, if nothing is against it."""
    points = set(joint.of(joint.names))
    for c in cut:
        inside = [n for n in c.names if n in points]
        if len(inside) != 1 or c.names == set(inside):
            continue
        (x,) = inside
        limit = c.plus(regions.linear(x), -c.of(x)).scaled(-1 / c.of(x))
        others = [p for p in points if p is not x]
        for where in regions.projected(others, joint.region, said):
            at = where.plus(regions.linear(x), -where.of(x)).plus(limit, where.of(x))
            if not regions.is_empty([*said, at]):
                yield at


def _counted(joint: Joint, event: Sequence[L.Relation]) -> L.Term:
    """The sum of the masses of the outcomes of which an event holds."""
    found = [L.substitute(joint.body, cell) for cell in _cells(joint) if all(_holds(r, cell) for r in event)]
    return L.fold(L.Plus, found, 0)


def _cells(joint: Joint) -> Iterator[dict[L.Name, L.Term]]:
    spaces = []
    for name in joint.names:
        match joint.ranges.get(name):
            case L.Range(L.Number(low), L.Number(high)) if high - low < LISTED:
                spaces.append([L.Number(k) for k in range(int(low), int(high) + 1)])
            case _:
                raise Unread("an event of variables that take more values than are listed", models.NOWHERE)
    points = joint.of(joint.names)
    for cell in product(*spaces):
        yield dict(zip(points, cell, strict=True))


def _holds(relation: L.Relation, cell: dict[L.Name, L.Term]) -> bool:
    try:
        sides = regions.linear(L.substitute(relation.left - relation.right, cell))
    except NotLinear:
        sides = None
    if sides is None or sides.terms:
        raise Unread("an event that is not decided outcome by outcome", models.NOWHERE)
    c = sides.constant
    return {"=": c == 0, "<": c < 0, "<=": c <= 0, ">": c > 0, ">=": c >= 0}[relation.symbol]


__all__ = ["extreme_of", "holds", "probability", "variables_of"]
