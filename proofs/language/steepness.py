"""How steep a function is at most: Lipschitz constants, read off the writing of a function.

On R^d the distance is the Euclidean norm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .binders import Lambda
from .binding import canonical
from .matrices import Coord, Form, Identity
from .node import Node
from .relations import Fact
from .spaces import Interval, PositiveReals, Reals, Vectors
from .terms import Apply, Elementary, Function, Neg, Number, Plus, Quotient, Term, Times, fold, sqrt

if TYPE_CHECKING:
    from .facts import Facts

_SLOPES = {
    **dict.fromkeys(("abs", "sin", "cos", "tanh", "arctan", "softplus"), Number(1)),
    "sigmoid": Number(1) / 4,
}  # the least Lipschitz constants of functions on the line


def has_lipschitz_constant(f: Node, constant: Term, facts: Facts) -> bool:
    """Whether |f(x) - f(y)| <= constant |x - y| provably holds for all x, y in the domain of f."""
    for h in facts.said_of(f):
        match h:
            case Fact("lipschitz", (g, known)) if g is canonical(f):
                if facts.nonnegative(Plus((constant, Neg(known)))):
                    return True
    if not isinstance(f, Lambda) or not isinstance(f.var.space, Reals | PositiveReals | Interval | Vectors):
        return False
    found = steepness(f.body, f.var, facts.under(f))
    return found is not None and facts.nonnegative(Plus((constant, Neg(found))))


def steepness(t: Term, x: Node, facts: Facts) -> Term | None:
    """A Lipschitz constant of the scalar ``t`` as a function of ``x``, perhaps not the least; None if none is found."""
    if x not in t.free:
        return Number(0)
    match t:
        case _ if t is x:
            return Number(1)
        case Coord(point, index) if point is x and x not in index.free:
            return Number(1)
        case Neg(arg):
            return steepness(arg, x, facts)
        case Plus(args):
            parts = [steepness(arg, x, facts) for arg in args]
            moving = [part for part in parts if part is not None and part is not Number(0)]
            return fold(Plus, moving, 0) if None not in parts else None
        case Times(args):
            first, *others = [arg for arg in args if x in arg.free]
            return None if others else _scaled([arg for arg in args if arg is not first], first, x, facts)
        case Quotient(num, den) if x not in den.free and facts.nonzero(den):
            return _scaled([1 / den], num, x, facts)
        case Apply(Elementary("max" | "min"), args):
            return steepness(Plus(args), x, facts)
        case Apply(Elementary("sqrt"), (Form(left, Identity(), right),)) if left is right and _is_translate(left, x):
            return Number(1)
        case Form(a, Identity(), point) if point is x and x not in a.free:
            return sqrt(Form(a, t.matrix, a))
        case Apply(Elementary(name), (arg,)) if name in _SLOPES:
            return _scaled([_SLOPES[name]], arg, x, facts)
        case Apply(Function() as f, (arg,)) if arg is x:
            for h in facts.said_of(f):
                match h:
                    case Fact("lipschitz", (g, known)) if g is f:
                        return known
    return None


def _scaled(factors: list[Term], rest: Term, x: Node, facts: Facts) -> Term | None:
    found = steepness(rest, x, facts)
    if found is None or not all(map(facts.finite_number, factors)):
        return None
    sizes = [factor if facts.nonnegative(factor) else abs(factor) for factor in factors]
    sizes = [size for size in (*sizes, found) if size is not Number(1)]
    return fold(Times, sizes, 1)


def _is_translate(t: Term, x: Node) -> bool:
    """Whether ``t`` is x, or x and vectors without x."""
    parts = t.args if isinstance(t, Plus) else (t,)
    return x in parts and sum(x in part.free for part in parts) == 1


__all__ = ["has_lipschitz_constant", "steepness"]
