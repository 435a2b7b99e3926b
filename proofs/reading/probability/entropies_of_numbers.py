r"""H of numbers: H(p) = -p \log p - (1-p) \log(1-p) of one, the binary entropy, and H(\frac12, \frac14, \frac14) of the
probabilities of a law, on pages that speak of entropies and say of H nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..syntax import Bracket, Numeral, Symbol, Syntax
from ..terms.polynomials_told import number, same
from . import joint_of_entropies
from .finite_laws import entropy_of
from .random_names import random_variables

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head

_BINARY = ("b", "2")  # H_b, h_2


def value(m: Meaning, head: Head, bracket: Bracket) -> L.Term | None:
    """The entropy; None where H is no entropy, or of what are no probabilities."""
    if not _is_meant(m, head) or bracket.given is not None or bracket.left != "(":
        return None
    if any(random_variables(m, item) for item in bracket.items):
        return None
    values = [m.scalar(item) for item in bracket.items]
    known = [number(each) for each in values]
    if any(each is not None and not 0 <= each <= 1 for each in known):
        return None
    if len(values) > 1:
        whole = same(L.Plus(tuple(values)), L.Number(1)) and head.below is None
        return entropy_of(m, values) if whole else None
    (chance,), (share,) = values, known
    m.remarks.append("$H$ of a number is taken to be the binary entropy")
    if share is not None:
        return entropy_of(m, (chance, 1 - chance))
    law = L.Bernoulli(chance)
    m.context.assume(*law.conditions())
    return L.H(law)


def _is_meant(m: Meaning, head: Head) -> bool:
    context, symbol = m.context, head.symbol
    labelled = _label(head.below) in _BINARY
    if symbol.name not in ("H", "h") or symbol.accents or head.primes or (head.below is not None and not labelled):
        return False
    if symbol.name == "h" and not labelled:  # differential
        return False
    named = (context.functions, context.values, context.spaces, context.laws, context.survey.bare, context.maps)
    return not any(head.name in names for names in named) and joint_of_entropies.speaks_of_entropies(context)


def _label(below: Syntax | None) -> str | None:
    match below:
        case Symbol(name) | Numeral(name):
            return name
    return None


__all__ = ["value"]
