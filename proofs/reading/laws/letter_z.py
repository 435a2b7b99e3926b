r"""The Z of P(Z > 1.5) that no word explains: standard normal, on pages about normal laws.

Where an equation or a law is given to Z, or Z stands outside of probabilities, nothing is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Multiply, Statement, Symbol, Syntax
from ..terms import normal_functions

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..pieces import Piece

REMARK = "$Z$ is taken to be standard normal"
_Z = "Z"


def learn(m: Meaning, piece: Piece, pieces: Sequence[Piece]) -> None:
    """Take Z to be standard normal from the first of its probabilities on, where no formula of the stretch is Z alone:
    words say something of it then."""
    if piece.row is None or _Z not in piece.formula.maths.text or not _stands_in_event(piece.row):
        return
    context = m.context
    survey = context.survey
    told = (context.values, context.laws, context.random, context.masses, context.joints, context.spaces, context.fog)
    used = (survey.begun, survey.distributed, survey.summed, survey.heads(), survey.labels, survey.meant)
    if any(_Z in names for names in (*told, *used)) or not normal_functions.is_about_normal_laws(context):
        return
    if any(each.row is not None and each.names_only and _Z in map(name_of, each.row.walk()) for each in pieces):
        return
    context.laws[_Z] = L.Normal(L.Number(0), L.Number(1))
    context.taken.add(_Z)


def _stands_in_event(row: Syntax) -> bool:
    for node in row.walk():
        match node:
            case Multiply(factors):
                for head, bracket in pairwise(factors):
                    if isinstance(head, Symbol) and head.name in ("P", "Pr") and isinstance(bracket, Bracket):
                        events = [each for each in bracket.items if isinstance(each, Statement)]
                        if any(name_of(n) == _Z for each in events for n in each.walk()):
                            return True
    return False


__all__ = ["REMARK", "learn"]
