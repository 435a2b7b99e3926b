"""Formulas that a sentence says without a word that concludes: ``Variance: $v = 2$``, ``we can see that``, ``i.e.``."""

from __future__ import annotations

import re

from ..threads import Formula
from ..words import claiming, denied
from ..words.prose import ONE, sentence

_NAME = re.compile(r"(?:^|[;.,])(?P<name>[^;:.,]*\w[^;:.,\w]*):\W*$")
_LISTED = re.compile(rf"({ONE}[\s,]*((and|but)[\s,]*)?)+$")
# "Condition: $x > 1$", "To do: solve $2x = 4$" and "Case 2: $x < 0$" say nothing of what holds.
_NO_RESULT = re.compile(
    r"\b(assum\w+|suppos\w+|conditions?|constraints?|hypothes\w+|requir\w+|given|data|domain|range|support|where|with|let|"
    r"cases?|example|goal|aim|task|to (show|prove|do|find)|claim|show|prove|find|solve|minimi\w+|maximi\w+|notation|"
    r"definitions?|model|question|wanted|if|when|for|setting|set|parameters?|prior|input|init\w*|subject to|s\.t)\b"
)
_HEADS = re.compile(r"^\W*(for|if|when|with)\b")
_BOUND = re.compile(r"\b(\w*bounds?|(in)?equalit(y|ies)|estimates?|results?|answer|conclusion|identit(y|ies)|facts?)\b")
_SUPPOSES = re.compile(
    r"\b(let|suppos\w+|assum\w+|consider|where|defin\w+|denot\w+|call(ed)?|such that|so that|if|when(ever)?|given|"
    r"whether|want|need|require|hope|would|should|could|might|may|must|unless|which|whose)\b"
)
_SEES = re.compile(
    r"\b((can|could|will|do|also|now|then|easily|clearly|immediately) "
    r"(see|find|get|obtain|have|conclude|observe|note|compute)|"
    r"(clear|obvious|evident|easy to see|easily seen|well[- ]known|true|shown above))( that)?\W*$|"
    r"(^|[,(])\W*(i\.e\.|namely|that is)\W*$"
)
# "With this choice, $a = b$"
_AHEAD = re.compile(r"\W*(with|after|by|from|using|in) (this|that|these|the)\b[^,;:]*,\s*$")


def is_named(words: str) -> bool:
    """Whether a formula stands behind a name and a colon, as what that is: ``Mutual information:``."""
    found = _NAME.search(_LISTED.sub("", sentence(words)))
    return found is not None and not _NO_RESULT.search(found["name"])


def names_no_result(words: str) -> bool:
    """Whether a formula stands behind a name and a colon that make it no result, ``Range:``; ``For $x$:`` not."""
    found = _NAME.search(_LISTED.sub("", sentence(words)))
    return found is not None and _NO_RESULT.search(_HEADS.sub("", found["name"])) is not None


def is_named_bound(words: str) -> bool:
    """Whether an order stands behind a name and a colon that make it a result: ``Upper bound:``."""
    found = _NAME.search(sentence(words))
    return is_named(words) and found is not None and _BOUND.search(found["name"]) is not None


def is_said(formula: Formula) -> bool:
    """Whether a sentence says a formula, whatever else it is about; it neither supposes it nor asks for it."""
    words = formula.words
    if denied.claims_nothing(formula) or claiming.is_shown(words) or claiming.is_no_claim(words):
        return False
    if is_named(words):
        return True
    said = _LISTED.sub("", sentence(words))
    return not _SUPPOSES.search(said) and bool(_SEES.search(said) or _AHEAD.fullmatch(said))


__all__ = ["is_named", "is_named_bound", "is_said", "names_no_result"]
