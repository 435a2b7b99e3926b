"""Laws: probability distributions, by their log-density as a term, one line each.

A law that has a ``label`` prints as that letter: ``Normal(mu_1, sigma_1, "p")`` gives log p(x).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from .binders import Binder
from .node import Name, Node
from .spaces import R_POSITIVE, Z_INTEGERS, Cartesian, Interval, Product, R, Range, Slot, Space, Vectors
from .terms import Function, FunctionFamily, Head, MemberFunction, Number, Term, TermLike, Var, log, loggamma, pi, term


class Law(Head):
    """Base of all laws: a probability distribution with a density; ``p(x)`` is the density at x."""

    __slots__ = ()


class Density(Law, Name):
    """An unknown density on ``space``.  That it is a density is a hypothesis of its own."""

    __slots__ = ("name", "space")


class DensityFamily(Name):
    """Unknown densities q_i, the i-th on the i-th factor of a product space."""

    __slots__ = ("name", "product")

    def __getitem__(self, index: TermLike) -> MemberDensity:
        return MemberDensity(self, term(index))


class MemberDensity(Law):
    """The density q_index of a family."""

    __slots__ = ("family", "index")


class Marginal(Law):
    """The law of the coordinate ``index`` of a point with the law ``joint`` on a product space."""

    __slots__ = ("joint", "index")


class Pushforward(Law):
    """The law of f(X) when X has the law ``law``; f is a diffeomorphism."""

    __slots__ = ("function", "law")


class ProductLaw(Law, Binder):
    """The law of independent coordinates, the one at ``var`` having the law ``body`` (a law that may mention var)."""

    __slots__ = ("body", "var", "label")
    body: Law

    def __new__(cls, body: Law, var: Var, label: str | None = None) -> ProductLaw:
        return super().__new__(cls, body, var, label)


class Mixture(Law):
    """The mixture of ``components`` (laws on one space) with ``weights`` (terms that sum to one)."""

    __slots__ = ("weights", "components")


class Family(Law):
    """Base of the named parametric laws; the last field is the label (or None)."""

    __slots__ = ()
    label: str | None

    def __new__(cls, *fields: Any) -> Any:
        wanted = len(cls.__match_args__)
        if len(fields) == wanted - 1 and not (fields and isinstance(fields[-1], str)):
            fields = (*fields, None)
        if len(fields) != wanted:
            raise TypeError(f"{cls.__name__} takes {', '.join(cls.__match_args__)}; found {len(fields)} arguments")
        return super().__new__(cls, *(term(value) for value in fields[:-1]), fields[-1])

    @property
    def parameters(self) -> tuple[Term, ...]:
        return self.fields[:-1]

    def log_density(self, x: Term) -> Term:
        """log of the density at ``x``, a point of the support."""
        raise NotImplementedError


class Normal(Family):
    """N(mean, deviation^2) on R; the second argument is the standard deviation."""

    __slots__ = ("mean", "deviation", "label")

    def log_density(self, x: Term) -> Term:
        m, s = self.mean, self.deviation
        return -log(2 * pi * s**2) / 2 - (x - m) ** 2 / (2 * s**2)


class MultivariateNormal(Family):
    """N(mean, covariance) on R^d."""

    __slots__ = ("mean", "covariance", "label")

    def log_density(self, x: Term) -> Term:
        from .matrices import Det, Form, Inverse

        m, s, d = self.mean, self.covariance, dimension_of(self)
        return -d * log(2 * pi) / 2 - log(Det(s)) / 2 - Form(x - m, Inverse(s), x - m) / 2


class Gamma(Family):
    """Gamma on (0, oo) with shape and rate."""

    __slots__ = ("shape", "rate", "label")

    def log_density(self, x: Term) -> Term:
        a, b = self.shape, self.rate
        return a * log(b) - loggamma(a) + (a - 1) * log(x) - b * x


class Beta(Family):
    """Beta(a, b) on (0, 1)."""

    __slots__ = ("a", "b", "label")

    def log_density(self, x: Term) -> Term:
        a, b = self.a, self.b
        return loggamma(a + b) - loggamma(a) - loggamma(b) + (a - 1) * log(x) + (b - 1) * log(1 - x)


class Laplace(Family):
    """Laplace on R with location and scale."""

    __slots__ = ("location", "scale", "label")

    def log_density(self, x: Term) -> Term:
        return -log(2 * self.scale) - abs(x - self.location) / self.scale


class Exponential(Family):
    """Exponential on (0, oo) with the given rate."""

    __slots__ = ("rate", "label")

    def log_density(self, x: Term) -> Term:
        return log(self.rate) - self.rate * x


class Uniform(Family):
    """Uniform on the interval from low to high."""

    __slots__ = ("low", "high", "label")

    def log_density(self, x: Term) -> Term:
        return -log(self.high - self.low)


class Cauchy(Family):
    """Cauchy on R with location and scale; it has no mean."""

    __slots__ = ("location", "scale", "label")

    def log_density(self, x: Term) -> Term:
        m, s = self.location, self.scale
        return -log(pi * s * (1 + ((x - m) / s) ** 2))


class Bernoulli(Family):
    """Bernoulli on {0, 1} with success probability."""

    __slots__ = ("probability", "label")

    def log_density(self, x: Term) -> Term:
        return x * log(self.probability) + (1 - x) * log(1 - self.probability)


class Poisson(Family):
    """Poisson on 0, 1, 2, ... with the given rate."""

    __slots__ = ("rate", "label")

    def log_density(self, x: Term) -> Term:
        return x * log(self.rate) - self.rate - loggamma(x + 1)


@lru_cache(maxsize=50_000)
def support(law: Law) -> Space:
    """The space a law lives on."""
    from .matrices import space_of

    match law:
        case Density(_, space):
            return space
        case MemberDensity(family, index):
            return Slot(family.product.name, index)
        case Marginal(joint, index):
            outer = support(joint)
            match outer, index:
                case Product(name, _), _:
                    return Slot(name, index)
                case Cartesian(factors), Number(k) if k in range(1, len(factors) + 1):
                    return factors[int(k) - 1]
            raise TypeError(f"expected a law on a product space, found one on {outer!r}")
        case Pushforward(Function(_, _, codomain) | MemberFunction(FunctionFamily(_, _, _, codomain), _), _):
            return codomain
        case Pushforward(_, inner):
            return support(inner)
        case ProductLaw(body, var):
            inner = support(body)
            return Product(inner.name, var.space) if isinstance(inner, Slot) else Vectors(_top(var.space))
        case MultivariateNormal(mean, _, _):
            space = space_of(mean)
            if isinstance(space, Vectors):
                return space
            raise TypeError(f"expected a vector as mean, found {mean!r}")
        case Mixture(_, components):
            return support(components[0])
        case Gamma() | Exponential():
            return R_POSITIVE
        case Beta():
            return Interval(Number(0), Number(1))
        case Uniform(low, high, _):
            return Interval(low, high)
        case Bernoulli():
            return Range(Number(0), Number(1))
        case Poisson():
            return Z_INTEGERS
    return R


def dimension_of(law: Law) -> Term:
    """The d of a law on R^d.  Raises ``TypeError`` for a law on another space."""
    space = support(law)
    if not isinstance(space, Vectors):
        raise TypeError(f"expected a law on R^d, found one on {space!r}")
    return space.dimension


def _top(space: Space) -> Node:
    if isinstance(space, Range):
        return space.high
    raise TypeError(f"expected a range 1..n, found {space!r}")


class Divergence(Term):
    """KL(p || q): the Kullback-Leibler divergence, an extended real; infinite where p is not dominated by q."""

    __slots__ = ("p", "q")


class Entropy(Term):
    """H(p): the (differential) entropy, where it exists."""

    __slots__ = ("p",)


class CrossEntropy(Term):
    """H(p, q): the cross-entropy -E_p[log q]."""

    __slots__ = ("p", "q")


class FunctionalDerivative(Term):
    """The functional derivative of ``functional`` (a scalar that mentions ``density``) by the density, at ``point``."""

    __slots__ = ("functional", "density", "point")


def KL(p: Law, q: Law) -> Term:
    """KL(p || q)."""
    return Divergence(p, q)


def H(p: Law) -> Term:
    """The entropy of p."""
    return Entropy(p)


def joint(name: str, product: Product) -> Density:
    """An unknown joint density on a product space."""
    return Density(name, product)


def point(name: str, space: Space) -> Var:
    """A variable over any space."""
    return Var(name, space)
