"""The story of a document: its blocks in order, what each formula says there, and what is known when it is said.

Names belong to headings: a section starts from what the sections around it know and takes what it learns with it when
it ends.  Within a section the parts a), b) follow each other; a case ends where the next begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import takewhile

from .. import language as L
from . import (
    behind,
    beside,
    cases,
    categories,
    definite,
    denied,
    densities_named,
    estimates,
    events,
    events_told,
    headed_sentences,
    maps,
    moments_said,
    properties,
    prose,
    quantified,
    same_laws,
    samples,
    suspected,
)
from . import declarations as say
from .assertions import EQUATIONS, FAULTS, Assertions
from .context import Context, Elsewhere
from .evidence import shapes
from .grants import grant
from .lines import Chain, Line
from .meaning import Meaning
from .names import GREEK, name_of
from .parts import Part, Piece, parts
from .related_events import RelatedEvents
from .sample_moments import SampleMoments
from .shapes import Shapes
from .source import Document
from .statements import claims_of, is_partial
from .substitutions import as_rate
from .survey import survey
from .syntax import Add, Dots, Numeral, RowSyntax, Sign, Statement, Symbol, Syntax, Unread, Words
from .threads import Formula, Thread
from .told import Telling, instances

_RELATES = re.compile(r"=|\\leq|\\geq|<|>|\\in(?![A-Za-z])")
_REFERENCE = re.compile(r"\\(?:eq|c|auto)?ref\s*\{?\s*([^{}\s\\,]+)")


@dataclass
class _Open:
    """A section that has not ended."""

    level: int
    context: Context
    rows: list[Syntax]
    number: int


class UnreadAssumption(ValueError):
    """An assumption that is granted from outside is not read as one; the message says which and why."""


class Story:
    """Reads a document line by line.  Raises ``UnreadAssumption``."""

    def __init__(self, document: Document, assuming: tuple[str, ...] = ()) -> None:
        self.document = document
        self.notes: list[str] = []
        self._lost: set[str] = set()  # labels of displays that were not read as a whole
        self._assuming = assuming
        self._elsewhere = Elsewhere()
        self._case_of_part: tuple[L.Node, ...] = ()  # that the part at hand is headed by
        self._case_at_hand: tuple[L.Node, ...] = ()  # that the formula at hand supposes
        self._case_before: tuple[L.Node, ...] = ()  # that the one right before it supposed
        self._reasons: list[Statement] = []  # equations behind a claim that it holds because of
        self._asked = False  # what is read is asked of whatever a new word is said of
        self._told_of_events = events_told.ToldInSentence()
        self._thread: Thread | None = None  # where a row without a left side goes on

    def chains(self) -> list[Chain]:
        """The chains of lines, one for each stretch of the document that has mathematics."""
        found = list(self._chains())
        last: dict[str, int] = {}
        for k, line in enumerate(line for chain in found for line in chain.lines):
            if line.defines is not None:
                last[line.defines] = k
            elif line.kind == "definition" and line.claim is not None:  # of a parameter, of which a sign was known
                match line.claim.statement:
                    case L.Relation(L.Var(name), "=", _):
                        last[name] = k
        at = 0
        for chain in found:
            for j, line in enumerate(chain.lines):
                # What is to be shown may be about names that are given their meaning only later; so may be ... = A y,
                # laws with such parameters, and whatever words go on to explain: where alpha = ...
                names, told_later = line.loose, line.kind == "goal" or line.explained_behind
                if told_later and line.claim is not None:
                    names = tuple(sorted(n.name for n in line.claim.statement.free if isinstance(n, L.Var)))
                later = tuple(name for name in names if last.get(name, -1) > at and name not in line.fog)
                if (
                    not (line.kind == "goal" or line.explained_behind)
                    and line.claim is not None
                    and line.sides is not None
                ):
                    linear = {n.name for n in line.claim.statement.free if isinstance(n, L.Var) and not L.is_scalar(n)}
                    later = tuple(name for name in later if name in linear)
                if later:
                    chain.lines[j] = replace(line, fog=(*line.fog, *later))
                at += 1
        return found

    def _chains(self) -> Iterator[Chain]:
        whole = parts(self.document)
        layout = any(prose.speaks_of_numerator_layout(part.words) for part in whole)
        tied = events.ties(row for part in whole for row in part.rows)
        stack = [_Open(-1, Context(elsewhere=self._elsewhere, numerator_layout=layout, event_ties=tied), [], 0)]
        headed = cases.of_parts(whole)
        for number, part in enumerate(whole, 1):
            if not part.goes_on:
                while stack[-1].level >= part.level and len(stack) > 1:
                    self._elsewhere.learn(stack.pop().context)
            around = stack[-1]
            rows = [*around.rows, *part.rows]
            about = takewhile(lambda p: p.belongs, whole[number:])  # names are used in one way in a statement and proof
            used = [*rows, *(row for p in about for row in p.rows)]
            context = around.context.inner(survey(used), part.words, part.shaped, part.described, part.roles)
            context.independent = around.context.independent or prose.speaks_of_independence(part.words)
            if part.belongs:
                context.assumed, context.own = list(around.context.assumed), set(around.context.own)
                context.lingering = set(around.context.lingering)
            context.matrices |= part.matrices
            context.others |= part.others
            context.suspected |= part.suspected
            self._assume_all(context, used)
            if not part.goes_on:
                found = self._shapes([part, *takewhile(lambda p: p.goes_on, whole[number:])], around)
            context.survey.counting |= found.sizes
            if part.goes_on and len(stack) > 1:
                stack[-1] = _Open(around.level, context, rows, around.number)
            else:
                stack.append(_Open(part.level, context, rows, number))
            if part.pieces:
                m, scope = Meaning(context, found), tuple(s.number for s in stack)
                self._case_of_part = ()
                if number - 1 in headed:
                    self._head(m, headed[number - 1])
                lines = list(self._lines(part, m, scope, around.rows))
                yield Chain(part.title, list(estimates.judged(m, SampleMoments(m), lines)))

    def _shapes(self, stretch: list[Part], around: _Open) -> Shapes:
        """The shapes of the names in all the parts under one heading: they are the same in each."""
        rows = [*around.rows, *(row for part in stretch for row in part.rows)]
        context = around.context.inner(survey(rows))
        for part in stretch:
            context.matrices |= part.matrices
            context.others |= part.others
            context.suspected |= part.suspected
            self._members(part, context)
        found = shapes(rows, context)
        vectors = [name for name, what in context.others.items() if what == "a vector"]
        found.suspected = suspected.shown(rows, context.suspected, vectors)
        return found

    def _assume_all(self, context: Context, rows: list[Syntax]) -> None:
        for text in self._assuming:
            try:
                self.notes += grant(context, text, rows)
            except Unread as reason:
                raise UnreadAssumption(f"the assumption {text!r} is not read: {reason.reason}") from None

    def _lines(self, part: Part, m: Meaning, scope: tuple[int, ...], before: list[Syntax]) -> Iterator[Line]:
        self._thread = None
        self._asked = bool(part.asked)
        context = m.context
        self._members(part, context)
        say.assume_signs(m, part.numbered)
        definite.assume(m, part)
        moments_said.learn(m, part)
        reader = Assertions(context, m, scope, constant_in=_constant_in(part))
        telling, related = Telling(part, before), RelatedEvents()
        place = {id(piece): k for k, piece in enumerate(part.pieces)}
        headed = headed_sentences.HeadedSentence()
        used: set[int] = set()  # conditions that were taken for those of the claim before them
        for piece in part.in_order():
            telling.learn(piece, m)
            related.begin(m, part, place[id(piece)])
            self._case_before, self._case_at_hand = self._case_at_hand, ()
            headed.begin(piece, context, self._case_of_part)
            assumed = list(context.assumed)
            self._asked &= piece.paragraph == 1
            if (named := prose.named_in_words(piece.formula.words)) is not None:
                context.fog.setdefault(named, "words say what it is")
            if any(part.pieces[k] is piece for k in part.same if k < len(part.pieces)):
                same_laws.suppose_all(context, m)
            if prose.is_otherwise(piece.formula.words) or prose.is_after_contradiction(piece.formula.words):
                context.assumed[:] = self._case_of_part
                reader.above = None
            if piece.row is None:
                self._lost.update(piece.formula.labels)
                yield from self._unread(piece, context)
                continue
            properties.learn(m, part, place[id(piece)])
            densities_named.learn(m, part.pieces, place[id(piece)])
            if (self._case_of_part and piece is part.pieces[0]) or id(piece) in used:
                continue
            said = self._display if piece.formula.display else self._inline
            try:
                self._conditions_behind(reader, part.pieces, place[id(piece)], used)
                with self._bound_anew(reader, part.pieces, place[id(piece)]):
                    found = list(said(reader, piece))
            except Unread as reason:
                found = list(self._unread(replace(piece, why=reason), context))
            except FAULTS as fault:
                words = f"the reader failed on it, a fault of its own: {type(fault).__name__}: {fault}"
                found = list(self._unread(replace(piece, why=Unread(words, (0, 0))), context))
            headed.end(piece, assumed, context, found)
            context.lingering |= behind.ended_with(piece, reader.under, {line.kind for line in found})
            if any(line.kind == "unread" or line.symbol == ":" for line in found):  # ":" puts to a test, says nothing
                self._lost.update(piece.formula.labels)
            every, words = _is_general(piece), piece.formula.words
            shown = (piece.formula.shown or prose.is_shown(words)) and not prose.is_let(words)
            for line in map(related.meant, found):
                line = replace(line, every=every, shown=shown, explained_behind=prose.is_explained(piece.formula.after))
                if other := tuple(name for name in sorted(piece.explained) if context.is_parameter(name)):
                    line = replace(line, fog=(*line.fog, *other))
                cited = _REFERENCE.findall(line.note or "")
                yield replace(line, cites=tuple(label for label in cited if label in self._lost))

    def _conditions_behind(self, told: Assertions, pieces: list[Piece], at: int, used: set[int]) -> None:
        """Assume what stands right behind a claim, ``for $x > 0$``; the pieces that say it are ``used``.

        Raises ``Unread`` where it is not understood: the claim is not known then, either.
        """
        piece = pieces[at]
        told.partial, told.under, told.because = behind.is_of_other_cases(piece), (), ()
        said = behind.conditions(pieces, at) if behind.may_claim(piece) else []
        used |= {id(each) for each, _ in said}
        for statement in (each for _, statements in said for each in statements):
            told.under += tuple(say.order(told.m, statement))
        if behind.are_alternatives(told.context.hypotheses, told.under):
            raise Unread("it is said of several cases at once", (0, 0))
        told.partial |= bool(said)
        if piece.formula.display and not denied.claims_nothing(piece.formula):
            for statement in behind.orders_of_chain(pieces, at):
                try:
                    told.under += tuple(say.order(told.m, statement))
                except Unread as reason:
                    told.forget(statement.expressions[0], reason)
        if behind.may_claim(piece) and (reasons := behind.reasons(pieces, at)):
            told.because = tuple(_equations(told.m, reasons))
            told.under += told.because
            self._reasons += reasons
        told.context.assume(*told.under, case=True)  # together: one of them may begin the next case

    @contextmanager
    def _bound_anew(self, told: Assertions, pieces: list[Piece], at: int) -> Iterator[None]:
        """While a formula is read the names that it is said of anew, ``for all $x$``, have no values."""
        said = quantified.statements(pieces, at)
        told.bound = quantified.names(said)
        told.kept = frozenset(quantified.repeated(told.m, said))
        values = told.context.values
        before = {name: value for name in told.bound if (value := values.get(name)) is not None and L.is_scalar(value)}
        told.aside = tuple(L.Var(name, told.context.space_of_number(name)).eq(value) for name, value in before.items())
        for name in before:
            del values[name]
        try:
            yield
        finally:
            for name, value in before.items():
                values.setdefault(name, value)
            told.bound, told.kept, told.aside = frozenset(), frozenset(), ()

    def _members(self, part: Part, context: Context) -> None:
        """Spaces come first: what is a vector must be known before the first product."""
        m = Meaning(context)
        statements = [s for row in part.rows if isinstance(row, RowSyntax) for s in say.of_each(row.statements)]
        for row in part.rows:
            if isinstance(row, RowSyntax):
                try:
                    maps.declare(m, row.statements)
                except Unread:
                    continue  # a map that is not declared is any function
        headed = [headed_sentences.interval(piece) for piece in part.pieces]
        for statement in statements:
            if {s.symbol for s in statement.relations} != {"in"} or statement in headed:
                continue
            for each in instances(statement, context.survey):
                left, right = each.expressions[0], each.expressions[-1]
                if left is not None and right is not None:
                    try:
                        say.declare_member(context, m, left, right)
                    except Unread as reason:
                        context.fog.setdefault(name_of(left) or "", reason.reason)
        samples.learn_entries(m, statements)
        for sized in part.sized:
            say.declare_sized(context, m, sized)
        say.declare_integers(context, part.numbered)
        categories.declare(m, part.rows)

    def _unread(self, piece: Piece, context: Context) -> Iterator[Line]:
        assert piece.why is not None
        formula = piece.formula
        text = formula.maths.text
        if formula.display or _RELATES.search(text):
            for name in _mentioned(_RELATES.split(text)[0]):
                context.fog.setdefault(name, "a formula about it was not read")
        if formula.display:
            self._thread = None
        said = prose.is_concluded(formula.words) or prose.is_bare(formula.words, formula.rest)
        if formula.display or (any(c in text for c in "=<>") and said):
            place = formula.maths.place(min(piece.why.span[0], max(len(text) - 1, 0)))
            yield Line(place, text.strip(), "", "", "unread", why=piece.why.reason, words=formula.words)

    # -----------------------------------------------------------------------------------------------------------------

    def _inline(self, told: Assertions, piece: Piece) -> Iterator[Line]:
        """Within a sentence: mostly declarations, sometimes a claim."""
        assert piece.row is not None
        if denied.claims_nothing(piece.formula) or prose.is_place(piece.formula.words):
            return
        if prose.is_let(piece.formula.words) and prose.FORMULA not in prose.sentence(piece.formula.words):
            _let_anew(told.context, piece.row)
        if piece.told:
            for statement in claims_of(piece.row, told):
                yield from told.supposed(statement, piece.formula)
            return
        if prose.names_a_law(piece.formula.after) and not piece.understood:
            for head in survey([piece.row]).heads():
                told.context.fog.setdefault(head, "the law that words say it has was not read")
        for statement in claims_of(piece.row, told):
            symbols = {s.symbol for s in statement.relations}
            concluded = bool(symbols) and prose.is_concluded(piece.formula.words)
            concluded |= quantified.heads(piece.formula.words) and quantified.is_closed(statement, told.bound)
            try:
                if concluded and symbols <= {*say.ORDERS, *EQUATIONS, "~", "approx"}:
                    yield from self._chain(told, statement, piece)
                elif statement is headed_sentences.interval(piece):
                    self._between(told, statement)
                elif symbols <= {"~"} or symbols <= {"in"}:
                    self._declare(told, statement)
                elif [s.symbol for s in statement.relations] == [":", "~"]:
                    yield from self._two_laws(told, statement, piece)
                elif symbols <= {*EQUATIONS, "~"} and statement.relations[-1].symbol == "~":
                    yield from (line for line in self._chain(told, statement, piece) if line.kind != "unread")
                elif symbols <= set(say.ORDERS):
                    reason = prose.is_reason(piece.formula.words)
                    if (reason or prose.is_recalled(piece.formula.words)) and not say.is_assumption(statement):
                        for line in filter(_is_general_order, self._chain(told, statement, piece)):
                            yield _where_it_is_meant(line, piece.formula, reason, told.context)
                    else:
                        self._order(told, statement, piece.formula)
                elif symbols <= properties.BETWEEN_LAWS:
                    if prose.is_told(piece.formula.words):
                        self._relate(told, statement)
                elif symbols <= {*EQUATIONS, "approx"}:
                    words = piece.formula.words
                    name = name_of(statement.expressions[0]) or ""
                    set_so = prose.is_setting(words) and told.context.is_parameter(name)
                    if _is_almost(piece):
                        yield from (line for line in self._chain(told, statement, piece) if line.kind != "unread")
                    elif equations := same_laws.cut(told.m, statement):
                        if same_laws.is_supposed(words) and not prose.is_no_claim(words) and not prose.is_shown(words):
                            yield from self._same(told, equations, piece)
                    elif prose.is_trailing_case(words, piece.formula.rest) and say.is_assumption(statement):
                        continue  # it holds for what stands before it
                    elif (prose.is_case(words) or set_so) and say.is_assumption(statement):
                        yield from self._case(told, statement, piece.formula)
                    elif set_so:
                        raise Unread("a parameter that is given a value for the case at hand", statement.span)
                    else:
                        said = prose.is_bare(words, piece.formula.rest)
                        lines = self._chain(told, statement, piece)
                        yield from (line for line in lines if said or line.kind != "unread")
                elif symbols <= {*EQUATIONS, *say.ORDERS} and prose.is_bare(piece.formula.words, piece.formula.rest):
                    yield from self._chain(told, statement, piece)
            except Unread as reason:
                told.forget(statement.expressions[0], reason)
                if concluded:
                    yield from self._unread(replace(piece, why=reason), told.context)

    def _declare(self, told: Assertions, statement: Statement) -> None:
        left, right = statement.expressions[0], statement.expressions[1]
        if left is None or right is None or len(statement.relations) != 1:
            raise Unread("a declaration of what is no name", statement.span)
        if statement.relations[0].symbol == "~":
            say.declare_law(told.m, [left], right)
        else:
            say.declare_member(told.context, told.m, left, right)

    def _between(self, told: Assertions, statement: Statement) -> None:
        r"""If $x \in (0, 1)$."""
        match statement:
            case Statement((Syntax() as element, Syntax() as home), _) if (name := name_of(element)) is not None:
                told.context.assume(*say.between_ends(told.m, name, home), case=True)

    def _order(self, told: Assertions, statement: Statement, formula: Formula) -> None:
        words = formula.words
        supposed = say.is_assumption(statement) or prose.is_supposition(words) or prose.lets_hold(words, formula.rest)
        if supposed and not prose.is_no_claim(words) and not prose.is_shown(words):
            case = prose.is_case(words) and not prose.is_given(words)
            told.context.assume(*say.order(told.m, statement), case=case)

    def _relate(self, told: Assertions, statement: Statement) -> None:
        r"""p \ll q, of two laws."""
        match statement:
            case Statement((Syntax() as one, Syntax() as other), (sign,)):
                properties.assume_between_laws(told.m, one, sign, other)

    def _head(self, m: Meaning, statement: Statement) -> None:
        r"""a) \theta \ne 0: the case that this part is about."""
        self._case_of_part = tuple(say.order(m, statement))
        m.context.assume(*self._case_of_part, case=True)

    def _case(self, told: Assertions, statement: Statement, formula: Formula) -> Iterator[Line]:
        """if \\sigma_1 = \\sigma_2: this holds until the next case."""
        said = say.order(told.m, statement)
        if self._case_of_part and cases.against(self._case_of_part, said):
            told.m.remarks = ["the part that it stands in is about the other case"]
            yield from told.supposed(statement, formula)
            return
        beside = self._case_before if prose.goes_on_with_and(formula.words) else ()
        told.context.assumed[:] = self._case_of_part
        self._case_at_hand = tuple(dict.fromkeys((*beside, *said)))
        told.context.assume(*beside, case=True)
        for relation in said:
            told.context.assume(relation, case=True)

    def _same(
        self, told: Assertions, equations: list[tuple[Statement, L.AlmostEverywhere | None]], piece: Piece
    ) -> Iterator[Line]:
        r"""if $p = q$: two distributions are the same until the next case; what mixtures are equal to is claimed."""
        told.context.assumed[:] = self._case_of_part
        told.context.assume(*(said for _, said in equations if said is not None), case=True)
        for statement, said in equations:
            if said is not None:
                yield from told.supposed(statement, piece.formula)
            elif (claimed := told.agreement(statement, piece.formula, supposed=False)) is not None:
                yield claimed

    def _display(self, told: Assertions, piece: Piece) -> Iterator[Line]:
        assert piece.row is not None
        row = piece.row
        if denied.claims_nothing(piece.formula):
            for statement in claims_of(row, told):
                if None not in statement.expressions:
                    yield from told.supposed(statement, piece.formula)
            return
        for statement in row.statements[1:]:
            if isinstance(first := statement.expressions[0], Add) and first.signs[0] == "+":
                raise Unread("a sum that a comma cuts: what stands behind it begins with +", first.span)
        defining = beside.definitions(told, row.statements)
        row = RowSyntax(tuple(s for s in row.statements if s not in defining), row.tag, span=row.span)
        conditions = behind.in_row(row)
        self._declare_beside(told, conditions)
        told.partial |= any(is_partial(statement) for statement in row.statements[1:])
        statements = RowSyntax(row.statements[: len(row.statements) - len(conditions)], row.tag, span=row.span)
        where = replace(piece, formula=replace(piece.formula, words="where", lead="where"))
        for statement in defining:
            yield from self._beside(told, statement, where)
        self._begin(told, statements, piece)
        laws = told.context.laws
        around: dict[str, L.Law] = {}
        for statement in claims_of(statements, told):
            symbols = [sign.symbol for sign in statement.relations]
            recalled = dict(laws) if symbols == ["~"] and statement.words == "if" else {}
            if symbols == [":", "~"]:
                yield from self._two_laws(told, statement, piece)
            elif beside.names_something_new(told, statement):
                yield from self._beside(told, statement, where)
            elif beside.is_reason(statement, row, piece.formula.maths.text):
                yield from self._beside(told, statement, piece)
            else:
                yield from self._chain(told, statement, piece)
            laws.update(around)  # X ~ law => ...: what is known of such a law, whatever X has around it
            around = recalled
        told.partial = False

    def _declare_beside(self, told: Assertions, conditions: tuple[Statement, ...]) -> None:
        r"""The memberships behind the claim of a row, ``\quad x \in \mathbb{R}``."""
        for statement in conditions:
            if [sign.symbol for sign in statement.relations] == ["in"]:
                try:
                    self._declare(told, statement)
                except Unread as reason:
                    told.forget(statement.expressions[0], reason)

    def _beside(self, told: Assertions, statement: Statement, piece: Piece) -> Iterator[Line]:
        r"""What a row defines, ``\quad \text{where} \quad z_i = x_i - b``, and reasons: no chain goes on with these."""
        going_on = self._thread
        try:
            yield from self._chain(told, statement, piece)
        finally:
            self._thread = going_on

    def _begin(self, told: Assertions, row: RowSyntax, piece: Piece) -> None:
        """A row that is an expression and nothing else begins the chain that the next row goes on with."""
        if beside.is_in_words(piece.formula.maths.text):
            return
        match row.statements:
            case (Statement((expression,), ()),) if expression is not None and not isinstance(expression, Words | Dots):
                self._thread = told.begin(expression, piece.formula)

    def _two_laws(self, told: Assertions, statement: Statement, piece: Piece) -> Iterator[Line]:
        r"""P: X \sim law, one of several laws of X: it is P that has it."""
        letter, _, law = statement.expressions
        assert letter is not None and law is not None
        thread = told.begin(letter, piece.formula)
        yield told.relation(thread, Sign("~", span=statement.relations[1].span), law, piece.formula)

    def _chain(self, told: Assertions, statement: Statement, piece: Piece) -> Iterator[Line]:
        """The lines of one chain of relations."""
        if told.told_moment(statement, piece.formula):
            yield from told.supposed(statement, piece.formula)
            return
        statement = as_rate(statement, told.context)
        first = statement.expressions[0]
        formula = piece.formula
        said = prose.is_supposed(formula.words) or prose.is_supposition(formula.words)
        supposed = statement.words == "if" or (not formula.display and said)
        listed = not formula.display and prose.is_listed_as_given(formula.words)
        introduced = not formula.display and (prose.is_let(formula.words) or prose.is_from(formula.words))
        if _is_almost(piece) and [sign.symbol for sign in statement.relations] == ["="]:
            case = not formula.display and prose.is_case(formula.words) and same_laws.is_supposed(formula.words)
            agreement = told.agreement(statement, formula, supposed or case)
            if agreement is not None:
                yield agreement
                return
        if None in statement.expressions[1:]:
            raise Unread("an expression is missing beside a relation", statement.span)
        if first is None and statement.words:  # a quantity that is named in words
            right = statement.expressions[1]
            assert right is not None
            yield told.in_words(statement.words, statement.relations[0], right, formula)
            thread = told.begin(right, formula)
            statement = Statement(statement.expressions[1:], statement.relations[1:], span=statement.span)
        elif first is not None:
            thread = told.begin(first, formula)
        elif self._thread is not None:
            thread = self._thread
        else:
            right = statement.expressions[1]
            assert right is not None
            why = "the line goes on with one that is not there or was not read"
            place = formula.maths.place(statement.span[0])
            text = formula.maths.text[right.span[0] : right.span[1]]
            yield Line(place, "", statement.relations[0].symbol, text.strip(), "unread", why=why)
            thread = told.begin(right, formula)
            statement = Statement(statement.expressions[1:], statement.relations[1:], span=statement.span)
        last = statement.expressions[-1]
        for sign, right in zip(statement.relations, statement.expressions[1:], strict=True):
            assert right is not None
            if sign.symbol == "=:":  # what stands before it gives the name behind it its value
                yield told.relation(told.begin(right, formula), Sign(":=", span=sign.span), thread.node, formula)
                continue
            if not thread.first and _are_names(thread.begins, thread.node):  # x = y = 5: both of them are 5
                thread = told.begin(thread.node, formula)
            line = told.relation(thread, sign, right, formula)
            if any(statement is reason for reason in self._reasons):
                line = replace(line, posed=True, perhaps=())
            if self._asked and line.kind == "step" and line.fog:
                line = replace(line, kind="hypothesis")
            found = right not in (last, Numeral("0")) and line.note is None and _is_rate(line)  # f'(x) = 2 x - 4 = 0
            if found and line.kind == "condition":
                line = replace(line, kind="step")
            recalled = line.kind == "step" and (found or prose.calls_density(formula.words) or _is_of_known_law(line))
            if told_of_events := events_told.is_told(line, formula):
                line = self._told_of_events.learn(line, formula)
            given = (
                (supposed and not recalled and not told_of_events)
                or (listed and bool(line.loose))
                or (line.kind == "goal" and prose.is_let(formula.words))
            )
            given = given or (introduced and _is_about_new(line))
            yield replace(line, kind="condition") if given and line.kind in ("step", "goal") else line
        if formula.display:
            self._thread = thread


def _equations(m: Meaning, statements: Iterable[Statement]) -> Iterator[L.Relation]:
    """Equations between numbers that are a reason; one that is not read, or is about numerals alone, is none."""
    for statement in statements:
        match statement.expressions:
            case (Syntax() as left, Syntax() as right):
                with suppress(Unread):
                    equation = L.Relation(m.scalar(left), "=", m.scalar(right))
                    if equation.free and not isinstance(equation.left, L.Var):
                        yield equation


def _are_names(one: Syntax | None, other: Syntax) -> bool:
    return isinstance(one, Symbol) and isinstance(other, Symbol) and one != other


def _let_anew(context: Context, row: RowSyntax) -> None:
    r"""Let $x \in \mathbb{R}$: of an x that something was claimed of, what was said before is said of another."""
    for statement in row.statements:
        if {sign.symbol for sign in statement.relations} <= {"in"}:
            name = name_of(statement.expressions[0])
            known = {n for n in context.claimed_of if isinstance(n, L.Var) and n.name == name}
            context.hypotheses = [
                h for h in context.hypotheses if not isinstance(h, L.Relation) or h.free.isdisjoint(known)
            ]


def _is_almost(piece: Piece) -> bool:
    """Whether an equation is said to hold almost everywhere, behind it or in its row."""
    row = piece.row.statements[1:] if piece.row is not None else ()
    words = [e.text for s in row for e in s.expressions if isinstance(e, Words)]
    return any(map(prose.is_almost, (piece.formula.after, *words)))


def _is_about_new(line: Line) -> bool:
    """Whether nothing was said of any name in a claim, beside that it is a function."""
    names = line.claim.statement.free if line.claim is not None else frozenset()
    return bool(names) and all(
        isinstance(n, L.Function) or (isinstance(n, L.Var) and n.name in line.loose) for n in names
    )


def _is_rate(line: Line) -> bool:
    """Whether a line says what a derivative is: what is then supposed of that is the next relation."""
    relation = line.claim.statement if line.claim is not None else None
    return isinstance(relation, L.Relation) and any(isinstance(n, L.Derivative) for n in relation.left.walk())


def _is_of_known_law(line: Line) -> bool:
    """Whether a line says the density of a law that is known: that is so or is not, and cannot be supposed."""
    relation = line.claim.statement if line.claim is not None else None
    if not isinstance(relation, L.Relation) or not isinstance(relation.left, L.Apply):
        return False
    return isinstance(relation.left.head, L.Law) and not any(isinstance(n, L.Density) for n in relation.left.free)


def _is_general(piece: Piece) -> bool:
    """Whether a formula is said to hold for all values of its variables."""
    words = [] if piece.row is None else [s.words for s in piece.row.statements[1:]]
    return any(map(prose.is_general, (piece.formula.after, *words)))


def _is_general_order(line: Line) -> bool:
    """Whether an order says something of one thing in two forms, as log x <= x - 1 does and m < n does not."""
    relation = line.claim.statement if line.claim is not None else None
    return isinstance(relation, L.Relation) and bool(relation.left.free) and relation.left.free == relation.right.free


def _where_it_is_meant(line: Line, formula: Formula, reason: bool, context: Context) -> Line:
    """An order that is recalled, in doubt where words say for what it is meant, or a reason is about new names."""
    if prose.is_restricted(formula.rest) and line.claim is not None:
        names = tuple(sorted(n.name for n in line.claim.statement.free if isinstance(n, L.Var)))
        return replace(line, fog=(*line.fog, *names))
    loose = tuple(name for name in line.loose if name not in context.spaces)
    return replace(line, fog=(*line.fog, *loose)) if reason else line


_CONSTANT = re.compile(r"const[^.]*(\.[^.]*)?(w\.?\s?r\.?\s?t\.?|with respect to|independent of|depend(s|ing)? on)\s*$")


def _constant_in(part: Part) -> Syntax | None:
    """What the constants of the stretch do not depend on, where its words say so: const. with respect to q_j."""
    for piece in part.pieces:
        if piece.row is not None and not piece.formula.display and _CONSTANT.search(piece.formula.words[-160:].lower()):
            (statement, *_) = piece.row.statements
            if not statement.relations:
                return statement.expressions[0]
    return None


def _mentioned(text: str) -> set[str]:
    """The letters and commands of a text that could not be parsed, with and without an index."""
    commands = {c[1:] for c in re.findall(r"\\[A-Za-z]+", text)}
    letters = commands & GREEK | set(re.findall(r"(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])", text))
    indexed = re.findall(r"(?<![A-Za-z])([A-Za-z]+)\s*_\s*(?:\{(\w+)\}|(\w))", text)
    return letters | {f"{letter}_{long or short}" for letter, long, short in indexed if letter in letters}
