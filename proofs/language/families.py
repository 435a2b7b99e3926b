"""The named parametric laws: each is its log-density as a term, where it lives, and what its parameters must satisfy.

The last field of each is its label (or None): the letter it is printed as.
"""

from __future__ import annotations

from .laws import Family, dimension_of
from .relations import Relation
from .spaces import R_POSITIVE, Z_INTEGERS, Interval, Range, Space, Vectors
from .terms import Number, Term, binomial, exp, factorial, log, loggamma, oo, pi, softplus

ZERO, ONE = Number(0), Number(1)


class Normal(Family):
    """N(mean, deviation^2) on R; the second argument is the standard deviation."""

    __slots__ = ("mean", "deviation", "label")
    positive = ("deviation",)

    def log_density(self, x: Term) -> Term:
        m, s = self.mean, self.deviation
        return -log(2 * pi * s**2) / 2 - (x - m) ** 2 / (2 * s**2)


class MultivariateNormal(Family):
    """N(mean, covariance) on R^d."""

    __slots__ = ("mean", "covariance", "label")

    @property
    def home(self) -> Space:
        from .matrices import space_of

        space = space_of(self.mean)
        if isinstance(space, Vectors):
            return space
        raise TypeError(f"expected a vector as mean, found {self.mean!r}")

    def log_density(self, x: Term) -> Term:
        from .matrices import Det, Form, Inverse

        m, s, d = self.mean, self.covariance, dimension_of(self)
        return -d * log(2 * pi) / 2 - log(Det(s)) / 2 - Form(x - m, Inverse(s), x - m) / 2


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


# ---------------------------------------------------------------------------------------------------------------------
# laws on integers; ``mass`` is the density in the form in which a rational stays one


class Counting(Family):
    """Base of the laws on integers."""

    __slots__ = ()

    def mass(self, x: Term) -> Term:
        """The probability of ``x``, an integer of the support."""
        raise NotImplementedError


class Bernoulli(Counting):
    """Bernoulli on {0, 1} with success probability."""

    __slots__ = ("probability", "label")
    home = Range(ZERO, ONE)

    def conditions(self) -> tuple[Relation, ...]:
        return _probability(self.probability)

    def mass(self, x: Term) -> Term:
        return self.probability**x * (1 - self.probability) ** (1 - x)

    def log_density(self, x: Term) -> Term:
        return x * log(self.probability) + (1 - x) * log(1 - self.probability)


class Binomial(Counting):
    """The number of successes among ``count`` trials: on 0, ..., count."""

    __slots__ = ("count", "probability", "label")
    whole = ("count",)

    @property
    def home(self) -> Space:
        return Range(ZERO, self.count)

    def conditions(self) -> tuple[Relation, ...]:
        return (self.count >= 0, *_probability(self.probability))

    def mass(self, x: Term) -> Term:
        n, p = self.count, self.probability
        return binomial(n, x) * p**x * (1 - p) ** (n - x)

    def log_density(self, x: Term) -> Term:
        n, p = self.count, self.probability
        chosen = loggamma(n + 1) - loggamma(x + 1) - loggamma(n - x + 1)
        return chosen + x * log(p) + (n - x) * log(1 - p)


class DiscreteUniform(Counting):
    """Uniform on the integers from low to high."""

    __slots__ = ("low", "high", "label")
    whole = ("low", "high")

    @property
    def home(self) -> Space:
        return Range(self.low, self.high)

    def conditions(self) -> tuple[Relation, ...]:
        return (self.low <= self.high,)

    def mass(self, x: Term) -> Term:
        return 1 / (self.high - self.low + 1)

    def log_density(self, x: Term) -> Term:
        return -log(self.high - self.low + 1)


class Poisson(Counting):
    """Poisson on 0, 1, 2, ... with the given rate."""

    __slots__ = ("rate", "label")
    positive, home = ("rate",), Z_INTEGERS

    def mass(self, x: Term) -> Term:
        return self.rate**x * exp(-self.rate) / factorial(x)

    def log_density(self, x: Term) -> Term:
        return x * log(self.rate) - self.rate - loggamma(x + 1)


class Geometric(Counting):
    """The number of failures before the first success: on 0, 1, 2, ..."""

    __slots__ = ("probability", "label")
    home = Z_INTEGERS

    def conditions(self) -> tuple[Relation, ...]:
        return _probability(self.probability)

    def mass(self, x: Term) -> Term:
        return self.probability * (1 - self.probability) ** x

    def log_density(self, x: Term) -> Term:
        return log(self.probability) + x * log(1 - self.probability)


class NegativeBinomial(Counting):
    """The number of failures before as many successes as ``successes`` says (it need not be whole): on 0, 1, 2, ..."""

    __slots__ = ("successes", "probability", "label")
    home = Z_INTEGERS

    def conditions(self) -> tuple[Relation, ...]:
        return (self.successes > 0, *_probability(self.probability))

    def mass(self, x: Term) -> Term:
        r, p = self.successes, self.probability
        return binomial(x + r - 1, x) * p**r * (1 - p) ** x

    def log_density(self, x: Term) -> Term:
        r, p = self.successes, self.probability
        return loggamma(x + r) - loggamma(r) - loggamma(x + 1) + r * log(p) + x * log(1 - p)


def _probability(p: Term) -> tuple[Relation, ...]:
    return p > 0, p < 1
