"""Where functions of a real variable are largest and smallest."""

from __future__ import annotations

from collections.abc import Iterator

from ..definedness import unmet
from ..language import Derivative, Interval, Lambda, Neg, Plus, PositiveReals, Reals, Term, is_scalar, substitute
from ..language.beneath import interior
from ..language.facts import Facts
from ..registry import rule
from .derivatives import derivative


@rule("since the curve lies on one side of its tangents", relation="<=")
def tangent_inequality(t: Term, facts: Facts, f: Lambda, a: Term, x: Term) -> Iterator[Term]:
    r"""f(x) \le f(a) + f'(a)\,(x - a) \text{ where } f'' \le 0 \text{ on an open interval with } a \text{ and } x, \quad f(x) \ge f(a) + f'(a)\,(x - a) \text{ where } f'' \ge 0"""
    if not (isinstance(f, Lambda) and is_scalar(t) and inside(f, a, facts) and inside(f, x, facts)):
        return
    slope, curvature = slopes_of(f, facts)
    if slope is None or curvature is None:
        return
    tangent = f_at(f, a) + substitute(slope, {f.var: a}) * (x - a)
    gap, here = Plus((tangent, Neg(f_at(f, x)))), facts_inside(f, facts)
    if here.nonnegative(-curvature):
        yield Plus((t, gap))
    if here.nonnegative(curvature):
        yield Plus((t, Neg(gap)))


def f_at(f: Lambda, x: Term) -> Term:
    """The value of the function at a point."""
    return substitute(f.body, {f.var: x})


def inside(f: Lambda, x: Term, facts: Facts) -> bool:
    """Whether a point lies inside the interval on which the function is looked at, its ends left out."""
    line = isinstance(f.var.space, Reals | PositiveReals | Interval)
    return line and is_scalar(x) and all(facts.proves(h) for h in interior(x, f.var.space))


def facts_inside(f: Lambda, facts: Facts) -> Facts:
    """What holds for the argument of the function inside its interval, and nothing else of that name."""
    kept = (h for h in facts.hypotheses if f.var not in h.free)
    return Facts((*kept, *interior(f.var, f.var.space)))


def slopes_of(f: Lambda, facts: Facts) -> tuple[Term | None, Term | None]:
    """The first and second derivative of the function, each if the function has it inside its whole interval."""
    found: list[Term | None] = [None, None]
    body: Term | None = f.body
    for k in (0, 1):
        smooth = body is not None and not unmet(Derivative(body, f.var, f.var), facts_inside(f, facts))
        body = found[k] = derivative(body, f.var) if smooth and body is not None else None
    return found[0], found[1]
