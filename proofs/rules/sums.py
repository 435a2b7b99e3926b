"""Finite sums and products."""

from __future__ import annotations

from collections.abc import Iterator

from ..kernel import rule
from ..language import (
    Apply,
    Elementary,
    Number,
    Plus,
    Prod,
    Range,
    Sum,
    Term,
    Times,
    Var,
    Without,
    depends,
    fold,
    fresh_beside,
    log,
    substitute,
)
from ..language.facts import Facts
from ..views import times

_LONGEST = 64


@rule("the logarithm of a product is the sum of the logarithms")
def log_of_product(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\log \prod_i a_i = \sum_i \log a_i, \quad a_i > 0"""
    match t:
        case Apply(Elementary("log"), (Prod(body, i) as whole,)) if facts.under(whole).positive(body):
            yield Sum(log(body), i)
        case Apply(Elementary("log"), (Apply(Elementary("abs"), (Prod(body, i) as whole,)),)):
            if facts.under(whole).nonzero(body):
                yield Sum(log(abs(body)), i)


@rule("splitting off one term of the sum")
def split_off(t: Term, facts: Facts, j: Term) -> Iterator[Term]:
    r"""\sum_{i \in I} a_i = a_j + \sum_{i \in I,\, i \neq j} a_i, \quad j \in I"""
    match t:
        case Sum(body, i) if facts.within(j, i.space):
            rest = fresh_beside(Var(i.name, Without(i.space, j)), t)
            yield substitute(body, {i: j}) + Sum(substitute(body, {i: rest}), rest)


@rule("a sum of equal terms")
def sum_of_constant(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{j=1}^{n} c = n c, \quad n \ge 0"""
    match t:
        case Sum(body, Var(_, Range(Number(low), high)) as j) if low == 1 and not depends(body, j):
            if facts.nonnegative(high) and facts.integer(high):
                yield times(high, body)


@rule("writing out the finite sum")
def finite_sum(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{j=m}^{n} a_j = a_m + \dots + a_n, \quad likewise for products"""
    match t:
        case Sum(body, Var(_, Range(Number(low), Number(high))) as j) | Prod(
            body, Var(_, Range(Number(low), Number(high))) as j
        ) if high - low < _LONGEST and low.denominator == high.denominator == 1:
            each = [substitute(body, {j: Number(k)}) for k in range(int(low), int(high) + 1)]
            yield fold(Plus, each, 0) if isinstance(t, Sum) else fold(Times, each, 1)
