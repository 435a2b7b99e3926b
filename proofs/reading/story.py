"""The story of a document: its blocks in order, what each formula says there, and what is known when it is said.

Names belong to headings: a section starts from what the sections around it know and takes what it learns with it when
it ends.  Within a section the parts a), b) follow each other; a case ends where the next begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from .. import language as L
from . import declarations as say
from . import prose
from .context import Context
from .lines import Chain, Line
from .meaning import RELATIONS, Meaning
from .names import name_of
from .parser import join_rows, parse_row
from .source import Display, Document, Heading, Inline, Paragraph, Place, Placed, Text
from .survey import Survey, survey
from .syntax import Big, Differential, Numeral, RowSyntax, Sign, Statement, Symbol, Syntax, Unread

RUN_IN = 6  # the level of a heading that stands in the line: Proof.


@dataclass
class Formula:
    """A piece of mathematics of the document, parsed or not."""

    maths: Placed
    row: RowSyntax | None
    why: Unread | None
    display: bool
    words: str = ""  # before it in its paragraph


@dataclass
class Part:
    """A stretch of the document in which a name means one thing."""

    title: str | None
    level: int
    formulas: list[Formula] = field(default_factory=list)
    shown: bool = False  # it states what is to be shown
    goes_on: bool = False  # it is a further part a), b) under the same heading
    words: str = ""


def parts(document: Document) -> list[Part]:
    """The document cut where names may change their meaning."""
    found = [Part(None, 0)]
    title: str | None = None
    for block in document.blocks:
        if isinstance(block, Heading):
            title = _words(block.parts).strip(" :.*#") or None
            if block.level < RUN_IN:
                found.append(Part(title, block.level))
            else:
                found.append(Part(title, found[-1].level, goes_on=True))
            found[-1].shown = prose.is_statement(title or "")
            _collect(found[-1], block.parts, "")
            continue
        first = next((p for p in block.parts if isinstance(p, Text)), None)
        if first is not None and prose.is_enumerated(first.text) and found[-1].formulas:
            found.append(Part(found[-1].title, found[-1].level, goes_on=True, shown=found[-1].shown))
        _collect(found[-1], block.parts, "")
    return found


def _words(pieces: tuple[Text | Inline | Display, ...]) -> str:
    return "".join(p.text if isinstance(p, Text) else p.maths.text if isinstance(p, Inline) else " " for p in pieces)


def _collect(part: Part, pieces: tuple[Text | Inline | Display, ...], before: str) -> None:
    words = before
    for piece in pieces:
        match piece:
            case Text(text, _):
                words += text
                part.words += " " + text.lower()
            case Inline(maths):
                part.formulas.append(_parsed(maths, False, words))
                words += " \N{OBJECT REPLACEMENT CHARACTER} "
            case Display(rows):
                texts = [row.maths.text for row in rows]
                for joined in join_rows(texts):
                    maths = _together([rows[k].maths for k in joined])
                    part.formulas.append(_parsed(maths, True, words))
                    words = ""
        part.words = part.words[-20_000:]


def _together(pieces: list[Placed]) -> Placed:
    """Rows that are one line, as one text."""
    text = ""
    starts: list[int] = []
    places: list[Place] = []
    for piece in pieces:
        starts += [len(text) + s for s in piece.starts]
        places += piece.places
        text += piece.text + " "
    return Placed(text[:-1], tuple(starts), tuple(places))


def _parsed(maths: Placed, display: bool, words: str) -> Formula:
    try:
        return Formula(maths, parse_row(maths.text), None, display, words)
    except Unread as reason:
        return Formula(maths, None, reason, display, words)


# ---------------------------------------------------------------------------------------------------------------------


class Story:
    """Reads a document line by line.  Raises ``ValueError`` for an assumption that is not read."""

    def __init__(self, document: Document, assuming: tuple[str, ...] = ()) -> None:
        self.document = document
        self.root = Context()
        self.notes: list[str] = []
        self._assuming = assuming
        self._last: tuple[Syntax, L.Term | None] | None = None  # where a row without a left side goes on
        self._ends: dict[Syntax, L.Term] = {}  # the last line of the chain that began with this left side
        self._row_above: L.Relation | None = None
        self.context = self.root
        self._scope: tuple[int, ...] = ()
        self._sections = 0

    def chains(self) -> Iterator[Chain]:
        """The chains of lines in order, each as far as it is known when its lines are asked for."""
        stack: list[tuple[int, Context, list[Syntax]]] = [(-1, self.root, [])]
        scopes: list[int] = [0]
        for part in parts(self.document):
            rows: list[Syntax] = [f.row for f in part.formulas if f.row is not None]
            if not part.goes_on:
                while stack[-1][0] >= part.level and len(stack) > 1:
                    stack.pop()
                    scopes.pop()
            outer, above = stack[-1][1], stack[-1][2]
            seen = [*above, *rows]
            context = outer.inner(survey(seen), part.words)
            context.independent = outer.independent or "independent" in part.words
            if part.goes_on and len(stack) > 1:
                stack[-1] = (stack[-1][0], context, seen if _same_names(above, rows) else rows)
            else:
                stack.append((part.level, context, seen))
                self._sections += 1
                scopes.append(self._sections)
            self._scope = tuple(scopes)
            self.context = context
            self._assume_all(context)
            if part.formulas:
                yield Chain(part.title, list(self._lines(part, context, seen)))

    def _assume_all(self, context: Context) -> None:
        for text in self._assuming:
            m = Meaning(context)
            try:
                for statement in parse_row(text).statements:
                    context.assume(*say.order(m, statement))
            except Unread as reason:
                raise ValueError(f"the assumption {text!r} is not read: {reason.reason}") from None

    # -----------------------------------------------------------------------------------------------------------------

    def _lines(self, part: Part, context: Context, rows: list[Syntax]) -> Iterator[Line]:
        self._last, self._row_above = None, None
        for formula in part.formulas:
            if formula.row is not None:
                self._members(formula.row, context)
        m = Meaning(context, rows)
        for formula in part.formulas:
            m.text = formula.maths.text
            if formula.row is None:
                yield from self._unread(formula, context)
                continue
            if formula.display:
                yield from self._display(m, formula, part)
            else:
                yield from self._inline(m, formula, part)

    def _members(self, row: RowSyntax, context: Context) -> None:
        """Spaces come first: what is a vector must be known before the first product."""
        m = Meaning(context)
        for statement in row.statements:
            left = statement.expressions[0]
            right = statement.expressions[-1]
            if {s.symbol for s in statement.relations} == {"in"} and left is not None and right is not None:
                try:
                    say.declare_member(context, m, left, right)
                except Unread as reason:
                    self._forget(statement, reason)

    def _unread(self, formula: Formula, context: Context) -> Iterator[Line]:
        assert formula.why is not None
        text = formula.maths.text
        self._row_above = None
        if formula.display or any(c in text for c in "=<>"):
            for name in _mentioned(text):
                context.fog.setdefault(name, "a formula about it was not read")
            if formula.display:
                self._last = None
                place = formula.maths.place(min(formula.why.span[0], max(len(text) - 1, 0)))
                yield Line(place, text.strip(), "", "", "unread", why=formula.why.reason, words=formula.words)

    # -----------------------------------------------------------------------------------------------------------------
    # inline: mostly declarations

    def _inline(self, m: Meaning, formula: Formula, part: Part) -> Iterator[Line]:
        row = formula.row
        assert row is not None
        for statement in row.statements:
            if not statement.relations:
                continue
            symbols = {s.symbol for s in statement.relations}
            try:
                if symbols <= {"~"} or symbols <= {"in"}:
                    self._declare(m, statement)
                elif symbols <= set(say.ORDERS):
                    self._order(m, statement, formula)
                elif symbols <= {"=", ":=", "approx", "equiv"}:
                    yield from self._chain(m, statement, formula, part, False)
            except Unread as reason:
                self._forget(statement, reason)

    def _forget(self, statement: Statement, reason: Unread) -> None:
        """Something was said of these names that was not read."""
        first = statement.expressions[0]
        name = name_of(first) if first is not None else None
        if name is not None:
            self.context.fog.setdefault(name, reason.reason)

    def _declare(self, m: Meaning, statement: Statement) -> None:
        left, right = statement.expressions[0], statement.expressions[1]
        if left is None or right is None or len(statement.relations) != 1:
            raise Unread("a declaration of what is no name", statement.span)
        if statement.relations[0].symbol == "~":
            say.declare_law(m, [left], right)
        else:
            say.declare_member(self.context, m, left, right)

    def _order(self, m: Meaning, statement: Statement, formula: Formula) -> None:
        if not say.is_assumption(statement):
            return
        case = prose.is_case(formula.words) and not prose.is_given(formula.words)
        if prose.is_no_claim(formula.words) or prose.is_shown(formula.words):
            return
        self.context.assume(*say.order(m, statement), case=case)

    # -----------------------------------------------------------------------------------------------------------------
    # displays

    def _display(self, m: Meaning, formula: Formula, part: Part) -> Iterator[Line]:
        row = formula.row
        assert row is not None
        conditions = self._side_conditions(m, row)
        for statement in row.statements[: len(row.statements) - conditions]:
            if statement.relations:
                yield from self._chain(m, statement, formula, part, True)
            elif statement.expressions and statement.expressions[0] is not None:
                self._last = None

    def _side_conditions(self, m: Meaning, row: RowSyntax) -> int:
        r"""Assume what stands behind the claim of a row, ``\quad t > 0``; how many statements that were."""
        count = 0
        for statement in reversed(row.statements[1:]):
            symbols = {s.symbol for s in statement.relations}
            worded = statement.words.lower().startswith(("for", "if", "where", "with", "when", "whenever"))
            orders = symbols and symbols <= {*say.ORDERS, "in"}
            dots = not symbols
            if not (orders or dots or worded):
                break
            count += 1
            try:
                if symbols and symbols <= set(say.ORDERS) and say.is_assumption(statement):
                    self.context.assume(*say.order(m, statement), case=True)
                elif symbols == {"in"}:
                    self._declare(m, statement)
            except Unread as reason:
                self._forget(statement, reason)
        return count

    def _chain(self, m: Meaning, statement: Statement, formula: Formula, part: Part, display: bool) -> Iterator[Line]:
        """The lines of one chain of relations."""
        first = statement.expressions[0]
        if first is None:
            if self._last is None:
                yield self._line(formula, statement.relations[0], None, statement.expressions[1], "unread",
                                 why="the line goes on with one that is not there or was not read")  # fmt: skip
                return
            previous, term = self._last
        else:
            previous, term = first, None
            m.variable = None
        pairs = zip(statement.relations, statement.expressions[1:], strict=True)
        for k, (sign, right) in enumerate(pairs):
            assert right is not None
            line, term = self._relation(m, previous, term, sign, right, formula, part, k == 0 and first is not None)
            if display or line.kind != "unread":
                yield line
            previous = right
        self._last = (previous, term)
        if first is not None and term is not None:
            self._ends[first] = term

    def _relation(
        self,
        m: Meaning,
        left: Syntax,
        known: L.Term | None,
        sign: Sign,
        right: Syntax,
        formula: Formula,
        part: Part,
        first: bool,
    ) -> tuple[Line, L.Term | None]:
        """One relation, and the term that its right side is (None where it was not read)."""
        m.remarks = []
        before = len(self.context.fog)
        try:
            if (
                first
                and sign.symbol in ("=", ":=", "equiv")
                and (made := self._defined(m, left, sign, right, formula, part))
            ):
                line, term = made
                return line, term
            if sign.symbol == "~":
                say.declare_law(m, [left], right)
                return self._line(formula, sign, left, right, "hypothesis", first=first), None
            if sign.symbol == "in":
                say.declare_member(self.context, m, left, right)
                return self._line(formula, sign, left, right, "hypothesis", first=first), None
            if sign.symbol not in RELATIONS and sign.symbol not in ("approx", ":=", "equiv"):
                raise Unread(f"the relation {sign.symbol} is not read", sign.span)
            target = m.term(right)
        except Unread as reason:
            self._fogged(left, right, reason)
            return self._line(formula, sign, left, right, "unread", why=reason.reason, at=reason.span), None
        try:
            start = known if known is not None else m.term(left)
        except Unread as reason:
            self._fogged(left, None, reason)
            return self._line(formula, sign, left, right, "unread", why=reason.reason, at=reason.span), target
        kind = self._kind(left, start, sign, target, formula, part, first)
        symbol = RELATIONS.get(sign.symbol, "=")
        relation = L.Relation(start, symbol, target)
        instead: tuple[L.Term, ...] = ()
        if first and left in self._ends and self._ends[left] is not start:
            instead = (self._ends[left],)
        hypotheses = self.context.stated()
        del before
        line = self._line(formula, sign, left, right, kind, first=first)
        line = replace(
            line,
            claim=L.Claim(hypotheses, relation),
            instead=tuple(L.Claim(hypotheses, L.Relation(t, symbol, target)) for t in instead),
            fog=self._fog_of(relation),
            scope=self._scope,
            premise=self._row_above if first else None,
            remarks=tuple(dict.fromkeys(m.remarks)),
            sides=(left, right),
            decimals=_new_decimals(left, right),
        )
        self._row_above = relation if symbol == "=" else None
        return line, target

    def _kind(
        self, left: Syntax, start: L.Term, sign: Sign, target: L.Term, formula: Formula, part: Part, first: bool
    ) -> str:
        zero = target is L.Number(0)
        if sign.note is not None and "!" in sign.note:
            return "condition"
        if zero and any(isinstance(n, L.Derivative | L.FunctionalDerivative) for n in start.walk()):
            return "condition"
        if zero and any(isinstance(n, Differential) for n in left.walk()):
            return "condition"
        if zero and prose.is_condition(formula.words):
            return "condition"
        if sign.symbol == "!=":
            return "condition"
        if part.shown or prose.is_shown(formula.words):
            return "goal"
        return "step"

    def _defined(
        self, m: Meaning, left: Syntax, sign: Sign, right: Syntax, formula: Formula, part: Part
    ) -> tuple[Line, L.Term | None] | None:
        """A new name, or a new function, and what it stands for."""
        context = self.context
        name = say.new_name(m, left)
        function = say.new_function(m, left)
        if name is None and function is None:
            return None
        if name is not None and say.law_written(right):
            say.declare_law(m, [left], right)
            return self._line(formula, sign, left, right, "definition", first=True), None
        if function is not None:
            head, arguments = function
            written = say.law_at_point(right, arguments[0]) if len(arguments) == 1 else None
            if written is None and say.law_written(right) and len(arguments) == 1:
                written = right  # type: ignore[assignment]
            if written is not None:
                say.declare_law(m, [Symbol(head)], written)
                context.laws[head] = context.laws.pop(head)
                line = self._line(formula, sign, left, right, "definition", first=True)
                return replace(line, remarks=tuple(dict.fromkeys(m.remarks))), m.term(left)
            if self._is_known_function(m, head, arguments):
                return None
            body = say.define_function(m, head, arguments, right)
            return self._line(formula, sign, left, right, "definition", first=True), body
        assert name is not None
        if m.densities.is_variable(name) or name in context.survey.running or name in context.survey.random:
            return None
        term = m.term(right)
        if any(isinstance(n, L.Var) and n.name == name for n in term.free):
            return None
        context.values[name] = term
        line = self._line(formula, sign, left, right, "definition", first=True)
        return replace(line, remarks=tuple(dict.fromkeys(m.remarks))), term

    def _is_known_function(self, m: Meaning, head: str, arguments: tuple[Syntax, ...]) -> bool:
        """Whether a value f(x) means something already: of a random variable's density, of Gamma."""
        context = self.context
        if head in ("Gamma", "B", "psi", "n", "x"):
            return True
        if head in context.survey.numeric and not context.is_density(head):
            return True
        if context.is_density(head):
            below = head.partition("_")[2].strip("{}")
            name = name_of(arguments[0]) or ""
            return below in context.laws or name.upper() in context.laws or len(arguments) > 1
        return False

    # -----------------------------------------------------------------------------------------------------------------

    def _fogged(self, left: Syntax, right: Syntax | None, reason: Unread) -> None:
        """After a relation that was not read nothing is certain about the name on its left."""
        name = name_of(left)
        if name is None:
            heads = [n for n in left.walk() if isinstance(n, Symbol)]
            name = name_of(heads[0]) if heads else None
        if name is not None and name not in self.context.values:
            self.context.fog.setdefault(name, f"a formula about it was not read: {reason.reason}")

    def _fog_of(self, relation: L.Relation) -> tuple[str, ...]:
        fog = self.context.fog
        return tuple(sorted({n.name for n in relation.free if n.name in fog}))

    def _line(
        self,
        formula: Formula,
        sign: Sign,
        left: Syntax | None,
        right: Syntax | None,
        kind: str,
        *,
        why: str | None = None,
        at: tuple[int, int] | None = None,
        first: bool = False,
    ) -> Line:
        text = formula.maths.text
        offset = at[0] if at is not None and at != (0, 0) else (right.span[0] if right is not None else sign.span[0])
        return Line(
            place=formula.maths.place(min(offset, max(len(text) - 1, 0))),
            left=_slice(text, left),
            symbol=sign.symbol,
            right=_slice(text, right),
            kind=kind,
            why=why,
            first=first,
            note=sign.note,
            words=prose.sentence(formula.words),
        )


def _slice(text: str, node: Syntax | None) -> str:
    return "" if node is None else text[node.span[0] : node.span[1]].strip()


def _same_names(above: list[Syntax], rows: list[Syntax]) -> bool:
    return True


def _mentioned(text: str) -> set[str]:
    """The letters and commands of a text that could not be parsed."""
    import re

    commands = {c[1:] for c in re.findall(r"\\[A-Za-z]+", text)}
    return commands & _GREEK_NAMES | set(re.findall(r"(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])", text))


_GREEK_NAMES_TEXT = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi varphi chi "
    "psi omega Gamma Delta Theta Lambda Xi Sigma Phi Psi Omega ell"
)
_GREEK_NAMES = frozenset(_GREEK_NAMES_TEXT.split())


def _new_decimals(left: Syntax, right: Syntax) -> tuple[str, ...]:
    """The decimals on the right that do not stand on the left."""
    old = {n.text for n in left.walk() if isinstance(n, Numeral)}
    new = [n.text for n in right.walk() if isinstance(n, Numeral) and "." in n.text and n.text not in old]
    return tuple(dict.fromkeys(new))


__all__ = ["Big", "Paragraph", "Place", "Story", "Survey", "parts"]
