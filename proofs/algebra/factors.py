"""The irreducible factors of a term, and the sign that each may have: from them the sign of a product can be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..language import Term
from ..language.facts import Facts
from ..language.masks import NEGATIVE, POSITIVE
from . import reading
from .ring import Full, Poly, Ring, TooLarge, Undefined
from .scope import Scope
from .spelling import polynomial


@dataclass(frozen=True)
class Factor:
    """An irreducible factor, its exponent (negative in a denominator), and the signs that it may have."""

    term: Term
    exponent: int
    sign: int


def factors(t: Term, facts: Facts, ring: Ring) -> tuple[Factor, ...] | None:
    """The factors of a scalar term wherever it has a value; the first is its constant, of exponent 1.

    A root and an absolute value vanish only with what they are of, and so that stands in their place, squared.  In one
    ring a factor is always written in the same way.  None where algebra does not read the term.
    """
    scope = Scope.of(ring, facts)
    try:
        value = ring.lowest(reading.value(scope, t))
        if value.num == 0:
            return None
        constant, above = ring.factored(value.num)
        _, below = ring.factored(value.den)
    except (Full, Undefined, TooLarge):
        return None
    whole = Factor(polynomial(ring, ring.constant(constant)), 1, POSITIVE if constant > 0 else NEGATIVE)
    powers = [*above, *((f, -n) for f, n in below)]
    return (whole, *(factor for f, n in powers for factor in _opened(scope, f, n)))


def _opened(scope: Scope, f: Poly, n: int) -> Iterator[Factor]:
    gen = scope.ring.single(f)
    if gen is not None and gen.kind in ("root", "abs"):
        inside = gen.data[0] if gen.kind == "root" else gen.data
        for inner, times in scope.ring.factored(inside)[1]:
            yield from _opened(scope, inner, 2 * times if n > 0 else -2 * times)
        return
    yield Factor(polynomial(scope.ring, f), n, scope.sign(f))
