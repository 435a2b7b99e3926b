"""Equations that stand undecided, or as the reason of a line: what follows from one holds if it does, and the report
says so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ..language import Claim, Node, Relation, alpha_equal
from ..reading.lines import Line
from .findings import DATA_UNSAID, Finding
from .outcomes import Done, Outcome

_REASON = re.compile(
    r"\b(since|because|as|using|from|constraint|condition)( that)?( the (constraint|condition|fact)( that)?)?"
    r"\W*$"
)
REPEATED = "it repeats an equation that is left undecided"
Asked = Callable[[Line, tuple[Node, ...]], Outcome]  # what is found of a line beneath some equations


class OpenGrounds:
    """What was left open so far, and which of it each line rests on that was concluded from it."""

    def __init__(self) -> None:
        self._of: dict[Node, tuple[Node, ...]] = {}

    def leave_open(self, line: Line) -> None:
        """A line of which nothing was found is open itself."""
        if line.claim is not None and line.kind != "goal":
            self._of.setdefault(line.claim.statement, (line.claim.statement,))

    def beneath(self, line: Line, outcome: Done, used: tuple[Node, ...], asked: Asked) -> Done:
        """What is found of a line, with the open equations that it rests on as its conditions."""
        found: Finding = outcome.value
        if line.claim is None or found.verdict == "given":
            return outcome
        if found.verdict == "undecided":
            self.leave_open(line)
            return outcome
        if found.verdict not in ("proved", "supported"):
            return outcome
        rests = self._needed(line, found, used, asked)
        reasons = () if self._holds_without(line, found, used, asked) else line.because
        roots = tuple(dict.fromkeys((*(root for each in rests for root in self._of.get(each, ())), *reasons)))
        statement = line.claim.statement
        if any(_is_the_same(statement, root) for root in roots):
            repeated = Finding("undecided", found.numbers, notes=(REPEATED,))
            return replace(outcome, value=repeated)
        if not roots:
            return outcome
        self._of.setdefault(statement, roots)
        return replace(outcome, value=replace(found, needs=tuple(dict.fromkeys((*found.needs, *roots)))))

    @staticmethod
    def _holds_without(line: Line, found: Finding, used: tuple[Node, ...], asked: Asked) -> bool:
        """Whether a line is what it was found to be without the equations that it is said to hold because of."""
        if not line.because or line.claim is None:
            return True
        rest = tuple(h for h in line.claim.hypotheses if h not in line.because)
        again = asked(replace(line, claim=Claim(rest, line.claim.statement), instead=()), used)
        return isinstance(again, Done) and again.value.verdict == found.verdict

    def _needed(self, line: Line, found: Finding, used: tuple[Node, ...], asked: Asked) -> list[Node]:
        """The open equations without which the line is not what it was found to be."""
        above = (line.premise,) if line.premise is not None and line.premise not in used else ()
        left: tuple[Node, ...] = (*used, *above)
        for each in left:
            if each in self._of:
                rest = tuple(e for e in left if e is not each)
                again = asked(line, rest)
                if isinstance(again, Done) and again.value.verdict == found.verdict:
                    left = rest
        return [e for e in left if e in self._of]


def as_reason(line: Line, outcome: Done) -> Done:
    r"""What is found of a line that is no identity, and that its sentence gives as the reason of what comes next,
    "since $\sum_k \pi_k = 1$": it holds from there on, as a condition of what rests on it."""
    found: Finding = outcome.value
    if DATA_UNSAID not in found.notes or _REASON.search(line.words) is None:
        return outcome
    return replace(outcome, value=replace(found, equation=True))


def _is_the_same(one: Node, other: Node) -> bool:
    """Whether two equations are one, written this way round or the other."""
    turned = Relation(other.right, "=", other.left) if isinstance(other, Relation) and other.symbol == "=" else other
    return alpha_equal(one, other) or alpha_equal(one, turned)


__all__ = ["Asked", "OpenGrounds", "as_reason"]
