"""Laws: probability distributions, by their log-density as a term, one line each.

A law that has a ``label`` prints as that letter: ``Normal(mu_1, sigma_1, "p")`` gives log p(x).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, ClassVar

from .binders import Binder, Lambda
from .node import Name, Node
from .spaces import Cartesian, Product, R, Range, Slot, Space, Vectors
from .terms import Function, FunctionFamily, Head, MemberFunction, Number, Plus, Term, TermLike, Var, exp, fold, term


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
    """The law of f(X) when X has the law ``law``.  It has a density where f is a diffeomorphism."""

    __slots__ = ("function", "law", "label")

    def __new__(cls, function: Head, law: Law, label: str | None = None) -> Pushforward:
        return super().__new__(cls, function, law, label)


class ProductLaw(Law, Binder):
    """The law of independent coordinates, the one at ``var`` having the law ``body`` (a law that may mention var)."""

    __slots__ = ("body", "var", "label")
    body: Law

    def __new__(cls, body: Law, var: Var, label: str | None = None) -> ProductLaw:
        return super().__new__(cls, body, var, label)


class Mixture(Law):
    """The mixture of ``components`` (laws on one space) with ``weights`` (terms that sum to one)."""

    __slots__ = ("weights", "components")

    def density_at(self, x: Term) -> Term:
        """The density at ``x``, written out as the weighted sum."""
        parts = zip(self.weights, self.components, strict=True)
        return fold(Plus, [weight * part(x) for weight, part in parts], 0)


class Family(Law):
    """Base of the named parametric laws (see ``families``); the last field is the label (or None).

    ``home`` is the space it lives on, ``positive`` the parameters that must be so, ``whole`` those that are integers.
    """

    __slots__ = ()
    label: str | None
    positive: ClassVar[tuple[str, ...]] = ()
    whole: ClassVar[tuple[str, ...]] = ()

    @property
    def home(self) -> Space:
        return R

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

    def conditions(self) -> tuple[Node, ...]:
        """What the parameters must satisfy, but for being integers: relations, some of them for all coordinates."""
        return tuple(getattr(self, name) > 0 for name in self.positive)

    def log_density(self, x: Term) -> Term:
        """log of the density at ``x``, a point of the support."""
        raise NotImplementedError

    def density(self, x: Term) -> Term:
        """The density at ``x``, a point of the support, in the form in which it is usually written."""
        return exp(self.log_density(x))


@lru_cache(maxsize=50_000)
def support(law: Law) -> Space:
    """The space a law lives on."""
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
        case Pushforward(Lambda(body, _), _):
            return _home(body)
        case ProductLaw(body, var):
            inner = support(body)
            return Product(inner.name, var.space) if isinstance(inner, Slot) else Vectors(_top(var.space))
        case Family():
            return law.home
        case Mixture(_, components):
            return support(components[0])
    return R


def dimension_of(law: Law) -> Term:
    """The d of a law on R^d.  Raises ``TypeError`` for a law on another space."""
    space = support(law)
    if not isinstance(space, Vectors):
        raise TypeError(f"expected a law on R^d, found one on {space!r}")
    return space.dimension


def _home(body: Term) -> Space:
    """Where the values of a function with this body lie."""
    from .matrices import home_of

    return home_of(body)


def _top(space: Space) -> Node:
    if isinstance(space, Range):
        return space.high
    raise TypeError(f"expected a range 1..n, found {space!r}")


class Divergence(Term):
    """KL(p || q): the Kullback-Leibler divergence, an extended real; infinite where p is not dominated by q."""

    __slots__ = ("p", "q")


class JensenShannon(Term):
    """JS(p, q): the mean divergence of p and of q from their mixture with equal weights; between 0 and log 2."""

    __slots__ = ("p", "q")


class Entropy(Term):
    """H(p): the (differential) entropy, where it exists."""

    __slots__ = ("p",)


class CrossEntropy(Term):
    """H(p, q): the cross-entropy -E_p[log q]."""

    __slots__ = ("p", "q")


class Wasserstein(Term):
    """W_k(p, q): the least (E|X - Y|^k)^(1/k) over all X with the law p and Y with the law q, k = ``order`` >= 1.

    The laws live on a space with a distance: a part of the line, or R^d with the Euclidean norm.  It may be infinite.
    """

    __slots__ = ("p", "q", "order")

    def __new__(cls, p: Law, q: Law, order: TermLike) -> Wasserstein:
        return super().__new__(cls, p, q, term(order))


class FunctionalDerivative(Term):
    """The functional derivative of ``functional`` (a scalar that mentions ``density``) by the density, at ``point``."""

    __slots__ = ("functional", "density", "point")


def KL(p: Law, q: Law) -> Term:
    """KL(p || q)."""
    return Divergence(p, q)


def JS(p: Law, q: Law) -> Term:
    """JS(p, q)."""
    return JensenShannon(p, q)


def W1(p: Law, q: Law) -> Term:
    """W_1(p, q), the Wasserstein distance of order 1."""
    return Wasserstein(p, q, 1)


def W2(p: Law, q: Law) -> Term:
    """W_2(p, q), the Wasserstein distance of order 2."""
    return Wasserstein(p, q, 2)


def H(p: Law) -> Term:
    """The entropy of p."""
    return Entropy(p)


def joint(name: str, product: Product) -> Density:
    """An unknown joint density on a product space."""
    return Density(name, product)


def point(name: str, space: Space) -> Var:
    """A variable over any space."""
    return Var(name, space)
