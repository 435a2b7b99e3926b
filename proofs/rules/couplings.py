"""What holds for every coupling of two laws, and so for the best: X and Y on one space, of which only the laws matter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from ..definedness import unmet
from ..integrability import is_finite
from ..language import (
    Abstract,
    Apply,
    Density,
    Expectation,
    Function,
    Interval,
    Law,
    Node,
    Number,
    Plus,
    PositiveReals,
    Pushforward,
    Reals,
    Relation,
    Statement,
    Term,
    Var,
    Vectors,
    Wasserstein,
    alpha_equal,
    density,
    fold,
    fresh_beside,
    replace,
)
from ..language.facts import Facts
from ..registry import rule
from ..validity import lives_on, same_measure
from .transport import cost_of, distance


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


@rule("since every coupling costs at least what the potentials are worth", kind="inference")
def weak_duality(premises: tuple[Statement, ...], facts: Facts, p: Law, q: Law) -> Iterator[Statement]:
    r"""f(x) + g(y) \le \|x - y\|^k \text{ for all } x, y \implies \mathbb{E}_{x \sim p}[f(x)] + \mathbb{E}_{y \sim q}[g(y)] \le W_k(p, q)^k"""
    match premises:
        case (Relation() as premise,) if premise.symbol in ("<=", ">="):
            low, high = (premise.left, premise.right) if premise.symbol == "<=" else (premise.right, premise.left)
            parts = low.args if isinstance(low, Plus) else (low,)
            for x, y, order in ends(high):
                f, g = (fold(Plus, [t for t in parts if (y in t.free) is late], 0) for late in (False, True))
                if x not in g.free and _arbitrary(x, p, facts) and _arbitrary(y, q, facts):
                    worth, least = Expectation(f, x, p) + Expectation(g, y, q), Wasserstein(p, q, order)
                    bound = worth <= (least if order is Number(1) else least**order)
                    if not unmet(bound, facts) and is_finite(worth, facts):
                        yield bound


def ends(t: Term) -> Iterator[tuple[Var, Var, Number]]:
    """(x, y, k) where ``t`` is |x - y|^k."""
    points = [
        x for x in t.free if isinstance(x, Var) and isinstance(x.space, Reals | PositiveReals | Interval | Vectors)
    ]
    for x, y in permutations(points, 2):
        if same_measure(x.space, y.space):
            yield from ((x, y, k) for k in (Number(1), Number(2)) if alpha_equal(t, cost_of(x, y, k)))


def _arbitrary(x: Var, law: Law, facts: Facts) -> bool:
    """Whether ``x`` is a name of which nothing is supposed, for any point of the space on which the law lives."""
    return x not in law.free and not any(x in h.free for h in facts.hypotheses) and lives_on(law, x.space)
