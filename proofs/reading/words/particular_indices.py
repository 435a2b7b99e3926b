"""Indices by which words mean one member: "for some $i$", "let $i$ be the largest", "fix $i$".

The $i$ of a row $p_i = e^{\\lambda - 1}$ is else any of those that a sum runs over: what the row says, it says of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..names import name_of
from ..pieces import Piece
from ..syntax import RowSyntax, Statement, Syntax
from .prose import sentence

_OF = r"of|for|to|in|from|by|with|per|all|each|every|any"
_MEMBER = (
    "class|cluster|component|category|group|sample|point|observation|example|state|arm|asset|channel|item|feature|"
    "dimension|coordinate|symbol|letter|bin|cell|unit|node|index"
)
_ONE = r"(some|one|an?|the|this|that|fixed|single) "
_EACH = re.compile(rf"\b((all|each|every|any|over|by|respect to)|({_OF}) ((?!{_ONE})\w+ )?({_MEMBER}))\s*$")


def particular(pieces: Iterable[Piece]) -> frozenset[str]:
    """The names that stand by themselves in sentences that do not speak of each of what they tell apart."""
    return frozenset(name for piece in pieces for name in _particular(piece))


def _particular(piece: Piece) -> Iterator[str]:
    match piece.row:
        case RowSyntax((Statement((Syntax() as sole,), ()),)) if (name := name_of(sole)) is not None:
            if not piece.formula.display and not _EACH.search(sentence(piece.formula.words)):
                yield name


__all__ = ["particular"]
