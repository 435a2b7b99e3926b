"""Where a relation stands: the formula that it is in, and the chain that it goes on with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .. import language as L
from .files.source import Placed
from .lines import Line
from .names import names_and_stems
from .syntax import RowSyntax, Sign, Statement, Syntax, Unread
from .words import claiming, giving, prose


@dataclass
class Formula:
    """Where a relation stands: the text, the words before it, whether it is set apart."""

    maths: Placed
    words: str = ""
    lead: str = ""  # the words before the display that it is a row of, or its own
    after: str = ""  # the words that follow
    rest: str = ""  # all that follows in its sentence, with its stop; formulas are marked in it
    labels: tuple[str, ...] = ()  # what it is called by
    display: bool = True
    opens: bool = True  # it is no further row of a display
    asked: bool = False  # in a question
    shown: bool = False  # in a statement of what is to be shown
    ahead: tuple[RowSyntax | None, ...] = ()  # the formulas before it in its paragraph, as far as they are near

    @property
    def previous(self) -> RowSyntax | None:
        """The formula before it in its paragraph."""
        return self.ahead[-1] if self.ahead else None

    @property
    def beside(self) -> Syntax | None:
        """The formula before it, where that is one expression."""
        match self.previous:
            case RowSyntax((Statement((sole,), ()),)):
                return sole
        return None

    def written(self, node: Syntax) -> str:
        """The text of an expression in it."""
        return self.maths.text[node.span[0] : node.span[1]].strip()


@dataclass(frozen=True)
class Side:
    """A side of a chain that was read, and equals the last one, which was not."""

    node: Syntax
    text: str
    term: L.Term
    first: bool


@dataclass
class Thread:
    """The chain that is being read: its last expression, where the next relation goes on."""

    node: Syntax
    text: str
    term: L.Term | None = None
    begins: Syntax | None = None
    rate: bool = False  # it began with a derivative
    first: bool = True
    way: frozenset[str] = frozenset()  # the relations from where it began
    constant: bool = False  # up to a constant in what words say
    apart: bool = False  # up to a constant in what its beginning is about
    density: Syntax | None = None  # that it began with, where its last term is proportional to that
    condition: bool = False  # its last line was one
    named: str | None = None  # the name that its last line gave a value
    start: L.Term | None = None  # what it begins with, where a claim was made of that
    tested: bool = False  # a hypothesis that is put to a test
    under: tuple[L.Node, ...] = ()  # the conditions that stand behind its rows
    premise: L.Relation | None = None  # the equation that its first relation may follow from
    claimed: tuple[L.Relation, ...] = ()  # from where it began
    over: Side | None = None  # the last side that was read, where the one before the next relation was not

    def line(self, sign: Sign, right: Syntax, formula: Formula, kind: str) -> Line:
        """The line that relates where the chain stands to another side."""
        names, stems = names_and_stems(self.node, right)
        return Line(
            place=formula.maths.place(min(right.span[0], max(len(formula.maths.text) - 1, 0))),
            left=self.text,
            symbol=sign.symbol,
            sign=sign.written,
            right=formula.written(right),
            kind=kind,
            first=self.first,
            note=sign.note,
            words=prose.sentence(formula.words),
            inline=not (formula.display or claiming.is_concluded(formula.words) or claiming.is_solution(formula.words)),
            posed=self.first and (giving.is_posed(formula.lead) or giving.defines_others(formula.lead, formula.rest)),
            written=names,
            stems=stems,
        )

    def unread(self, sign: Sign, right: Syntax, formula: Formula, reason: Unread) -> Line:
        """The line of a relation that is not read."""
        offset = reason.span[0] if reason.span != (0, 0) else right.span[0]
        place = formula.maths.place(min(offset, max(len(formula.maths.text) - 1, 0)))
        return replace(self.line(sign, right, formula, "unread"), place=place, why=reason.reason)
