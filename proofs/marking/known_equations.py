"""The equations that the lines of a document may use: what was supposed, defined or found before them.

What holds for what is to be shown alone ends with that; what was found of a name that is told anew ends there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ..language import ForAll, Node, Relation, Var
from ..reading.lines import Line
from .each_member import at_each_point, of_each_member, varied
from .findings import Finding
from .shown import general


class Known(NamedTuple):
    """An equation, the sections that it holds in, and whether it was found and not supposed."""

    scope: tuple[int, ...]
    said: Node
    found: bool


@dataclass
class KnownEquations:
    """Follows the lines of a document in order."""

    _accepted: list[Known] = field(default_factory=list)
    _supposed: list[Known] = field(default_factory=list)  # in what is to be shown, and for that alone
    _varied: frozenset[tuple[Node, Node]] = frozenset()  # densities that were varied, each with the point

    def hear(self, line: Line) -> None:
        """Before a line is judged: what it gives up, and what it supposes or defines."""
        if not line.shown:
            self._supposed.clear()
        if line.gives_up:
            self._accepted = [each for each in self._accepted if not _is_given_up(each, line)]
        if line.claim is not None:
            self._varied |= varied(line.claim.statement)
        if (
            line.claim is not None
            and line.kind in ("condition", "definition")
            and line.symbol == "="
            and not line.only_if
        ):
            given = frozenset().union(*(h.free for h in line.claim.hypotheses))
            said = general(line.claim.statement, given) if line.every else at_each_point(line, self._varied)
            alone = line.shown and line.kind == "condition" and not line.posed
            (self._supposed if alone else self._accepted).append(Known(line.scope, said, found=False))

    def learn(self, line: Line, finding: Finding, used: bool) -> None:
        """What a line that was judged says, where it is an equation that holds, or concluded from others of all."""
        if line.claim is None or line.kind == "goal":
            return
        said = of_each_member(line)
        concluded = isinstance(said, ForAll) and finding.holds and used
        if finding.equation and line.anew:
            self._accepted = [each for each in self._accepted if not _is_about_the_same(each.said, line)]
        if finding.equation or concluded:
            self._accepted.append(
                Known(line.scope, at_each_point(line, self._varied), found=line.kind == "step" and not line.posed)
            )

    def reaching(self, scope: tuple[int, ...]) -> Iterator[Node]:
        """Those that hold in a section: of it, and of those that it stands in."""
        return (each.said for each in (*self._accepted, *self._supposed) if scope[: len(each.scope)] == each.scope)


def _is_given_up(known: Known, line: Line) -> bool:
    """Whether an equation is of the problem before the one that a line begins."""
    names = {n.name for n in known.said.free if isinstance(n, Var)}
    about = not names.isdisjoint(line.gives_up)
    return about and (line.afresh or known.found or _is_about_the_same(known.said, line))


def _is_about_the_same(said: Node, line: Line) -> bool:
    """Whether an equation says what is on the left of a line."""
    relation = line.relation
    return isinstance(said, Relation) and relation is not None and said.left is relation.left


__all__ = ["Known", "KnownEquations"]
