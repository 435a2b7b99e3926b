"""The story of a document: its blocks in order, what each formula says there, and what is known when it is said.

Names belong to headings: a section starts from what the sections around it know and takes what it learns with it when
it ends.  Within a section the parts a), b) follow each other; a case ends where the next begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from operator import is_

from .changing import changed
from .claims import estimates
from .context import Context
from .files.source import Document
from .laws import normalised, stated_likelihoods
from .lines import Chain
from .meaning import Meaning
from .parts import Part, parts
from .probability import events
from .probability.sample_moments import SampleMoments
from .shapes import suspected, told_shapes
from .shapes.evidence import shapes
from .shapes.shapes import Shapes
from .stretch import Stretch
from .syntax import Syntax, Unread
from .terms import cases
from .told import told_later
from .told.declared import declare_all
from .told.elsewhere import Elsewhere
from .told.grants import grant
from .uses.survey import survey
from .uses.uses import Survey
from .words import particular_indices, prose
from .words.counted_in_words import no_counts


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

    def chains(self) -> list[Chain]:
        """The chains of lines, one for each stretch of the document that has mathematics."""
        found = list(self._chains())
        told_later.put_in_doubt(found)
        return found

    def _chains(self) -> Iterator[Chain]:
        whole = parts(self.document)
        layout = any(prose.speaks_of_numerator_layout(part.words) for part in whole)
        tied = events.ties(row for part in whole for row in part.rows)
        stack = [_Open(-1, Context(elsewhere=self._elsewhere, numerator_layout=layout, event_ties=tied), [], 0)]
        headed = cases.of_parts(whole)
        alone = particular_indices.particular(piece for part in whole for piece in part.pieces)
        for number, part in enumerate(whole, 1):
            if not part.goes_on:
                while stack[-1].level >= part.level and len(stack) > 1:
                    self._elsewhere.learn(stack.pop().context)
            around = stack[-1]
            rows = [*around.rows, *part.rows]
            about = takewhile(lambda p: p.belongs, whole[number:])  # names are used in one way in a statement and proof
            used = [*rows, *(row for p in about for row in p.rows)]
            surveyed = survey(used)
            context = around.context.inner(
                surveyed.copy(), part.words, part.said.shaped, part.said.described, part.said.roles
            )
            context.title = part.title or ""
            context.called_densities |= part.said.called_densities
            told_shapes.enter(context, part.said.shapes)
            if not any(head.startswith("F_") for head in context.survey.heads()):  # else they are known by these
                context.survey.random |= part.said.random
            context.survey.particular = alone
            said = list(part.independent(around.rows))
            context.independent = (*around.context.independent, *(each for each in said if not each.clause))
            context.independent_if = tuple(each for each in said if each.clause)
            if not part.belongs:
                context.hypotheses = [h for h in context.hypotheses if h not in around.context.of_part]
            if part.belongs:
                context.of_part = set(around.context.of_part)
                context.assumed, context.own = list(around.context.assumed), set(around.context.own)
                context.lingering, context.wanted = set(around.context.lingering), set(around.context.wanted)
            context.matrices |= part.said.matrices
            context.others |= part.said.others
            context.suspected |= part.said.suspected
            self._assume_all(context, used)
            if not part.goes_on:
                together = [part, *takewhile(lambda p: p.goes_on, whole[number:])]
                found = self._shapes(together, around, surveyed, used)
            context.survey.counting |= found.sizes
            context.survey.varied |= found.varied
            if not prose.speaks_of_real_numbers(context.said):
                context.survey.counting |= context.survey.whole.difference(no_counts(part.pieces))
            if part.goes_on and len(stack) > 1:
                stack[-1] = _Open(around.level, context, rows, around.number)
            else:
                stack.append(_Open(part.level, context, rows, number))
            if part.pieces:
                m, scope = Meaning(context, found), tuple(s.number for s in stack)
                heading = headed.get(number - 1)
                case = cases.CaseAtHand() if heading is None else cases.CaseAtHand.headed(m, heading)
                stretch = Stretch(part, m, case, self._lost)
                lines = [changed(line, scope=scope, particular=alone) for line in stretch.lines(around.rows)]
                lines = list(normalised.judged(m, lines, stretch.no_lines.found))
                moments = SampleMoments(m)
                lines = list(estimates.judged(m, moments, list(stated_likelihoods.judged(m, moments, lines))))
                yield Chain(part.title, lines, part.under, part.number, tuple(stretch.no_lines.found))

    def _shapes(self, stretch: list[Part], around: _Open, surveyed: Survey, used: list[Syntax]) -> Shapes:
        """The shapes of the names in all the parts under one heading: they are the same in each.

        ``surveyed`` is the survey of the rows ``used``, which mostly are those of these parts.
        """
        rows = [*around.rows, *(row for part in stretch for row in part.rows)]
        same = len(rows) == len(used) and all(map(is_, rows, used))
        context = around.context.inner(surveyed if same else survey(rows))
        for part in stretch:
            context.called_densities |= part.said.called_densities
            context.matrices |= part.said.matrices
            context.others |= part.said.others
            context.suspected |= part.said.suspected
            declare_all(part, context)
        found = shapes(rows, context, " ".join(part.words for part in stretch))
        vectors = [name for name, what in context.others.items() if what == "a vector"]
        found.varied = frozenset(context.survey.varied)
        found.suspected = suspected.shown(rows, context.suspected, vectors)
        return found

    def _assume_all(self, context: Context, rows: list[Syntax]) -> None:
        for text in self._assuming:
            try:
                self.notes += grant(context, text, rows)
            except Unread as reason:
                raise UnreadAssumption(f"the assumption {text!r} is not read: {reason.reason}") from None
