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

_EXPLAINS = re.compile(r"\b(where|recall( that)?|using( the fact)?( that)?)\W*$")


def is_told(line: Line, formula: Formula) -> bool:
    """Whether a line gives a probability a value, which later lines may use: within a sentence that concludes nothing,
    or in a display that words let be so."""
    if line.kind != "step" or line.claim is None or not isinstance(line.claim.statement, L.Relation):
        return False
    if not (line.first or _ALIKE.match(formula.maths.text)):
        return False
    if not tells(line.claim.statement) or formula.asked:
        return False
    if not formula.display:
        clause = re.split(r"[,;]", formula.words)[-1]
        return not (
            claiming.is_concluded(formula.words) or claiming.is_no_claim(clause) or claiming.is_question(formula.words)
        )
    words = formula.lead
    let = giving.is_let(words) or giving.is_supposition(words) or _GIVES.search(prose.sentence(words)) is not None
    return let and claiming.is_told(words)


class ToldInSentence:
    """What a sentence that lets something be so has told so far: it may be about other events of the same names."""

    def __init__(self) -> None:
        self._sentence = ""
        self._told: tuple[L.Node, ...] = ()

    def learn(self, line: Line, formula: Formula) -> Line:
        """A line that tells something, as what the sentence around it makes of that."""
        words = formula.lead if formula.display else formula.words
        let = giving.is_let(words) or giving.is_supposition(words) or cases_in_words.is_conditional_sentence(words)
        sentence = prose.sentence(words)
        if not sentence.startswith(self._sentence) or not self._sentence:
            self._told = ()
        self._sentence, beside = sentence, self._told
        assert line.claim is not None
        self._told = (*beside, line.claim.statement)
        explains = claiming.is_reason(words) or _EXPLAINS.search(sentence)  # "Since $P(A) = 1$": of the events before
        anew = "before" if let or (giving.is_given(words) and not explains) else ""
        chosen = retelling.chooses(words, formula.rest) and not retelling.is_conditional(words, formula.rest)
        return replace(line, posed=True, again=anew, told_beside=beside, anew=chosen)


__all__ = ["ToldInSentence", "is_told"]
