"""Functions that undo each other."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import Apply, Fact, Function, Space, Term
from ..language.beneath import interior
from ..language.facts import Facts
from ..registry import rule


@rule("since the one undoes the other")
def inverse_function(t: Term, facts: Facts) -> Iterator[Term]:
    r"""f^{-1}(f(x)) = x, \quad f(f^{-1}(y)) = y \text{ where } f \text{ takes the value } y"""
    match t:
        case Apply(Function() as outer, (Apply(Function() as inner, (x,)),)):
            for back, f, home in _inverses(outer, facts):
                if (outer, inner) == (back, f) or (
                    (outer, inner) == (f, back) and all(map(facts.proves, interior(x, home)))
                ):
                    yield x


def _inverses(function: Function, facts: Facts) -> Iterator[tuple[Function, Function, Space]]:
    """The functions that are said to undo others, the given one among the two, and where the others have values."""
    for h in facts.said_of(function):
        if isinstance(h, Fact) and h.predicate == "inverse" and function in h.args:
            yield h.args
