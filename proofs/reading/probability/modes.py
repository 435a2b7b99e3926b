r"""\mathrm{mode}(X) = v, of a random variable with a known law on the line.

Inside of the support the density is flat where it is largest: that is the claim, in worlds in which v lies there and
the density bends down at it.  A mode at an end of the support, or at a kink, is not judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Multiply, Syntax
from ..uses.heads import head_of
from .probabilities import ends

if TYPE_CHECKING:
    from ..meaning import Meaning


def law_asked(m: Meaning, node: Syntax) -> L.Family | None:
    """The law of which a mode is asked; None for anything else."""
    match node:
        case Multiply((head_node, Bracket("(" | "[", (argument,), _, None)), ("", "")):
            head = head_of(head_node)
            if head is None or head.power is not None or head.name not in ("mode", "Mode"):
                return None
            law = m.context.laws.get(name_of(argument) or "")
            home = None if law is None else L.support(law)
            on_the_line = isinstance(home, L.Reals | L.PositiveReals | L.Interval)
            return law if isinstance(law, L.Family) and on_the_line else None
    return None


def slope_at(law: L.Family, value: L.Term) -> tuple[L.Term, tuple[L.Node, ...]]:
    """The slope of the log-density at a value, and that this is a place inside of the support where it bends down."""
    low, high = ends(L.support(law))
    taken = {n.name for n in value.free | law.free if isinstance(n, L.Var)}
    x = L.fresh(L.Var("x", L.R), taken)
    slope = L.Derivative(law.log_density(x), x, x)
    within = [value > low] if low is not L.Neg(L.oo) else []
    within += [value < high] if high is not L.oo else []
    return L.Derivative(law.log_density(x), x, value), (*within, L.Derivative(slope, x, value) < 0)


__all__ = ["law_asked", "slope_at"]
