"""The parts of a document: stretches in which a name means one thing, each with its mathematics in order.

Names belong to headings; within a section the parts a), b) follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from . import (
    called_densities,
    chances_of_events,
    clauses_apart,
    densities_on_parts,
    independence,
    labels_above,
    laws_in_plain_letters,
    letters_in_words,
    numbering,
    operations_in_words,
    orders_in_words,
    probabilities_in_words,
    prose,
    same_laws,
    samples_alike,
    suspected,
    values_of_variables,
    vectors_in_words,
    words_behind,
)
from .bivariate_normals import jointly_normal
from .described import described_names
from .dice import laws_of_dice
from .dotted_sums import sums_said
from .drawn import densities_said
from .errors_in_words import laws_of_errors
from .events_in_words import Related, events_related
from .experiments import laws_of_experiments
from .explained import amounts, explained
from .functions_in_words import functions_told
from .independence import Saying
from .law_clauses import Told
from .laws_claimed import LawClaimed, laws_claimed
from .laws_in_words import laws_told, laws_unread
from .laws_restated import laws_restated
from .listed_categories import categories_said
from .listed_data import data_said
from .masses_in_words import masses_told
from .matrices_in_words import matrices_named, others_named, symmetric_named
from .names import name_of
from .numbers_in_words import Numbered, numbers_told
from .parser import join_rows, parse_row
from .primes import Transposing, transposing
from .quantities_claimed import QuantityClaimed, quantities_claimed
from .roles_in_words import Role, roles_told
from .sentences import Maths, Token, sentences, words_of
from .shaped import shaped_names
from .sizes_in_words import Sized, sizes_told
from .source import Display, Document, Heading, Inline, Place, Placed, Text
from .spaces_in_words import spaces_told
from .syntax import Bracket, Multiply, RowSyntax, Script, Sign, Statement, Syntax, Unread, Words
from .threads import Formula
from .told_shapes import Shaped, shapes_told, without_told
from .transposed_gradients import gradients_said
from .unit_vectors import one_hot_names
from .urns import laws_of_urns
from .whole_data import given_said

NEAR = 2000  # characters of the words before a formula
_AHEAD = 6  # formulas that are looked back at
MOST_PARTS = 500  # each part a), b) is read with all before it; of more, those that follow are one
RUN_IN = 6  # the level of a heading that stands in the line: Proof.
# A heading behind a statement that says what is done about it, and one that opens something of its own: Example 2, b).
_ABOUT = re.compile(r"(the |a )?(proof|solution|answer|derivation|hint|step)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"\W*(theorem|lemma|proposition|corollary|claim|definition|notation|assumption|remark|note|example|exercise|problem|"
    r"question|task|part|case|\w+ ?\d|\d|[ivx]+\b|\w\b\W)",
    re.IGNORECASE,
)
# What stands for itself on a sheet: names of one are no names of the next.
_EXERCISE = re.compile(r"\W*(exercise|problem|question|task|assignment|aufgabe)\b", re.IGNORECASE)
# "With", that begins a sentence, explains nothing before it.
_WHERE = re.compile(r"(\b[Ww]here|\bwith)\s*(\N{OBJECT REPLACEMENT CHARACTER}\s*(and|,)\s*)*$")
# ... where we have defined, before a display
_WHERE_DEFINED = re.compile(r"\b[Ww]here( (we|I)( have)? (defined?|set|write|put|introduced?))?[\s:,]*$")

_LEADS = re.compile(r"\s*(:|,?\s*(we|one|it|this) (get|obtain|have|find|see)|gives|yields|leads)")  # it is put in

_LABELS = re.compile(r"\\pi|\\chi")

# "... and the posterior hyperparameters are given by", of those that stand in the formula right before it
_PARAMETERS = re.compile(
    r"^\W*((where|with)|(where|with|and|in which)( the| its)?( \w+)? (hyper-?)?parameters( of \w+( \w+)*)?"
    r"( are| is| being)?( given| defined)?( by| as)?)[\s:,]*$"
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
        return bool(_WHERE.search(formula.words[-200:])) and not _LEADS.match(formula.rest)


@dataclass
class Part:
    """A stretch of the document in which a name means one thing."""

    title: str | None
    level: int
    pieces: list[Piece] = field(default_factory=list)
    shown: bool = False  # it states what is to be shown
    goes_on: bool = False  # it is a further part a), b) under the same heading
    belongs: bool = False  # it is about what stands before it, as a proof is, and nothing ends there
    under: tuple[str, ...] = ()  # the headings above its own, the outermost first
    number: str = ""  # a), (ii), 3. where it begins with one
    words: str = ""
    paragraphs: int = 0
    told: list[Told] = field(default_factory=list)  # what its words say of laws
    claimed: list[LawClaimed] = field(default_factory=list)  # and what they claim of them
    quantities: list[QuantityClaimed] = field(default_factory=list)  # and of their means and variances
    restated: dict[int, Syntax] = field(default_factory=dict)  # before which pieces they say the law that is written
    sized: list[Sized] = field(default_factory=list)  # and of matrices and vectors
    numbered: list[Numbered] = field(default_factory=list)  # and of the signs of numbers
    matrices: dict[str, bool] = field(default_factory=dict)  # what they call so, and whether it is square
    symmetric: dict[str, bool] = field(default_factory=dict)  # which of these are, and whether they are semidefinite
    others: dict[str, str] = field(default_factory=dict)  # what they call something else that is no number, and what
    suspected: set[str] = field(default_factory=set)  # capital letters of which they say what only matrices have
    shapes: list[Shaped] = field(default_factory=list)  # what they tell of the graphs of functions
    random: set[str] = field(default_factory=set)  # letters that they call random variables
    valued: list[values_of_variables.ToldValues] = field(default_factory=list)  # and of the values of random variables
    with_densities: list[called_densities.OfVariable] = field(default_factory=list)  # whose densities letters are
    alike: list[samples_alike.Alike] = field(default_factory=list)  # of which data only letters of a law are told
    called_densities: set[str] = field(default_factory=set)  # letters that they call densities
    densities_on_parts: list[tuple[str, Bracket | None]] = field(
        default_factory=list
    )  # and of where unknown densities live
    vectors: list[vectors_in_words.Told] = field(default_factory=list)  # and of vectors
    shaped: frozenset[str] = frozenset()  # names of which they say a property that is not read
    described: frozenset[str] = frozenset()  # names of numbers of which they say one that is not read
    one_hot: frozenset[str] = frozenset()  # letters of vectors of which they say that one coordinate is 1, the others 0
    roles: list[Role] = field(default_factory=list)  # and of the parameters of laws
    related: list[Related] = field(default_factory=list)  # what they say of how events are related
    asked: str = ""  # the number in a list of what a new word asks for: of a metric, (a), (b), (c)
    transposing: Transposing | None = None  # how primes are read that transpose
    same: list[int] = field(default_factory=list)  # the pieces before which they say that distributions are the same
    heard: list[tuple[str, list[list[RowSyntax | None]]]] = field(default_factory=list)
    """Of each paragraph the words, and the rows of each formula that is marked in them."""

    def take(self, parts: tuple[Text | Inline | Display, ...], asked: bool = False) -> None:
        """The mathematics of a paragraph, with the words before each piece."""
        words = whole = heard = ""
        marked: list[list[RowSyntax | None]] = []
        tokens: list[Token] = []
        behind: list[tuple[Formula, int]] = []
        self.paragraphs += 1
        parts = letters_in_words.written(laws_in_plain_letters.written(parts))
        parts = probabilities_in_words.written(chances_of_events.written(parts))
        for part in clauses_apart.written(operations_in_words.written(orders_in_words.written(parts))):
            match part:
                case Text(text, _):
                    words += text
                    whole += text
                    behind_display = bool(tokens) and isinstance(last := tokens[-1], Maths) and last.display
                    heard += f". {text}" if behind_display and text.lstrip()[:1].isupper() else text
                    if same_laws.said_in(words):
                        self.same.append(len(self.pieces))
                    tokens += _after(tokens, text)
                    if (
                        self.pieces
                        and self.pieces[-1].paragraph == self.paragraphs
                        and not self.pieces[-1].formula.after
                    ):
                        self.pieces[-1].formula.after = text[:80]
                    self.words = (self.words + " " + text.lower())[-20_000:]
                case Inline(maths):
                    self._add(maths, prose.few_in_a_row(words[-NEAR:]), False)
                    self.pieces[-1].formula.asked = asked
                    tokens.append(Maths(self.pieces[-1].row, len(self.pieces) - 1))
                    words += prose.FORMULA
                    whole += prose.FORMULA
                    heard += prose.FORMULA + (". " if maths.text.rstrip().endswith(".") else "")
                    marked.append([self.pieces[-1].row])
                    behind.append((self.pieces[-1].formula, len(whole)))
                case Display(rows):
                    texts = [row.maths.text for row in rows]
                    labels = tuple(row.label for row in rows if row.label is not None)
                    lead, first = words, len(self.pieces)
                    for joined in join_rows(texts):
                        self._add(_together([rows[k].maths for k in joined]), words, True)
                        self.pieces[-1].formula.labels = labels
                        self.pieces[-1].formula.lead = lead
                        self.pieces[-1].formula.opens = len(self.pieces) == first + 1
                        tokens.append(Maths(self.pieces[-1].row, len(self.pieces) - 1, display=True))
                        words = ""
                    whole += prose.FORMULA
                    heard += prose.FORMULA + (". " if texts and texts[-1].rstrip().endswith(".") else "")
                    marked.append([piece.row for piece in self.pieces[first:]])
                    behind += [(piece.formula, len(whole)) for piece in self.pieces[first:]]
        for formula, end in behind:
            formula.rest = prose.few_in_a_row(prose.rest_of_sentence(whole[end:]))
            if formula.maths.text.rstrip().endswith(".") or (formula.display and formula.rest.lstrip()[:1].isupper()):
                formula.rest = ""  # the sentence ends with it
        self.heard.append((heard, marked))
        cut = tuple(sentences(tokens))
        self.shapes += [each for sentence in cut for each in shapes_told(sentence)]
        self.random |= {each for sentence in cut for each in values_of_variables.variables_told(sentence)}
        self.valued += [each for sentence in cut for each in values_of_variables.values_told(sentence)]
        self.with_densities += [each for sentence in cut for each in called_densities.of_variables(sentence)]
        self.alike += [each for sentence in cut for each in samples_alike.samples_alike(sentence)]
        self.called_densities |= {letter for sentence in cut for letter in called_densities.densities_called(sentence)}
        self.shaped |= shaped_names(
            called_densities.without_called(values_of_variables.without_told(without_told(sentence)))
            for sentence in cut
        )
        self.densities_on_parts += [each for sentence in cut for each in densities_on_parts.densities_said(sentence)]
        self.vectors += [each for sentence in cut for each in vectors_in_words.vectors_told(sentence)]
        self.described |= described_names(map(vectors_in_words.without_told, cut))
        self.one_hot |= one_hot_names(cut)
        for place, names in (each for sentence in cut for each in explained(sentence).items()):
            self.pieces[place].explained = names
        for place, names in (each for sentence in cut for each in amounts(sentence).items()):
            self.pieces[place].amounts = names
        if not asked:
            for k, sentence in enumerate(cut):
                self.related += events_related(sentence, tuple(token for each in cut[:k] for token in each))
                told = [
                    *laws_told(sentence),
                    *laws_of_errors(sentence),
                    *jointly_normal(sentence),
                    *laws_of_experiments(sentence, cut[k - 1] if k else ()),
                    *laws_of_dice(sentence, cut[k - 1] if k else ()),
                    *laws_of_urns(sentence, cut[:k]),
                    *functions_told(sentence),
                    *masses_told(sentence),
                ]
                understood = frozenset(place for each in told for place in each.subjects)
                self.told += [*told, *laws_unread(sentence, understood)]
                self.claimed += laws_claimed(sentence)
                self.quantities += quantities_claimed(sentence)
                self.restated |= laws_restated(sentence)
                self.sized += [*sizes_told(sentence), *(Sized((each,), ()) for each in spaces_told(sentence))]
                self.numbered += numbers_told(sentence)
                self.roles += roles_told(sentence)
                self.matrices |= matrices_named(sentence)
                self.symmetric |= symmetric_named(sentence)
                self.others |= others_named(sentence)
                self.suspected |= suspected.said(sentence)

    def _add(self, maths: Placed, words: str, display: bool) -> None:
        formula = Formula(maths, words, words, display=display, shown=self.shown, ahead=self._ahead())
        self.suspected |= suspected.ordered(maths.text)
        try:
            row = parse_row(maths.text) if self.transposing is None else self.transposing(parse_row(maths.text))
            row = densities_said(data_said(given_said(sums_said(categories_said(row)))))
            row = labels_above.labelled(row) if "^" in maths.text and _LABELS.search(maths.text) else row
            row = gradients_said(row) if "\\nabla" in maths.text else row
            self.pieces.append(Piece(formula, row, None, self.paragraphs))
        except Unread as reason:
            self.pieces.append(Piece(formula, None, reason, self.paragraphs))

    def _ahead(self) -> tuple[RowSyntax | None, ...]:
        """The last formulas of the paragraph at hand."""
        return tuple(piece.row for piece in self.pieces[-_AHEAD:] if piece.paragraph == self.paragraphs)

    @property
    def rows(self) -> list[Syntax]:
        written: list[Syntax] = [piece.row for piece in self.pieces if piece.row is not None]
        written += [row for told in self.told for row in (*told.statements, *told.ranges)]
        written += [row for told in self.alike for row in told.rows]
        return written + [statement for claimed in self.claimed for statement in claimed.told.statements]

    def independent(self, before: Sequence[Syntax]) -> Iterator[Saying]:
        """What its words say is independent; ``before`` are the rows ahead of it."""
        if not any(independence.is_mentioned(words) for words, _ in self.heard):
            return
        ahead: list[Syntax | None] = [*before]
        for words, rows in self.heard:
            yield from independence.said(words, rows, ahead)
            ahead += (row for formula in rows for row in formula)

    def in_order(self) -> Iterator[Piece]:
        """The pieces as they are to be read: what explains a name comes before the formula that it explains, and after
        the name itself where that stands alone."""
        pieces, read = self.pieces, set[int]()
        for k, piece in enumerate(pieces):
            if k in read:
                continue
            end = k + 1  # of the rows of one display none is read apart from the others
            while end < len(pieces) and pieces[end].is_further_row:
                end += 1
            after = end
            while not piece.names_only and after < len(pieces) and self._explains(k, end, after):
                after += 1
            for at in (*range(end, after), *range(k, end)):
                if at not in read:
                    read.add(at)
                    yield pieces[at]

    def _explains(self, begin: int, end: int, at: int) -> bool:
        """Whether a piece behind some rows explains a name in them, or goes on with what does."""
        rows, piece = self.pieces[begin:end], self.pieces[at]
        if piece.paragraph != rows[0].paragraph or any(_is_density_of(row, piece) for row in rows):
            return False
        if at > end and piece.is_further_row:
            return True
        about = not piece.formula.display or any(_names_part_of(row, piece) for row in rows)
        return about and (piece.explains or (at > end and piece.is_next_display))


def parts(document: Document) -> list[Part]:
    """The document cut where names may change their meaning; where its primes transpose, they are read so."""
    found = _cut(document, None)
    read = transposing(found)
    return found if read is None else _cut(document, read)


def _cut(document: Document, read: Transposing | None) -> list[Part]:
    found = [Part(None, 0, transposing=read)]
    above: list[tuple[int, str]] = []
    for block in document.blocks:
        crowded = len(found) >= MOST_PARTS
        if isinstance(block, Heading):
            title = _words(block.parts).strip(" :.*#") or None
            run_in = block.level >= RUN_IN and not crowded
            belongs = not crowded and _belongs(title or "", block.level, found[-1].level)
            goes_on = belongs or (run_in and not _EXERCISE.match(title or ""))
            level = found[-1].level if goes_on else block.level
            above = [(outer, words) for outer, words in above if outer < block.level]
            under = tuple(words for _, words in above if words)
            above.append((block.level, title or ""))
            found.append(Part(title, level, goes_on=goes_on, belongs=belongs, under=under, transposing=read))
            found[-1].shown = numbering.is_statement(title or "")
            found[-1].take(block.parts, asked="?" in (title or ""))
            continue
        first = next((p for p in block.parts if isinstance(p, Text)), None)
        number = None if first is None else numbering.number_of_part(first.text)
        if first is not None and number is not None and found[-1].pieces and not crowded:
            last = found[-1]
            asked = (
                numbering.comes_next(last.asked, first.text)
                if last.asked
                else numbering.asks_of_what_it_defines(last.words)
            )
            found.append(
                Part(last.title, last.level, goes_on=True, under=last.under, shown=last.shown, transposing=read)
            )
            found[-1].asked = first.text if asked and (not last.asked or last.paragraphs == 1) else ""
        if number and (not found[-1].number or numbering.comes_next(found[-1].number, number)):
            found[-1].number = number  # and not 1. of the steps of b)
        found[-1].take(block.parts)
    return found


def _is_density_of(declared: Piece, explaining: Piece) -> bool:
    r"""Whether a formula, f_X(x) = ..., is about the X of another, X \sim ...: no law needs that."""
    match declared.row, explaining.row:
        case RowSyntax((Statement((Syntax() as variable, _), (Sign("~"),)),)), RowSyntax((first, *_)):
            match first:
                case Statement((Multiply((Script(_, Syntax() as below), Bracket("("))), *_), (Sign("="), *_)):
                    return variable == below
    return False


def _names_part_of(named: Piece, explaining: Piece) -> bool:
    """Whether an equation is about a name that stands in another formula, or what is written there: a_n = a_0 + y, of
    Beta(a_n, b_n); L(q), KL(q || p)."""
    match explaining.row:
        case RowSyntax((Statement((Syntax() as left, Syntax()), (Sign("=" | ":="),)), *_)) if named.row is not None:
            name = name_of(left)
            if name is None:
                return any(node == left for node in named.row.walk())
            return any(name_of(node) == name for node in named.row.walk())
    return False


def _belongs(title: str, level: int, before: int) -> bool:
    """Whether what is below a heading is about what stands before it: its proof, or a step on the way."""
    if _ABOUT.match(title):
        return level >= before
    return level >= RUN_IN and not _OPENS.match(title)


def _after(tokens: list[Token], text: str) -> list[Token]:
    """The tokens of a text; one that begins with a capital letter behind a display begins a sentence."""
    behind = bool(tokens) and isinstance(last := tokens[-1], Maths) and last.display
    return [*("." if behind and text.lstrip()[:1].isupper() else ""), *words_of(text)]


def _words(pieces: tuple[Text | Inline | Display, ...]) -> str:
    return "".join(p.text if isinstance(p, Text) else p.maths.text if isinstance(p, Inline) else " " for p in pieces)


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
