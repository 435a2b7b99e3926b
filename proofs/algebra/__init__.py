"""Exact algebra: are two terms equal by the laws of arithmetic alone?

Sums, products, quotients and powers are expanded; roots, exponentials, logarithms, absolute values and the gamma family
follow their own laws where signs allow; integrals, sums, expectations, unknown functions, forms and traces are opaque,
but for constant factors and linearity in vectors.  FLINT's polynomials decide.

Both terms are taken to have a value.  A denominator is cancelled only if it is proved not to be zero.
"""

from __future__ import annotations

from fractions import Fraction

from ..language import Number, Term, alpha_equal, space_of
from ..language.facts import Facts
from . import reading, words
from .ring import Full, Ring, TooLarge, Undefined
from .scope import Scope

_SIZE = 48  # generators of a ring, at first
_ROOMY = 192  # ... and of one that has grown: with fewer, terms that share one push each other out and are read again
_LARGEST = 400
_rings: dict[Facts, Ring] = {}
_answers: dict[tuple[Term, Term, Facts], bool] = {}


def equal(a: Term, b: Term, facts: Facts) -> bool:
    """Whether a = b under the facts, by algebra."""
    if a is b:
        return True
    question = (a, b, facts)
    found = _answers.get(question)
    if found is None:
        if len(_answers) > 50_000:
            _answers.clear()
        found = _answers[question] = alpha_equal(a, b) or _in_some_ring(a, b, facts)
    return found


def zero(t: Term, facts: Facts) -> bool:
    """Whether t = 0 under the facts, by algebra."""
    return equal(t, Number(0), facts)


def is_number(t: Term, facts: Facts) -> Fraction | None:
    """The rational number that a term is by algebra, or None."""
    ring = Ring(_SIZE)
    while True:
        try:
            return ring.is_number(ring.lowest(reading.value(Scope.of(ring, facts), t)))
        except Full:
            ring = Ring(ring.size * 2)
        except (Undefined, TooLarge):
            return None


def _in_some_ring(a: Term, b: Term, facts: Facts) -> bool:
    """The answer in the ring that is kept for these facts, or in larger ones where its generators run out."""
    if len(_rings) > 200:
        _rings.clear()
    kept = _rings.get(facts)
    ring = kept or Ring(_SIZE)
    while True:
        _rings[facts] = ring
        try:
            return _equal(Scope.of(ring, facts), a, b)
        except Full:
            # A large ring that was kept may be full of other terms: then a new one of the same size may do.
            again = ring is kept and ring.size >= _ROOMY
            ring, kept = Ring(ring.size if again else 2 * ring.size), None
            if ring.size > _LARGEST:
                return False
        except (Undefined, TooLarge):
            return False


def _equal(scope: Scope, a: Term, b: Term) -> bool:
    if reading.is_linear(a) or reading.is_linear(b):
        same_space = reading.key(scope, space_of(a)).what == reading.key(scope, space_of(b)).what
        return same_space and words.equal(scope, a, b)
    if space_of(a) is not None or space_of(b) is not None:
        return reading.key(scope, a).what == reading.key(scope, b).what
    return scope.ring.equal(reading.value(scope, a), reading.value(scope, b))


__all__ = ["equal", "is_number", "zero"]
