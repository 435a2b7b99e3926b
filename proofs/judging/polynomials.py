"""Polynomials in integration variables, and their exact moments.

An integrand that evaluates to a polynomial *is* one: every operation on the way was exact.  Its mean under a Gaussian
(or Gamma) law is then a finite sum of coefficients times moments, without quadrature and without a tail.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from flint import arb, arb_series, ctx, fmpq

from .elementary import call
from .linear import Mat, Vec
from .scalars import ONE, ZERO, Lifted, Unknown, ball, divide, integer_power, is_zero, sign_of


class NotPolynomial(Unknown):
    """The integrand is no polynomial; another method may do."""


class Poly(Lifted):
    """A polynomial: exponents -> coefficient.  Coefficients are scalars, dual numbers, or polynomials of lower level.

    ``logarithms`` is how many generators after the first, x, are logarithms: 1 for log x, where x > 0; 2 for log x and
    log(1 - x), where 0 < x < 1.
    """

    __slots__ = ("logarithms", "terms")

    def __init__(self, level: int, terms: dict[tuple[int, ...], Any], logarithms: int = 0) -> None:
        self.level, self.terms, self.logarithms = level, terms, logarithms

    def _with(self, terms: dict[tuple[int, ...], Any]) -> Poly:
        return Poly(self.level, terms, self.logarithms)

    def _terms(self, other: Any) -> dict[tuple[int, ...], Any]:
        if isinstance(other, Poly) and other.level == self.level:
            return other.terms
        width = len(next(iter(self.terms))) if self.terms else 1
        return {(0,) * width: other}

    def add(self, other: Any) -> Any:
        terms = dict(self.terms)
        for powers, c in self._terms(other).items():
            found = terms.get(powers)
            c = c if found is None else found + c
            if not is_zero(c):
                terms[powers] = c
            elif found is not None:
                del terms[powers]
        return self._with(terms or self._terms(ZERO))

    def multiply(self, other: Any) -> Any:
        if not (isinstance(other, Poly) and other.level == self.level):
            return ZERO if is_zero(other) else self._with({powers: c * other for powers, c in self.terms.items()})
        return self._with(_product(self.terms, other.terms))

    def constant(self) -> Any:
        """The polynomial's value if it has degree 0; else ``NotPolynomial``, since an operation was no polynomial's."""
        if all(not any(powers) for powers in self.terms):
            return next(iter(self.terms.values()), ZERO)
        raise NotPolynomial("the integrand is no polynomial")

    def reciprocal(self) -> Any:
        return divide(ONE, self.constant())

    def is_exact_zero(self) -> bool:
        return all(map(is_zero, self.terms.values()))

    def sign(self) -> int:
        positive = self._positive_multiple()
        return sign_of(self.constant() if positive is None else positive[0])

    def _positive_multiple(self) -> tuple[Any, Any] | None:
        """For c x**n, or c (1 - x), of which the base is known to be positive: c, and the logarithm of the rest."""
        if self.logarithms and len(self.terms) == 1:
            ((powers, c),) = self.terms.items()
            if sum(powers) == powers[0]:
                return c, self._with({_unit(len(powers), 1): fmpq(powers[0])})
        if self.logarithms == 2 and len(self.terms) == 2:
            c, d = self.terms.get((0, 0, 0)), self.terms.get((1, 0, 0))
            if c is not None and d is not None and is_zero(c + d):
                return c, self._with({_unit(3, 2): ONE})
        return None

    def call(self, name: str, args: tuple, analytic: bool) -> Any:
        positive = self._positive_multiple() if name == "log" else None
        if positive is not None:
            return positive[1] + call("log", (positive[0],))
        lowered = (x.constant() if isinstance(x, Poly) and x.level == self.level else x for x in args)
        return call(name, tuple(lowered), analytic)


def _product(a: dict[tuple[int, ...], Any], b: dict[tuple[int, ...], Any]) -> dict[tuple[int, ...], Any]:
    """The product of two polynomials.  Exponents are packed into one integer, so that those of a term are a sum; in a
    square, each product of two different terms is made once."""
    bits = (_highest(a) + _highest(b)).bit_length()
    ours = [(_packed(powers, bits), c) for powers, c in a.items()]
    square = a is b
    theirs = [(p, c + c) for p, c in ours] if square else [(_packed(powers, bits), c) for powers, c in b.items()]
    terms: dict[int, Any] = {}
    for k, (p, c) in enumerate(ours):
        for q, d in [(p, c), *theirs[k + 1 :]] if square else theirs:
            found = terms.get(p + q)
            terms[p + q] = c * d if found is None else found + c * d
    width = len(next(iter(a), ()))
    return {_unpacked(powers, bits, width): c for powers, c in terms.items()}


def _highest(terms: dict[tuple[int, ...], Any]) -> int:
    return max((n for powers in terms for n in powers), default=0)


@lru_cache(maxsize=20_000)
def _packed(powers: tuple[int, ...], bits: int) -> int:
    return sum(n << bits * i for i, n in enumerate(powers))


@lru_cache(maxsize=20_000)
def _unpacked(packed: int, bits: int, width: int) -> tuple[int, ...]:
    return tuple(packed >> bits * i & (1 << bits) - 1 for i in range(width))


def _unit(n: int, i: int) -> tuple[int, ...]:
    return tuple(int(j == i) for j in range(n))


def generators(level: int, n: int) -> Vec:
    """The n variables themselves, as polynomials."""
    return Vec(Poly(level, {_unit(n, i): ONE}) for i in range(n))


def variable(level: int) -> Poly:
    return Poly(level, {(1,): ONE})


def with_logarithms(level: int, logarithms: int) -> Poly:
    """The variable x among the generators x, log x (and log(1 - x))."""
    return Poly(level, {_unit(logarithms + 1, 0): ONE}, logarithms)


def terms_of(value: Any, level: int, width: int) -> dict[tuple[int, ...], Any]:
    """Exponents -> coefficient of a polynomial of this level, or of a constant."""
    return value.terms if isinstance(value, Poly) and value.level == level else {(0,) * width: value}


def gaussian_mean(terms: dict[tuple[int, ...], Any], mean: Vec, covariance: Mat) -> Any:
    """E of the polynomial under N(mean, covariance), by Stein's identity E[x_i g] = m_i E[g] + sum_j S_ij E[d_j g]."""
    known: dict[tuple[int, ...], Any] = {}

    def moment(powers: tuple[int, ...]) -> Any:
        found = known.get(powers)
        if found is not None:
            return found
        i = next((i for i, n in enumerate(powers) if n), None)
        if i is None:
            return ONE
        less = (*powers[:i], powers[i] - 1, *powers[i + 1 :])
        result = mean[i] * moment(less)
        for j, n in enumerate(less):
            if n and not is_zero(covariance.rows[i][j]):
                result = result + n * covariance.rows[i][j] * moment((*less[:j], n - 1, *less[j + 1 :]))
        known[powers] = result
        return result

    return _combine(terms, moment)


