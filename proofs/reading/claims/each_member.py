r"""What is said of a member with a letter for its index, $p_i \ge 0$, said of each in a claim: $p_1 p_2 \ge 0$."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import cast

from ... import language as L
from ..context import Context
from ..syntax import Bracket, Numeral, RowSyntax, Sign, Statement, Symbol, Syntax

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


def narrowed(context: Context, supposed: Iterable[L.Node], row: RowSyntax) -> None:
    r"""Let what was supposed of $x_i$ hold of the members alone that are listed behind it: for $i = 2, 3$."""
    found = _listed(row)
    for order in supposed if found is not None else ():
        letter, numbers = found or ("", ())
        members = {n for n in order.free if (m := _LETTER.fullmatch(n.name)) is not None and m[2] == letter}
        if not members or not all(isinstance(n, L.Var) and L.is_scalar(n) for n in members):
            continue
        alone = []
        for k in numbers:
            put: dict[L.Name, L.Node] = {
                n: L.Var(f"{n.name[:-1]}{k}", n.space) for n in members if isinstance(n, L.Var)
            }
            put |= {n: L.Number(k) for n in order.free if isinstance(n, L.Var) and n.name == letter}
            alone.append(L.substitute(order, put))
        for known in (context.hypotheses, context.assumed):
            if order in known:
                known[:] = [h for h in known if h is not order]
                known += [h for h in alone if h not in known]


def outside(held: Iterable[L.Node], relation: L.Relation) -> L.Relation:
    r"""The relation with a number of its own for a member that lies before all of which something is said: of $x_1$,
    where $x_i \ge 1$ is said for $i = 2, \dots, n$."""
    held = tuple(held)
    members = dict.fromkeys(n for n in relation.walk() if isinstance(n, L.Apply) and isinstance(n.head, L.Function))
    for member in members:
        match member:
            case L.Apply(L.Function() as family, (L.Number(place),)):
                about = [h for h in held if family in h.free]
                apart = _put_for(relation, member, L.Var(f"{family.name}_{place}", L.R))
                if about and all(_begins_behind(h, place) for h in about) and family not in apart.free:
                    return apart
    return relation


def _begins_behind(said: L.Node, place: Fraction) -> bool:
    """Whether it is said of the members behind a place alone."""
    match said:
        case L.ForAll(_, L.Var(_, L.Range(L.Number(low), _))):
            return low > place
    return False


def _put_for(node: L.Node, old: L.Term, new: L.Term) -> L.Relation:
    found = new if node is old else node.map_children(lambda child: _put_for(child, old, new))
    return cast(L.Relation, found)


def _listed(row: RowSyntax) -> tuple[str, tuple[int, ...]] | None:
    r"""The letter and the numbers of $i = 2, 3$ and $i \in \{2, 3\}$; None for another row."""
    numbers: tuple[Syntax | None, ...]
    match row.statements:
        case (Statement((Symbol(letter), Bracket("{", items, "}", None)), (Sign("in"),)),):
            numbers = items
        case (Statement((Symbol(letter), first), (Sign("="),)), *others) if not any(s.relations for s in others):
            numbers = (first, *(s.expressions[0] for s in others))
        case _:
            return None
    values = tuple(int(n.text) for n in numbers if isinstance(n, Numeral) and n.text.isdigit())
    return (letter, values) if len(values) == len(numbers) else None


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


__all__ = ["narrowed", "orders_of_each", "outside"]
