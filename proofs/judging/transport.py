"""Optimal transport between finitely many points: the least cost of moving one distribution of mass to another.

The flow is exact.  It is found by shortest augmenting paths, and certified by the dual problem: potentials u, v with
u_i + v_j <= c_ij bound the cost from below by sum_i a_i u_i + sum_j b_j v_j, so that costs that are balls are enclosed.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

from flint import fmpq

from .scalars import ZERO, Unknown, ball

MOST_ROUTES = 400  # between two sets of points


def least_cost(supply: list[fmpq], demand: list[fmpq], costs: list[list[Any]]) -> Any:
    """The least sum of x_ij c_ij over x >= 0 with row sums ``supply`` and column sums ``demand``, both of one total."""
    if len(supply) * len(demand) > MOST_ROUTES:
        raise Unknown("a transport between many points")
    exact = all(isinstance(c, fmpq) for row in costs for c in row)
    near = [[_near(c) for c in row] for row in costs]
    flow, potentials = _flow(list(map(_fraction, supply)), list(map(_fraction, demand)), near)
    routes = ((fmpq(x.numerator, x.denominator), costs[i][j]) for (i, j), x in flow.items())
    above = sum((x * c for x, c in routes), start=ZERO)
    if exact:
        return above
    duals = [fmpq(u.numerator, u.denominator) for u in potentials]
    below = sum((a * u for a, u in zip(supply, duals, strict=True)), start=ball(ZERO))
    for j, b in enumerate(demand):
        gaps = [ball(costs[i][j]) - u for i, u in enumerate(duals)]
        least = gaps[0]
        for gap in gaps[1:]:
            least = least.min(gap)
        below = below + b * least
    return ball(above).union(below)


def _near(cost: Any) -> Fraction:
    """A rational close to a cost: the cost itself, or the middle of a ball."""
    if isinstance(cost, fmpq):
        return _fraction(cost)
    mantissa, exponent = ball(cost).mid().man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)


def _fraction(x: fmpq) -> Fraction:
    return Fraction(int(x.p), int(x.q))


def _flow(
    supply: list[Fraction], demand: list[Fraction], costs: list[list[Fraction]]
) -> tuple[dict[tuple[int, int], Fraction], list[Fraction]]:
    """A flow of least cost, and potentials of its sources that show that no other costs less."""
    m, n = len(supply), len(demand)
    flow: dict[tuple[int, int], Fraction] = {}
    left, wanted = list(supply), list(demand)
    while any(left):
        start = {i: Fraction(0) for i in range(m) if left[i]}
        distance, before = _shortest(start, costs, flow, m, n)
        end = min((m + j for j in range(n) if wanted[j]), key=lambda node: distance[node])
        path = [end]
        while path[-1] in before:
            path.append(before[path[-1]])
        path.reverse()
        steps = list(pairwise(path))
        back = [flow[b, a - m] for a, b in steps if a >= m]
        amount = min(left[path[0]], wanted[end - m], *back)
        left[path[0]] -= amount
        wanted[end - m] -= amount
        for a, b in steps:
            key, change = ((a, b - m), amount) if a < m else ((b, a - m), -amount)
            flow[key] = flow.get(key, Fraction(0)) + change
            if not flow[key]:
                del flow[key]
    distance, _ = _shortest({i: Fraction(0) for i in range(m)}, costs, flow, m, n)
    return flow, [-distance[i] for i in range(m)]


def _shortest(
    start: dict[int, Fraction], costs: list[list[Fraction]], flow: dict[tuple[int, int], Fraction], m: int, n: int
) -> tuple[dict[int, Fraction], dict[int, int]]:
    """The distances of all nodes from the start: forward along each route at its cost, back where something flows."""
    distance, before = dict(start), dict[int, int]()
    changed = True
    while changed:
        changed = False
        edges = [(i, m + j, costs[i][j]) for i in range(m) for j in range(n)]
        edges += [(m + j, i, -costs[i][j]) for i, j in flow]
        for a, b, cost in edges:
            if a in distance and (b not in distance or distance[a] + cost < distance[b]):
                distance[b], before[b] = distance[a] + cost, a
                changed = True
    return distance, before


__all__ = ["least_cost"]
