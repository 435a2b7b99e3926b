"""Whether two relations are one line, up to the order of terms and factors and where signs and numbers stand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from proofs.language import Plus, Relation, Statement, canonical
from proofs.marking.arrangement import arranged, coefficients_of


def same(a: Statement, b: Statement) -> bool:
    """Whether two relations are one line, up to the order of terms and factors and where signs and numbers stand."""
    assert isinstance(a, Relation) and isinstance(b, Relation)
    return a.symbol == b.symbol and arranged(a.left) == arranged(b.left) and arranged(a.right) == arranged(b.right)


def comes_to_the_same(a: Statement, b: Statement) -> bool:
    """Whether two equations are one, up to terms moved across and collected and a number that divides all of them.

    Nothing is multiplied out, and numbers alone are not told from each other: 1 = 3 - 2 is not 4 = 4.
    """
    assert isinstance(a, Relation) and isinstance(b, Relation)
    first, second = _collected(a), _collected(b)
    if a.symbol != "=" or b.symbol != "=" or not any(first) or first.keys() != second.keys():
        return False
    return len({first[key] / second[key] for key in first}) == 1


def _collected(equation: Relation) -> dict[Any, Fraction]:
    """The coefficients of the left side minus the right, by what they multiply."""
    sides = canonical(equation.left), canonical(equation.right)
    total: dict[Any, Fraction] = {}
    for side, sign in zip(sides, (Fraction(1), Fraction(-1)), strict=True):
        for coefficient, factors in coefficients_of(side.args if isinstance(side, Plus) else (side,), sign):
            total[factors] = total.get(factors, Fraction(0)) + coefficient
    return {factors: coefficient for factors, coefficient in total.items() if coefficient}
