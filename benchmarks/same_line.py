"""Whether two relations are one line, up to the order of terms and factors and where signs and numbers stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from proofs.language import (
    Neg,
    Node,
    Number,
    Plus,
    Power,
    Quotient,
    Relation,
    Statement,
    Times,
    canonical,
    is_scalar,
)


def same(a: Statement, b: Statement) -> bool:
    """Whether two relations are one line, up to the order of terms and factors and where signs and numbers stand."""
    assert isinstance(a, Relation) and isinstance(b, Relation)
    return a.symbol == b.symbol and normal(a.left) == normal(b.left) and normal(a.right) == normal(b.right)


def normal(t: Any) -> Any:
    """A key of a term that is the same for such terms."""
    return _key(canonical(t))


def _key(t: Any) -> Any:
    match t:
        case Plus(args):
            return ("+", tuple(sorted(map(repr, _summands(args, Fraction(1))))))
        case Number() | Neg() | Times() | Quotient() | Power():
            coefficient, factors = _product(t)
            if len(factors) == 1 and isinstance(t, Quotient | Times | Neg):
                match factors[0]:
                    case (("+", _) as inner, 1) if coefficient == 1:
                        return inner
            return ("*", coefficient, factors)
        case Node():
            return (type(t).__name__, *(_field(f) for f in t.fields))
    return t


def _field(value: Any) -> Any:
    return tuple(map(_key, value)) if isinstance(value, tuple) else _key(value)


def _summands(args: Any, sign: Fraction) -> Iterator[Any]:
    for arg in args:
        match arg:
            case Plus(inner):
                yield from _summands(inner, sign)
            case Neg(Plus(inner)):
                yield from _summands(inner, -sign)
            case _:
                coefficient, factors = _product(arg)
                yield (sign * coefficient, factors)


def _product(t: Any) -> tuple[Fraction, tuple[Any, ...]]:
    """A product as its number and the powers of its other factors."""
    powers: Counter[Any] = Counter()
    coefficient = Fraction(1)

    def visit(t: Any, exponent: int) -> None:
        nonlocal coefficient
        match t:
            case Number(value) if value or exponent > 0:
                coefficient *= value**exponent
            case Neg(arg):
                coefficient *= (-1) ** exponent
                visit(arg, exponent)
            case Times(args) if is_scalar(t):
                for arg in args:
                    visit(arg, exponent)
            case Quotient(num, den):
                visit(num, exponent)
                visit(den, -exponent)
            case Power(base, Number(value)) if value.denominator == 1:
                visit(base, exponent * int(value))
            case _:
                key = _key(t) if not isinstance(t, Times | Power) else (type(t).__name__, *map(_field, t.fields))
                powers[key] += exponent

    visit(t, 1)
    factors = sorted(((k, n) for k, n in powers.items() if n), key=repr)
    return coefficient, tuple(factors)


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
        for coefficient, factors in _summands(side.args if isinstance(side, Plus) else (side,), sign):
            total[factors] = total.get(factors, Fraction(0)) + coefficient
    return {factors: coefficient for factors, coefficient in total.items() if coefficient}
