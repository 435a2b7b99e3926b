"""What a term of rational numbers alone comes to, exactly."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from .matrices import Coord, Det, Entry, Form, Identity, Tr
from .tables import determinant, dot, table, trace
from .terms import Neg, Number, Plus, Power, Quotient, Term, Times

_LARGEST = 64  # exponent
_DIGITS = 4096  # bits of a number that is still computed with


@lru_cache(maxsize=50_000)
def exact(t: Term) -> Fraction | None:
    """The number that a term is, by arithmetic with rational numbers and the entries of what is written out; None for
    any other term, and for one without a value."""
    match t:
        case Number(value):
            return value
        case Neg(arg):
            return None if (inner := exact(arg)) is None else -inner
        case Plus(args) | Times(args):
            return _folded(args, isinstance(t, Times))
        case Quotient(num, den):
            above, below = exact(num), exact(den)
            return above / below if above is not None and below else None
        case Power(base, exponent):
            return _power(exact(base), exact(exponent))
        case Det(matrix) | Tr(matrix):
            entries = table(matrix)
            whole = None if entries is None else determinant(entries) if isinstance(t, Det) else trace(entries)
            return None if whole is None else exact(whole)
        case Form(left, Identity(), right):
            one, other = table(left), table(right)
            if one is None or other is None or len(one) != len(other):
                return None
            return exact(dot(*(tuple(row[0] for row in entries) for entries in (one, other))))
        case Coord(whole_, Number(k)):
            entries = table(whole_)
            return exact(entries[int(k) - 1][0]) if entries is not None and k in range(1, len(entries) + 1) else None
        case Entry(whole_, Number(j), Number(k)):
            entries = table(whole_)
            inside = entries is not None and j in range(1, len(entries) + 1) and k in range(1, len(entries[0]) + 1)
            return exact(entries[int(j) - 1][int(k) - 1]) if entries is not None and inside else None
    return None


def _folded(args: tuple[Term, ...], product: bool) -> Fraction | None:
    whole = Fraction(int(product))
    for arg in args:
        value = exact(arg)
        if value is None:
            return None
        whole = whole * value if product else whole + value
    return whole if _is_small(whole) else None


def _power(base: Fraction | None, exponent: Fraction | None) -> Fraction | None:
    if base is None or exponent is None or exponent.denominator != 1 or abs(exponent) > _LARGEST or not _is_small(base):
        return None
    if not base and exponent <= 0:
        return None  # 0^0 is for others to say
    return Fraction(base ** int(exponent))


def _is_small(value: Fraction) -> bool:
    return max(value.numerator.bit_length(), value.denominator.bit_length()) <= _DIGITS


__all__ = ["exact"]
