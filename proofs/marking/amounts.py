"""Simple expressions by their values in a world, for what a side may have lost: a factor or a summand."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Any, TypeGuard

from ..judging.numbers import Evaluator
from ..language import (
    Apply,
    Coord,
    Expectation,
    Form,
    Function,
    Identity,
    Law,
    Name,
    Neg,
    Number,
    Plus,
    Quotient,
    Term,
    Times,
    Var,
    Vectors,
    half,
    is_scalar,
    log,
    pi,
    sqrt,
)
from ..language import e as euler
from .slip_places import places
from .sums_and_products import ONE, TWO, plus, times

_FACTORS = 8  # names or means that are multiplied by each other
Amount = tuple[float, float, Term]  # value, cost, expression


@dataclass(frozen=True)
class Amounts:
    """Simple expressions by their values in a world."""

    factors: list[Amount]
    summands: list[Amount]

    @staticmethod
    def of(evaluator: Evaluator, sides: Sequence[Term], plain: bool) -> Amounts:
        """``plain``: no expression but 2, 1/2 and 1, where there is only one value to go by."""
        if plain:
            return Amounts(_sorted(_signed([(2.0, 0.2, TWO), (0.5, 0.2, half)])), [])
        numbers = [*_numbers()]
        named = [*_of_names(evaluator, sides), *_of_sums(evaluator, sides)]
        return Amounts(
            _sorted(_signed([*numbers, *named])),
            _sorted(_signed([*numbers, *named, *_of_terms(evaluator, sides)])),
        )


def _sorted(amounts: list[Amount]) -> list[Amount]:
    return sorted((a for a in amounts if math.isfinite(a[0])), key=lambda amount: amount[0])


def _signed(amounts: list[Amount]) -> list[Amount]:
    return [*amounts, *((-value, cost + 0.1, Neg(t)) for value, cost, t in amounts)]


_PLAIN = [Fraction(text) for text in ("1", "2", "3", "4", "6", "1/2", "1/3", "1/4", "1/6", "2/3", "3/2")]


def _numbers() -> Iterator[Amount]:
    """Numbers that get lost."""
    for value in _PLAIN:
        yield float(value), 0.05 if value in (1, 2) else 0.15 if value == Fraction(1, 2) else 0.4, Number(value)
    for t, x in (
        (pi, math.pi),
        (TWO * pi, 2 * math.pi),
        (euler, math.e),
        (log(2), math.log(2)),
        (log(10), math.log(10)),
        (log(pi), math.log(math.pi)),
        (log(TWO * pi), math.log(2 * math.pi)),
        (sqrt(2), math.sqrt(2)),
        (sqrt(pi), math.sqrt(math.pi)),
        (sqrt(TWO * pi), math.sqrt(2 * math.pi)),
    ):
        yield x, 0.5, t
        yield 1 / x, 0.6, ONE / t
        yield x / 2, 0.6, t / 2


def _of_names(evaluator: Evaluator, sides: Sequence[Term]) -> Iterator[Amount]:
    """Simple expressions in one of the numbers that have a name."""
    found: dict[Term, None] = {
        n: None for side in sides for n in side.walk() if isinstance(n, Var | Coord) and is_scalar(n)
    }
    free = frozenset().union(*(side.free for side in sides))
    labels = {n.index for side in sides for n in side.walk() if isinstance(n, Coord)}  # (i - k)^2 measures nothing
    for name in found:
        x = number(evaluator, name) if name.free <= free else None
        if not x:
            continue
        for other in found:
            alike = _may_be_confused(name, other) and other.free <= free and not {name, other} <= labels
            y = number(evaluator, other) if alike else None
            if y:
                yield (x - y) ** 2, 0.8, (name - other) ** 2
                yield x / y, 0.7, name / other
                if x / y > 0:
                    yield math.log(x / y), 0.7, log(name / other)
        for factor, extra in ((1, 0.0), (2, 0.2), (Fraction(1, 2), 0.1)):
            more = 0.5 + extra
            yield x * factor, more - 0.1 * (factor == 1), _led(factor, name)
            yield x * x * factor, more + 0.1, _led(factor, name**2)
            yield factor / x, more, Quotient(Number(factor), name)
            yield factor / x**2, more + 0.1, Quotient(Number(factor), name**2)
            if x > 0:
                yield math.log(x) * float(factor), more, _led(factor, log(name))
                yield math.sqrt(x) * float(factor), more + 0.1, _led(factor, sqrt(name))
            for number_, value in ((TWO, 2.0), (pi, math.pi), (TWO * pi, 2 * math.pi)):
                yield x * math.log(value) * float(factor), more + 0.2, _led(factor, name * log(number_))
            yield (x - 1) * float(factor), more + 0.1, _led(factor, name - 1)
            if factor == 1:
                yield 1 - x, more - 0.05, ONE - name  # the other probability
            yield (x + 1) * float(factor), more + 0.1, _led(factor, name + 1)
            if x not in (0, 1, -1):
                yield 1 / (x - 1) * float(factor), more + 0.2, Quotient(Number(factor), name - 1)
                yield 1 / (x + 1) * float(factor), more + 0.2, Quotient(Number(factor), name + 1)


def _of_sums(evaluator: Evaluator, sides: Sequence[Term]) -> Iterator[Amount]:
    """Sums of names that stand in a side, one more and one less, and what is divided by them."""
    free = frozenset().union(*(side.free for side in sides))
    sums = (n for side in sides for n in side.walk() if isinstance(n, Plus) and is_scalar(n) and n.free <= free)
    for found in list(dict.fromkeys(sums))[:_FACTORS]:
        if found.free and all(isinstance(part, Var) for part in found.args):
            for t, more in ((found, 0.0), (plus(found, ONE), 0.1), (Plus((*found.args, Neg(ONE))), 0.2)):
                x = number(evaluator, t)
                if x:
                    yield x, 0.6 + more, t
                    yield 1 / x, 0.55 + more, ONE / t


def _of_vectors(evaluator: Evaluator, names: Iterable[Name]) -> Iterator[Amount]:
    """Products of two vectors, once and twice, as x'y is lost from |x + y|^2."""
    vectors = sorted((n for n in names if isinstance(n, Var) and isinstance(n.space, Vectors)), key=lambda n: n.name)
    for a, b in combinations(vectors[:_FACTORS], 2):
        if a.space is b.space:
            product = Form(a, Identity(a.space.dimension), b)
            x = number(evaluator, product)
            if x:
                yield x, 0.3, product
                yield 2 * x, 0.2, Times((TWO, product))


