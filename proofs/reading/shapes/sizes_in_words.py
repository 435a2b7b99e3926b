r"""Sizes that are said in words: "let $A$ be an invertible $n \times n$ matrix", "an $n$-dimensional vector $v$".

A clause that is not understood to its end yields nothing.  Of a property that is not read nothing is assumed, and its
name is never used to refute.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..names import name_of
from ..syntax import Multiply, Sign, Statement, Symbol, Syntax
from ..syntax import Script as Raised
from ..words.sentences import Maths, Sentence
from ..words.vocabulary import ALTERNATIVES, ARTICLES, ENDS, LISTS, MATRICES, PLURAL, VECTORS, VERBS
from .kinds import ADJECTIVES, SYMMETRIC

_PLAIN = frozenset(
    ("a", "an", "the", "any", "some", "all", "two", "three", "real", "square", "arbitrary", "general", "fixed", "known",
     "unknown", "constant", "given", "design", "data", "weight", "feature", "loading", "coefficient", *SYMMETRIC)
)  # fmt: skip


@dataclass(frozen=True)
class Sized:
    """What a clause says: that names are in a space, and their properties as its words."""

    members: tuple[Statement, ...]
    properties: tuple[str, ...]


def sizes_told(sentence: Sentence) -> Iterator[Sized]:
    """What the clauses of a sentence say of the sizes of matrices and vectors."""
    for at, token in enumerate(sentence):
        if token in MATRICES | VECTORS and (phrase := _phrase(sentence, at)) is not None:
            begin, space, properties = phrase
            names = names_before(sentence, begin) or names_behind(sentence, at + 1, token in PLURAL)
        elif (alone := _alone(sentence, at)) is not None:
            names, (space, properties) = names_before(sentence, at), alone
        else:
            continue
        if names:
            members = tuple(Statement((name, space), (Sign("in"),)) for name in names)
            yield Sized(members, properties)


def _alone(sentence: Sentence, at: int) -> tuple[Syntax, tuple[str, ...]] | None:
    r"""The space and the properties of ``$A$ is $n \times n$``, without a noun: ``and $B$ is $n \times k$``."""
    token = sentence[at]
    if not isinstance(token, Maths) or not at or sentence[at - 1] not in VERBS or (sole := token.sole()) is None:
        return None
    size, end = sole.expressions[0], at + 1
    while end < len(sentence) and sentence[end] in ADJECTIVES:
        end += 1
    sized = isinstance(size, Multiply) and size.signs == ("", "\\times") and not sole.relations and not token.display
    ranked = sentence[end : end + 1] in (("of",), ("with",)) and sentence[end + 1 : end + 2] in (("full",), ("rank",))
    if not sized or not (end == len(sentence) or sentence[end] in ENDS or ranked):
        return None
    properties = tuple(t for t in sentence[at + 1 : end] if isinstance(t, str))
    return Raised(Symbol("R", "bb"), None, size), properties


def _phrase(sentence: Sentence, noun: int) -> tuple[int, Syntax, tuple[str, ...]] | None:
    """The words before the noun that belong to it: where they begin, the space that they say, the properties."""
    size: Syntax | None = None
    properties: list[str] = []
    at = noun - 1
    while at >= 0:
        token = sentence[at]
        if isinstance(token, Maths):
            if size is not None or (size := _size(token, sentence, at, noun)) is None:
                break
        elif token in ADJECTIVES:
            properties.append(token)
        elif token in ALTERNATIVES:
            return None
        elif token not in _PLAIN | {"-dimensional", ","}:
            break
        at -= 1
    if size is None:
        return None
    return at + 1, Raised(Symbol("R", "bb"), None, size), tuple(reversed(properties))


def _size(token: Maths, sentence: Sentence, at: int, noun: int) -> Syntax | None:
    r"""``n \times d`` before a matrix, ``n`` of an n-dimensional vector."""
    sole = token.sole()
    if sole is None or sole.relations or token.display:
        return None
    size = sole.expressions[0]
    if sentence[noun] in MATRICES:
        return size if isinstance(size, Multiply) and size.signs == ("", "\\times") else None
    return size if sentence[at + 1] == "-dimensional" else None


def names_behind(sentence: Sentence, at: int, several: bool) -> list[Syntax]:
    """The names that follow the noun: ``the matrix $A$``, ``matrices $A$ and $B$``."""
    names: list[Syntax] = []
    for token in sentence[at:]:
        if isinstance(token, Maths):
            found = _names(token)
            names += found
            if not (found and several):
                break
        elif not names or token not in LISTS:
            break
    return names


def names_before(sentence: Sentence, begin: int, bare: bool = False) -> list[Syntax]:
    """The names that the words from ``begin`` are said of: ``$A$ and $B$ be``; ``bare``, without a verb or an article:
    ``for $A$ symmetric``."""
    names: list[Syntax] = []
    at = begin - 1
    if at >= 0 and sentence[at] in VERBS:
        at -= 1
    elif not bare and sentence[begin] not in ARTICLES:  # let A be this and $v$ a vector
        return names
    while at >= 0:
        token = sentence[at]
        if isinstance(token, Maths):
            found = _names(token)
            if not found:
                break
            names = found + names
        elif not names or token not in LISTS:
            break
        at -= 1
    return names


def _names(token: Maths) -> list[Syntax]:
    """The names that a formula lists; none where it says more."""
    if token.row is None or token.display:
        return []
    parts = [s.expressions[0] for s in token.row.statements if not s.relations and not s.words]
    names = [part for part in parts if part is not None and name_of(part) is not None]
    return names if len(names) == len(token.row.statements) else []
