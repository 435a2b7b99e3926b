"""What is asked of a line, and what is found of it: plain data that can be pickled."""

from __future__ import annotations

from dataclasses import dataclass

from ..judging.report import Numbers
from ..language import Node
from ..reading.lines import Said
from .judgement import SAME, Judgement
from .shown import Shown

FROM_WRONG = "it follows from an equation above, which is wrong"
UPON_WRONG = "the likelihood above it, from which it is found, is wrong"
HOW_NEAR = "how near the two sides are meant to be is not said"
DATA_UNSAID = "what the data are is not said"
FOGGY = "it fails for some values, but not all that was said of its names was read"


@dataclass(frozen=True, kw_only=True)
class Question(Said):
    """What is asked about a line: what it says, and what is known of the lines around it."""

    around: tuple[Node, ...] = ()
    approximate: bool = False
    certain: bool = True  # all that was said of its names was read
    doubted: tuple[str, ...] = ()  # of its names, those of which that is not so
    shown: tuple[Shown, ...] = ()  # what the document has proved before it
    brief: bool = False  # of what is refuted neither a counterexample nor a repair is wanted


@dataclass(frozen=True)
class Finding:
    """What was found of a line."""

    verdict: str
    numbers: Numbers
    licensed: bool = False
    reversed: bool = False
    rules: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    wanted: tuple[Node, ...] = ()
    allowed: tuple[Node, ...] = ()
    needs: tuple[Node, ...] = ()  # of these, what is said: the others follow
    repair: str | None = None
    notes: tuple[str, ...] = ()
    equation: bool = False  # no identity, but an equation that holds from here on
    from_above: bool = False  # judged as a consequence of the equation above

    @property
    def holds(self) -> bool:
        """Whether the line is true, as far as found."""
        return self.verdict in ("proved", "supported")

    @property
    def is_wrong(self) -> bool:
        """Whether the line is false, or was concluded from what is."""
        return self.verdict == "refuted" or FROM_WRONG in self.notes or UPON_WRONG in self.notes

    @classmethod
    def of(cls, found: Judgement, *notes: str) -> Finding:
        """What a judgement is, with these notes before its own."""
        why = found.justification
        return cls(
            verdict=found.verdict,
            numbers=found.numbers,
            licensed=found.licensed or found.trivial,
            reversed=why is not None and any(why.reversed),
            rules=why.rules if why is not None else (found.inferred.name,) if found.inferred is not None else (),
            reasons=_reasons(found),
            wanted=found.wanted,
            allowed=found.allowed,
            notes=(*notes, *found.notes, *found.numbers.notes) if found.verdict != "proved" else (),
        )


def _reasons(found: Judgement) -> tuple[str, ...]:
    if found.trivial:
        return (SAME,)
    if found.inferred is not None:
        return (found.inferred.phrase,)
    return found.justification.phrases if found.justification is not None else ()
