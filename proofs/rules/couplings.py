"""What holds for every coupling of two laws, and so for the best: X and Y on one space, of which only the laws matter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from ..language import (
    Abstract,
    Apply,
    Density,
    Expectation,
    Function,
    Node,
    Pushforward,
    Relation,
    Statement,
    Var,
    Wasserstein,
    alpha_equal,
    density,
    fresh_beside,
    replace,
)
from ..language.facts import Facts
from ..registry import rule
from .transport import distance


@rule("since this holds for every coupling", kind="inference")
def least_cost(premises: tuple[Statement, ...], facts: Facts) -> Iterator[Statement]:
    r"""a \le \mathbb{E}_{u \sim r}\left[\|X(u) - Y(u)\|\right] \implies a \le W_1(X_\# r, Y_\# r), \quad \text{of } r, X, Y \text{ only the laws } X_\# r, Y_\# r \text{ known}"""
    match premises:
        case (Relation(a, "<=", Expectation(cost, Var() as u, Density(_, Abstract()) as r)),):
            maps = {t.head for t in cost.walk() if isinstance(t, Apply) and isinstance(t.head, Function)}
            known = (a, *(h for h in facts.hypotheses if h is not density(r)))
            for first, second in permutations(maps, 2):
                pair = frozenset((first, second))
                if alpha_equal(cost, distance(first(u), second(u))) and all(_of_laws(each, pair, r) for each in known):
                    yield a <= Wasserstein(Pushforward(first, r), Pushforward(second, r), 1)


def _of_laws(t: Node, maps: frozenset[Function], r: Density) -> bool:
    """Whether ``t`` says nothing of the maps, of r and of its space but what their image laws settle."""
    match t:
        case Pushforward(f, law, _) if f in maps and law is r:
            return True
        case Expectation(body, u, law) if law is r:  # E_{u ~ r}[g(f(u))] is a mean over the law of f(u)
            return any(_of_laws(reduced, maps, r) for f in maps if u not in (reduced := _over_image(body, f, u)).free)
    return t not in maps and t is not r and t is not r.space and all(_of_laws(c, maps, r) for c in t.children())


def _over_image(body: Node, f: Function, u: Var) -> Node:
    """The body with a point of its own for f(u)."""
    return replace(body, f(u), fresh_beside(Var("x", f.codomain), body))
