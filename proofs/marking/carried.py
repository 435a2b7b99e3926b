"""Slips that are carried on: a later line that is false, and right if what was wrong before it were so.

A reader sees one slip then and not two, and what was done after it was done well.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..language import Binder, Claim, Neg, Node, Number, Relation, Term
from ..reading.lines import Line
from .findings import FROM_WRONG, Finding
from .outcomes import Done, Outcome


class _Slip(NamedTuple):
    """An equation that would hold if a slip were none; ``line`` is the one that says it."""

    line: Line
    left: Term
    right: Term


@dataclass
class CarriedOn:
    """Follows the lines of a document in order.  ``ask`` judges a line."""

    ask: Callable[[Line], Outcome]
    _wrong: list[_Slip] = field(default_factory=list)
    _here: list[_Slip] = field(default_factory=list)  # of the chain at hand
    _start: Term | None = None  # what that chain begins with

    def told(self, line: Line, outcome: Outcome) -> Outcome:
        """What was found of a line, unless it is false only as what is wrong before it is."""
        statement = line.relation
        if statement is None or statement.symbol != "=" or not isinstance(outcome, Done):
            self._start = None
            return outcome
        if line.first or self._start is None:
            self._wrong += self._here
            self._start, self._here = statement.left, []
        finding = outcome.value
        if finding.verdict == "refuted" and self._follows(line, statement):
            outcome = Done(Finding("undecided", finding.numbers, notes=(FROM_WRONG,)))
        if line.kind != "goal":
            self._learn(line, statement, outcome.value)
        return outcome

    def _learn(self, line: Line, statement: Relation, finding: Finding) -> None:
        """What would hold if the slip were none: the equation, and what the chain has come to since."""
        if finding.verdict in ("proved", "supported"):  # it is said right here
            self._wrong = [each for each in self._wrong if each.left is not statement.left]
        broken = bool(self._here) or finding.is_wrong
        if finding.is_wrong:
            self._put(line, statement.left, statement.right)
        if broken and self._start is not None and self._start is not statement.left:
            self._put(line, self._start, statement.right)

    def _put(self, line: Line, left: Term, right: Term) -> None:
        if not isinstance(left.arg if isinstance(left, Neg) else left, Number):  # which stands for nothing else
            self._here = [each for each in self._here if each.left is not left]
            self._here.append(_Slip(line, left, right))

    def _follows(self, line: Line, statement: Relation) -> bool:
        """Whether the line holds with the right side of what is wrong before it for the left one, of one or of all."""
        assert line.claim is not None
        reached = [(slip.left, slip.right) for slip in self._wrong if _is_said_for(line, slip.line)]
        single = [_put_for(statement, left, right) for left, right in reversed(reached)]
        every: Node = statement
        for left, right in reached:
            every = _put_for(every, left, right)
        for carried in dict.fromkeys((*single, every)):
            if carried is statement:
                continue
            claim = Claim(line.claim.hypotheses, carried)
            again = self.ask(replace(line, claim=claim, instead=(), of_data=None, premise=None))
            if isinstance(again, Done) and again.value.verdict in ("proved", "supported"):
                return True
        return False


def _is_said_for(line: Line, wrong: Line) -> bool:
    """Whether what was wrong is said where the line stands, and of the case that the line is about: of another value
    of a name, or where other things are supposed of it, it says nothing."""
    assert line.claim is not None and wrong.claim is not None
    if line.scope[: len(wrong.scope)] != wrong.scope:
        return False
    here = line.claim.hypotheses
    about = {name for each in here for name in each.free}
    missing = [each for each in wrong.claim.hypotheses if each not in here]
    return all(about.isdisjoint(each.free) and getattr(each, "symbol", None) != "=" for each in missing)


def _put_for(node: Node, old: Term, new: Term) -> Node:
    """The node with ``new`` wherever ``old`` stands, but beneath what binds a name of either."""
    if node is old:
        return new
    if isinstance(node, Binder) and node.var in old.free | new.free:
        return node
    return node.map_children(lambda child: _put_for(child, old, new))


__all__ = ["CarriedOn"]
