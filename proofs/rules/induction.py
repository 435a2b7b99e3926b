"""Sums and products whose closed form is shown by induction on their last index."""

from __future__ import annotations

from collections.abc import Iterator

from ..algebra import equal
from ..definedness import unmet
from ..language import Lambda, Prod, Range, Sum, Term, Var, depends, substitute
from ..language.facts import Facts
from ..registry import rule
from .sums import count


@rule("by induction")
def induction(t: Term, facts: Facts, closed: Lambda) -> Iterator[Term]:
    r"""\sum_{j=m}^{n} a_j = A(n) - A(m - 1), \quad A(j) - A(j - 1) = a_j, \; m \le n + 1, \quad likewise for products and quotients"""
    match t:
        case Sum(body, Var(_, Range(low, high) as space) as j) | Prod(body, Var(_, Range(low, high) as space) as j):
            if not isinstance(closed, Lambda) or depends(closed, j) or count(space, facts) is None:
                return
            here, before, inner = _at(closed, j), _at(closed, j - 1), facts.under(t)
            if unmet(here, inner) or unmet(before, inner):
                return
            first, last = _at(closed, low - 1), _at(closed, high)
            if isinstance(t, Sum) and equal(here - before, body, inner):
                yield last - first
            # A(j) = A(j - 1) a_j all along, so that with A(m - 1) no A(j) is divided by that is 0.
            if isinstance(t, Prod) and facts.nonzero(first) and equal(here, before * body, inner):
                yield last / first


def _at(closed: Lambda, place: Term) -> Term:
    return substitute(closed.body, {closed.var: place})
