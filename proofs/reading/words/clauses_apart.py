r"""Clauses of a sentence, each with its own condition, as sentences that say the same one after the other.

"For $x \ge 0$ we have $|x| = x$, and for $x < 0$ we have $|x| = -x$" is two; "$x > 1$ implies $x^2 > 1$" and "$x^2 > 4$
if $x > 2$" begin with what they suppose.
"""

from __future__ import annotations

import re

from ..files.source import Inline, Placed, Text
from .inline import Part, is_related

_IMPLIES = re.compile(r"\s*,?\s*(?:implies|only if)(?: that)?\s*$")
_BEHIND = re.compile(r"\s*,?\s*(?:if|when|whenever)\s*$")
_STOPS = re.compile(r"\s*(?:[.;]|$|,?\s*(?:and|but|while)\s*$)")
_NEXT = re.compile(
    r"^\s*(?:[;,]\s*(?:and |but |while )?|(?:and|but|while) )\s*(if|for|when|whenever)\s*$", re.IGNORECASE
)
_CONDITION = re.compile(r"\b(?:if|for|when|whenever)\b", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.!?:]\s)\s*$")
_THEN = re.compile(r"\s*,?\s*(?:then|we (?:have|get|see|find)(?: that)?|it holds that)?\s*$")
_FOR = re.compile(r"\bfor(?: all| any| every| each)?\s*$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|and|, and)\s*$")
_ORDER = re.compile(r"[<>]|\\(?:[lg]eq?|leqslant|geqslant|ne|neq)\b")
_BARE = re.compile(r"\s*\\?[a-zA-Z]+(?:_\{?\w+\}?)?\s*(?:[<>=]|\\)")


def written(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a paragraph with such clauses apart."""
    return tuple(_one_by_one(_conditions_first(list(parts))))


def _conditions_first(parts: list[Part]) -> list[Part]:
    """P implies Q, Q if P: if P, then Q."""
    found: list[Part] = []
    rest = list(parts)
    while rest:
        match rest:
            case [Inline(p), Text(word) as between, Inline(q), *after] if is_related(p) and is_related(q):
                if _IMPLIES.match(word):
                    found += _if(p, q, between, found)
                    rest = after
                    continue
                if _BEHIND.match(word) and _is_order(p) and _stops(after):
                    found += _if(q, p, between, found)
                    rest = after
                    continue
        found.append(rest.pop(0))
    return found


def _if(condition: Placed, claim: Placed, between: Text, before: list[Part]) -> list[Part]:
    opens = not before or (isinstance(before[-1], Text) and _OPENS.search(before[-1].text) is not None)
    word = Text("If " if opens else "if ", between.place)
    return [word, Inline(condition), Text(", then ", between.place), Inline(claim)]


def _one_by_one(parts: list[Part]) -> list[Part]:
    """Q, and for R we have S; for P, Q and R: in sentences of their own, or behind words that claim."""
    return [_begun(parts[:at], part, parts[at + 1 :]) for at, part in enumerate(parts)]


def _begun(before: list[Part], part: Part, after: list[Part]) -> Part:
    """The words between two formulas, with a stop where another clause begins, or with words that claim."""
    match before, part, after:
        case [*_, Inline(claim)], Text(words), [Inline(condition), Text(then), Inline(other), *_] if (
            _NEXT.match(words) and _THEN.match(then) and then.strip()
        ):
            begun = _NEXT.match(words)
            another = begun is not None and (begun[1].lower() != "for" or _CONDITION.search(_sentence(before)))
            if begun is not None and another and all(map(is_related, (claim, condition, other))):
                return Text(f". {begun[1].capitalize()} ", part.place)
        case [*_, Text(opening), Inline(condition)], Text(words), [
            Inline(one),
            Text(word),
            Inline(two),
            Text(stop),
            *_,
        ]:
            listed = words.strip() == "," and _FOR.search(opening) and _AND.match(word) and stop.lstrip()[:1] == "."
            if listed and is_related(condition) and all(is_related(q) and not _BARE.match(q.text) for q in (one, two)):
                return Text(", we have ", part.place)
    return part


def _sentence(before: list[Part]) -> str:
    """The words of the sentence so far."""
    return re.split(r"[.;!?]\s", " ".join(part.text for part in before if isinstance(part, Text)))[-1]


def _is_order(formula: Placed) -> bool:
    return _ORDER.search(formula.text) is not None


def _stops(after: list[Part]) -> bool:
    match after:
        case [Text(words), *_]:
            return _STOPS.match(words) is not None
    return not after


__all__ = ["written"]
