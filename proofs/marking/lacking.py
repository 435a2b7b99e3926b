"""What a side lacks of a form that the other has: the summands that are left when all of its own are found there.

The forms are what one use of a rule makes of the other side and, of divergences, entropies and means under known laws,
what their definitions and the moments of the laws come to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Any

from ..language import (
    CrossEntropy,
    Divergence,
    Entropy,
    Expectation,
    Neg,
    Number,
    Plus,
    Quotient,
    Term,
    canonical,
    fold,
)
from ..language.facts import Facts
from ..places import everywhere
from ..registry import REGISTRY
from ..steps import Rule
from ..views import negated, opened, over, summands, tidied, times
from .arrangement import arranged, coefficients_of
from .candidates import takes_arguments
from .neat import neat

_MOST = 3  # summands that one may have left out as one
_DEFINITIONS = ("definition_of_kl", "definition_of_entropy", "definition_of_cross_entropy")
_BEFORE_MOMENTS = ("log_of_density", "linearity")


def lacking(forms: Iterable[Term], right: Term, facts: Facts) -> Iterator[Term]:
    """What each form has more than the right side, where it has all that stands there and one thing besides."""
    mine = _amounts(right, facts)
    for form in forms:
        theirs = _amounts(form, facts)
        if not mine or not mine.keys() <= theirs.keys():
            continue
        rest = {key: (c - mine.get(key, (Fraction(0), None))[0], t) for key, (c, t) in theirs.items()}
        left_over = [(c, t) for c, t in rest.values() if c]
        if 0 < len(left_over) <= _MOST and not any(rest[key][0] for key in mine):
            yield fold(Plus, _joined([_times(c / _number_of(t), t) for c, t in left_over]), 0)


def _number_of(t: Term) -> Fraction:
    """The number that a summand begins with."""
    ((coefficient, _),) = coefficients_of([canonical(t)])
    return coefficient


def _amounts(t: Term, facts: Facts) -> dict[Any, tuple[Fraction, Term]]:
    """How much of what stands in a sum, each with a summand that has it."""
    found: dict[Any, tuple[Fraction, Term]] = {}
    for each in summands(tidied(t), facts, powers=True):
        for coefficient, key in coefficients_of([canonical(each)]):
            before = found.get(key, (Fraction(0), each))
            found[key] = before[0] + coefficient, before[1]
    return {key: pair for key, pair in found.items() if pair[0]}


def _times(number: Fraction, t: Term) -> Term:
    if number < 0:
        return negated(_times(-number, t))
    return t if number == 1 else times(Number(number), t)


def _joined(terms: list[Term]) -> list[Term]:
    """Fractions over one denominator as one."""
    over_one: dict[Any, tuple[Term, list[Term]]] = {}
    plain: list[Term] = []
    for t in map(neat, terms):
        match t:
            case Quotient(num, den) | Neg(Quotient(num, den)):
                above = over_one.setdefault(arranged(den), (den, []))[1]
                above.append(num if isinstance(t, Quotient) else negated(num))
            case _:
                plain.append(t)
    return [*plain, *(over(fold(Plus, above, 0), den) for den, above in over_one.values())]


@lru_cache(maxsize=64)
def worked_out(t: Term, facts: Facts) -> Term | None:
    """What definitions and moments come to, of divergences, entropies and means; None of a term without any."""
    if not any(isinstance(n, Divergence | Entropy | CrossEntropy | Expectation) for n in t.walk()):
        return None
    for rule in _rules():

        def local(node: Term, here: Facts, rule: Rule = rule) -> Iterator[Term]:
            return rule.rewrite(node, here)

        t = everywhere(opened(t, facts), local, facts)
    return t


@lru_cache(maxsize=1)
def _rules() -> tuple[Rule, ...]:
    moments = (n for n, rule in REGISTRY.items() if n.endswith("_moments") and not takes_arguments(rule))
    return tuple(REGISTRY[name] for name in (*_DEFINITIONS, *_BEFORE_MOMENTS, *sorted(moments)))


__all__ = ["lacking", "worked_out"]
