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


__all__ = ["set_to_zero"]
