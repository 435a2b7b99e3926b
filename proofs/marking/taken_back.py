"""Slips that a later line of their chain takes back: false as a step, it is equal to what stood before the slip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..language import Claim, Relation, Term
from ..reading.lines import Line
from .findings import Finding
from .outcomes import Done, Outcome

TAKEN_BACK = "a slip above is taken back here: the right side is equal to what stood before it"


@dataclass
class Slips:
    """Follows the lines of a document in order.  ``ask`` judges a line."""

    ask: Callable[[Line], Outcome]
    _sound: Term | None = None  # what stood before the slip of the chain at hand
    _end: Term | None = None  # what that chain has come to

    def told(self, line: Line, outcome: Outcome | None) -> Outcome | None:
        """What was found of a line, and where it takes a slip back, that; then no other repair is asked for."""
        statement = line.claim.statement if line.claim is not None else None
        if not isinstance(statement, Relation) or statement.symbol != "=" or not isinstance(outcome, Done):
            self._sound = self._end = None
            return outcome
        if line.first or self._end is not statement.left:
            self._sound = None
        self._end = statement.right
        finding = outcome.value
        if finding.verdict != "refuted":
            return outcome
        if self._sound is None:
            self._sound = statement.left
            return outcome
        assert line.claim is not None
        whole = Claim(line.claim.hypotheses, Relation(self._sound, "=", statement.right))
        again = self.ask(replace(line, claim=whole, instead=(), of_data=None, premise=None))
        if not _holds(again):
            return outcome
        self._sound = None
        return Done(replace(finding, repair=None, notes=(*finding.notes, TAKEN_BACK)))


def _holds(outcome: Outcome) -> bool:
    return (
        isinstance(outcome, Done)
        and isinstance(outcome.value, Finding)
        and outcome.value.verdict in ("proved", "supported")
    )
