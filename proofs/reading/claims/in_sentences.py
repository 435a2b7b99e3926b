"""What a formula within a sentence says, by the words around it: mostly a declaration or a case, sometimes a claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ... import language as L
from ..context import Context
from ..grammar.signs import NEGATED
from ..laws import laws_in_cases, laws_told_anew
from ..lines import Line
from ..names import name_of
from ..pieces import Piece
from ..relations import EQUATIONS, ORDERS
from ..syntax import Dots, RowSyntax, Script, Statement, Syntax, Unread
from ..terms import partials, pointwise
from ..terms.cases import CaseAtHand
from ..threads import Formula
from ..told import declarations as say
from ..told import of_all_values, orders, properties, set_aside, suppositions
from ..uses.fog import forget
from ..uses.survey import survey
from ..words import cases_in_words, claiming, denied, giving, names_in_words, prose, retelling, wanting, words_behind
from . import each_member, equivalences, headed_sentences, no_solutions, quantified, said_plainly
from .chain_reader import ChainReader
from .equations_in_sentences import EquationsInSentences
from .orders_in_sentences import OrdersInSentences
from .sentence_at_hand import SentenceAtHand
from .statements import claims_of, compared, links

_GIVES = {*ORDERS, "in", "~"}  # what is supposed by it, where nothing is claimed


class SentenceReader:
    """Reads the formulas within sentences."""

    def __init__(self, chains: ChainReader, case: CaseAtHand) -> None:
        self.at = SentenceAtHand(chains, case)
        self.orders = OrdersInSentences(self.at)
        self.equations = EquationsInSentences(self.at)
        self.was_explained = False  # what stands behind the formula at hand and explains it was read before it

    def lines(self, piece: Piece) -> Iterator[Line]:
        """The lines of a formula, if it claims something; what it declares or supposes is known from here on."""
        piece = pointwise.supposing(piece)
        assert piece.row is not None
        formula = piece.formula
        if prose.FORMULA not in prose.sentence(formula.words):
            self.at.begin()
        each_member.narrowed(self.at.context, self.at.supposed, piece.row)
        if cases_in_words.is_contradicted(formula.words):
            self.at.want_all(piece.row)
            return
        if (without := no_solutions.lines(self.at.chains, piece)) is not None:
            yield from without
            return
        if denied.claims_nothing(formula):
            if denied.is_negated(formula):
                self.orders.negate(piece.row)
            elif denied.fails(formula):
                for statement in piece.row.statements:
                    self._relate(statement, negated=True)
            return
        at_head = cases_in_words.begins_at(formula.words)
        known = any(name_of(s.expressions[0]) in self.at.context.values for s in piece.row.statements)
        is_place = claiming.is_place(formula.words)
        told = [s for s in claims_of(piece.row, self.at.m) if self._is_place(s)] if at_head else []
        at_head &= bool(told) or is_place  # behind it: "At $x = 2$, $f'(x) = 4$"
        behind_place = not at_head and cases_in_words.begins_at(formula.words)
        if is_place or (at_head and not known):
            listed = prose.FORMULA in prose.sentence(formula.words)
            for k, statement in enumerate(told):
                if known:
                    yield from self.equations.lines(statement, piece)
                    continue
                if k > 0:
                    self.at.case.next_formula()
                # "At $x = 2$ we have", "At $x = 2, y = 1$ we have"
                yield from self.at.suppose_case(statement, formula, beside=listed or k > 0)
                self.at.case.is_place = True
            return
        if equivalences.is_other_side(formula):
            yield equivalences.line(formula)
            return
        begins = giving.is_let(formula.words) and prose.FORMULA not in prose.sentence(formula.words)
        if begins and not self.was_explained:
            _let_anew(self.at.context, piece.row)
        if piece.told:
            for statement in claims_of(piece.row, self.at.m):
                yield from suppositions.supposed(self.at.m, statement, formula)
            return
        if names_in_words.names_a_law(formula.after) and not piece.understood:
            for head in survey([piece.row]).heads():
                self.at.context.fog.setdefault(head, "the law that words say it has was not read")
        laws_told_anew.doubt(self.at.context, piece)
        if self.orders.suppose_of_all(piece):
            return
        self._forget_ordered(piece)
        conditions = self.at.chains.told.claims.conditions
        for statement in claims_of(piece.row, self.at.m):
            concluded = bool(statement.relations) and (behind_place or claiming.is_concluded(formula.words))
            of_all = quantified.heads(formula.words) and quantified.is_closed(statement, conditions.bound)
            concluded |= of_all
            stated = bool(statement.relations) and claiming.is_stated(formula.words, formula.rest)
            ordered = {sign.symbol for sign in statement.relations} <= set(ORDERS) and orders.is_assumption(statement)
            if concluded and ordered and claiming.is_premise(formula.rest):
                yield from self.at.suppose_case(statement, formula)
                continue
            try:
                for line in self._statement(statement, piece, concluded):
                    line = replace(line, inline=False) if of_all or conditions.tested or behind_place else line
                    if at_head and self._is_number(statement):  # it may be another there: "At $t = 1$, $x = 5$"
                        line = replace(line, fog=(*line.fog, *sorted(line.written)))
                    yield _if_everywhere(line, statement, formula)
            except Unread as reason:
                if "in" not in {
                    sign.symbol for sign in statement.relations[1:]
                }:  # of X = [X_1, X_2] \in A more may be known
                    forget(self.at.context, statement.expressions[0], reason)
                if concluded or stated or said_plainly.is_said(formula):
                    yield from self.at.chains.unread(replace(piece, why=reason))
                else:
                    self.at.chains.left_out.append(reason)

    def _is_number(self, statement: Statement) -> bool:
        """Whether its left side is a name that was given a number."""
        value = self.at.context.values.get(name_of(statement.expressions[0]) or "")
        return value is not None and not value.free

    def _is_place(self, statement: Statement) -> bool:
        """Whether it gives a number a value, and says nothing of a derivative, f_x = 8."""
        name = name_of(statement.expressions[0]) or ""
        slope = name.endswith("'") or partials.value(self.at.context, name) is not None
        return orders.is_assumption(statement) and not slope

    def _statement(self, statement: Statement, piece: Piece, concluded: bool) -> Iterator[Line]:
        symbols = {sign.symbol for sign in statement.relations}
        concluded = concluded or self.orders.says_again(statement, piece.formula)
        if concluded and symbols <= set(ORDERS) and giving.is_alternative(piece.formula.words, piece.formula.rest):
            raise Unread("one of several that are concluded, of which one or another holds", statement.span)
        formula = piece.formula
        if symbols <= {"~"} and laws_in_cases.give_up(self.at.context, statement.expressions[0], formula):
            if concluded:
                raise Unread("which of several laws it has depends on the case", statement.span)
            return
        if orders.is_closed(statement) and claiming.is_contradiction(formula.words, formula.rest, formula.after):
            return  # what an assumption leads to
        if symbols <= set(ORDERS) and claiming.is_said_to_hold(formula.words, formula.rest):
            lines = list(self.at.chains.lines(statement, piece))
            if all(line.is_about_new for line in lines):  # of nothing that was told it is a condition
                yield from self.at.suppose_case(statement, formula)
            else:
                yield from (line.in_doubt(self.at.context.spaces) for line in lines)
        elif symbols <= set(ORDERS) and wanting.is_required(formula.words) and not orders.is_closed(statement):
            yield from self.at.suppose_case(statement, formula)
        elif symbols <= set(ORDERS) and (told := of_all_values.lines(self.at.m, statement, formula)) is not None:
            yield from told
        elif concluded and symbols <= set(ORDERS):
            yield from self.orders.concluded(statement, piece)
        elif concluded and symbols <= {*ORDERS, *EQUATIONS, "~", "approx", "propto"}:
            yield from self.at.chains.lines(statement, piece)
        elif symbols <= _GIVES and giving.is_alternative(piece.formula.words, piece.formula.rest):
            self.at.leave_open(statement)
        elif statement is headed_sentences.interval(piece):
            self.orders.between(statement, formula)
        elif symbols <= {"~"} or symbols <= {"in"}:
            name = name_of(statement.expressions[0])
            if name is not None and (piece.says_for_which or retelling.is_conditional(formula.words, formula.rest)):
                set_aside.keep(self.at.context, name)
            if symbols <= {"in"}:
                self.at.give_way(self.at.ends(statement), formula)
            if symbols <= {"~"} and (piece.says_for_which or retelling.chooses(formula.words, formula.rest)):
                self.at.context.random.pop(name or "", None)
            say.declare(self.at.m, statement)
        elif [sign.symbol for sign in statement.relations] == [":", "~"]:
            yield from self.at.chains.two_laws(statement, piece)
        elif symbols <= {*EQUATIONS, "~"} and statement.relations[-1].symbol == "~":
            yield from self.at.if_read(statement, piece)
        elif symbols <= set(ORDERS) and claiming.is_announced(formula.words) and not orders.is_assumption(statement):
            yield from self.at.chains.lines(statement, piece)
        elif symbols <= set(ORDERS):
            yield from self.orders.lines(statement, piece)
        elif "propto" in symbols:
            if claiming.is_stated(formula.words, formula.rest) or said_plainly.is_said(formula):
                yield from self.at.chains.lines(statement, piece)
        elif symbols & {"in", "to"} and symbols - {"to"} and symbols <= {"in", "to", "approx", *EQUATIONS, *ORDERS}:
            self.at.chains.left_out.append(Unread("in which set something is, or to what it tends", statement.span))
            for each in compared(statement):
                yield from self._statement(each, piece, concluded)
        elif symbols == {"to"}:
            self.at.leave_out(statement.expressions[-1], Unread("that it is a limit was not read", statement.span))
        elif symbols <= properties.BETWEEN_LAWS:
            if claiming.is_told(piece.formula.words):
                self._relate(statement)
        elif symbols <= {*EQUATIONS, "approx"}:
            yield from self.equations.lines(statement, piece)
        elif symbols <= {*EQUATIONS, *ORDERS}:
            words, rest = piece.formula.words, piece.formula.rest
            reason = claiming.is_reason(words) and symbols & set(EQUATIONS)  # since $f''(x) = 12 x^2 > 0$
            if prose.is_bare(words, rest) or claiming.is_stated(words, rest) or reason:
                yield from self.at.chains.lines(statement, piece)
            elif claiming.introduces(piece.formula.words):
                for link in links(statement):
                    yield from self._statement(link, piece, concluded)
            else:
                yield from self.at.if_read(statement, piece)

    def _forget_ordered(self, piece: Piece) -> None:
        r"""Nothing is certain about data that are supposed to be ordered, x_1 \le \dots \le x_n."""
        assert piece.row is not None
        for statement in piece.row.statements if not claiming.is_concluded(piece.formula.words) else ():
            dots = any(isinstance(each, Dots) for each in statement.expressions)
            if dots and {sign.symbol for sign in statement.relations} <= set(ORDERS):
                for each in statement.expressions:
                    base = each.base if isinstance(each, Script) else each
                    forget(self.at.context, base, Unread("how its members are ordered was not read", statement.span))

    def _relate(self, statement: Statement, negated: bool = False) -> None:
        r"""p \ll q, of two laws, or that it is not so: "If $p \ll q$ fails"."""
        match statement:
            case Statement((Syntax() as one, Syntax() as other), (sign,)) if sign.symbol in properties.BETWEEN_LAWS:
                sign = replace(sign, symbol=NEGATED.get(sign.symbol, "")) if negated else sign
                if sign.symbol not in properties.BETWEEN_LAWS:
                    return
                if not properties.assume_between_laws(self.at.m, one, sign, other):
                    for each in (one, other):
                        self.at.leave_out(each, Unread(f"what {sign.symbol} says of it", statement.span))


def _let_anew(context: Context, row: RowSyntax) -> None:
    r"""Let $x \in \mathbb{R}$: of an x that something was claimed of, what was said before is said of another."""
    for statement in row.statements:
        if {sign.symbol for sign in statement.relations} <= {"in"}:
            name = name_of(statement.expressions[0])
            known = {n for n in context.claimed_of if isinstance(n, L.Var) and n.name == name}
            context.hypotheses = [
                h for h in context.hypotheses if not isinstance(h, L.Relation) or h.free.isdisjoint(known)
            ]


def _if_everywhere(line: Line, statement: Statement, formula: Formula) -> Line:
    """A line, in doubt where it is said to hold somewhere, and where that is was not read."""
    equation = {sign.symbol for sign in statement.relations} <= set(EQUATIONS)
    if line.claim is None or not words_behind.holds_somewhere(formula.rest, equation=equation):
        return line
    names = tuple(sorted(n.name for n in line.claim.statement.free if isinstance(n, L.Var)))
    return replace(line, fog=(*line.fog, *names))


__all__ = ["SentenceReader"]
