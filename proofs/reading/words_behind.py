"""Words behind a formula that say for what it holds: if, almost everywhere, for all, on the unit interval, where."""

from __future__ import annotations

import re

from .prose import ONE

# Words between "for all" and a name that restrict no real number.
_ANY = r"((all|any|every|each)\s+)?((real|distinct)\s+)?((numbers?|values? of)\s+)?"
_RESTRICTED = re.compile(
    r"[\s,]*(on|in(?! (general|fact|particular|turn|any case))|over|within|near|around|inside|outside|between|"
    r"at(?! (least|most|all))|under|locally|as long as|provided|"
    rf"unless|(for|whenever|if|when|where)\b(?!\s+{_ANY}{ONE}))\b"
)


def is_conditional(after: str) -> bool:
    """Whether the words behind a formula make it hold only if something else does; "If" begins another sentence."""
    return bool(re.match(r"\s*[,;]?\s*(,\s*)?(and\s+)?(if|only if|iff|when|whenever|unless|provided)\b", after))


def is_restricted(rest: str) -> bool:
    """Whether the words behind a formula say for what it is meant, and not by a formula: ``on the unit interval``."""
    return bool(_RESTRICTED.match(rest.lower()))


def is_explained(after: str) -> bool:
    """Whether the words behind a formula go on to say what its names are: ``, where the parameters are``."""
    return bool(re.match(r"[\s,;.]*(where|with|in which)\b", after.lower()))


def is_almost(after: str) -> bool:
    """Whether the words behind an equation say that it holds almost everywhere."""
    return bool(re.match(r"^\W*(almost (everywhere|surely)\b|a\.\s?[es]\.)", after.lower()))


def is_general(after: str) -> bool:
    """Whether the words behind a formula, or beside it in its row, say that it holds for all values of a name."""
    return bool(re.search(r"^\W*(is [a-z]+ )?for (all|every|each|any)\b", after.lower()))
