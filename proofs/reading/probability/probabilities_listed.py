r"""Random variables of which a sentence lists the probabilities and not the values: "let $X$ have probabilities
$\frac12, \frac14, \frac14$", "with distribution $(\frac12, \frac14, \frac14)$".

They tell its entropy, and nothing that its values bear on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Syntax, Unread
from ..terms.polynomials_told import number, same

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..pieces import Piece

_HAS = re.compile(
    r"\s*((be|is|are) (an? )?(discrete )?(random )?variables? )?(with|has|have|having|whose)( the)?( symbol)? "
    r"(probabilities|(probability )?distribution|probability vector|pmf|probability mass function)( are| is)?[\s:]*$"
)


def learn(m: Meaning, piece: Piece, following: Piece | None) -> None:
    """Keep the probabilities that the formula behind a name lists, where they are numbers that add up to 1."""
    name = None if piece.sole is None else name_of(piece.sole)
    if name is None or not name[:1].isupper() or following is None or following.row is None:
        return
    before, _, _ = piece.formula.rest.lower().partition("\N{OBJECT REPLACEMENT CHARACTER}")
    if not _HAS.match(before):
        return
    m.context.weights.pop(name, None)
    try:
        weights = tuple(map(m.scalar, _listed(following)))
    except Unread:
        return
    shares = [number(weight) for weight in weights]
    if len(weights) < 2 or any(share is None or share < 0 for share in shares):
        return
    if same(L.Plus(weights), L.Number(1)):
        m.context.weights[name] = weights


def _listed(piece: Piece) -> tuple[Syntax, ...]:
    assert piece.row is not None
    sides = [each.expressions[0] for each in piece.row.statements if not each.relations and not each.words]
    if len(sides) < len(piece.row.statements):
        return ()
    match sides:
        case [Bracket("(" | "{", items, _, None)]:
            return items
    return tuple(side for side in sides if side is not None)


__all__ = ["learn"]
