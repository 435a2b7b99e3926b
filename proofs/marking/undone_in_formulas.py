"""Slips in formulas, undone: signs, factors, squares, functions, fractions, summands, transposes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..language import (
    Apply,
    Binder,
    CrossEntropy,
    Det,
    Divergence,
    Elementary,
    Entry,
    Exponential,
    Gamma,
    Inverse,
    LogNormal,
    MatMul,
    Matrices,
    Name,
    Neg,
    Normal,
    Number,
    Plus,
    Power,
    Quotient,
    Term,
    Times,
    Tr,
    Transpose,
    Vectors,
    exp,
    half,
    is_scalar,
    log,
    space_of,
    sqrt,
)
from .slip_places import Edit, Place, is_index, is_number, shown
from .sums_and_products import ONE, TWO, cancels, plus, times
from .vocabulary import Vocabulary, kind_of

_PARTNERS = {"sin": "cos", "cos": "sin", "sinh": "cosh", "cosh": "sinh", "max": "min", "min": "max"}
_ODD = frozenset(map(Elementary, ("sin", "tan", "sinh", "tanh", "arctan", "erf")))
_WORD = {"log": "logarithm", "exp": "exponential", "sqrt": "square root", "abs": "absolute value"}


def edits(place: Place, vocabulary: Vocabulary) -> Iterator[Edit]:
    """What may have been meant at the place."""
    node = place.node
    if not isinstance(node, Term):
        return
    if place.is_term:
        yield from _signs_and_factors(place)
    if place.takes_summand:
        yield from _summands(place, vocabulary)
    if is_number(node):
        yield from _powers(place, vocabulary)
        yield from _functions(place, vocabulary)
    elif not is_scalar(node):
        yield from _linear(place, vocabulary)
    yield from _parts(node)


def _signs_and_factors(place: Place) -> Iterator[Edit]:
    node = place.node
    summand = isinstance(place.parent, Plus)
    opposite = "the opposite sign of the log-determinant" if _log_determinant(node) else ""
    if isinstance(node, Neg):
        said = "a plus sign before {at}" if summand and place.k else "no minus sign before {at}"
        yield Edit(1.0, node.arg, opposite or said)
    elif not (isinstance(node, Number) and isinstance(place.parent, Power)) and not _is_pulled_out(place):
        first = summand and place.k == 0  # (a + b)^2 was meant to be (a - b)^2 rather than (-a + b)^2
        yield Edit(
            1.3 if first else 1.25,
            -node,
            opposite or ("the opposite sign {on}" if not summand else "a minus sign before {at}"),
        )
    match node:
        case Number():
            if isinstance(place.parent, Plus | Apply):
                yield Edit(2.0, -node, "{new} for {old}{where}")
        case Neg(Number() as inner) if place.above is not None:
            for factor in (half, TWO):
                yield Edit(1.05, times(factor, node), "{new} for {old}{where}", inner, times(factor, inner))
        case _:
            for factor in (half, TWO):
                yield Edit(1.05, times(factor, node), f"a factor {'$1/2$' if factor is half else '$2$'} {{on}}")


def _is_pulled_out(place: Place) -> bool:
    """Whether a sign here would be one before the whole: sin(-x) = -sin x."""
    return isinstance(place.parent, Apply) and place.parent.head in _ODD


def _log_determinant(node: Any) -> bool:
    match node:
        case Neg(arg) | Quotient(arg, Number()) | Times((Number(), arg)):
            return _log_determinant(arg)
        case Apply(Elementary("log"), (arg,)):
            return any(isinstance(n, Det) for n in arg.walk())
    return False


def _summands(place: Place, vocabulary: Vocabulary) -> Iterator[Edit]:
    node = place.node
    known = vocabulary.names.union(place.bound)
    exponent = isinstance(place.parent, Power) and place.at == 1
    cost = 2.3 if place.is_affine else 1.6 if exponent else 2.0  # what is lost from the whole side is told first
    for t in vocabulary.summands:
        if t is not node and t.free <= known:
            for new in (t, Neg(t)):
                if not cancels(node, new):
                    yield Edit(cost, plus(node, new), "{new} for {old}{where}")


def _powers(place: Place, vocabulary: Vocabulary) -> Iterator[Edit]:
    node = place.node
    deviation = isinstance(place.parent, Normal | LogNormal) and place.at == 1
    rate = isinstance(place.parent, Gamma | Exponential) and place.parent.__match_args__[place.at] == "rate"
    if deviation:
        said = "{new} for {old} in the law (a variance stands where a deviation is meant)"
        if isinstance(node, Power) and node.exponent is TWO:
            yield Edit(0.7, node.base, said)
        else:
            yield Edit(1.1, sqrt(node), said)
    if rate:
        inverse = node.den if isinstance(node, Quotient) and node.num is ONE else ONE / node
        yield Edit(1.1, inverse, "{new} for {old} in the law (a scale stands where a rate is meant)")
    match node:
        case Power(base, Number(value)):
            if value == 2:
                inside = isinstance(place.parent, Apply)  # where a factor outside would do as well
                cost = 1.0 if base in vocabulary.written else 1.05 if inside else 1.2
                yield Edit(cost, base, "{new} for {old}{where} (the square is too much)")
            else:
                yield Edit(1.6, base, "{new} for {old}{where}")
            for other in (value - 1, value + 1):
                if other not in (0, 1) and value.denominator == 1:
                    yield Edit(1.6, Power(base, Number(other)), "the exponent $" + str(other) + "$ for {old}{where}")
            if value.denominator == 1:
                yield Edit(1.5, Power(base, Number(-value)), "the opposite sign of the exponent of {old}{where}")
            yield Edit(1.7, Power(base, Number(value / 2)), "{new} for {old}{where}")
        case Power(base, _):
            yield Edit(1.8, base, "{new} for {old}{where}")
        case Number():
            if node**2 in vocabulary.written and not isinstance(place.parent, Power):
                yield Edit(1.0, node**2, "{new} for {old}{where} (the square is missing)")
        case _:
            if not isinstance(place.parent, Power) and not is_index(node):
                if isinstance(node, Times | Quotient | Neg):
                    yield Edit(1.4, node**2, "the square of {at} (the square is missing)")
                else:
                    common = node**2 in vocabulary.written
                    yield Edit(1.0 if common else 1.2, node**2, "{new} for {old}{where} (the square is missing)")
                    yield Edit(1.9, node**3, "{new} for {old}{where}")
                    rooted = 1.8 if isinstance(node, Binder) else 1.6  # of a whole integral it is hardly ever lost
                    yield Edit(rooted, sqrt(node), "a square root of {old}{where}")
    if isinstance(node, Quotient):
        yield Edit(1.2, Quotient(node.den, node.num), "{old} inverted{where}")
    elif not isinstance(node, Number | Power | Neg) and not (isinstance(place.parent, Quotient)):
        yield Edit(1.6, ONE / node, "{new} for {old}{where}")


def _functions(place: Place, vocabulary: Vocabulary) -> Iterator[Edit]:
    node = place.node
    match node:
        case Apply(Elementary("log" | "exp" | "sqrt" | "abs" as name), (arg,)):
            yield Edit(1.4, arg, f"{{new}} for {{old}}{{where}} (the {_WORD[name]} is too much)")
            if name == "exp":
                yield Edit(1.5, log(arg), "{new} for {old}{where}")
        case Apply(Elementary(name), args) if name in _PARTNERS:
            yield Edit(1.4, Elementary(_PARTNERS[name])(*args), "{new} for {old}{where}")
    if isinstance(node, Neg) or is_index(node) or (isinstance(place.parent, Power) and place.at == 1):
        if isinstance(node, Neg):
            yield Edit(1.5, exp(node), "{new} for {old}{where} (the exponential is missing)")
        return
    if isinstance(place.parent, Apply) and place.parent.head in (Elementary("log"), Elementary("exp")):
        yield Edit(1.5, abs(node), "the absolute value of {at}")
        if place.parent.head is Elementary("exp"):
            return
    elif place.is_term and not isinstance(node, Number):
        yield Edit(1.7, abs(node), "the absolute value of {at}")
    more = 0.05 if isinstance(node, Quotient) else 0.0
    for function, word in ((log, "log"), (exp, "exp"), (sqrt, "sqrt")):
        if isinstance(node, Apply) and node.head is Elementary(word):
            continue
        if (
            isinstance(node, Number)
            and (node.value <= 1 or place.above is None)
            and function(node) not in vocabulary.written
        ):
            continue
        if function is sqrt and not isinstance(node, Number | Times | Quotient | Plus):
            continue  # of the others among the powers
        cost = 1.2 if function(node) in vocabulary.written else 1.6 if function is exp else 1.45
        if place.above is None:
            yield Edit(1.4 + more, function(node), f"the {_WORD[word]} of {{at}}")
        else:
            yield Edit(cost + more, function(node), f"{{new}} for {{old}}{{where}} (the {_WORD[word]} is missing)")


def _parts(node: Any) -> Iterator[Edit]:
    """A part too much, or joined in another way."""
    match node:
        case Quotient(num, den) if not (isinstance(num, Number) or isinstance(den, Number)):
            yield Edit(1.6, Times((num, den)), "a product in place of {old}{where}")
    match node:
        case Quotient(Times(args), den) if not isinstance(den, Number):
            for k, arg in enumerate(args):
                if is_scalar(arg) and not isinstance(arg, Number):
                    exchanged = Quotient(Times((*args[:k], den, *args[k + 1 :])), arg)
                    yield Edit(1.5, exchanged, "{old} and {new} exchanged", arg, den)
    match node:
        case Plus((first, Number() | Neg(Number()))):
            yield Edit(1.35, first, "{new} for {old}{where}")
    match node:
        case Plus(args):
            for k, arg in enumerate(args):
                rest = (*args[:k], *args[k + 1 :])
                kept = rest[0] if len(rest) == 1 else Plus(rest)
                inner = arg.arg if isinstance(arg, Neg) else arg
                yield Edit(1.9, kept, f"the term {shown(inner)} left out", drops=True)
            if all(map(is_scalar, args)):
                yield Edit(2.0, Times(args), "a product in place of {old}{where}")
        case Times(args):
            for k in range(len(args)):
                rest = (*args[:k], *args[k + 1 :])
                if is_scalar(args[k]):
                    kept = rest[0] if len(rest) == 1 else Times(rest)
                    yield Edit(1.9, kept, "{new} for {old}{where}", drops=True)
            if all(map(is_scalar, args)):
                yield Edit(2.0, Plus(args), "a sum in place of {old}{where}")
                traces = [a for a in args if isinstance(a, Tr)]
                if len(traces) == len(args):
                    yield Edit(1.8, Tr(MatMul(tuple(t.arg for t in traces))), "{new} for {old}{where}")
        case Divergence(p, q) | CrossEntropy(p, q):
            yield Edit(1.05, type(node)(q, p), "the divergence reversed")
        case Entry(matrix, row, column) if row is not column:
            yield Edit(1.2, Entry(matrix, column, row), "the indices of {old} exchanged{where}")


def _linear(place: Place, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Vectors and matrices."""
    node = place.node
    match node:
        case Transpose(arg) if _square(arg):
            yield Edit(1.3, arg, "{new} for {old}{where} (no transpose)")
        case Inverse(arg):
            yield Edit(1.2, arg, "{new} for {old}{where} (no inverse)")
        case MatMul(args) if all(isinstance(space_of(a), Matrices) for a in args):
            yield Edit(1.3, MatMul(args[::-1]), "the factors of {old} in the other order{where}")
            for k in range(len(args) - 1) if len(args) > 2 else ():
                exchanged = (*args[:k], args[k + 1], args[k], *args[k + 2 :])
                yield Edit(1.4, MatMul(exchanged), "{new} for {old}{where}")
    if _square(node):
        if not isinstance(node, Inverse) and not isinstance(place.parent, Inverse):
            yield Edit(1.25, Inverse(node), "{new} for {old}{where} (the inverse is missing)")
        if not isinstance(node, Transpose) and not isinstance(place.parent, Transpose):
            yield Edit(1.35, Transpose(node), "{new} for {old}{where} (the transpose is missing)")
    if place.above is None:
        yield Edit(1.25, node.arg if isinstance(node, Neg) else -node, "the opposite sign {on}")
    if place.above is None or isinstance(place.parent, Plus):
        for factor in (half, TWO):
            yield Edit(1.05, times(factor, node), f"a factor {'$1/2$' if factor is half else '$2$'} {{on}}")
    if isinstance(node, Plus):
        for k, arg in enumerate(node.args):
            other = arg.arg if isinstance(arg, Neg) else -arg
            yield Edit(1.2, Plus((*node.args[:k], other, *node.args[k + 1 :])), "{new} for {old}{where}")
    if isinstance(space_of(node), Vectors) and isinstance(node, Name):
        for other in vocabulary.kin.get(kind_of(node), ()):
            if other is not node:
                yield Edit(2.0, Plus((node, Neg(other))), "{new} for {old}{where}")


def _square(node: Any) -> bool:
    space = space_of(node)
    return isinstance(space, Matrices) and space.rows is space.columns


__all__ = ["edits"]
