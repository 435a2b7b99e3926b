r"""Balls drawn from an urn: "An urn contains $5$ red and $3$ blue balls.  Two balls are drawn without replacement.  Let
$X$ be the number of red balls drawn."

Without replacement their number is hypergeometric, with replacement binomial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..grammar.parser import parse_row
from ..laws.families import SAID
from ..laws.law_clauses import Told
from ..laws.laws_on_integers import named
from ..names import name_of
from ..syntax import Add, Bracket, Fraction, Sign, Statement, Syntax
from ..words.sentences import Maths, Sentence, numbered, speaks_of
from .experiments import SPELLED, counted

_COLOURS = r"(?:red|blue|white|black|green|yellow)"
_NUMBER = rf"(?:@\d+|{'|'.join(SPELLED)})"
_THINGS = r"(?:balls?|marbles?|chips?|tokens?)"
_URN = (
    rf"(?:an?|the) (?:urn|box|bag|jar) (?:contains|has|holds|with) (?P<these>{_NUMBER}) (?P<colour>{_COLOURS})"
    rf"(?: {_THINGS})? and (?P<others>{_NUMBER}) (?P<other>{_COLOURS}) {_THINGS}"
)
_DRAWN = r"(?:drawn|taken|chosen|picked|selected)"
_HOW = r"(?: (?:at random|randomly|one after the other|simultaneously|from it|from the (?:urn|box|bag|jar)))*"
_DRAW = (
    rf"(?P<draws>{_NUMBER}) {_THINGS} are(?: randomly)? {_DRAWN}{_HOW} (?P<how>with|without) replacement"
    rf"|we (?:draw|take|pick)(?: randomly)? (?P<we>{_NUMBER}) {_THINGS}{_HOW} (?P<us>with|without) replacement"
)
_COUNT = (
    rf"(?:let )?@(?P<name>\d+) (?:be|is|denote|denotes) the number of (?P<counted>{_COLOURS}) {_THINGS}"
    rf"(?: (?:that are |which are )?(?:{_DRAWN}|among them|obtained|in the sample))?"
)
_WHOLE = re.compile(rf"{_URN}(?: [.,;])?(?: and)? (?:{_DRAW})(?: [.,;])?(?: and)? {_COUNT}")


def laws_of_urns(sentence: Sentence, ahead: Sequence[Sentence]) -> Iterator[Told]:
    """The law of the number of balls that a sentence names, of an urn that the sentences ahead may tell of."""
    if not speaks_of(sentence, "the number of"):
        return
    for many in range(min(len(ahead), 2) + 1):
        tokens: list[str | Maths] = []
        for each in (*ahead[len(ahead) - many :], sentence):
            tokens += [*([".", *each] if tokens else each)]
        whole = counted(tuple(tokens))
        text = numbered(whole)
        found = _WHOLE.fullmatch(text)
        if found is not None and (told := _law(whole, found)) is not None:
            yield told
            return


def _law(tokens: Sentence, found: re.Match[str]) -> Told | None:
    name = tokens[int(found["name"])]
    numbers = [_number(tokens, found[group]) for group in ("these", "others")]
    draws = _number(tokens, found["draws"] or found["we"])
    sole = name.sole() if isinstance(name, Maths) else None
    if not isinstance(name, Maths) or name.place is None or sole is None or sole.relations or draws is None:
        return None
    variable, known = sole.expressions[0], [each for each in numbers if each is not None]
    if len(known) < 2 or found["counted"] not in (found["colour"], found["other"]) or found["colour"] == found["other"]:
        return None
    if variable is None or not (name_of(variable) or "")[:1].isupper():
        return None
    these, others = known if found["counted"] == found["colour"] else reversed(known)
    together = Add((these, others), ("", "+"))
    if (found["how"] or found["us"]) == "without":
        law = named("Hypergeometric", together, these, draws, font=SAID)
    else:
        law = named("Bin", draws, Fraction(these, Bracket("(", (together,), ")")))
    return Told((Statement((variable, law), (Sign("~"),)),), (name.place,))


def _number(tokens: Sentence, at: str) -> Syntax | None:
    """The number that a formula is, or a word."""
    if not at.startswith("@"):
        sole = Maths(parse_row(SPELLED[at])).sole()
        return sole.expressions[0] if sole is not None else None
    token = tokens[int(at[1:])]
    sole = token.sole() if isinstance(token, Maths) and not token.display else None
    return sole.expressions[0] if sole is not None and not sole.relations else None


__all__ = ["laws_of_urns"]
