"""Quotients of slopes, as L'Hôpital's rule takes them: where numerator and denominator are smooth close to a point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from .language import (
    Apply,
    Constant,
    Elementary,
    Integers,
    Limit,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    R,
    Range,
    Term,
    Times,
    Var,
    nonzero,
    substitute,
)
from .leading import FAR, reciprocal, without_common_powers
from .slopes import derivative
from .smoothness import smooth_unmet
from .views import over, tidied, times

if TYPE_CHECKING:
    from .convergence import Approach

LARGEST = 40  # nodes; slopes of more are of no help


def quotient_of_slopes(num: Term, den: Term, at: Approach) -> tuple[Term, Approach] | None:
    """num'/den' where both are smooth close to the point and den' is not 0 there; a sequence is taken as a function."""
    if at.depth <= 0 or sum(1 for part in (num, den) for _ in part.walk()) > LARGEST:
        return None
    if isinstance(at.var.space, Integers | Range):
        real = Var(at.var.name, R)
        num, den = (substitute(t, {at.var: real}) for t in (num, den))
        line = Limit(num, real, at.to)
        at = replace(at, var=real, near=at.facts.under(line))
        if not (_on_the_line(num, at) and _on_the_line(den, at)):
            return None
    if not all(at.holds(c) for part in (num, den) for c in smooth_unmet(part, at.var, at.near)):
        return None
    above, below = derivative(num, at.var), derivative(den, at.var)
    if above is None or below is None:
        return None
    above, below = tidied(above), tidied(below)
    if not at.holds(nonzero(below)):
        return None
    shorter = without_common_powers(above, below, at.var, at.near)
    return tidied(over(above, below) if shorter is None else shorter), at


def quotients(t: Term) -> Iterator[tuple[Term, Term]]:
    """A quotient, or a product as one: each factor whose reciprocal is as simple may go below."""
    match t:
        case Quotient(num, den):
            yield num, den
        case Times(args):
            for k, a in enumerate(args):
                below = reciprocal(a)
                if below is not None:
                    yield times(*args[:k], *args[k + 1 :]), below


def _on_the_line(t: Term, at: Approach) -> bool:
    """Whether a term with values at whole numbers has them between, close to the point."""
    match t:
        case Number() | Constant() | Var():
            return True
        case Plus(args) | Times(args):
            return all(_on_the_line(a, at) for a in args)
        case Neg(a):
            return _on_the_line(a, at)
        case Quotient(num, den):
            return _on_the_line(num, at) and _on_the_line(den, at) and at.holds(nonzero(den))
        case Power(base, Number(n)) if n.denominator == 1:
            return _on_the_line(base, at) and (n >= 0 or at.holds(nonzero(base)))
        case Power(base, exponent):
            return _on_the_line(base, at) and _on_the_line(exponent, at) and at.holds(base > 0)
        case Apply(Elementary(name), (a,)):
            return _on_the_line(a, at) and (name in FAR or (name in ("log", "sqrt") and at.holds(a > 0)))
    return at.var not in t.free
