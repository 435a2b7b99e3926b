r"""Vectors of which words say that they are one-hot: one coordinate is 1, and all others are 0.

"with one-hot $y$", "the label $y$ is one-hot", "where $y_k$ is the one-hot encoding of the class".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Numeral, Script, Symbol, Syntax
from ..uses.subscripts import family_of_name
from ..words.sentences import Maths, Sentence
from ..words.vocabulary import VERBS

if TYPE_CHECKING:
    from ..meaning import Meaning

_THINGS = frozenset(
    ("vector", "vectors", "label", "labels", "target", "targets", "encoding", "encodings", "encoded", "representation",
     "output", "outputs", "class", "coded")
)  # fmt: skip
_BITS = (Numeral("0"), Numeral("1"))
_BETWEEN = frozenset(("a", "an", "the", "all", "each", "its", "true"))


def one_hot_names(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The letters of the vectors in the sentences that words call one-hot."""
    found: set[str] = set()
    for sentence in sentences:
        for at, token in enumerate(sentence):
            end = at + 1 if token == "one-hot" else at + 2 if sentence[at : at + 2] == ("one", "hot") else None
            if end is not None:
                found |= _before(sentence[:at]) or _behind(sentence[end:])
    return frozenset(found)


def _before(before: Sentence) -> set[str]:
    """``$y$ is a one-hot``: what stands before the verb."""
    at = len(before)
    while at and before[at - 1] in _BETWEEN:
        at -= 1
    if not at or before[at - 1] not in VERBS | {"be"}:
        return set()
    return _names(before[at - 2 : at - 1])


def _behind(after: Sentence) -> set[str]:
    """``one-hot labels $y$``."""
    at = 0
    while at < len(after) and after[at] in _THINGS:
        at += 1
    return _names(after[at : at + 1])


def _names(tokens: Sentence) -> set[str]:
    found: set[str] = set()
    for token in tokens:
        if isinstance(token, Maths) and not token.display:
            for each in token.expressions():
                name = name_of(each.base if isinstance(each, Script) and each.below is not None else each)
                found |= set() if name is None else {name}
    return found


def declare(m: Meaning, names: Iterable[str]) -> None:
    """Put them into the context, as vectors where it is known how many coordinates they have; of others nothing is
    refuted."""
    context = m.context
    for name in sorted(names):
        known = context.spaces.get(name)
        if isinstance(known, L.Compositions | L.Range):
            continue  # its law says what it is
        space = known or family_of_name(m, name) or m.shapes.space(name)
        if not isinstance(space, L.Vectors) or name in context.values:
            context.fog.setdefault(name, "that it is one-hot")
        else:
            context.spaces[name] = L.Compositions(space.dimension, L.Number(1))
            for coordinate in [each for each in context.spaces if each.startswith(f"{name}_")]:
                del context.spaces[coordinate]  # y_k \in \{0, 1\} says no more


def is_said_again(m: Meaning, element: Syntax, home: Syntax) -> bool:
    r"""Whether a membership is that of a one-hot vector, y \in \mathbb R^K or \{0, 1\}^K, which tells its size alone,
    or of its coordinates, y_k \in \{0, 1\}."""
    spaces, name = m.context.spaces, name_of(element)
    match element, home:
        case Script(base, Syntax(), None, 0), Bracket("{", items, "}", None) if items == _BITS:
            return _is_one_hot(spaces.get(name_of(base) or ""))
        case _, Script(Symbol("R", "bb") | Bracket("{") as of, None, Syntax() as size):
            if isinstance(of, Bracket) and of.items != _BITS:
                return False
            if name is None or not _is_one_hot(spaces.get(name)):
                return False
            spaces[name] = L.Compositions(m.scalar(size), L.Number(1))
            return True
    return False


def _is_one_hot(space: L.Space | None) -> bool:
    return isinstance(space, L.Compositions) and space.total is L.Number(1)


__all__ = ["declare", "is_said_again", "one_hot_names"]
