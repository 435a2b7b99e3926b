"""Other variables in an integral: powers, polar coordinates."""

from __future__ import annotations

from collections.abc import Iterator

from ..algebra import equal
from ..language import (
    R_POSITIVE,
    Int,
    Interval,
    Number,
    Plus,
    Reals,
    Term,
    Var,
    cos,
    depends,
    fresh_beside,
    is_scalar,
    pi,
    replace,
    sin,
    substitute,
)
from ..language.facts import Facts
from ..registry import rule
from .fubini import absolutely
from .integrals import is_half_line


@rule("in polar coordinates")
def polar_coordinates(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\int_{-\infty}^\infty \int_{-\infty}^\infty f(x, y) \,\mathrm{d}y \,\mathrm{d}x = \int_0^{2 \pi} \int_0^\infty f(r \cos\varphi, r \sin\varphi)\, r \,\mathrm{d}r \,\mathrm{d}\varphi, \quad r^2 = x^2 + y^2, \; f \ge 0 \text{ or } \int \int |f| < \infty"""
    match t:
        case Int(Int(body, Var(_, Reals()) as y) as inner, Var(_, Reals()) as x) if x is not y:
            if absolutely(t, inner, body, facts):
                r = fresh_beside(Var("r", R_POSITIVE), body)
                phi = fresh_beside(Var("varphi", Interval(Number(0), 2 * pi)), body, r)
                moved = substitute(body, {x: r * cos(phi), y: r * sin(phi)})
                yield Int(Int(_without_angle(moved, phi, facts) * r, r), phi)


def _without_angle(t: Term, phi: Var, facts: Facts) -> Term:
    """The term with r^2 for r^2 cos^2 + r^2 sin^2, wherever such a sum stands: what it is where the angle is 0."""
    if isinstance(t, Plus):
        new = replace(replace(t, cos(phi), Number(1)), sin(phi), Number(0))
        if equal(t, new, facts):
            return new
    return t.map_children(lambda child: _without_angle(child, phi, facts) if isinstance(child, Term) else child)


@rule("by substitution")
def power_substitution(t: Term, facts: Facts, exponent: Term) -> Iterator[Term]:
    r"""\int_0^\infty f(x) \,\mathrm{d}x = \int_0^\infty \tfrac{1}{k}\, u^{1/k - 1} f(u^{1/k}) \,\mathrm{d}u, \quad u = x^k, \; k > 0"""
    match t:
        case Int(body, x) if is_half_line(x) and is_scalar(exponent) and not depends(exponent, x):
            if facts.positive(exponent) and facts.finite_number(exponent):
                u = fresh_beside(Var(x.name, R_POSITIVE), body, exponent)
                yield Int(u ** (1 / exponent - 1) / exponent * substitute(body, {x: u ** (1 / exponent)}), u)
