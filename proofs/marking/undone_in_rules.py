"""Slips in the rules of calculation, undone: half of a rule is forgotten, or one rule is taken for another.

The chain rule leaves a factor, a change of variables one beneath the integral, a power its exponent; an event is
counted for its complement, log x^2 for (log x)^2, a quotient of logarithms for the logarithm of a quotient.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    Apply,
    Elementary,
    Expectation,
    Int,
    Integers,
    Interval,
    Neg,
    Number,
    Plus,
    PositiveReals,
    Power,
    Quotient,
    Sum,
    Term,
    Times,
    Var,
    is_scalar,
)
from .slip_places import Edit, Place, is_number
from .sums_and_products import ONE, times
from .vocabulary import Vocabulary

_DOUBLED = {"sin": "cos", "cos": "sin", "sinh": "cosh", "cosh": "sinh"}  # sin 2x = 2 sin x cos x


def edits(place: Place, vocabulary: Vocabulary) -> Iterator[Edit]:
    """What may have been meant at the place."""
    if not is_number(place.node) or (isinstance(place.parent, Power) and place.at == 1):
        return
    yield from _complements(place)
    yield from _forgotten_factors(place)
    yield from _exponents(place, vocabulary)
    yield from _other_rules(place)


def _complements(place: Place) -> Iterator[Edit]:
    """1 - t for t, which is what is left of a probability, and t for 1 - t."""
    node, whole = place.node, place.above is None
    if isinstance(node, Plus) and node.args[0] is ONE and len(node.args) == 2:
        rest = node.args[1]
        new = rest.arg if isinstance(rest, Neg) else Neg(rest)
        yield Edit(1.3 if whole else 1.7, new, "{new} for {old}{where} (the complement is meant)")
    elif whole and not isinstance(node, Number | Plus | Expectation):  # a mean is no probability
        said = "{new} for {old} (the complement is meant)"
        yield Edit(1.3, Plus((ONE, node.arg if isinstance(node, Neg) else Neg(node))), said)


def _forgotten_factors(place: Place) -> Iterator[Edit]:
    """A factor that a rule leaves: of the product t (1 - t), of the variables changed, of a function of 2x."""
    node = place.node
    if place.above is None and not isinstance(node, Number):
        factor = Plus((ONE, Neg(node)))
        yield Edit(1.5, Times((node, factor)), "a factor {new} {on}", node, factor)
    if isinstance(place.parent, Int | Sum | Expectation) and place.at == 0 and is_scalar(place.parent.var):
        changed = isinstance(place.parent, Int) and isinstance(place.parent.var.space, PositiveReals | Interval)
        x = place.parent.var
        yield Edit(1.3 if changed else 1.6, times(x, node), "a factor {new} {on}", node, x)
    match node:
        case Apply(Elementary(name), (arg,)) if name in _DOUBLED:
            factor = Elementary(_DOUBLED[name])(arg)
            yield Edit(1.5, Times((node, factor)), "a factor {new} {on}", node, factor)


def _exponents(place: Place, vocabulary: Vocabulary) -> Iterator[Edit]:
    """A count or a dimension lost from an exponent, and an exponent that became a factor or was one."""
    node = place.node
    exponential = isinstance(node, Apply) and node.head is Elementary("exp")  # whose exponent has a factor instead
    if (place.is_term or isinstance(place.parent, Times)) and not (exponential or isinstance(node, Power | Neg)):
        for n in vocabulary.scalars:
            if n is not node and isinstance(n.space, Integers) and node is not ONE:
                yield Edit(1.5, Power(node, n), "{new} for {old}{where} (the exponent is missing)")
    match node:
        case Power(base, Number(value) as count) if value.denominator == 1 and value > 1:
            cost = 1.75 if isinstance(base, Var) else 1.5  # (log x)^2 for 2 log x comes of log x^2
            yield Edit(cost, times(count, base), "{new} for {old}{where} (a factor, no exponent)")
        case Times((Number(value) as count, *rest)) if value.denominator == 1 and value > 1:
            base = rest[0] if len(rest) == 1 else Times(tuple(rest))
            yield Edit(1.5, Power(base, count), "{new} for {old}{where} (an exponent, no factor)")


def _other_rules(place: Place) -> Iterator[Edit]:
    """A difference for a quotient and a quotient for a difference, as logarithms turn one into the other."""
    node = place.node
    logarithms = _is_logarithm(node) or (isinstance(place.parent, Apply) and place.parent.head is Elementary("log"))
    cost = 1.5 if logarithms else 2.0
    match node:
        case Quotient(num, den) if not isinstance(num, Number):
            yield Edit(cost, Plus((num, Neg(den))), "a difference in place of {old}{where}")
        case Plus((first, Neg(second))):
            yield Edit(cost, Quotient(first, second), "a quotient in place of {old}{where}")


def _is_logarithm(t: Term) -> bool:
    """Whether a quotient or a difference is one of logarithms."""
    parts = t.args if isinstance(t, Plus) else t.children()
    inner = [part.arg if isinstance(part, Neg) else part for part in parts]
    return bool(inner) and all(isinstance(part, Apply) and part.head is Elementary("log") for part in inner)


__all__ = ["edits"]
