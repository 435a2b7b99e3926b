r"""Values of the mass function of a random variable whose values are told with their probabilities: p(1), p_X(2), and
p(x) where x runs over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Numeral, Sign, Statement, Symbol
from . import masses

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.uses import Applied


def value(m: Meaning, applied: Applied) -> L.Term | None:
    """The probability of a value; None where it is that of no such random variable, or of one of several."""
    variable = _variable(m, applied)
    if variable is None:
        return None
    (item,) = applied.items
    event = Statement((Symbol(variable), item), (Sign("="),), span=item.span)
    return masses.probability(m, Bracket("(", (event,), ")", None, span=item.span))


def _variable(m: Meaning, applied: Applied) -> str | None:
    """The random variable whose mass function it is: the one that its label says, or the only one that there is."""
    head, _, label = applied.head.partition("_")
    context, told = m.context, m.context.masses
    if head not in ("p", "P") or applied.given is not None or len(applied.items) != 1:
        return None
    if label:
        return label if label in told else None
    (item,) = applied.items
    others = context.joints or context.factors or context.laws.keys() - told.keys()
    if len(told) != 1 or others or head in context.functions or head in context.values:
        return None
    (variable,) = told
    named = isinstance(item, Numeral) or name_of(item) == variable.lower()
    return variable if named and len(variable) == 1 else None


__all__ = ["value"]
