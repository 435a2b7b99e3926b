r"""Densities that a document states: f_X(x) = 2x for 0 < x < 1 is the law of X, whatever name that law has; so is f(x)
where words say that it is the density of X.

A mean under it is the integral that it is by definition, over the part of the line that is said of x.  That the stated
function is a density, that it integrates to 1, is a hypothesis: where it does not, nothing is claimed of its means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import language as L
from .syntax import Unread

if TYPE_CHECKING:
    from .context import Context, Defined
    from .meaning import Meaning

_LETTERS = ("f", "p", "g", "h")


def stated(context: Context, name: str) -> Defined | None:
    """The density that is written out for a random variable of which no law is known."""
    if name in context.laws or name in context.random:
        return None
    heads = [f"{letter}_{name}" for letter in _LETTERS]
    if name in context.density_names:
        heads.append(context.density_names[name])
    for head in heads:
        found = context.functions.get(head)
        if found is not None and len(found.arguments) == 1 and is_written_out(found.body):
            return found
    return None


def is_written_out(body: L.Term) -> bool:
    """Whether a density is not in terms of others that are unknown."""
    return not any(isinstance(n, L.Density | L.DensityFamily | L.Function | L.FunctionFamily) for n in body.free)


def under(m: Meaning, name: str) -> tuple[L.Var, L.Term]:
    """The variable that stands for a random variable, and its density there.  Raises ``Unread``."""
    density = stated(m.context, name)
    assert density is not None
    (argument,) = density.arguments
    where = home(m.context, argument)
    if where is None:
        raise Unread(f"where {name} has the density that is stated is not said", (0, 0))
    var = L.Var(argument.name, where)
    body = L.substitute(m.context.unfolded(density.body), {argument: var})
    m.context.assume(L.Int(body, var).eq(1))
    return var, body


def home(context: Context, argument: L.Var) -> L.Space | None:
    """The part of the line that the argument of a density is said to lie on; None where nothing is said of it."""
    low: L.Term | None = None
    high: L.Term | None = None
    for h in context.stated():
        match h:
            case L.Relation(left, "<" | "<=", right) | L.Relation(right, ">" | ">=", left):
                if right == argument and argument not in left.free:
                    low = left
                elif left == argument and argument not in right.free:
                    high = right
    if low is None and high is None:
        return L.R if context.spaces.get(argument.name) is L.R else None
    if low is L.Number(0) and high is None:
        return L.R_POSITIVE
    return L.Interval(L.Neg(L.oo) if low is None else low, L.oo if high is None else high)


__all__ = ["home", "is_written_out", "stated", "under"]
