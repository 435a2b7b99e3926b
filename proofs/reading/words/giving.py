"""Words before a formula that give it: let, suppose, define, where."""

from __future__ import annotations

import re

from . import wanting
from .claiming import is_no_claim, is_shown, is_told
from .kept import answers_kept
from .prose import ONE, sentence

_GIVEN = re.compile(
    r"\b(let|given|define\w*|denote\w*|where|with|write|call|consider|choose|pick|fix|assume\w*|suppose|known|recall|using|use|"
    r"note that|"
    r"since|because|as|definition|model|i\.e\.|inequality|constraint)\b"
)

_DEFINITION = re.compile(
    r"\b(where|let|defin\w*|denot\w*|introduc\w*|call|write)\b[^,;:]*\W*$|"
    r"(^|,|\band)\s*with\b(?![^,;:]*\b((we|one|it) (get|obtain|have|find|follow|hold)|gives|yields))[^,;:]*[^\w:]*$|"
    rf"\b(given|defined|denoted)\s+(by|as|via)\W*$|\b(is|are|follows?)\s*{ONE}\s*with\s*:?\s*$"
)

_CLAUSE = 160  # characters of a sentence that are looked back at

_SUPPOSITION = re.compile(
    r"\W*((and|now|next|also|moreover|furthermore|finally),? )?((we|let us) )?((now|also) )?(suppose|assume|assuming)\b"
)

# "Assuming that $X$ has full rank, $A = B$": what stands behind the comma is claimed under it
_ASSUMING_SO = re.compile(
    r"\W*((and|now|next|also),? )?assuming( that)? [^,;:]*\b(is|are|has|have|holds?|exists?)\b[^,;:]*,\s*"
    r"((then|(we|one) (also )?(gets?|ha(s|ve)|obtains?|finds?|sees?)|it (follows|holds))( that)?[\s,:]*)?"
)

_BESIDE = re.compile(r"(^|,)\s*(where|with)\b[^.;:]*$|\b(with|having)\s*$")

_HAVING = re.compile(rf"\b(with|having|such that|satisfying|where)\s*({ONE}\s*(, and|,|and)\s*)*$")

_AS_WELL = re.compile(r"(\band|,)\s+(also )?(let|suppose|assume)( that)?\s*$|\band\s*$")

_LETS_HOLD = re.compile(
    rf"\W*((and|now|next|also|moreover|furthermore|finally),? )?(let|if|(we )?(choose|pick|fix|take))\s+"
    rf"({ONE}\s*(, and|,|and)\s*)*$"
)

_ARE_GIVEN = re.compile(r"\b(we|you) are given( that)?[\s,:]*$|^\W*given( that)?[\s,:]*$")

_OR = re.compile(r"^((?!\bthen\b)[^.;])*\bor\b")

_LET_NAMES = re.compile(
    rf"(^|[.,;:]\s+|\b(now|next|again|also|and|furthermore|moreover),?\s+)let\s+({ONE}\s*(,\s*and|,|and)\s*)*$"
)

_BE_RANDOM = re.compile(
    rf"(\s*(,\s*and|,|and)\s*{ONE})*\s*(each )?be ((an?|any|some|two|three|other|another|new|real|real-valued|scalar|"
    r"continuous|discrete|independent|arbitrary|positive|non-?negative|[a-z]+ly)\s+)*random\b"
)

_ENDED = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bi\.d)(?<!\br\.t)[.!?]\s*$")


@answers_kept
def is_supposed(words: str) -> bool:
    """Whether what follows is supposed to hold from here on: it claims nothing.  So is what describes a thing right
    behind its name, ``For a symmetric proposal $q(x|y) = q(y|x)$,``."""
    return bool(
        re.search(r"\b(suppose|assume|assuming)(\s+that)?\s*$|^\W*(\w+\W+)?for an? ([\w-]+\s+)+$", sentence(words))
    )


@answers_kept
def is_supposition(words: str) -> bool:
    """Whether the sentence supposes what follows: ``Suppose that ..., ... and``, ``Now suppose that``."""
    said = sentence(words)
    return bool(_SUPPOSITION.match(said)) and not _ASSUMING_SO.fullmatch(said) and is_told(words)


@answers_kept
def is_posed(words: str) -> bool:
    """Whether an equation that follows is one to be met, by numbers that are let be or to be found: ``Let x and y be
    numbers with``, ``We solve``."""
    return is_supposed(words) or wanting.is_posed(words)


_RELATION = re.compile(r"\b(equation|relation|curve)( given by)?\s*$")
_DEFINES = re.compile(rf"\s*(implicitly )?(defines|determines|describes|gives)\s*(a curve|{ONE})")


def defines_others(words: str, rest: str) -> bool:
    """Whether an equation is told to make one of its numbers a function of others: ``The equation $x e^y + y = 1$
    defines $y$``."""
    return bool(_RELATION.search(sentence(words)) and _DEFINES.match(rest.lower()))


