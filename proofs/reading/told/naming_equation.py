"""The first equation of a chain, which may give its left side a value."""

from __future__ import annotations

from dataclasses import dataclass

from ... import language as L
from ..claims.claims import Claims
from ..context import Context
from ..lines import Line
from ..meaning import Meaning
from ..syntax import Sign, Syntax
from ..threads import Formula, Thread
from ..words import claiming, giving, labels, prose, retelling
from . import set_aside

Named = tuple[Line, L.Term | None]  # the line, and the term that the chain goes on from


@dataclass(frozen=True)
class NamingEquation:
    """The equation in its chain, and what is known when it is read."""

    claims: Claims
    thread: Thread
    sign: Sign
    right: Syntax
    formula: Formula

    @property
    def m(self) -> Meaning:
        return self.claims.m

    @property
    def context(self) -> Context:
        return self.claims.context

    def definition(self) -> Line:
        return self.thread.line(self.sign, self.right, self.formula, "definition")

    def claim(self, start: L.Term, target: L.Term, *, where: tuple[L.Node, ...] = ()) -> Line:
        return self.claims.claim(self.thread, self.sign, self.right, self.formula, start, target, where)

    def again(self, name: str) -> str:
        """From where the value is that a name had: one that words let have another has a new meaning, and none of which
        they conclude this one."""
        words = self.formula.words
        anew = not self.formula.display and giving.is_let(words) and prose.FORMULA not in prose.sentence(words)
        said = self.formula.lead if self.formula.display else words
        concluded = claiming.is_concluded(said) and not retelling.is_by_a_method(said)
        return "here" if concluded or (name in self.claims.context.own and not anew) else "before"

    def tells_anew(self, name: str) -> bool:
        """Whether the words before it let the name be something else than it was: Setting $n = 4$."""
        words = self.formula.lead if self.formula.display else self.formula.words
        weak = name in self.context.chosen and retelling.may_choose(words, self.formula.rest)
        return weak or retelling.chooses(words, self.formula.rest) or retelling.is_elsewhere(words)

    @property
    def is_chosen(self) -> bool:
        """Whether the words before it choose, or recall, the value: With $n = 4$; it follows from nothing then."""
        words = self.formula.lead if self.formula.display else self.formula.words
        return retelling.may_choose(words, self.formula.rest)

    def is_of_another(self, name: str) -> bool:
        """Whether words say twice of what the formula of a name is, and it is of two different things: "Ridge: ...",
        "Lasso: ..."; what they say now is kept."""
        here = labels.label(self.formula.lead, self.context.title)
        before, self.context.subjects[name] = self.context.subjects.get(name, ""), here
        return bool(before) and bool(here) and before != here

    def set_aside(self, name: str) -> None:
        """Before the name is told anew: what it was is kept where this is the condition of a sentence alone."""
        words = self.formula.lead if self.formula.display else self.formula.words
        if retelling.is_conditional(words, self.formula.rest):
            set_aside.keep(self.context, name)
        self.context.doubted.discard(name)
        self.claims.earlier.forget_definitions()

    @property
    def says_so(self) -> bool:
        """Whether the words before it say that it defines its left side."""
        return giving.is_definition(self.formula.lead)

    def follows_for(self, name: str) -> L.Var | None:
        """A name that the equation above is about, where this one may follow from that."""
        above, formula = self.claims.above.equation, self.formula
        follows = formula.display or claiming.goes_on(formula.words) or self.claims.above.is_set_to_zero(formula)
        defines = self.says_so and not (formula.display and self.claims.above.solves)
        if above is None or not follows or defines:
            return None
        return next((n for n in above.free if isinstance(n, L.Var) and n.name == name), None)

    def is_bound(self, name: str) -> bool:
        """Whether an equation leaves the name no choice."""
        return self.claims.context.is_bound(name)

    def is_settled(self, name: str) -> bool:
        """Whether an equation that is supposed says what a number is."""
        equations = (h for h in self.claims.context.stated() if isinstance(h, L.Relation) and h.symbol == "=")
        return any(isinstance(h.left, L.Var) and h.left.name == name and not h.right.free for h in equations)


__all__ = ["Named", "NamingEquation"]
