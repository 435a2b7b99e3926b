"""Chains of relations, one line after the other; a row without a left side goes on with the chain before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ... import language as L
from ..context import Context
from ..laws import same_laws
from ..lines import Line
from ..meaning import Meaning
from ..pieces import Piece
from ..probability import events_told
from ..relations import COMPARES
from ..syntax import Bracket, Dots, Numeral, RowSyntax, Sign, Statement, Symbol, Syntax, Unread, Words
from ..terms.substitutions import as_rate
from ..threads import Formula, Thread
from ..told import beside, suppositions
from ..uses.fog import forget_mentioned
from ..words import cases_in_words, claiming, giving, names_in_words, prose
from . import said_plainly, solved_anew
from .assertions import Assertions

_CUTS = re.compile(r"=|\\leq|\\geq|<|>|\\in(?![A-Za-z])")


@dataclass
class ChainReader:
    """Reads chains, and knows where the next row may go on."""

    told: Assertions
    asked: bool = False  # what is read is asked of whatever a new word is said of
    thread: Thread | None = None  # where a row without a left side goes on
    given_up: solved_anew.GivenUp = solved_anew.NOTHING  # before the next line
    told_of_events: events_told.ToldInSentence = field(default_factory=events_told.ToldInSentence)
    left_out: list[Unread] = field(default_factory=list)  # what was not read of the formula at hand, and is no line

    @property
    def m(self) -> Meaning:
        return self.told.m

    @property
    def context(self) -> Context:
        return self.told.context

    def lines(self, statement: Statement, piece: Piece) -> Iterator[Line]:
        """The lines of one chain of relations."""
        if suppositions.told_moments_of(self.m, statement, piece.formula):
            yield from suppositions.supposed(self.m, statement, piece.formula)
            return
        if (given_another := self.told.given_another(statement, piece.formula)) is not None:
            yield given_another
            return
        if any(map(_is_open_condition, statement.expressions[1:-1])):
            raise Unread("a condition behind a bar that goes on with a relation", statement.span)
        statement = as_rate(statement, self.context)
        first = statement.expressions[0]
        formula = _behind_arrow(piece.formula) if statement.words in ("so", "iff") else piece.formula
        self.give_up(statement, formula)
        said = giving.is_supposed(formula.words) or giving.is_supposition(formula.words)
        follows = claiming.is_where_derivative_vanishes(formula.words)  # also where an arrow leads on from it
        supposed = (statement.words == "if" and not follows) or (not formula.display and said)
        listed = not formula.display and giving.is_listed_as_given(formula.words)
        introduced = not formula.display and (giving.is_let(formula.words) or giving.is_from(formula.words))
        if piece.holds_almost and [sign.symbol for sign in statement.relations] == ["="]:
            case = (
                not formula.display and cases_in_words.is_case(formula.words) and same_laws.is_supposed(formula.words)
            )
            agreement = suppositions.agreement(self.m, statement, formula, supposed or case)
            if agreement is not None:
                yield agreement
                return
        if None in statement.expressions[1:]:
            raise Unread("an expression is missing beside a relation", statement.span)
        if first is None and statement.words:  # a quantity that is named in words
            right = statement.expressions[1]
            assert right is not None
            yield Thread(right, statement.words).line(statement.relations[0], right, formula, "definition")
            thread = self.told.begin(right, formula)
            statement = Statement(statement.expressions[1:], statement.relations[1:], span=statement.span)
        elif first is not None:
            thread = self.told.begin(first, formula)
        elif self.thread is not None:
            thread = self.thread
        else:
            right = statement.expressions[1]
            assert right is not None
            why = "the line goes on with one that is not there or was not read"
            place = formula.maths.place(statement.span[0])
            text = formula.maths.text[right.span[0] : right.span[1]]
            yield Line(place, "", statement.relations[0].symbol, text.strip(), "unread", why=why)
            thread = self.told.begin(right, formula)
            statement = Statement(statement.expressions[1:], statement.relations[1:], span=statement.span)
        last = statement.expressions[-1]
        for sign, right in zip(statement.relations, statement.expressions[1:], strict=True):
            assert right is not None
            if sign.symbol == "=:":  # what stands before it gives the name behind it its value
                named = self.told.begin(right, formula)
                yield self.told.relation(named, Sign(":=", span=sign.span), thread.node, formula)
                continue
            if not thread.first and _are_names(thread.begins, thread.node):  # x = y = 5: both of them are 5
                thread = self.told.begin(thread.node, formula)
            line = self.told.relation(thread, sign, right, formula)
            if self.given_up.names:
                line = replace(line, gives_up=self.given_up.names, afresh=self.given_up.afresh)
                self.given_up = solved_anew.NOTHING
            if any(statement is reason for reason in self.told.claims.conditions.reasons):
                line = replace(line, posed=True, perhaps=())
            if line.posed and line.says_slope:
                line = replace(line, posed=False)
            if line.posed and line.kind in ("step", "condition"):
                self._pose(line)
            if self.asked and line.kind == "step" and line.fog:
                line = replace(line, kind="hypothesis")
            found = right not in (last, Numeral("0")) and line.note is None and line.works_out  # f'(x) = 2 x - 4 = 0
            if found and line.kind == "condition":
                line = replace(line, kind="step")
            recalled = line.kind == "step" and (
                found or names_in_words.calls_density(formula.words) or line.is_of_known_law or line.closes_form
            )
            if told_of_events := events_told.is_told(line, formula, self.told_of_events.beside(formula)):
                line = self.told_of_events.learn(line, formula)
                if line.claim is not None and isinstance(line.claim.statement, L.Relation):
                    self.context.told_of_events.append(line.claim.statement)
            given = (
                (supposed and not recalled and not told_of_events)
                or (listed and bool(line.loose))
                or (line.kind == "goal" and (line.posed or giving.is_let(formula.words)))
            )
            let_hold = introduced and line.first and giving.lets_be(formula.words) and _is_between_numbers(line)
            given = given or (
                introduced and (line.is_about_new or let_hold) and not (found or line.closes_form or line.says_slope)
            )
            if given and line.kind in ("step", "goal"):
                line = replace(line, kind="condition")
                self._pose(line)
            yield line
        if formula.display:
            self.thread = thread

    def _pose(self, line: Line) -> None:
        """Keep an equation between numbers that is let hold: of $x + y = 3$, $y = 1$ leaves x no choice."""
        relation = line.relation
        if relation is not None and _is_between_numbers(line) and relation not in self.context.posed:
            self.context.posed.append(relation)

    def give_up(self, statement: Statement, formula: Formula) -> None:
        """Give up what was found of the names in an equation that is of another problem."""
        found = solved_anew.by_equation(self.m, statement, formula)
        self.given_up = found if found.names else self.given_up

    def aside(self, statement: Statement, piece: Piece) -> Iterator[Line]:
        r"""What a row defines, ``\quad \text{where} \quad z_i = x_i - b``, and reasons: no chain goes on with these."""
        going_on = self.thread
        try:
            yield from self.lines(statement, piece)
        finally:
            self.thread = going_on

    def unread(self, piece: Piece) -> Iterator[Line]:
        """The line of a formula that is not read as a whole: of a display, or of a claim in a sentence."""
        assert piece.why is not None
        formula, text = piece.formula, piece.formula.maths.text
        if formula.display or _CUTS.search(text):
            forget_mentioned(self.context, _CUTS.split(text)[0])
        if formula.display:
            self.thread = None
        said = claiming.is_concluded(formula.words) or claiming.is_stated(formula.words, formula.rest)
        said = said or prose.is_bare(formula.words, formula.rest) or said_plainly.is_said(formula)
        if formula.display or (COMPARES.search(text) and said):
            place = formula.maths.place(min(piece.why.span[0], max(len(text) - 1, 0)))
            yield Line(place, text.strip(), "", "", "unread", why=piece.why.reason, words=formula.words)
        else:
            self.left_out.append(piece.why)

    def take_left_out(self) -> list[Unread]:
        """What was not read of the formula that ends here."""
        found, self.left_out = self.left_out, []
        return found

    def begin(self, row: RowSyntax, piece: Piece) -> None:
        """A row that is an expression and nothing else begins the chain that the next row goes on with."""
        if beside.is_in_words(piece.formula.maths.text):
            return
        match row.statements:
            case (Statement((expression,), ()),) if expression is not None and not isinstance(expression, Words | Dots):
                self.thread = self.told.begin(expression, piece.formula)

    def two_laws(self, statement: Statement, piece: Piece) -> Iterator[Line]:
        r"""P: X \sim law, one of several laws of X: it is P that has it."""
        letter, _, law = statement.expressions
        assert letter is not None and law is not None
        thread = self.told.begin(letter, piece.formula)
        yield self.told.relation(thread, Sign("~", span=statement.relations[1].span), law, piece.formula)


def _is_between_numbers(line: Line) -> bool:
    """Whether a line is an equation about numbers that have names, and no value of an integral or a sum."""
    relation = line.relation
    if relation is None or relation.symbol != "=" or not relation.free:
        return False
    if any(isinstance(n, L.Binder) for n in relation.walk()):
        return False
    return all(isinstance(n, L.Var) and L.is_scalar(n) for n in relation.free)


def _is_open_condition(side: Syntax | None) -> bool:
    r"""Whether a side is the X \mid l of Y = X \mid l < X < u, where the condition is l < X < u."""
    return isinstance(side, Bracket) and side.left == "" and side.given is not None


def _behind_arrow(formula: Formula) -> Formula:
    r"""The formula of what an arrow leads to: "set $A \Rightarrow B$" supposes A only, as "set $A$, so $B$" does."""
    if formula.display:
        return formula
    return replace(formula, words=f"{formula.words}{prose.FORMULA}, so ", lead=f"{formula.lead}{prose.FORMULA}, so ")


def _are_names(one: Syntax | None, other: Syntax) -> bool:
    return isinstance(one, Symbol) and isinstance(other, Symbol) and one != other


__all__ = ["ChainReader"]
