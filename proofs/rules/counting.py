"""Counting: ranges taken apart, what meets a condition listed, whole parts."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import (
    Apply,
    Cases,
    Elementary,
    Neg,
    Number,
    Plus,
    Prod,
    Range,
    Relation,
    Sum,
    Term,
    Times,
    Var,
    depends,
    floor,
    fold,
    fresh_beside,
    substitute,
)
from ..language.facts import Facts
from ..language.membership import is_infinite
from ..registry import rule
from ..views import coefficients
from .sums import indices


@rule("taking the range apart")
def range_split(t: Term, facts: Facts, last: Term) -> Iterator[Term]:
    r"""\sum_{j=m}^{n} a_j = \sum_{j=m}^{c} a_j + \sum_{j=c+1}^{n} a_j, \quad m - 1 \le c \le n, \quad likewise for products"""
    match t:
        case Sum(body, Var(_, Range(low, high)) as j) | Prod(body, Var(_, Range(low, high)) as j):
            whole = facts.integer(low) and facts.integer(last) and not depends(last, j)
            further = is_infinite(high) or (facts.integer(high) and facts.nonnegative(high - last))
            if whole and further and facts.nonnegative(last - low + 1):
                names = [fresh_beside(Var(j.name, r), t, last) for r in (Range(low, last), Range(last + 1, high))]
                first, second = (type(t)(substitute(body, {j: k}), k) for k in names)
                yield (Plus if isinstance(t, Sum) else Times)((first, second))


@rule("summing over the indices that count")
def counted_indices(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{j=m}^{n} \begin{cases} a_j & \text{if } c j \le b \\ 0 & \text{otherwise} \end{cases} = \sum_{j=m}^{\lfloor b / c \rfloor} a_j, \quad c > 0, \; b \le c n"""
    match t:
        case Sum(Cases((value,), (Relation(left, "<=", right),), Number(0)), Var(_, Range(low, high)) as j):
            found = coefficients(left - right, j, 1)
            if found is not None and len(found) == 2 and facts.integer(low) and facts.integer(high):
                bound, scale = Neg(found[0]), found[1]
                if facts.positive(scale) and _at_most(bound, scale, high, facts):
                    k = fresh_beside(Var(j.name, Range(low, floor(bound / scale))), t)
                    yield Sum(substitute(value, {j: k}), k)


def _at_most(bound: Term, scale: Term, high: Term, facts: Facts) -> bool:
    """Whether b <= c n, as it stands or since b <= n, c >= 1 and n >= 0."""
    if facts.nonnegative(scale * high - bound):
        return True
    return facts.nonnegative(high - bound) and facts.nonnegative(scale - 1) and facts.nonnegative(high)


@rule("listing what meets the condition")
def listed(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\sum_{i \in I} \sum_{j \in J_i} \begin{cases} a_{ij} & \text{if } c_{ij} \\ 0 & \text{otherwise} \end{cases} = \sum_{(i, j):\, c_{ij}} a_{ij} \text{ written out}, \quad I, J_i \text{ finite}, likewise for one index"""
    if isinstance(t, Sum) and (found := _listed(t, facts, deep=2)) is not None:
        yield fold(Plus, found, 0)


def _listed(t: Term, facts: Facts, deep: int) -> list[Term] | None:
    """What a sum over one index or two adds where its condition holds; None where that is in doubt somewhere."""
    match t:
        case Sum(body, j) if deep and (places := indices(j.space)) is not None:
            parts = [_listed(substitute(body, {j: k}), facts, deep - 1) for k in places]
            known = [part for part in parts if part is not None]
            return [a for part in known for a in part] if len(known) == len(parts) else None
        case Cases((value,), (condition,), Number(0)):
            return [value] if facts.proves(condition) else [] if facts.excludes(condition) else None
    return None


@rule("taking the whole part")
def value_of_floor(t: Term, facts: Facts, value: Term) -> Iterator[Term]:
    r"""\lfloor x \rfloor = n, \quad n \text{ an integer}, \; n \le x < n + 1"""
    match t:
        case Apply(Elementary("floor"), (x,)):
            if facts.integer(value) and facts.nonnegative(x - value) and facts.positive(value + 1 - x):
                yield value
