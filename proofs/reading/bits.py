"""Entropies in bits: where a page speaks of bits, or of logarithms to the base 2, H(p) may be what it is, by log 2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .. import language as L
from . import prose
from .context import Context

if TYPE_CHECKING:
    from .threads import Formula

_BITS = re.compile(r"\bbits?\b|\bbase[- ](2|two)\b")
_NATS = re.compile(r"\bnats?\b")
_Measure = L.Entropy | L.CrossEntropy | L.Divergence | L.JensenShannon


def are_spoken_of(context: Context) -> bool:
    """Whether the words so far speak of bits."""
    return _BITS.search(context.said) is not None


def in_bits(context: Context, relation: L.Relation, formula: Formula) -> L.Relation | None:
    """A relation between entropies as it is in bits; None where nothing says that they are, or its own sentence says
    that it is in nats."""
    said = f"{prose.sentence(formula.words)} {prose.rest_of_sentence(formula.after)}"
    if not are_spoken_of(context) or (_NATS.search(said) and not _BITS.search(said)):
        return None
    measures = {n for n in relation.walk() if isinstance(n, _Measure)}
    for each in measures:
        relation = L.replace(relation, each, L.Quotient(each, L.log(L.Number(2))))
    return relation if measures else None


__all__ = ["are_spoken_of", "in_bits"]
