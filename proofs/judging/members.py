r"""The members of a sequence or a table, a_k or a_{ij}, that a statement speaks of in a world: a few values say more to
a person than the formula that the world has for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from proofs import language as L

from .numbers import Evaluator

MOST = 9  # members that are shown
REACH = 24  # terms of a sum that are looked at

Places = tuple[int, ...]


def is_family(name: Any) -> bool:
    """Whether a name is a sequence or a table of numbers: a function of integers alone."""
    return isinstance(name, L.Function) and bool(name.domain) and set(name.domain) == {L.Z_INTEGERS}


def members(family: L.Function, statement: Any, evaluator: Evaluator) -> dict[Places, L.Term] | None:
    """The members that a statement speaks of, by their places; None where these are many or cannot be told."""
    found: dict[Places, L.Term] = {}
    for places in _places(family, statement, evaluator):
        if places is None:
            return None
        found[places] = family(*map(L.Number, places))
        if len(found) > MOST:
            return None
    return dict(sorted(found.items()))


def _places(
    family: L.Function, node: Any, evaluator: Evaluator, bound: frozenset[L.Var] = frozenset()
) -> Iterator[Places | None]:
    """The places of the members within a node, one after the other; None for what cannot be told, as of a place that
    depends on a ``bound`` number."""

    def within(nodes: Iterable[Any], bound: frozenset[L.Var] = bound) -> Iterator[Places | None]:
        for each in nodes:
            yield from _places(family, each, evaluator, bound)

    if not isinstance(node, L.Node) or family not in node.free:
        return
    match node:
        case L.Apply(head, args) if head is family:
            values = [_integer(arg, evaluator, bound) for arg in args]
            yield None if None in values else tuple(v for v in values if v is not None)
            yield from within(args)
        case L.Sum(body, var) | L.Prod(body, var) | L.ForAll(body, var) if L.is_index_space(var.space):
            indices = _indices(var.space, evaluator, bound)
            yield from [None] if indices is None else within(L.substitute(body, {var: L.Number(i)}) for i in indices)
        case L.Binder():
            yield from within(node.children(), bound | {node.var})
        case _:
            yield from within(node.children())


def _indices(space: L.Space, evaluator: Evaluator, bound: frozenset[L.Var]) -> range | None:
    """What an index runs over, if that is not too much."""
    if not isinstance(space, L.Range):
        return None
    low, high = _integer(space.low, evaluator, bound), _integer(space.high, evaluator, bound)
    return None if low is None or high is None or high - low >= REACH else range(low, high + 1)


def _integer(t: L.Term, evaluator: Evaluator, bound: frozenset[L.Var]) -> int | None:
    if not t.free.isdisjoint(bound):
        return None
    exact = evaluator.value(t).exact
    return None if exact is None or exact.denominator != 1 else int(exact)


__all__ = ["is_family", "members"]
