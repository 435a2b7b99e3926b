"""Earlier chains: what each came to, so that one which begins as they did may go on from there."""

from __future__ import annotations

from dataclasses import dataclass, field

from ... import language as L
from ..syntax import Syntax
from ..threads import Thread


@dataclass(frozen=True)
class End:
    """Where a chain stands: what its first side meant, its last side, the relations between, what it claimed, and under
    what."""

    start: L.Term | None
    term: L.Term
    way: frozenset[str]
    claimed: tuple[L.Relation, ...]
    stated: frozenset[L.Node]


@dataclass
class EarlierChains:
    """The ends of the chains so far, the last of those that begin alike, and all that was claimed in them."""

    ends: dict[Syntax, End] = field(default_factory=dict)
    claimed: set[L.Relation] = field(default_factory=set)  # what is written again is judged as it was

    def learn(self, thread: Thread, term: L.Term, stated: frozenset[L.Node]) -> None:
        """Keep that a chain has come to a term."""
        if thread.begins is not None:
            self.ends[thread.begins] = End(thread.start, term, thread.way, thread.claimed, stated)

    def forget_definitions(self) -> None:
        """Forget what names were made to begin chains with, where what these are made of is told anew."""
        self.ends = {begins: end for begins, end in self.ends.items() if end.start is not None}

    def going_on(
        self, thread: Thread, relation: L.Relation, hypotheses: tuple[L.Node, ...]
    ) -> tuple[L.Relation, tuple[L.Relation, ...]] | None:
        """The relation as one of what an earlier chain that begins so came to, and what that claimed; None where there
        is no such chain, and of what was claimed already."""
        end = self.ends.get(thread.node) if thread.first else None
        if end is None or relation in self.claimed:
            return None
        same = end.start in (None, relation.left) and end.stated <= frozenset(hypotheses)
        if same and end.term is not relation.left and _goes_on(end.way, relation.symbol):
            return L.Relation(end.term, relation.symbol, relation.right), end.claimed
        return None


def _goes_on(way: frozenset[str], symbol: str) -> bool:
    """Whether a relation of the last line of a chain to something gives the same relation of its first."""
    return way == {"="} or any(symbol in side and way <= {"=", *side} for side in (("<", "<="), (">", ">=")))


__all__ = ["EarlierChains"]
