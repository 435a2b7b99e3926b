r"""Two fair dice: "two fair dice are rolled, let $X$ and $Y$ be the results", "let $S$ be the sum of two fair dice".

The results are independent and uniform on 1, ..., 6; of a sum alone the masses are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .law_clauses import Told
from .laws_on_integers import named
from .masses_written import MassesTold
from .names import name_of
from .sentences import Maths, Sentence
from .syntax import Fraction, Numeral, Sign, Statement, Syntax

_DICE = r"(?:two|2) (?:independent )?fair (?:(?:6|six)-sided |standard )?dice"
_ROLLED = r"(?:rolled|thrown|tossed|cast)"
_BE = r"(?:be|is|are|denote|denotes)"
_SHOWN = r"(?:results?|outcomes?|scores?|values?|numbers?(?: shown| rolled)?|faces|points)"
_THROW = rf"(?:(?:(?:suppose|consider)(?: that)? )?{_DICE} are {_ROLLED}|(?:we )?(?:roll|throw|toss) {_DICE})"
_OF_DICE = (
    rf"(?: (?:of|on|in|from)(?: (?:rolling|throwing))? {_DICE}"
    rf"| of (?P<throw>the (?:two )?(?:dice|rolls|throws))| (?:when|if) {_DICE} are {_ROLLED})"
)
_END = r"(?= *(?:,|;|:|\)|then\b|where\b|so\b|and\b|$))"
_RESULTS = re.compile(rf"@(?P<one>\d+) and @(?P<other>\d+) {_BE} (?:the|their) {_SHOWN}(?P<of>{_OF_DICE})?{_END}")
_SUM = re.compile(rf"@(?P<name>\d+) {_BE} (?:the|their) (?:sum|total)(?: of the {_SHOWN})?(?P<of>{_OF_DICE})?{_END}")
_THROWN = re.compile(rf"\b{_THROW}\b")
_LEAD = re.compile(r"(^|[,;] |\band )(let|suppose( that)?|assume( that)?|where|if)( us)? $|^$|[,;] $")
_DOUBT = re.compile(r"\b(not|never|whether|unless|given that|conditional|unfair|biased|loaded)\b")


def laws_of_dice(sentence: Sentence, before: Sentence) -> Iterator[Told]:
    """What a sentence tells of two dice, which may be rolled in the one before it."""
    text = _text(sentence)
    if _DOUBT.search(text):
        return
    thrown = _THROWN.search(text) is not None or _THROWN.fullmatch(_text(before)) is not None
    for pattern in (_RESULTS, _SUM):
        for found in pattern.finditer(text):
            of = found["of"]
            if not _LEAD.search(text[: found.start()]) or (not thrown and (of is None or found["throw"])):
                continue
            names = [_name(sentence, found[group]) for group in found.groupdict() if group in ("one", "other", "name")]
            known = [each for each in names if each is not None]
            if len(known) == len(names):
                yield _two(known) if pattern is _RESULTS else _sum(known[0])


def _two(names: list[tuple[Syntax, int]]) -> Told:
    law = named("DiscreteUniform", Numeral("1"), Numeral("6"))
    statements = tuple(Statement((node, law), (Sign("~"),)) for node, _ in names)
    return Told(statements, tuple(place for _, place in names), apart=True)


def _sum(name: tuple[Syntax, int]) -> Told:
    node, place = name
    chances = [(Numeral(str(s)), Fraction(Numeral(str(6 - abs(s - 7))), Numeral("36"))) for s in range(2, 13)]
    return Told((), (place,), masses=MassesTold(node, tuple(chances)))


def _text(sentence: Sentence) -> str:
    text = " ".join(token if isinstance(token, str) else f"@{k}" for k, token in enumerate(sentence))
    return re.sub(r" ([,;:])", r"\1", text)


def _name(sentence: Sentence, at: str) -> tuple[Syntax, int] | None:
    """The capital letter that a formula is, and its place."""
    token = sentence[int(at)]
    if not isinstance(token, Maths) or token.display or token.place is None:
        return None
    nodes = list(token.expressions())
    capital = len(nodes) == 1 and (name_of(nodes[0]) or "")[:1].isupper()
    return (nodes[0], token.place) if capital else None


__all__ = ["laws_of_dice"]
