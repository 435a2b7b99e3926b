"""Matrices that are blocks of one that is positive definite: the whole is drawn, and cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from proofs import language as L

Entries = list[list[Fraction]]


class Blocks:
    """The blocks that hypotheses speak of, and the whole matrices of one world, as they are drawn."""

    def __init__(self, hypotheses: Iterable[Any]) -> None:
        self._whole: dict[L.Name, L.Block] = {}
        self._drawn: dict[L.Block, Entries] = {}
        for h in hypotheses:
            match h:
                case L.Fact("positive_definite", (L.Block(L.Var() as a, c, _, L.Var() as b) as whole,)):
                    across = c.arg if isinstance(c, L.Transpose) else c
                    names = a, b, across
                    if isinstance(across, L.Var) and self._whole.keys().isdisjoint(names) and len(set(names)) == 3:
                        self._whole |= dict.fromkeys(names, whole)

    def cut(self, name: L.Name, size: Callable[[L.Term], int], drawn: Callable[[int], Entries]) -> Entries | None:
        """The entries of a block; None for a matrix that is none."""
        whole = self._whole.get(name)
        if whole is None:
            return None
        upper, lower = (L.space_of(each) for each in (whole.a, whole.d))
        assert isinstance(upper, L.Matrices) and isinstance(lower, L.Matrices)
        first = size(upper.rows)
        if whole not in self._drawn:
            self._drawn[whole] = drawn(first + size(lower.rows))
        entries = self._drawn[whole]
        if name is whole.a:
            return [row[:first] for row in entries[:first]]
        if name is whole.d:
            return [row[first:] for row in entries[first:]]
        right = [row[first:] for row in entries[:first]]
        return right if name is whole.b else [list(column) for column in zip(*right, strict=True)]


__all__ = ["Blocks"]
