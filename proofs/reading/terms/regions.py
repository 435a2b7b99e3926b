r"""Regions that linear inequalities cut out, 0 < x < y < 1, x + y < z, and integrals over them, one variable at a time.

Variables are eliminated one after the other (Fourier and Motzkin): from what is left the range of a variable is read
off, given the variables outside of it.  Where two limits compete the region is cut where they are equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from ... import language as L
from ...language import linear_forms
from ...language.linear_forms import Linear, inequality
from ..syntax import Unread

_MOST = 200  # inequalities at once


class NotLinear(Unread):
    """A region that is not cut out by linear inequalities, or by too many."""

    def __init__(self) -> None:
        super().__init__("a region that is not cut out by linear inequalities", (0, 0))


def linear(t: L.Term) -> Linear:
    """A term as a linear form in its names.  Raises ``NotLinear``."""
    found = linear_forms.linear(t)
    if found is None:
        raise NotLinear
    return found


def of_space(x: L.Var, space: L.Space) -> list[Linear]:
    """That a variable lies in a part of the line.  Raises ``NotLinear``."""
    here = linear(x)
    match space:
        case L.Reals():
            return []
        case L.PositiveReals():
            return [here]
        case L.Interval(low, high) | L.Range(low, high):
            above = [] if low is L.Neg(L.oo) else [here.plus(linear(low), Fraction(-1))]
            return above if high is L.oo else [*above, linear(high).plus(here, Fraction(-1))]
    raise NotLinear


def _without(name: L.Var, region: Sequence[Linear]) -> list[Linear]:
    """The inequalities that are left of a region when a variable is eliminated."""
    rest = [c for c in region if not c.of(name)]
    lower = [c for c in region if c.of(name) > 0]
    upper = [c for c in region if c.of(name) < 0]
    for low in lower:
        for high in upper:
            rest.append(low.scaled(1 / low.of(name)).plus(high, -1 / high.of(name)))
    if len(rest) > _MOST:
        raise NotLinear
    return list(dict.fromkeys(rest))


def is_empty(region: Iterable[Linear]) -> bool:
    """Whether it is known that no point satisfies all inequalities, each strictly."""
    left = list(region)
    for name in sorted({n for c in left for n in c.names}, key=lambda n: n.name):
        try:
            left = _without(name, left)
        except NotLinear:
            return False
    return any(c.constant <= 0 for c in left)


def implies(region: Iterable[Linear], claim: Linear) -> bool:
    """Whether a linear form is nowhere negative in a region."""
    return is_empty([*region, claim.scaled(Fraction(-1))])


def _pruned(region: Sequence[Linear], known: Sequence[Linear]) -> list[Linear]:
    """The inequalities that do not follow from the others and from what is known."""
    kept = list(dict.fromkeys(region))
    for each in list(kept):
        others = [c for c in kept if c is not each]
        if implies([*others, *known], each):
            kept = others
    return kept


def projected(names: Iterable[L.Var], region: Sequence[Linear], known: Sequence[Linear]) -> list[Linear]:
    """What a region says of its other names, where these are eliminated."""
    left = list(region)
    for name in names:
        left = _pruned(_without(name, left), known)
    return _pruned(left, known)


def ranges(order: Sequence[L.Var], region: Sequence[Linear], known: Sequence[Linear]) -> Iterator[tuple[L.Space, ...]]:
    """The ranges of variables, the first the outermost, for each of the pieces that a region is cut into.

    Raises ``NotLinear`` where what is not integrated over decides between two limits.
    """
    if is_empty([*region, *known]):
        return
    found: list[L.Space] = []
    for k, name in enumerate(order):
        here = projected(order[k + 1 :], region, known)
        here = [c for c in here if c.of(name)]
        lower, upper = ([c.scaled(1 / abs(c.of(name))) for c in here if c.of(name) * s > 0] for s in (1, -1))
        for limits in (lower, upper):
            if len(limits) > 1:
                difference = limits[0].plus(limits[1], Fraction(-1))
                if difference.names.isdisjoint(order):
                    raise NotLinear
                for cut in (difference, difference.scaled(Fraction(-1))):
                    yield from ranges(order, [*region, cut], known)
                return
        x = linear(name)
        low = x.plus(lower[0], Fraction(-1)).term if lower else L.Neg(L.oo)
        high = x.plus(upper[0]).term if upper else L.oo
        found.append(_between(low, high))
    yield tuple(found)


def _between(low: L.Term, high: L.Term) -> L.Space:
    if high is L.oo and low is L.Neg(L.oo):
        return L.R
    return L.R_POSITIVE if high is L.oo and low is L.Number(0) else L.Interval(low, high)


def integral(
    order: Sequence[L.Var],
    region: Sequence[Linear],
    known: Sequence[Linear],
    body: Callable[[dict[L.Name, L.Term]], L.Term],
) -> L.Term:
    """The integral over a region of a term in its variables, as one of one variable after the other."""
    done = []
    for spaces in ranges(order, region, known):
        new: dict[L.Name, L.Term] = {}
        for name, space in zip(order, spaces, strict=True):
            new[name] = L.Var(name.name, L.substitute(space, new))
        term = body(new)
        for name in reversed(order):
            term = L.Int(term, new[name])
        done.append(term)
    return L.fold(L.Plus, done, 0)


__all__ = ["Linear", "NotLinear", "implies", "inequality", "integral", "is_empty", "linear", "of_space", "projected",
           "ranges"]  # fmt: skip
