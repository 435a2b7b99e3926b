"""Integrability: which expectations and integrals are proved to be finite, and which to exist as extended reals."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from .algebra import equal
from .convergence import limit_of
from .decay import falls_off
from .growth import POLYNOMIAL, tempered
from .images import with_standard_law
from .known_moments import has_moments
from .language import (
    Apply,
    Cartesian,
    Cases,
    Compositions,
    Coord,
    CrossEntropy,
    Density,
    Derivative,
    Det,
    Discrete,
    Divergence,
    Dot,
    Elementary,
    Entropy,
    Entry,
    Expectation,
    Fact,
    Family,
    ForAll,
    Form,
    Function,
    FunctionalDerivative,
    Int,
    Interval,
    JensenShannon,
    Lambda,
    Law,
    Limit,
    Marginal,
    MatMul,
    Mixture,
    Neg,
    Number,
    Plus,
    Power,
    Prod,
    Product,
    ProductLaw,
    Pushforward,
    Quotient,
    Range,
    RowsOf,
    Slot,
    Space,
    Statement,
    Sum,
    Term,
    Times,
    Tr,
    Transpose,
    Tuple,
    Var,
    VectorOf,
    Vectors,
    Wasserstein,
    Without,
    differentiable,
    finite,
    fold,
    fresh_beside,
    log,
    sqrt,
    substitute,
    support,
)
from .language.facts import Facts
from .language.membership import is_endless
from .ratios import FACTORS, is_ratio, is_ratio_to_mixture
from .slopes import derivative
from .summability import ratio_below_one, summable
from .validity import endless, law_unmet, same_measure
from .views import laws_at, pulled_back, split, summands, through_coordinate, times
from .weighting import weighted_means


@lru_cache(maxsize=20_000)
def is_finite(t: Term, facts: Facts) -> bool:
    """Whether the term's value (given that it has one) is proved to be a finite real number."""
    if facts.finite_number(t):
        return True
    match t:
        case Plus(args) | Times(args) | MatMul(args) | Apply(_, args):
            return all(is_finite(a, facts) for a in args)
        case Neg(a) | Transpose(a):
            return is_finite(a, facts)
        case VectorOf(body, _) | RowsOf(body, _):  # all of its entries
            return is_finite(body, facts.under(t))
        case Quotient(num, den):
            return is_finite(num, facts) and is_finite(den, facts)
        case Power(base, exponent):
            return is_finite(base, facts) and is_finite(exponent, facts)
        case Sum(body, var) if is_endless(var.space):
            return _stated(t, facts) or _summable(body, var, facts.under(t))
        case Sum(body, _) | Prod(body, _):
            return is_finite(body, facts.under(t))
        case Expectation(body, var, law):
            return _stated(t, facts) or _by_parts(body, var, law, facts.under(t))
        case Int(body, var):
            return _stated(t, facts) or _integral_finite(body, var, facts.under(t))
        case Divergence(p, q):
            return _finite_divergence(p, q, facts)
        case JensenShannon():
            return True  # at most log 2
        case Limit():
            value = limit_of(t, facts)
            return value is not None and value is not t and not endless(value) and is_finite(value, facts)
        case Wasserstein(p, q, order):
            return all(is_finite(_moment(law, order), facts) for law in (p, q))
        case Entropy(p):
            x = fresh_beside(Var("x", support(p)), p)
            return is_finite(Expectation(log(p(x)), x, p), facts)
        case CrossEntropy(p, q):
            x = fresh_beside(Var("x", support(p)), p, q)
            return is_finite(Expectation(log(q(x)), x, p), facts)
        case Coord() | Entry() | Form() | Tr() | Det() | Derivative() | FunctionalDerivative():
            return True  # of vectors and matrices of finite numbers, where defined
    return False


def _moment(law: Law, order: Term) -> Term:
    """E|x|^k, of a vector with the Euclidean norm."""
    x = fresh_beside(Var("x", support(law)), law)
    size = sqrt(Dot(x, x)) if isinstance(support(law), Vectors) else abs(x)
    return Expectation(size if order is Number(1) else size**order, x, law)


def _finite_divergence(p: Law, q: Law, facts: Facts) -> bool:
    x = fresh_beside(Var("x", support(p)), p, q)
    if _is_finite_set(support(p)):
        ratio = Expectation(log(p(x)) - log(q(x)), x, p)
        return facts.under(ratio).finite_number(ratio.body)  # that of q(x) needs q(x) > 0 wherever p(x) > 0
    if not isinstance(p, POLYNOMIAL) and not isinstance(q, Mixture):
        return False
    return is_finite(Expectation(log(p(x)) - log(q(x)), x, p), facts)


