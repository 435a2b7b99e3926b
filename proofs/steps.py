"""Steps as data: rules, the reasons an author gives, the lines they stand between, and the refusal of one.

Nothing here decides anything; the kernel does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .language import (
    Apply,
    Constant,
    Elementary,
    Name,
    Neg,
    Node,
    Number,
    Plus,
    Power,
    Quotient,
    Term,
    Times,
)

if TYPE_CHECKING:
    from .kernel import Theorem

ZERO = Number(0)
_NUMBERS = (Number, Constant, Plus, Neg, Times, Quotient, Power, Apply, Elementary)

Rewrite = Callable[..., Iterator[Any]]  # of terms; of statements where the rule infers


class Refused(ValueError):
    """The kernel does not accept this; the message says what was expected and what was found."""


@dataclass(frozen=True, eq=False)
class Rule:
    """A named fact of mathematics: ``rewrite(term, facts, *arguments)`` yields what the term may be replaced by.

    ``relation`` is what the rule guarantees between the term and what it yields: ``=``, ``<=`` or ``<``.
    ``formula`` is the rule as a formula (LaTeX), ``phrase`` the reason a page gives.
    """

    name: str
    formula: str
    phrase: str
    relation: str
    rewrite: Rewrite
    kind: str = "rewriting"  # or "inference": rewrite(premises, facts) then yields statements

    def __call__(self, *arguments: Node) -> Use:
        """The rule with its arguments, for rules that need to be told where or with what."""
        return Use(self, arguments)


@dataclass(frozen=True)
class Use:
    """A rule with its arguments, an earlier theorem, or a hypothesis: what an author gives as a reason.

    ``label`` names an earlier chain of the same proof (with ``mapping``: an instance of it) until the proof resolves it
    to a theorem; ``hypothesis`` is a relation among the hypotheses, or ``ForAll`` with the value for its variable;
    ``instance`` is a step that was licensed in general, the hypotheses it stood under, and what was put for its names.
    """

    rule: Rule | None = None
    arguments: tuple[Node, ...] = ()
    label: str | None = None
    mapping: tuple[tuple[Name, Any], ...] = ()
    theorem: Theorem | None = None
    hypothesis: Node | None = None
    instance: tuple[Step, tuple[Node, ...], tuple[tuple[Name, Any], ...]] | None = None
    phrase: str | None = None

    @property
    def name(self) -> str:
        """What identifies the reason: the rule, or what kind of earlier result is used."""
        if self.rule is not None:
            return self.rule.name
        if self.instance is not None:
            return self.instance[0].use.name
        if self.hypothesis is not None:
            return "hypothesis"
        return self.label or "theorem"

    @property
    def reason(self) -> str:
        """The reason as a page gives it."""
        if self.phrase is not None:
            return self.phrase
        if self.rule is not None:
            return self.rule.phrase
        if self.instance is not None:
            return self.instance[0].use.reason
        return "by hypothesis" if self.hypothesis is not None else "by the above"


@dataclass(frozen=True)
class Step:
    """``left symbol right``, and the reason given for it."""

    left: Term
    symbol: str
    right: Term
    use: Use

    @property
    def rule(self) -> str:
        return self.use.name

    @property
    def reason(self) -> str:
        if self.use.name != "algebra" or self.use.phrase is not None:
            return self.use.reason
        if self.symbol == "=":
            return "calculating" if not self.left.free and _is_of_numbers(self.right) else self.use.reason
        if self.left is ZERO or self.right is ZERO:
            return "by the signs of its parts"
        return "since the difference is " + ("not negative" if self.symbol in ("<=", ">=") else "positive")


def _is_of_numbers(t: Term) -> bool:
    """Whether a term is made of numbers alone."""
    return all(isinstance(part, _NUMBERS) for part in t.walk())
