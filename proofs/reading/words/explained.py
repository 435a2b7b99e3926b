r"""Names that words behind a display explain: "where $\mu$ and $\sigma$ are the mean and standard deviation of $X$".

Where such a name is a parameter elsewhere, the display is about something else by that name.  Of "where $n$ is the
number of values of $X$" no more is understood than that n is not any number.
"""

from __future__ import annotations

from ..names import name_of
from .law_vocabulary import ROLES
from .sentences import Maths, Sentence
from .vocabulary import VERBS

_AMOUNTS = frozenset(
    ("number", "size", "cardinality", "dimension", "length", "rank", "degree", "sum", "maximum", "minimum")
)
_FAR = 8  # words in which what the names are is said
_MOMENTS = frozenset(word.split()[-1] for word, role in ROLES.items() if role in ("mean", "variance", "deviation"))


def explained(sentence: Sentence) -> dict[int, frozenset[str]]:
    """By the place of a display the names that are called the moments of something right behind it."""
    return _by_place(sentence, _MOMENTS)


def amounts(sentence: Sentence) -> dict[int, frozenset[str]]:
    """By the place of a display the names that are called the number, or the size, of something right behind it."""
    return _by_place(sentence, _AMOUNTS)


def _by_place(sentence: Sentence, called: frozenset[str]) -> dict[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = {}
    displays: list[int] = []
    for k, token in enumerate(sentence):
        if isinstance(token, Maths) and token.display and token.place is not None:
            displays.append(token.place)
        elif token in ("where", "with") and displays:
            found |= dict.fromkeys(displays, _called(sentence[k + 1 :], called))
            displays = []
        elif token != ",":
            displays = []
    return {place: names for place, names in found.items() if names}


def _called(rest: Sentence, called: frozenset[str]) -> frozenset[str]:
    names: set[str] = set()
    at = 0
    while at < len(rest) and (isinstance(rest[at], Maths) or rest[at] in ("and", ",")):
        token = rest[at]
        if isinstance(token, Maths):
            names |= {name for e in token.expressions() for node in e.walk() if (name := name_of(node)) is not None}
        at += 1
    words = rest[at : at + 1 + _FAR]
    said = at < len(rest) and (rest[at] in VERBS or rest[at] == "the")
    says = said and "of" in words and any(word in called for word in words)
    return frozenset(names) if says else frozenset()