def _stated(t: Term, facts: Facts) -> bool:
    """finite(t) is among the hypotheses, perhaps with another constant factor (not 0 there) before the integrand."""
    rest = t.fields[2:]
    coefficient, mine = split(t.body, t.var)
    if not is_finite(coefficient, facts):
        return False
    for known in _finite_hypotheses(t, facts):
        if type(known) is type(t) and known.var.space is t.var.space:
            factor, theirs = split(known.body, known.var)
            # Bodies that speak of different names are not worth a search for equality.
            alike = mine.free - {t.var} == theirs.free - {known.var} and facts.nonzero(factor)
            if alike and equal(type(t)(mine, t.var, *rest), type(t)(theirs, known.var, *known.fields[2:]), facts):
                return True
    return False


def _finite_hypotheses(t: Term, facts: Facts) -> Iterator[Any]:
    """The terms stated to be finite, ``ForAll`` at each variable of ``t`` that it ranges over."""
    for h in facts.hypotheses:
        stated = [h]
        if isinstance(h, ForAll):
            names = (name for name in t.free if isinstance(name, Var) and facts.within(name, h.var.space))
            stated = [substitute(h.body, {h.var: name}) for name in names]
        for one in stated:
            match one:
                case Fact("finite", (Entropy(p),)):
                    x = fresh_beside(Var("x", support(p)), p)
                    yield Expectation(log(p(x)), x, p)
                case Fact("finite", (Divergence(p, q),)):
                    x = fresh_beside(Var("x", support(p)), p, q)
                    yield Expectation(log(p(x)) - log(q(x)), x, p)
                case Fact("finite", (Expectation() | Sum() as known,)):
                    yield known
                case Fact("finite", (Int() as known,)):
                    yield known
                    if len(means := weighted_means(known)) == 1:
                        yield from means
                case Fact("differentiable_under", (Lambda(Expectation() as mean, x), at)):
                    yield from _under_the_mean(mean, x, at)


def _under_the_mean(mean: Expectation, x: Var, at: Term) -> Iterator[Expectation]:
    """The means that are finite where the first may be differentiated in x: it, and that of the slope."""
    body, y, law = mean.body, mean.var, mean.law
    if x in law.free or y in at.free:
        return
    slope = derivative(body, x)
    for integrand in (body, Derivative(body, x, x), *(() if slope is None else (slope,))):
        yield Expectation(substitute(integrand, {x: at}), y, law)


def integrable(body: Term, x: Var, law: Law, facts: Facts) -> bool:
    """Whether E_{x ~ law}|body| is proved finite.  ``facts`` are those inside the expectation."""
    return _stated(Expectation(body, x, law), facts) or _by_parts(body, x, law, facts)


def _by_parts(body: Term, x: Var, law: Law, facts: Facts) -> bool:
    """Whether that follows from what the body is made of."""
    if x not in body.free or _is_finite_set(support(law)):
        return is_finite(body, facts)
    if isinstance(law, Pushforward):
        before = pulled_back(Expectation(body, x, law))
        return integrable(before.body, before.var, before.law, facts.under(before))
    whole_logs = summands(body, facts, logs=False)
    if len(whole_logs) > 1 and all(integrable(part, x, law, facts) for part in whole_logs):
        return True  # log(p/m) may be where log m is not
    parts = summands(body, facts)
    if len(parts) > 1:
        left = [part for part in parts if not integrable(part, x, law, facts)]
        whole = fold(Plus, left, 0)
        # of a ratio to a mixture the logarithm of the numerator may be integrable by itself
        return (
            not left
            or equal(whole, Number(0), facts)
            or is_ratio_to_mixture(whole, x, law, facts)
            or is_ratio_to_mixture(body, x, law, facts)
            or (1 < len(left) < len(parts) and _stated(Expectation(whole, x, law), facts))
        )
    coefficient, rest = split(parts[0] if parts else Number(0), x)
    if not is_finite(coefficient, facts):
        return False
    match rest:
        case Plus():
            return integrable(rest, x, law, facts)
        case Sum(inner, k) if x not in k.free and not is_endless(k.space):
            return integrable(inner, x, law, facts.under(rest))
        case Expectation(inner, y, _) if y not in inner.free:
            return integrable(inner, x, law, facts)
        case Cases(values, _, otherwise):
            return all(integrable(value, x, law, facts) for value in (*values, otherwise))
        case Derivative(Cases(values, _, otherwise), y, at):
            slopes = (Derivative(value, y, at) for value in (*values, otherwise) if y in value.free)
            return all(integrable(slope, x, law, facts) for slope in slopes)
    return (
        tempered(rest, x, law, facts, lambda t: is_finite(t, facts))
        or is_ratio(rest, x, law, facts)
        or is_ratio_to_mixture(rest, x, law, facts)
        or _stated(Expectation(rest, x, law), facts)
        or _integrable_coordinate(rest, x, law, facts)
        or _stated_of_standard(Expectation(rest, x, law), facts)
        or _with_bounded_factor(rest, x, law, facts)
        or has_moments(rest, x, law, facts, lambda t: is_finite(t, facts))
        or _over_its_density(rest, x, law, facts)
    )


