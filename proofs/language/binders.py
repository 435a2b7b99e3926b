"""Binders: terms that own a variable.

The scope of a bound variable is the field ``body`` alone; every other field (the law of an expectation, the point of a
derivative) and the variable's own space stand outside it.
"""

from __future__ import annotations

from typing import Any

from .node import Name, Node
from .terms import Head, Term, TermLike, Var, term


class Binder(Node):
    """Base: ``body``, the first field, is the scope of ``var``, the second."""

    __slots__ = ()
    body: Node
    var: Var

    def _free(self) -> frozenset[Name]:
        outside = (value.free for value in self.fields[2:] if isinstance(value, Node))
        return frozenset().union(self.body.free - {self.var}, self.var.space.free, *outside)


class TermBinder(Term, Binder):
    """A binder that is a term."""

    __slots__ = ()
    body: Term


class Int(TermBinder):
    """The integral of ``body`` over the space of ``var`` (a sum, where a world makes that space finite)."""

    __slots__ = ("body", "var")


class Sum(TermBinder):
    """The sum of ``body`` over the index range of ``var``; an empty range gives 0."""

    __slots__ = ("body", "var")


class Prod(TermBinder):
    """The product of ``body`` over the index range of ``var``; an empty range gives 1."""

    __slots__ = ("body", "var")


class Expectation(TermBinder):
    """The mean of ``body`` when ``var`` has the law ``law``: value times weight, null atoms skipped."""

    __slots__ = ("body", "var", "law")


class Limit(TermBinder):
    """The limit of ``body`` as ``var`` tends to ``to`` (a number, oo or -oo), where there is one.

    ``side`` is "+" from above, "-" from below, "" from both sides.
    """

    __slots__ = ("body", "var", "to", "side")

    def __new__(cls, body: Term, var: Var, to: Term, side: str = "") -> Limit:
        if side not in ("", "+", "-"):
            raise ValueError(f"expected a side '+', '-' or '', found {side!r}")
        return super().__new__(cls, body, var, to, side)


class Derivative(TermBinder):
    """The derivative of the scalar ``body`` by the scalar ``var``, at the point ``at``."""

    __slots__ = ("body", "var", "at")


class Sup(TermBinder):
    """The least upper bound of ``body`` over the space of ``var`` (an interval with its ends, a range): an extended
    real number.  The greatest value is this one, where it is attained; a least value is ``-Sup(-body)``."""

    __slots__ = ("body", "var")


class Gradient(TermBinder):
    """The partial derivatives of the scalar ``body`` by the vector or matrix ``var``, at the point ``at``, in the shape
    of ``var``; the entries of a matrix vary one by one, whatever is known of the point."""

    __slots__ = ("body", "var", "at")


class Jacobian(TermBinder):
    """The matrix of partial derivatives of the vector ``body`` by the vector ``var``, at the point ``at``."""

    __slots__ = ("body", "var", "at")


class VectorOf(TermBinder):
    """The vector whose i-th coordinate is ``body``, i running over the range 1..n of ``var``."""

    __slots__ = ("body", "var")


class RowsOf(TermBinder):
    """The matrix whose i-th row has the entries of the vector ``body``, i running over the range 1..n of ``var``."""

    __slots__ = ("body", "var")


class MatProd(TermBinder):
    """The matrix product A_high ... A_2 A_1 over the index range of ``var``: the first factor stands rightmost."""

    __slots__ = ("body", "var")


class Lambda(Head, Binder):
    """The function var -> body; what an unknown function is replaced by.  ``Apply`` of it reduces by substitution."""

    __slots__ = ("body", "var")
    body: Term


class ForAll(Binder):
    """A relation or fact for every value of ``var``: only hypotheses are of this kind."""

    __slots__ = ("body", "var")


def E(body: TermLike, var: Var, law: Any) -> Term:
    """E_{var ~ law}[body]."""
    return Expectation(term(body), var, law)


def diff(body: TermLike, var: Var, at: TermLike | None = None) -> Term:
    """d body / d var, at the point ``at`` (by default at ``var`` itself)."""
    return Derivative(term(body), var, var if at is None else term(at))


def forall(var: Var, body: Node) -> ForAll:
    """``forall(j, sigma[j] > 0)``."""
    return ForAll(body, var)
