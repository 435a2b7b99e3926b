r"""Letters that words call a count or the sum of data: "let $k$ be the number of ones among $x_1, \dots, x_n$", "$s$ is
the sum of the observations".

Where it is not settled which data are meant, the letter is no number of which nothing is known, and nothing is refuted
of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ... import language as L
from ..grammar.parser import parse_row
from ..meaning import Meaning
from ..names import name_of
from ..syntax import Syntax, Unread
from ..words.sentences import Maths, Sentence

_ONES = r"ones|successes|heads"
_DATA = r"data|sample|samples|observations|measurements|trials|tosses|flips|draws|data points"
_ZEROS = r"zeros|zeroes|failures|tails"
_COUNTED = rf"(total )?number of ((?P<ones>{_ONES})|(?P<zeros>{_ZEROS}))( observed| obtained)?"
_AMONG = rf"(among|in|of|out of)( all)?( of)?( the)?( @(?P<data>\d+)| ({_DATA}))"
_COUNT = re.compile(
    rf"(@(?P<name>\d+) (be|is|denotes?|equals)|denote by @(?P<by>\d+)) the ({_COUNTED}|(?P<sum>(total )?sum)(?= of))"
    rf"( {_AMONG})?(?= *([,;:)]|and\b|then\b|so\b|$))"
)
_DOUBT = re.compile(r"\b(not|never|whether|unless|given that|conditional|if)\b")


@dataclass(frozen=True)
class Count:
    """That a letter is the number of ones, or of zeros, of data that take no other values, or the sum of data."""

    place: int  # of the formula that is the letter
    letter: str
    counted: str  # ones, zeros, sum
    data: str | None  # their letter, where it is said


def counts_told(sentence: Sentence) -> Iterator[Count]:
    """The counts and sums of data that a sentence gives a letter."""
    if "number" not in sentence and "sum" not in sentence:
        return
    text = " ".join(token if isinstance(token, str) else f"@{k}" for k, token in enumerate(sentence))
    if _DOUBT.search(text):
        return
    for found in _COUNT.finditer(text):
        token = sentence[int(found["name"] or found["by"])]
        letter = name_of(_sole(token))
        data = None if found["data"] is None else _letter(sentence[int(found["data"])])
        if letter is None or not isinstance(token, Maths) or token.place is None or (found["data"] and data is None):
            continue
        yield Count(token.place, letter, next(k for k in ("ones", "zeros", "sum") if found[k]), data)


def learn(m: Meaning, told: Count) -> bool:
    """Put the letter into the context as what it is made of; whether that is settled."""
    context = m.context
    if told.letter in context.values or context.is_parameter(told.letter):
        return True  # what it is has been said by a formula
    data = _data(m, told)
    if data is None:
        context.described |= {told.letter}
        return False
    member = f"(1 - {data}_i)" if told.counted == "zeros" else f"{data}_i"
    try:
        (statement,) = parse_row(rf"{told.letter} = \sum_i {member}").statements
        left, right = statement.expressions
        assert left is not None and right is not None
        if told.letter[:1].isupper():
            context.random[told.letter] = right
        else:
            context.values[told.letter] = m.scalar(right)
    except Unread:
        context.described |= {told.letter}
        return False
    context.own.add(told.letter)
    return True


def _data(m: Meaning, told: Count) -> str | None:
    """The letter of the data that are meant, as values where the letter is small; None if none or several may be."""
    families = [x for x, (_, law) in m.context.data.items() if told.counted == "sum" or isinstance(law, L.Bernoulli)]
    if told.data is not None:
        families = [x for x in families if x.lower() == told.data.lower()]
    if len(families) != 1:
        return None
    (family,) = families
    small = family.lower()
    return family if told.letter[:1].isupper() or small not in m.context.survey.labels else small


def _sole(token: object) -> Syntax | None:
    """The expression of a formula that is nothing else."""
    sole = token.sole() if isinstance(token, Maths) and not token.display else None
    return sole.expressions[0] if sole is not None and not sole.relations and not sole.words else None


def _letter(token: object) -> str | None:
    r"""The letter of the family that a list of data names: x of x_1, \dots, x_n and of x_i."""
    names = {(name_of(each) or "").split("_")[0] for each in (token.expressions() if isinstance(token, Maths) else ())}
    names.discard("")
    return names.pop() if len(names) == 1 else None


__all__ = ["Count", "counts_told", "learn"]
