"""The named parametric laws of a number: each is its log-density, where it lives, what its parameters must satisfy.

The last field of each is its label (or None): the letter it is printed as.
"""

from __future__ import annotations

from .laws import Family
from .relations import Relation
from .spaces import R_POSITIVE, Interval, Space
from .terms import Number, Term, erfc, exp, log, loggamma, oo, pi, softplus, sqrt

ZERO, ONE = Number(0), Number(1)


class Normal(Family):
    """N(mean, deviation^2) on R; the second argument is the standard deviation."""

    __slots__ = ("mean", "deviation", "label")
    positive = ("deviation",)

    def log_density(self, x: Term) -> Term:
        m, s = self.mean, self.deviation
        return -log(2 * pi * s**2) / 2 - (x - m) ** 2 / (2 * s**2)


class Laplace(Family):
    """Laplace on R with location and scale."""

    __slots__ = ("location", "scale", "label")
    positive = ("scale",)

    def log_density(self, x: Term) -> Term:
        return -log(2 * self.scale) - abs(x - self.location) / self.scale


class Cauchy(Family):
    """Cauchy on R with location and scale; it has no mean."""

    __slots__ = ("location", "scale", "label")
    positive = ("scale",)

    def log_density(self, x: Term) -> Term:
        m, s = self.location, self.scale
        return -log(pi * s * (1 + ((x - m) / s) ** 2))


class StudentT(Family):
    """Student's t with degrees of freedom, location and scale, on R."""

    __slots__ = ("freedom", "location", "scale", "label")
    positive = ("freedom", "scale")

    def log_density(self, x: Term) -> Term:
        k, m, s = self.freedom, self.location, self.scale
        constant = loggamma((k + 1) / 2) - loggamma(k / 2) - log(k * pi * s**2) / 2
        return constant - (k + 1) / 2 * log(1 + ((x - m) / s) ** 2 / k)


class Logistic(Family):
    """Logistic on R with location and scale."""

    __slots__ = ("location", "scale", "label")
    positive = ("scale",)

    def log_density(self, x: Term) -> Term:
        z = (x - self.location) / self.scale
        return -z - log(self.scale) - 2 * softplus(-z)


class Gumbel(Family):
    """Gumbel (of maxima) on R with location and scale."""

    __slots__ = ("location", "scale", "label")
    positive = ("scale",)

    def log_density(self, x: Term) -> Term:
        z = (x - self.location) / self.scale
        return -z - exp(-z) - log(self.scale)


class Gamma(Family):
    """Gamma on (0, oo) with shape and rate."""

    __slots__ = ("shape", "rate", "label")
    positive, home = ("shape", "rate"), R_POSITIVE

    def log_density(self, x: Term) -> Term:
        a, b = self.shape, self.rate
        return a * log(b) - loggamma(a) + (a - 1) * log(x) - b * x


class InverseGamma(Family):
    """The law of 1/x for x with a Gamma law: on (0, oo) with shape and scale."""

    __slots__ = ("shape", "scale", "label")
    positive, home = ("shape", "scale"), R_POSITIVE

    def log_density(self, x: Term) -> Term:
        a, b = self.shape, self.scale
        return a * log(b) - loggamma(a) - (a + 1) * log(x) - b / x


class ChiSquared(Family):
    """Chi squared on (0, oo) with degrees of freedom."""

    __slots__ = ("freedom", "label")
    positive, home = ("freedom",), R_POSITIVE

    def log_density(self, x: Term) -> Term:
        k = self.freedom
        return -k / 2 * log(2) - loggamma(k / 2) + (k / 2 - 1) * log(x) - x / 2


class Exponential(Family):
    """Exponential on (0, oo) with the given rate."""

    __slots__ = ("rate", "label")
    positive, home = ("rate",), R_POSITIVE

    def log_density(self, x: Term) -> Term:
        return log(self.rate) - self.rate * x


