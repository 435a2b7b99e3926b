"""Integrals in closed form, and the fundamental theorem of calculus."""

from __future__ import annotations

from collections.abc import Iterator
from math import factorial

from ..algebra import equal
from ..convergence import limit_of
from ..definedness import unmet
from ..language import (
    Derivative,
    Elementary,
    Int,
    Interval,
    Lambda,
    Limit,
    Neg,
    Number,
    Plus,
    PositiveReals,
    Reals,
    Term,
    Times,
    Var,
    beta,
    depends,
    exp,
    fold,
    fresh_beside,
    gamma,
    oo,
    pi,
    sqrt,
    substitute,
)
from ..language.facts import Facts
from ..registry import rule
from ..slopes import derivative
from ..validity import endless
from ..views import summands, times
from .integrands import ONE, ZERO, Integrand, taken_apart
from .moments import gaussian_moment


@rule("by the fundamental theorem of calculus")
def fundamental_theorem(t: Term, facts: Facts, antiderivative: Lambda) -> Iterator[Term]:
    r"""\int_a^b f(x) \,\mathrm{d}x = F(b) - F(a), \quad F' = f, \; a \le b, \quad with limits of F where a or b is infinite"""
    match t:
        case Int(body, Var(_, Interval(low, high)) as x) if isinstance(antiderivative, Lambda):
            ordered = endless(low) or endless(high) or facts.nonnegative(high - low)
            if depends(antiderivative, x) or not ordered:
                return
            whole = substitute(antiderivative.body, {antiderivative.var: x})
            # The antiderivative is continuously differentiable on the interval with its ends.
            if unmet(Derivative(whole, x, x), facts):
                return
            slope = derivative(whole, x)
            if slope is not None and equal(slope, body, facts.under(t)):
                first, last = (_at_end(whole, x, end, facts) for end in (low, high))
                if first is not None and last is not None:
                    yield last - first


def _at_end(whole: Term, x: Var, end: Term, facts: Facts) -> Term | None:
    """The value of an antiderivative at an end of its interval, or its limit there; None where that is not finite."""
    if not endless(end):
        return substitute(whole, {x: end})
    limit = limit_of(Limit(whole, x, end), facts)
    return None if limit is None or endless(limit) or limit is Limit(whole, x, end) else limit


