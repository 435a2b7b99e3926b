r"""Names that words behind a display explain: "where $\mu$ and $\sigma$ are the mean and standard deviation of $X$".

Where such a name is a parameter elsewhere, the display is about something else by that name.
"""

from __future__ import annotations

from .law_vocabulary import ROLES
from .names import name_of
from .sentences import Maths, Sentence
from .vocabulary import VERBS

_FAR = 8  # words in which what the names are is said
_MOMENTS = frozenset(word.split()[-1] for word, role in ROLES.items() if role in ("mean", "variance", "deviation"))


def explained(sentence: Sentence) -> dict[int, frozenset[str]]:
    """By the place of a display the names that are called the moments of something right behind it."""
    found: dict[int, frozenset[str]] = {}
    displays: list[int] = []
    for k, token in enumerate(sentence):
        if isinstance(token, Maths) and token.display and token.place is not None:
            displays.append(token.place)
        elif token == "where" and displays:
            found |= dict.fromkeys(displays, _moments(sentence[k + 1 :]))
            displays = []
        elif token != ",":
            displays = []
    return {place: names for place, names in found.items() if names}


def _moments(rest: Sentence) -> frozenset[str]:
    names: set[str] = set()
    at = 0
    while at < len(rest) and (isinstance(rest[at], Maths) or rest[at] in ("and", ",")):
        token = rest[at]
        if isinstance(token, Maths):
            names |= {name for e in token.expressions() for node in e.walk() if (name := name_of(node)) is not None}
        at += 1
    words = rest[at + 1 : at + 1 + _FAR]
    says = at < len(rest) and rest[at] in VERBS and "of" in words and any(word in _MOMENTS for word in words)
    return frozenset(names) if says else frozenset()
