"""What an author may have meant instead: the names, laws and terms at hand where a line is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from ..language import (
    Abstract,
    Apply,
    Coord,
    Expectation,
    Function,
    Inverse,
    Law,
    MemberFunction,
    Name,
    Neg,
    Node,
    Number,
    Plus,
    Power,
    Relation,
    Term,
    Transpose,
    Var,
    half,
    is_scalar,
)
from .slip_places import is_number
from .what_was_copied import distributed, wholes

_LAWS = 4
_TERMS = 16  # of a side that is multiplied out
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
    def wholes(self) -> dict[Term, list[Term]]:
        """The sums and products of the relation, by what is left of them where one part is lost."""
        found: dict[Term, list[Term]] = {}
        for node in dict.fromkeys(self.relation.walk()):
            for left_over, whole in wholes(node) if isinstance(node, Term) else ():
                if whole not in found.setdefault(left_over, []):
                    found[left_over].append(whole)
        return found

    @cached_property
    def linear_summands(self) -> list[Term]:
        """Vectors and matrices that are added in the relation, or in its products when they are multiplied out."""
        found: dict[Term, None] = {}
        for node in self.relation.walk():
            if isinstance(node, Plus) and not is_scalar(node):
                found.update(dict.fromkeys(a.arg if isinstance(a, Neg) else a for a in node.args))
        for side in (self.relation.left, self.relation.right):
            if not is_scalar(side):
                found.update(dict.fromkeys(islice(distributed(side), _TERMS)))
        return list(found)

    @cached_property
    def written(self) -> frozenset[Node]:
        """What stands in the relation; what is squared, inverted or transposed only where it stands alone too."""
        return standing(self.relation)

    @cached_property
    def laws(self) -> list[Law]:
        """The laws that mention no bound name."""
        found = (n for n in self.relation.walk() if isinstance(n, Law) and n.free <= self.relation.free)
        return list(dict.fromkeys(found))[:_LAWS]


def standing(whole: Node) -> frozenset[Node]:
    """The nodes of a formula; what is raised to a power, inverted or transposed only where it stands alone too."""
    found: set[Node] = set()
    waiting = [whole]
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            inner = node.fields[0] if isinstance(node, Power | Inverse | Transpose) else node
            waiting += inner.children()
    return frozenset(found)


def kind_of(name: Name) -> tuple[Any, ...]:
    return (type(name), *name.fields[1:])


__all__ = ["Kin", "Vocabulary", "kind_of", "standing"]
