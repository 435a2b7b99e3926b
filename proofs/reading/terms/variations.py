r"""Functional derivatives: \frac{\delta F}{\delta q(x)}, \frac{\delta}{\delta q_j(z)} [ ... ]."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..syntax import Bracket, Fraction, Multiply, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from ..meaning import Meaning


def is_variation(node: Syntax) -> bool:
    r"""Whether a fraction is a functional derivative: a lone \delta before something in both of its parts.

    A \delta with a bracket behind it is a function of that name, the Dirac delta.
    """
    return isinstance(node, Fraction) and _varied(node.num) is not None and bool(_varied(node.den))


def is_operator(node: Syntax) -> bool:
    r"""Whether it is \frac{\delta}{\delta q(x)}, waiting for what it differentiates."""
    return is_variation(node) and isinstance(node, Fraction) and _varied(node.num) == ()


def _varied(part: Syntax) -> tuple[Syntax, ...] | None:
    r"""What stands behind the \delta that a part of a fraction begins with."""
    match part:
        case Symbol("delta", "", ()):
            return ()
        case Multiply((Symbol("delta", "", ()), first, *rest), _) if not isinstance(first, Bracket):
            return (first, *rest)
    return None


def variation(m: Meaning, node: Fraction, operand: Syntax | None = None) -> L.Term:
    """The functional derivative that a fraction means, of its numerator or of the operand behind it."""
    above, below = _varied(node.num), _varied(node.den)
    assert above is not None and below
    if operand is None:
        if not above:
            raise Unread("a functional derivative of nothing", node.span)
        operand = above[0] if len(above) == 1 else Multiply(above, ("",) * len(above), span=node.num.span)
    law, point = _density(m, below, node)
    return L.FunctionalDerivative(m.scalar(operand), law, point)


def _density(m: Meaning, below: tuple[Syntax, ...], node: Fraction) -> tuple[L.Law, L.Term]:
    """The density that is varied, and the point: where none is written, any point of its space."""
    match below:
        case (_, Bracket("(", (_,), ")", None)):
            value = m.scalar(Multiply(below, ("", ""), span=node.den.span))
        case (head,):
            value = m.varied(head)
        case _:
            raise Unread("a functional derivative by what is no density", node.span)
    match value:
        case L.Apply(L.Density() | L.MemberDensity() as law, (point,)):
            return law, point
    raise Unread("a functional derivative by what is no density", node.span)


__all__ = ["is_operator", "is_variation", "variation"]
