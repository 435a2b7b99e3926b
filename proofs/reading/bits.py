"""Entropies in bits: where a page speaks of bits, or of logarithms to the base 2, H(p) may be what it is, by log 2."""

from __future__ import annotations

import re

from .. import language as L
from .context import Context

_BITS = re.compile(r"\bbits?\b|\bbase[- ](2|two)\b")
_Measure = L.Entropy | L.CrossEntropy | L.Divergence | L.JensenShannon


def are_spoken_of(context: Context) -> bool:
    """Whether the words so far speak of bits."""
    return _BITS.search(context.said) is not None


def in_bits(context: Context, relation: L.Relation) -> L.Relation | None:
    """A relation between entropies as it is in bits; None where nothing says that they are."""
    if not are_spoken_of(context):
        return None
    measures = {n for n in relation.walk() if isinstance(n, _Measure)}
    for each in measures:
        relation = L.replace(relation, each, L.Quotient(each, L.log(L.Number(2))))
    return relation if measures else None


__all__ = ["are_spoken_of", "in_bits"]