class LogNormal(Family):
    """The law of exp(x) for x with the law N(mean, deviation^2): on (0, oo)."""

    __slots__ = ("mean", "deviation", "label")
    positive, home = ("deviation",), R_POSITIVE

    def log_density(self, x: Term) -> Term:
        m, s = self.mean, self.deviation
        return -log(x) - log(2 * pi * s**2) / 2 - (log(x) - m) ** 2 / (2 * s**2)


class Weibull(Family):
    """Weibull on (0, oo) with shape and scale."""

    __slots__ = ("shape", "scale", "label")
    positive, home = ("shape", "scale"), R_POSITIVE

    def log_density(self, x: Term) -> Term:
        k, s = self.shape, self.scale
        return log(k / s) + (k - 1) * log(x / s) - (x / s) ** k


class Rayleigh(Family):
    """Rayleigh on (0, oo) with scale."""

    __slots__ = ("scale", "label")
    positive, home = ("scale",), R_POSITIVE

    def log_density(self, x: Term) -> Term:
        return log(x) - 2 * log(self.scale) - x**2 / (2 * self.scale**2)


class Pareto(Family):
    """Pareto on (scale, oo) with shape and scale."""

    __slots__ = ("shape", "scale", "label")
    positive = ("shape", "scale")

    @property
    def home(self) -> Space:
        return Interval(self.scale, oo)

    def log_density(self, x: Term) -> Term:
        return log(self.shape) + self.shape * log(self.scale) - (self.shape + 1) * log(x)


class InverseGaussian(Family):
    """Inverse Gaussian on (0, oo) with mean and shape: when a Brownian motion with drift first passes a threshold."""

    __slots__ = ("mean", "shape", "label")
    positive, home = ("mean", "shape"), R_POSITIVE

    def log_density(self, x: Term) -> Term:
        m, s = self.mean, self.shape
        return log(s / (2 * pi)) / 2 - 3 * log(x) / 2 - s * x / (2 * m**2) + s / m - s / (2 * x)


class FisherF(Family):
    """The law of (x/m)/(y/n) for independent x, y with chi squared laws: on (0, oo) with degrees of freedom m, n."""

    __slots__ = ("above", "below", "label")
    positive, home = ("above", "below"), R_POSITIVE

    def log_density(self, x: Term) -> Term:
        m, n = self.above, self.below
        constant = loggamma((m + n) / 2) - loggamma(m / 2) - loggamma(n / 2) + m / 2 * log(m / n)
        return constant + (m / 2 - 1) * log(x) - (m + n) / 2 * log(1 + m / n * x)


class ExGaussian(Family):
    """The law of x + y for independent x with N(mean, deviation^2) and y with Exponential(rate): on R."""

    __slots__ = ("mean", "deviation", "rate", "label")
    positive = ("deviation", "rate")

    def log_density(self, x: Term) -> Term:
        m, s, r = self.mean, self.deviation, self.rate
        beyond = erfc((m + r * s**2 - x) / (sqrt(Number(2)) * s))
        return log(r / 2) + r * (m - x) + r**2 * s**2 / 2 + log(beyond)


class HalfNormal(Family):
    """The law of |x| for x with N(0, scale^2): on (0, oo)."""

    __slots__ = ("scale", "label")
    positive, home = ("scale",), R_POSITIVE

    def log_density(self, x: Term) -> Term:
        return log(2 / (pi * self.scale**2)) / 2 - x**2 / (2 * self.scale**2)


class Beta(Family):
    """Beta(a, b) on (0, 1)."""

    __slots__ = ("a", "b", "label")
    positive, home = ("a", "b"), Interval(ZERO, ONE)

    def log_density(self, x: Term) -> Term:
        a, b = self.a, self.b
        return loggamma(a + b) - loggamma(a) - loggamma(b) + (a - 1) * log(x) + (b - 1) * log(1 - x)


class Uniform(Family):
    """Uniform on the interval from low to high."""

    __slots__ = ("low", "high", "label")

    @property
    def home(self) -> Space:
        return Interval(self.low, self.high)

    def conditions(self) -> tuple[Relation, ...]:
        return (self.low < self.high,)

    def log_density(self, x: Term) -> Term:
        return -log(self.high - self.low)
