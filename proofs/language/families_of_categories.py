"""The named laws about categories 1, ..., K: of their shares, of how often each is drawn, of which one is drawn."""

from __future__ import annotations

from .binders import ForAll, Prod, Sum
from .binding import fresh_beside
from .families_of_counts import ONE, Counting
from .laws import Family
from .matrices import Column, space_of
from .node import Node
from .spaces import Compositions, Range, Simplex, Space, Vectors
from .terms import Number, Plus, Term, Var, factorial, gamma, log, loggamma


def categories(vector: Term) -> Term:
    """How many coordinates a vector has.  Raises ``TypeError`` for what is none."""
    space = space_of(vector)
    if isinstance(space, Vectors):
        return space.dimension
    raise TypeError(f"expected a vector with an entry for each category, found {vector!r}")


def over_categories(vector: Term, *others: Node) -> Var:
    """An index of the coordinates of a vector, that stands in none of the terms."""
    return fresh_beside(Var("i", Range(ONE, categories(vector))), vector, *others)


def entry(vector: Term, i: Term) -> Term:
    """A coordinate; of a sum of vectors the sum of theirs."""
    match vector:
        case Plus(args):
            return Plus(tuple(entry(a, i) for a in args))
    return vector[i]


def positive(vector: Term) -> tuple[Node, ...]:
    """That all entries are, of a vector that is written by its entries each by itself."""
    if isinstance(vector, Column):
        return tuple(each > 0 for each in vector.entries)
    i = over_categories(vector)
    return (ForAll(entry(vector, i) > 0, i),)


def some_category(vector: Term) -> tuple[Node, ...]:
    """That there is a category at all; nothing where their number is written."""
    count = categories(vector)
    return () if isinstance(count, Number) and count.value >= 1 else (count >= 1,)


def probabilities(p: Term) -> tuple[Node, ...]:
    """What makes a vector one of probabilities: of a point of a simplex, that there is one."""
    if isinstance(p, Var) and isinstance(p.space, Simplex):
        return some_category(p)
    i = over_categories(p)
    whole = Plus(tuple(p.entries)) if isinstance(p, Column) else Sum(entry(p, i), i)
    return *some_category(p), *positive(p), whole.eq(1)


class Dirichlet(Family):
    """Dirichlet on the simplex: shares of the categories, with a vector of concentrations."""

    __slots__ = ("concentration", "label")

    @property
    def home(self) -> Space:
        return Simplex(categories(self.concentration))

    def conditions(self) -> tuple[Node, ...]:
        return *some_category(self.concentration), *positive(self.concentration)

    def log_density(self, x: Term) -> Term:
        a = self.concentration
        i = over_categories(a, x)
        normaliser = loggamma(Sum(entry(a, i), i)) - Sum(loggamma(entry(a, i)), i)
        return normaliser + Sum((entry(a, i) - 1) * log(x[i]), i)

    def density(self, x: Term) -> Term:
        a = self.concentration
        i = over_categories(a, x)
        return gamma(Sum(entry(a, i), i)) / Prod(gamma(entry(a, i)), i) * Prod(x[i] ** (entry(a, i) - 1), i)


class Multinomial(Counting):
    """How often each category is drawn in ``count`` independent draws with ``probabilities``, a vector."""

    __slots__ = ("count", "probabilities", "label")
    whole = ("count",)

    @property
    def home(self) -> Space:
        return Compositions(categories(self.probabilities), self.count)

    def conditions(self) -> tuple[Node, ...]:
        return (self.count >= 0, *probabilities(self.probabilities))

    def mass(self, x: Term) -> Term:
        n, p = self.count, self.probabilities
        i = over_categories(p, x)
        if n is ONE:  # a unit vector
            return Prod(p[i] ** x[i], i)
        return factorial(n) / Prod(factorial(x[i]), i) * Prod(p[i] ** x[i], i)

    def log_density(self, x: Term) -> Term:
        n, p = self.count, self.probabilities
        i = over_categories(p, x)
        if n is ONE:
            return Sum(x[i] * log(p[i]), i)
        return loggamma(n + 1) - Sum(loggamma(x[i] + 1), i) + Sum(x[i] * log(p[i]), i)


class Categorical(Counting):
    """The number 1, ..., K of the category that is drawn with ``probabilities``, a vector."""

    __slots__ = ("probabilities", "label")

    @property
    def home(self) -> Space:
        return Range(ONE, categories(self.probabilities))

    def conditions(self) -> tuple[Node, ...]:
        return probabilities(self.probabilities)

    def mass(self, x: Term) -> Term:
        return self.probabilities[x]

    def log_density(self, x: Term) -> Term:
        return log(self.probabilities[x])
