"""A summand that the right side has lost.

It is one that a rule makes of the left side, the like of one that stands, or a product of names with the value that the
right side lacks in a world.  Other worlds tell whether it is more than chance, as of all corrections.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, islice
from typing import Any

from ..language import (
    Expectation,
    Int,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Sum,
    Term,
    Times,
    Var,
    fold,
    is_scalar,
    substitute,
)
from ..language.facts import Facts
from ..places import everywhere, somewhere
from ..steps import Rewrite
from ..views import negated, opened, over, summands, tidied, times
from .candidates import Arguments, size, uses
from .corrections import Correction
from .slip_places import Place
from .sums_and_products import ONE, plain, plus
from .vocabulary import Kin

LEAST = 1.5  # what such a correction costs at least
_SIZE = 0.02  # what each node of the summand costs more
_ALIKE = 0.2  # what it costs more that no rule tells of the summand
_NAMED = 0.4  # ... that it is only known by its value
_MOST = 60
_POWER = 6  # of a number that is reckoned up


def with_summand(left: Term, right: Term, kin: Kin, facts: Facts, missing: Iterable[Term]) -> Iterator[Correction]:
    """The right side with a summand that it may have lost; ``missing`` have the value that is missing in a world.

    Zero has lost none: what would be added is the left side over again.
    """
    if right is Number(0):
        return
    for more, found in ((0.0, made_of(left, right, facts)), (_ALIKE, alike(right, kin)), (_NAMED, missing)):
        for t in islice(dict.fromkeys(neat(t) for t in found), _MOST):
            whole, cost = plus(right, t), LEAST + more + _SIZE * size(t)
            yield Correction(cost, whole, "{new} added", Place(right), right, t, put=whole)


def made_of(side: Term, other: Term, facts: Facts) -> Iterator[Term]:
    """The summands of a side as it stands, taken apart, and as one use of a rule makes it."""
    for form in forms(side, other, facts):
        for t in (*_terms(form), *summands(form, facts, logs=False), *summands(form, facts)):
            if t is not side:
                yield from _by_linearity(t)


@lru_cache(maxsize=64)
def forms(side: Term, other: Term, facts: Facts) -> tuple[Term, ...]:
    """The side as it stands, taken apart, and as one use of a rule makes it."""
    return tuple(dict.fromkeys(_forms(side, other, facts)))


def _forms(side: Term, other: Term, facts: Facts) -> Iterator[Term]:
    sources = tuple(dict.fromkeys((side, opened(side, facts))))
    yield from sources
    for use in uses(side, other, facts, (), ordered=False):
        if use.rule is not None:
            for source in sources:
                yield from _used(use.rule.rewrite, use.arguments, source, facts)


def _used(rewrite: Rewrite, arguments: Arguments, source: Term, facts: Facts) -> Iterator[Term]:
    """The term with a rule used in one place, and wherever it can be."""

    def local(t: Term, here: Facts) -> Iterator[Term]:
        return rewrite(t, here, *arguments)

    yield from (new for new, _ in somewhere(source, local, False, facts))
    yield everywhere(source, local, facts)


def _terms(t: Term) -> list[Term]:
    match t:
        case Plus(args):
            return list(args)
        case Neg(Plus(args)):
            return [negated(a) for a in args]
    return [t]


def _by_linearity(t: Term) -> Iterator[Term]:
    """A mean, an integral or a sum of a sum term by term."""
    match t:
        case Neg(arg):
            yield from map(negated, _by_linearity(arg))
        case Expectation(Plus(args)) | Int(Plus(args)) | Sum(Plus(args)):
            for a in args:
                inner = a.arg if isinstance(a, Neg) else a
                mean = type(t)(inner, *t.fields[1:])
                yield mean if inner is a else Neg(mean)
        case _:
            yield t


def neat(t: Term) -> Term:
    """The term as one would write it down: without what is superfluous, with its numbers added and multiplied."""
    return _shortened(_neat(tidied(t)))


@lru_cache(maxsize=20_000)
def _neat(t: Any) -> Any:
    """n / t for n (1 / t), x^2 for x x, numbers multiplied and added."""
    done = t.map_children(_neat)
    if isinstance(done, Plus) and is_scalar(done):
        return _added(done)
    match done:
        case Power(base, Number(value)) if value in (0, 1) and is_scalar(base):
            return base if value else ONE
        case Power(Number(base), Number(n)) if n.denominator == 1 and abs(n) <= _POWER and (base or n > 0):
            return Number(base ** int(n))
        case Quotient(Number(above), Number(below)) if below:
            return Number(above / below)
        case Times() if is_scalar(done):
            return _multiplied(done)
    return done


def _multiplied(t: Times) -> Term:
    """A product with one number before the rest."""
    number, powers, below = Fraction(1), Counter[Term](), list[Term]()
    for factor in t.args:
        match factor:
            case Number(value):
                number *= value
            case Quotient(num, den):
                powers[num] += num is not ONE
                below.append(den)
            case _:
                powers[factor] += 1
    above = [factor if n == 1 else factor**n for factor, n in powers.items() if n]
    return over(times(*([Number(number)] if number != 1 else []), *above), times(*below))


def _added(t: Plus) -> Term:
    """A sum with one number, behind the rest."""
    terms = [each for arg in t.args for each in (arg.args if isinstance(arg, Plus) else (arg,))]
    numbers = [value for each in terms if (value := plain(each)) is not None]
    if len(numbers) < 2:
        return t if len(terms) == len(t.args) else Plus(tuple(terms))
    rest = [each for each in terms if plain(each) is None]
    total = sum(numbers, Fraction(0))
    number = [Neg(Number(-total)) if total < 0 else Number(total)] if total or not rest else []
    return fold(Plus, [*rest, *number], 0)


def _shortened(t: Any) -> Any:
    """The term with powers of one name beneath a line and above it made one: x^2 for x^3 / x.

    It is only proposed: whether x is zero somewhere is looked at where it is judged.
    """
    done = t.map_children(_shortened)
    if isinstance(done, Quotient):
        powers: dict[Term, Fraction] = {}
        for side, sign in ((done.num, 1), (done.den, -1)):
            for factor in side.args if isinstance(side, Times) else (side,):
                match factor:
                    case Power(Var() as base, Number(n)) if n.denominator == 1:
                        powers[base] = powers.get(base, Fraction(0)) + sign * n
                    case _:
                        powers[factor] = powers.get(factor, Fraction(0)) + sign
        if len(powers) < sum(len(s.args) if isinstance(s, Times) else 1 for s in (done.num, done.den)):
            above = [f if n == 1 else f ** int(n) for f, n in powers.items() if n > 0]
            below = [f if n == -1 else f ** int(-n) for f, n in powers.items() if n < 0]
            return over(times(*above), times(*below))
    return done


def alike(side: Term, kin: Kin) -> Iterator[Term]:
    """What stands in a sum, with two names of one kind exchanged."""
    for term in _terms(side):
        for group in kin.values():
            for a, b in combinations(group, 2):
                if not term.free.isdisjoint((a, b)):
                    yield substitute(term, {a: b, b: a})


__all__ = ["LEAST", "forms", "neat", "with_summand"]
