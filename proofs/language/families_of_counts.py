"""The named parametric laws on integers; ``mass`` is the density in the form in which a rational stays one."""

from __future__ import annotations

from .laws import Family
from .relations import Relation
from .spaces import Z_INTEGERS, Range, Space
from .terms import Number, Term, beta, binomial, exp, factorial, log, loggamma, maximum, minimum

ZERO, ONE = Number(0), Number(1)


class Counting(Family):
    """Base of the laws on integers."""

    __slots__ = ()

    def mass(self, x: Term) -> Term:
        """The probability of ``x``, an integer of the support."""
        raise NotImplementedError

    def density(self, x: Term) -> Term:
        return self.mass(x)


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


class BetaBinomial(Counting):
    """Binomial with ``count`` trials and a success probability that has the law Beta(a, b): on 0, ..., count."""

    __slots__ = ("count", "a", "b", "label")
    positive, whole = ("a", "b"), ("count",)

    @property
    def home(self) -> Space:
        return Range(ZERO, self.count)

    def conditions(self) -> tuple[Relation, ...]:
        return (self.count >= 0, *super().conditions())

    def mass(self, x: Term) -> Term:
        n, a, b = self.count, self.a, self.b
        return binomial(n, x) * beta(x + a, n - x + b) / beta(a, b)

    def log_density(self, x: Term) -> Term:
        n, a, b = self.count, self.a, self.b
        chosen = loggamma(n + 1) - loggamma(x + 1) - loggamma(n - x + 1)
        mixed = loggamma(x + a) + loggamma(n - x + b) - loggamma(n + a + b)
        return chosen + mixed - (loggamma(a) + loggamma(b) - loggamma(a + b))


class Hypergeometric(Counting):
    """Successes among ``draws`` without replacement from ``population`` with ``successes``: on its possible values."""

    __slots__ = ("population", "successes", "draws", "label")
    whole = ("population", "successes", "draws")

    @property
    def home(self) -> Space:
        least = maximum(ZERO, self.draws + self.successes - self.population)
        return Range(least, minimum(self.draws, self.successes))

    def conditions(self) -> tuple[Relation, ...]:
        most = self.population
        return self.successes >= 0, self.draws >= 0, most - self.successes >= 0, most - self.draws >= 0

    def mass(self, x: Term) -> Term:
        n, k, d = self.population, self.successes, self.draws
        return binomial(k, x) * binomial(n - k, d - x) / binomial(n, d)

    def log_density(self, x: Term) -> Term:
        return log(self.mass(x))


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
