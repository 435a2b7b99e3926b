"""What stands at the head of a formula and says which of several things it is of: "Lasso:", "For the gamma law,".

Where a name is given a formula under one label and another one under another, both may be right: the two are of
different things.  "Factored:" or "Then:" labels a form of the same thing, or a step.
"""

from __future__ import annotations

import re

from . import giving
from .prose import ONE, sentence

_WORD = r"[a-z][\w'-]*"
_ITEM = re.compile(rf"\W*(?:the |an? )?(?P<label>{_WORD}(?: {_WORD}){{0,4}}):\s*")
_UNDER = re.compile(
    rf"\W*(?:and |but |while |whereas )?(?:for|with|under) (?:the |an? )?(?P<label>{_WORD}(?: {_WORD}){{0,4}}),"
    r"\s*(?:we (?:have|get|use|take|obtain|write)|it is|the \w+ (?:function )?is)?\s*"
)
_OF_KIND = re.compile(  # "The lasso objective is"
    rf"\W*(?:then |now |and |but |while )?the (?P<label>(?:{_WORD} ){{0,3}}"
    r"(?:objective|loss|kernel|cost|criterion|penalty|density|prior|model|activation|estimator|estimate|risk|score))"
    r"(?: function)? (?:is|reads)(?: given by)?[:,]?\s*"
)
_FORMS = re.compile(
    r"\b(?:expanded|simplified|factored|rewritten|completed|combined|resulting|final|same|above|following|corresponding|"
    r"total|whole|full|given|new|old|next|last|first|second|other|desired|required|wanted|optimal|joint|marginal|"
    r"conditional|posterior|above|squared)\b"
)
_TITLE = re.compile(rf"{_WORD}(?: {_WORD}){{0,4}}")
_LIST = re.compile(
    r"\b(?:examples|functions|kernels|losses|densities|instances|choices|options|activations|such as|including)\b"
    rf"[^.;:{ONE}]*[:,]?\s*(?:{ONE}\s*(?:,\s*and|,\s*or|,|and|or)\s*)*"
)
_SAME = re.compile(  # of one thing: its forms, and steps
    r"\w(?:ed|ing|ly)$|\b(?:\w*forms?|standard|vertex|general|canonical|explicit|closed|recursive|implicit|alternative|"
    r"equivalent|matrix|vector|scalar|component|components|coordinates|polar|cartesian|exact|answer|solution|proof|claim|"
    r"check|result|results|note|remark|recall|hence|so|then|thus|therefore|step|case|part|left|right|lhs|rhs|side|"
    r"derivative|gradient|definition|theorem|lemma|wrong|true|false|total|sum|general|particular|fact|words|other|short|"
    r"conclusion|summary|verify|verification|example|exercise|problem|idea|terms|notation|our|this|that|these|we|i|"
    r"simplification|computation|calculation|optimality|bounds?|consequence|corollary|minimum|maximum|values?|evaluation|"
    r"factorization|completion|rearrangement|approximation|substitution|integration|parts|rules?|formulas?|method|"
    r"identity|inequality|expansion|series|trick|law of|square|"
    r"large|small|all|every|any|some|each|real|positive|negative|it|them)\b"
)


def label(words: str, title: str = "") -> str:
    """Of which of several things words, or the ``title`` over them where there are none, say that a formula is; empty
    where they do not."""
    said = " ".join(sentence(words).split())
    if subject := giving.subject(words):
        return subject
    if (of_kind := _OF_KIND.fullmatch(said)) is not None:
        return "" if _FORMS.search(of_kind["label"]) else of_kind["label"]
    if said.endswith((":", ",")) or ONE in said:
        found = _ITEM.fullmatch(said) or _UNDER.fullmatch(said)
        if found is None:
            return f"{said} {said.count(ONE)}" if _LIST.fullmatch(said) else ""
        return "" if _SAME.search(found["label"]) else found["label"]
    title = title.lower()
    return title if not said and _TITLE.fullmatch(title) and not _SAME.search(title) else ""


__all__ = ["label"]
