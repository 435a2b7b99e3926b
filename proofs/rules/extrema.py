"""Where functions of a real variable are largest and smallest."""

from __future__ import annotations

from collections.abc import Iterator

from ..definedness import unmet
from ..language import (
    Apply,
    Derivative,
    Elementary,
    Fact,
    Form,
    Function,
    Gradient,
    Identity,
    Interval,
    Lambda,
    Neg,
    Plus,
    PositiveReals,
    Reals,
    Sup,
    Term,
    Var,
    alpha_equal,
    depends,
    is_scalar,
    maximum,
    substitute,
)
from ..language.beneath import interior
from ..language.facts import Facts
from ..registry import rule
from ..slopes import derivative
from ..validity import endless
from ..views import opened, tidied, times


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


@rule("since no value is greater, and this one is attained")
def attained_bound(t: Term, facts: Facts, a: Term) -> Iterator[Term]:
    r"""\sup_{x \in S} f(x) = f(a), \quad a \in S, \; f(x) \le f(a) \text{ for all } x \in S"""
    match t:
        case Sup(body, x) if is_scalar(a) and x not in a.free and facts.within(a, x.space):
            gap = Plus((substitute(body, {x: a}), Neg(body)))
            below = facts.under(t)
            if below.nonnegative(gap) or below.nonnegative(opened(gap, below)):
                yield substitute(body, {x: a})


@rule("since no value is greater", relation="<=")
def least_upper_bound(t: Term, facts: Facts, c: Term) -> Iterator[Term]:
    r"""\sup_{x \in S} f(x) \le c, \quad f(x) \le c \text{ for all } x \in S"""
    match t:
        case Sup(body, x) if is_scalar(c) and x not in c.free and facts.under(t).nonnegative(Plus((c, Neg(body)))):
            yield c


@rule("since the function is monotone, at one of the ends")
def supremum_of_monotone(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sup_{x \in [a, b]} f(x) = f(b), \; f' \ge 0, \quad = f(a), \; f' \le 0, \quad \sup_{x \in [a, b]} |f(x)| = \max(|f(a)|, |f(b)|) \text{ in both cases}"""
    match t:
        case Sup(body, Var(_, Interval(low, high)) as x):
            inner = body.args[0] if isinstance(body, Apply) and body.head is ABS else body
            below = facts.under(t)
            slope = derivative(inner, x) if not unmet(Derivative(inner, x, x), below) else None
            if slope is None or endless(low) or endless(high):
                return
            ends = f_at(Lambda(body, x), low), f_at(Lambda(body, x), high)
            if below.nonnegative(slope) or below.nonnegative(-slope):
                rising = below.nonnegative(slope)
                yield maximum(*ends) if inner is not body else ends[1] if rising else ends[0]


@rule("since a constant has no other value")
def supremum_of_constant(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sup_{x \in S} c = c"""
    match t:
        case Sup(body, x) if not depends(body, x):
            yield body


@rule("by the mean value theorem", relation="<=")
def mean_value_inequality(t: Term, facts: Facts, f: Lambda, x: Term, y: Term) -> Iterator[Term]:
    r"""|f(x) - f(y)| \le \sup_{u \in I} |f'(u)| \; |x - y|, \quad f \text{ differentiable on an interval } I \text{ with } x \text{ and } y"""
    if not isinstance(f, Lambda) or not isinstance(f.var.space, Reals | PositiveReals | Interval):
        return
    slope = Derivative(f.body, f.var, f.var)
    inside = all(is_scalar(a) and facts.within(a, f.var.space) for a in (x, y))
    chord = Plus((f_at(f, x), Neg(f_at(f, y))))
    if inside and not unmet(slope, facts.under(f)) and alpha_equal(t, abs(chord)):
        yield Sup(abs(slope), f.var) * abs(x - y)


@rule("by the mean value theorem, since the slope is bounded", relation="<=")
def bounded_slope(t: Term, facts: Facts, f: Lambda, x: Term, y: Term, c: Term) -> Iterator[Term]:
    r"""|f(x) - f(y)| \le c \, |x - y|, \quad |f'| \le c \text{ on an interval with } x \text{ and } y"""
    if not isinstance(f, Lambda) or not isinstance(f.var.space, Reals | PositiveReals | Interval):
        return
    below, chord = facts.under(f), Plus((f_at(f, x), Neg(f_at(f, y))))
    inside = all(is_scalar(a) and facts.within(a, f.var.space) for a in (x, y))
    smooth = inside and is_scalar(c) and f.var not in c.free and not unmet(Derivative(f.body, f.var, f.var), below)
    slope = derivative(f.body, f.var) if smooth and alpha_equal(t, abs(chord)) else None
    both = () if slope is None else (tidied(slope), Neg(tidied(slope)))
    if both and all(below.nonnegative(Plus((c, each))) for each in both):
        yield times(c, abs(x - y))


@rule("since the slope is a limit of slopes of chords", relation="<=")
def slope_of_lipschitz(t: Term, facts: Facts) -> Iterator[Term]:
    r"""|f'(x)| \le L, \quad \|\nabla f(x)\| \le L, \quad f \text{ with the Lipschitz constant } L"""
    match t:
        case Apply(head, (Derivative(Apply(Function() as f, (u,)), var, _),)) if head is ABS and u is var:
            yield from _lipschitz_constants(f, facts)
        case Apply(Elementary("sqrt"), (Form(Gradient(Apply(Function() as f, (u,)), var, _) as g, Identity(), h),)):
            if h is g and u is var:
                yield from _lipschitz_constants(f, facts)


def _lipschitz_constants(f: Function, facts: Facts) -> Iterator[Term]:
    """The Lipschitz constants that a function is said to have."""
    for h in facts.said_of(f):
        if isinstance(h, Fact) and h.predicate == "lipschitz" and h.args[0] is f:
            yield h.args[1]


ABS = Elementary("abs")


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
