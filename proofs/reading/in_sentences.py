"""What a formula within a sentence says, by the words around it: mostly a declaration or a case, sometimes a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from .. import language as L
from ..language.facts import Facts
from . import (
    called,
    cases_in_words,
    claiming,
    denied,
    densities_on_parts,
    each_member,
    equivalences,
    following_orders,
    giving,
    headed_sentences,
    laws_in_cases,
    laws_told_anew,
    left_sides,
    names_in_words,
    no_solutions,
    orders,
    pointwise,
    properties,
    prose,
    quantified,
    random_names,
    retelling,
    same_laws,
    set_aside,
    suppositions,
    told_parameters,
    unknown_events,
    wanting,
    words_behind,
)
from . import declarations as say
from .cases import CaseAtHand
from .chain_reader import ChainReader
from .context import Context
from .fog import forget
from .lines import Line
from .meaning import Meaning
from .names import name_of
from .parts import Piece
from .relations import EQUATIONS, OPPOSITES, ORDERS
from .statements import claims_of, links
from .survey import survey
from .syntax import Big, Named, RowSyntax, Script, Sign, Statement, Symbol, Syntax, Unread
from .threads import Formula

_GOES_ON = re.compile(rf"[\s,]*((and\s+)?{prose.ONE}|(we|then|it|one|the|this|there)\b)")
_ENDS = re.compile(r"\s*([.;]|$|,?\s*(so|hence|and|which|while)\b)")
_SINCE = re.compile(r"(^|:)\W*(since|because)\b[^;:.]*,\s*$")
_SUPPOSES = re.compile(
    r"\b(assum|suppos|condition|constraint|hypothes|require|given\b|let\b|data\b|domain|where\b|with\b)"
)
_NAMED_SO = re.compile(r"(^|[;.])\W*[^;:.]*\w:\s*$")
# "AM-GM: for $a, b > 0$,", "since $f$ is convex,": what stands behind it is claimed
_HEADED = re.compile(rf"^\W*([^:;.]*\w:\s+)?(for\s*{prose.ONE}|(since|because)\b)[^;:.]*,\s*$")
_GIVES = {*ORDERS, "in", "~"}  # what is supposed by it, where nothing is claimed


@dataclass
class SentenceReader:
    """Reads the formulas within sentences."""

    chains: ChainReader
    case: CaseAtHand
    was_explained: bool = False  # what stands behind the formula at hand and explains it was read before it
    wanted: set[L.Node] = field(default_factory=set)  # the orders that its sentence wants to be met, before it
    supposed: set[L.Node] = field(default_factory=set)  # what it supposes, before it
    concludes: bool = False  # it concluded one before it

    @property
    def m(self) -> Meaning:
        return self.chains.m

    @property
    def context(self) -> Context:
        return self.chains.context

    def lines(self, piece: Piece) -> Iterator[Line]:
        """The lines of a formula, if it claims something; what it declares or supposes is known from here on."""
        piece = pointwise.supposing(piece)
        assert piece.row is not None
        formula = piece.formula
        if prose.FORMULA not in prose.sentence(formula.words):
            self.wanted.clear()
            self.supposed.clear()
            self.concludes = False
        each_member.narrowed(self.context, self.supposed, piece.row)
        if cases_in_words.is_contradicted(formula.words):
            self._want(piece.row)
            return
        if (without := no_solutions.lines(self.chains, piece)) is not None:
            yield from without
            return
        if denied.claims_nothing(formula):
            if denied.is_negated(formula):
                self._negate(piece.row)
            return
        at_head = cases_in_words.begins_at(formula.words)
        known = any(name_of(s.expressions[0]) in self.context.values for s in piece.row.statements)
        if claiming.is_place(formula.words) or (at_head and not known):
            for statement in claims_of(piece.row, self.m) if at_head else ():
                if not orders.is_assumption(statement):
                    continue
                if known:
                    yield from self._equations(statement, piece)
                else:  # "At $x = 2$ we have"
                    yield from self._case(statement, formula)
            return
        if equivalences.is_other_side(formula):
            yield equivalences.line(formula)
            return
        begins = giving.is_let(formula.words) and prose.FORMULA not in prose.sentence(formula.words)
        if begins and not self.was_explained:
            _let_anew(self.context, piece.row)
        if piece.told:
            for statement in claims_of(piece.row, self.m):
                yield from suppositions.supposed(self.m, statement, formula)
            return
        if names_in_words.names_a_law(formula.after) and not piece.understood:
            for head in survey([piece.row]).heads():
                self.context.fog.setdefault(head, "the law that words say it has was not read")
        laws_told_anew.doubt(self.context, piece)
        if self._suppose_of_all(piece):
            return
        bound = self.chains.told.claims.conditions.bound
        for statement in claims_of(piece.row, self.m):
            concluded = bool(statement.relations) and claiming.is_concluded(formula.words)
            of_all = quantified.heads(formula.words) and quantified.is_closed(statement, bound)
            concluded |= of_all
            stated = bool(statement.relations) and claiming.is_stated(formula.words, formula.rest)
            ordered = {sign.symbol for sign in statement.relations} <= set(ORDERS) and orders.is_assumption(statement)
            if concluded and ordered and claiming.is_premise(formula.rest):
                yield from self._case(statement, formula)
                continue
            try:
                for line in self._statement(statement, piece, concluded):
                    line = replace(line, inline=False) if of_all else line
                    yield _if_everywhere(line, statement, formula)
            except Unread as reason:
                forget(self.context, statement.expressions[0], reason)
                if concluded or stated:
                    yield from self.chains.unread(replace(piece, why=reason))

    def _negate(self, row: RowSyntax) -> None:
        """It is not the case that $x > 2$: of one order between names and numbers the opposite is supposed."""
        match row:
            case RowSyntax((Statement((_, _), (Sign(symbol) as sign,)) as said,)) if orders.is_assumption(said):
                opposite = replace(said, relations=(replace(sign, symbol=OPPOSITES[symbol]),))
                self.context.assume(*orders.order(self.m, opposite))

    def _statement(self, statement: Statement, piece: Piece, concluded: bool) -> Iterator[Line]:
        symbols = {sign.symbol for sign in statement.relations}
        concluded = concluded or self._says_again(statement, piece.formula)
        if concluded and symbols <= set(ORDERS) and giving.is_alternative(piece.formula.words, piece.formula.rest):
            raise Unread("one of several that are concluded, of which one or another holds", statement.span)
        formula = piece.formula
        if symbols <= {"~"} and laws_in_cases.give_up(self.context, statement.expressions[0], formula):
            if concluded:
                raise Unread("which of several laws it has depends on the case", statement.span)
            return
        if orders.is_closed(statement) and claiming.is_contradiction(formula.words, formula.rest, formula.after):
            return  # what an assumption leads to
        if symbols <= set(ORDERS) and claiming.is_said_to_hold(formula.words, formula.rest):
            lines = list(self.chains.lines(statement, piece))
            if all(line.is_about_new for line in lines):  # of nothing that was told it is a condition
                yield from self._case(statement, formula)
            else:
                yield from (line.in_doubt(self.context.spaces) for line in lines)
        elif symbols <= set(ORDERS) and wanting.is_required(formula.words) and not orders.is_closed(statement):
            yield from self._case(statement, formula)
        elif concluded and symbols <= set(ORDERS):
            yield from self._concluded(statement, piece)
        elif concluded and symbols <= {*ORDERS, *EQUATIONS, "~", "approx", "propto"}:
            yield from self.chains.lines(statement, piece)
        elif symbols <= _GIVES and giving.is_alternative(piece.formula.words, piece.formula.rest):
            self._leave_open(statement)
        elif statement is headed_sentences.interval(piece):
            self._between(statement, formula)
        elif symbols <= {"~"} or symbols <= {"in"}:
            name = name_of(statement.expressions[0])
            if name is not None and retelling.is_conditional(formula.words, formula.rest):
                set_aside.keep(self.context, name)
            if symbols <= {"in"}:
                self._give_way(self._ends(statement), formula)
            if symbols <= {"~"} and retelling.chooses(formula.words, formula.rest):
                self.context.random.pop(name or "", None)
            say.declare(self.m, statement)
        elif [sign.symbol for sign in statement.relations] == [":", "~"]:
            yield from self.chains.two_laws(statement, piece)
        elif symbols <= {*EQUATIONS, "~"} and statement.relations[-1].symbol == "~":
            yield from self._if_read(statement, piece)
        elif symbols <= set(ORDERS) and claiming.is_announced(formula.words) and not orders.is_assumption(statement):
            yield from self.chains.lines(statement, piece)
        elif symbols <= set(ORDERS):
            yield from self._orders(statement, piece)
        elif "propto" in symbols and claiming.is_stated(piece.formula.words, piece.formula.rest):
            yield from self.chains.lines(statement, piece)
        elif symbols == {"to"}:
            forget(self.context, statement.expressions[-1], Unread("that it is a limit was not read", statement.span))
        elif symbols <= properties.BETWEEN_LAWS:
            if claiming.is_told(piece.formula.words):
                self._relate(statement)
        elif symbols <= {*EQUATIONS, "approx"}:
            yield from self._equations(statement, piece)
        elif symbols <= {*EQUATIONS, *ORDERS}:
            words, rest = piece.formula.words, piece.formula.rest
            if prose.is_bare(words, rest) or claiming.is_stated(words, rest):
                yield from self.chains.lines(statement, piece)
            elif claiming.introduces(piece.formula.words):
                for link in links(statement):
                    yield from self._statement(link, piece, concluded)
            else:
                yield from self._if_read(statement, piece)

    def _concluded(self, statement: Statement, piece: Piece) -> Iterator[Line]:
        """Orders that follow from what their sentence wants, unless that is to follow from them; where they do not, it
        may mean more than was read."""
        formula = piece.formula
        wanted = set() if wanting.is_enough(formula.words, formula.rest) else self.wanted
        before = self._order_before(formula) if wanting.is_again(formula.words) else None
        again: list[L.Node] = []
        with suppress(Unread):
            again = [] if before is None else [*orders.order(self.m, before)]
        if before is not None and not self.concludes:  # A and B, that is: both of them are said again
            again = list(dict.fromkeys((*again, *self.wanted)))
        self.concludes = True
        yield from following_orders.lines(self.chains, statement, piece, wanted, again)

    def _order_before(self, formula: Formula) -> Statement | None:
        """The order right before a formula, where there is one."""
        match formula.previous:
            case RowSyntax((Statement(_, signs) as before,)) if signs and {s.symbol for s in signs} <= set(ORDERS):
                return before
        return None

    def _says_again(self, statement: Statement, formula: Formula) -> bool:
        """Whether an order says in another way what is supposed right before it, or wanted by its sentence; what only
        was wanted before is not."""
        before = self._order_before(formula) if wanting.is_again(formula.words) else None
        if before is None:
            return False
        names = {*map(name_of, statement.walk())}
        wanted = {n.name for h in self.context.wanted - self.wanted for n in h.free}
        return names.isdisjoint(wanted) and names <= {None, *map(name_of, before.walk())}

    def _leave_open(self, statement: Statement) -> None:
        """Of what is said of one thing or another nothing is known."""
        for each in statement.expressions:
            forget(self.context, each, Unread("it is said of it, or something else is", statement.span))

    def _if_read(self, statement: Statement, piece: Piece) -> Iterator[Line]:
        return (line for line in self.chains.lines(statement, piece) if line.kind != "unread")

    def _orders(self, statement: Statement, piece: Piece) -> Iterator[Line]:
        words, rest = piece.formula.words, piece.formula.rest
        reason = claiming.is_reason(words)
        if orders.is_closed(statement) and not claiming.is_contradiction(words, rest, piece.formula.after):
            yield from self.chains.lines(statement, piece)
        elif orders.is_assumption(statement):
            self._order(statement, piece.formula)
        elif reason or claiming.is_recalled(words):
            meant = [line for line in self.chains.lines(statement, piece) if line.is_general_order]
            yield from self._said(meant, statement, piece, reason)
        elif claiming.is_stated(words, rest):
            region, lines = wanting.is_region(words), list(self.chains.lines(statement, piece))
            if region and any(line.loose for line in lines):
                self._want_here(statement)
            yield from (_where_it_is_meant(line, piece.formula, region, self.context) for line in lines)
        elif _is_claimed(words, rest):
            since = _SINCE.search(prose.sentence(words))
            found = self.chains.lines(statement, piece)
            meant = [line for line in found if line.is_general_order or (line.kind == "step" and since)]
            yield from self._said(meant, statement, piece, False)
        else:
            self._order(statement, piece.formula)

    def _said(self, lines: list[Line], statement: Statement, piece: Piece, loose: bool) -> Iterator[Line]:
        """The lines of an order that is said to hold; what is said of numbers only, its sentence may want of them."""
        if not lines:
            self._want_here(statement)
        yield from (_where_it_is_meant(line, piece.formula, loose, self.context) for line in lines)

    def _equations(self, statement: Statement, piece: Piece) -> Iterator[Line]:
        words, rest = piece.formula.words, piece.formula.rest
        if giving.is_let(words) or giving.is_definition(words):
            statement = _named_on_the_left(self.m, statement)
        if laws_told_anew.learn(self.m, statement, piece.formula):
            yield from suppositions.supposed(self.m, statement, piece.formula)
            return
        name = name_of(statement.expressions[0]) or ""
        given = giving.is_supposed(words) or giving.is_supposition(words) or giving.is_let(words)
        if giving.is_alternative(words, rest) and (given or cases_in_words.is_conditional_sentence(words)):
            self._leave_open(statement)
            return
        set_so = cases_in_words.is_setting(words) and self.context.is_parameter(name)
        set_so |= self._is_settled_in_case(name) and retelling.may_choose(words, rest)
        value = self.context.values.get(name)
        chosen = value is not None and not value.free
        chosen &= name in self.context.chosen or retelling.chooses(words, rest)
        anew = chosen or self._is_made_of_others(name, statement)
        told = told_parameters.are_told(self.context, statement, words)
        if piece.holds_almost:
            yield from () if cases_in_words.is_only_if(words) else self._if_read(statement, piece)
        elif equations := same_laws.cut(self.m, statement):
            if same_laws.is_supposed(words) and not claiming.is_no_claim(words) and not claiming.is_shown(words):
                yield from self._same(equations, piece)
        elif cases_in_words.is_trailing_case(words, rest) and orders.is_assumption(statement):
            if cases_in_words.is_task(words):
                yield from self._case(statement, piece.formula)
            return  # it holds for what stands before it
        elif anew and orders.is_assumption(statement) and retelling.may_choose(words, rest):
            yield from self.chains.lines(statement, piece)
        elif self._is_value_in_case(name, words, rest):
            yield from (replace(line, inline=False) for line in self.chains.lines(statement, piece))
        elif told or ((cases_in_words.is_case(words) or set_so) and orders.is_assumption(statement)):
            yield from self._case(statement, piece.formula)
        elif set_so:
            raise Unread("a parameter that is given a value for the case at hand", statement.span)
        elif prose.is_bare(words, rest) or claiming.is_stated(words, rest) or called.is_named(piece.formula):
            yield from self.chains.lines(statement, piece)
        else:
            yield from self._if_read(statement, piece)
        if giving.is_alternative(words, rest):  # hence $x = 2$ or $x = -2$
            self.context.values.pop(name, None)

    def _is_value_in_case(self, name: str, words: str, rest: str) -> bool:
        """Whether an equation behind a case says what a name with a formula then is: For $m = 2$ and $v = 3$,
        $E = 9$."""
        value = self.context.values.get(name)
        headed = cases_in_words.is_conditional_sentence(words) and cases_in_words.is_behind_comma(words)
        if value is None or not headed or not _ENDS.match(rest.lower()):
            return False
        settled = {h.left for h in self.context.assumed if isinstance(h, L.Relation) and h.symbol == "="}
        return bool(value.free) and value.free <= settled

    def _is_made_of_others(self, name: str, statement: Statement) -> bool:
        """Whether an equation is between a random variable that something is known of, and others: If $Y = X$."""
        if name not in self.context.laws.keys() | self.context.random.keys():
            return False
        inside = {name_of(n) for e in statement.expressions[1:] if e is not None for n in e.walk()} - {None, name}
        return any(random_names.is_random(self.m, each) for each in inside if each is not None)

    def _is_settled_in_case(self, name: str) -> bool:
        """Whether the case at hand says which number a name is."""
        equations = (h for h in self.context.assumed if isinstance(h, L.Relation) and h.symbol == "=")
        return any(isinstance(h.left, L.Var) and h.left.name == name for h in equations)

    def _between(self, statement: Statement, formula: Formula) -> None:
        r"""If $x \in (0, 1)$."""
        said = self._ends(statement)
        self._give_way(said, formula)
        self.context.assume(*said, case=True)

    def _ends(self, statement: Statement) -> tuple[L.Relation, ...]:
        r"""What $x \in (0, 1)$ says of a number."""
        match statement:
            case Statement((Syntax() as element, Syntax() as home), _) if (name := name_of(element)) is not None:
                return orders.between_ends(self.m, name, home)
        return ()

    def _order(self, statement: Statement, formula: Formula) -> None:
        words = formula.words
        self._free_of_values(statement, formula)
        of_values = orders.bounds_values(self.m, statement) and giving.lets_have_beside(words)
        supposed = of_values or (
            orders.is_assumption(statement)
            or giving.is_supposition(words)
            or giving.lets_hold(words, formula.rest)
            or giving.lets_hold_as_well(words)
        )
        shown = claiming.is_shown(words)
        headed = cases_in_words.is_headed_by(words)
        supposed |= headed
        if supposed and not claiming.is_no_claim(words) and (not shown or claiming.is_condition_of_shown(words)):
            case = not shown and (headed or (cases_in_words.is_case(words) and not giving.is_given(words)))
            lets = giving.is_let(words) or giving.lets_have_beside(words)
            if lets and densities_on_parts.learn_from_order(self.m, statement):
                return
            said = unknown_events.everywhere(self.m, statement) if lets else []
            said = said or pointwise.order(self.m, statement)
            homes = self.chains.told.claims.conditions.homes
            said = said or pointwise.generalised(self.m, orders.order(self.m, statement), formula, homes, lets)
            if shown:
                self.context.of_part.update(said)
            if wanting.is_hoped(words):
                self._want_here(statement)
                return
            absurd = claiming.is_towards_absurd(words)
            self._give_way(said, formula)
            self.context.assume(*said, case=case or absurd)
            if giving.is_supposition(words) and not case:
                self.context.supposed[:] = said
        elif not shown:
            self._want_here(statement)

    def _want_here(self, statement: Statement) -> None:
        """Take it that an order may be meant of what follows, and in its sentence that it is."""
        said = orders.order(self.m, statement)
        self.context.want(*said)
        self.wanted.update(said)

    def _want(self, row: RowSyntax) -> None:
        """Take it that orders may be meant of what follows, as far as they are read."""
        for statement in claims_of(row, self.m):
            if statement.relations and {sign.symbol for sign in statement.relations} <= set(ORDERS):
                with suppress(Unread):
                    self.context.want(*orders.order(self.m, statement))

    def _suppose_of_all(self, piece: Piece) -> bool:
        r"""Let $\lambda_1, \dots, \lambda_n \ge 0$: whether that is supposed of all that are listed."""
        words = piece.formula.words
        if piece.row is None or claiming.is_no_claim(words) or claiming.is_shown(words):
            return False
        if claiming.is_concluded(words) or not (found := orders.of_listed(self.m, piece.row)):
            return False
        self.context.assume(*found, case=cases_in_words.is_case(words) and not giving.is_given(words))
        return True

    def _relate(self, statement: Statement) -> None:
        r"""p \ll q, of two laws."""
        match statement:
            case Statement((Syntax() as one, Syntax() as other), (sign,)):
                if not properties.assume_between_laws(self.m, one, sign, other):
                    for each in (one, other):
                        forget(self.context, each, Unread(f"what {sign.symbol} says of it", statement.span))

    def _case(self, statement: Statement, formula: Formula) -> Iterator[Line]:
        self._free_of_values(statement, formula)
        self.chains.give_up(statement, formula)
        said = tuple(orders.order(self.m, statement))
        if self.case.excludes(said):
            self.m.remarks = ["the part that it stands in is about the other case"]
            yield from suppositions.supposed(self.m, statement, formula)
            return
        self._give_way(said, formula)
        self.case.suppose(self.context, said, beside=cases_in_words.goes_on_with_and(formula.words))

    def _free_of_values(self, statement: Statement, formula: Formula) -> None:
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

    def _give_way(self, said: Sequence[L.Node], formula: Formula) -> None:
        """What was supposed of names gives way to what words let hold of them, or suppose for a sentence."""
        words, rest = formula.words, formula.rest
        if retelling.may_choose(words, rest):
            conditional = retelling.is_conditional(words, rest)
            set_aside.give_way(self.context, said, conditional, kept=self.supposed)
        self.supposed.update(said)

    def _same(self, equations: list[tuple[Statement, L.AlmostEverywhere | None]], piece: Piece) -> Iterator[Line]:
        r"""if $p = q$: two distributions are the same until the next case; what mixtures are equal to is claimed."""
        self.case.leave(self.context)
        self.context.assume(*(said for _, said in equations if said is not None), case=True)
        for statement, said in equations:
            if said is not None:
                yield from suppositions.supposed(self.m, statement, piece.formula)
            elif (claimed := suppositions.agreement(self.m, statement, piece.formula, supposed=False)) is not None:
                yield claimed


def _let_anew(context: Context, row: RowSyntax) -> None:
    r"""Let $x \in \mathbb{R}$: of an x that something was claimed of, what was said before is said of another."""
    for statement in row.statements:
        if {sign.symbol for sign in statement.relations} <= {"in"}:
            name = name_of(statement.expressions[0])
            known = {n for n in context.claimed_of if isinstance(n, L.Var) and n.name == name}
            context.hypotheses = [
                h for h in context.hypotheses if not isinstance(h, L.Relation) or h.free.isdisjoint(known)
            ]


def _is_claimed(words: str, rest: str) -> bool:
    """Whether an order is what a sentence says behind a name or a condition: "AM-GM: for $a, b > 0$,"; it is no further
    condition of what follows."""
    said = prose.sentence(words)
    if claiming.is_no_claim(words) or _GOES_ON.match(rest.lower()):
        return False
    named = _NAMED_SO.search(said) and not _SUPPOSES.search(said)
    return bool(named or (_HEADED.search(said) and not claiming.is_shown(words)))


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


def _if_everywhere(line: Line, statement: Statement, formula: Formula) -> Line:
    """A line, in doubt where it is said to hold somewhere, and where that is was not read."""
    equation = {sign.symbol for sign in statement.relations} <= set(EQUATIONS)
    if line.claim is None or not words_behind.holds_somewhere(formula.rest, equation=equation):
        return line
    names = tuple(sorted(n.name for n in line.claim.statement.free if isinstance(n, L.Var)))
    return replace(line, fog=(*line.fog, *names))


def _where_it_is_meant(line: Line, formula: Formula, loose: bool, context: Context) -> Line:
    """An order that is recalled, in doubt where words say for what it is meant; a reason, or where something is, is one
    about names that may be new: ``loose``."""
    if words_behind.is_restricted(formula.rest) and line.claim is not None:
        names = tuple(sorted(n.name for n in line.claim.statement.free if isinstance(n, L.Var)))
        return replace(line, fog=(*line.fog, *names))
    return line.in_doubt(context.spaces) if loose else line


__all__ = ["SentenceReader"]
