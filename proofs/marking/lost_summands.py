"""A summand that the right side has lost.

It is one that a rule makes of the left side, the like of one that stands, or a product of names with the value that the
right side lacks in a world.  Other worlds tell whether it is more than chance, as of all corrections.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations, islice
from typing import Any

from ..language import (
    Expectation,
    Int,
    Neg,
    Number,
    Plus,
    Sum,
    Term,
    substitute,
)
from ..language.facts import Facts
from ..places import everywhere, somewhere
from ..steps import Rewrite
from ..views import negated, opened, summands
from .arrangement import arranged
from .candidates import Arguments, size, uses
from .corrections import Correction
from .lacking import lacking, worked_out
from .neat import neat
from .slip_places import Place
from .sums_and_products import plus
from .vocabulary import Kin

LEAST = 1.5  # what such a correction costs at least
_SIZE = 0.02  # what each node of the summand costs more
_ALIKE = 0.2  # what it costs more that no rule tells of the summand
_NAMED = 0.4  # ... that it is only known by its value
_KEPT = 0.1  # what it costs less that is taken over what the rest is
_LACKING = 0.6  # ... that it is all that is lacking, with its squares multiplied out and its logarithms split
_MOST = 60


def with_summand(left: Term, right: Term, kin: Kin, facts: Facts, missing: Iterable[Term]) -> Iterator[Correction]:
    """The right side with a summand that it may have lost; ``missing`` have the value that is missing in a world.

    Zero has lost none: what would be added is the left side over again.
    """
    if right is Number(0):
        return
    kept, worked = _binders(right), worked_out(left, facts)
    wanted = lacking((*forms(left, right, facts), *([] if worked is None else [worked])), right, facts)
    told = (0.0, made_of(left, right, facts)), (_ALIKE, alike(right, kin)), (_NAMED, missing), (_LACKING, wanted)
    for more, found in told:
        for t in islice(dict.fromkeys(neat(t) for t in found), _MOST):
            cost = LEAST + more + _SIZE * size(t) - _KEPT * (bool(kept) and kept >= _binders(t))
            put = plus(right, t)
            yield _within(left, right, t, cost) or Correction(cost, put, "{new} added", Place(right), right, t, put=put)


def _within(left: Term, right: Term, t: Term, cost: float) -> Correction | None:
    """Where the side is a mean, an integral or a sum, and so is what it has lost, that goes into it; None for others,
    and where the left side would stand there over again: that was to be taken apart."""
    place, inner = (Place(right.arg, Place(right)), right.arg) if isinstance(right, Neg) else (Place(right), right)
    lost = t.arg if isinstance(t, Neg) else t
    if _kind(inner) is None or _kind(inner) != _kind(lost):
        return None
    assert isinstance(inner, Expectation | Int | Sum) and isinstance(lost, Expectation | Int | Sum)
    if inner.var in lost.free:
        return None
    body: Any = lost.body if lost.var is inner.var else substitute(lost.body, {lost.var: inner.var})
    more = negated(body) if isinstance(right, Neg) != isinstance(t, Neg) else body
    put = plus(inner.body, more)
    whole = Place(inner.body, place).put(put)
    if arranged(whole) == arranged(left):
        return None
    word = {Expectation: "mean", Int: "integral", Sum: "sum"}[type(inner)]
    return Correction(cost, whole, f"{{new}} added in the {word}", Place(inner.body, place), inner.body, more, put=put)


def _kind(t: Term) -> tuple[Any, ...] | None:
    """What a mean, an integral or a sum is taken over; None for other terms."""
    return (type(t), t.var.space, *t.fields[2:]) if isinstance(t, Expectation | Int | Sum) else None


def _binders(t: Term) -> set[Any]:
    """The kinds of means, integrals and sums in a term."""
    return {kind for node in t.walk() if isinstance(node, Term) and (kind := _kind(node)) is not None}


def made_of(side: Term, other: Term, facts: Facts) -> Iterator[Term]:
    """The summands of a side as it stands, taken apart, and as one use of a rule makes it."""
    for form in forms(side, other, facts):
        for t in (*_terms(form), *summands(form, facts, logs=False), *summands(form, facts)):
            parts = [*_by_linearity(t)]
            if t is not side or len(parts) > 1:
                yield from parts


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


def alike(side: Term, kin: Kin) -> Iterator[Term]:
    """What stands in a sum, with two names of one kind exchanged."""
    for term in _terms(side):
        for group in kin.values():
            for a, b in combinations(group, 2):
                if not term.free.isdisjoint((a, b)):
                    yield substitute(term, {a: b, b: a})


__all__ = ["LEAST", "forms", "with_summand"]
