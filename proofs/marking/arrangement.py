"""What two terms have in common that are written alike, up to the order of terms and factors and where signs and
numbers stand: x/2 + y and y + (1/2) x."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Any

from ..language import Neg, Node, Number, Plus, Power, Quotient, Times, canonical, is_scalar


def arranged(t: Any) -> Any:
    """A key of a term that is the same for such terms."""
    return _key(canonical(t))


@lru_cache(maxsize=20_000)
def _key(t: Any) -> Any:
    match t:
        case Plus(args):
            return ("+", tuple(sorted(map(repr, coefficients_of(args)))))
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


def coefficients_of(summands: Iterable[Any], sign: Fraction = Fraction(1)) -> Iterator[Any]:
    """The numbers by which canonical summands begin, each with the key of the rest."""
    for each in summands:
        match each:
            case Plus(inner):
                yield from coefficients_of(inner, sign)
            case Neg(Plus(inner)):
                yield from coefficients_of(inner, -sign)
            case _:
                coefficient, factors = _product(each)
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


__all__ = ["arranged", "coefficients_of"]
