r"""Medians, modes and quantiles of a random variable whose values are told with their probabilities.

The quantile for p is the smallest value up to which there is at least the probability p.  Where there is just that much
the next values are quantiles too, and which is meant is not said; so it is with a mode that is not the only one.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Multiply, Syntax, Unread
from ..terms.polynomials_told import number
from ..uses.heads import head_of
from . import masses

if TYPE_CHECKING:
    from ..meaning import Meaning

_MEDIANS, _MODES = ("median", "Median", "med", "Med"), ("mode", "Mode")


def value(m: Meaning, node: Syntax) -> L.Term | None:
    r"""What \mathrm{median}(X), \mathrm{mode}(X), Q_X(p) is; None of anything else.

    Raises ``Unread`` where there are several.
    """
    match node:
        case Multiply((head_node, Bracket("(" | "[", (argument,), _, None)), ("", "")):
            head = head_of(head_node)
        case _:
            return None
    if head is None or head.power is not None:
        return None
    letter, _, label = head.name.partition("_")
    if head.name in (*_MEDIANS, *_MODES) and (law := _law(m, name_of(argument), node)) is not None:
        return _mode(law, node) if head.name in _MODES else _quantile(law, Fraction(1, 2), node)
    if letter == "Q" and m.context.says_quantile and (law := _law(m, label.strip("{}"), node)) is not None:
        level = number(m.scalar(argument))
        if level is None or not 0 < level <= 1:
            raise Unread("a quantile for a probability that is no number", node.span)
        return _quantile(law, level, node)
    return None


def _law(m: Meaning, name: str | None, node: Syntax) -> list[tuple[Fraction, Fraction]] | None:
    """The values of a random variable in order with their probabilities, of one whose values were told."""
    if name is None or not (name in m.context.joints or name in m.context.masses):
        return None
    found = [(number(values[0]), number(weight)) for values, weight in masses.outcomes(m, [name], node)]
    known = [(v, w) for v, w in found if v is not None and w is not None]
    if len(known) < len(found):
        raise Unread("a quantile where not all values and probabilities are numbers", node.span)
    return sorted((v, w) for v, w in known if w)


def _quantile(law: list[tuple[Fraction, Fraction]], level: Fraction, node: Syntax) -> L.Term:
    below = Fraction(0)
    for value, weight in law:
        below += weight
        if below == level < 1:
            raise Unread("a quantile of which there are several", node.span)
        if below >= level:
            return L.Number(value)
    raise Unread("a quantile for more than all of the probability", node.span)


def _mode(law: list[tuple[Fraction, Fraction]], node: Syntax) -> L.Term:
    most = max(weight for _, weight in law)
    found = [value for value, weight in law if weight == most]
    if len(found) > 1:
        raise Unread("a mode of which there are several", node.span)
    return L.Number(found[0])


__all__ = ["value"]
