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
    Plus,
    PositiveReals,
    Reals,
    Relation,
    Sup,
    Term,
    Var,
    canonical,
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
                a = put_for(x, value, best)
                if a is not None and is_scalar(a):
                    u = fresh_beside(Var(x.name, interval_of(x, facts)), value, best)
                    yield Lambda(substitute(value, {x: u}), u), a, x


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
    return Interval(low, high)
