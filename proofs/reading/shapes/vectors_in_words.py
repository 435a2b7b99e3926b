r"""What words say of vectors: "a unit vector $v$", "let $u, v$ be orthonormal", "$x$ is orthogonal to $y$".

Each is an equation between products, $v^\top v = 1$, $u^\top v = 0$.  It is told of vectors that are declared; of other
things it is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import RowSyntax, Sign, Statement, Symbol, Syntax, Unread
from ..words.prose import ONE
from ..words.sentences import Maths, Sentence

if TYPE_CHECKING:
    from ..meaning import Meaning

_KIND = r"(?P<kind>unit|orthonormal|orthogonal|perpendicular)"
_NAMES = rf"(?P<names>{ONE}(?:(?: ,)?(?: and)? {ONE})*)"
_VECTORS = r"(?: (?:unit|column|real|non-?zero))* vectors?"
_MUTUALLY = r"(?: (?:an?|two|three|mutually|pairwise|both))*"
_OTHERWISE = r"(?! (?:to|if|iff|matrix|matrices|projections?|complements?|basis|when|with respect|for|under|on)\b)"
_SAID = (
    re.compile(rf"(?<!\S){_NAMES} (?:be|is|are|being){_MUTUALLY} {_KIND}(?P<noun>{_VECTORS})?(?!\S){_OTHERWISE}"),
    re.compile(rf"(?<!\S){_NAMES} an? {_KIND}(?P<noun>{_VECTORS})(?!\S){_OTHERWISE}"),
    re.compile(rf"(?<!\S){_KIND}(?P<noun>{_VECTORS}) {_NAMES}(?!\S)"),
)
_TO = re.compile(
    rf"(?<!\S)(?P<one>{ONE})(?: (?:be|is|being))? (?P<kind>orthogonal|perpendicular) to (?P<other>{ONE})(?!\S)"
)
_DOUBTED = re.compile(r"\b(not|nor|neither|whether|or|unless|iff|only|called|definition|if and only if)\b")
_CLAIMED = re.compile(
    r"\b(show|prove|verify|check|hence|therefore|thus|so|conclud\w+|impl\w+|follows|then|claim|means?|see|obtain)\b"
)


@dataclass(frozen=True)
class Told:
    """That vectors are of a kind, and which token of the sentence says so."""

    names: tuple[Syntax, ...]
    kind: str
    token: int


def vectors_told(sentence: Sentence) -> Iterator[Told]:
    """What a sentence tells of vectors; what it doubts or concludes it does not."""
    text = " ".join(ONE if isinstance(token, Maths) else token for token in sentence)
    if _DOUBTED.search(text):
        return
    for pattern in _SAID:
        for found in pattern.finditer(text):
            names = _listed(sentence, text[: found.start("names")].count(" "), found["names"])
            single = found["kind"] == "unit"
            if _CLAIMED.search(text[: found.start()]) or (single and not found["noun"]) or not names:
                continue
            if single or len(names) > 1:
                yield Told(tuple(names), found["kind"], text[: found.start("kind")].count(" "))
    for found in _TO.finditer(text):
        at = [text[: found.start(group)].count(" ") for group in ("one", "other")]
        names = [name for k in at for name in _listed(sentence, k, ONE)]
        if len(names) == 2 and not _CLAIMED.search(text[: found.start()]):
            yield Told(tuple(names), "orthogonal", text[: found.start("kind")].count(" "))


def without_told(sentence: Sentence) -> Sentence:
    """The sentence without the words that tell such things."""
    told = {each.token for each in vectors_told(sentence)}
    return tuple("" if at in told else token for at, token in enumerate(sentence))


def assume(m: Meaning, told: Iterable[Told], rows: Iterable[Syntax]) -> None:
    """Assume what is told of vectors; of what is none it is not read, and of those that the rows write out in numbers
    it is so or is not."""
    known = {
        name for row in rows if isinstance(row, RowSyntax) for each in row.statements for name in _written_out(each)
    }
    for each in told:
        if known.issuperset(name_of(name) or "" for name in each.names):
            continue
        try:
            vectors = [_vector(m, name) for name in each.names]
        except Unread as reason:
            for name in each.names:
                m.context.fog.setdefault(name_of(name) or "", reason.reason)
            continue
        if each.kind in ("unit", "orthonormal"):
            m.context.assume(*(L.Dot(v, v).eq(1) for v in vectors))
        if each.kind != "unit":
            m.context.assume(*(orthogonal(v, w) for v, w in combinations(vectors, 2)))


def _written_out(statement: Statement) -> Iterator[str]:
    """The names that an equation gives entries: $v = (1, 0)^T$."""
    match statement:
        case Statement((Syntax() as left, *_, Syntax() as right), (Sign("=" | ":="), *_)):
            letters = {n.name for n in right.walk() if isinstance(n, Symbol)} - {"T", "top"}
            if (name := name_of(left)) is not None and not letters:
                yield name


def orthogonal(v: L.Term, w: L.Term) -> L.Relation:
    """That two vectors are orthogonal."""
    return L.Dot(v, w).eq(0)


def _vector(m: Meaning, node: Syntax) -> L.Term:
    value = m.term(node)
    if not isinstance(L.space_of(value), L.Vectors):
        raise Unread("a property of vectors, of what is none", node.span)
    return value


def _listed(sentence: Sentence, begin: int, text: str) -> list[Syntax]:
    """The names in the formulas of a list; none where one of them is no name."""
    places = sentence[begin : begin + text.count(" ") + 1]
    nodes = [e for each in places if isinstance(each, Maths) and not each.display for e in each.expressions()]
    whole = all(name_of(node) is not None for node in nodes) and len(nodes) >= text.count(ONE)
    return nodes if whole else []


__all__ = ["Told", "assume", "orthogonal", "vectors_told", "without_told"]
