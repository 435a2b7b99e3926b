"""What the rules about largest and smallest values may be told: functions, points and bounds that a step suggests."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    Apply,
    Derivative,
    Elementary,
    Interval,
    Lambda,
    Neg,
    Node,
    Number,
    Plus,
    PositiveReals,
    R,
    Reals,
    Relation,
    Sup,
    Term,
    Times,
    Var,
    canonical,
    depends,
    fold,
    fresh_beside,
    is_scalar,
    oo,
    substitute,
)
from ..language.facts import Facts


def arguments_of_functions(t: Term, other: Term, facts: Facts) -> Iterator[tuple[Node, ...]]:
    """What stands as the argument of an elementary function on the other side."""
    names = {node.head.name for node in t.walk() if isinstance(node, Apply) and isinstance(node.head, Elementary)}
    for node in other.walk():
        match node:
            case Apply(Elementary(name), (argument,)) if name in names:
                yield (argument,)


def tangents(t: Term, other: Term, facts: Facts) -> Iterator[tuple[Node, ...]]:
    """Functions, points of contact and arguments such that one side is the value at the argument, the other at the
    point of contact."""
    for value, best in ((t, other), (other, t)):
        for x in value.free:
            if isinstance(x, Var) and isinstance(x.space, Reals | PositiveReals | Interval):
                a = next((a for b in (best, without_last(best)) if (a := put_for(x, value, b)) is not None), None)
                if a is not None and is_scalar(a):
                    u = fresh_beside(Var(x.name, interval_of(x, facts)), value, best)
                    yield Lambda(substitute(value, {x: u}), u), a, x


def without_last(t: Term) -> Term:
    """A sum without its last summand: a tangent without its slope."""
    return fold(Plus, list(t.args[:-1]), 0) if isinstance(t, Plus) else t


def chords(t: Term, other: Term, facts: Facts) -> Iterator[tuple[Node, ...]]:
    """The function whose slopes the other side bounds, and the points between which one side looks at it."""
    for bound in other.walk():
        match bound:
            case Sup(Apply(Elementary("abs"), (Derivative(body, u, at),)), x) if at is u is x:
                for part in t.walk():
                    match part:
                        case Apply(Elementary("abs"), (Plus((first, Neg(second))),)):
                            a, b = put_for(u, body, first), put_for(u, body, second)
                            if a is not None and b is not None:
                                yield Lambda(body, u), a, b


def slopes(t: Term, other: Term, facts: Facts) -> Iterator[tuple[Node, ...]]:
    """The function that one side looks at between two points, these points, and the factor of the other side."""
    for side, bound in ((t, other), (other, t)):
        match side:
            case Apply(Elementary("abs"), (Plus((first, Neg(second))),)):
                parts = bound.args if isinstance(bound, Times) else (bound,)
                factor = fold(Times, [part for part in parts if not _is_absolute(part)], 1)
                for x in first.free:
                    if isinstance(x, Var) and (y := put_for(x, first, second)) is not None and is_scalar(y):
                        home = interval_of(x, facts)
                        u = fresh_beside(Var(x.name, home if facts.within(y, home) else R), first, bound)
                        yield Lambda(substitute(first, {x: u}), u), x, y, factor


def _is_absolute(t: Term) -> bool:
    return isinstance(t, Apply) and t.head is Elementary("abs")


def bounds_of_values(t: Term, other: Term, facts: Facts) -> Iterator[tuple[Node, ...]]:
    """Numbers that stand on the other side, the ends of the interval, and zero."""
    spaces = [node.var.space for node in t.walk() if isinstance(node, Sup) and depends(node.body, node.var)]
    if spaces:
        yield from ((part,) for part in other.walk() if isinstance(part, Number | Var) and is_scalar(part))
        yield from ((end,) for space in spaces for end in space.fields if isinstance(end, Term))
        yield from ((Number(0),) for space in spaces)


def ends_of_sets(t: Term, other: Term, facts: Facts) -> Iterator[tuple[Node, ...]]:
    """The ends of the intervals over which a least upper bound is taken."""
    for node in t.walk():
        match node:
            case Sup(_, Var(_, Reals())):
                yield from ((oo,), (Neg(oo),))
            case Sup(_, Var(_, PositiveReals())):
                yield from ((oo,), (Number(0),))
            case Sup(_, Var(_, Interval(low, high))):
                yield from ((high,), (low,))


def put_for(x: Var, t: Term, instance: Term) -> Term | None:
    """The term with which x was replaced in ``t`` to make the instance."""
    found = _first(x, t, instance)
    same = found is not None and canonical(substitute(t, {x: found})) is canonical(instance)
    return found if same and found is not x else None


def _first(x: Var, t: object, instance: object) -> Term | None:
    if t is x:
        return instance if isinstance(instance, Term) else None
    if isinstance(t, Node) and type(t) is type(instance):
        return _first(x, t.fields, instance.fields)
    if isinstance(t, tuple) and isinstance(instance, tuple) and len(t) == len(instance):
        return next((a for pair in zip(t, instance, strict=True) if (a := _first(x, *pair)) is not None), None)
    return None


def interval_of(x: Var, facts: Facts) -> Reals | PositiveReals | Interval:
    """The interval in which the hypotheses, or its space, have a variable."""
    if not isinstance(x.space, Reals):
        return x.space
    low: Term = Neg(oo)
    high: Term = oo
    for h in facts.hypotheses:
        for each in (h, h.flipped()) if isinstance(h, Relation) else ():
            if each.left is x and x not in each.right.free:
                low = each.right if each.symbol in (">", ">=") else low
                high = each.right if each.symbol in ("<", "<=") else high
    return R if low is Neg(oo) and high is oo else Interval(low, high)
