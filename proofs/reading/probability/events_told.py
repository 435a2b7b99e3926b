r"""Which equations tell something of events, "with $P(A) = 0.01$ and $P(B | A) = 0.99$", and which claim it."""

from __future__ import annotations

import re
from dataclasses import replace

from ... import language as L
from ..lines import Line
from ..threads import Formula
from ..words import cases_in_words, claiming, giving, prose, retelling
from .events import tells

_GIVES = re.compile(
    r"\b(given( that)?|(is|are) given( by)?|(is|are) known|we (know|are told|are given)( that)?|"
    r"(have|has|had)( the)?( following)? probabilit(y|ies))\W*$"
)

# $P(A) = P(B) = \\frac14$, which is no computation
_ALIKE = re.compile(
    r"\s*(\\?\w+|\\math\w+\{?\w\}?)\s*\(\s*[A-Z](_\{?\w+\}?)?\s*\)\s*(=\s*\1\s*\(\s*[A-Z](_\{?\w+\}?)?\s*\)\s*)+=[^=]*$"
)

# "We have $P(A) = 0.4$ and $P(B) = 0.6$": what nothing was said for before is told, whatever follows from it.
_HAVE = re.compile(r"\W*(\w{1,2}[).] ?)?(now |here |moreover )?we (also )?have\b")
_CONCLUDES = re.compile(r"\b(so|hence|thus|therefore|then|follows|implies|by|using|since|because|as|from|get|obtain)\b")

_BY = re.compile(r"\W*(by|using|applying|from)\b(?! (assumption|hypothesis|definition|construction))")  # Bayes' theorem

_EXPLAINS = re.compile(r"\b(where|recall( that)?|using( the fact)?( that)?)\W*$")


def is_told(line: Line, formula: Formula, beside: tuple[L.Node, ...]) -> bool:
    """Whether a line gives a probability a value, which later lines may use: within a sentence that concludes nothing,
    or in a display that words let be so.  ``beside`` is what the sentence told so far."""
    if line.kind != "step" or line.claim is None or not isinstance(line.claim.statement, L.Relation):
        return False
    if not (line.first or _ALIKE.match(formula.maths.text)):
        return False
    if not tells(line.claim.statement) or formula.asked:
        return False
    if not formula.display:
        clause = re.split(r"[,;]", formula.words)[-1]
        if (
            claiming.is_no_claim(clause)
            or claiming.is_question(formula.words)
            or _BY.match(prose.sentence(formula.words))
        ):
            return False
        return not claiming.is_concluded(formula.words) or _is_first_said(line, formula, beside)
    words = formula.lead
    let = giving.is_let(words) or giving.is_supposition(words) or _GIVES.search(prose.sentence(words)) is not None
    return let and claiming.is_told(words)


def _is_first_said(line: Line, formula: Formula, beside: tuple[L.Node, ...]) -> bool:
    """Whether a sentence has a probability and draws it from nothing: no equation before it is about such events."""
    said = prose.sentence(formula.words)
    if not _HAVE.match(said) or _CONCLUDES.search(said) or line.claim is None:
        return False
    before = [h for h in line.claim.hypotheses if isinstance(h, L.Relation) and h not in beside]
    return not any(L.is_of_events(name) for h in before for name in h.free)


class ToldInSentence:
    """What a sentence that lets something be so has told so far: it may be about other events of the same names."""

    def __init__(self) -> None:
        self._sentence = ""
        self._told: tuple[L.Node, ...] = ()

    def beside(self, formula: Formula) -> tuple[L.Node, ...]:
        """What the sentence that a formula stands in has told before it."""
        words = prose.sentence(formula.lead if formula.display else formula.words)
        return self._told if self._sentence and words.startswith(self._sentence) else ()

    def learn(self, line: Line, formula: Formula) -> Line:
        """A line that tells something, as what the sentence around it makes of that."""
        words = formula.lead if formula.display else formula.words
        let = giving.is_let(words) or giving.is_supposition(words) or cases_in_words.is_conditional_sentence(words)
        beside, sentence = self.beside(formula), prose.sentence(words)
        self._sentence = sentence
        assert line.claim is not None
        self._told = (*beside, line.claim.statement)
        explains = claiming.is_reason(words) or _EXPLAINS.search(sentence)  # "Since $P(A) = 1$": of the events before
        anew = "before" if let or (giving.is_given(words) and not explains) else ""
        chosen = retelling.chooses(words, formula.rest) and not retelling.is_conditional(words, formula.rest)
        return replace(line, posed=True, again=anew, told_beside=beside, anew=chosen)


__all__ = ["ToldInSentence", "is_told"]
