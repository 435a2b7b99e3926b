"""The sentence at hand: what it wants and supposes so far, and how it changes what is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from ... import language as L
from ...language.facts import Facts
from ..context import Context
from ..lines import Line
from ..meaning import Meaning
from ..names import name_of
from ..pieces import Piece
from ..relations import ORDERS
from ..syntax import RowSyntax, Statement, Syntax, Unread
from ..terms.cases import CaseAtHand
from ..threads import Formula
from ..told import orders, set_aside, suppositions
from ..uses.fog import forget, forget_means_given
from ..words import cases_in_words, retelling
from . import said_plainly
from .chain_reader import ChainReader
from .statements import claims_of


@dataclass
class SentenceAtHand:
    """What the formulas of a sentence, read one after the other, have said of it."""

    chains: ChainReader
    case: CaseAtHand
    wanted: set[L.Node] = field(default_factory=set)  # the orders that it wants to be met
    supposed: set[L.Node] = field(default_factory=set)  # what it supposes
    concludes: bool = False  # it concluded an order

    @property
    def m(self) -> Meaning:
        return self.chains.m

    @property
    def context(self) -> Context:
        return self.chains.context

    def begin(self) -> None:
        """Go on to the next sentence."""
        self.wanted.clear()
        self.supposed.clear()
        self.concludes = False

    def suppose_case(self, statement: Statement, formula: Formula, beside: bool = False) -> Iterator[Line]:
        """Suppose a case, or one more of what it is, ``beside`` the last."""
        self.free_of_values(statement, formula)
        self.chains.give_up(statement, formula)
        said = tuple(orders.order(self.m, statement))
        if self.case.excludes(said):
            self.m.remarks = ["the part that it stands in is about the other case"]
            yield from suppositions.supposed(self.m, statement, formula)
            return
        self.give_way(said, formula)
        self.case.suppose(self.context, said, beside=beside or cases_in_words.goes_on_with_and(formula.words))
        self.case.is_place = cases_in_words.says_when_it_holds(formula.words)

    def free_of_values(self, statement: Statement, formula: Formula) -> None:
        r"""Let $n \ge 4$, of an n that was 3 before: it is not that number any more."""
        words, rest = formula.words, formula.rest
        names = {name_of(e) for e in statement.expressions if e is not None} & self.context.chosen
        chosen = {name: self.context.values[name] for name in names if name and name in self.context.values}
        if not chosen or any(value.free for value in chosen.values()) or not retelling.may_choose(words, rest):
            return
        if not any(isinstance(h, L.Relation) and Facts(()).excludes(h) for h in orders.order(self.m, statement)):
            return
        for name in chosen:
            if retelling.is_conditional(words, rest):
                set_aside.keep(self.context, name)
            del self.context.values[name]
            set_aside.make_anew(self.m, name)

    def give_way(self, said: Sequence[L.Node], formula: Formula) -> None:
        """What was supposed of names gives way to what words let hold of them, or suppose for a sentence."""
        words, rest = formula.words, formula.rest
        if retelling.may_choose(words, rest):
            conditional = retelling.is_conditional(words, rest)
            set_aside.give_way(self.context, said, conditional, kept=self.supposed)
        self.supposed.update(said)

    def ends(self, statement: Statement) -> tuple[L.Relation, ...]:
        r"""What $x \in (0, 1)$ says of a number."""
        match statement:
            case Statement((Syntax() as element, Syntax() as home), _) if (name := name_of(element)) is not None:
                return orders.between_ends(self.m, name, home)
        return ()

    def want(self, statement: Statement) -> None:
        """Take it that an order may be meant of what follows, and in its sentence that it is."""
        said = orders.order(self.m, statement)
        self.context.want(*said)
        self.wanted.update(said)

    def want_all(self, row: RowSyntax) -> None:
        """Take it that orders may be meant of what follows, as far as they are read."""
        for statement in claims_of(row, self.m):
            if statement.relations and {sign.symbol for sign in statement.relations} <= set(ORDERS):
                with suppress(Unread):
                    self.context.want(*orders.order(self.m, statement))

    def leave_open(self, statement: Statement) -> None:
        """Of what is said of one thing or another nothing is known."""
        for each in statement.expressions:
            self.leave_out(each, Unread("it is said of it, or something else is", statement.span))

    def leave_out(self, node: Syntax | None, reason: Unread) -> None:
        """What is said of a name was not read, and is no line."""
        forget(self.context, node, reason)
        self.chains.left_out.append(reason)

    def if_read(self, statement: Statement, piece: Piece) -> Iterator[Line]:
        """The lines of a chain; those that were not read only where the sentence says what they say."""
        for line in self.chains.lines(statement, piece):
            if line.kind != "unread" or said_plainly.is_said(piece.formula):
                yield line
            else:
                self.chains.left_out.append(Unread(line.why or "not understood", statement.span))
                forget_means_given(self.context, statement)


__all__ = ["SentenceAtHand"]