@rule("by the Gaussian integral")
def gaussian_integral(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\int e^{-a x^2 + b x + c} \,\mathrm{d}x = \sqrt{\frac{\pi}{a}}\, e^{b^2 / 4 a + c}, \quad a > 0, likewise with a polynomial as factor"""
    match t:
        case Int(body, Var(_, Reals()) as x):
            found = taken_apart(body, x, facts.under(t))
            exponents = None if found is None else found.exponents(2)
            if found is None or exponents is None or found.other or not _whole_powers(found):
                return
            c, b, a = exponents[0], exponents[1], Neg(exponents[2])
            if facts.positive(a):
                mass = times(sqrt(pi / a), *_exponentials(b**2 / (4 * a) + c, facts))
                moments = [
                    times(k, gaussian_moment(n, b / (2 * a), sqrt(1 / (2 * a))))
                    for n, k in enumerate(_with_powers(found))
                    if k is not ZERO
                ]
                yield times(found.coefficient, mass, fold(Plus, moments, 0))


def _exponentials(exponent: Term, facts: Facts) -> list[Term]:
    """e^exponent, logarithms that were normalising constants apart from the rest."""
    parts = summands(exponent, facts, logs=False)
    logs = [p for p in parts if any(isinstance(n, Elementary) and n.name in ("log", "loggamma") for n in p.walk())]
    rest = [p for p in parts if p not in logs]
    return [exp(fold(Plus, group, 0)) for group in (logs, rest) if group]


def _whole_powers(found: Integrand) -> bool:
    return all(isinstance(s, Number) and s.value.denominator == 1 and s.value >= 0 for s in found.power)


def _with_powers(found: Integrand) -> list[Term]:
    """The coefficients of the polynomial times the whole powers of x."""
    shift = sum(int(s.value) for s in found.power if isinstance(s, Number))
    return [ZERO] * shift + found.polynomial_coefficients


@rule("by the gamma integral")
def gamma_integral(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\int_0^\infty x^{a - 1} e^{-b x} \,\mathrm{d}x = \frac{\Gamma(a)}{b^a}, \quad a, b > 0, likewise with a polynomial as factor"""
    match t:
        case Int(body, x) if is_half_line(x):
            found = taken_apart(body, x, facts.under(t))
            exponents = None if found is None else found.exponents(1)
            if found is None or exponents is None or found.other:
                return
            shape, rate = fold(Plus, [*found.power, ONE], 0), Neg(exponents[1])
            if facts.positive(shape) and facts.positive(rate):
                parts = [
                    times(k, gamma(shape + n) / rate ** (shape + n))
                    for n, k in enumerate(found.polynomial_coefficients)
                    if k is not ZERO
                ]
                yield times(found.coefficient, exp(exponents[0]), fold(Plus, parts, 0))


def is_half_line(x: Var) -> bool:
    match x.space:
        case PositiveReals():
            return True
        case Interval(low, high):
            return low is ZERO and high is oo
    return False


@rule("by the beta integral")
def beta_integral(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\int_0^1 x^{a - 1} (1 - x)^{b - 1} \,\mathrm{d}x = \mathrm{B}(a, b), \quad a, b > 0, likewise with a polynomial as factor"""
    match t:
        case Int(body, Var(_, Interval(low, high)) as x) if low is ZERO and high is ONE:
            found = taken_apart(body, x, facts.under(t))
            if found is None or not (found.power or found.other) or any(depends(e, x) for e in found.exponent):
                return
            a, b = (fold(Plus, [*powers, ONE], 0) for powers in (found.power, found.other))
            if facts.positive(a) and facts.positive(b):
                parts = [times(k, beta(a + n, b)) for n, k in enumerate(found.polynomial_coefficients) if k is not ZERO]
                yield times(found.coefficient, exp(fold(Plus, found.exponent, 0)), fold(Plus, parts, 0))


@rule("by the integral of the exponential function")
def exponential_integral(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\int_c^\infty x^n e^{-b x} \,\mathrm{d}x = e^{-b c} \sum_{k=0}^{n} \frac{n!}{k!} \frac{c^k}{b^{n-k+1}}, \quad b > 0"""
    match t:
        case Int(body, Var(_, Interval(low, high)) as x) if high is oo and not endless(low) and low is not ZERO:
            found = taken_apart(body, x, facts.under(t))
            exponents = None if found is None else found.exponents(1)
            if found is None or exponents is None or found.other or not _whole_powers(found):
                return
            rate = Neg(exponents[1])
            if facts.positive(rate):
                parts = [times(k, _tail(n, low, rate)) for n, k in enumerate(_with_powers(found)) if k is not ZERO]
                outside = exp(exponents[0] - rate * low)
                yield times(found.coefficient, outside, fold(Plus, parts, 0))


def _tail(n: int, low: Term, rate: Term) -> Term:
    parts: list[Term] = []
    for k in range(n + 1):
        factor = Number(factorial(n) // factorial(k))
        parts.append(factor * low**k / rate ** (n - k + 1))
    return fold(Plus, parts, 0)


@rule("by substitution")
def affine_substitution(t: Term, facts: Facts, scale: Term, shift: Term) -> Iterator[Term]:
    r"""\int f(x) \,\mathrm{d}x = a \int f(a u + b) \,\mathrm{d}u, \quad x = a u + b, \; a > 0, the ends moved likewise"""
    match t:
        case Int(body, Var(_, Reals() | Interval()) as x) if facts.positive(scale) and not _needs(scale, shift, facts):
            space = x.space
            if isinstance(space, Interval):
                space = Interval(*(end if endless(end) else (end - shift) / scale for end in space.fields))
            u = fresh_beside(Var(x.name, space), body, scale, shift)
            yield times(scale, Int(substitute(body, {x: Plus((Times((scale, u)), shift))}), u))


def _needs(scale: Term, shift: Term, facts: Facts) -> bool:
    """Whether the map may have no finite values."""
    return not (facts.finite_number(scale) and facts.finite_number(shift))
