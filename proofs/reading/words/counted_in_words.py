r"""What words call a letter that stands for whole numbers by itself: "Let $m \ge 1$ be a slope" makes it none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..pieces import Piece
from ..uses.survey import letters_of_sizes

_CALLED = re.compile(r"\s*(?:be|is|denotes?|represents?)\s+(?:an?|the|its|our|some|any)\s+([^.,;:]*)")
_COUNTS = re.compile(
    r"\b(numbers?|integers?|sizes?|counts?|dimension\w*|degrees?|lengths?|orders?|samples?|natural|amounts?|steps?|"
    r"iterations?|periods?|days?|years?|(?<!refractive )ind(ex|ices)|exponents?|powers?|trials?|population|ranks?|"
    r"depths?|widths?|levels?|multiples?|terms?|rows?|columns?|whole|how many|\w+ of freedom|horizon|capacity)\b"
)


def no_counts(pieces: Iterable[Piece]) -> Iterator[str]:
    """The letters for sizes that words call something that is not counted."""
    for piece in pieces:
        called = _CALLED.match(piece.formula.rest.lower())
        if piece.row is not None and called is not None and not _COUNTS.search(called[1]):
            yield from letters_of_sizes(piece.row)


__all__ = ["no_counts"]
