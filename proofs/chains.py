"""Chains of steps, and the reasons that are no rule: an earlier chain, a lemma, a hypothesis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .kernel import combined
from .language import Name, Node, Relation, Statement, Term
from .steps import Step, Use


@dataclass(frozen=True)
class Chain:
    """A chain of steps from ``start``, or (with no start) one statement inferred from earlier chains.

    ``suppose`` are hypotheses of this chain alone.  ``premises`` are labels of the chains an inference draws on,
    ``knowing`` labels of chains whose statements hold here (that a denominator is not zero, say).
    """

    start: Term | None
    steps: tuple[Step, ...] = ()
    title: str | None = None
    label: str | None = None
    suppose: tuple[Node, ...] = ()
    statement: Statement | None = None
    use: Use | None = None
    premises: tuple[str, ...] = ()
    knowing: tuple[str, ...] = ()
    text: str | None = None  # a sentence before the chain

    @property
    def concluded(self) -> Statement:
        """What the chain shows: its first line related to its last, or the inferred statement."""
        if self.statement is not None:
            return self.statement
        if self.start is None or not self.steps:
            named = f" {self.title or self.label!r}" if self.title or self.label else ""
            raise ValueError(f"the chain{named} shows nothing: it has no step")
        return Relation(self.start, combined([s.symbol for s in self.steps]), self.steps[-1].right)


def by(label: str, mapping: Mapping[Name, Any] | None = None, *, phrase: str | None = None) -> Use:
    """As a reason: the chain of this proof (or the lemma) with that label, or an instance of it.

    ``mapping`` has what is put for names in it; ``phrase`` is what the page says.  A label that no earlier chain has
    refuses the step that uses it.
    """
    return Use(label=label, mapping=tuple((mapping or {}).items()), phrase=phrase)


def hypothesis(statement: Node, *value: Term, phrase: str | None = None) -> Use:
    """As a reason: an equation among the hypotheses (for a ``ForAll``, at the given value).

    A statement that is no hypothesis of the chain refuses the step.
    """
    return Use(hypothesis=statement, arguments=value, phrase=phrase)