def _of_covariances(evaluator: Evaluator, sides: Sequence[Term]) -> Iterator[Amount]:
    """Covariances of random variables, once and twice, as they are lost from the variance of a sum."""
    pairs: dict[tuple[Term, Term, Var, Law], None] = {}
    for node in (n for side in sides for n in side.walk()):
        if isinstance(node, Expectation):
            values = [n for n in dict.fromkeys(node.body.walk()) if _is_value(n, node.var)]
            pairs.update({(a, b, node.var, node.law): None for a, b in combinations(values[:_FACTORS], 2)})
    for a, b, at, law in list(pairs)[:_FACTORS]:
        mean = Expectation(Times((a, b)), at, law)
        product = Times((Expectation(a, at, law), Expectation(b, at, law)))
        covariance = Plus((mean, Neg(product)))
        x = number(evaluator, covariance)
        if x and mean not in sides and product not in sides:  # else it is one side without the other
            yield x, 0.3, covariance
            yield 2 * x, 0.2, Times((TWO, covariance))


def _is_value(node: Any, at: Var) -> TypeGuard[Apply]:
    """Whether it is the value of a random variable at an outcome."""
    return isinstance(node, Apply) and isinstance(node.head, Function) and node.args == (at,)


def _may_be_confused(a: Any, b: Any) -> bool:
    """Whether two numbers have names of one kind."""
    return a is not b and isinstance(a, Var) and isinstance(b, Var) and a.space is b.space


def _of_terms(evaluator: Evaluator, sides: Sequence[Term]) -> Iterator[Amount]:
    """The terms that stand in the sums of either side, and simple multiples of them."""
    found: dict[Term, None] = {}
    for side in sides:
        for place in places(side):
            if place.above is None:
                continue  # what is missing is not all of a side
            node = place.node.arg if isinstance(place.node, Neg) else place.node
            part = place.is_term or isinstance(place.parent, Times | Neg)
            if part and isinstance(node, Term) and is_scalar(node) and node.free.isdisjoint(place.bound):
                found.setdefault(node)
    for node in found:
        x = None if isinstance(node, Number | Var) else number(evaluator, node)
        if x:
            yield x, 0.3, node
            yield x / 2, 0.4, node / 2
            yield x * 2, 0.45, times(TWO, node)
            yield x * x, 0.2 if isinstance(node, Expectation) else 0.45, node**2
        if isinstance(node, Expectation) and (x := number(evaluator, moment := _second(node))):
            yield x, 0.25, moment
    names = frozenset().union(*(side.free for side in sides))
    named = sorted((n for n in names if isinstance(n, Var) and is_scalar(n)), key=lambda n: n.name)
    yield from _of_products(evaluator, [*found, *(n for n in named if n not in found)])
    yield from _of_vectors(evaluator, names)
    yield from _of_covariances(evaluator, sides)


def _second(mean: Expectation) -> Expectation:
    return Expectation(mean.body**2, mean.var, mean.law)


def _of_products(evaluator: Evaluator, terms: Iterable[Term]) -> Iterator[Amount]:
    """Products of two means or of two names, as b c is lost from a d - b c."""
    for kind in (Expectation, Var):
        alike = [t for t in terms if isinstance(t, kind)][:_FACTORS]
        values = [number(evaluator, t) for t in alike]
        for (a, x), (b, y) in combinations(zip(alike, values, strict=True), 2):
            if x is not None and y is not None:
                yield x * y, 0.2 if kind is Expectation else 0.5, Times((a, b))


def _led(factor: Any, t: Term) -> Term:
    return t if factor == 1 else t / 2 if factor == Fraction(1, 2) else Number(factor) * t


def number(evaluator: Evaluator, t: Any) -> float | None:
    """The value of a scalar as a float, of a vector or a matrix one of all its entries; it is checked exactly later.

    None where it has none, or is too large for a float.
    """
    total = 0.0
    for weight, found in enumerate((evaluator.value(t),) if is_scalar(t) else evaluator.parts(t), 1):
        if found.kind != "finite" or found.ball is None or not found.narrow:
            return None
        total += weight * float(found.ball.mid())
    return total if math.isfinite(total) else None


__all__ = ["Amount", "Amounts", "number"]
