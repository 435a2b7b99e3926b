"""Integrals over a simplex: an integrand that is a sum of powers of the coordinates, and of their logarithms, is exact.

The integral of x_1^(b_1 - 1) ... x_K^(b_K - 1) is Gamma(b_1) ... Gamma(b_K)/Gamma(b_1 + ... + b_K) (Dirichlet), and one
with logarithms is a derivative of it by the exponents.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb, prod
from typing import Any

from flint import fmpq

from .elementary import call
from .linear import Vec
from .polynomials import NotPolynomial
from .scalars import ONE, ZERO, Lifted, Undefined, Unknown, divide, exact, fraction, is_zero, sign_of

Powers = tuple[tuple[Fraction, ...], tuple[int, ...]]  # of the coordinates, and of their logarithms


class Sums(Lifted):
    """A sum of multiples of products of powers of positive coordinates and of their logarithms."""

    __slots__ = ("size", "terms")

    def __init__(self, level: int, size: int, terms: dict[Powers, Any]) -> None:
        self.level, self.size, self.terms = level, size, terms

    def _with(self, terms: dict[Powers, Any]) -> Sums:
        return Sums(self.level, self.size, terms)

    def _terms(self, other: Any) -> dict[Powers, Any]:
        if isinstance(other, Sums) and other.level == self.level:
            return other.terms
        return {((Fraction(0),) * self.size, (0,) * self.size): other}

    def add(self, other: Any) -> Any:
        terms = dict(self.terms)
        for powers, c in self._terms(other).items():
            terms[powers] = terms[powers] + c if powers in terms else c
        return self._with({powers: c for powers, c in terms.items() if not is_zero(c)})

    def multiply(self, other: Any) -> Any:
        terms: dict[Powers, Any] = {}
        for (a, m), c in self.terms.items():
            for (b, n), d in self._terms(other).items():
                powers = tuple(map(Fraction.__add__, a, b)), tuple(map(int.__add__, m, n))
                terms[powers] = terms[powers] + c * d if powers in terms else c * d
        return self._with({powers: c for powers, c in terms.items() if not is_zero(c)})

    def _single(self) -> tuple[tuple[Fraction, ...], Any]:
        """The exponents and the coefficient of one product of powers.  Raises ``NotPolynomial`` for other sums."""
        if len(self.terms) == 1:
            (((exponents, logarithms), c),) = self.terms.items()
            if not any(logarithms):
                return exponents, c
        raise NotPolynomial("the integrand is no sum of products of powers of the coordinates")

    def reciprocal(self) -> Any:
        exponents, c = self._single()
        return self._with({(tuple(-a for a in exponents), (0,) * self.size): divide(ONE, c)})

    def is_exact_zero(self) -> bool:
        return not self.terms

    def sign(self) -> int:
        signs = {sign_of(c) for (_, logarithms), c in self.terms.items() if not any(logarithms)}
        if len(signs) <= 1 and not any(any(logarithms) for _, logarithms in self.terms):
            return signs.pop() if signs else 0
        raise NotPolynomial("a sign that changes, or may change, on the simplex")

    def call(self, name: str, args: tuple, analytic: bool) -> Any:
        match name, args:
            case "log", (Sums(),):
                exponents, c = self._single()
                logs: dict[Powers, Any] = {self._logarithm(k): exact(a) for k, a in enumerate(exponents) if a}
                return self._with(logs).add(call("log", (c,), analytic))
            case "exp", (Sums(),):
                return self._exponential(analytic)
            case "sqrt", (Sums(),):
                exponents, c = self._single()
                halves = tuple(a / 2 for a in exponents)
                return self._with({(halves, (0,) * self.size): call("sqrt", (c,), analytic)})
            case "abs", (Sums(),):
                return self.multiply(fmpq(self.sign()))
        lowered = (x.constant() if isinstance(x, Sums) and x.level == self.level else x for x in args)
        return call(name, tuple(lowered), analytic)

    def constant(self) -> Any:
        """The value of a sum without coordinates.  Raises ``NotPolynomial`` for others."""
        if not self.terms:
            return ZERO
        exponents, c = self._single()
        if any(exponents):
            raise NotPolynomial("the integrand is no sum of products of powers of the coordinates")
        return c

    def _logarithm(self, k: int) -> Powers:
        return (Fraction(0),) * self.size, tuple(int(j == k) for j in range(self.size))

    def _exponential(self, analytic: bool) -> Any:
        """exp of a constant and of multiples of logarithms: a product of powers."""
        rest = dict(self.terms)
        exponents = [rest.pop(self._logarithm(k), ZERO) for k in range(self.size)]
        if not all(isinstance(a, fmpq) for a in exponents):
            raise NotPolynomial("a power with an exponent that is no exact number")
        factor = call("exp", (self._with(rest).constant(),), analytic)
        return self._with({(tuple(map(fraction, exponents)), (0,) * self.size): factor})


def coordinates(level: int, size: int) -> Vec:
    """The coordinates of a point of a simplex, as sums of their own kind."""
    none, one = (0,) * size, fmpq(1)
    return Vec(Sums(level, size, {(tuple(Fraction(int(j == k)) for j in range(size)), none): one}) for k in range(size))


def mean(value: Any, level: int, concentration: Vec) -> Any:
    """The mean of such a sum under the Dirichlet law with these concentrations, positive numbers."""
    if not (isinstance(value, Sums) and value.level == level):
        return value
    result: Any = ZERO
    for (exponents, logarithms), c in value.terms.items():
        raised = [b + exact(a) for a, b in zip(exponents, concentration, strict=True)]
        if any(sign_of(b) <= 0 for b in raised):
            raise Unknown("an integral over a simplex that does not converge term by term")
        scale = call("exp", (_log_beta(raised) - _log_beta(concentration),)) if any(exponents) else ONE
        result = result + c * scale * _of_logarithms(raised, logarithms)
    return result


def _log_beta(b: Any) -> Any:
    """log of Gamma(b_1) ... Gamma(b_K)/Gamma(b_1 + ... + b_K)."""
    return sum((call("loggamma", (x,)) for x in b), ZERO) - call("loggamma", (sum(b, ZERO),))


def _of_logarithms(b: list[Any], logarithms: tuple[int, ...]) -> Any:
    """E[log(x_1)^m_1 ... log(x_K)^m_K]: a derivative of B(b + s)/B(b) in s, whose logarithm has polygammas for its own.

    (e^L)^(m + e_i) is the sum over k <= m of binomial(m, k) (e^L)^(k) L^(m - k + e_i).
    """
    whole = sum(b, ZERO)
    known: dict[tuple[int, ...], Any] = {(0,) * len(b): ONE}

    def slope(order: tuple[int, ...]) -> Any:
        places = [k for k, n in enumerate(order) if n]
        n = fmpq(sum(order) - 1)
        own = call("polygamma", (n, b[places[0]])) if len(places) == 1 else ZERO
        return own - call("polygamma", (n, whole))

    def moment(m: tuple[int, ...]) -> Any:
        if m not in known:
            i = next(k for k, n in enumerate(m) if n)
            less = (*m[:i], m[i] - 1, *m[i + 1 :])
            found: Any = ZERO
            for k in product(*(range(n + 1) for n in less)):
                rest = tuple(n - j + (place == i) for place, (n, j) in enumerate(zip(less, k, strict=True)))
                found = found + prod(map(comb, less, k)) * moment(k) * slope(rest)
            known[m] = found
        return known[m]

    return moment(logarithms)


def integral(value: Any, level: int, size: int) -> Any:
    """The integral over a simplex: the mean under its uniform law, whose density is (K - 1)!."""
    if size < 1:
        raise Undefined("a simplex without coordinates")
    return divide(mean(value, level, Vec([ONE] * size)), call("gamma", (fmpq(size),)))


__all__ = ["Sums", "coordinates", "integral", "mean"]