def _over_its_density(body: Term, x: Var, law: Law, facts: Facts) -> bool:
    """h/q under q, which is at most the integral of h >= 0."""
    match body:
        case Quotient(h, Apply(head, (at,))) if head is law and at is x and support(law) is x.space:
            return x not in law.free and facts.nonnegative(h) and _integral_finite(h, x, facts)
    return False


def _with_bounded_factor(body: Term, x: Var, law: Law, facts: Facts) -> bool:
    """A function with values in an interval with ends is a factor that changes nothing."""
    for node in body.walk():
        match node:
            case Apply(Function(_, _, Interval() as home), _) if _is_bounded(home, facts):
                rest = _without_factor(body, node)
                return rest is not None and integrable(rest, x, law, facts)
    return False


def _stated_of_standard(t: Expectation, facts: Facts) -> bool:
    """The same mean, under the standard law of a family of location and scale, is stated to be finite."""
    standard = with_standard_law(t, facts) if isinstance(t.law, Family) else None
    return standard is not None and _stated(standard, facts)


def _integrable_coordinate(body: Term, point: Var, law: Law, facts: Facts) -> bool:
    """A body that depends on one coordinate of the point is integrable when it is under that coordinate's law."""
    for index, z, inner in through_coordinate(body, point):
        match law:
            case Density():
                part: Law = Marginal(law, index)
            case ProductLaw(factor, i) if facts.within(index, i.space):
                part = substitute(factor, {i: index})
            case _:
                return False
        if integrable(inner, z, part, facts.under(Expectation(inner, z, part))):
            return True
    return False


def mean_exists(t: Expectation, facts: Facts) -> bool:
    """Whether the expectation exists as an extended real: finite, or of one sign, or a log-ratio of densities."""
    inner = facts.under(t)
    body, x, law = t.body, t.var, t.law
    if is_finite(t, facts) or inner.nonnegative(body) or inner.nonnegative(Neg(body)):
        return True
    if _log_ratio(body, x, law, inner):
        return True
    # Up to integrable summands one may be left that is bounded on one side by an integrable function.
    left = [s for s in summands(body, inner) if not integrable(s, x, law, inner)]
    rest = fold(Plus, left, 0)
    return inner.nonnegative(rest) or inner.nonnegative(Neg(rest)) or _log_ratio(rest, x, law, inner)


def _log_ratio(body: Term, x: Var, law: Law, facts: Facts) -> bool:
    """c log(p(x)/q(x)) under q has an expectation, since log t <= t - 1 bounds it on one side; where q has a finite
    entropy, so has c log p(x)."""
    for p in laws_at(body, x):
        if p is law or law_unmet(p, facts) or not facts.positive(p(x)):
            continue
        ratios = [log(law(x)) - log(p(x))]
        if law not in laws_at(body, x) and integrable(log(law(x)), x, law, facts):
            ratios.append(log(p(x)))
        for factor in FACTORS:
            if any(equal(body, factor * ratio, facts) for ratio in ratios):
                return True
    return False


def integral_exists(body: Term, x: Var, facts: Facts) -> bool:
    return (
        facts.nonnegative(body)
        or facts.nonnegative(Neg(body))
        or _integral_finite(body, x, facts)
        or (_stated(Int(body, x), facts))
    )


def series_unmet(t: Sum, facts: Facts) -> list[Statement]:
    """The conditions for a series to have a value as an extended real: it converges, or its terms have one sign."""
    inside = facts.under(t)
    if inside.nonnegative(t.body) or inside.nonnegative(Neg(t.body)) or is_finite(t, facts):
        return []
    ratios = ratios_below_one(t, facts)
    return [finite(t)] if ratios is None else ratios


def ratios_below_one(t: Sum, facts: Facts) -> list[Statement] | None:
    """The conditions on the ratios of its terms under which a series converges; None where these do not decide."""
    inside = facts.under(t)
    parts = [split(part, t.var)[1] for part in summands(t.body, inside)]
    wanted = [ratio_below_one(part, t.var, inside) for part in parts if not _summable(part, t.var, inside)]
    known = [c for c in wanted if c is not None]
    return list(dict.fromkeys(known)) if len(known) == len(wanted) else None


def converges_absolutely(t: Sum, facts: Facts) -> bool:
    """Whether a series is proved to converge absolutely, so that its terms may stand in any order."""
    inside = facts.under(t)
    if _summable(t.body, t.var, inside):
        return True
    return _stated(t if inside.nonnegative(t.body) else Sum(abs(t.body), t.var), facts)


