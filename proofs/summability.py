"""Summability: which series converge absolutely, read off how fast their terms grow.

The terms are compared with k!^a r^k k^d.  A factor may be known up to such a bound only, a denominator must be of that
very order.  The series converges where a < 0; where a = 0 and |r| < 1; and where a = 0, |r| = 1 and d < -1.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isqrt

from .algebra import is_number
from .language import (
    Apply,
    Elementary,
    ForAll,
    Function,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Relation,
    Statement,
    Term,
    Times,
    Var,
    exp,
    is_scalar,
    sqrt,
)
from .language.facts import Facts
from .views import coefficients, negated, times

ZERO, ONE = Number(0), Number(1)
_BOUNDED = {"sin", "cos", "tanh", "erf", "erfc", "sigmoid", "arctan", "sign"}


@dataclass(frozen=True)
class Growth:
    """k!^factorials r^k k^degree, r the product of the ``ratios``; terms without k."""

    factorials: Fraction = Fraction(0)
    ratios: tuple[Term, ...] = ()
    degree: Term = ZERO

    def times(self, other: Growth) -> Growth:
        ratios = (*self.ratios, *other.ratios)
        return Growth(self.factorials + other.factorials, ratios, _sum(self.degree, other.degree))

    def power(self, n: Term) -> Growth | None:
        """The growth of a power; ratios and factorials only to a power that is a number."""
        if not isinstance(n, Number):
            return None if self.ratios or self.factorials else Growth(degree=times(self.degree, n))
        ratios = tuple(_raised(r, n) for r in self.ratios)
        degree = Number(self.degree.value * n.value) if isinstance(self.degree, Number) else times(self.degree, n)
        return Growth(self.factorials * n.value, ratios, degree)


def summable(t: Term, k: Var, facts: Facts) -> bool:
    """Whether the sum of |t| over all integers k from some number on is proved to be finite; all terms have values."""
    return is_small(growth(t, k, facts), facts)


def _strictly_summable(t: Term, k: Var, facts: Facts) -> bool:
    """Whether that is so by the ratio of its terms, and so for all ratios close by as well."""
    found = growth(t, k, facts)
    return found is not None and is_small(Growth(found.factorials, found.ratios), facts)


def is_power_series(t: Term, x: Var, k: Var, facts: Facts) -> bool:
    """Whether the sum of ``t`` over k is, as x goes, g(x) times a power series in r(x) within its disc of convergence.

    There its terms may be differentiated one by one.
    """
    return all(_is_power(f, x, k) for f in _factors(t) if x in f.free) and _strictly_summable(t, k, facts)


def _factors(t: Term) -> list[Term]:
    match t:
        case Neg(a):
            return _factors(a)
        case Times(args):
            return [f for a in args for f in _factors(a)]
        case Quotient(num, den):
            return _factors(num) + _factors(den)
    return [t]


def _is_power(t: Term, x: Var, k: Var) -> bool:
    """Whether a factor with x in it is free of k, or g(x) r(x)^k."""
    match t:
        case _ if k not in t.free:
            return True
        case Power(base, exponent) if k not in base.free and x not in exponent.free:
            return True
        case Power(Times(args), exponent):
            return all(_is_power(Power(a, exponent), x, k) for a in args)
        case Apply(Elementary("exp"), (exponent,)):
            found = coefficients(exponent, k, 1)
            return found is not None and len(found) == 2
    return False


def is_small(found: Growth | None, facts: Facts) -> bool:
    """Whether terms that grow no faster have a finite sum."""
    if found is None or found.factorials > 0:
        return False
    if found.factorials < 0:
        return all(map(facts.finite_number, found.ratios))
    if below_one(found.ratios, facts):
        return True
    most_one = all(_within_one(r, facts) for r in found.ratios) or _within_one(times(*found.ratios), facts)
    return most_one and facts.positive(Neg(ONE) - found.degree)


def ratio_below_one(t: Term, k: Var, facts: Facts) -> Statement | None:
    """The condition on the ratio of its terms under which a series converges; None where that does not decide."""
    found = growth(t, k, facts)
    if found is None or found.factorials:
        return None
    factors = [f for r in found.ratios for f in _factors_of(r) if f is not Number(-1)]
    roots = [_root(f) for f in factors]
    known = [root for root in roots if root is not None]
    ratio = times(*(known if len(known) == len(factors) else factors))
    if not any(isinstance(name, Var) for name in ratio.free):
        return None
    return ratio < 1 if facts.nonnegative(ratio) else abs(ratio) < 1


def _root(t: Term) -> Term | None:
    """x of x^2, or a number whose square is a number, so that x < 1 says as much in fewer words; else None."""
    match t:
        case Power(x, Number(n)) if n == 2:
            return x
        case Number(value) | Quotient(Number(1), Number(value)) if value > 0:
            parts = Fraction(isqrt(value.numerator), isqrt(value.denominator))
            root = parts if isinstance(t, Number) else 1 / parts
            return Number(root) if parts**2 == value else None
    return None


def below_one(ratios: tuple[Term, ...], facts: Facts) -> bool:
    """Whether the absolute value of the product is less than one."""
    ratios = tuple(f for r in ratios for f in _factors_of(r))
    if all(_within_one(r, facts) for r in ratios) and any(_within_one(r, facts, strictly=True) for r in ratios):
        return True
    return _within_one(times(*ratios), facts, strictly=True)


def _factors_of(r: Term) -> list[Term]:
    """The factors of a ratio, without their signs."""
    match r:
        case Neg(a):
            return _factors_of(a)
        case Times(args):
            return [f for a in args for f in _factors_of(a)]
        case Quotient(num, den) if num is not ONE:
            return [*_factors_of(num), Quotient(ONE, den)]
    return [r]


def _within_one(r: Term, facts: Facts, strictly: bool = False) -> bool:
    sign = facts.positive if strictly else facts.nonnegative
    if isinstance(r, Apply) and r.head is Elementary("exp"):
        return sign(Neg(r.args[0]))
    if sign(1 - r) and sign(1 + r):
        return True
    if isinstance(r, Power) and isinstance(r.exponent, Number) and r.exponent.value > 0:
        return _within_one(r.base, facts, strictly)
    return sign(1 - abs(r))


def growth(t: Term, k: Var, facts: Facts, exactly: bool = False) -> Growth | None:
    """A bound for the size of the terms; their order, where ``exactly``.  None where it is not read off."""
    if k not in t.free:
        return Growth() if is_scalar(t) and facts.finite_number(t) and (not exactly or facts.nonzero(t)) else None
    if t is k:
        return Growth(degree=ONE)
    polynomial = _polynomial(t, k, facts)
    if polynomial:
        known = all(map(facts.finite_number, polynomial)) and (not exactly or facts.nonzero(polynomial[-1]))
        return Growth(degree=Number(len(polynomial) - 1)) if known else None
    match t:
        case Plus() if (found := _over_common(t, k)) is not None:
            return _of_fraction(*found, k, facts, exactly)
        case Neg(a) | Apply(Elementary("abs"), (a,)):
            return growth(a, k, facts, exactly)
        case Times(args) if all(map(is_scalar, args)):
            return _product([growth(a, k, facts, exactly) for a in args])
        case Quotient(num, den):
            below = growth(den, k, facts, exactly=True)
            return _product([growth(num, k, facts, exactly), None if below is None else below.power(Number(-1))])
        case Power(base, exponent) if k in base.free and k not in exponent.free:
            inside = growth(base, k, facts, exactly or not facts.nonnegative(exponent))
            return None if inside is None or not facts.finite_number(exponent) else inside.power(exponent)
        case Power(base, exponent) if k not in base.free:
            return _exponential(base, exponent, k, facts, exactly)
        case Apply(Elementary("sqrt"), (a,)):
            inside = growth(a, k, facts, exactly)
            return None if inside is None else inside.power(Number(Fraction(1, 2)))
        case Apply(Elementary("exp"), (exponent,)):
            return _of_exp(exponent, k, facts, exactly)
        case Apply(Elementary("factorial"), (n,)):
            return _factorial(n, k, facts)
        case Apply(Elementary("gamma"), (n,)):
            return _factorial(n - 1, k, facts)
        case Apply(Elementary("binomial"), (n, m)):
            return _binomial(n, m, k, facts)
        case Apply(Elementary("log"), (a,)) if not exactly:
            inside = growth(a, k, facts, exactly=True)  # less than any power: what converges has one to spare
            return Growth() if inside is not None and not inside.factorials and not inside.ratios else None
        case Apply(Elementary(name), _) if name in _BOUNDED and not exactly:
            return Growth()
        case Apply(Function(), _) if not exactly and _is_bounded(t, facts):
            return Growth()
    return None


def _is_bounded(t: Apply, facts: Facts) -> bool:
    """Whether the values of a function are known to be no larger than a number, at all integers from some one on."""
    for h in facts.said_of(t.head):
        match h:
            case ForAll(Relation(left, "<" | "<=", right), x):
                for most in (left, negated(left), right, negated(right)):
                    number = x not in most.free and facts.finite_number(most)
                    if number and facts.nonnegative(most - t) and facts.nonnegative(most + t):
                        return True
    return False


def _polynomial(t: Term, k: Var, facts: Facts) -> list[Term] | None:
    """The coefficients of a polynomial in k without zeros at the top; None for other terms."""
    found = coefficients(t, k)
    while found and is_number(found[-1], facts) == 0:
        found.pop()
    return found


def _product(parts: list[Growth | None]) -> Growth | None:
    whole = Growth()
    for part in parts:
        if part is None:
            return None
        whole = whole.times(part)
    return whole


def _over_common(t: Term, k: Var) -> tuple[Term, Term] | None:
    """Numerator and denominator of a sum of fractions with k in denominators; None for other terms."""
    match t:
        case Neg(a) if (inner := _over_common(a, k)) is not None:
            return Neg(inner[0]), inner[1]
        case Plus(args) if any(isinstance(a, Quotient | Neg) for a in args):
            parts = [_over_common(a, k) or (a, ONE) for a in args]
            if all(den is ONE for _, den in parts):
                return None
            tops = [times(num, *(d for j, (_, d) in enumerate(parts) if j != i)) for i, (num, _) in enumerate(parts)]
            return Plus(tuple(tops)), times(*(den for _, den in parts))
        case Times(args):
            pairs = [_over_common(a, k) or (a, ONE) for a in args]
            below = times(*(den for _, den in pairs))
            return None if below is ONE else (times(*(num for num, _ in pairs)), below)
        case Quotient(num, den) if k in den.free:
            return num, den
    return None


def _of_fraction(num: Term, den: Term, k: Var, facts: Facts, exactly: bool) -> Growth | None:
    """Of a quotient of polynomials, what cancels at the top left out."""
    above = _polynomial(num, k, facts)
    below = growth(den, k, facts, exactly=True)
    if above is None or below is None:
        return None
    if not above:
        return None if exactly else Growth(factorials=Fraction(-1))
    if not all(map(facts.finite_number, above)) or (exactly and not facts.nonzero(above[-1])):
        return None
    return _product([Growth(degree=Number(len(above) - 1)), below.power(Number(-1))])


def _exponential(base: Term, exponent: Term, k: Var, facts: Facts, exactly: bool) -> Growth | None:
    """Of b^(c + s k): the ratio b^s."""
    found = _polynomial(exponent, k, facts)
    if found is None or len(found) != 2 or not all(map(facts.finite_number, (base, *found))):
        return None
    start, slope = found
    if not facts.positive(base):
        whole = facts.integer(start) and facts.integer(slope)
        defined = facts.nonzero(base) or (not exactly and facts.positive(slope))
        if not (whole and defined):
            return None
    return Growth(ratios=(_raised(base, slope),))


def _of_exp(exponent: Term, k: Var, facts: Facts, exactly: bool) -> Growth | None:
    """Of e^(c + s k): the ratio e^s.  A polynomial that falls faster falls faster than any power of 1/k!."""
    found = _polynomial(exponent, k, facts)
    if found is None or not all(map(facts.finite_number, found)):
        return None
    if len(found) < 2:  # k has cancelled
        return Growth()
    if len(found) == 2:
        return Growth(ratios=(exp(found[1]),))
    return Growth(factorials=Fraction(-1)) if not exactly and facts.positive(Neg(found[-1])) else None


def _factorial(n: Term, k: Var, facts: Facts) -> Growth | None:
    """Of (s k + c)!, by Stirling's formula: k!^s s^(s k) k^(c + (1 - s)/2), for a whole number s > 0."""
    found = _polynomial(n, k, facts)
    if found is None or len(found) != 2 or not facts.finite_number(found[0]):
        return None
    start, slope = found[0], is_number(found[1], facts)
    if slope is None or slope.denominator != 1 or not 0 < slope <= 8:
        return None
    s = int(slope)
    ratios = () if s == 1 else (Number(s**s),)
    return Growth(Fraction(s), ratios, _sum(start, Number(Fraction(1 - s, 2))))


