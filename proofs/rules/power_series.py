"""Power series in closed form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import factorial

from ..algebra import equal
from ..language import (
    Apply,
    Elementary,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Range,
    Sum,
    Term,
    Times,
    Var,
    arctan,
    cos,
    cosh,
    exp,
    fold,
    fresh_beside,
    log,
    oo,
    sin,
    sinh,
    substitute,
)
from ..language import factorial as factorial_of
from ..language.bounds import linear
from ..language.facts import Facts
from ..registry import rule
from ..summability import below_one
from ..views import coefficients, over, tidied, times, without_factor
from .closed_sums import powers_of

ZERO, ONE = Number(0), Number(1)
_HIGHEST = 4  # of the polynomial before the powers
_FURTHEST = 8  # terms that a series may lack at its beginning
_STIRLING = ((1,), (0, 1), (0, 1, 1), (0, 1, 3, 1), (0, 1, 7, 6, 1))  # k^m in terms of k (k-1) .. (k-j+1)


@rule("by the geometric series")
def geometric_series(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{k=m}^{\infty} r^k = \frac{r^m}{1 - r}, \quad \sum_{k=0}^{\infty} k (k - 1) \cdots (k - j + 1)\, r^k = \frac{j!\, r^j}{(1 - r)^{j+1}}, \quad |r| < 1"""
    for body, k in _from_zero(t, facts):
        for coefficient, falling, r in _powers(body, k, facts):
            if below_one((r,), facts):
                parts = [times(b, Number(factorial(j)), _raised(r, j)) / (1 - r) ** Number(j + 1) for j, b in falling]
                yield times(coefficient, tidied(fold(Plus, parts, 0)))


