r"""Words that set a derivative to zero: "Setting the derivative to zero gives", "set both partial derivatives equal to
zero", "setting it to zero".
"""

from __future__ import annotations

import re

from .prose import ONE

# What is set to zero, by the words for it.
_WHAT = (
    ("slope", r"(the|this|its|that) (first |partial |resulting )*(derivative|slope)"),
    ("gradient", r"(the|this|its|that|both|these)( two)? (resulting )?gradients?( vector)?"),
    (
        "slopes",
        r"(the|its|their|both|all|this|these)( two| three| both)? "
        r"((first[- ]order |first )?partial derivatives|partials|first derivatives)",
    ),
    ("result", r"(the|this|its|that) (resulting )?(expression|result)"),
    ("this", r"this|it"),
    ("these", r"them|these|both"),
)
_SET = r"\b(set|sets|setting|put|putting|equating) "
_ZERO = r" ((to be )?equal )?to (the )?(zero|0)( vector)?\b"
_TAILS = {
    "at once": r"\W*((we|this) )?(gives?|yields?|get|obtain|find)?[\s:,]*$",
    "in words": rf"[^.;:{ONE}]*$",
    "in its clause": r"[^.;:]*$",
}
_PATTERNS = {
    tail: tuple((what, re.compile(rf"{_SET}({words}){_ZERO}{end}")) for what, words in _WHAT)
    for tail, end in _TAILS.items()
}


def set_to_zero(said: str, tail: str = "in words") -> str | None:
    """What the end of a sentence sets to zero: its slope, its slopes, its gradient, a result, this, these; and, by the
    ``tail``, what may stand between that and what follows."""
    said = " ".join(said.split())
    return next((what for what, pattern in _PATTERNS[tail] if pattern.search(said)), None)


_BEFORE = tuple(
    re.compile(
        rf"(?:^|[.;:]\s+)(?:(?:we|now|next|then|to minimi[sz]e it|let us),? )*{_SET}({words}){_ZERO}"
        rf"(?:,? and solve(?: for\s*{ONE})?)?\s*[.;:]\s*"
        rf"(?:(?:then|hence|thus|so|this|that|it|we|one|solving(?: for\s*{ONE})?|the solution is|gives?|yields?|get|"
        r"obtain|find|implies|means)[\s,:]*)*$"
    )
    for what, words in _WHAT
    if what in ("slope", "gradient")
)


def was_set_to_zero(words: str) -> bool:
    """Whether the sentence before a formula set a slope or a gradient to zero, and this one says what follows: ``Set
    the derivative to zero. Then``."""
    said = " ".join(words.lower().split())
    return any(pattern.search(said) for pattern in _BEFORE)


__all__ = ["set_to_zero", "was_set_to_zero"]
