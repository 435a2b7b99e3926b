"""Sums and products over a range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from ..algebra import equal
from ..language import (
    Apply,
    Elementary,
    Neg,
    Number,
    Plus,
    Power,
    Prod,
    Quotient,
    Range,
    Space,
    Sum,
    Term,
    Times,
    Var,
    Without,
    depends,
    exp,
    fold,
    fresh_beside,
    log,
    sqrt,
    substitute,
)
from ..language.facts import Facts
from ..language.membership import is_infinite
from ..registry import rule
from ..views import negated, summands, times

ZERO, ONE = Number(0), Number(1)
LONGEST = 64


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
    r"""\sum_{j=1}^{n} c = n c, \quad n \ge 0, likewise for other ranges by the number of their indices"""
    match t:
        case Sum(body, j) if not depends(body, j):
            size = count(j.space, facts)
            if size is not None:
                yield times(size, body)


def count(space: Space, facts: Facts) -> Term | None:
    """How many indices a range has, or None where it may be reversed or its ends may be no integers."""
    match space:
        case Range(low, high):
            size = high if low is ONE else Plus((high, Neg(low), ONE))
            if isinstance(low, Number) and isinstance(high, Number):
                size = Number(high.value - low.value + 1)
            whole = facts.integer(low) and facts.integer(high)
            return size if whole and facts.nonnegative(size) else None
        case Without(outer, index):
            size = count(outer, facts)
            return None if size is None or not facts.within(index, outer) else Plus((size, Neg(ONE)))
    return None


@rule("writing out the finite sum")
def finite_sum(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{j=m}^{n} a_j = a_m + \dots + a_n, \quad likewise for products"""
    match t:
        case Sum(body, j) | Prod(body, j) if (places := indices(j.space)) is not None:
            each = [substitute(body, {j: k}) for k in places]
            yield fold(Plus, each, 0) if isinstance(t, Sum) else fold(Times, each, 1)


def indices(space: Space) -> list[Term] | None:
    """The indices of a short range between numbers, one after the other."""
    match space:
        case Range(Number(low), Number(high)) if high - low < LONGEST and low.denominator == high.denominator == 1:
            return [Number(k) for k in range(int(low), int(high) + 1)]
        case Without(outer, Number() as out) if (places := indices(outer)) is not None:
            return [k for k in places if k is not out]
    return None


