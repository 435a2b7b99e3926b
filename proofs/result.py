"""What a proof shows: a claim, whose sides a user takes on as SymPy expressions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .language import Claim, Iff, Name, Node, Relation, Statement, Term
from .language.facts import Facts


@dataclass(frozen=True)
class Result:
    """What a proof shows: a claim, with its sides as SymPy expressions."""

    claim: Claim

    @property
    def statement(self) -> Statement:
        """The statement as it is written."""
        return self.claim.statement

    @property
    def hypotheses(self) -> tuple[Node, ...]:
        """What the statement holds under."""
        return self.claim.hypotheses

    @property
    def relation(self) -> str:
        """The symbol between the sides; ``iff`` for an equivalence."""
        match self.claim.statement:
            case Relation(_, symbol, _):
                return symbol
            case Iff():
                return "iff"
        return type(self.claim.statement).__name__

    @property
    def lhs(self) -> Any:
        """The left side as a SymPy expression.  Raises ``TypeError`` for an equivalence or a fact, which have none."""
        return self._side("left")

    @property
    def rhs(self) -> Any:
        """The right side as a SymPy expression.  Raises what ``lhs`` raises."""
        return self._side("right")

    def _side(self, which: str) -> Any:
        from .language.sympy_door import to_sympy

        if not isinstance(self.claim.statement, Relation):
            raise TypeError(f"expected a relation between terms, found {self!r}; see .statement")
        side = getattr(self.claim.statement, which)
        return to_sympy(side, positive=self._positive)

    @property
    def _positive(self) -> frozenset[Name]:
        facts = Facts(self.claim.hypotheses)
        return frozenset(n for n in self.claim.free if isinstance(n, Term) and facts.positive(n))

    @property
    def symbols(self) -> dict[str, Any]:
        """The SymPy symbols of the statement by name, to substitute or differentiate by."""
        from .language.sympy_door import to_sympy

        names = (n for n in self.claim.statement.free if isinstance(n, Term))
        return {n.name: to_sympy(n, positive=self._positive) for n in names}

    def _repr_latex_(self) -> str:
        from .writing import latex

        return f"$\\displaystyle {latex(self.claim.statement)}$"

    def __repr__(self) -> str:
        from .writing import plain

        return f"<Result {plain(self.claim.statement)}>"
