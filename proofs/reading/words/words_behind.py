"""Words behind a formula that say for what it holds: if, almost everywhere, for all, on the unit interval, where."""

from __future__ import annotations

import re

from .kept import answers_kept
from .prose import ONE

# Words between "for all" and a name that restrict no real number.
_ANY = r"((all|any|every|each)\s+)?((real|distinct)\s+)?((numbers?|values? of)\s+)?"
_RESTRICTED = re.compile(
    r"[\s,]*(on|in(?! (general|fact|particular|turn|any case))|over|within|near|around|inside|outside|between|"
    r"at(?! (least|most|all))|under|locally|as long as|provided|"
    rf"unless|(for|whenever|if|when|where)\b(?!\s+{_ANY}{ONE}))\b"
)

_HOLDS = r"[\s,]*((also|then|indeed|clearly|always) )?(holds?|is (true|valid))"
_SOMEWHERE = re.compile(
    rf"{_HOLDS}( only| exactly| precisely)? (on|in|over|within|near|inside|outside|under|locally|eventually|only|iff|"
    r"if and only if|exactly when|precisely when|with ((high|overwhelming|large) )?probability|"
    r"for (no|some|few|most|many|large|small|sufficiently|almost))\b|"
    r"[\s,]*((almost|not) )?(always|often|sometimes|usually|rarely|seldom|only|never) holds?\b"
)
_SUBJECT = re.compile(
    r"\s*((is|are) (also |indeed |thus |then |therefore )?(an? )?((un)?biased|(in)?consistent|(in)?efficient)|"
    r"has|have|attains?|achieves?|satisf(y|ies))\b"
)
_AT_VALUES = re.compile(rf"{_HOLDS} (only )?for\s*{ONE}\s*,?\s*(and|or)\s*{ONE}")


def holds_somewhere(rest: str, *, equation: bool) -> bool:
    """Whether it is said that a formula holds, and where, which is not read: ``holds on the unit interval``, ``never
    holds``; of an equation, ``holds for $x = 0$ and $x = 1$``."""
    found = _SOMEWHERE.match(rest.lower())
    return bool(found and "always holds" not in found[0]) or (equation and bool(_AT_VALUES.match(rest.lower())))


def is_restricted(rest: str) -> bool:
    """Whether the words behind a formula say for what it is meant, and not by a formula: ``on the unit interval``."""
    return bool(_RESTRICTED.match(rest.lower()))


@answers_kept
def is_explained(after: str) -> bool:
    """Whether the words behind a formula go on to say what its names are: ``, where the parameters are``."""
    return bool(re.match(r"[\s,;.]*(where|with|in which)\b", after.lower()))


def is_subject(rest: str) -> bool:
    """Whether the sentence goes on to say what an estimator has that an equation before it names: "``T = 2m`` is
    unbiased", "has variance"."""
    return bool(_SUBJECT.match(rest.lower()))


@answers_kept
def is_almost(after: str) -> bool:
    """Whether the words behind an equation say that it holds almost everywhere."""
    return bool(re.match(r"^\W*(almost (everywhere|surely)\b|a\.\s?[es]\.)", after.lower()))


def is_everywhere(after: str) -> bool:
    """Whether the words behind an order say that it holds at all points: ``everywhere``, ``pointwise``."""
    return bool(
        re.match(
            r"[\s,]*(everywhere|pointwise|at (every|each|all) points?)\b(?! (on|in|except|but|else)\b)", after.lower()
        )
    )


@answers_kept
def is_general(after: str) -> bool:
    """Whether the words behind a formula, or beside it in its row, say that it holds for all values of a name."""
    return bool(re.search(r"^\W*(is [a-z]+ )?for (all|every|each|any)\b", after.lower()))
