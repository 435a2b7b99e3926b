"""The parts of a document: stretches in which a name means one thing, each with its mathematics in order.

Names belong to headings; within a section the parts a), b) follow each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from .claims import operations_in_words
from .files import numbering
from .files.source import Display, Document, Heading, Inline, Place, Placed, Text
from .grammar.parser import join_rows, parse_row
from .laws import laws_in_plain_letters, same_laws
from .laws.densities_at_random import as_means_over_places
from .laws.drawn import densities_said
from .laws.listed_categories import categories_said
from .laws.listed_data import data_said
from .laws.whole_data import given_said
from .pieces import Piece
from .probability import chances_of_events, independence, probabilities_in_words
from .probability.independence import Saying
from .probability.measures_written import measures_said
from .shapes import suspected
from .shapes.marked_data import marked_data
from .shapes.transposed_gradients import gradients_said
from .syntax import RowSyntax, Syntax, Unread
from .terms.combined_functions import functions_said
from .terms.dotted_sums import sums_said
from .threads import Formula
from .told.said import Said
from .uses import labels_above, sequences
from .uses.primes import transposing
from .words import clauses_apart, letters_in_words, orders_in_words, prose
from .words.sentences import Maths, Token, sentences, words_of

_NEAR = 2000  # characters of the words before a formula
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
_COMBINED = re.compile(r"\)\s*'|\)\s*\^\{?\\prime|\\circ")
_MEASURES = re.compile(r"P(r(ob)?)?\}? ?(\\left ?)?(\[|\\\{)|Prob\b")
_LABELS = re.compile(r"\\pi|\\chi")

_SYSTEMS = ("cases", "dcases")
_SEPARATED = re.compile(r"[\s,;]*(and|or)?\s*")


Change = Callable[[RowSyntax], RowSyntax]


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
    said: Said = field(default_factory=Said)  # what its words tell
    asked: str = ""  # the number in a list of what a new word asks for: of a metric, (a), (b), (c)
    changes: tuple[Change, ...] = ()  # of what is written in a way that only the whole document shows
    same: list[int] = field(default_factory=list)  # the pieces before which they say that distributions are the same
    heard: list[tuple[str, list[list[RowSyntax | None]]]] = field(default_factory=list)
    """Of each paragraph the words, and the rows of each formula that is marked in them."""

    def take(self, parts: tuple[Text | Inline | Display, ...], asked: bool = False) -> None:
        """The mathematics of a paragraph, with the words before each piece."""
        words = whole = heard = ""
        system: str | None = None  # what the words say of the system of equations right before
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
                    self._add(maths, prose.few_in_a_row(words[-_NEAR:]), False)
                    self.pieces[-1].formula.asked = asked
                    tokens.append(Maths(self.pieces[-1].row, len(self.pieces) - 1))
                    words += prose.FORMULA
                    whole += prose.FORMULA
                    heard += prose.FORMULA + (". " if maths.text.rstrip().endswith(".") else "")
                    marked.append([self.pieces[-1].row])
                    behind.append((self.pieces[-1].formula, len(whole)))
                case Display(rows, environment):
                    texts = [row.maths.text for row in rows]
                    labels = tuple(row.label for row in rows if row.label is not None)
                    another = environment in _SYSTEMS and system is not None and _SEPARATED.fullmatch(words)
                    lead, first = system if another and system is not None else words, len(self.pieces)
                    system = lead if environment in _SYSTEMS else None
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
        self.said.hear(cut, self.pieces, asked)

    def _add(self, maths: Placed, words: str, display: bool) -> None:
        formula = Formula(maths, words, words, display=display, shown=self.shown, ahead=self._ahead())
        self.said.suspected |= suspected.ordered(maths.text)
        try:
            row = parse_row(maths.text)
            for change in self.changes:
                row = change(row)
            row = densities_said(data_said(given_said(sums_said(categories_said(row)))))
            row = labels_above.labelled(row) if "^" in maths.text and _LABELS.search(maths.text) else row
            row = gradients_said(row) if "\\nabla" in maths.text else row
            row = functions_said(row) if _COMBINED.search(maths.text) else row
            row = measures_said(row) if _MEASURES.search(maths.text) else row
            self.pieces.append(Piece(formula, row, None, self.paragraphs))
        except Unread as reason:
            self.pieces.append(Piece(formula, None, reason, self.paragraphs))

    def _ahead(self) -> tuple[RowSyntax | None, ...]:
        """The last formulas of the paragraph at hand."""
        return tuple(piece.row for piece in self.pieces[-_AHEAD:] if piece.paragraph == self.paragraphs)

    @property
    def rows(self) -> list[Syntax]:
        written: list[Syntax] = [piece.row for piece in self.pieces if piece.row is not None]
        written += [row for told in self.said.laws for row in (*told.statements, *told.ranges)]
        written += [row for told in self.said.alike for row in told.rows]
        return written + [statement for claimed in self.said.claimed for statement in claimed.told.statements]

    def independent(self, before: Sequence[Syntax]) -> Iterator[Saying]:
        """What its words say is independent; ``before`` are the rows ahead of it."""
        if not any(independence.is_mentioned(words) for words, _ in self.heard):
            return
        ahead: list[Syntax | None] = [*before]
        for words, rows in self.heard:
            yield from independence.said(words, rows, ahead)
            ahead += (row for formula in rows for row in formula)


def parts(document: Document) -> list[Part]:
    """The document cut where names may change their meaning.

    Where its primes transpose, or its data carry their index above, they are read so; and sequences as they are summed.
    """
    found = _cut(document, ())
    rows = (piece.row for part in found for piece in part.pieces if piece.row is not None)
    asked = (transposing(found), marked_data(found), sequences.of_each(rows))
    changes = tuple(change for change in asked if change is not None)
    found = _cut(document, changes) if changes else found
    for part in found:
        as_means_over_places(part.pieces)
    return found


def _cut(document: Document, changes: tuple[Change, ...]) -> list[Part]:
    found = [Part(None, 0, changes=changes)]
    above: list[tuple[int, str]] = []
    offered = False  # the choices of a question follow
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
            found.append(Part(title, level, goes_on=goes_on, belongs=belongs, under=under, changes=changes))
            found[-1].shown = numbering.is_statement(title or "")
            found[-1].take(block.parts, asked="?" in (title or ""))
            offered = numbering.offers_choices(title or "")
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
                Part(last.title, last.level, goes_on=True, under=last.under, shown=last.shown, changes=changes)
            )
            found[-1].asked = first.text if asked and (not last.asked or last.paragraphs == 1) else ""
        if number and (not found[-1].number or numbering.comes_next(found[-1].number, number)):
            found[-1].number = number  # and not 1. of the steps of b)
        words = "".join(p.text for p in block.parts if isinstance(p, Text))
        choice = offered and numbering.is_choice(words)
        offered = choice or numbering.offers_choices(words)
        found[-1].take(block.parts, asked=choice)
    return found


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