@rule("by the exponential series")
def exponential_series(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{k=0}^{\infty} \frac{x^k}{k!} = e^x, \quad \sum_{k=0}^{\infty} k (k - 1) \cdots (k - j + 1)\, \frac{x^k}{k!} = x^j e^x"""
    for body, k, first in _by_place(t, _is_factorial_of, facts):
        for coefficient, falling, x in _powers(body, k, facts):
            whole = times(fold(Plus, [times(b, _raised(x, j)) for j, b in falling], 0), exp(x))
            yield tidied(_without_first(times(coefficient, whole), body / factorial_of(k), k, ZERO, first))


@rule("by the logarithmic series")
def logarithmic_series(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{k=1}^{\infty} \frac{r^k}{k} = -\log(1 - r), \quad |r| < 1"""
    for body, k, first in _by_place(t, lambda place: place, facts):
        for coefficient, falling, r in _powers(body, k, facts):
            if facts.positive(first) and [j for j, _ in falling] == [0] and below_one((r,), facts):
                whole = times(coefficient, falling[0][1], Neg(log(1 - r)))
                yield tidied(_without_first(whole, body / k, k, ONE, first))


@rule("by the binomial series")
def binomial_series(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{k=0}^{\infty} \binom{k + m}{k} r^k = (1 - r)^{-(m+1)}, \quad |r| < 1, \; m > -1, likewise with k (k - 1) \cdots (k - j + 1) before"""
    for body, k in _from_zero(t, facts):
        for rest, choices in _over_all(body, _is_binomial):
            m = _stays(choices, k, facts)
            for coefficient, falling, r in _powers(rest, k, facts) if m is not None and facts.positive(m + 1) else ():
                if m is not None and below_one((r,), facts):
                    yield times(coefficient, fold(Plus, [times(b, _choices(j, m, r)) for j, b in falling], 0))


def _choices(j: int, m: Term, r: Term) -> Term:
    """The sum of k (k - 1) .. (k - j + 1) binom(k + m, k) r^k over k."""
    rising = [m + Number(i) for i in range(1, j + 1)]
    return times(*rising, _raised(r, j), (1 - r) ** Neg(m + Number(j + 1)))


def _is_binomial(t: Term) -> Term | None:
    return t if isinstance(t, Apply) and t.head is Elementary("binomial") else None


def _stays(choices: Term, k: Var, facts: Facts) -> Term | None:
    """m where this is binom(k + m, k) or binom(k + m, m)."""
    assert isinstance(choices, Apply)
    n, chosen = choices.args
    for one, other in ((chosen, n - chosen), (n - chosen, chosen)):
        found = coefficients(other, k, 1)
        if found is not None and equal(one, k, facts) and all(equal(c, ZERO, facts) for c in found[1:]):
            return found[0]
    return None


@rule("by the power series of the function")
def trigonometric_series(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{k=0}^{\infty} \frac{(-1)^k x^{2k}}{(2k)!} = \cos x, \quad \sum_{k=0}^{\infty} \frac{(-1)^k x^{2k+1}}{(2k+1)!} = \sin x, likewise \cosh x, \sinh x without (-1)^k"""
    for body, k in _from_zero(t, facts):
        for rest, place in _over_all(body, _is_factorial_of, below=True):
            for coefficient, falling, q in _powers(rest, k, facts):
                for odd in (False, True):
                    if [j for j, _ in falling] == [0] and equal(place, 2 * k + int(odd), facts):
                        yield from _of_square(times(coefficient, falling[0][1]), q, odd)


def _of_square(coefficient: Term, q: Term, odd: bool) -> Iterator[Term]:
    """The sum of c q^k/(2k)!, or of c q^k/(2k + 1)!, for q = x^2 or -x^2."""
    x, falls = _square(q)
    if x is not None:
        even = times(coefficient, (cos if falls else cosh)(x))
        yield _over(coefficient, (sin if falls else sinh)(x), x) if odd else even


def _square(q: Term) -> tuple[Term | None, bool]:
    """(x, False) for x^2, (x, True) for -x^2; x None for others."""
    factors = q.args if isinstance(q, Times) else (q,)
    falls = isinstance(q, Neg) or factors.count(Number(-1)) % 2 == 1
    match q.arg if isinstance(q, Neg) else times(*(f for f in factors if f is not Number(-1))):
        case Power(x, Number(n)) if n == 2:
            return x, falls
    return None, falls


def _over(coefficient: Term, value: Term, x: Term) -> Term:
    """c value/x, x taken out of c where it is a factor."""
    rest = without_factor(coefficient, x)
    return times(coefficient, value / x) if rest is None else times(rest, value)


@rule("by the series of the arctangent")
def arctangent_series(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{k=0}^{\infty} \frac{(-1)^k x^{2k+1}}{2k+1} = \arctan x, \quad \sum_{k=0}^{\infty} \frac{x^{2k+1}}{2k+1} = \frac{1}{2} \log \frac{1 + x}{1 - x}, \quad |x| < 1"""
    for body, k in _from_zero(t, facts):
        for rest, place in _over_all(body, lambda factor: factor, below=True):
            for coefficient, falling, q in _powers(rest, k, facts):
                x, falls = _square(q)
                odd = x is not None and equal(place, 2 * k + 1, facts)
                if x is not None and odd and [j for j, _ in falling] == [0] and below_one((x,), facts):
                    value = arctan(x) if falls else log((1 + x) / (1 - x)) / 2
                    yield _over(times(coefficient, falling[0][1]), value, x)


# ---------------------------------------------------------------------------------------------------------------------
# how a series is written


def _from_zero(t: Term, facts: Facts) -> Iterator[tuple[Term, Var]]:
    """(a, k) where the series is the sum of a over k = 0, 1, 2, ..."""
    match t:
        case Sum(body, Var(_, Range(low, high)) as k) if high is oo and low is ZERO:
            yield body, k
        case Sum(body, Var(_, Range(low, high)) as k) if high is oo and facts.integer(low):
            j = fresh_beside(Var(k.name, Range(ZERO, oo)), t)
            yield substitute(body, {k: j + low}), j


def _powers(t: Term, k: Var, facts: Facts) -> Iterator[tuple[Term, list[tuple[int, Term]], Term]]:
    """(c, [(j, b_j)], r) where t is c r^k times the sum of b_j k (k - 1) .. (k - j + 1)."""
    found = powers_of(t, k, facts)
    polynomial = None if found is None else coefficients(found[1], k, _HIGHEST)
    if found is not None and polynomial is not None:
        falling = [
            (
                j,
                tidied(
                    fold(Plus, [times(Number(_STIRLING[m][j]), polynomial[m]) for m in range(j, len(polynomial))], 0)
                ),
            )
            for j in range(len(polynomial))
        ]
        yield tidied(found[0]), [(j, b) for j, b in falling if b is not ZERO], found[2]


def _by_place(t: Term, kind: Callable[[Term], Term | None], facts: Facts) -> Iterator[tuple[Term, Var, Term]]:
    """(a, k, n) where the series is that of a over n, n + 1, ..., n >= 0, divided by what is of a ``kind`` with k."""
    match t:
        case Sum(body, Var(_, Range(low, high)) as i) if high is oo:
            k = fresh_beside(Var(i.name, Range(ZERO, oo)), t)
            for rest, place in _over_all(body, kind, below=True):
                found = coefficients(place, i, 1)
                if found is not None and len(found) == 2 and tidied(found[1]) is ONE:
                    first = _worked_out(low + found[0])
                    if facts.integer(first) and facts.nonnegative(first):
                        yield substitute(rest, {i: k - found[0]}), k, first


def _without_first(whole: Term, term: Term, k: Var, start: Number, first: Term) -> Term:
    """The whole series without its terms before the first, written out where these are few."""
    match first:
        case Number(n) if n <= _FURTHEST:
            return fold(
                Plus, [whole, *(Neg(substitute(term, {k: Number(j)})) for j in range(int(start.value), int(n)))], 0
            )
    j = fresh_beside(Var(k.name, Range(start, first - 1)), whole, term)
    return whole - Sum(substitute(term, {k: j}), j)


def _is_factorial_of(t: Term) -> Term | None:
    match t:
        case Apply(Elementary("factorial"), (n,)):
            return n
        case Apply(Elementary("gamma"), (n,)):
            return n - 1
    return None


def _over_all(t: Term, kind: Callable[[Term], Term | None], below: bool = False) -> Iterator[tuple[Term, Term]]:
    """(rest, what) for each factor of a ``kind``, of what kind it is, and what is left; of denominators if ``below``."""
    match t:
        case Neg(a):
            yield from ((Neg(rest), what) for rest, what in _over_all(a, kind, below))
        case Times(args):
            for at, a in enumerate(args):
                yield from ((times(*args[:at], r, *args[at + 1 :]), what) for r, what in _over_all(a, kind, below))
        case Quotient(num, den):
            yield from ((over(rest, den), what) for rest, what in _over_all(num, kind, below))
            if below:
                yield from ((over(num, rest), what) for rest, what in _over_all(den, kind))
        case _ if not below and (what := kind(t)) is not None:
            yield ONE, what


def _worked_out(t: Term) -> Term:
    """The term, as a number where it comes to one."""
    atoms, constant = linear(t)
    return tidied(t) if atoms else Number(constant)


def _raised(base: Term, n: int) -> Term:
    return ONE if n == 0 else base if n == 1 else Power(base, Number(n))


__all__ = [
    "arctangent_series",
    "binomial_series", "exponential_series", "geometric_series", "logarithmic_series", "trigonometric_series",
]  # fmt: skip
