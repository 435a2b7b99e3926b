"""What a teacher would write in the margin of a line that is understood all the same."""

from __future__ import annotations

from ..context import Context
from ..names import name_of
from ..syntax import Bracket, Multiply, Syntax
from ..uses.heads import family_of, head_of


def density_for_law(context: Context, law: Syntax) -> str | None:
    r"""X \sim p(x): p(x) is a number, the density at x; what X has is the law p."""
    match law:
        case Multiply((symbol, Bracket("(", (point, *_))), ("", "")):
            head = head_of(symbol)
            if head is None or family_of(head) is not None or not context.is_density(head.name):
                return None
            if name_of(point) is not None and name_of(symbol) is not None:
                return "a density at a point stands where a distribution is meant"
    return None


__all__ = ["density_for_law"]
