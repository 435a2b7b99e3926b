r"""Divergences between letters of which the second is a model: in $\mathrm{KL}(q \,\|\, p)$ with $q(z)$ and $p(x, z)$
the density of $p$ that lives where $q$ does is the posterior, $p(z \mid x)$, if the page writes no other one of z.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..names import name_of
from ..syntax import Bracket, Multiply, Syntax

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning
    from ..uses.uses import Applied


def written_out(m: Meaning, q: Syntax, p: Syntax) -> tuple[Syntax, Syntax] | None:
    """The densities that two letters mean, q(z) and p(z | x), as if they were written; None for any other letters."""
    context = m.context
    own, model = _sole(context, q), name_of(p)
    if own is None or model is None or model in context.laws or not own.items:
        return None
    uses = context.survey.uses(model)
    if not any(len(use.items) > len(own.items) for use in uses):
        return None  # no model of more than that
    meant = {_names(use.given or ()): use for use in uses if _names(use.items) == _names(own.items)}
    if len(meant) != 1 or () in meant:
        return None
    (posterior,) = meant.values()
    remark = "the divergence is taken from the density on the left to the one of the same names given the others"
    if remark not in m.remarks:
        m.remarks.append(remark)
    return _at(q, own), _at(p, posterior)


def _sole(context: Context, q: Syntax) -> Applied | None:
    """The one way in which a letter is applied on the page, to names alone."""
    uses = context.survey.uses(name_of(q) or "")
    ways = {(_names(use.items), _names(use.given or ())): use for use in uses}
    sole = next(iter(ways.values())) if len(ways) == 1 else None
    return sole if sole is not None and sole.given is None and None not in _names(sole.items) else None


def _names(items: tuple[Syntax, ...]) -> tuple[str | None, ...]:
    return tuple(name_of(item) for item in items)


def _at(letter: Syntax, use: Applied) -> Syntax:
    bracket = Bracket("(", use.items, ")", use.given, use.bar, span=letter.span)
    return Multiply((letter, bracket), ("", ""), span=letter.span)


__all__ = ["written_out"]
