"""Polynomials in integration variables, and their exact moments.

An integrand that evaluates to a polynomial *is* one: every operation on the way was exact.  Its mean under a Gaussian
(or Gamma) law is then a finite sum of coefficients times moments, without quadrature and without a tail.
"""

from __future__ import annotations

from typing import Any

from flint import arb, arb_series, ctx, fmpq

from .linear import Mat, Vec
from .scalars import ONE, ZERO, Lifted, Unknown, ball, divide, is_zero


class NotPolynomial(Unknown):
    """The integrand is no polynomial; another method may do."""


class Poly(Lifted):
    """A polynomial: exponents -> coefficient.  Coefficients are scalars, dual numbers, or polynomials of lower level.

    ``logarithm`` is the place of the generator that stands for the logarithm of the generator 0, if there is one.
    """

    __slots__ = ("logarithm", "terms")

    def __init__(self, level: int, terms: dict[tuple[int, ...], Any], logarithm: int | None = None) -> None:
        self.level, self.terms, self.logarithm = level, terms, logarithm

    def _with(self, terms: dict[tuple[int, ...], Any]) -> Poly:
        return Poly(self.level, terms, self.logarithm)

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
            if is_zero(c) and len(terms) > 1:
                terms.pop(powers, None)
            else:
                terms[powers] = c
        return self._with(terms)

    def multiply(self, other: Any) -> Any:
        if not (isinstance(other, Poly) and other.level == self.level):
            return ZERO if is_zero(other) else self._with({powers: c * other for powers, c in self.terms.items()})
        terms: dict[tuple[int, ...], Any] = {}
        for p, a in self.terms.items():
            for q, b in other.terms.items():
                powers = tuple(map(int.__add__, p, q))
                terms[powers] = terms[powers] + a * b if powers in terms else a * b
        return self._with(terms)

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
        from .scalars import sign_of

        return sign_of(self.constant())

    def call(self, name: str, args: tuple, analytic: bool) -> Any:
        if name == "log" and self.logarithm is not None and len(self.terms) == 1:
            ((powers, c),) = self.terms.items()
            if sum(powers) == powers[0] != 0:
                from .scalars import call

                place = tuple(int(i == self.logarithm) for i in range(len(powers)))
                return self._with({place: fmpq(powers[0])}) + call("log", (c,))
        from .scalars import call

        lowered = (x.constant() if isinstance(x, Poly) and x.level == self.level else x for x in args)
        return call(name, tuple(lowered), analytic)


def generators(level: int, n: int) -> Vec:
    """The n variables themselves, as polynomials."""
    return Vec(Poly(level, {tuple(int(i == j) for j in range(n)): ONE}) for i in range(n))


def variable(level: int) -> Poly:
    return Poly(level, {(1,): ONE})


def variable_and_logarithm(level: int) -> Poly:
    return Poly(level, {(1, 0): ONE}, logarithm=1)


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
    if isinstance(shape, Lifted) or isinstance(rate, Lifted):
        raise NotPolynomial("a Gamma law with lifted parameters")
    shape, rate = ball(shape), ball(rate)
    length = 1 + max((powers[1] for powers in terms), default=0)
    series: dict[int, Any] = {}

    def moment(powers: tuple[int, ...]) -> Any:
        n, m = powers
        if n not in series:
            cap, ctx.cap = ctx.cap, length
            try:
                s = arb_series([n, 1])
                series[n] = ((s + shape).lgamma() - shape.lgamma() - s * rate.log()).exp()
            finally:
                ctx.cap = cap
        return series[n][m] * arb(m).fac()

    return _combine(terms, moment)


def exponential_integral(terms: dict[tuple[int, ...], Any], value: Any, slope: Any, width: Any) -> Any:
    """The integral over 0 <= y <= width (None: oo) of P(y) exp(value + slope y), by parts, degree by degree."""
    coefficients: list[Any] = [ZERO] * (1 + max((powers[0] for powers in terms), default=0))
    for powers, c in terms.items():
        coefficients[powers[0]] = c
    at_zero = ball(value).exp()
    moments: list[Any] = []
    if width is not None:
        width = ball(width)
        at_end = at_zero if is_zero(slope) else (ball(value) + slope * width).exp()
    for n in range(len(coefficients)):
        if is_zero(slope):
            if width is None:
                raise Unknown("a polynomial alone, over a half line")
            moments.append(at_zero * width ** (n + 1) / (n + 1))
            continue
        end = ZERO if width is None else at_end * width**n
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
