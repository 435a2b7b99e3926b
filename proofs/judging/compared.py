"""The numbers that a claim compares random variables with, the 3 of P(X <= 3): a law may have an atom there.

A random variable of which no law is known is a function on outcomes, and its values in a world are drawn; none of them
is 3 by itself, and P(X <= 3) = P(X < 3) would hold in every world.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from math import isqrt

from proofs import language as L

MOST = 4  # pairs that are tried


@lru_cache(maxsize=4096)
def compared(statement: L.Node) -> frozenset[tuple[L.Function, Fraction]]:
    """Functions on outcomes, with values at which a condition of the statement is met with equality."""
    conditions = (c for node in statement.walk() if isinstance(node, L.Cases) for c in node.conditions)
    found = dict.fromkeys(pair for each in conditions for pair in _atoms(each))
    return frozenset(sorted(found, key=lambda pair: (pair[0].name, pair[1]))[:MOST])


def _atoms(condition: L.Node) -> Iterator[tuple[L.Function, Fraction]]:
    match condition:
        case L.Relation(side, _, L.Number(limit)) | L.Relation(L.Number(limit), _, side) if not isinstance(
            side, L.Number
        ):
            heads = [n.head for n in side.walk() if isinstance(n, L.Apply) and _is_variable(n.head)]
            if len(set(heads)) == 1:
                yield from ((heads[0], value) for value in _where_equal(side, Fraction(limit)))


def _is_variable(head: L.Node) -> bool:
    return isinstance(head, L.Function) and len(head.domain) == 1 and isinstance(head.domain[0], L.Abstract)


def _where_equal(side: L.Term, limit: Fraction) -> Iterator[Fraction]:
    """The values of the variable in a term, X, |X|, X^2, where that is the limit."""
    match side:
        case L.Apply(L.Elementary("abs"), (inner,)):
            for value in {limit, -limit}:
                yield from _where_equal(inner, value)
        case L.Apply():
            yield limit
        case L.Neg(inner):
            yield from _where_equal(inner, -limit)
        case L.Power(inner, L.Number(two)) if two == 2 and limit >= 0:
            root = Fraction(isqrt(limit.numerator), isqrt(limit.denominator))
            if root * root == limit:
                for value in {root, -root}:
                    yield from _where_equal(inner, value)
        case L.Plus(parts):
            moving = [part for part in parts if not isinstance(part, L.Number)]
            if len(moving) == 1:
                shift = sum((Fraction(part.value) for part in parts if isinstance(part, L.Number)), Fraction(0))
                yield from _where_equal(moving[0], limit - shift)


__all__ = ["compared"]