def _binomial(n: Term, m: Term, k: Var, facts: Facts) -> Growth | None:
    """Of a binomial coefficient, whose top grows: by that of its factorials, or as a power where one part stays."""
    for chosen in (m, n - m):
        found = _polynomial(chosen, k, facts)
        if found is not None and len(found) == 1:
            rising = _polynomial(n, k, facts)
            stays = facts.finite_number(found[0]) and facts.positive(found[0] + 1)
            up = (
                rising is not None and len(rising) == 2 and facts.positive(rising[1]) and facts.finite_number(rising[0])
            )
            return Growth(degree=found[0]) if stays and up else None
    parts = [_factorial(n, k, facts), *(_factorial(a, k, facts) for a in (m, n - m))]
    if any(part is None for part in parts):
        return None
    return _product([parts[0], *(part and part.power(Number(-1)) for part in parts[1:])])


def _sum(a: Term, b: Term) -> Term:
    if isinstance(a, Number) and isinstance(b, Number):
        return Number(a.value + b.value)
    return b if a is ZERO else a if b is ZERO else a + b


def _raised(base: Term, n: Term) -> Term:
    if n is ONE:
        return base
    if isinstance(base, Number) and isinstance(n, Number) and n.value.denominator == 1 and base.value:
        return Number(base.value ** int(n.value))
    return sqrt(base) if isinstance(n, Number) and n.value == Fraction(1, 2) else base**n


__all__ = ["below_one", "growth", "is_power_series", "summable"]
