"""Relations between terms, and the facts that hypotheses are made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any, NoReturn

from .node import Node
from .terms import Term, term

SYMBOLS = ("=", "<=", "<", ">=", ">", "!=")
FLIPPED = {"=": "=", "<=": ">=", "<": ">", ">=": "<=", ">": "<", "!=": "!="}
CONTRARY = {"=": "!=", "<=": ">", "<": ">=", ">=": "<", ">": "<=", "!=": "="}


class Statement(Node):
    """What can hold or fail: a relation, a fact, an equivalence."""

    __slots__ = ()

    def walk(self) -> Iterator[Node]:
        """As of any node; what is below is kept, since whoever reads or judges a statement looks through all of it."""
        try:
            below = self._below
        except AttributeError:
            below = tuple(super().walk())[1:]  # without itself: it would hold itself for ever
            _put_below(self, below)
        return chain((self,), below)

    def __bool__(self) -> NoReturn:
        raise TypeError("a statement has no truth value until it is judged; terms are compared with `is`")


_put_below = Node._below.__set__  # type: ignore[attr-defined, misc]


class Relation(Statement):
    """left symbol right, between terms.  SymPy and LaTeX see it the way it was written."""

    __slots__ = ("left", "symbol", "right")

    def __new__(cls, left: Any, symbol: str, right: Any) -> Relation:
        if symbol not in SYMBOLS:
            raise ValueError(f"expected one of {' '.join(SYMBOLS)}, found {symbol!r}")
        return super().__new__(cls, term(left), symbol, term(right))

    def flipped(self) -> Relation:
        return Relation(self.right, FLIPPED[self.symbol], self.left)

    def contrary(self) -> Relation:
        """What holds, of two numbers, where this does not."""
        return Relation(self.left, CONTRARY[self.symbol], self.right)

    def _sympy_(self) -> Any:
        from .sympy_door import to_sympy

        return to_sympy(self)


class Fact(Statement):
    """predicate(args): a hypothesis that is no relation between numbers.  Build one with the functions below."""

    __slots__ = ("predicate", "args")


class AlmostEverywhere(Statement):
    """left = right, two densities on one space, but for a null set of its reference measure."""

    __slots__ = ("left", "right")


class Iff(Statement):
    """Two statements that hold or fail together."""

    __slots__ = ("left", "right")


def density(p: Node) -> Fact:
    """p is a probability density: non-negative, measurable, with integral one.

    Of a joint density the version is meant whose marginals are finite everywhere, not only almost everywhere.
    """
    return Fact("density", (p,))


def dominated(q: Node, p: Node) -> Fact:
    """q is dominated by p: where p vanishes, so does q (but for a null set).  Written q << p."""
    return Fact("dominated", (q, p))


def finite(t: Term) -> Fact:
    """The (extended) value of the term exists and is a finite real number."""
    return Fact("finite", (t,))


def nonzero(t: Term) -> Relation:
    """The term's value is not 0."""
    return Relation(t, "!=", 0)


def positive_definite(matrix: Term) -> Fact:
    """The matrix is symmetric, with x' A x > 0 for every x != 0."""
    return Fact("positive_definite", (matrix,))


def invertible(matrix: Term) -> Fact:
    """The square matrix has an inverse."""
    return Fact("invertible", (matrix,))


def differentiable(f: Node) -> Fact:
    """The function is continuously differentiable on its whole domain."""
    return Fact("differentiable", (f,))


def differentiable_under(mean: Node, at: Any) -> Fact:
    """The mean, a ``Lambda`` of a parameter, may be differentiated at ``at`` under the expectation.

    Its law is free of the parameter, it is finite at ``at``, and there is a function h of finite mean, free of the
    parameter, that bounds the derivative of the integrand: in a neighbourhood of ``at``, wherever there is one.
    """
    return Fact("differentiable_under", (mean, term(at)))


def polynomial(f: Node) -> Fact:
    """The values of the function are a polynomial in its argument (in its coordinates)."""
    return Fact("polynomial", (f,))


def triangular(f: Node) -> Fact:
    """The i-th coordinate of f(x) depends on x_1, ..., x_i only."""
    return Fact("triangular", (f,))


def diffeomorphism(f: Node) -> Fact:
    """The function is a bijection, continuously differentiable in both directions."""
    return Fact("diffeomorphism", (f,))


def inverse(h: Node, f: Node, home: Node) -> Fact:
    """h undoes f, a smooth increasing function from R onto the inside of ``home``: h(f(x)) = x for all x, f(h(y)) = y
    for all y there, and beyond h has no values."""
    return Fact("inverse", (h, f, home))


def positive_density(p: Node) -> Fact:
    """The density p vanishes nowhere."""
    return Fact("positive_density", (p,))


def lipschitz(f: Node, constant: Any) -> Fact:
    """|f(x) - f(y)| <= constant |x - y| for all x and y in the domain of f, a part of the line or R^d."""
    return Fact("lipschitz", (f, term(constant)))


SHAPES = ("convex", "concave", "increasing", "decreasing", "even", "odd")
STRICT = ("convex", "concave", "increasing", "decreasing")  # shapes that a function may have strictly
SHAPES_IN_WORDS = {
    **{shape: shape for shape in SHAPES},
    **{f"strictly_{shape}": f"strictly {shape}" for shape in STRICT},
}  # of each fact about the shape of a function


def shaped(shape: str, f: Node, strictly: bool = False) -> Fact:
    """What the graph of a function f is like, on its whole domain: the line or, where that has a meaning, R^d.

    Convex: f(s x + (1 - s) y) <= s f(x) + (1 - s) f(y) for 0 <= s <= 1; increasing: f(x) <= f(y) for x <= y; even:
    f(-x) = f(x); odd: f(-x) = -f(x).  Strictly: with < for x != y and 0 < s < 1.
    """
    if shape not in (STRICT if strictly else SHAPES):
        raise ValueError(f"expected one of {', '.join(SHAPES)}, found {shape!r}")
    return Fact(f"strictly_{shape}" if strictly else shape, (f,))


def singular(p: Node, q: Node) -> Fact:
    """The laws p and q live on disjoint sets.  Written p ⊥ q."""
    return Fact("singular", (p, q))


def independent(law: Node, *functions: Node) -> Fact:
    """The random variables f(omega), g(omega), ... of a point with the law are independent of each other, all together.

    Each is a function on the space of the law, or a family of such, which stands for all its members.
    """
    return Fact("independent", (law, *functions))


class Claim(Node):
    """Under ``hypotheses`` (a tuple of statements or ``ForAll``), ``statement`` holds: what both judges are asked."""

    __slots__ = ("hypotheses", "statement")
