"""What the words of a part tell, of laws, matrices, numbers and functions, and what they claim.

Every kind of saying has a reader of its own, which is given a sentence as tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..claims.quantities_claimed import QuantityClaimed, quantities_claimed
from ..laws import called_densities, densities_on_parts, samples_alike
from ..laws.bivariate_normals import jointly_normal
from ..laws.densities_of_laws import densities_of_laws
from ..laws.errors_in_words import laws_of_errors
from ..laws.law_clauses import Told
from ..laws.laws_claimed import LawClaimed, laws_claimed
from ..laws.laws_in_words import laws_told, laws_unread
from ..laws.laws_restated import laws_restated
from ..pieces import Piece
from ..probability import counts_of_data, values_of_variables
from ..probability.dice import laws_of_dice
from ..probability.events_in_words import Related, events_related
from ..probability.experiments import laws_of_experiments
from ..probability.masses_in_words import masses_told
from ..probability.urns import laws_of_urns
from ..shapes import suspected, vectors_in_words
from ..shapes.matrices_in_words import matrices_named, others_named, symmetric_named
from ..shapes.shaped import shaped_names
from ..shapes.sizes_in_words import Sized, sizes_told
from ..shapes.spaces_in_words import spaces_told
from ..shapes.told_shapes import Shaped, shapes_told, without_told
from ..shapes.unit_vectors import one_hot_names
from ..syntax import Bracket, Syntax
from ..terms.functions_in_words import functions_told
from ..words.explained import amounts, explained
from ..words.roles_in_words import Role, roles_told
from ..words.sentences import Sentence, has_formula
from .described import described_names
from .numbers_in_words import Numbered, numbers_told


@dataclass
class Said:
    """What the sentences tell that were heard."""

    laws: list[Told] = field(default_factory=list)  # what they say of laws
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
    counts: list[counts_of_data.Count] = field(default_factory=list)  # letters that they call counts of data
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

    def hear(self, cut: Sequence[Sentence], pieces: Sequence[Piece], asked: bool) -> None:
        """Take up what the sentences of a paragraph tell; of those that ask something, only what letters are.

        What they tell, they tell of formulas: in a paragraph without one, as most headings are, only of how events are
        related, and of the data as a whole; and nothing in a display without a word.
        """
        if not any(isinstance(token, str) for sentence in cut for token in sentence):
            return
        if not asked:
            for k, sentence in enumerate(cut):
                self.related += events_related(sentence, tuple(token for each in cut[:k] for token in each))
        self.described |= described_names(map(vectors_in_words.without_told, cut))
        heard = [(k, sentence) for k, sentence in enumerate(cut) if has_formula(sentence)]
        if not heard:
            return
        self.shaped |= shaped_names(
            called_densities.without_called(values_of_variables.without_told(without_told(sentence)))
            for sentence in cut
        )
        self.one_hot |= one_hot_names(cut)
        for k, sentence in heard:
            self._hear_of_letters(sentence, pieces)
            if not asked:
                self._hear_of_laws(sentence, cut[:k])

    def _hear_of_letters(self, sentence: Sentence, pieces: Sequence[Piece]) -> None:
        """What a sentence tells of what letters are."""
        self.shapes += shapes_told(sentence)
        self.random.update(values_of_variables.variables_told(sentence))
        self.valued += values_of_variables.values_told(sentence)
        self.with_densities += called_densities.of_variables(sentence)
        self.alike += samples_alike.samples_alike(sentence)
        self.called_densities.update(called_densities.densities_called(sentence))
        self.densities_on_parts += densities_on_parts.densities_said(sentence)
        self.vectors += vectors_in_words.vectors_told(sentence)
        for place, names in explained(sentence).items():
            pieces[place].explained = names
        for place, names in amounts(sentence).items():
            pieces[place].amounts = names

    def _hear_of_laws(self, sentence: Sentence, ahead: Sequence[Sentence]) -> None:
        """What a sentence tells and claims of laws, spaces and roles; ``ahead`` are the sentences before it."""
        before = ahead[-1] if ahead else ()
        told = [
            *laws_told(sentence),
            *densities_of_laws(sentence),
            *laws_of_errors(sentence),
            *jointly_normal(sentence),
            *laws_of_experiments(sentence, before),
            *laws_of_dice(sentence, before),
            *laws_of_urns(sentence, ahead),
            *functions_told(sentence),
            *masses_told(sentence),
        ]
        understood = frozenset(place for each in told for place in each.subjects)
        self.laws += [*told, *laws_unread(sentence, understood)]
        self.counts += counts_of_data.counts_told(sentence)
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


__all__ = ["Said"]
