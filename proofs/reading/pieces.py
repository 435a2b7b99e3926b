"""A piece of mathematics of the document: a formula, how it was parsed, and what the words around it make of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .. import language as L
from .files import numbering
from .syntax import RowSyntax, Sign, Statement, Symbol, Syntax, Unread, Words
from .threads import Formula
from .words import prose, words_behind

# "With", that begins a sentence, explains nothing before it.
_WHERE = re.compile(r"(\b[Ww]here|\bwith)\s*(\N{OBJECT REPLACEMENT CHARACTER}\s*(and|,)\s*)*$")
# ... where we have defined, before a display
_WHERE_DEFINED = re.compile(r"\b[Ww]here( (we|I)( have)? (defined?|set|write|put|introduced?))?[\s:,]*$")

_LEADS = re.compile(r"\s*(:|,?\s*(we|one|it|this) (get|obtain|have|find|see)|gives|yields|leads)")  # it is put in


# "... and the posterior hyperparameters are given by", of those that stand in the formula right before it
_PARAMETERS = re.compile(
    r"^\W*((where|with)|(where|with|and|in which)( the| its)?( \w+)? (hyper-?)?parameters( of \w+( \w+)*)?"
    r"( are| is| being)?( given| defined)?( by| as)?)[\s:,]*$"
)


_FOR_WHICH = re.compile(
    r"(^|\N{OBJECT REPLACEMENT CHARACTER})\s*,?\s*((holds|is (true|valid))\s+)?"
    r"(for( all| any| every| each)?|if|when|whenever|provided( that)?)\s*$"
)


@dataclass
class Piece:
    """A piece of mathematics of the document, parsed or not."""

    formula: Formula
    row: RowSyntax | None
    why: Unread | None
    paragraph: int
    understood: bool = False  # the words around it say what law its name has, and were read
    told: bool = False  # it is part of what the words around it tell, and was read with them
    presumes: L.Relation | None = None  # what it tells takes that for granted: the probabilities add up to 1
    anew: bool = False  # its names are let be random variables, and what was known of them before is forgotten
    explained: frozenset[str] = frozenset()  # names that stand for moments in it, as the words behind it say
    amounts: frozenset[str] = frozenset()  # names that these call the number, or the size, of something

    @property
    def heads(self) -> bool:
        """Whether it stands behind the number of a part, and nothing behind it: a) x = 0."""
        formula = self.formula
        return not formula.display and numbering.is_number_of_part(formula.words) and not formula.after.strip(" .:;,")

    @property
    def names_only(self) -> bool:
        """Whether it stands in a sentence and relates nothing: let $X$ be ... with X ~ ..."""
        related = self.row is None or any(statement.relations for statement in self.row.statements)
        return not self.formula.display and not related

    @property
    def sole(self) -> Syntax | None:
        """The expression that is all of its formula."""
        match self.row:
            case RowSyntax((Statement((expression,), ()),)):
                return expression
        return None

    @property
    def holds_almost(self) -> bool:
        """Whether an equation is said to hold almost everywhere, behind it or in its row."""
        row = self.row.statements[1:] if self.row is not None else ()
        words = [e.text for s in row for e in s.expressions if isinstance(e, Words)]
        return any(map(words_behind.is_almost, (self.formula.after, *words)))

    @property
    def holds_for_all(self) -> bool:
        """Whether it is said to hold for all values of its variables."""
        words = [] if self.row is None else [s.words for s in self.row.statements[1:]]
        return any(map(words_behind.is_general, (self.formula.after, *words)))

    @property
    def is_next_display(self) -> bool:
        """Whether it stands right below another display, without a word between them."""
        return self.formula.display and not self.formula.lead.strip()

    @property
    def is_further_row(self) -> bool:
        """Whether it is a row of a display, and not the first one."""
        return self.formula.display and not self.formula.opens

    @property
    def explains(self) -> bool:
        """Whether it says what a name in the formula before it means: ..., where x = ..."""
        formula = self.formula
        if formula.display:
            said = _WHERE_DEFINED.search(formula.lead[-200:]) or _PARAMETERS.search(prose.since(formula.lead))
            return formula.opens and said is not None
        told = _WHERE.search(formula.words[-200:]) is not None or self.says_for_which
        return told and not _LEADS.match(formula.rest)

    @property
    def says_for_which(self) -> bool:
        r"""Whether it says of which random variable the formula right before it is meant: ... for $X \sim N(0, 1)$."""
        match self.row:
            case RowSyntax((Statement((Symbol(), _), (Sign("~"),)),)):
                return not self.formula.display and _FOR_WHICH.search(self.formula.words[-200:]) is not None
        return False


__all__ = ["Piece"]
