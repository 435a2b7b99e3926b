"""Limits: of sums, products and quotients, of functions far out, between two bounds, by slopes; and suprema."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from ..convergence import CONTINUOUS, approach, bounded
from ..definedness import unmet
from ..language import (
    Apply,
    Elementary,
    Function,
    Interval,
    Lambda,
    Limit,
    Neg,
    Number,
    Plus,
    PositiveReals,
    Power,
    Quotient,
    Reals,
    Sup,
    Term,
    Times,
    Var,
    depends,
    differentiable,
    exp,
    fold,
    oo,
    substitute,
)
from ..language.facts import Facts
from ..language.finiteness import continuous
from ..language.partial_sums import series_of
from ..leading import far_end, infinite, leading, outgrown, power_apart, sign_of
from ..registry import rule
from ..tangents import quotient_of_slopes, quotients
from ..validity import endless
from ..views import opened, over, times

ZERO, ONE = Number(0), Number(1)


def _of(t: Limit, body: Term) -> Term:
    """The limit of a part, where it depends on the variable; of a difference, that of what is subtracted."""
    if isinstance(body, Neg):
        return Neg(_of(t, body.arg))
    return Limit(body, t.var, t.to, t.side) if t.var in body.free else body


@rule("since it does not change")
def limit_of_constant(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim_{x \to a} c = c"""
    match t:
        case Limit(body, x, _, _) if x not in body.free:
            yield body


