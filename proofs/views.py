"""Other layouts of a written term, for rules to look at.

None of this is trusted: the kernel offers ``opened(t)`` to a rule only after algebra has found it equal to ``t``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Any

from .language import (
    Apply,
    Binder,
    Coord,
    Elementary,
    Expectation,
    Glue,
    Int,
    Lambda,
    Law,
    Neg,
    Number,
    Plus,
    Power,
    Prod,
    Product,
    Quotient,
    Slot,
    Sum,
    Term,
    Times,
    Var,
    Without,
    fold,
    fresh_beside,
    is_scalar,
    log,
    replace,
    substitute,
    support,
)
from .language.facts import Facts

ZERO, ONE = Number(0), Number(1)
_LARGEST = 64  # summands; beyond that distributing a product helps nobody
_LARGEST_POWER = 4


def opened(t: Term, facts: Facts) -> Term:
    """The term with its products distributed, its fractions of sums split and its logarithms taken apart.

    Powers stay as they are, so that a square is still seen as one.
    """
    return fold(Plus, summands(t, facts), 0)


def summands(t: Term, facts: Facts, logs: bool = True, powers: bool = False) -> list[Term]:
    """The terms whose sum is ``t``, as far apart as they come.

    ``logs`` says whether logarithms are taken apart too, ``powers`` whether small powers of sums are.
    """
    match t:
        case Plus(args):
            return [s for a in args for s in summands(a, facts, logs, powers)]
        case Neg(a):
            return [negated(s) for s in summands(a, facts, logs, powers)]
        case Times(args) if all(map(is_scalar, args)):
            return _distributed([summands(a, facts, logs, powers) for a in args], facts) or [t]
        case Power(Apply(Elementary("sqrt"), (a,)), Number(n)) if n == 2:
            return summands(a, facts, logs, powers)
        case Power(base, Number(n)) if powers and n.denominator == 1 and 2 <= n <= _LARGEST_POWER and is_scalar(base):
            parts = summands(base, facts, logs, powers)
            return (_distributed([parts] * int(n), facts) if len(parts) > 1 else None) or [t]
        case Quotient(num, den):
            return [_without_common(over(s, den), facts) for s in summands(num, facts, logs, powers)]
        case Apply(Elementary("log"), (a,)) if logs:
            return log_summands(a, facts)
        case Int() | Expectation() | Sum() if logs:
            assert isinstance(t, Binder)
            body = opened(t.body, facts.under(t))
            return [type(t)(body, *t.fields[1:])]
    return [t]


def _distributed(parts: list[list[Term]], facts: Facts) -> list[Term] | None:
    """The terms of a product of sums, or None where there are too many."""
    size = 1
    for part in parts:
        size *= len(part)
    return [_without_common(times(*choice), facts) for choice in product(*parts)] if size <= _LARGEST else None


def _without_common(t: Term, facts: Facts) -> Term:
    """The term without a factor that stands above and below as it is, where that is known not to be zero: p(x) / p(x)
    beneath a mean over q, with q << p."""
    factors = list(t.args) if isinstance(t, Times) else [t]
    for at, factor in enumerate(factors):
        if not isinstance(factor, Quotient) or not facts.nonzero(factor.den):
            continue
        above = list(factor.num.args) if isinstance(factor.num, Times) else [factor.num]
        if factor.den in above:
            above.remove(factor.den)
            return times(*factors[:at], *above, *factors[at + 1 :])
        if factor.den in factors:
            factors[at] = factor.num
            factors.remove(factor.den)
            return times(*factors)
    return t


def log_summands(a: Term, facts: Facts) -> list[Term]:
    """log a as a sum, split only where the signs of the factors are known."""
    match a:
        case Times(args) if all(facts.positive(x) for x in args):
            return [s for x in args for s in log_summands(x, facts)]
        case Quotient(num, den) if facts.positive(num) and facts.positive(den):
            return log_summands(num, facts) + [negated(s) for s in log_summands(den, facts)]
        case Power(base, exponent) if facts.positive(base):
            return [times(exponent, s) for s in log_summands(base, facts)]
        case Apply(Elementary("sqrt"), (base,)) if facts.positive(base):
            return [over(s, Number(2)) for s in log_summands(base, facts)]
        case Prod(body, i) if facts.under(a).positive(body):
            return [Sum(log(body), i)]
        case Apply(Elementary("exp"), (exponent,)):
            return summands(exponent, facts)
        case Number(value) if value == 1:
            return []
        case Number(value) if value > 0 and value.denominator != 1:
            return log_summands(Number(value.numerator), facts) + [negated(log(Number(value.denominator)))]
    return [log(a)]


def negated(t: Term) -> Term:
    return t.arg if isinstance(t, Neg) else Neg(t)


def times(*factors: Term) -> Term:
    """A product laid flat: signs in front, ones left out."""
    sign, flat = False, list[Term]()
    for factor in factors:
        if isinstance(factor, Neg):
            sign, factor = not sign, factor.arg
        flat += factor.args if isinstance(factor, Times) else [factor]
    done = fold(Times, [f for f in flat if f is not ONE], 1)
    return Neg(done) if sign else done


def over(num: Term, den: Term) -> Term:
    if den is ONE:
        return num
    return Neg(Quotient(num.arg, den)) if isinstance(num, Neg) else Quotient(num, den)


def split(t: Term, x: Var) -> tuple[Term, Term]:
    """(coefficient, rest) with t = coefficient * rest, the coefficient free of ``x``."""
    if x not in t.free:
        return t, ONE
    match t:
        case Neg(a):
            coefficient, rest = split(a, x)
            return negated(coefficient), rest
        case Times(args):
            pairs = [split(a, x) for a in args]
            return times(*(c for c, _ in pairs)), times(*(r for _, r in pairs))
        case Quotient(num, den):
            above, rest = split(num, x)
            below, under = split(den, x)
            return over(above, below), over(rest, under)
        case Power(base, Number(n)) if n.denominator == 1:
            coefficient, rest = split(base, x)
            return (ONE if coefficient is ONE else Power(coefficient, Number(n))), Power(rest, Number(n))
    return ONE, t


def without_factor(t: Term, factor: Term) -> Term | None:
    """What is left of a product when one factor is taken out, or None where it is none."""
    match t:
        case _ if t is factor:
            return ONE
        case Neg(a):
            rest = without_factor(a, factor)
            return None if rest is None else Neg(rest)
        case Quotient(num, den):
            rest = without_factor(num, factor)
            return None if rest is None else Quotient(rest, den)
        case Times(args):
            for at, a in enumerate(args):
                rest = without_factor(a, factor)
                if rest is not None:
                    return times(*args[:at], rest, *args[at + 1 :])
    return None


def laws_at(t: Term, x: Term) -> list[Law]:
    """The laws whose density is taken at ``x`` somewhere in ``t``, each once."""
    found = [n.head for n in t.walk() if isinstance(n, Apply) and isinstance(n.head, Law) and n.args == (x,)]
    return [law for law in dict.fromkeys(found) if x not in law.free]


def through_coordinate(body: Term, point: Var) -> Iterator[tuple[Term, Var, Term]]:
    """(index, z, body in z) where ``body`` depends on a point of a product space through one coordinate only."""
    if not isinstance(point.space, Product):
        return
    for node in body.walk():
        match node:
            case Coord(at, index) if at is point and point not in index.free:
                z = Var("z", Slot(point.space.name, index))
                inner = replace(body, node, z)
                if point not in inner.free and z not in body.free:
                    yield index, z, inner


def pulled_back(t: Expectation) -> Expectation:
    """The mean under the law of an image as a mean under the law of what is mapped: E[g(f(U))] for X = f(U)."""
    function, law = t.law.function, t.law.law
    name = function.var.name if isinstance(function, Lambda) else "u"
    u = fresh_beside(Var(name, support(law)), t)
    value = substitute(function.body, {function.var: u}) if isinstance(function, Lambda) else function(u)
    return Expectation(substitute(t.body, {t.var: value}), u, law)


def unglued(t: Any) -> Any:
    """The term with the coordinates of glued points read off, where the index says which one it is."""
    done = t.map_children(unglued)
    match done:
        case Coord(Glue(index, value, rest), at):
            if at is index:
                return value
            if isinstance(at, Var) and isinstance(at.space, Without) and at.space.index is index:
                return Coord(rest, at)
    return done


@lru_cache(maxsize=20_000)
def tidied(t: Any) -> Any:
    """The term without what a reader would not write down: a - a, + 0, times 1 and 0, first powers, double signs."""
    done = t.map_children(tidied)
    match done:
        case Plus(args):
            kept: list[Term] = []
            for a in args:
                if negated(a) in kept:
                    kept.remove(negated(a))
                elif a is not ZERO:
                    kept.append(a)
            return fold(Plus, kept, 0)
        case Neg(Neg(a)):
            return a
        case Neg(Plus(args)):
            return Plus(tuple(map(negated, args)))
        case Neg(a) if a is ZERO:
            return ZERO
        case Times(args) if ZERO in args and all(map(is_scalar, args)):
            return ZERO
        case Times(args):
            return times(*args)
        case Quotient(a, b) if b is ONE or a is ZERO:
            return a
        case Power(a, b) if b is ONE or (a is ZERO and isinstance(b, Number) and b.value > 0):
            return a
    return done


def coefficients(t: Term, x: Var, highest: int = 8) -> list[Term] | None:
    """The coefficients of ``t`` as a polynomial in ``x``, the constant one first, or None where it is none.

    They are free of ``x``; 0 and 1 are left out of sums and products.
    """
    if x not in t.free:
        return [t]
    if t is x:
        return [ZERO, ONE]
    match t:
        case Neg(a):
            inner = coefficients(a, x, highest)
            return None if inner is None else [_negated(c) for c in inner]
        case Plus(args):
            total: list[Term] | None = []
            for a in args:
                total = _sum_of(total, coefficients(a, x, highest))
            return total
        case Times(args) if all(map(is_scalar, args)):
            whole: list[Term] | None = [ONE]
            for a in args:
                whole = _product_of(whole, coefficients(a, x, highest), highest)
            return whole
        case Quotient(num, den) if x not in den.free:
            above = coefficients(num, x, highest)
            return None if above is None else [c if c is ZERO else over(c, den) for c in above]
        case Power(base, Number(n)) if n.denominator == 1 and 0 <= n <= highest:
            once, whole = coefficients(base, x, highest), [ONE]
            for _ in range(int(n)):
                whole = _product_of(whole, once, highest)
            return whole
    return None


def _negated(t: Term) -> Term:
    return t if t is ZERO else negated(t)


def _sum_of(a: list[Term] | None, b: list[Term] | None) -> list[Term] | None:
    if a is None or b is None:
        return None
    size = max(len(a), len(b))
    pairs = zip(a + [ZERO] * (size - len(a)), b + [ZERO] * (size - len(b)), strict=True)
    return [fold(Plus, [c for c in pair if c is not ZERO], 0) for pair in pairs]


def _product_of(a: list[Term] | None, b: list[Term] | None, highest: int) -> list[Term] | None:
    if a is None or b is None or len(a) + len(b) - 2 > highest:
        return None
    done: list[Term] | None = [ZERO] * (len(a) + len(b) - 1)
    for i, c in enumerate(a):
        done = _sum_of(done, [ZERO] * i + [ZERO if ZERO in (c, d) else times(c, d) for d in b])
    return done
