"""Values that are wrong: $x = 7$ where $2x = 10$.  What is said of x from there on is of no number that was found.

The lines below are read with the value that their author has.  What holds with it only follows from what is wrong, and
shows nothing; what is false with it is a slip of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ..language import Claim, Relation
from ..reading.lines import Line
from .findings import FROM_WRONG, Finding
from .outcomes import Done, Outcome

_Key = tuple[tuple[int, ...], str]


@dataclass
class WrongValues:
    """Follows the lines of a document in order.  ``ask`` judges a line."""

    ask: Callable[[Line], Outcome]
    _wrong: dict[_Key, Line] = field(default_factory=dict)
    """The names with such values, by where they have them, and the lines that are wrong, or make a name of another."""

    def told(self, line: Line, outcome: Outcome | None) -> Outcome | None:
        """What was found of a line, unless it holds only by a value that is wrong."""
        rests = [key for key in self._wrong if key[1] in line.written and line.scope[: len(key[0])] == key[0]]
        named = (line.scope, line.defines) if line.defines is not None else None
        if line.kind == "definition":
            self._keep(named, line, wrong=any(name != line.defines for _, name in rests))
        if not isinstance(outcome, Done) or line.kind == "definition":
            return outcome
        finding = outcome.value
        corrected = self._corrected(line, rests) if finding.verdict == "refuted" else None
        if corrected is not None:
            outcome = corrected
        elif finding.holds and rests:
            outcome = Done(Finding("undecided", finding.numbers, notes=(FROM_WRONG,)))
        self._keep(named, line, wrong=outcome.value.is_wrong)
        return outcome

    def _keep(self, named: _Key | None, line: Line, wrong: bool) -> None:
        """Let a name have a value, wrong or not; what is made of it is made of that now."""
        if named is None:
            return
        for key, known in tuple(self._wrong.items()):
            made = known.kind == "definition" and named[1] in known.written
            if (key[1] == named[1] or made) and named[0][: len(key[0])] == key[0]:
                del self._wrong[key]
        if wrong:
            self._wrong[named] = line

    def _corrected(self, line: Line, rests: list[_Key]) -> Done | None:
        """What is found of $x = 5$, or of $x - 5 = 0$, by what $x = 7$ was to follow from; None where it does not hold
        either."""
        if rests and line.unsolved is not None:
            again = self.ask(replace(line, claim=line.unsolved, instead=(), of_data=None, premise=None))
            if isinstance(again, Done) and again.value.holds:
                return again
        for key in rests:
            wrong = self._wrong[key]
            if key[1] != line.defines or wrong.relation is None or line.relation is None:
                continue
            assert line.claim is not None
            said = Claim(line.claim.hypotheses, Relation(wrong.relation.left, "=", line.relation.right))
            again = self.ask(replace(line, claim=said, instead=(), of_data=None, premise=wrong.premise))
            if isinstance(again, Done) and again.value.holds:
                return again
        return None


__all__ = ["WrongValues"]
