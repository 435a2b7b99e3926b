"""Counting: ranges taken apart, whole parts."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import Apply, Elementary, Plus, Prod, Range, Sum, Term, Times, Var, depends, fresh_beside, substitute
from ..language.facts import Facts
from ..registry import rule


@rule("taking the range apart")
def range_split(t: Term, facts: Facts, last: Term) -> Iterator[Term]:
    r"""\sum_{j=m}^{n} a_j = \sum_{j=m}^{c} a_j + \sum_{j=c+1}^{n} a_j, \quad m - 1 \le c \le n, \quad likewise for products"""
    match t:
        case Sum(body, Var(_, Range(low, high)) as j) | Prod(body, Var(_, Range(low, high)) as j):
            whole = facts.integer(low) and facts.integer(high) and facts.integer(last) and not depends(last, j)
            if whole and facts.nonnegative(last - low + 1) and facts.nonnegative(high - last):
                names = [fresh_beside(Var(j.name, r), t, last) for r in (Range(low, last), Range(last + 1, high))]
                first, second = (type(t)(substitute(body, {j: k}), k) for k in names)
                yield (Plus if isinstance(t, Sum) else Times)((first, second))


@rule("taking the whole part")
def value_of_floor(t: Term, facts: Facts, value: Term) -> Iterator[Term]:
    r"""\lfloor x \rfloor = n, \quad n \text{ an integer}, \; n \le x < n + 1"""
    match t:
        case Apply(Elementary("floor"), (x,)):
            if facts.integer(value) and facts.nonnegative(x - value) and facts.positive(value + 1 - x):
                yield value
