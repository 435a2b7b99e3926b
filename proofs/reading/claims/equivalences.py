r"""Equivalences in words: "$f'(x) = 0$ if and only if $x = 1$ or $x = -1$".

That both sides have the same solutions is what is claimed, and neither side by itself: the second is no hypothesis.
"""

from __future__ import annotations

import re

from ..lines import Line
from ..threads import Formula
from ..words.prose import ONE, sentence

_OTHER_SIDE = re.compile(
    rf"{ONE}\s*,?\s*((holds|is true|is the case) )?(iff|if and only if|(exactly|precisely) (if|when|for))\s*"
    rf"({ONE}\s*(,\s*or|,\s*and|,|or|and)\s*)*$"
)
_NOT_COMPARED = "an equivalence in words, of which the two sides were not compared"


def is_other_side(formula: Formula) -> bool:
    """Whether a formula is, or belongs to, the second side of an equivalence between formulas."""
    return not formula.display and formula.beside is None and bool(_OTHER_SIDE.search(sentence(formula.words)))


def line(formula: Formula) -> Line:
    """The line of the second side, which is not read."""
    place, text = formula.maths.place(0), formula.maths.text.strip()
    return Line(place, text, "", "", "unread", why=_NOT_COMPARED, words=formula.words)


__all__ = ["is_other_side", "line"]
