"""Means under one law, and integrals over one space, as a single one: linearity from right to left."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import Expectation, Int, Neg, Plus, Term, Times, fold, fresh_beside, is_scalar, rename
from ..language.facts import Facts
from ..registry import rule
from ..views import times


@rule("by linearity")
def means_together(t: Term, facts: Facts) -> Iterator[Term]:
    r"""a\, \mathbb{E}_{x \sim p}[f(x)] + b\, \mathbb{E}_{x \sim p}[g(x)] = \mathbb{E}_{x \sim p}[a f(x) + b g(x)], likewise for integrals"""
    match t:
        case Plus(args):
            alike: dict[tuple[object, ...], list[tuple[Term, Expectation | Int]]] = {}
            rest = []
            for a in args:
                if (found := _multiple(a)) is None:
                    rest.append(a)
                else:
                    mean = found[1]
                    alike.setdefault((type(mean), mean.var.space, *mean.fields[2:]), []).append(found)
            if any(len(found) > 1 for found in alike.values()):
                yield fold(Plus, [*(_as_one(found) for found in alike.values()), *rest], 0)


def _multiple(t: Term) -> tuple[Term, Expectation | Int] | None:
    """(a, E) of a multiple a E of a mean or an integral of numbers."""
    match t:
        case Neg(a):
            found = _multiple(a)
            return None if found is None else (Neg(found[0]), found[1])
        case Times(args):
            means = [k for k, a in enumerate(args) if isinstance(a, Expectation | Int)]
            if len(means) == 1 and is_scalar(t):
                (k,) = means
                mean = args[k]
                assert isinstance(mean, Expectation | Int)
                return times(*args[:k], *args[k + 1 :]), mean
        case Expectation() | Int() if is_scalar(t):
            return times(), t
    return None


def _as_one(found: list[tuple[Term, Expectation | Int]]) -> Term:
    """The sum of multiples of means under one law, as one mean."""
    first = found[0][1]
    x = fresh_beside(first.var, *(each for pair in found for each in pair))
    parts = [times(factor, rename(mean, x).body) for factor, mean in found]
    return type(first)(fold(Plus, parts, 0), x, *first.fields[2:])