@rule("taking the first term out of the sum")
def first_term_apart(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{j=m}^{n} a_j = a_m + \sum_{j=m+1}^{n} a_j, \quad m \le n, \quad likewise for products"""
    match t:
        case Sum(body, Var(_, Range(low, high)) as j) | Prod(body, Var(_, Range(low, high)) as j):
            further = is_infinite(high) or (facts.integer(high) and facts.nonnegative(high - low))
            if facts.integer(low) and further:
                yield _beside(t, substitute(body, {j: low}), Range(_next(low, 1), high), first=True)


@rule("taking the last term out of the sum")
def last_term_apart(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{j=m}^{n} a_j = \sum_{j=m}^{n-1} a_j + a_n, \quad m \le n, \quad likewise for products"""
    match t:
        case Sum(body, Var(_, Range(low, high)) as j) | Prod(body, Var(_, Range(low, high)) as j):
            if facts.integer(low) and facts.integer(high) and facts.nonnegative(high - low):
                yield _beside(t, substitute(body, {j: high}), Range(low, _next(high, -1)), first=False)


def _next(end: Term, by: int) -> Term:
    return Number(end.value + by) if isinstance(end, Number) else end + by


def _moved(end: Term, by: Term) -> Term:
    """An end of a range that is moved: numbers are worked out, and what goes on without end does so still."""
    if isinstance(end, Number) and isinstance(by, Number):
        return Number(end.value + by.value)
    return end if is_infinite(end) else end + by


def _beside(t: Sum | Prod, apart: Term, rest: Range, first: bool) -> Term:
    """The term that was taken out, beside the sum or product over the rest of the range."""
    j = fresh_beside(Var(t.var.name, rest), t)
    left = type(t)(substitute(t.body, {t.var: j}), j)
    kind = Plus if isinstance(t, Sum) else Times
    return kind((apart, left) if first else (left, apart))


@rule("shifting the index")
def shifted_index(t: Term, facts: Facts, by: Term) -> Iterator[Term]:
    r"""\sum_{j=m}^{n} a_j = \sum_{j=m+s}^{n+s} a_{j-s}, \quad likewise for products"""
    match t:
        case Sum(body, Var(_, Range(low, high)) as j) | Prod(body, Var(_, Range(low, high)) as j):
            if facts.integer(by):
                first, end = (_moved(end, by) for end in (low, high))
                moved = fresh_beside(Var(j.name, Range(first, end)), t, by)
                yield type(t)(substitute(body, {j: moved - by}), moved)


@rule("since the sum telescopes")
def telescoping_sum(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{j=m}^{n} (a_{j+1} - a_j) = a_{n+1} - a_m, \quad m \le n + 1"""
    match t:
        case Sum(body, Var(_, Range(low, high) as space) as j) if count(space, facts) is not None:
            parts, inner = summands(body, facts), facts.under(t)
            if len(parts) == 2:
                for up, down in ((parts[0], negated(parts[1])), (parts[1], negated(parts[0]))):
                    if depends(down, j) and equal(substitute(down, {j: j + 1}), up, inner):
                        yield substitute(down, {j: high + 1}) - substitute(down, {j: low})


@rule("taking the products together")
def products_together(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\prod_{i=1}^{n} a_i \cdot \prod_{i=1}^{n} b_i = \prod_{i=1}^{n} a_i b_i"""
    match t:
        case Times(args):
            for i in dict.fromkeys(a.var for a in args if isinstance(a, Prod)):
                bodies, others = _over_one_range(args, Prod, i)
                if len(bodies) > 1:
                    yield times(*others, Prod(times(*bodies), i))


@rule("taking the sums together")
def sums_together(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{i=1}^{n} a_i + \sum_{i=1}^{n} b_i = \sum_{i=1}^{n} (a_i + b_i)"""
    match t:
        case Plus(args):
            unsigned = [Sum(negated(a.arg.body), a.arg.var) if _is_negated_sum(a) else a for a in args]
            sums = [a for a in unsigned if isinstance(a, Sum)]
            for chosen in (sums, *combinations(sums, 2)):
                bodies, apart = _over_one_range(chosen, Sum, chosen[0].var) if chosen else ([], [])
                if len(bodies) > 1 and not apart:
                    rest = [a for a in unsigned if a not in chosen]
                    yield fold(Plus, [*rest, Sum(fold(Plus, bodies, 0), chosen[0].var)], 0)


def _is_negated_sum(t: Term) -> bool:
    return isinstance(t, Neg) and isinstance(t.arg, Sum)


def _over_one_range(args: Iterable[Term], kind: type[Sum | Prod], i: Var) -> tuple[list[Term], list[Term]]:
    """The bodies of what is summed (multiplied) over the range of i, with i for their indices; and the rest."""
    bodies, others = [], []
    for a in args:
        if isinstance(a, kind) and a.var.space is i.space and (a.var is i or i not in a.body.free):
            bodies.append(substitute(a.body, {a.var: i}))
        else:
            others.append(a)
    return bodies, others


@rule("taking the product apart")
def factors_apart(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\prod_{i=1}^{n} c\, a_i^m b_i = c^n \left(\prod_i a_i\right)^m \prod_i b_i, \quad \prod_i e^{a_i} = e^{\sum_i a_i}"""
    match t:
        case Prod(body, _):
            parts = list(_factors(body, t, facts))
            if len(parts) > 1 or not isinstance(parts[0], Prod):
                yield times(*parts)


def _factors(body: Term, t: Prod, facts: Facts) -> Iterator[Term]:
    """The factors of the product of ``body`` over the range of ``t``."""
    i, inside = t.var, facts.under(t)
    match body:
        case Times(args):
            for a in args:
                yield from _factors(a, t, facts)
        case Quotient(num, den) if inside.nonzero(den):
            below = times(*_factors(den, t, facts))
            yield Quotient(times(*_factors(num, t, facts)), below)
        case Apply(Elementary("exp"), (a,)):
            yield exp(Sum(a, i))
        case Power(base, Number(n)) if n.denominator == 1 and n > 0:
            yield Power(times(*_factors(base, t, facts)), Number(n))
        case Power(base, exponent) if not depends(exponent, i) and inside.positive(base):
            yield Power(times(*_factors(base, t, facts)), exponent)
        case Apply(Elementary("sqrt"), (base,)) if inside.positive(base):
            yield sqrt(times(*_factors(base, t, facts)))
        case _ if not depends(body, i) and facts.positive(body) and (size := count(i.space, facts)) is not None:
            yield Power(body, size)
        case Power(base, exponent) if not depends(base, i) and facts.positive(base):
            yield Power(base, Sum(exponent, i))
        case _:
            yield Prod(body, i)