def gamma_mean(terms: dict[tuple[int, ...], Any], shape: Any, rate: Any) -> Any:
    """E of a polynomial in x and log x under Gamma(shape, rate).

    E[x**n log(x)**m] is the m-th derivative of s -> Gamma(shape + s)/(Gamma(shape) rate**s) at s = n.
    """
    shape, rate = ball(shape), ball(rate)
    length = 1 + max((powers[1] for powers in terms), default=0)
    series: dict[int, arb_series] = {}

    def moment(powers: tuple[int, ...]) -> Any:
        n, m = powers
        if n not in series:
            series[n] = _expanded(length, lambda s: (s + n + shape).lgamma() - shape.lgamma() - (s + n) * rate.log())
        return series[n][m] * arb(m).fac()

    return _combine(terms, moment)


def beta_mean(terms: dict[tuple[int, ...], Any], a: Any, b: Any) -> Any:
    """E of a polynomial in x, log x, log(1 - x) under Beta(a, b); None where both logarithms meet in one monomial.

    E[x**n log(x)**m] is the m-th derivative of s -> B(a + s, b)/B(a, b) at s = n, and so for log(1 - x) and b.
    """
    if any(m and k for _, m, k in terms):
        return None
    a, b = ball(a), ball(b)
    length = 1 + max((max(m, k) for _, m, k in terms), default=0)
    whole = a.lgamma() + b.lgamma() - (a + b).lgamma()

    def log_ratio(s: Any, t: Any) -> Any:
        """log of B(a + s, b + t)/B(a, b)."""
        return (a + s).lgamma() + (b + t).lgamma() - (a + b + s + t).lgamma() - whole

    series: dict[tuple[int, bool], arb_series] = {}

    def moment(powers: tuple[int, ...]) -> Any:
        n, m, k = powers
        key = (n, k > 0)
        if key not in series:
            series[key] = _expanded(length, lambda s: log_ratio(s + n, ZERO) if not k else log_ratio(ZERO + n, s))
        return series[key][m + k] * arb(m + k).fac()

    return _combine(terms, moment)


def _expanded(length: int, log_of: Callable[[arb_series], arb_series]) -> arb_series:
    """exp(log_of(s)) as a power series in s of the given length."""
    cap, ctx.cap = ctx.cap, length
    try:
        return log_of(arb_series([0, 1])).exp()
    finally:
        ctx.cap = cap


def exponential_integral(terms: dict[tuple[int, ...], Any], value: Any, slope: Any, width: Any) -> Any:
    """The integral over 0 <= y <= width (None: oo) of P(y) exp(value + slope y), by parts, degree by degree."""
    coefficients: list[Any] = [ZERO] * (1 + max((powers[0] for powers in terms), default=0))
    for powers, c in terms.items():
        coefficients[powers[0]] = c
    at_zero = call("exp", (ball(value),))
    moments: list[Any] = []
    if width is not None:
        width = ball(width)
        at_end = at_zero if is_zero(slope) else call("exp", (ball(value) + slope * width,))
    for n in range(len(coefficients)):
        if is_zero(slope):
            if width is None:
                raise Unknown("a polynomial alone, over a half line")
            moments.append(at_zero * integer_power(width, n + 1) / (n + 1))
            continue
        end = ZERO if width is None else at_end * integer_power(width, n)
        start = at_zero if n == 0 else ZERO
        before = n * moments[-1] if n else ZERO
        moments.append(divide(end - start - before, slope))
    result: Any = ZERO
    for c, moment in zip(coefficients, moments, strict=True):
        result = result + c * moment
    return result


def _combine(terms: dict[tuple[int, ...], Any], moment: Any) -> Any:
    result: Any = ZERO
    for powers, c in terms.items():
        if not is_zero(c):
            result = result + c * moment(powers)
    return result