def _summable(body: Term, k: Var, facts: Facts) -> bool:
    """Whether the terms are small enough, one by one, or are probabilities times something integrable under them."""
    parts = summands(body, facts)
    if len(parts) > 1:
        return all(_summable(part, k, facts) for part in parts) or summable(body, k, facts)
    coefficient, rest = split(parts[0] if parts else Number(0), k)
    if not is_finite(coefficient, facts):
        return False
    if rest is Number(0) or summable(rest, k, facts):
        return True
    if isinstance(rest, Sum) and k not in rest.var.space.free and not is_endless(rest.var.space):
        return _summable(rest.body, k, facts.under(rest))
    for law in laws_at(rest, k):
        if not law_unmet(law, facts) and same_measure(support(law), k.space):
            factor = _without_factor(rest, law(k))
            if factor is not None and integrable(factor, k, law, facts):
                return True
    return False


def _integral_finite(body: Term, x: Var, facts: Facts) -> bool:
    """An integrand that is a density (of the variable) times something integrable under it, or a sum of such."""
    if _stated(Int(body, x), facts):
        return True
    if _is_finite_set(x.space):
        return is_finite(body, facts)
    if _is_bounded(x.space, facts) and facts.proves(differentiable(Lambda(body, x))):
        return True  # continuous on the interval with its ends
    parts = summands(body, facts)
    if len(parts) > 1:
        return all(_integral_finite(part, x, facts) for part in parts)
    coefficient, section = split(parts[0] if parts else Number(0), x)
    if _is_section(section, x, facts) or falls_off(section, x, facts):
        return is_finite(coefficient, facts)
    for law in laws_at(body, x):
        if law_unmet(law, facts) or not same_measure(support(law), x.space):
            continue
        rest = _without_factor(parts[0], law(x))
        if rest is not None and integrable(rest, x, law, facts):
            return True
    factors = parts[0].args if parts and isinstance(parts[0], Times) else tuple(parts)
    means = weighted_means(Int(Times((Number(1), *factors)), x))  # perhaps against a marginal written as an integral
    return any(not law_unmet(m.law, facts) and integrable(m.body, m.var, m.law, facts) for m in means)


def _is_bounded(space: Space, facts: Facts) -> bool:
    return isinstance(space, Interval) and facts.finite_number(space.low) and facts.finite_number(space.high)


def _is_finite_set(space: Space) -> bool:
    """Whether the space has finitely many points; an index range has, between ends that are finite."""
    match space:
        case Cartesian(factors):
            return all(map(_is_finite_set, factors))
    return isinstance(space, Discrete | Range | Without | Compositions) and not is_endless(space)


def _factors(space: Space) -> tuple[Space, ...]:
    match space:
        case Cartesian(factors):
            return tuple(factors)
        case Product(name, Range(Number(low), Number(high))) if low == 1:
            return tuple(Slot(name, Number(k)) for k in range(1, int(high) + 1))
    return ()


def _is_section(t: Term, x: Var, facts: Facts) -> bool:
    """A joint density at a point with ``x`` among its coordinates, others held or integrated out.

    Of a joint density the version is meant that has finite marginals everywhere: there always is one.
    """
    moving = [x]
    while isinstance(t, Int):
        moving.append(t.var)
        t = t.body
    match t:
        case Apply(Law() as law, (Tuple(entries),)):
            held = [entry for entry in entries if entry not in moving]
            apart = all(entries.count(v) == 1 and not any(v in node.free for node in (law, *held)) for v in moving)
            factors = _factors(support(law))
            if not apart or len(factors) != len(entries) or law_unmet(law, facts):
                return False
            return all(same_measure(factors[entries.index(v)], v.space) for v in moving)
    return False


def _without_factor(t: Term, factor: Term) -> Term | None:
    """t with one occurrence of the factor taken away, or None where it is no factor."""
    match t:
        case _ if t is factor:
            return Number(1)
        case Neg(a):
            rest = _without_factor(a, factor)
            return None if rest is None else Neg(rest)
        case Times(args):
            for k, a in enumerate(args):
                rest = _without_factor(a, factor)
                if rest is not None:
                    return times(*args[:k], rest, *args[k + 1 :])
        case Quotient(num, den):
            rest = _without_factor(num, factor)
            return None if rest is None else Quotient(rest, den)
        case Apply(Elementary("sqrt"), (Times(args),)) if factor in args:
            # sqrt(p q) = q sqrt(p/q)
            others = [a for a in args if a is not factor]
            if len(others) == 1 and len(args) == 2:
                return sqrt(others[0] / factor)
    return None
