"""What a sentence denies, doubts or asks: ``It is not true that $x = 2$``, ``$x > 0$ may fail``, ``Is $x > 0$?``.

A formula in such words is none of the author's claims, and nothing follows from it.
"""

from __future__ import annotations

import re

from ..threads import Formula
from .prose import ONE, sentence

_NOT = r"(not|n['\N{RIGHT SINGLE QUOTATION MARK}]t|never)"
_FALSE = (
    r"(false|wrong|incorrect|untrue|invalid|impossible|absurd|nonsense|unlikely|doubtful|"
    r"a (mistake|fallacy|misconception|contradiction))"
)
_BEFORE = re.compile(  # right before the formula
    "|".join((
        rf"\b{_NOT}",
        r"\b(contradict(s|ing)?|contradict(ory|ion) (to|with))( (the|our) (assumption|hypothesis|fact))?( that)?",
        rf"{_NOT} (yet )?(be )?(true|so|right|correct|valid|the case|mean|imply|say|follow|know|assume|suppose|"
        r"require|need|have)( that)?",
        rf"(?<!not )\b{_FALSE} (that|to (say|claim|assume|think|believe|write|conclude)( that)?)",
        rf"\b({_FALSE}|mistaken|naive) (\w+ )?(answer|solution|result|formula|claim|statement|version|line|step|guess)"
        r"\W*",
        r"\b(we|i) reject|\breplac(e[sd]?|ing)|\b(the )?difference between|\bdisprove( that)?",
        r"\b(a|one|some|another|your|the|my) (\w+ )?(student|pupil|friend|classmate|colleague|reader)s? "
        r"((now|then|once) )?(writes?|wrote|claim(s|ed)?|says?|said|argues?|argued|believes?|concluded?s?|gets?|got)"
        r"( that)?",
        r"\b(deny|denies|doubt\w*|no (reason|guarantee|evidence))\b[^,;:]*\bthat",
        r"\b(check|see|ask|wonder|decide|test|unclear|unknown|determine|verify)\w* if",
        r"\b((one|you|someone|students?|people) (might|may|could) (first |naively )?(think|expect|guess|believe|hope|"
        r"suspect)|tempt\w+ to \w+|(wrongly|mistakenly|naively|falsely|incorrectly) \w+|"
        r"(common|usual|typical|frequent|tempting) (mistake|error|fallacy|misconception|pitfall))\b[^,;.]*",
        r"\b(there (is|are|exists?)|has|have) no\b[^.;:,]*\b(with|such that|so that|for which|satisf\w+|to|of)",
        r"\b(whether( or not)?|neither|unless|instead of|rather than|contrary to [^;:]*,)",
        r"\b(neither|whether)\b[^.;:]*\b(n?or|and)",
        r"\bunless (the|its|this) [^,;:.]*",
        r"\b(drop(s|ped|ping)?|ignor(e|es|ed|ing)|without|relax(es|ed|ing)?|remov(e|es|ed|ing)|neglect(s|ed|ing)?|"
        r"omit(s|ted|ting)?|forget(ting)?( about)?)( (the|this|our|any|all))?( [\w-]+){0,2} "
        r"(constraint|condition|requirement|restriction|assumption)s?( that)?",
    )).join(("(", r")\s*$"))
)  # fmt: skip
_NEGATED = re.compile(
    r"\W*((suppose|assume|so|but|and|now|hence|thus|then|first|that)\W+)*it is (not|never) (the case|true|so) that\s*"
)
_AFTER = re.compile(  # right behind it
    rf"\W*((which|that|this|it|but|however|as|always)\W+)*((is|are|was|were|would be|seems?|must be) )?({_FALSE}\b|"
    rf"{_NOT} (always )?(true|so|right|correct|valid|satisfied|fulfilled|met|possible|allowed|admissible|the case|"
    r"granted|guaranteed|assumed|known|a solution|needed|required|necessary)\b|(is|are|would be) (also |only |merely )?"
    r"(sufficient|enough|redundant|superfluous)\b|"
    r"should (rather |instead )?(read|be|say|have been)\b|or (give|find|provide|state) an? counter-?example|"
    r"(has|have) (no|at most|infinitely many|exactly) (\w+ ){0,3}(solutions?|roots?|zeros?)\b|"
    rf"(does|do|did|will|would|can|could|may|might|must|need)\s?{_NOT} (always |necessarily )?(hold|be|apply|"
    r"have to|happen|occur)\b|need not\b|cannot (hold|be|happen|occur)\b|is violated\b|"
    r"(may |might |can |could |would )?(fails?( to hold)?|be violated)( in general)?\s*([.,;:]|if|for|when|$))"
)
_FAILS = re.compile(r"\W*(fails( to hold)?|does not hold|is (violated|false|not (true|so|satisfied|the case)))\b")
_WERE = re.compile(r"\bif\b[^.;]*\bwere\b[^.;]*,[^.;]*\bwould (then )?(have|get|obtain|imply|follow|be)\b[^.;]*$")
_ASKS = re.compile(
    r"\W*((and|but|so|now|then|or|hence|first|again)\W+)*(is|are|was|were|does|do|did|has|have|can|could|may|will|would|"
    r"should|must|why|how come|since when)\b"
)
# "Which of these is true: (a) $A$, (b) $B$?"
_CHOICE = re.compile(
    rf"\b(which (one )?of (the following|these|them)|true or false)\b[^?!]*(\?(\W|{ONE}|\b[a-e][.)])*)?$"
)
_SUPPOSES = re.compile(r"\b(if|given|let|suppose\w*|assum\w*|when|where|with|for|under|provided)\b")


def is_denied(formula: Formula) -> bool:
    """Whether the sentence says of the formula that it does not hold, or need not, or leaves that open."""
    if _WERE.search(sentence(formula.words)):
        return True
    return bool(_BEFORE.search(sentence(formula.words)) or _AFTER.match(formula.rest.lower()))


def fails(formula: Formula) -> bool:
    """Whether words right behind the formula say that it does not hold."""
    return bool(_FAILS.match(formula.rest.lower()))


def is_negated(formula: Formula) -> bool:
    """Whether the sentence says that the formula does not hold, and nothing else: its negation does."""
    return bool(_NEGATED.fullmatch(sentence(formula.words))) and not formula.rest.strip(" ,.")


def is_asked(formula: Formula) -> bool:
    """Whether the sentence asks if the formula holds; what a question supposes, it does not ask."""
    before = sentence(formula.words)
    asks = formula.rest.endswith("?") and bool(_ASKS.match(before)) and not _SUPPOSES.search(before)
    return formula.asked or asks or formula.rest.strip() == "?" or bool(_CHOICE.search(formula.words.lower()))


def claims_nothing(formula: Formula) -> bool:
    """Whether a formula is denied or asked."""
    return is_denied(formula) or is_asked(formula)


__all__ = ["claims_nothing", "fails", "is_asked", "is_denied", "is_negated"]
