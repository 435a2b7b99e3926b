"""Products that have a given value in a world, as (m - n)^2 / (2 s^2) or n log t.

They are made of a simple number, small powers of names, and perhaps a logarithm or the square of a difference.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product

from ..language import Number, Term, Var, e, log, pi
from ..views import negated, over, times

_CLOSE = 1e-11
_NAMES = 5
_DEGREE = 3  # of a product of names, counting those of the denominator
_BESIDE = 2  # ... beside a logarithm or a square
_POSITIVE = [Fraction(text) for text in ("1", "2", "3", "4", "6", "1/2", "1/3", "1/4", "1/6", "3/2", "2/3")]
_NUMBERS = sorted([*_POSITIVE, *(-value for value in _POSITIVE)])
_SIZES = [float(value) for value in _NUMBERS]  # fractions are slow to compare with floats
_UNDER_LOGARITHMS = ((Number(2), 2.0), (Number(2) * pi, 2 * math.pi), (Number(2) * pi * e, 2 * math.pi * math.e))
Named = Sequence[tuple[Var, float]]


def products(wanted: float, named: Named) -> Iterator[Term]:
    """The products that have the value ``wanted`` where the names have theirs."""
    named = [(name, x) for name, x in named if x][:_NAMES]
    beside = [*_beside(named)]
    for exponents in product(range(-_DEGREE, _DEGREE + 1), repeat=len(named)):
        degree = sum(map(abs, exponents))
        if degree > _DEGREE:
            continue
        left_over = wanted / math.prod(x**n for (_, x), n in zip(named, exponents, strict=True))
        if degree > 1:
            yield from _made(left_over, named, exponents)
        for term, value in beside if degree <= _BESIDE else ():
            yield from _made(left_over / value, named, exponents, term)


def _beside(named: Named) -> Iterator[tuple[Term, float]]:
    """Logarithms and squares of differences of names, with their values."""
    for name, x in named:
        if x > 0 and x != 1:
            yield log(name), math.log(x)
            for factor, c in _UNDER_LOGARITHMS:
                yield log(times(factor, name)), math.log(c * x)
                yield log(times(factor, name**2)), math.log(c * x * x)
    for (a, x), (b, y) in combinations(named, 2):
        if a.space is b.space and x != y:
            yield (a - b) ** 2, (x - y) ** 2
            if x / y > 0:
                yield log(a / b), math.log(x / y)


def _made(number: float, named: Named, exponents: Sequence[int], *factors: Term) -> Iterator[Term]:
    """The product with a simple number in front, if that is what ``number`` is."""
    width = _CLOSE * abs(number)
    at = bisect_left(_SIZES, number - width)
    if at == len(_SIZES) or _SIZES[at] > number + width:
        return
    c = abs(_NUMBERS[at])
    powers = [(name if abs(n) == 1 else name ** abs(n), n) for (name, _), n in zip(named, exponents, strict=True)]
    above = [Number(c.numerator)] * (c.numerator != 1) + [p for p, n in powers if n > 0]
    below = [Number(c.denominator)] * (c.denominator != 1) + [p for p, n in powers if n < 0]
    made = over(times(*above, *factors), times(*below))
    yield made if number > 0 else negated(made)


__all__ = ["products"]
