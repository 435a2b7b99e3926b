"""Step functions and probabilities of intervals: their means are tails of the law, their sums and integrals are where the step is."""

from __future__ import annotations

from collections.abc import Iterator

from ..definedness import unmet
from ..language import (
    FLIPPED,
    Apply,
    Cases,
    Derivative,
    Expectation,
    Int,
    Interval,
    Neg,
    Normal,
    Number,
    PositiveReals,
    Quotient,
    Range,
    Reals,
    Relation,
    Sum,
    Term,
    Times,
    Var,
    erf,
    fresh_beside,
    half,
    is_scalar,
    oo,
    sqrt,
    substitute,
    support,
)
from ..language.facts import Facts
from ..language.signs import has_density
from ..registry import rule
from ..validity import endless
from ..views import tidied, times

ZERO = Number(0)


@rule("since the indicator cuts the integral off")
def mean_of_indicator(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim p}\left[f(x)\, 1_{\{x > c\}}\right] = \int_c^\infty p(x) f(x) \,\mathrm{d}x, \quad likewise from below, p \text{ a density on the line}"""
    match t:
        case Expectation(Cases((value,), (Relation(left, symbol, right),), Number(0)), x, law) if has_density(
            law, facts
        ):
            if right is x:
                left, symbol, right = right, FLIPPED[symbol], left
            ends = _ends(support(law))
            if ends is None or left is not x or x in right.free | law.free or symbol in ("=", "!=") or endless(right):
                return
            low, high = ends
            if (endless(low) or facts.nonnegative(right - low)) and (endless(high) or facts.nonnegative(high - right)):
                low, high = (right, high) if symbol in (">", ">=") else (low, right)
                part = PositiveReals() if low is ZERO and high is oo else Interval(low, high)
                y = fresh_beside(Var(x.name, part), t)
                mass, kept = Apply(law, (y,)), substitute(value, {x: y})
                yield Int(mass if kept is Number(1) else mass * kept, y)


def _ends(space: object) -> tuple[Term, Term] | None:
    """The ends of the part of the line on which a law lives."""
    match space:
        case Reals():
            return Neg(oo), oo
        case PositiveReals():
            return ZERO, oo
        case Interval(low, high):
            return low, high
    return None


@rule("since the indicator picks one of the terms")
def picked_term(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{k \in I} f(k)\, 1_{\{x = k\}} = f(x), \quad x \in I"""
    match t:
        case Sum(body, k) if (found := _indicated(body, k)) is not None:
            value, symbol, x = found
            if symbol == "=" and facts.within(x, k.space):
                yield substitute(value, {k: x})


@rule("since the indicator counts the integers up to it")
def counted_integers(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{k=a}^{b} c\, 1_{\{k \le x\}} = c\, (x - a + 1), \quad x, a \in \mathbb{Z}, \; a - 1 \le x \le b, \quad likewise with < for \le and one less"""
    match t:
        case Sum(body, Var(_, Range(low, high)) as k) if (found := _indicated(body, k)) is not None:
            value, symbol, x = found
            last = {">=": x, ">": x - 1}.get(symbol)
            if last is None or k in value.free or not (facts.integer(x) and facts.integer(low)):
                return
            if facts.nonnegative(last - low + 1) and (high is oo or facts.nonnegative(high - last)):
                yield times(value, tidied(last - low + 1))


@rule("since the indicator ends the integral")
def length_by_indicator(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\int_a^b f(s)\, 1_{\{s < x\}} \,\mathrm{d}s = \int_a^x f(s) \,\mathrm{d}s, \quad a \le x \le b, \quad \int_a^b c\, 1_{\{s < x\}} \,\mathrm{d}s = c\, (x - a)"""
    match t:
        case Int(body, s) if (found := _indicated(body, s)) is not None and (ends := _ends(s.space)) is not None:
            (value, symbol, x), (low, high) = found, ends
            if symbol not in (">", ">=") or endless(low) or not facts.nonnegative(x - low):
                return
            if endless(high) or facts.nonnegative(high - x):
                if s in value.free:
                    u = fresh_beside(Var(s.name, Interval(low, x)), t)
                    yield Int(substitute(value, {s: u}), u)
                else:
                    yield times(value, tidied(x - low))


def _indicated(body: Term, k: Var) -> tuple[Term, str, Term] | None:
    """(f, symbol, x) where the body is f where x is in that relation to k, and 0 elsewhere."""
    match body:
        case Cases((value,), (Relation(left, symbol, right),), Number(0)):
            if right is not k:
                left, symbol, right = right, FLIPPED[symbol], left
            return (value, symbol, left) if right is k and k not in left.free else None
        case Neg(a) if (found := _indicated(a, k)) is not None:
            return Neg(found[0]), *found[1:]
        case Quotient(num, den) if (found := _indicated(num, k)) is not None:
            return found[0] / den, *found[1:]
        case Times(args) if all(map(is_scalar, args)):
            steps = {a: each for a in args if (each := _indicated(a, k)) is not None}
            if len(steps) == 1 and sum(a in steps for a in args) == 1:
                ((at, (value, symbol, x)),) = steps.items()
                return times(*(a for a in args if a is not at), value), symbol, x
    return None


@rule("by the distribution function of the normal distribution")
def gaussian_tail(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\int_a^b p(x) \,\mathrm{d}x = \Phi(b) - \Phi(a), \quad \Phi(x) = \tfrac12 + \tfrac12 \operatorname{erf}\left(\frac{x - \mu}{\sigma \sqrt2}\right), \; p = \mathcal{N}(\mu, \sigma^2), \; a \le b"""
    match t:
        case Int(Apply(Normal(mean, deviation), (at,)), x) if at is x and x not in mean.free | deviation.free:
            ends = _ends(x.space)
            if ends is None or all(map(endless, ends)):
                return
            if any(map(endless, ends)) or facts.nonnegative(ends[1] - ends[0]):
                below, above = (_distribution(end, mean, deviation) for end in ends)
                yield above if below is ZERO else above - below


def _distribution(end: Term, mean: Term, deviation: Term) -> Term:
    if endless(end):
        return Number(1) if end is oo else ZERO
    return half + half * erf((end - mean) / (deviation * sqrt(Number(2))))


@rule("since the slope is that of the case, away from where the cases change")
def derivative_by_cases(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\frac{\mathrm{d}}{\mathrm{d} x} \begin{cases} f & \text{if } g > 0 \\ h & \text{otherwise} \end{cases} = \begin{cases} f' & \text{if } g > 0 \\ h' & \text{otherwise} \end{cases}, \quad g \neq 0, likewise for more cases"""
    match t:
        case Derivative(Cases(values, conditions, otherwise) as body, x, at) if is_scalar(body) and not unmet(t, facts):
            slopes = [Derivative(v, x, at) if x in v.free else ZERO for v in (*values, otherwise)]
            if all(slope is ZERO for slope in slopes):
                yield ZERO
            else:
                yield Cases(tuple(slopes[:-1]), tuple(substitute(c, {x: at}) for c in conditions), slopes[-1])
