"""A stretch of the document, read piece by piece: what each formula says there, with what is known when it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .. import language as L
from .changing import changed
from .claims import (
    at_values,
    behind,
    displays,
    following_orders,
    headed_sentences,
    points_in_words,
    set_to_zero,
    solved_below,
    stating_linear,
    stating_quantities,
    stationary_points,
    values_in_words,
)
from .claims.assertions import Assertions
from .claims.chain_reader import ChainReader
from .claims.claims import Claims
from .claims.in_sentences import SentenceReader
from .claims.no_lines import NoLines
from .claims.reading_order import in_order
from .claims.several_values import SeveralValues
from .claims.solutions_listed import SolutionsListed
from .faults import FAULTS, reason_of
from .laws import (
    called_densities,
    class_models,
    densities_named,
    densities_on_parts,
    factors_written,
    moments_said,
    order_statistics,
    posteriors_in_words,
    same_laws,
    stating_laws,
    told_alike,
    told_blocks,
)
from .lines import Line
from .meaning import Meaning
from .names import name_of
from .parts import Part
from .pieces import Piece
from .probability import (
    hanging_together,
    independence,
    poisson_processes,
    probabilities_listed,
    said_of_variables,
    values_of_variables,
)
from .probability.related_events import RelatedEvents
from .shapes import definite, told_shapes, vectors_in_words
from .syntax import Syntax, Unread
from .terms.cases import CaseAtHand
from .told import declarations as say
from .told import probability_vectors, properties, set_aside
from .told.declared import declare_all
from .told.told import Telling
from .uses import bits
from .words import cases_in_words, claiming, giving, names_in_words, of_some, words_behind

_REFERENCE = re.compile(r"\\(?:eq|c|auto)?ref\s*\{?\s*([^{}\s\\,]+)")


class Stretch:
    """Reads the pieces of a part in order; ``lost`` are the labels of displays that were not read as a whole."""

    def __init__(self, part: Part, m: Meaning, case: CaseAtHand, lost: set[str]) -> None:
        self.part = part
        self.m = m
        self.case = case
        self.lost = lost
        self.claims = Claims(m, constant_in=_constant_in(part))
        self.chains = ChainReader(Assertions(self.claims), asked=bool(part.asked))
        self.sentences = SentenceReader(self.chains, case)
        self.listed = SolutionsListed(self.chains)
        self.several = SeveralValues(self.chains)
        self.no_lines = NoLines(m)
        self._headed = headed_sentences.HeadedSentence()
        self._arrows = following_orders.Arrows()
        self._entropic = any(use.head in ("H", "I", "h") for use in m.context.survey.applications)
        self._lists_probabilities = probability_vectors.are_spoken_of(part.words)

    def lines(self, before: Sequence[Syntax]) -> Iterator[Line]:
        """Its lines; ``before`` are the rows ahead of it."""
        part, m, context = self.part, self.m, self.m.context
        declare_all(part, context)
        say.assume_signs(m, part.said.numbered)
        for letter, where in part.said.densities_on_parts:
            densities_on_parts.learn(m, letter, where)
        values_of_variables.assume(m, part.said.valued)
        vectors_in_words.assume(m, part.said.vectors, part.rows)
        definite.assume(m, part)
        told_shapes.assume_of_maps(context)
        told_blocks.learn(m, part.rows, part.words)
        moments_said.learn(m, [*(each for told in part.said.laws for each in told.statements), *part.rows])
        class_models.begin(m, part.rows)
        independence.settle(context, ((piece.formula.words, piece.formula.rest) for piece in part.pieces))
        telling, related = Telling(part, before), RelatedEvents()
        place = {id(piece): k for k, piece in enumerate(part.pieces)}
        last, latest = None, 0
        for piece in in_order(part.pieces):
            further = last is not None and place[id(piece)] > latest
            if further and not set_aside.goes_on(part.pieces[latest], piece):
                self.case.leave_place(context, piece)
            set_aside.between(m, last, piece)
            last = piece
            self.sentences.was_explained = place[id(piece)] < latest
            latest = max(latest, place[id(piece)])
            telling.learn(piece, m)
            for each in part.said.with_densities:
                if each.place == place[id(piece)]:
                    called_densities.learn(m, each)
            for alike in part.said.alike:
                if alike.place == place[id(piece)]:
                    told_alike.learn(m, alike)
            related.begin(m, part, place[id(piece)])
            self.case.next_formula()
            self._headed.begin(piece, context, self.case.of_part)
            self.chains.asked &= piece.paragraph == 1
            self.no_lines.begin()
            found = list(self._lines(piece, place[id(piece)]))
            self.no_lines.end(
                piece, found, self.chains.take_left_out(), self._is_said_elsewhere(piece, place[id(piece)])
            )
            yield from map(related.meant, found)
        set_aside.end(m)

    def _lines(self, piece: Piece, at: int) -> Iterator[Line]:
        part = self.part
        assumed = list(self.m.context.assumed)
        points_in_words.learn(self.m, part.pieces, at)
        self._hear(piece, at)
        if piece.row is None:
            self.lost.update(piece.formula.labels)
            yield from self.chains.unread(piece)
            return
        properties.learn(self.m, self.part, at)
        densities_named.learn(self.m, self.part.pieces, at)
        factors_written.learn(self.m, self.part.pieces, at)
        if self._lists_probabilities:
            probability_vectors.learn(self.m, piece)
        order_statistics.learn(self.m, piece)
        poisson_processes.learn(self.m, self.part.pieces, at)
        if self._entropic:
            following = part.pieces[at + 1] if at + 1 < len(part.pieces) else None
            said_of_variables.learn(self.m.context, piece, following)
            probabilities_listed.learn(self.m, piece, following)
        if self._is_said_elsewhere(piece, at) or (self._entropic and hanging_together.learn(self.m.context, piece)):
            return
        self.chains.told.spoken = part.said.restated.get(at)
        found = [*set_to_zero.spoken(self.chains, piece)]
        read = [] if stating_quantities.is_event(part, at) else self._read(piece, at)
        found += set_to_zero.by_variable(self.chains, piece, read)
        found += stationary_points.lines_of(self.chains, piece, found)
        found += stating_laws.lines_of(self.chains.told, part, at)
        found += stating_quantities.lines_of(self.chains, part, at)
        found = stating_linear.with_clauses(self.chains, part.pieces, at, found)
        self._headed.end(piece, assumed, self.m.context, found)
        ended = behind.ended_with(piece, self.claims.conditions.under, {line.kind for line in found})
        self.m.context.lingering |= ended
        if any(line.kind == "unread" or line.symbol == ":" for line in found):  # ":" puts to a test, says nothing
            self.lost.update(piece.formula.labels)
        yield from (self._in_its_place(line, piece, at) for line in found)

    def _is_said_elsewhere(self, piece: Piece, at: int) -> bool:
        """Whether what a piece supposes is known: it heads the part, or is the condition of a claim before it, or what
        a law is given of which the sentence speaks, or that a density is zero where it is not said to live."""
        conditional = id(piece) in self.claims.conditions.said_by or posteriors_in_words.is_condition(piece)
        conditional |= densities_named.is_zero_elsewhere(self.m, piece)
        return (bool(self.case.of_part) and at == 0) or conditional

    def _hear(self, piece: Piece, at: int) -> None:
        """What the words before a formula say of what is known there."""
        context, words = self.m.context, piece.formula.words
        if (named := names_in_words.named_in_words(words)) is not None:
            context.fog.setdefault(named, "words say what it is")
        if at in self.part.same:
            same_laws.suppose_all(context, self.m)
        refuted = cases_in_words.is_after_contradiction(words)
        if refuted or cases_in_words.is_otherwise(words):
            self.case.leave(context)
            self.claims.above.equation = None
        if cases_in_words.changes_a_value(words) and piece.row is not None:  # up to the end of its sentence
            for name in {name_of(node) for node in piece.row.walk()} & context.values.keys():
                set_aside.keep(context, name or "")
        independence.begin(context, words, piece.formula.rest)
        if independence.is_denied(words):
            set_aside.forget_independence(context, piece)
        elif independence.is_dropped(words):
            set_aside.drop_independence(context)
        if refuted:
            context.take_back()

    def _read(self, piece: Piece, at: int) -> list[Line]:
        conditions, pieces = self.claims.conditions, self.part.pieces
        piece = posteriors_in_words.as_statement(self.m, pieces, at)
        piece = piece if piece is not pieces[at] else values_in_words.as_equation(self.m, pieces, at)
        if piece.row is not None:
            self.m.logarithms = bits.written_in(piece.row, piece.formula)
        try:
            conditions.learn(self.m, pieces, at)
            with conditions.bound_anew(self.m, pieces, at):
                display = piece.formula.display
                for values in (self.listed, self.several):
                    if (found := values.lines(pieces, at)) is not None:
                        return found
                led = self._arrows.begin(pieces, at)
                return list(
                    displays.lines_of(self.chains, led, self._arrows) if display else self.sentences.lines(piece)
                )
        except Unread as reason:
            return list(self.chains.unread(replace(piece, why=reason)))
        except FAULTS as fault:
            return list(self.chains.unread(replace(piece, why=Unread(reason_of(fault), (0, 0)))))

    def _somewhere(self, piece: Piece, at: int) -> str:
        """The words by which a formula is said to hold somewhere, and not everywhere."""
        said = of_some.somewhere(piece.formula.words, piece.formula.rest)
        return said or at_values.listed(self.part.pieces, at)

    def _in_its_place(self, line: Line, piece: Piece, at: int) -> Line:
        """A line with what its formula as a whole says of it."""
        words = piece.formula.words
        shown = (piece.formula.shown or claiming.is_shown(words)) and not giving.is_let(words)
        other = tuple(name for name in sorted(piece.explained) if self.m.context.is_parameter(name))
        other += tuple(sorted(piece.amounts - line.sizes))
        if cases_in_words.changes_a_value(words):
            if line.kind == "definition":
                return replace(line, kind="unread", why="what is made of the new value was not read", defines=None)
            other += tuple(sorted(line.written & self.m.context.values.keys()))
        values = self.m.context.values  # an entry, x_1, is made of x; a number x has none: x_1 is another one
        entries = {stem for stem in line.stems if stem not in values or not L.is_scalar(values[stem])}
        return changed(
            line,
            every=piece.holds_for_all,
            shown=shown,
            written=frozenset(self.m.context.made_of(line.written | entries)),
            solved_by=solved_below.solutions(self.m, self.part.pieces, at, line),
            explained_behind=words_behind.is_explained(piece.formula.after),
            words="" if words_behind.is_subject(piece.formula.rest) else line.words,
            fog=(*line.fog, *other),
            somewhere="" if line.claim is None else self._somewhere(piece, at),
            presumes=None if piece.presumes is None or line.claim is not None else L.Claim((), piece.presumes),
            cites=tuple(label for label in _REFERENCE.findall(line.note or "") if label in self.lost),
        )


_CONSTANT = re.compile(r"const[^.]*(\.[^.]*)?(w\.?\s?r\.?\s?t\.?|with respect to|independent of|depend(s|ing)? on)\s*$")


def _constant_in(part: Part) -> Syntax | None:
    """What the constants of the stretch do not depend on, where its words say so: const. with respect to q_j."""
    for piece in part.pieces:
        if piece.row is not None and not piece.formula.display and _CONSTANT.search(piece.formula.words[-160:].lower()):
            (statement, *_) = piece.row.statements
            if not statement.relations:
                return statement.expressions[0]
    return None


__all__ = ["Stretch"]
