r"""Words that make a formula one that is to be met, or sought, or says another again: "we need", "subject to", "i.e.".

One table says what each of them makes of the formula behind them; what is claimed, and what is let be, is read off the
words in ``claiming`` and ``giving``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .claiming import is_concluded, is_no_claim, is_shown
from .kept import answers_kept
from .prose import ONE, sentence, since


class Row(NamedTuple):
    """Words, and what they make of the formula behind them."""

    words: str
    makes: str  # kinds, with blanks between them


KINDS = {
    "condition": "it may be to be met or solved: with zero on its right it is no claim",
    "wanted": "an order that is to be met: what follows from it is shown, and nothing is refuted without it",
    "required": "... and is so from here on, as a constraint",
    "posed": "an equation that is to be met, by numbers that are let be or to be found",
    "hoped": "an order that is only hoped for, or would do: nothing supposes it",
    "enough": "what is wanted is to follow from it, and not the other way round",
    "sought": "it says which value is sought, or when something holds: it claims nothing",
    "solved": "it solves something",
    "again": "it says in another way what stands before it",
    "region": "an order that says where something is",
    "met_at_places": "an equation that bounds, points or roots satisfy: it is solved for a new name in it",
}

_CONSTRAINT = r"(constraint|condition(?! number)|requirement|restriction)s?"
_LISTED = rf"[\s,:]*({ONE}\s*(, and|,|and)\s*)*"  # formulas that the words are about as well
_STOP = r"[\s,:]*"
_LET = r"(let|suppose|assume|assuming|given"
_IFF = r"(if and only if|iff|exactly (if|when)|precisely (if|when))"

ANYWHERE = (  # in the sentence before the formula
    Row(r"subject to|such that|enforc\w*|require[sd]?|requirements?|need(s|ed)?", "condition wanted"),
    Row(r"requiring|needing|must|should|satisf\w*|vanish\w*|under which|if and only if", "condition"),
    Row(r"must have|suffic\w*|(is|be) enough|converges? (if|iff|when|whenever)", "wanted"),
    Row(r"constraint|condition", "condition"),
    Row(_CONSTRAINT, "wanted"),
    Row(r"want", "condition wanted hoped"),
    Row(r"wants|wanted", "wanted"),
    Row(r"wish|hope|would like|suffices?|(it|this|that) (is|would be) (enough|sufficient)", "hoped"),
    Row(r"set(ting)?\b.*\b(zero|to 0|equal)|w\.?r\.?t", "condition"),
    Row(r"solv\w*", "condition wanted"),
    Row(r"solve|solving|rearrang(e|ing)", "solved"),
)
BEFORE = (  # right before it
    Row(rf"\b(subject to( the constraints?)?( that)?){_LISTED}", "required"),
    Row(
        rf"\b{_CONSTRAINT}(( [\w-]+){{0,3}} (is|are|becomes?|reads?|requires?|demands?|means|says))?( that)?{_LISTED}",
        "required",
    ),
    Row(rf"\b(solv(e|ing)|(subject to|under)( the constraints?)( that)?|subject to( that)?){_STOP}", "posed"),
    Row(
        r"\b(consider|solve|solving|study|take)\b[^.,:;]*\b(equation|system|relation|constraint|condition)s?" + _STOP,
        "posed",
    ),
    Row(
        rf"^\W*((moreover|now|and|further|also|next)\W+)*{_LET}|take|consider|for)\b[^.]*\b(with|such that|"
        rf"satisf(y|ies|ying)|obey(s|ing)?|fulfils?|fulfill?|related by|for which){_STOP}",
        "posed",
    ),
    Row(rf"^[\s,]*(now )?{_LET})\b[^.]*\band{_STOP}", "posed"),
    Row(  # "Find $\\frac{dy}{dx}$ for"
        rf"^\W*(find|compute|determine|calculate)( the (derivative|slope|tangent)( line)?)?\s*{ONE}\s*"
        r"(if|when|for|from|on)( the (curve|equation))?" + _STOP,
        "posed",
    ),
    Row(
        r"^\W*(we )?(now )?(find|determine|seek|look for)\b[^.:;]*\b(with|such that|for which|satisfying)" + _STOP,
        "posed",
    ),
    Row(
        r"\b(largest|smallest|least|greatest|values?|numbers?|constants?|choose|exists?|there (is|are)|find)\b[^.]*"
        r"\b(such|so) that\W*",
        "sought",
    ),
    Row(r"\b(if|when|whenever|unless|provided( that)?)( (instead|now|also|however|we have))*\W*", "sought"),
    Row(
        rf"\b(decision|class) (boundary|surface)\b( (between|of|for)\b[^.,:;]*)?( is| are)?( (given|defined|described|"
        rf"determined) by| satisf(y|ies)| where|,? (we|it) (have|has|holds)( that)?){_STOP}",
        "sought",
    ),
    Row(rf"\b(i\.e\.?|that is( to say)?|in other words|equivalently)(,? (if|when|for|iff))?{_STOP}", "again"),
    Row(rf"\b(which|this|that) is equivalent to( saying that)?{_STOP}", "again"),
    Row(rf"\b(which|this|that) (holds|is (true|satisfied|the case)|happens) {_IFF}{_STOP}", "again"),
    Row(r"\b(the|a|an|its|this|that|our) [\w -]+ (is|are|becomes?|reads?)( (that|where|when))?\W*", "region"),
    Row(
        r"\b(bounds?|boundar(y|ies)|points?|ends|endpoints?|roots?|solutions?)\b[^.,:;]*\bsatisf(y|ies)"
        rf"( (the|this|an?))?( following)?( (equation|relation|condition))?{_STOP}",
        "met_at_places",
    ),
)
BESIDE = (  # since the formula before it, or behind it in its clause
    Row(r"suffic\w*|enough|will do|works|choose|take|pick|try", "enough"),
)


def _patterns(rows: tuple[Row, ...], frame: str) -> dict[str, re.Pattern[str]]:
    """The words that make something of a formula, by what they make of it."""
    return {
        kind: re.compile(frame.format("|".join(row.words for row in rows if kind in row.makes.split())))
        for kind in {kind for row in rows for kind in row.makes.split()}
    }


_ANYWHERE = _patterns(ANYWHERE, r"\b(?:{})\b")
_BEFORE = _patterns(BEFORE, r"(?:{})$")
_BESIDE = _patterns(BESIDE, r"\b(?:{})\b")


@answers_kept
def _makes(kind: str, words: str) -> bool:
    said = sentence(words)
    return any(found[kind].search(said) for found in (_ANYWHERE, _BEFORE) if kind in found)


def is_condition(words: str) -> bool:
    """Whether what follows is a condition to be met or solved."""
    return _makes("condition", words)


def is_wanted(words: str) -> bool:
    """Whether an order that follows is one to be met: ``we need``, ``the condition is``, ``it suffices that``."""
    return _makes("wanted", words) and not (is_concluded(words) or is_shown(words) or is_again(words))


def is_required(words: str) -> bool:
    """Whether an order that follows is a constraint: ``subject to``, ``the constraint becomes``."""
    return _makes("required", words)


@answers_kept
def is_posed(words: str) -> bool:
    """Whether an equation that follows is one to be met, by numbers that are let be or to be found: ``Let x and y be
    numbers with``, ``We solve``."""
    return _makes("posed", words) and not is_no_claim(words)


def is_hoped(words: str) -> bool:
    """Whether what follows is only hoped for, or would do: ``we want``, ``it is enough that``."""
    return _makes("hoped", words) and not (is_concluded(words) or is_shown(words))


def is_enough(words: str, rest: str) -> bool:
    """Whether what is wanted is to follow from a formula, and not the other way round: ``so $n \\ge 30$ suffices``."""
    clause = re.split("[.;]|" + ONE, rest.lower())[0]
    return any(_BESIDE["enough"].search(each) for each in (since(words), clause))


@answers_kept
def is_sought(words: str) -> bool:
    """Whether what follows says which value is sought, or when something holds: it claims nothing."""
    return _makes("sought", words)


def is_met_at_places(words: str) -> bool:
    """Whether what follows is an equation for places that words speak of: ``The bounds satisfy the equation``."""
    return _makes("met_at_places", words)


def is_solved(words: str) -> bool:
    """Whether what follows solves something: ``Solving for $x$, we get``."""
    return _makes("solved", words)


@answers_kept
def is_again(words: str) -> bool:
    """Whether what follows says in another way what stands before it: ``i.e.``, ``that is``, ``which holds iff``."""
    return _makes("again", words)


def is_region(words: str) -> bool:
    """Whether an order that is stated says where something is: ``the decision boundary is``, ``the support is``."""
    return _makes("region", words)


__all__ = ["ANYWHERE", "BEFORE", "BESIDE", "KINDS", "is_again", "is_condition", "is_enough", "is_hoped",
           "is_met_at_places", "is_posed", "is_region", "is_required", "is_solved", "is_sought",
           "is_wanted"]  # fmt: skip
