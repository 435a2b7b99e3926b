r"""Two fair dice: "two fair dice are rolled, let $X$ and $Y$ be the results", "let $S$ be the sum of two fair dice",
"a fair die is rolled twice, $M$ the larger of the two numbers".

The results are independent and uniform on 1, ..., 6; of their sum, the larger or the smaller alone the masses are told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product

from ..laws.law_clauses import Told
from ..laws.laws_on_integers import named
from ..names import name_of
from ..syntax import Fraction, Numeral, Sign, Statement, Syntax
from ..words.sentences import Maths, Sentence, as_text, speaks_of
from .masses_written import MassesTold

_DICE = r"(?:two|2) (?:independent )?fair (?:(?:6|six)-sided |standard )?dice"
_ROLLED = r"(?:rolled|thrown|tossed|cast)"
_BE = r"(?:be|is|are|denote|denotes)"
_SHOWN = r"(?:two )?(?:results?|outcomes?|scores?|values?|rolls?|throws?|numbers?(?: shown| rolled)?|faces|points)"
_DIE = r"an? fair (?:(?:6|six)-sided |standard )?die"
_THROW = (
    rf"(?:(?:(?:suppose|consider)(?: that)? )?(?:{_DICE} are {_ROLLED}|{_DIE} is {_ROLLED} (?:twice|two times))|"
    rf"(?:we )?(?:roll|throw|toss) (?:{_DICE}|{_DIE} (?:twice|two times)))"
)
_OF_DICE = (
    rf"(?: (?:of|on|in|from)(?: (?:rolling|throwing))? {_DICE}"
    rf"| of (?P<throw>the (?:two )?(?:dice|rolls|throws))| (?:when|if) {_DICE} are {_ROLLED})"
)
_END = r"(?= *(?:,|;|:|\)|then\b|where\b|so\b|and\b|$))"
_RESULTS = re.compile(rf"@(?P<one>\d+) and @(?P<other>\d+) {_BE} (?:the|their) {_SHOWN}(?P<of>{_OF_DICE})?{_END}")
_ARE_DICE = re.compile(
    rf"@(?P<one>\d+) and @(?P<other>\d+) {_BE} (?:the results? of )?(?:two |2 )?(?:independent )?fair "
    rf"(?:(?:6|six)-sided |standard )?(?:dice|die rolls|dice rolls)(?P<of>){_END}"
)
_ONE_SHOWN = r"the (?:result|outcome|score|value|number(?: shown| rolled)?|face|points) (?:of|on|for|from)(?: the)?"
_EACH = re.compile(
    rf"@(?P<one>\d+) {_BE} {_ONE_SHOWN} first(?: (?:die|roll|throw))?,?(?: and)?(?: let)? "
    rf"@(?P<other>\d+)(?: {_BE})? {_ONE_SHOWN} second(?: (?:die|roll|throw))?{_END}"
)
_SUM = re.compile(rf"@(?P<name>\d+) {_BE} (?:the|their) (?:sum|total)(?: of the {_SHOWN})?(?P<of>{_OF_DICE})?{_END}")
_EXTREME = re.compile(
    rf"@(?P<name>\d+) {_BE} the (?:(?P<max>larger|largest|greater|higher|highest|maximum)|smaller|smallest|lower|"
    rf"lowest|minimum)(?: number)?(?: of the {_SHOWN})?(?P<of>{_OF_DICE})?{_END}"
)
_THROWN = re.compile(rf"\b{_THROW}\b")
_LEAD = re.compile(r"(^|[,;] |\band )(let|suppose( that)?|assume( that)?|where|if)( us)? $|^$|[,;] $")
_DOUBT = re.compile(r"\b(not|never|whether|unless|given that|conditional|unfair|biased|loaded)\b")


def laws_of_dice(sentence: Sentence, before: Sentence) -> Iterator[Told]:
    """What a sentence tells of two dice, which may be rolled in the one before it."""
    if not speaks_of((*before, *sentence), "die", "dice"):
        return
    text = as_text(sentence)
    if _DOUBT.search(text):
        return
    thrown = _THROWN.search(text) is not None or _THROWN.fullmatch(as_text(before)) is not None
    for pattern in (_RESULTS, _ARE_DICE, _EACH, _SUM, _EXTREME):
        for found in pattern.finditer(text):
            said = found.groupdict()
            of = said.get("of")
            if not _LEAD.search(text[: found.start()]) or (not thrown and (of is None or said.get("throw"))):
                continue
            names = [_name(sentence, found[group]) for group in found.groupdict() if group in ("one", "other", "name")]
            known = [each for each in names if each is not None]
            if len(known) == len(names):
                if pattern in (_RESULTS, _ARE_DICE, _EACH):
                    yield _two(known)
                else:
                    largest = pattern is _EXTREME and found["max"] is not None
                    yield _made(known[0], sum if pattern is _SUM else max if largest else min)


def _two(names: list[tuple[Syntax, int]]) -> Told:
    law = named("DiscreteUniform", Numeral("1"), Numeral("6"))
    statements = tuple(Statement((node, law), (Sign("~"),)) for node, _ in names)
    return Told(statements, tuple(place for _, place in names), apart=True)


def _made(name: tuple[Syntax, int], of_both: Callable[[tuple[int, ...]], int]) -> Told:
    """What is made of both results, by how many of the 36 pairs give it."""
    node, place = name
    counts = Counter(of_both(pair) for pair in product(range(1, 7), repeat=2))
    chances = [(Numeral(str(s)), Fraction(Numeral(str(n)), Numeral("36"))) for s, n in sorted(counts.items())]
    return Told((), (place,), masses=MassesTold(node, tuple(chances)))


def _name(sentence: Sentence, at: str) -> tuple[Syntax, int] | None:
    """The capital letter that a formula is, and its place."""
    token = sentence[int(at)]
    if not isinstance(token, Maths) or token.display or token.place is None:
        return None
    nodes = list(token.expressions())
    capital = len(nodes) == 1 and (name_of(nodes[0]) or "")[:1].isupper()
    return (nodes[0], token.place) if capital else None


__all__ = ["laws_of_dice"]
