r"""The cells of an ``array`` that holds formulas: ``a & = & b`` is one, ``a = b & c = d`` are two, ``a = b & x > 0`` a
formula and its condition."""

from __future__ import annotations

import re

RELATION = re.compile(
    r"[=<>]|\\(?:leq?|geq?|ne|neq|approx|equiv|sim|propto|in|to|leqslant|geqslant|triangleq)(?![A-Za-z])"
)
_JOINING = rf"(?:{RELATION.pattern}|[-+*/,;:|&]|\\(?:c?dot|[lcd]?dots|times|pm|mp|iff|implies|\w*arrow)(?![A-Za-z]))"
_BEGINS, _ENDS = re.compile(_JOINING), re.compile(rf"{_JOINING}$")
_LONGEST = 400  # characters of a cell that are looked at
_CELL_END = re.compile(r"(?<!\\)&|\\\\")


def are_apart(text: str, start: int, end: int) -> bool:
    """Whether the mark at this place parts two formulas: neither cell goes on beyond it, and neither is empty."""
    before = _CELL_END.split(text[max(0, start - _LONGEST) : start])[-1].strip()
    after = _CELL_END.split(text[end : end + _LONGEST], maxsplit=1)[0].strip()
    if RELATION.search(before[:-1]) and RELATION.search(after[1:]):
        return True
    return bool(before and after) and _ENDS.search(before) is None and _BEGINS.match(after) is None
