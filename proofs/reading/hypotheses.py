"""What is taken for true at one place in a document: throughout, as a case, or until something else is said."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from .. import language as L
from ..language.facts import Facts

ENDING = {"ends": True}  # of fields of a context that are not carried into the sections within it


@dataclass
class Hypotheses:
    """The assumptions in force, and the names of which something was said that was not read."""

    hypotheses: list[L.Node] = field(default_factory=list)
    assumed: list[L.Node] = field(default_factory=list, metadata=ENDING)  # of the case at hand; they end with it
    of_part: set[L.Node] = field(default_factory=set, metadata=ENDING)  # of what is to be shown there
    lingering: set[L.Node] = field(default_factory=set, metadata=ENDING)  # of these, conditions of an earlier claim
    wanted: set[L.Node] = field(default_factory=set, metadata=ENDING)  # of these, orders to be met, or spoken of
    presumed: list[L.Node] = field(default_factory=list)  # where nothing else is said: that a point is in a support
    rising: set[L.Node] = field(default_factory=set)  # of these, that limits of integrals rise
    supposed: list[L.Node] = field(default_factory=list, metadata=ENDING)  # by the last sentence that supposed
    given_up: list[L.Node] = field(default_factory=list, metadata=ENDING)  # what gave way to that
    gone: list[L.Node] = field(default_factory=list, metadata=ENDING)  # what does not go with that
    of_all: list[L.Relation] = field(default_factory=list)  # orders of unknown functions, for all values of the rest
    fog: dict[str, str] = field(default_factory=dict)  # names of which something was said that was not read

    def stated(self) -> tuple[L.Node, ...]:
        """All assumptions in force."""
        said = tuple(dict.fromkeys((*self.hypotheses, *self.assumed)))
        if not self.presumed:
            return said
        facts = Facts(said)
        return (*said, *(s for s in self.presumed if s not in said and not facts.excludes(s)))

    def is_parameter(self, name: str) -> bool:
        """Whether a number is assumed to be this or that: it is a parameter, and an equation does not introduce it."""
        free = (n for h in self.stated() for n in h.free)
        return any(isinstance(n, L.Var) and n.name == name and L.is_scalar(n) for n in free)

    def assume(self, *statements: L.Node, case: bool = False) -> None:
        """Take statements for true: until the section ends, or as a case.

        What is impossible beside the case before it begins the next case; beside what holds throughout, it was said of
        something else, and of its names not all was read.
        """
        self.lingering.difference_update(statements)
        if case and self.assumed and any(map(Facts((*self.hypotheses, *self.assumed)).excludes, statements)):
            self.assumed.clear()
        if case:  # n >= 3 behind n >= 4: nobody says again what is known
            self.assumed[:] = [a for a in self.assumed if not any(_is_weaker(s, a) for s in statements)]
        held: list[Any] = self.assumed if case else self.hypotheses
        for s in statements:
            if s in held:
                continue
            if isinstance(s, L.Relation) and Facts(self.hypotheses).excludes(s):
                if not case:  # one of the two no longer holds, and which is not said
                    self.hypotheses = [
                        h for h in held if not isinstance(h, L.Relation) or h.free.isdisjoint(s.left.free)
                    ]
                    held = self.hypotheses
                self.fog.update((n.name, "what is said of it contradicts itself") for n in s.left.free)
            else:
                held.append(s)

    def take_back(self) -> None:
        """What was supposed last led to a contradiction: it does not hold; where nothing else is known, what holds
        instead is for the author to say."""
        for supposed in (self.hypotheses, self.assumed):
            supposed[:] = [each for each in supposed if each not in self.supposed]
        self.hypotheses += [each for each in self.given_up if each not in self.hypotheses]
        known = {n for each in self.hypotheses for n in each.free}
        for name in {n.name for each in self.supposed for n in each.free - known if isinstance(n, L.Var)}:
            self.fog.setdefault(name, "what was supposed of it led to a contradiction")
        self.supposed.clear()
        self.given_up.clear()

    def give_way(self, *statements: L.Node, kept: Collection[L.Node] = ()) -> list[L.Node]:
        """Forget the hypotheses that what is let be instead, or supposed for a while, cannot hold beside, or that say
        more of a name on the side where it is bounded now: nobody says again what is known; not what is ``kept``."""
        said = {*statements, *kept}
        gone = [h for h in self.hypotheses if h not in said and any(_is_weaker(s, h) for s in statements)]
        self.hypotheses = [h for h in self.hypotheses if h not in gone]
        for s in statements:
            own = [h for h in self.hypotheses if isinstance(h, L.Relation) and not h.free.isdisjoint(s.free)]
            own = [h for h in own if h not in kept]  # what its own sentence says contradicts it
            if not isinstance(s, L.Relation) or not Facts(own).excludes(s):
                continue
            against = [h for h in own if Facts((h,)).excludes(s)]
            if not against or Facts([h for h in own if h not in against]).excludes(s):
                against = own
            self.hypotheses = [h for h in self.hypotheses if h not in against]
            gone += against
        return gone

    def want(self, *statements: L.Node) -> None:
        """Take it that orders may be meant of what follows: nothing is refuted but where they hold, too."""
        facts = Facts((*self.hypotheses, *self.assumed))
        new = [s for s in statements if s not in self.hypotheses and s not in self.assumed and not facts.excludes(s)]
        self.assumed += new
        self.lingering.update(new)
        self.wanted.update(new)

    def assume_counts(self, stem: str, index: L.Var, home: L.Space) -> None:
        """Take it that data that count lie where their law has its mass; of other data nothing is said."""
        if isinstance(home, L.Integers | L.Range):
            count = L.Function(stem, (L.Z_INTEGERS,), L.Z_INTEGERS)(index)
            self.assume(L.forall(index, count >= (home.low if isinstance(home, L.Range) else 0)))
            if isinstance(home, L.Range):
                self.assume(L.forall(index, count <= home.high))

    def presume(self, *statements: L.Node) -> None:
        """Take statements for true as long as nothing that is said is against them."""
        self.presumed += [s for s in statements if s not in self.presumed]


def _is_weaker(one: L.Node, other: L.Node) -> bool:
    """Whether a bound of a name by a number says less than another one of it on the same side."""
    a, b = _bound(one), _bound(other)
    if a is None or b is None or a[:2] != b[:2]:
        return False
    return a[2] < b[2] if a[1] == ">" else a[2] > b[2]


def _bound(statement: L.Node) -> tuple[L.Var, str, Any] | None:
    match statement:
        case L.Relation(L.Var() as x, ("<" | "<=" | ">" | ">=") as symbol, L.Number(n)):
            return x, symbol[0], n
        case L.Relation(L.Number(n), ("<" | "<=" | ">" | ">=") as symbol, L.Var() as x):
            return x, ">" if symbol[0] == "<" else "<", n
    return None


__all__ = ["ENDING", "Hypotheses"]
