"""What an equation within a sentence says: that a name is given a value, the case at hand, or a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ... import language as L
from ..laws import laws_told_anew, same_laws
from ..lines import Line
from ..meaning import Meaning
from ..names import name_of
from ..pieces import Piece
from ..probability import random_names
from ..syntax import Big, Named, Script, Sign, Statement, Symbol, Syntax, Unread
from ..told import left_sides, orders, suppositions, told_parameters
from ..words import cases_in_words, claiming, giving, prose, retelling
from . import called
from .sentence_at_hand import SentenceAtHand

_ENDS = re.compile(r"\s*([.;]|$|,?\s*(so|hence|and|which|while)\b)")


@dataclass
class EquationsInSentences:
    """Reads the equations of a sentence."""

    at: SentenceAtHand

    def lines(self, statement: Statement, piece: Piece) -> Iterator[Line]:
        words, rest = piece.formula.words, piece.formula.rest
        if cases_in_words.is_of_equality(words) and not piece.holds_almost:
            return
        if giving.is_let(words) or giving.is_definition(words):
            statement = _named_on_the_left(self.at.m, statement)
        if laws_told_anew.learn(self.at.m, statement, piece.formula):
            yield from suppositions.supposed(self.at.m, statement, piece.formula)
            return
        name = name_of(statement.expressions[0]) or ""
        given = giving.is_supposed(words) or giving.is_supposition(words) or giving.is_let(words)
        if giving.is_alternative(words, rest) and (given or cases_in_words.is_conditional_sentence(words)):
            self.at.leave_open(statement)
            return
        set_so = cases_in_words.is_setting(words) and self.at.context.is_parameter(name)
        set_so |= self._is_settled_in_case(name) and retelling.may_choose(words, rest)
        value = self.at.context.values.get(name)
        chosen = value is not None and not value.free
        chosen &= name in self.at.context.chosen or retelling.chooses(words, rest)
        anew = chosen or self._is_made_of_others(name, statement)
        told = told_parameters.are_told(self.at.context, statement, words)
        if piece.holds_almost:
            yield from () if cases_in_words.is_only_if(words) else self.at.if_read(statement, piece)
        elif equations := same_laws.cut(self.at.m, statement):
            if same_laws.is_supposed(words) and not claiming.is_no_claim(words) and not claiming.is_shown(words):
                yield from self._same(equations, piece)
        elif cases_in_words.is_trailing_case(words, rest) and orders.is_assumption(statement):
            if cases_in_words.is_task(words):
                yield from self.at.suppose_case(statement, piece.formula)
            return  # it holds for what stands before it
        elif anew and orders.is_assumption(statement) and retelling.may_choose(words, rest):
            yield from self.at.chains.lines(statement, piece)
        elif self._is_value_in_case(name, words, rest):
            yield from (replace(line, inline=False) for line in self.at.chains.lines(statement, piece))
        elif told or ((cases_in_words.is_case(words) or set_so) and orders.is_assumption(statement)):
            yield from self.at.suppose_case(statement, piece.formula)
        elif set_so:
            raise Unread("a parameter that is given a value for the case at hand", statement.span)
        elif prose.is_bare(words, rest) or claiming.is_stated(words, rest) or called.is_named(piece.formula):
            yield from self.at.chains.lines(statement, piece)
        else:
            yield from self.at.if_read(statement, piece)
        if giving.is_alternative(words, rest):  # hence $x = 2$ or $x = -2$
            self.at.context.values.pop(name, None)

    def _is_value_in_case(self, name: str, words: str, rest: str) -> bool:
        """Whether an equation behind a case says what a name with a formula then is: For $m = 2$ and $v = 3$,
        $E = 9$."""
        value = self.at.context.values.get(name)
        headed = cases_in_words.is_conditional_sentence(words) and cases_in_words.is_behind_comma(words)
        if value is None or not headed or not _ENDS.match(rest.lower()):
            return False
        settled = {h.left for h in self.at.context.assumed if isinstance(h, L.Relation) and h.symbol == "="}
        return bool(value.free) and value.free <= settled

    def _is_made_of_others(self, name: str, statement: Statement) -> bool:
        """Whether an equation is between a random variable that something is known of, and others: If $Y = X$."""
        if name not in self.at.context.laws.keys() | self.at.context.random.keys():
            return False
        inside = {name_of(n) for e in statement.expressions[1:] if e is not None for n in e.walk()} - {None, name}
        return any(random_names.is_random(self.at.m, each) for each in inside if each is not None)

    def _is_settled_in_case(self, name: str) -> bool:
        """Whether the case at hand says which number a name is."""
        equations = (h for h in self.at.context.assumed if isinstance(h, L.Relation) and h.symbol == "=")
        return any(isinstance(h.left, L.Var) and h.left.name == name for h in equations)

    def _same(self, equations: list[tuple[Statement, L.AlmostEverywhere | None]], piece: Piece) -> Iterator[Line]:
        r"""if $p = q$: two distributions are the same until the next case; what mixtures are equal to is claimed."""
        self.at.case.leave(self.at.context)
        self.at.context.assume(*(said for _, said in equations if said is not None), case=True)
        for statement, said in equations:
            if said is not None:
                yield from suppositions.supposed(self.at.m, statement, piece.formula)
            elif (claimed := suppositions.agreement(self.at.m, statement, piece.formula, supposed=False)) is not None:
                yield claimed


def _named_on_the_left(m: Meaning, statement: Statement) -> Statement:
    r"""Let $\max_i a_i = M$: the new name on the right is what is let be."""
    match statement:
        case Statement((Syntax() as value, Syntax() as new), (Sign("="),)):
            name, inside = left_sides.plain_name(m, new), {name_of(n) for n in value.walk()}
            known = name is None or name in m.context.values or m.context.is_parameter(name) or name in inside
            used = any(isinstance(n, L.Var | L.Function) and n.name == name for n in m.context.claimed_of)
            made = any(isinstance(n, Big | Named) for n in value.walk()) and not isinstance(value, Symbol | Script)
            if made and not known and not used:
                return Statement((new, value), statement.relations, statement.words, span=statement.span)
    return statement


__all__ = ["EquationsInSentences"]
