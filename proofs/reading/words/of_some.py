"""Formulas that are said to hold somewhere, or nearly, and not everywhere: "For some $x$, $x^2 = x$", "sometimes", "to
first order", "modulo $5$".

That such a formula fails elsewhere refutes nothing.
"""

from __future__ import annotations

import re

from .prose import ONE, sentence

_SOME = (
    r"for (?:at least one|some|(?:a |an )?(?:suitable|appropriate|certain)|most|almost (?:all|every)|infinitely many|"
    r"many|(?:a )?few|one or (?:more|another))\b"
)
_AT_TIMES = (
    r"in (?:python|java|matlab|julia|code|pseudo-?code)\b|the assignment|"
    r"sometimes|occasionally|otherwise|asymptotically|"
    r"in (?:some|certain|special|rare|many|most|exceptional)(?: special)? cases|"
    r"it (?:may|might|can|could) (?:well |also )?(?:happen|be)(?: that)?|it is (?:possible|conceivable) that|"
    rf"to (?:first|second|third|leading|lowest) order|mod(?:ulo)? {ONE}|with (?:high|overwhelming|large) probability"
)
_AHEAD = re.compile(
    rf"(?:^|[,;:(]|\b(?:and|but|so|hence|thus|then|that))\s*(?P<said>{_SOME}|{_AT_TIMES}|some (?={ONE}))"
)
_BEHIND = re.compile(rf"[\s,(]*(?:holds? |is true )?(?P<said>{_SOME}|{_AT_TIMES})")
_CHEAP = re.compile(
    r"some|suitable|assign|code|python|java|matlab|julia|appropriate|certain|otherwise|occasion|most|many|few|asympt|order|mod|may|might|could|possible|prob|"
    r"one"
)


def somewhere(words: str, rest: str) -> str:
    """The words before a formula, or behind it, that say so; empty where there are none."""
    said = sentence(words)
    if _CHEAP.search(said) and (found := _AHEAD.search(" ".join(said.split()))) is not None:
        return found["said"].replace(ONE, "\N{HORIZONTAL ELLIPSIS}").strip()
    found = _BEHIND.match(" ".join(rest.lower().split()))
    return "" if found is None else found["said"].replace(ONE, "\N{HORIZONTAL ELLIPSIS}")


__all__ = ["somewhere"]
