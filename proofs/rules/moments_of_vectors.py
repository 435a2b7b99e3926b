"""Means of vectors and matrices that are made of a Gaussian vector, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from ..language import (
    Coord,
    Entry,
    Expectation,
    MatMul,
    MultivariateNormal,
    Neg,
    Number,
    Plus,
    Quotient,
    Term,
    Times,
    Transpose,
    Var,
    fold,
    space_of,
)
from ..language.facts import Facts
from ..registry import rule
from ..views import negated, split, times

Word = tuple[Term, ...]  # the factors of a product of matrices
ONE = Number(1)


@rule("by the mean and the covariance of the multivariate normal distribution")
def gaussian_mean_of_entry(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \mathcal{N}(\mu, \Sigma)}[(B x + b)_i] = (B \mu + b)_i, \quad \mathbb{E}[(B x x^\top C + D)_{ij}] = (B (\Sigma + \mu \mu^\top) C + D)_{ij}"""
    match t:
        case Expectation(body, x, MultivariateNormal(mean, covariance, _)):
            coefficient, rest = split(body, x)
            if isinstance(rest, Coord | Entry) and not any(x in place.free for place in rest.fields[1:]):
                means = [_mean(s, word, x, mean, covariance) for s, word in _words(rest.fields[0], x)]
                known = [m for m in means if m is not None]
                if known and len(known) == len(means):
                    yield times(coefficient, type(rest)(fold(Plus, known, 0), *rest.fields[1:]))


def _words(t: Term, x: Var) -> list[tuple[Term, Word]]:
    """A vector or matrix as a sum of products with numbers in front, as far as x stands in sums and products."""
    match t:
        case _ if x not in t.free:
            return [(ONE, (t,))]
        case Plus(args):
            return [each for a in args for each in _words(a, x)]
        case Neg(arg):
            return [(negated(s), word) for s, word in _words(arg, x)]
        case Times((*numbers, last)) if not any(x in n.free or space_of(n) is not None for n in numbers):
            return [(times(*numbers, s), word) for s, word in _words(last, x)]
        case Quotient(num, den) if x not in den.free:
            return [(s / den, word) for s, word in _words(num, x)]
        case Transpose(arg):
            return [(s, tuple(map(_flipped, reversed(word)))) for s, word in _words(arg, x)]
        case MatMul(args):
            chosen = product(*(_words(a, x) for a in args))
            return [(times(*(s for s, _ in each)), tuple(f for _, w in each for f in w)) for each in chosen]
    return [(ONE, (t,))]


def _flipped(t: Term) -> Term:
    return t.arg if isinstance(t, Transpose) else Transpose(t)


def _mean(s: Term, word: Word, x: Var, mean: Term, covariance: Term) -> Term | None:
    """The mean of a multiple of a product that is free of x, or has x, x' or x x' as factors; None of others."""
    row = Transpose(x)
    match [k for k, f in enumerate(word) if x in f.free]:
        case []:
            means: list[Word] = [word]
        case [k] if word[k] is x or word[k] is row:
            means = [(*word[:k], mean if word[k] is x else Transpose(mean), *word[k + 1 :])]
        case [k, l] if l == k + 1 and word[k] is x and word[l] is row:
            inner: tuple[Word, Word] = (covariance,), (mean, Transpose(mean))
            means = [(*word[:k], *each, *word[l + 1 :]) for each in inner]
        case _:
            return None
    return times(s, fold(Plus, [w[0] if len(w) == 1 else MatMul(w) for w in means], 0))


__all__ = ["gaussian_mean_of_entry"]