@rule("since that is what the variable tends to")
def limit_of_variable(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim_{x \to a} x = a"""
    match t:
        case Limit(Var() as body, x, to, _) if body is x:
            yield to


@rule("since a series is the limit of its partial sums")
def limit_of_partial_sums(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim_{n \to \infty} \sum_{k=m}^{n} a_k = \sum_{k=m}^{\infty} a_k"""
    if isinstance(t, Limit) and (series := series_of(t)) is not None:
        yield series


@rule("taking the limit term by term")
def limit_of_sum(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim (f + g) = \lim f + \lim g, \quad \lim (-f) = -\lim f, \quad \text{unless it is } \infty - \infty"""
    match t:
        case Limit(Plus(args) as body, x, _, _) if x in body.free:
            yield Plus(tuple(_of(t, a) for a in args))
        case Limit(Neg(a), x, _, _) if x in a.free:
            yield Neg(_of(t, a))


@rule("taking the limit factor by factor")
def limit_of_product(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim f g = \lim f \, \lim g, \quad \text{unless it is } 0 \cdot \infty"""
    match t:
        case Limit(Times(args) as body, x, _, _) if x in body.free:
            yield Times(tuple(_of(t, a) for a in args))
        case Limit(Quotient(num, den), x, _, _) if x in num.free and x not in den.free:
            yield Quotient(_of(t, num), den)


@rule("taking the limits of numerator and denominator")
def limit_of_quotient(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim \frac{f}{g} = \frac{\lim f}{\lim g}, \quad \lim g \neq 0, \pm\infty"""
    match t:
        case Limit(Quotient(num, den), x, _, _) if x in den.free:
            yield Quotient(_of(t, num), _of(t, den))


@rule("since the function is continuous there")
def limit_of_continuous(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim f(g) = f(\lim g), \quad f \text{ continuous at } \lim g, \text{ which is finite}"""
    match t:
        case Limit(Apply(Elementary(name) as f, args), _, _, _) if name in CONTINUOUS:
            yield f(*(_of(t, a) for a in args))
        case Limit(Apply(Function() as f, (a,)), _, _, _) if facts.proves(differentiable(f)):
            yield f(_of(t, a))
        case Limit(Power(base, exponent), _, _, _):
            yield Power(_of(t, base), _of(t, exponent))


@rule("putting in the point, where it is continuous")
def limit_at_the_point(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim_{x \to a} f(x) = f(a), \quad f \text{ made of functions that are continuous where they are defined, as } f(a) \text{ is}"""
    match t:
        case Limit(body, x, to, _) if not endless(to) and x in body.free and body is not x:
            if continuous(body, facts.under(t)):
                yield substitute(body, {x: to})


@rule(r"since the argument tends to $\pm\infty$")
def limit_far_out(t: Term, facts: Facts) -> Iterator[Term]:
    r"""g \to \infty \implies e^{-g} \to 0, \; e^g, \log g, \sqrt{g} \to \infty, \; \operatorname{sigmoid}(g), \tanh g \to 1, \; \operatorname{softplus}(-g) \to 0, \; \arctan g \to \frac{\pi}{2}, \; g^c \to \infty \; (c > 0)"""
    match t:
        case Limit(Apply(Elementary(name), (g,)), _, _, _):
            end = approach(t, facts).tends(g)
            found = None if end is None or not endless(end) else far_end(name, end)
            if found is not None:
                yield found
        case Limit(Power(g, c) as body, x, _, _) if x not in c.free and approach(t, facts).grows(g):
            found = approach(t, facts).tends(body)
            if found is not None and endless(found):
                yield found


@rule(r"since $\log g \to -\infty$ for $g \to 0$")
def limit_of_vanishing_logarithm(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim \log g = -\infty, \quad g > 0, \; g \to 0"""
    match t:
        case Limit(Apply(Elementary("log"), (g,)), _, _, _) if approach(t, facts).vanishes(g):
            yield Neg(oo)


@rule("since the denominator grows beyond all bounds")
def vanishing_quotient(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim \frac{f}{g} = 0, \quad f \text{ bounded}, \; g \to \pm\infty"""
    match t:
        case Limit(Quotient(num, den), _, _, _) if approach(t, facts).grows(den):
            if bounded(num, approach(t, facts)):
                yield ZERO


@rule("since one factor vanishes and the others are bounded")
def vanishing_product(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim f g = 0, \quad f \text{ bounded}, \; g \to 0"""
    match t:
        case Limit(Times(args), _, _, _):
            at = approach(t, facts)
            for k, g in enumerate(args):
                if at.vanishes(g) and all(bounded(f, at) for f in (*args[:k], *args[k + 1 :])):
                    yield ZERO


@rule("since one part grows beyond all bounds and the others do not stand against it")
def infinite_limit(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\infty + a = \infty, \quad \infty + \infty = \infty, \quad a \cdot \infty = \pm\infty \; (a \gtrless 0), \quad -\infty + a = -\infty"""
    match t:
        case Limit(Plus(args) | Times(args) as body, _, _, _):
            values = [approach(t, facts).tends(a) for a in args]
            ends = {v for v in values if v is not None and endless(v)}
            finite = all(v is not None and (endless(v) or facts.finite_number(v)) for v in values)
            if isinstance(body, Plus) and finite and len(ends) == 1:
                yield ends.pop()
            signs = [0 if v is None else sign_of(v, facts) for v in values]
            if isinstance(body, Times) and ends and 0 not in signs and (end := infinite(prod(signs))) is not None:
                yield end


@rule("since the denominator vanishes and keeps its sign")
def infinite_quotient(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim \frac{f}{g} = \pm\infty, \quad \lim f \neq 0, \; g \to 0 \text{ with one sign}, \quad \lim \frac{f}{c} = \pm\infty, \; f \to \pm\infty"""
    match t:
        case Limit(Quotient(num, den), x, _, _):
            at = approach(t, facts)
            above = at.tends(num)
            sign = 0 if above is None else sign_of(above, facts)
            if at.vanishes(den):
                sign *= 1 if at.near.positive(den) else -1 if at.near.negative(den) else 0
            else:
                sign *= sign_of(den, facts) if above is not None and endless(above) and x not in den.free else 0
            if (end := infinite(sign)) is not None:
                yield end


@rule("since the leading terms decide")
def leading_terms(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim_{x \to \pm\infty} \frac{a_n x^n + \dots + a_0}{b_m x^m + \dots + b_0} = \lim_{x \to \pm\infty} \frac{a_n}{b_m}\, x^{n - m}, \quad a_n, b_m \neq 0"""
    match t:
        case Limit(body, x, to, _) if endless(to):
            num, den = (body.num, body.den) if isinstance(body, Quotient) else (body, ONE)
            above, below = leading(num, x, facts), leading(den, x, facts)
            if above is not None and below is not None:
                n = above[1] - below[1]
                power = x if n == 1 else x ** Number(n)
                yield _of(t, over(above[0], below[0]) if n == 0 else times(over(above[0], below[0]), power))


@rule("since an exponential outgrows every power")
def exponential_growth(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim_{x \to \pm\infty} P(x) \, e^{Q(x)} = 0, \; Q \to -\infty, \quad = \pm\infty, \; Q \to \infty, \quad P, Q \text{ polynomials}"""
    match t:
        case Limit(Neg() | Times() | Quotient() as body, x, to, _) if endless(to):
            found = outgrown(body, x, to, facts)
            if found is not None:
                yield found


@rule("by L'Hôpital's rule")
def slopes_at_the_limit(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim \frac{f}{g} = \lim \frac{f'}{g'}, \quad f, g \to 0 \text{ or } |g| \to \infty, \; \text{both smooth and } g' \neq 0 \text{ close to the point}"""
    if not isinstance(t, Limit):
        return
    at = approach(t, facts)
    for num, den in quotients(t.body):
        if (at.vanishes(num) and at.vanishes(den)) or at.grows(den):
            found = quotient_of_slopes(num, den, at)
            if found is not None:
                yield Limit(found[0], found[1].var, t.to, t.side)


@rule(r"since $(1 + f)^g \to e^c$ for $f \to 0$ and $f g \to c$")
def exponential_limit(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\lim (1 + f)^g = e^{\lim f g}, \quad f \to 0"""
    match t:
        case Limit(Power(Plus(args), g), _, _, _) if ONE in args:
            rest = list(args)
            rest.remove(ONE)
            f = fold(Plus, rest, 0)
            at = approach(t, facts)
            if at.vanishes(f):
                n, other = power_apart(times(g, f), t.var)  # without the powers of x that cancel
                yield exp(_of(t, other)) if n == 0 and at.near.nonzero(t.var) else exp(_of(t, times(g, f)))


@rule("between the two bounds")
def squeeze(t: Term, facts: Facts, lower: Lambda, upper: Lambda) -> Iterator[Term]:
    r"""l \le f \le u, \; \lim l = \lim u = c \implies \lim f = c"""
    if isinstance(t, Limit) and isinstance(lower, Lambda) and isinstance(upper, Lambda):
        at = approach(t, facts)
        low, high = (substitute(b.body, {b.var: t.var}) for b in (lower, upper))
        defined = not any(unmet(_of(t, bound), facts) for bound in (low, high))
        between = defined and all(at.near.nonnegative(gap) or at.near.nonnegative(opened(gap, at.near))
                      for gap in (Plus((t.body, Neg(low))), Plus((high, Neg(t.body)))))  # fmt: skip
        below, above = at.tends(low), at.tends(high)
        if between and below is not None and above is not None and (below is above or facts.same(below, above)):
            yield below


@rule("since no value is greater, and the values come as close to it as one likes")
def supremum_by_limit(t: Term, facts: Facts, end: Term) -> Iterator[Term]:
    r"""\sup_{x \in S} f(x) = \lim_{x \to a} f(x), \quad f \le \lim_{x \to a} f, \; a \text{ an end of } S"""
    match t:
        case Sup(body, _):
            found = _at_the_end(t, end, facts)
            if found is not None and not endless(found):
                below, gap = facts.under(t), Plus((found, Neg(body)))
                if below.nonnegative(gap) or below.nonnegative(opened(gap, below)):
                    yield found


@rule("since the values grow beyond all bounds")
def infinite_supremum(t: Term, facts: Facts, end: Term) -> Iterator[Term]:
    r"""\sup_{x \in S} f(x) = \infty, \quad \lim_{x \to a} f(x) = \infty, \; a \text{ an end of } S"""
    match t:
        case Sup():
            found = _at_the_end(t, end, facts)
            if found is not None and found is oo:
                yield found


def _at_the_end(t: Sup, end: Term, facts: Facts) -> Term | None:
    """What the values tend to at an end of the set, from inside."""
    match t.var.space:
        case Reals():
            low, high = Neg(oo), oo
        case PositiveReals():
            low, high = ZERO, oo
        case Interval(low, high):
            pass
        case _:
            return None
    longer = endless(low) or endless(high) or facts.positive(Plus((high, Neg(low))))
    if end not in (low, high) or not longer or not depends(t.body, t.var):
        return None
    side = "" if endless(end) else "+" if end is low else "-"
    line = Limit(t.body, t.var, end, side)
    return approach(line, facts).tends(t.body)
