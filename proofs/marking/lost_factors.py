"""A factor that the right side has lost: one that a rule makes of the left side, as the binomial coefficient of a
probability, and that does not stand on the right.

Worlds tell whether it is the one, as of all corrections.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from ..language import Neg, Number, Power, Quotient, Term, Times, is_scalar
from .candidates import size
from .corrections import Correction
from .slip_places import Place
from .sums_and_products import ONE, times

LEAST = 1.9  # what such a correction costs at least: a rule is needed to see it
_SIZE = 0.02  # what each node of the factor costs more
_MOST = 30


def with_factor(right: Term, forms: Iterable[Term]) -> Iterator[Correction]:
    """The right side with a factor that stands in one of the forms of the left side and not on the right."""
    if not is_scalar(right) or isinstance(right, Number):
        return
    standing = frozenset(right.walk())
    found = (t for form in forms for t in factors(form) if t not in standing and ONE / t not in standing)
    for t in islice(dict.fromkeys(found), _MOST):
        whole = times(t, right)
        yield Correction(LEAST + _SIZE * size(t), whole, "a factor {new} {on}", Place(right), right, t, put=whole)


def factors(t: Term) -> Iterator[Term]:
    """What a product is made of; what stands below a line is one factor upside down."""
    match t:
        case Neg(arg):
            yield from factors(arg)
        case Times(args) if is_scalar(t):
            for arg in args:
                yield from factors(arg)
        case Quotient(num, den):
            yield from factors(num)
            for factor in factors(den):
                yield ONE / factor
        case Number() | Power(Number(), Number()):
            return
        case _:
            yield t


__all__ = ["LEAST", "factors", "with_factor"]
