"""What rules about functions of a told shape may be given: combinations, points, arguments that a step suggests."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    Apply,
    Cases,
    Derivative,
    Elementary,
    Function,
    Gradient,
    Node,
    Number,
    Plus,
    Term,
    Var,
    canonical,
    fold,
    is_scalar,
)
from ..language.facts import Facts
from ..rules.curves import functions_in, shapes_are_told
from ..views import summands


def combinations_of_values(t: Term, other: Term, facts: Facts) -> Iterator[tuple[Node, ...]]:
    """What the other side has of the values of a function, all together."""
    if not shapes_are_told(facts):
        return
    inside = [a for node in other.walk() if isinstance(node, Apply) for a in node.args if is_scalar(a)]
    for f in functions_in(t):
        for whole in (other, *inside):
            parts = [part for part in summands(whole, facts) if f in part.free]
            if parts:
                yield (fold(Plus, parts, 0),)


def arguments_of_unknown(t: Term, other: Term, facts: Facts) -> Iterator[tuple[Node, ...]]:
    """What stands as the argument of an unknown function on the other side."""
    for f in functions_in(t) if shapes_are_told(facts) else ():
        yield from ((a,) for a in _arguments(f, other))


def touched(t: Term, other: Term, facts: Facts) -> Iterator[tuple[Node, ...]]:
    """Functions, the points at which their slopes are taken, and the other points at which they stand."""
    for side in (t, other) if shapes_are_told(facts) else ():
        for node in side.walk():
            match node:
                case Derivative(Apply(Function() as f, (u,)), var, at) | Gradient(
                    Apply(Function() as f, (u,)), var, at
                ) if u is var:
                    points = (x for each in (t, other) for x in _arguments(f, each))
                    yield from ((f, at, x) for x in points if canonical(x) is not canonical(at) and x is not var)


def rates_of_exponentials(t: Term, other: Term, facts: Facts) -> Iterator[tuple[Node, ...]]:
    """The numbers by which something is multiplied in an exponent of the other side."""
    if not any(isinstance(node, Cases) for node in t.walk()):
        return
    for node in other.walk():
        match node:
            case Apply(Elementary("exp"), (exponent,)):
                yield (Number(1),)
                yield from ((x,) for x in exponent.walk() if isinstance(x, Var | Number) and is_scalar(x))


def _arguments(f: Function, t: Term) -> Iterator[Term]:
    yield from (node.args[0] for node in t.walk() if isinstance(node, Apply) and node.head is f)


__all__ = ["arguments_of_unknown", "combinations_of_values", "rates_of_exponentials", "touched"]
