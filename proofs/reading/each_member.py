r"""What is said of a member with a letter for its index, $p_i \ge 0$, said of each in a claim: $p_1 p_2 \ge 0$."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from .. import language as L

_LETTER, _NUMBER = re.compile(r"(\w+)_([ijkl])"), re.compile(r"(\w+)_(\d+)")

_ORDERS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def orders_of_each(said: Iterable[L.Node], relation: L.Relation) -> Iterator[L.Relation]:
    """The orders of one member that are said, of the others of which names are in a relation; of an index of which
    something is said, too, the member may be none of them."""
    said = tuple(said)
    numbered = [found for n in _numbers(relation) if (found := _NUMBER.fullmatch(n.name))]
    for order in said if numbered else ():
        if not (isinstance(order, L.Relation) and order.symbol in _ORDERS):
            continue
        members = {n: found for n in _numbers(order) if (found := _LETTER.fullmatch(n.name))}
        letters = {found[2] for found in members.values()}
        if len(letters) != 1 or not members.keys().isdisjoint(relation.free):
            continue
        (letter,) = letters
        of_index = [h for h in said if letter in {n.name for n in h.free} and members.keys().isdisjoint(h.free)]
        stems = {found[1] for found in members.values()}
        for number in dict.fromkeys(found[2] for found in numbered if found[1] in stems):
            put: dict[L.Name, L.Term] = {n: L.Var(f"{found[1]}_{number}", n.space) for n, found in members.items()}
            places = [n for n in _numbers(order) if n.name == letter]
            if all(_may_be(place, int(number)) for place in places) and all(_allows(h, number) for h in of_index):
                yield L.substitute(order, put | dict.fromkeys(places, L.Number(int(number))))


def _allows(said: L.Node, number: str) -> bool:
    """Whether it is known that what is said of an index lets it be a number: k >= 2."""
    match said:
        case L.Relation(L.Var(), symbol, L.Number(bound)):
            return _ORDERS[symbol](Fraction(number), bound) if symbol in _ORDERS else False
    return False


def _may_be(place: L.Var, number: int) -> bool:
    """Whether an index may be a number."""
    match place.space:
        case L.Range(low, high):
            ends = (low if isinstance(low, L.Number) else None, high if isinstance(high, L.Number) else None)
            return (ends[0] is None or ends[0].value <= number) and (ends[1] is None or number <= ends[1].value)
    return True


def _numbers(relation: L.Relation) -> list[L.Var]:
    found = (n for n in relation.free if isinstance(n, L.Var) and L.is_scalar(n))
    return sorted(found, key=lambda n: n.name)


__all__ = ["orders_of_each"]
