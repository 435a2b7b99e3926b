"""What an author may have meant instead: the names, laws and terms at hand where a line is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..language import (
    Abstract,
    Apply,
    Coord,
    Expectation,
    Function,
    Law,
    MemberFunction,
    Name,
    Node,
    Number,
    Power,
    Relation,
    Term,
    Var,
    half,
    is_scalar,
)
from .slip_places import is_number

_LAWS = 4
Kin = dict[Any, list[Name]]


@dataclass(frozen=True)
class Vocabulary:
    """What stands in a relation, and the ``names`` that were declared beside those in it."""

    relation: Relation
    names: frozenset[Name]

    @cached_property
    def kin(self) -> Kin:
        """The names by kind: those that could be mistaken for each other."""
        groups: Kin = {}
        for name in sorted(
            (n for n in self.names if not isinstance(n, Abstract)), key=lambda n: (str(n.fields[0]), repr(n))
        ):
            groups.setdefault(kind_of(name), []).append(name)
        return groups

    @cached_property
    def scalars(self) -> list[Var]:
        """The numbers that have a name."""
        named = (n for group in self.kin.values() for n in group)
        return [n for n in named if isinstance(n, Var) and is_number(n)]

    @cached_property
    def summands(self) -> list[Term]:
        """What may have been lost where no computation tells: 1, 1/2, names, data, means, values of functions."""
        found: dict[Term, None] = dict.fromkeys((Number(1), half, *self.scalars))
        for node in self.relation.walk():
            match node:
                case Coord() | Apply(Function() | MemberFunction(), _) | Expectation() if is_scalar(node):
                    found.setdefault(node)
        return list(found)

    @cached_property
    def written(self) -> frozenset[Node]:
        """What stands in the relation; the base of a square only where it stands without the square too."""
        found: set[Node] = set()
        waiting: list[Node] = [self.relation]
        while waiting:
            node = waiting.pop()
            if node not in found:
                found.add(node)
                waiting += node.base.children() if isinstance(node, Power) else node.children()
        return frozenset(found)

    @cached_property
    def laws(self) -> list[Law]:
        """The laws that mention no bound name."""
        found = (n for n in self.relation.walk() if isinstance(n, Law) and n.free <= self.relation.free)
        return list(dict.fromkeys(found))[:_LAWS]


def kind_of(name: Name) -> tuple[Any, ...]:
    return (type(name), *name.fields[1:])


__all__ = ["Kin", "Vocabulary", "kind_of"]