_GIVEN_BY = re.compile(
    r"^\W*(?P<subject>[^.;:]*?)\s+(is|are)\s+((then|thus|now)\s+)?(given|defined|described)\s+(by|as)\W*$"
)


def subject(words: str) -> str:
    """What a formula is said to be right behind these words: "the density of the second family" is given by."""
    found = _GIVEN_BY.match(sentence(words))
    return "" if found is None else " ".join(re.findall(r"\w+", found["subject"]))


def is_given(words: str) -> bool:
    """Whether what follows is introduced as known or as a name."""
    return bool(_GIVEN.search(sentence(words)))


@answers_kept
def is_listed_as_given(words: str) -> bool:
    """Whether what follows stands in a list of what is given: ``Given x = 1, y = 2 and``."""
    return bool(
        re.fullmatch(
            "\\W*given( that)?(\\s*\N{OBJECT REPLACEMENT CHARACTER}\\s*(,|and|,\\s*and))*\\s*", sentence(words)
        )
    )


@answers_kept
def is_definition(words: str) -> bool:
    """Whether what follows is said to define its left side: where, with the parameters, we denote, is given by."""
    last = re.split(rf"(?<={ONE})\s*[.!?]\s+(?=\S)", sentence(words))[-1]
    return not re.search(r"\.\s*$", words) and bool(_DEFINITION.search(last[-_CLAUSE:]))


_OR_NOT = r"or\b(?!,? (equivalently|rather|simply|in other words|better|just)\b)"
_OR_BEHIND = re.compile(rf"[\s,]*({ONE}[\s,]*)*{_OR_NOT}(?=[\s\w]*{ONE})")
_OR_BEFORE = re.compile(rf"{ONE}[\s,]*{_OR_NOT}[\s\w]*$")


def is_alternative(words: str, rest: str) -> bool:
    """Whether a formula is one of several of which one or the other is given: ``Let $x > 0$ or $y > 0$``."""
    return bool(_OR_BEHIND.match(rest.lower()) or _OR_BEFORE.search(sentence(words)))


@answers_kept
def is_let(words: str) -> bool:
    """Whether the sentence lets something be what follows, and concludes nothing: ``Let there be the model``."""
    if _ENDED.search(words.lower()):
        return False
    return bool(re.match(r"\W*((moreover|now|and|further|also)\W+)*(let|consider)\b", sentence(words))) and is_told(
        words
    )


@answers_kept
def lets_be(words: str) -> bool:
    """Whether what follows is what something is let be from here on, whatever it was before: ``Now let``."""
    listed = "(\\s*\N{OBJECT REPLACEMENT CHARACTER}\\s*(,\\s*and|,|and))*"
    return bool(re.search(rf"\blet( us)?( now| instead)?{listed}\s*$", sentence(words))) and is_let(words)


def lets_have(words: str, member: bool) -> bool:
    """Whether the sentence lets something have the property that follows: ``Suppose that``, ``Let``; of a ``member`` of
    data also ``where``, ``with``."""
    if _ENDED.search(words.lower()):
        return False
    if is_supposed(words) or is_supposition(words) or is_let(words) or is_listed_as_given(words):
        return not is_no_claim(words) and not is_shown(words)
    return member and bool(_BESIDE.search(sentence(words))) and is_told(words)


def lets_have_beside(words: str) -> bool:
    """Whether the sentence lets something be of which the formula that follows is told: ``Let $f$ be convex with``."""
    return bool(_HAVING.search(sentence(words))) and is_let(words)


def lets_hold_as_well(words: str) -> bool:
    """Whether a sentence that lets something be lets what follows hold: ``Let $x$ be a number and``."""
    return is_let(words) and bool(_AS_WELL.search(sentence(words)) or _HAVING.search(sentence(words)))


def lets_order_hold(words: str) -> bool:
    """Whether an order that is set apart is let hold: ``Suppose that``, ``Let $x$ be with``, ``We are given``."""
    if _ENDED.search(words.lower()) or is_no_claim(words) or is_shown(words) or not is_told(words):
        return False
    said = sentence(words)
    return bool(is_supposed(words) or lets_have_beside(words) or lets_hold_as_well(words) or _ARE_GIVEN.search(said))


def lets_hold(words: str, rest: str) -> bool:
    """Whether the sentence begins by letting what follows hold, whatever it is between: ``Let``, ``Now if``; of
    alternatives, ``If $a < b$ or $c < d$``, none holds by itself."""
    return bool(_LETS_HOLD.match(sentence(words))) and not _OR.match(rest.lower())


def lets_be_random(words: str, rest: str) -> bool:
    """Whether the names in a formula are let be random variables: ``Now let $X$ and $Y$ be two random variables``."""
    return bool(_LET_NAMES.search(sentence(words)) and _BE_RANDOM.match(rest.lower()))


@answers_kept
def is_from(words: str) -> bool:
    """Whether what follows is what something else is taken from: ``From $x^2 = 4$``."""
    return bool(re.search(r"\bfrom\s*$", words.lower()))
